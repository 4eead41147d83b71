/** Ranked candidates and the joints of a run of words come in; ranks that favour documents with the whole run go out. */
import type { ExpandedClause } from './expand.ts'
import type { Matches } from './scoring.ts'

/** So many of the best are looked at: a document that has the whole run is among them though others repeat parts of it. */
export const TOGETHER_WINDOW = 200
/** What the whole run adds to a score. A high power counts: most of the pairs is what any paper on the subject has. */
const TOGETHER_SHARE = 5
const TOGETHER_POWER = 5

/** Where two words of a run meet: the pairs of neighbours that may stand there, as typed, as corrected, as completed. */
export type Joint = readonly string[]

/** @see raiseTogether */
export interface Raised {
  /** Ranks by ordinal. */
  readonly ranks: Map<number, number>
  /** True when some document has every joint, and so the whole run word by word. */
  readonly isWhole: boolean
}

/**
 * Ranks by ordinal for the best candidates (at most `TOGETHER_WINDOW`), each raised by the share of joints the document
 * has; the others keep theirs and so stay below. `ordinals` in the order of their ranks, the best first.
 */
export function raiseTogether(
  ordinals: readonly number[],
  joints: readonly Joint[],
  clauses: readonly ExpandedClause[],
  { rank }: Matches,
): Raised {
  const ranks = new Map(ordinals.map((ordinal) => [ordinal, rank[ordinal] ?? 0]))
  if (joints.length < 2) return { ranks, isWhole: joints.length === 0 }
  const window = ordinals.slice(0, TOGETHER_WINDOW).sort((one, other) => one - other)
  const known = new Map(clauses.flatMap(({ terms }) => terms.map((each) => [each.term, each])))
  const counts = new Uint8Array(window.length)
  let found = 0
  for (const joint of joints) {
    const terms = joint.map((term) => known.get(term)).filter((term) => term !== undefined)
    if (terms.length === 0) continue
    found += 1
    const has = new Uint8Array(window.length)
    for (const column of terms.flatMap(({ postings }) => postings.flatMap(({ columns }) => columns))) {
      column.positionsOf(window).forEach((entry, at) => {
        if (entry >= 0) has[at] = 1
      })
    }
    has.forEach((one, at) => {
      counts[at] = (counts[at] ?? 0) + one
    })
  }
  if (found < 2) return { ranks, isWhole: false }
  window.forEach((ordinal, at) => {
    const share = (counts[at] ?? 0) / found
    ranks.set(ordinal, (rank[ordinal] ?? 0) * (1 + TOGETHER_SHARE * share ** TOGETHER_POWER))
  })
  return { ranks, isWhole: counts.includes(joints.length) }
}
