/** A sentence of a document in, the words shown as evidence out. */
import type { Span } from '../../shared/contract/document.ts'

/** Longest quote kept as evidence, UTF-16 code units; a list item of a plan can run for pages. */
const QUOTE_LENGTH = 480
/** Of a long sentence, this much before the citation. */
const LEAD_LENGTH = 160

/** The sentence on one line, or whole words of it around offset `at` where it is long; «…» shows where it was cut. */
export function quoteOf(text: string, sentence: Span, at: number): string {
  const start = Math.max(sentence.start, Math.min(at - LEAD_LENGTH, sentence.end - QUOTE_LENGTH))
  const end = Math.min(sentence.end, start + QUOTE_LENGTH)
  const words = text.slice(start, end)
  const isCutBefore = start > sentence.start
  const isCutAfter = end < sentence.end
  const fromWord = isCutBefore ? words.slice(words.search(/\s/) + 1) : words
  const toWord = isCutAfter ? fromWord.replace(/\s\S*$/, '') : fromWord
  return `${isCutBefore ? '…' : ''}${toWord.replace(/\s+/g, ' ').trim()}${isCutAfter ? '…' : ''}`
}
