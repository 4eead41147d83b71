/** Words of a page go in; the page as the layout pass wants it comes out, and the words' places in its text. */
import type { TextWarning } from '../../../shared/contract/document.ts'
import { findNumbers } from '../../../shared/documents/number.ts'
import { medianOf, type PlacedPage } from '../layout/page.ts'
import { ENGINE_DPI, type OcrWord, type ReadWord } from './page.ts'

const POINTS_PER_PIXEL = 72 / ENGINE_DPI

/**
 * Heights within these shares of the page's own are the same type: the engine reads lines of capitals with stacked
 * marks («CỘNG HÒA») up to two fifths too high. Smaller type is real: notes are told by it.
 */
const SAME_TYPE = { smallest: 0.84, largest: 1.45 } as const

/** A gap this many type heights wide, or none at all, may part two cells. */
const CELL_GAP = 1
/** The layout pass takes a jump in drawing order as a sign of another cell. */
const CELL_JUMP = 10

/**
 * The page in points, one run a word. Type heights are drawn together to the page's own, since the layout pass tells
 * notes and headings by size.
 */
export function placeWords(words: readonly ReadWord[], width: number, height: number): PlacedPage {
  const usual = medianOf(words.flatMap((word) => Array.from(word.text, () => word.size)))
  let order = 0
  return {
    width: width * POINTS_PER_PIXEL,
    height: height * POINTS_PER_PIXEL,
    rules: null,
    runs: words.map((word, index) => {
      const share = word.size / usual
      const isUsual = share >= SAME_TYPE.smallest && share <= SAME_TYPE.largest
      order += startsCell(words[index - 1], word) ? CELL_JUMP : 1
      return {
        text: `${word.text} `, // the engine has already told words apart
        left: word.box.left * POINTS_PER_PIXEL,
        right: (word.box.left + word.box.width) * POINTS_PER_PIXEL,
        baseline: word.baseline * POINTS_PER_PIXEL,
        size: Math.round((isUsual ? usual : word.size) * POINTS_PER_PIXEL * 2) / 2,
        order,
      }
    }),
  }
}

function startsCell(previous: ReadWord | undefined, word: ReadWord): boolean {
  if (previous === undefined || previous.line !== word.line) return true
  const gap = word.box.left - (previous.box.left + previous.box.width)
  return gap > CELL_GAP * word.size || gap <= 0
}

/** Stretches without white space: «Số», «41-KH/BDVTU». */
const TOKEN = /\S+/gu

/**
 * Finds a page's words in the text laid out from it (or from the whole file: hand the page's stretch and where it
 * starts). Words the layout left out (running headers) or joined across a line end are not found and are left out.
 */
export function locateWords(words: readonly ReadWord[], text: string, offset = 0): readonly OcrWord[] {
  const places = new Map<string, number[]>()
  for (const match of text.matchAll(TOKEN)) {
    const starts = places.get(match[0])
    if (starts) starts.push(match.index)
    else places.set(match[0], [match.index])
  }
  const located = words.flatMap((word): readonly OcrWord[] => {
    const start = places.get(word.text)?.shift()
    if (start === undefined) return []
    const { confidence, box, original } = word
    return [{ start: start + offset, end: start + offset + word.text.length, confidence, box, original }]
  })
  return [...located].sort((one, other) => one.start - other.start)
}

/** The warning `unverified` over each document number, with the engine's own reading where it was repaired. */
export function warnOfNumbers(text: string, words: readonly OcrWord[]): readonly TextWarning[] {
  return findNumbers(text).map(({ start, end, raw }) => {
    const repaired = words.find((word) => word.start < end && word.end > start && word.original !== null)
    return {
      start,
      end,
      code: 'unverified',
      message: repaired
        ? `Số «${raw}» nhận dạng từ ảnh là «${repaired.original}» và đã được sửa; hãy đối chiếu với ảnh trang.`
        : `Số «${raw}» nhận dạng từ ảnh; hãy đối chiếu với ảnh trang.`,
    }
  })
}
