/** Facts of a graph, what is drawn of it and how come in; the graph sigma draws goes out, places and looks included. */
import Graph from 'graphology'
import { instrumentName, printedNumber } from '../../../shared/wording/instruments.ts'
import type { Language } from '../../../shared/wording/language.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { placesOf } from '../trace/graphLayout.ts'
import { type BandMap, bandMap } from './bandLayout.ts'
import { mixColours } from './colours.ts'
import { edgeKey, type GraphFacts } from './graphFacts.ts'
import { GROUP_COLOURS, kindGroupOf } from './kindGroups.ts'
import type { PictureColours } from './pictureColours.ts'

/** Up to here dagre sets the layers by who acts on whom; beyond, levels and years do. */
export const MOST_LAYERED = 250
/** Beyond this many edges their red is thinned, so that the instruments stay readable. */
const MANY_EDGES = 600
const LONGEST_NAME = 24
/** The explorer's pane is broad; see `placesOf`. */
const PANE_BREADTH = 2

const shortName = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name

/** Circles grow with the edges, slowly: a resolution cited a thousand times must not cover its plans. */
export const sizeOf = (degree: number, isSmall: boolean): number =>
  isSmall ? 6 + Math.min(6, Math.sqrt(degree)) : 1.4 + Math.min(4, Math.sqrt(degree) * 0.35)

interface Look {
  readonly rootId: number | null
  readonly language: Language
  readonly colours: PictureColours
}

/** The graph as sigma takes it, and the map it stands on when there is one. */
export interface ExplorerGraph {
  readonly graph: Graph
  readonly map: BandMap | null
}

/** Builds the whole graph; filters later only hide parts of it, so that nothing moves when they change. */
export function buildExplorerGraph(facts: GraphFacts, { rootId, language, colours }: Look): ExplorerGraph {
  const graph = new Graph({ multi: true, type: 'directed' })
  const nodes = [...facts.nodes.values()]
  const edges = [...facts.edges.values()]
  const root = nodes.find(({ id }) => id === rootId) ?? nodes[0]
  const isSmall = nodes.length <= MOST_LAYERED
  const degreeOf = (id: number): number => facts.degrees.get(id) ?? 0
  const map = isSmall ? null : bandMap(nodes, degreeOf)
  const places =
    map?.places ??
    (root === undefined
      ? new Map()
      : placesOf({ root, nodes, edges: edges.map((edge) => ({ ...edge, evidence: [] })) }, PANE_BREADTH))
  const palette = GROUP_COLOURS[colours.isDark ? 'dark' : 'light']
  for (const node of nodes) {
    const isHeld = node.heldDocumentId !== null
    const colour = palette[kindGroupOf(node.kind)]
    const isRoot = node.id === rootId
    const place = places.get(node.id) ?? { x: 0, y: 0 }
    graph.addNode(String(node.id), {
      x: place.x,
      y: place.y,
      size: isRoot ? 13 : sizeOf(degreeOf(node.id), isSmall),
      label: shortName(printedNumber(node) || instrumentName(node, language)),
      // A full circle needs no rim: ten thousand plain dots are drawn in a fraction of the time.
      type: isHeld && !isSmall && !isRoot ? 'point' : 'border',
      color: isHeld ? colour : colours.paper,
      borderColor: colour,
    })
  }
  const isCrowded = edges.length > MANY_EDGES
  const thread = isCrowded ? mixColours(colours.thread, colours.paper, 0.22) : colours.thread
  const mention = mixColours(colours.thread, colours.paper, isCrowded ? 0.14 : 0.5)
  for (const edge of edges) {
    graph.addEdgeWithKey(edgeKey(edge), String(edge.from), String(edge.to), {
      size: isCrowded ? 0.6 : edge.relation === 'mentions' ? 1 : 2,
      color: edge.relation === 'mentions' ? mention : thread,
      label: relationWording(edge.relation, language).active,
    })
  }
  return { graph, map }
}
