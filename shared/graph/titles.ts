/** How much two titles of an act say the same. */
import { foldWord } from '../vietnamese/fold.ts'

const WORD = /[\p{L}\p{N}]+/gu // dan

/** Folded words of a title, each once; «về» and «việc» open most titles and tell nothing. */
function titleWords(title: string): ReadonlySet<string> {
  const words = new Set(foldWord(title).match(WORD) ?? [])
  words.delete('ve')
  words.delete('viec')
  return words
}

/** 0..1: shared words over the words of the shorter title, so that a shortened title still matches its full form. */
export function titleLikeness(first: string, second: string): number {
  const one = titleWords(first)
  const other = titleWords(second)
  const smaller = Math.min(one.size, other.size)
  if (smaller === 0) return 0
  let shared = 0
  for (const word of one) if (other.has(word)) shared++
  return shared / smaller
}
