/** A way to ask the library comes in; its whole graph goes out: every instrument first, then every edge. */
import type { EdgeCursor, GraphEdge, GraphNode } from '../../../shared/contract/graphMethods.ts'
import type { Method, MethodResult, Params } from '../../../shared/contract/methods.ts'
import { factOfEdge, type GraphPiece } from './graphFacts.ts'

/** Calls a method of the library; throws an expected failure. */
export type Ask = <M extends Method>(method: M, params: Params<M>) => Promise<MethodResult<M>>

/** A page is read and carried over in some ten milliseconds: neither the library nor the window is held up. */
const NODES_A_PAGE = 5000
const EDGES_A_PAGE = 10_000
/** Up to here the edges are there so soon that a picture without them would only flicker. */
const FEW_NODES = 1500

/** The whole library in one stretch, or in two when it is large. */
export async function* wholeGraph(ask: Ask): AsyncGenerator<GraphPiece> {
  const nodes: GraphNode[] = []
  for (let after: number | null = 0; after !== null; ) {
    const page: MethodResult<'graph.nodes'> = await ask('graph.nodes', { after, limit: NODES_A_PAGE })
    nodes.push(...page.nodes)
    after = page.next
  }
  if (nodes.length > FEW_NODES) yield { nodes, edges: [] }
  const edges: GraphEdge[] = []
  for (let after: EdgeCursor | undefined | null; after !== null; ) {
    const page: MethodResult<'graph.edges'> = await ask('graph.edges', { after, limit: EDGES_A_PAGE })
    edges.push(...page.edges)
    after = page.next
  }
  yield { nodes: nodes.length > FEW_NODES ? [] : nodes, edges: edges.map(factOfEdge) }
}
