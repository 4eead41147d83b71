/** A drawn graph comes in; a worker moves its signs by attraction and repulsion until it is stopped. */
import type Graph from 'graphology'
import type { ForceMessage } from './forceWorker.ts'

/** Of the window's time, the share that may go into moving a large picture: the rest is for the person. */
const MOST_SHARE = 0.3

/** Forces at work on a picture. */
export interface RunningForces {
  pin(pinned: ReadonlySet<number>): void
  stop(): void
}

/** Starts the forces. The policy of the page allows workers of its own files only. */
export function startForces(graph: Graph, pinned: ReadonlySet<number>): RunningForces {
  const nodes = graph.nodes()
  const indexes = new Map(nodes.map((node, at) => [node, at]))
  const places = new Float64Array(nodes.length * 2)
  nodes.forEach((node, at) => {
    places[2 * at] = Number(graph.getNodeAttribute(node, 'x'))
    places[2 * at + 1] = Number(graph.getNodeAttribute(node, 'y'))
  })
  const ends: number[] = []
  graph.forEachEdge((_, __, source, target) => {
    ends.push(indexes.get(source) ?? 0, indexes.get(target) ?? 0)
  })
  const indexesOf = (ids: ReadonlySet<number>): number[] =>
    [...ids].flatMap((id) => indexes.get(String(id)) ?? [])
  const worker = new Worker(new URL('./forceWorker.ts', import.meta.url), { type: 'module' })
  const tell = (message: ForceMessage): void => worker.postMessage(message)
  let restUntil = 0
  worker.onmessage = ({ data }: MessageEvent<Float64Array>): void => {
    const began = performance.now()
    if (began < restUntil) return
    graph.updateEachNodeAttributes(
      (node, attributes) => {
        const at = indexes.get(node) ?? 0
        return { ...attributes, x: data[2 * at], y: data[2 * at + 1] }
      },
      { attributes: ['x', 'y'] },
    )
    // The picture is drawn in the next frame, after which its cost is known.
    requestAnimationFrame(() =>
      setTimeout(() => {
        const ended = performance.now()
        restUntil = ended + (ended - began) * (1 / MOST_SHARE - 1)
      }),
    )
  }
  tell({ places, edges: Uint32Array.from(ends), fixed: indexesOf(pinned) })
  return { pin: (ids) => tell({ pinned: indexesOf(ids) }), stop: () => worker.terminate() }
}
