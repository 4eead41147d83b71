/** Places of a text and words of a page's image come in; which page, which word and which height go out. */
import type { PlacedWord } from '../../../shared/contract/pageMethods.ts'
import { lastStartingBy, type TextSpan } from './segments.ts'

/** The page, from 1, an offset of the text stands on. */
export const pageAt = (pages: readonly TextSpan[], offset: number): number =>
  lastStartingBy(pages, offset) + 1

/** The word an offset stands in or behind, -1 before the first. Words are in order of the text. */
export function wordAt(words: readonly PlacedWord[], offset: number): number {
  const index = lastStartingBy(words, offset)
  const word = words[index]
  return word !== undefined && word.start <= offset ? index : -1
}

/**
 * How far down the page (0 to 1) an offset of its text stands: at its word's height, or in the text's own proportion
 * where the page has no recognised words.
 */
export function heightOf(words: readonly PlacedWord[], page: TextSpan, offset: number): number {
  const word = words[Math.max(0, wordAt(words, offset))]
  if (word !== undefined) return offset <= page.start ? 0 : word.top
  const length = page.end - page.start
  return length > 0 ? Math.min(1, Math.max(0, (offset - page.start) / length)) : 0
}

/** The other way round: the offset of the text that stands at a height of the page. */
export function offsetAt(words: readonly PlacedWord[], page: TextSpan, height: number): number {
  if (height <= 0) return page.start
  const below = words.filter(({ top }) => top >= height)
  const first = below.reduce<PlacedWord | null>(
    (best, word) => (best === null || word.top < best.top - word.height / 2 ? word : best),
    null,
  )
  if (first !== null) return first.start
  return words.length > 0
    ? (words.at(-1)?.start ?? page.start)
    : page.start + (page.end - page.start) * height
}

/** Keys that walk over the words of a page. */
export const WORD_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const
type WordKey = (typeof WORD_KEYS)[number]

/** The word a key leads to from another: its neighbours in the text, or the nearest one a line above or below. */
export function wordByKey(words: readonly PlacedWord[], from: number, key: WordKey): number {
  const last = words.length - 1
  const word = words[from]
  if (word === undefined) return key === 'End' ? last : Math.min(0, last)
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1)
    case 'ArrowRight':
      return Math.min(last, from + 1)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return nearestInLine(words, from, word, key === 'ArrowDown' ? 1 : -1)
  }
}

/** Lines apart count ten times as much as columns apart: up is up, even past a short line. */
const LINE_WEIGHT = 10

function nearestInLine(words: readonly PlacedWord[], from: number, word: PlacedWord, way: 1 | -1): number {
  const middle = (one: PlacedWord): number => one.left + one.width / 2
  let best = from
  let least = Number.POSITIVE_INFINITY
  for (const [index, other] of words.entries()) {
    const down = way * (other.top - word.top)
    if (down < word.height * 0.7) continue
    const distance = down * LINE_WEIGHT + Math.abs(middle(other) - middle(word))
    if (distance < least) {
      least = distance
      best = index
    }
  }
  return best
}

/** The next doubtful word behind an offset, or the one before it; undefined when there is none that way. */
export function doubtfulFrom<T extends TextSpan>(
  doubtful: readonly T[],
  offset: number,
  way: 1 | -1,
): T | undefined {
  return way === 1
    ? doubtful.find(({ start }) => start > offset)
    : doubtful.findLast(({ start }) => start < offset)
}
