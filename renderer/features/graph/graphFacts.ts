/** Answers about stretches of the graph come in; they go out joined into one set of instruments and edges. */
import type { EdgeRelation } from '../../../shared/contract/citation.ts'
import type { GraphEdge, GraphEdgeState, GraphNode } from '../../../shared/contract/graphMethods.ts'
import type { TraceGraph } from '../../../shared/contract/views.ts'

/** An instrument as the explorer knows it. `citedBy` is told by the pages of a whole library alone. */
export type FactNode = Omit<GraphNode, 'citedBy'> & Partial<Pick<GraphNode, 'citedBy'>>

/** An edge without its quotes: those are asked for when an edge is looked at. */
export interface EdgeFact {
  readonly from: number
  readonly to: number
  readonly relation: EdgeRelation
  readonly state: GraphEdgeState
}

/** What is known of a graph so far. `degrees` counts the edges of each instrument that has any. */
export interface GraphFacts {
  readonly nodes: ReadonlyMap<number, FactNode>
  readonly edges: ReadonlyMap<string, EdgeFact>
  readonly degrees: ReadonlyMap<number, number>
}

/** A further stretch of a graph. */
export interface GraphPiece {
  readonly nodes: readonly FactNode[]
  readonly edges: readonly EdgeFact[]
}

/** Nothing known yet. */
export const emptyFacts: GraphFacts = { nodes: new Map(), edges: new Map(), degrees: new Map() }

/** The name of an edge in the picture; two instruments may be tied by several relations. */
export const edgeKey = ({ from, to, relation }: Pick<EdgeFact, 'from' | 'to' | 'relation'>): string =>
  `${from} ${relation} ${to}`

/** An edge of a page of the whole graph. */
export const factOfEdge = ([from, to, relation, state]: GraphEdge): EdgeFact => ({
  from,
  to,
  relation,
  state,
})

/** A neighbourhood as a stretch. */
export const pieceOf = ({ nodes, edges }: Pick<TraceGraph, 'nodes' | 'edges'>): GraphPiece => ({
  nodes,
  edges: edges.map(({ from, to, relation, isImpossible }) => ({
    from,
    to,
    relation,
    state: isImpossible ? 'impossible' : 'proposed',
  })),
})

/** Joins a further stretch; what was known stays as it is. Edges to instruments nobody answered with are left out. */
export function joinFacts(known: GraphFacts, piece: GraphPiece): GraphFacts {
  const nodes = new Map(known.nodes)
  const edges = new Map(known.edges)
  const degrees = new Map(known.degrees)
  for (const node of piece.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node)
  for (const edge of piece.edges) {
    const { from, to } = edge
    const key = edgeKey(edge)
    if (from === to || edges.has(key) || !nodes.has(from) || !nodes.has(to)) continue
    edges.set(key, edge)
    degrees.set(from, (degrees.get(from) ?? 0) + 1)
    degrees.set(to, (degrees.get(to) ?? 0) + 1)
  }
  return { nodes, edges, degrees }
}

/** The year an instrument stands at, null when it has none. */
export const yearOf = ({ issuedOn, year }: Pick<FactNode, 'issuedOn' | 'year'>): number | null =>
  issuedOn === null ? year : Number(issuedOn.slice(0, 4))
