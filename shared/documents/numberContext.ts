/** A place in text just before a number comes in; whether words there make it a document's number, and list mates, go out. */
import { KIND_WORDS } from './kinds.ts'

/** «số », «Số: », «sô » right before a number. */
const NUMBER_WORD = /(?:^|[^\p{L}])s[ốôoỗ0]\s{0,3}[:.]?\s{0,3}$/iu
const KIND_WORD = new RegExp(`(?:^|[^\\p{L}])(?:${KIND_WORDS.join('|')})\\s{1,3}$`, 'iu')
/** Characters looked at: longer than any kind word with «số». */
const REACH = 34

/** True when «số» or the name of a kind stands right before `offset`: weaker symbols are then believed. */
export function isWordBefore(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - REACH), offset)
  return NUMBER_WORD.test(before) || KIND_WORD.test(before)
}

/** One bare number of a list, with offsets in the text. */
export interface ListedNumber {
  readonly start: number
  readonly end: number
  readonly digits: string
  readonly ending: string
}

/** «217, 218 và » at the end of what stands before the symbol's number. */
const LIST = /(?:(?<![\p{L}\p{N}/.,-])\d{1,5}[a-hđ]?\s{0,2}(?:,|;|và|&)\s{0,3}){1,24}$/u
const LIST_ITEM = /(\d{1,5})([a-hđ]?)/g
const LIST_REACH = 200

/** The bare numbers that share the symbol of the number at `offset`: «số 217, 218-QĐ/TW» gives 217. */
export function listBefore(text: string, offset: number, from: number): readonly ListedNumber[] {
  const last = text[offset - 1]
  const beforeLast = text[offset - 2]
  // Most numbers are no list: two characters tell («218» after «, » or after «và »).
  const isMaybe =
    last === ',' ||
    last === ';' ||
    (last !== undefined && /\s/.test(last) && /[,;à&\s]/.test(beforeLast ?? ''))
  if (!isMaybe) return []
  const base = Math.max(from, offset - LIST_REACH)
  const before = text.slice(base, offset)
  const match = LIST.exec(before)
  if (match === null) return []
  const listStart = base + match.index
  if (!isWordBefore(text, listStart)) return []
  const items: ListedNumber[] = []
  for (const item of match[0].matchAll(LIST_ITEM)) {
    const start = listStart + item.index
    items.push({ start, end: start + item[0].length, digits: item[1] ?? '', ending: item[2] ?? '' })
  }
  return items
}
