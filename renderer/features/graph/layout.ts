/** Facts of a graph come in; a place for each instrument goes out, and what is known later is placed without moving the rest. */
import type Graph from 'graphology'
import { type Point, placesOf } from '../trace/graphLayout.ts'
import { type BandMap, bandMap } from './bandLayout.ts'
import type { GraphFacts } from './graphFacts.ts'

/** Up to here dagre sets the layers by who acts on whom; beyond, levels and years do. */
export const MOST_LAYERED = 250
/** The explorer's pane is broad; see `placesOf`. */
const PANE_BREADTH = 2
/** Between instruments where nothing stands yet to measure by. */
const FIRST_GAP = 120
/** Rings tried around an instrument before a newcomer is laid over another. */
const MOST_RINGS = 60

/** Places by instrument id; `map` while they stand on the map of levels and years. */
export interface Layout {
  readonly places: ReadonlyMap<number, Point>
  readonly map: BandMap | null
}

/** Places all anew. Instruments without any edge stand apart, below the others. */
export function layOut(facts: GraphFacts): Layout {
  const nodes = [...facts.nodes.values()]
  if (nodes.length > MOST_LAYERED) {
    const map = bandMap(nodes, (node) => node.citedBy ?? facts.degrees.get(node.id) ?? 0)
    return { places: map.places, map }
  }
  const tied = nodes.filter(({ id }) => facts.degrees.has(id))
  const places = new Map(placesOf({ nodes: tied, edges: [...facts.edges.values()] }, PANE_BREADTH))
  const alone = placesOf({ nodes: nodes.filter(({ id }) => !facts.degrees.has(id)), edges: [] }, PANE_BREADTH)
  const lowest = Math.min(0, ...[...places.values()].map(({ y }) => y))
  const below = places.size === 0 ? 0 : lowest - 1.5 * FIRST_GAP
  for (const [id, { x, y }] of alone) places.set(id, { x, y: y + below })
  return { places, map: null }
}

/** Places what has no place yet around an instrument it is tied to; nothing else moves. */
export function extendLayout(layout: Layout, facts: GraphFacts): Layout {
  const newcomers = new Set([...facts.nodes.keys()].filter((id) => !layout.places.has(id)))
  if (newcomers.size === 0) return layout
  const places = new Map(layout.places)
  const taken = takenPlaces(places)
  const neighbours = Map.groupBy(
    [...facts.edges.values()].flatMap(({ from, to }) => [
      { id: from, other: to },
      { id: to, other: from },
    ]),
    ({ id }) => id,
  )
  // Newcomers tied to newcomers alone wait until those have a place.
  for (let waiting = [...newcomers], before = -1; waiting.length > 0 && waiting.length !== before; ) {
    before = waiting.length
    waiting = waiting.filter((id) => {
      const anchor = neighbours.get(id)?.find(({ other }) => places.has(other))
      const around = anchor === undefined ? undefined : places.get(anchor.other)
      if (around === undefined) return true
      places.set(id, taken.claim(around))
      return false
    })
  }
  const outside = { x: 0, y: Math.min(0, ...[...places.values()].map(({ y }) => y)) - 2 * taken.gap }
  for (const id of newcomers) if (!places.has(id)) places.set(id, taken.claim(outside))
  return { places, map: layout.map }
}

/** Knows which places are taken, in cells as wide as instruments stand apart on average. */
function takenPlaces(places: ReadonlyMap<number, Point>) {
  const gap = averageGap([...places.values()])
  const cells = new Map<string, Point[]>()
  const cellOf = (value: number): number => Math.floor(value / gap)
  const add = (point: Point): void => {
    const key = `${cellOf(point.x)} ${cellOf(point.y)}`
    const cell = cells.get(key)
    if (cell) cell.push(point)
    else cells.set(key, [point])
  }
  const isFree = ({ x, y }: Point): boolean => {
    for (let column = cellOf(x) - 1; column <= cellOf(x) + 1; column += 1)
      for (let row = cellOf(y) - 1; row <= cellOf(y) + 1; row += 1)
        for (const other of cells.get(`${column} ${row}`) ?? [])
          if (Math.hypot(other.x - x, other.y - y) < 0.7 * gap) return false
    return true
  }
  for (const point of places.values()) add(point)
  return {
    gap,
    /** The nearest free place around a point, ring by ring. */
    claim(around: Point): Point {
      let claimed = around
      for (const spot of spotsAround(around, gap)) {
        claimed = spot
        if (isFree(spot)) break
      }
      add(claimed)
      return claimed
    },
  }
}

/** Spots on rings around a point, the nearest first, each ring from below: those that act on an instrument stand under it. */
function* spotsAround({ x, y }: Point, gap: number): Generator<Point> {
  for (let ring = 1; ring <= MOST_RINGS; ring += 1) {
    for (let at = 0; at < 6 * ring; at += 1) {
      const angle = (2 * Math.PI * at) / (6 * ring) - Math.PI / 2
      yield { x: x + ring * gap * Math.cos(angle), y: y + ring * gap * Math.sin(angle) }
    }
  }
}

/** How far apart points stand if they share their ground evenly. */
function averageGap(points: readonly Point[]): number {
  let [left, right, top, bottom] = [Infinity, -Infinity, -Infinity, Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.max(top, y)
    bottom = Math.min(bottom, y)
  }
  const area = (right - left) * (top - bottom)
  return area > 0 ? Math.sqrt(area / points.length) : FIRST_GAP
}

/**
 * The layout of a drawn graph with its instruments where they stand now: forces or a hand may have moved them, and what
 * is not drawn just now keeps its place. Null while nothing is laid out.
 */
export function placesIn(graph: Graph, layout: Layout | null, isMoved: boolean): Layout | null {
  if (layout === null || !isMoved) return layout
  const places = new Map(layout.places)
  graph.forEachNode((node, { x, y }) => places.set(Number(node), { x: Number(x), y: Number(y) }))
  return { places, map: null }
}
