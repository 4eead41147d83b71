/** Ranked candidates and the joints of a run of words come in; ranks that favour documents with the whole run go out. */
import type { ExpandedClause } from './expand.ts'

/** So many of the best are looked at: a document that has the whole run is among them though others repeat parts of it. */
export const TOGETHER_WINDOW = 200
/** What the whole run adds to a score. A high power counts: most of the pairs is what any paper on the subject has. */
const TOGETHER_SHARE = 5
const TOGETHER_POWER = 5

/** Where two words of a run meet: the pairs of neighbours that may stand there, as typed, as corrected, as completed. */
export type Joint = readonly string[]

/**
 * Raises each of the best (at most `TOGETHER_WINDOW`) by the share of joints the document has; the others keep their rank
 * and so stay below. `ordinals` in the order of their ranks, the best first. Returns false when no document has every
 * joint, so that none has the run word by word.
 */
export function raiseTogether(
  ordinals: readonly number[],
  joints: readonly Joint[],
  clauses: readonly ExpandedClause[],
  ranks: Map<number, number>,
): boolean {
  if (joints.length < 2) return true
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
  if (found < 2) return false
  window.forEach((ordinal, at) => {
    const share = (counts[at] ?? 0) / found
    ranks.set(ordinal, (ranks.get(ordinal) ?? 0) * (1 + TOGETHER_SHARE * share ** TOGETHER_POWER))
  })
  return counts.includes(joints.length)
}
