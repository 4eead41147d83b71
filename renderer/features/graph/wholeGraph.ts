/** A way to ask the library comes in; its whole graph goes out stretch by stretch, the most connected one first. */
import type { Method, MethodResult, Params } from '../../../shared/contract/methods.ts'
import type { TraceGraph } from '../../../shared/contract/views.ts'

/** Calls a method of the library; throws an expected failure. */
export type Ask = <M extends Method>(method: M, params: Params<M>) => Promise<MethodResult<M>>

/** Most instruments of one picture. */
const MOST_NODES = 20_000
/** Roots tried after the first: each brings a part of the library that hangs together by itself. */
const MOST_ROOTS = 60
/** Documents asked at once when looking for what hangs on nothing met so far. */
const PAGE = 1000
const MOST_PAGES = 30

/**
 * Stretches of the whole library. The first is everything within three steps of the instrument most cited, in practice
 * nearly all; then come parts tied to it by longer ways or not at all. Instruments without any edge are left out.
 */
export async function* wholeGraph(ask: Ask): AsyncGenerator<TraceGraph> {
  const met = new Set<number>()
  const stretch = async (instrumentId: number): Promise<TraceGraph> => {
    const graph = await ask('graph.neighbourhood', {
      instrumentId,
      depth: 3,
      limit: Math.max(1, MOST_NODES - met.size),
    })
    for (const { id } of graph.nodes) met.add(id)
    return graph
  }
  const [held, missing] = await Promise.all([
    ask('documents.list', { sort: 'citedByCount', descending: true, offset: 0, limit: 1 }),
    ask('instruments.missing', { offset: 0, limit: 1 }),
  ])
  const document = held.documents[0]
  const cited = missing.items[0]
  const rootId =
    cited !== undefined && cited.citedBy > (document?.citedByCount ?? -1) ? cited.id : document?.instrumentId
  if (rootId === undefined) return
  yield await stretch(rootId)
  // The rest comes as one: each stretch shown draws the picture anew.
  const rest: TraceGraph[] = []
  for await (const graph of otherParts(ask, met, stretch)) rest.push(graph)
  const first = rest[0]
  if (first !== undefined)
    yield {
      root: first.root,
      nodes: rest.flatMap(({ nodes }) => nodes),
      edges: rest.flatMap(({ edges }) => edges),
    }
}

/** Parts of the library around documents nothing has led to yet. */
async function* otherParts(
  ask: Ask,
  met: ReadonlySet<number>,
  stretch: (instrumentId: number) => Promise<TraceGraph>,
): AsyncGenerator<TraceGraph> {
  let roots = 0
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { documents, total } = await ask('documents.list', {
      sort: 'citedByCount',
      descending: true,
      offset: page * PAGE,
      limit: PAGE,
    })
    for (const { instrumentId, citationCount, citedByCount } of documents) {
      if (roots >= MOST_ROOTS || met.size >= MOST_NODES) return
      if (met.has(instrumentId) || citationCount + citedByCount === 0) continue
      roots += 1
      yield await stretch(instrumentId)
    }
    if ((page + 1) * PAGE >= total) return
  }
}
