/** Citations and the short mentions that repeat them come in; out go the red threads of the text, in order. */
import type { StoredCitation } from '../../../shared/contract/views.ts'
import type { TextSpan } from './segments.ts'

/** A stretch of the text that leads to an instrument. `isMention`: «Kết luận 43», of an act cited in full elsewhere. */
export interface Thread extends TextSpan {
  readonly citation: StoredCitation
  readonly isMention: boolean
}

/** All threads in order of `start`; a mention that runs into a citation or another mention is left out. */
export function threadsOf(
  citations: readonly StoredCitation[],
  mentions: readonly (TextSpan & { readonly citationId: number })[],
): readonly Thread[] {
  const byId = new Map(citations.map((citation) => [citation.id, citation]))
  const full = citations.map(
    (citation): Thread => ({ start: citation.start, end: citation.end, citation, isMention: false }),
  )
  const short = mentions.flatMap(({ start, end, citationId }): Thread[] => {
    const citation = byId.get(citationId)
    return citation === undefined ? [] : [{ start, end, citation, isMention: true }]
  })
  // At the same place the citation comes before its mention, and so wins.
  const all = [...full, ...short].sort(
    (a, b) => a.start - b.start || Number(a.isMention) - Number(b.isMention) || a.end - b.end,
  )
  const kept: Thread[] = []
  const starts = full.map(({ start }) => start).sort((a, b) => a - b)
  let nextCitation = 0
  let end = 0
  for (const thread of all) {
    while ((starts[nextCitation] ?? Number.POSITIVE_INFINITY) <= thread.start) nextCitation += 1
    if (thread.isMention && (thread.start < end || thread.end > (starts[nextCitation] ?? thread.end)))
      continue
    kept.push(thread)
    end = Math.max(end, thread.end)
  }
  return kept
}
