/** Answers about stretches of the graph come in; they go out joined into one set of instruments and edges. */
import type { EdgeRelation } from '../../../shared/contract/citation.ts'
import type { Instrument } from '../../../shared/contract/instrument.ts'
import type { TraceGraph } from '../../../shared/contract/views.ts'

/** An edge without its quotes: those are asked for when an edge is looked at. */
export interface EdgeFact {
  readonly from: number
  readonly to: number
  readonly relation: EdgeRelation
  readonly isImpossible: boolean
}

/** What is known of a graph so far. `degrees` counts the edges of each instrument. */
export interface GraphFacts {
  readonly nodes: ReadonlyMap<number, Instrument>
  readonly edges: ReadonlyMap<string, EdgeFact>
  readonly degrees: ReadonlyMap<number, number>
}

/** Nothing known yet. */
export const emptyFacts: GraphFacts = { nodes: new Map(), edges: new Map(), degrees: new Map() }

/** The name of an edge in the picture; two instruments may be tied by several relations. */
export const edgeKey = ({ from, to, relation }: Pick<EdgeFact, 'from' | 'to' | 'relation'>): string =>
  `${from} ${relation} ${to}`

/** Joins a further stretch; what was known stays as it is. Edges to instruments nobody answered with are left out. */
export function joinFacts(known: GraphFacts, piece: Pick<TraceGraph, 'nodes' | 'edges'>): GraphFacts {
  const nodes = new Map(known.nodes)
  const edges = new Map(known.edges)
  const degrees = new Map(known.degrees)
  for (const node of piece.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node)
  for (const { from, to, relation, isImpossible } of piece.edges) {
    const key = edgeKey({ from, to, relation })
    if (from === to || edges.has(key) || !nodes.has(from) || !nodes.has(to)) continue
    edges.set(key, { from, to, relation, isImpossible })
    degrees.set(from, (degrees.get(from) ?? 0) + 1)
    degrees.set(to, (degrees.get(to) ?? 0) + 1)
  }
  return { nodes, edges, degrees }
}

/** The year an instrument stands at, null when it has none. */
export const yearOf = ({ issuedOn, year }: Instrument): number | null =>
  issuedOn === null ? year : Number(issuedOn.slice(0, 4))
