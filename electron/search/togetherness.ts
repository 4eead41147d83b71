/** Ranked candidates and the pairs of neighbours typed in one run come in; ranks that favour documents with all of them go out. */
import type { ExpandedClause } from './expand.ts'
import type { Matches } from './scoring.ts'

/** So many of the best are looked at: a document that has the whole run is among them though others repeat parts of it. */
export const TOGETHER_WINDOW = 200
/** What the whole run adds to a score. Its cube counts: most of the pairs is what any paper on the subject has. */
const TOGETHER_SHARE = 3

/**
 * Ranks by ordinal for the best candidates (at most `TOGETHER_WINDOW`), each raised by the share of pairs the document
 * has; the others keep theirs and so stay below. `ordinals` in the order of their ranks, the best first.
 */
export function raiseTogether(
  ordinals: readonly number[],
  pairs: readonly string[],
  clauses: readonly ExpandedClause[],
  { rank }: Matches,
): Map<number, number> {
  const raised = new Map(ordinals.map((ordinal) => [ordinal, rank[ordinal] ?? 0]))
  if (pairs.length < 2) return raised
  const window = ordinals.slice(0, TOGETHER_WINDOW).sort((one, other) => one - other)
  const counts = new Uint8Array(window.length)
  const wanted = new Set(pairs)
  let known = 0
  for (const term of new Map(
    clauses.flatMap(({ terms }) => terms.map((each) => [each.term, each])),
  ).values()) {
    if (!wanted.has(term.term)) continue
    known += 1
    const has = new Uint8Array(window.length)
    for (const column of term.postings.flatMap(({ columns }) => columns)) {
      column.positionsOf(window).forEach((entry, at) => {
        if (entry >= 0) has[at] = 1
      })
    }
    has.forEach((one, at) => {
      counts[at] = (counts[at] ?? 0) + one
    })
  }
  if (known < 2) return raised
  window.forEach((ordinal, at) => {
    const share = (counts[at] ?? 0) / known
    raised.set(ordinal, (rank[ordinal] ?? 0) * (1 + TOGETHER_SHARE * share ** 3))
  })
  return raised
}
