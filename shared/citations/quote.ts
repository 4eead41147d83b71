/** A sentence of a document in, the words shown as evidence out, with the place inside them that they are evidence for. */
import type { Span } from '../contract/document.ts'

/** Evidence as shown: `quoteStart` and `quoteEnd` mark the place inside `quote` (UTF-16 offsets). */
export interface MarkedQuote {
  readonly quote: string
  readonly quoteStart: number
  readonly quoteEnd: number
}

/** Longest quote kept as evidence, UTF-16 code units; a list item of a plan can run for pages. */
const QUOTE_LENGTH = 480
/** Of a long sentence, this much before the place. */
const LEAD_LENGTH = 160

/** The sentence on one line, or whole words of it around the place where it is long; «…» shows where it was cut. */
export function quoteOf(text: string, sentence: Span, place: Span): MarkedQuote {
  const start = Math.max(sentence.start, Math.min(place.start - LEAD_LENGTH, sentence.end - QUOTE_LENGTH))
  const end = Math.max(place.end, Math.min(sentence.end, start + QUOTE_LENGTH))
  const isCutBefore = start > sentence.start
  const isCutAfter = end < sentence.end
  // Neither cut may reach into the place itself.
  const from = isCutBefore ? start + Math.max(0, text.slice(start, place.start).search(/\s/)) : start
  const to = isCutAfter ? end - (/(?<=\s)\S*$/.exec(text.slice(place.end, end))?.[0].length ?? 0) : end
  const lead = isCutBefore ? '…' : ''
  const shown = (until: number): string => text.slice(from, until).replace(/\s+/g, ' ').trimStart()
  return {
    quote: `${lead}${shown(to).trimEnd()}${isCutAfter ? '…' : ''}`,
    quoteStart: lead.length + shown(place.start).length,
    quoteEnd: lead.length + shown(place.end).length,
  }
}
