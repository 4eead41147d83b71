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

/** A list's dash read without its space, at the start of a line: «-Lưu:». */
const GLUED_DASH = /^(-)(\p{Lu}\p{Ll}.*)$/u

/** Parts glued words when both halves are syllables («NhàPhạm», not «QyĐ»); their boxes are cut by length. */
export function partGlued(words: readonly ReadWord[]): readonly ReadWord[] {
  return words.flatMap((word, index) => {
    const isLineStart = words[index - 1]?.line !== word.line
    const parts = (isLineStart ? GLUED_DASH.exec(word.text) : null) ?? GLUED.exec(word.text)
    const [, first = '', second = ''] = parts ?? []
    const core = second.replace(/[^\p{L}]+$/u, '')
    if (!(isSyllable(first) || first === '-') || !isSyllable(core)) return [word]
    const cut = Math.round((word.box.width * first.length) / word.text.length)
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
