/** Places and edges come in by message; places moved by attraction and repulsion go out until the worker is ended. */
import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'

/** What the forces work on. `places` holds x and y of each circle; `edges` pairs of circle indexes. */
export interface ForceTask {
  readonly places: Float64Array
  readonly edges: Uint32Array
  /** Indexes of pinned circles. */
  readonly fixed: readonly number[]
}

/** Rounds between two answers: few, so that the picture moves smoothly. */
const ROUNDS = 4
/** Beyond this many circles far ones act together (Barnes–Hut). */
const MANY = 500

self.onmessage = ({ data }: MessageEvent<ForceTask>): void => {
  const graph = new Graph({ multi: true, type: 'directed' })
  const fixed = new Set(data.fixed)
  for (let at = 0; at < data.places.length / 2; at += 1)
    graph.addNode(at, { x: data.places[2 * at], y: data.places[2 * at + 1], fixed: fixed.has(at) })
  for (let at = 0; at + 1 < data.edges.length; at += 2) graph.addEdge(data.edges[at], data.edges[at + 1])
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: graph.order > MANY,
    slowDown: 4,
  }
  const work = (): void => {
    forceAtlas2.assign(graph, { iterations: ROUNDS, settings })
    const places = new Float64Array(data.places.length)
    let at = 0
    graph.forEachNode((_, attributes) => {
      places[at] = Number(attributes.x)
      places[at + 1] = Number(attributes.y)
      at += 2
    })
    self.postMessage(places)
    setTimeout(work, 0)
  }
  work()
}
