/** Instruments and edges come in; a place for each goes out, the acted on above those that act, no row too long. */
import { Graph as LayoutGraph, layout } from '@dagrejs/dagre'
import type { EdgeRelation } from '../../../shared/contract/citation.ts'
import type { Level } from '../../../shared/contract/instrument.ts'
import { LEVEL_ORDER } from '../../../shared/wording/instruments.ts'

/** Beyond this dagre takes longer than a person waits; levels and dates alone then give the rows. */
const MOST_FOR_DAGRE = 250
/** Room for a number such as «41-KH/BDVTU» under its circle. */
const COLUMN_WIDTH = 160
const ROW_HEIGHT = 90
/** Between one layer and the next, beyond the rows of one layer. */
const LAYER_GAP = 60

/** A place in the plane, y growing upwards as sigma draws it. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What a layout goes by. */
export interface PlacedGraph {
  readonly nodes: readonly { readonly id: number; readonly level: Level; readonly issuedOn: string | null }[]
  readonly edges: readonly { readonly from: number; readonly to: number; readonly relation: EdgeRelation }[]
}

/**
 * Places by instrument id. `breadth` is how wide a layer may be for its height: below 1 for the pane beside the tree,
 * above it for a picture that has the window to itself.
 */
export function placesOf(graph: PlacedGraph, breadth = 0.6): ReadonlyMap<number, Point> {
  const layers = graph.nodes.length <= MOST_FOR_DAGRE ? layersByEdges(graph) : layersByLevel(graph)
  const perRow = Math.max(4, Math.ceil(Math.sqrt(graph.nodes.length * breadth)))
  const places = new Map<number, Point>()
  let y = 0
  for (const layer of layers) {
    const rows = Math.ceil(layer.length / perRow)
    const inRow = Math.ceil(layer.length / rows)
    layer.forEach((id, at) => {
      const row = Math.floor(at / inRow)
      const length = Math.min(inRow, layer.length - row * inRow)
      // Every second row is shifted, so that edges from below pass between the circles above.
      const shift = row % 2 === 0 ? 0 : COLUMN_WIDTH / 2
      places.set(id, {
        x: ((at % inRow) - (length - 1) / 2) * COLUMN_WIDTH + shift,
        y: -(y + row * ROW_HEIGHT),
      })
    })
    y += rows * ROW_HEIGHT + LAYER_GAP
  }
  return places
}

/** Layers by dagre: its rank for each instrument, its order inside the rank. */
function layersByEdges(graph: PlacedGraph): readonly (readonly number[])[] {
  const plan = new LayoutGraph({ multigraph: true })
  plan.setGraph({ rankdir: 'TB', nodesep: 40, ranksep: 90 })
  plan.setDefaultEdgeLabel(() => ({}))
  for (const { id } of graph.nodes) plan.setNode(String(id), { width: 60, height: 24 })
  const known = new Set(graph.nodes.map(({ id }) => id))
  for (const { from, to, relation } of graph.edges) {
    // The one acted on stands above the one that acts: a resolution above the plans that carry it out.
    if (known.has(from) && known.has(to) && from !== to) plan.setEdge(String(to), String(from), {}, relation)
  }
  layout(plan)
  const ranks = new Map<number, { id: number; x: number }[]>()
  for (const { id } of graph.nodes) {
    const { x, y } = plan.node(String(id))
    const rank = ranks.get(Number(y)) ?? []
    rank.push({ id, x: Number(x) })
    ranks.set(Number(y), rank)
  }
  return [...ranks]
    .sort(([a], [b]) => a - b)
    .map(([, rank]) => rank.sort((a, b) => a.x - b.x).map(({ id }) => id))
}

/** Layers by the level of the issuing body, from the centre down, oldest first. */
function layersByLevel({ nodes }: PlacedGraph): readonly (readonly number[])[] {
  return LEVEL_ORDER.map((level) =>
    nodes
      .filter((node) => node.level === level)
      .sort((a, b) => (a.issuedOn ?? '').localeCompare(b.issuedOn ?? ''))
      .map(({ id }) => id),
  ).filter((layer) => layer.length > 0)
}
