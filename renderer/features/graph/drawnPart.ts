/** Facts of a graph and what a filter leaves of them come in; what one picture can carry goes out, with what it cannot counted. */
import { edgeKey, type GraphFacts } from './graphFacts.ts'
import type { VisibleGraph } from './graphFilter.ts'

/** Most instruments and most edges of one picture: beyond, it neither moves smoothly nor shows anything but a block. */
export const MOST_NODES = 20_000
/** @see MOST_NODES */
export const MOST_EDGES = 50_000

/** What is drawn. `leftNodes` and `leftEdges` fit the filter and are not: a narrower filter shows them. */
export interface DrawnPart {
  readonly facts: GraphFacts
  readonly leftNodes: number
  readonly leftEdges: number
}

/**
 * A graph that fits is drawn whole, and filters only hide parts of it. Of a larger one the instruments with the most
 * ties are drawn, and of their edges first those that say more than that one mentions the other.
 */
export function drawnPart(facts: GraphFacts, visible: VisibleGraph): DrawnPart {
  if (facts.nodes.size <= MOST_NODES && facts.edges.size <= MOST_EDGES)
    return { facts, leftNodes: 0, leftEdges: 0 }
  const degreeOf = (id: number): number => facts.degrees.get(id) ?? 0
  const ids = [...visible.ids]
  const chosen =
    ids.length <= MOST_NODES
      ? ids
      : ids.sort((a, b) => degreeOf(b) - degreeOf(a) || a - b).slice(0, MOST_NODES)
  const nodes = new Map(
    chosen.flatMap((id) => {
      const node = facts.nodes.get(id)
      return node === undefined ? [] : [[id, node] as const]
    }),
  )
  const between = [...facts.edges.values()].filter(
    (edge) => nodes.has(edge.from) && nodes.has(edge.to) && visible.edgeKeys.has(edgeKey(edge)),
  )
  const isStrong = ({ relation }: { readonly relation: string }): boolean => relation !== 'mentions'
  const kept =
    between.length <= MOST_EDGES
      ? between
      : [...between.filter(isStrong), ...between.filter((edge) => !isStrong(edge))].slice(0, MOST_EDGES)
  return {
    facts: { nodes, edges: new Map(kept.map((edge) => [edgeKey(edge), edge])), degrees: facts.degrees },
    leftNodes: visible.ids.size - nodes.size,
    leftEdges: between.length - kept.length,
  }
}
