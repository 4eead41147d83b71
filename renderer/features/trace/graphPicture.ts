/** A page element and a stretch of the graph come in; a sigma drawing goes out with the few things asked of it. */
import { createNodeBorderProgram } from '@sigma/node-border'
import Graph from 'graphology'
import Sigma from 'sigma'
import { EdgeArrowProgram } from 'sigma/rendering'
import type { TraceGraph } from '../../../shared/contract/views.ts'
import { instrumentName, printedNumber } from '../../../shared/wording/instruments.ts'
import type { Language } from '../../../shared/wording/language.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { coloursAt, type PictureColours } from '../graph/pictureColours.ts'
import { drawName } from '../graph/pictureWords.ts'
import { placesOf } from './graphLayout.ts'

/** From here on circles are drawn small, so that a crowd keeps its gaps. */
const CROWDED_FROM = 200
/** Words on every edge are readable only in a small picture; in a large one those of the marked instrument show. */
const MOST_EDGE_LABELS = 12

/** What the window asks of a drawn graph. */
export interface GraphPicture {
  /** Marks one instrument and its edges; null marks none. */
  highlight(instrumentId: number | null): void
  zoom(factor: number): void
  fit(): void
  remove(): void
}

interface Handlers {
  readonly onPoint: (instrumentId: number | null) => void
  readonly onOpen: (instrumentId: number) => void
}

/** Whether this computer can draw with WebGL at all: old office machines often cannot. */
export function hasWebGl(): boolean {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}

/** Draws into `element`, which must have a size. Held instruments are full circles, cited-only ones rings. */
export function drawGraph(
  element: HTMLElement,
  source: TraceGraph,
  language: Language,
  handlers: Handlers,
): GraphPicture {
  const colours = coloursAt(element)
  const graph = graphOf(source, language, colours)
  const areEdgesWorded = source.edges.length <= MOST_EDGE_LABELS
  let highlighted: string | null = null
  const isNear = (node: string): boolean =>
    highlighted === null || node === highlighted || graph.areNeighbors(node, highlighted)

  const sigma = new Sigma(graph, element, {
    defaultNodeType: 'border',
    nodeProgramClasses: {
      border: createNodeBorderProgram({
        borders: [
          { size: { value: 2, mode: 'pixels' }, color: { attribute: 'borderColor' } },
          { size: { fill: true }, color: { attribute: 'color' } },
        ],
      }),
    },
    defaultEdgeType: 'arrow',
    edgeProgramClasses: { arrow: EdgeArrowProgram },
    labelFont: colours.font,
    labelSize: 13,
    labelColor: { color: colours.strong },
    labelRenderedSizeThreshold: source.nodes.length > CROWDED_FROM ? 4 : 0,
    renderEdgeLabels: true,
    edgeLabelFont: colours.font,
    edgeLabelSize: 11,
    edgeLabelColor: { color: colours.node },
    stagePadding: 80,
    labelDensity: 3,
    labelGridCellSize: 80,
    defaultDrawNodeLabel: (context, data, settings) => drawName(context, data, settings, colours),
    zIndex: true,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    allowInvalidContainer: true,
    nodeReducer: (node, data) =>
      isNear(node) ? data : { ...data, color: colours.faint, borderColor: colours.faint, label: '' },
    edgeReducer: (edge, data) => {
      if (highlighted === null) return areEdgesWorded ? data : { ...data, label: '' }
      return graph.hasExtremity(edge, highlighted) ? data : { ...data, color: colours.faint, label: '' }
    },
    defaultDrawNodeHover: (context, data, settings) => drawName(context, data, settings, colours),
  })
  const highlight = (node: string | null): void => {
    highlighted = node !== null && graph.hasNode(node) ? node : null
    sigma.refresh({ skipIndexation: true })
  }
  sigma.on('enterNode', ({ node }) => {
    element.style.cursor = 'pointer'
    highlight(node)
    handlers.onPoint(Number(node))
  })
  sigma.on('leaveNode', () => {
    element.style.cursor = ''
    highlight(null)
    handlers.onPoint(null)
  })
  sigma.on('clickNode', ({ node }) => handlers.onOpen(Number(node)))
  const camera = sigma.getCamera()
  return {
    highlight: (id) => highlight(id === null ? null : String(id)),
    zoom: (factor) => void camera.animate({ ratio: camera.ratio * factor }, { duration: 150 }),
    fit: () => void camera.animatedReset({ duration: 150 }),
    remove: () => sigma.kill(),
  }
}

/** Numbers fit; the title of an unnumbered document does not. */
const LONGEST_NAME = 24
const shortName = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name

function graphOf(source: TraceGraph, language: Language, colours: PictureColours): Graph {
  const graph = new Graph({ multi: true, type: 'directed' })
  const places = placesOf(source)
  for (const instrument of source.nodes) {
    const isHeld = instrument.heldDocumentId !== null
    const isRoot = instrument.id === source.root.id
    const place = places.get(instrument.id) ?? { x: 0, y: 0 }
    graph.mergeNode(String(instrument.id), {
      ...place,
      size: isRoot ? 11 : source.nodes.length > CROWDED_FROM ? 3.5 : 7,
      label: shortName(printedNumber(instrument) || instrumentName(instrument, language)),
      color: isHeld ? colours.node : colours.paper,
      borderColor: isRoot ? colours.thread : colours.node,
      zIndex: isRoot ? 1 : 0,
    })
  }
  for (const { from, to, relation } of source.edges) {
    if (!graph.hasNode(String(from)) || !graph.hasNode(String(to)) || from === to) continue
    graph.addEdge(String(from), String(to), {
      size: relation === 'mentions' ? 1 : 2,
      color: colours.thread,
      label: relationWording(relation, language).active,
    })
  }
  return graph
}
