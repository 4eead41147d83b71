/** A drawn graph comes in; a worker moves its circles by attraction and repulsion until it is stopped. */
import type Graph from 'graphology'
import type { ForceTask } from './forceWorker.ts'

/** Starts the forces; the function returned ends them. The policy of the page allows workers of its own files only. */
export function startForces(graph: Graph, pinned: ReadonlySet<number>): () => void {
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
  const fixed = nodes.flatMap((node, at) => (pinned.has(Number(node)) ? [at] : []))
  const worker = new Worker(new URL('./forceWorker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<Float64Array>): void => {
    graph.updateEachNodeAttributes(
      (node, attributes) => {
        const at = indexes.get(node) ?? 0
        return { ...attributes, x: data[2 * at], y: data[2 * at + 1] }
      },
      { attributes: ['x', 'y'] },
    )
  }
  worker.postMessage({ places, edges: Uint32Array.from(ends), fixed } satisfies ForceTask)
  return () => worker.terminate()
}
