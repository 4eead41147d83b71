/** Words as the engine gave them go in; they come out without the scraps of stamps and signatures, glued cells apart. */
import { isSyllable } from '../../../shared/vietnamese/legacy/syllable.ts'
import type { ReadWord } from './page.ts'
import { linesOf } from './repair.ts'

/** A scrap is at most this long and this uncertain, and stands by itself. */
const SCRAP_LETTERS = 2
const SCRAP_CONFIDENCE = 55

/** White on both sides of a scrap, in type heights. */
const SCRAP_GAP = 1

function isScrap(line: readonly ReadWord[], index: number): boolean {
  const word = line[index]
  if (word === undefined || word.text.length > SCRAP_LETTERS || word.confidence >= SCRAP_CONFIDENCE)
    return false
  if (/\d/.test(word.text)) return false
  const left = line[index - 1]
  const right = line[index + 1]
  const { box } = word
  const room = SCRAP_GAP * word.size
  const isFreeLeft = left === undefined || box.left - (left.box.left + left.box.width) > room
  const isFreeRight = right === undefined || right.box.left - (box.left + box.width) > room
  return isFreeLeft && isFreeRight
}

/** Leaves out what a signature, a stamp or a speck left on the page: short, uncertain, alone. */
export function dropScraps(words: readonly ReadWord[]): readonly ReadWord[] {
  return linesOf(words).flatMap((line) => line.filter((_, index) => !isScrap(line, index)))
}

/** Two words with no space, as the last word of a left cell meets the first of the right one: «NhàPhạm». */
const GLUED = /^(.*\p{Ll})(\p{Lu}\p{Ll}.*)$/u

/** The capital at the seam read twice, small and large: «NhàpPhạm». */
const TWICE = /(\p{Ll})(\p{Lu})/gu

/** A word of small letters is cut only where the engine doubts it; foreign words bear no Vietnamese marks. */
const GLUED_SURE = 85
const MARKED = /[^\0-\x7f]/

/** A list's dash read without its space, at the start of a line: «-Lưu:». */
const GLUED_DASH = /^(-)(\p{Lu}\p{Ll}.*)$/u

/** The two halves when both are syllables: «NhàPhạm», «Nhàphạm», not «QyĐ», «taxi». */
function halvesOf({ text, confidence }: ReadWord): readonly [string, string] | null {
  const once = text.replace(TWICE, (seam, small: string, large: string) =>
    small === large.toLowerCase() ? large : seam,
  )
  for (const candidate of [text, once]) {
    const [, first = '', second = ''] = GLUED.exec(candidate) ?? []
    if (isSyllable(first) && isSyllable(coreOf(second))) return [first, second]
  }
  if (confidence >= GLUED_SURE || isSyllable(coreOf(text))) return null
  const cuts = Array.from(text, (_, at) => [text.slice(0, at), text.slice(at)] as const).filter((halves) =>
    halves.every((half) => MARKED.test(half) && half.length > 1 && isSyllable(coreOf(half))),
  )
  const [only] = cuts
  return cuts.length === 1 && only !== undefined ? only : null
}

/** A word without the marks after it. */
const coreOf = (word: string): string => word.replace(/[^\p{L}]+$/u, '')

/** Parts glued words; their boxes are cut by length. */
export function partGlued(words: readonly ReadWord[]): readonly ReadWord[] {
  return words.flatMap((word, index) => {
    const isLineStart = words[index - 1]?.line !== word.line
    const [, dash = '', dashed = ''] = (isLineStart ? GLUED_DASH.exec(word.text) : null) ?? []
    const halves = isSyllable(coreOf(dashed)) ? ([dash, dashed] as const) : halvesOf(word)
    if (halves === null) return [word]
    const [first, second] = halves
    const cut = Math.round((word.box.width * first.length) / (first.length + second.length))
    return [
      { ...word, text: first, box: { ...word.box, width: cut } },
      {
        ...word,
        text: second,
        box: { ...word.box, left: word.box.left + cut, width: word.box.width - cut },
      },
    ]
  })
}
