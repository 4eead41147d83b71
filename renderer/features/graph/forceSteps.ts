/** Places and edges come in; places moved a little by attraction and repulsion go out, as often as asked. */
import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'

/** What the forces work on. `places` holds x and y of each circle; `edges` pairs of circle indexes. */
export interface ForceTask {
  readonly places: Float64Array
  readonly edges: Uint32Array
  /** Indexes of pinned circles: they pull and push, and stay. */
  readonly fixed: readonly number[]
}

/** Rounds between two answers: few, so that the picture moves smoothly. */
const ROUNDS = 4
/** Beyond this many circles far ones act together (Barnes–Hut). */
const MANY = 500

/** Forces at work. */
export interface Forces {
  /** Moves the circles and gives their places. */
  step(): Float64Array<ArrayBuffer>
  /** Pins these and lets the others go. */
  pin(fixed: readonly number[]): void
}

/** Sets the forces up. */
export function createForces({ places, edges, fixed }: ForceTask): Forces {
  const graph = new Graph({ multi: true, type: 'directed' })
  for (let at = 0; at < places.length / 2; at += 1)
    graph.addNode(at, { x: places[2 * at], y: places[2 * at + 1] })
  for (let at = 0; at + 1 < edges.length; at += 2) graph.addEdge(edges[at], edges[at + 1])
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    // With less, parts without a tie between them drift off and leave all the others small.
    gravity: 0.5,
    barnesHutOptimize: graph.order > MANY,
    slowDown: 4,
  }
  const pin = (pinned: readonly number[]): void => {
    const indexes = new Set(pinned.map(String))
    graph.updateEachNodeAttributes((node, attributes) => ({ ...attributes, fixed: indexes.has(node) }))
  }
  pin(fixed)
  return {
    pin,
    step: () => {
      forceAtlas2.assign(graph, { iterations: ROUNDS, settings })
      const moved = new Float64Array(places.length)
      let at = 0
      graph.forEachNode((_, attributes) => {
        moved[at] = Number(attributes.x)
        moved[at + 1] = Number(attributes.y)
        at += 2
      })
      return moved
    },
  }
}
