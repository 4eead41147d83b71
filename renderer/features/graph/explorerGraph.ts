/** Facts of a graph and the places of its instruments come in; the graph sigma draws goes out, looks included. */
import Graph from 'graphology'
import { instrumentName, printedNumber } from '../../../shared/wording/instruments.ts'
import type { Language } from '../../../shared/wording/language.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import type { Point } from '../trace/graphLayout.ts'
import { mixColours } from './colours.ts'
import { type EdgeFact, edgeKey, type FactNode, type GraphFacts } from './graphFacts.ts'
import { GROUP_COLOURS, kindGroupOf } from './kindGroups.ts'
import { MOST_LAYERED } from './layout.ts'
import type { PictureColours } from './pictureColours.ts'

/** Beyond this many edges their red is thinned, so that the instruments stay readable. */
const MANY_EDGES = 600
const LONGEST_NAME = 24
/** From here on signs are as small as they get. */
const CROWD = 4000

const shortName = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name

/** Signs grow with the edges, slowly: a resolution cited a thousand times must not cover its plans. */
function sizeOf(degree: number, count: number): number {
  if (count <= MOST_LAYERED) return 6 + Math.min(6, Math.sqrt(degree))
  // Some hundreds have more room than ten thousand.
  const room = Math.max(1, (CROWD / count) ** 0.25)
  return room * (1.4 + Math.min(4, Math.sqrt(degree) * 0.35))
}

/** How a graph is to look. */
export interface Look {
  readonly rootId: number | null
  readonly language: Language
  readonly colours: PictureColours
}

/** Builds the graph; filters later only hide parts of it, so that nothing moves when they change. */
export function buildExplorerGraph(facts: GraphFacts, places: ReadonlyMap<number, Point>, look: Look): Graph {
  const { rootId, language, colours } = look
  const graph = new Graph({ multi: true, type: 'directed' })
  const isSmall = facts.nodes.size <= MOST_LAYERED
  const palette = GROUP_COLOURS[colours.isDark ? 'dark' : 'light']
  const nameOf = (node: FactNode): string => shortName(printedNumber(node) || instrumentName(node, language))
  for (const node of facts.nodes.values()) {
    const group = kindGroupOf(node.kind)
    const degree = facts.degrees.get(node.id) ?? node.citedBy ?? 0
    graph.addNode(String(node.id), {
      ...(places.get(node.id) ?? { x: 0, y: 0 }),
      size: node.id === rootId ? 13 : sizeOf(degree, facts.nodes.size),
      label: nameOf(node),
      color: node.heldDocumentId === null ? colours.paper : palette[group],
      group,
      rimColor: palette[group],
      rimWidth: isSmall ? 2 : 1,
    })
  }
  const looks = edgeLooks(facts.edges.size, look)
  for (const [key, edge] of facts.edges)
    graph.addEdgeWithKey(key, String(edge.from), String(edge.to), looks(edge))
  return graph
}

/** Adds edges a picture was too full for and says whether there were any; those it has stay as they are. */
export function addEdges(graph: Graph, edges: Iterable<EdgeFact>, look: Look): boolean {
  const before = graph.size
  const looks = edgeLooks(graph.size, look)
  for (const edge of edges) {
    const key = edgeKey(edge)
    const [from, to] = [String(edge.from), String(edge.to)]
    if (!graph.hasEdge(key) && graph.hasNode(from) && graph.hasNode(to))
      graph.addEdgeWithKey(key, from, to, { ...looks(edge), isExtra: true })
  }
  return graph.size > before
}

function edgeLooks(count: number, { language, colours }: Look) {
  const isCrowded = count > MANY_EDGES
  const thread = isCrowded ? mixColours(colours.thread, colours.paper, 0.22) : colours.thread
  const mention = mixColours(colours.thread, colours.paper, isCrowded ? 0.14 : 0.5)
  return ({ relation }: EdgeFact) => ({
    size: isCrowded ? 0.6 : relation === 'mentions' ? 1 : 2,
    color: relation === 'mentions' ? mention : thread,
    label: isCrowded ? '' : relationWording(relation, language).active,
  })
}
