/** Lines of a tree come in; the instruments and edges the picture beside it draws go out. */
import type { Edge } from '../../../shared/contract/instrument.ts'
import type { TreeLine } from '../../../shared/contract/tracing.ts'
import type { TraceGraph } from '../../../shared/contract/views.ts'
import { edgeOf } from './treeEdges.ts'

/** The graph of the lines drawn: each line's own edge, and the other ways to it whose other end is drawn too. */
export function treeGraph(
  lines: readonly TreeLine[],
  direction: 'implementers' | 'sources',
): TraceGraph | null {
  const root = lines[0]
  if (root === undefined) return null
  const drawn = new Set(lines.map(({ instrument }) => instrument.id))
  const edges = lines.flatMap((line): Edge[] => {
    const ways = [line, ...line.alsoUnder.map((way) => ({ ...line, ...way }))]
    return ways.flatMap((way) => {
      const ends = edgeOf(way, direction)
      if (ends === null || !drawn.has(ends.from) || !drawn.has(ends.to)) return []
      return [{ ...ends, evidence: [], isImpossible: way === line && line.isImpossible }]
    })
  })
  return { root: root.instrument, nodes: lines.map(({ instrument }) => instrument), edges }
}
