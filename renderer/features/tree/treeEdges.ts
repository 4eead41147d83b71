/** A line of a tree comes in; the edge that hangs it from its parent goes out. */
import type { EdgeRelation } from '../../../shared/contract/citation.ts'
import type { TreeLine } from '../../../shared/contract/tracing.ts'

/** An edge by its ends: it points from the one that acts. */
export interface EdgeEnds {
  readonly from: number
  readonly to: number
  readonly relation: EdgeRelation
}

/** The edge that hangs a line from its parent; it points from the one that acts. Null for the root. */
export function edgeOf(
  line: Pick<TreeLine, 'instrument' | 'parentId' | 'relation'>,
  direction: 'implementers' | 'sources',
): EdgeEnds | null {
  if (line.parentId === null || line.relation === null) return null
  const { id } = line.instrument
  return direction === 'implementers'
    ? { from: id, to: line.parentId, relation: line.relation }
    : { from: line.parentId, to: id, relation: line.relation }
}
