/** A page element and a graph come in; sigma's picture of it goes out, with what the explorer asks of it. */
import { createNodeBorderProgram } from '@sigma/node-border'
import Sigma from 'sigma'
import { EdgeArrowProgram, EdgeLineProgram, NodePointProgram } from 'sigma/rendering'
import { mixColours } from './colours.ts'
import type { ExplorerGraph } from './explorerGraph.ts'
import { startForces } from './forces.ts'
import type { PictureColours } from './pictureColours.ts'
import { drawMapWords, drawName, type MapWords } from './pictureWords.ts'
import { pictureAsPng, pictureAsSvg } from './saveGraph.ts'

/** How long the forces work before they are stopped; a person may start them again. */
const FORCE_MS = 12_000
/** Above this many edges they are not drawn while the picture moves, and arrowheads are left away. */
const MANY_EDGES = 8000
/** Above this many instruments one is found by coming nearer. */
const MANY_NODES = 400
const MOST_EDGE_LABELS = 12
/** An instrument with more ties than this shows them thinner and paler: a fan of thousands would be one red block. */
const MANY_TIES = 60

/** What is to be seen of the graph. */
export interface PictureLook {
  readonly ids: ReadonlySet<number>
  readonly edgeKeys: ReadonlySet<string>
  readonly selectedId: number | null
  /** Found by the search within; null when nothing is looked for. */
  readonly found: ReadonlySet<number> | null
  readonly pinned: ReadonlySet<number>
}

/** What the explorer asks of a picture. */
export interface ExplorerPicture {
  show(look: PictureLook): void
  /** Brings an instrument to the middle. */
  goTo(id: number): void
  zoom(factor: number): void
  fit(): void
  startForces(): void
  stopForces(): void
  /** PNG as base64, SVG as base64 of its text. */
  save(format: 'png' | 'svg'): Promise<string>
  /** Where circles stand on the minimap (0..1 of its sides), and the part now seen. */
  overview(): Overview
  readonly sigma: Sigma
  remove(): void
}

/** Circles (the same array while they stand still) and the seen part, in shares of the whole picture, y downwards. */
export interface Overview {
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly seen: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

interface Handlers {
  readonly onSelect: (id: number | null) => void
  readonly onExpand: (id: number) => void
  readonly onForces: (areRunning: boolean) => void
  readonly onMove: () => void
}

/** Draws into `element`, which must have a size. */
export function drawExplorer(
  element: HTMLElement,
  { graph, map }: ExplorerGraph,
  colours: PictureColours,
  words: MapWords,
  firstLook: PictureLook,
  handlers: Handlers,
): ExplorerPicture {
  let look = firstLook
  const isLarge = graph.size > MANY_EDGES
  const isNear = (node: string): boolean => {
    const { selectedId, found } = look
    if (found !== null) return found.has(Number(node))
    const selected = selectedId === null ? null : String(selectedId)
    return (
      selected === null || !graph.hasNode(selected) || node === selected || graph.areNeighbors(node, selected)
    )
  }
  const sigma = new Sigma(graph, element, {
    defaultNodeType: 'border',
    nodeProgramClasses: {
      point: NodePointProgram,
      border: createNodeBorderProgram({
        borders: [
          {
            size: { attribute: 'borderSize', defaultValue: 1.5, mode: 'pixels' },
            color: { attribute: 'borderColor' },
          },
          { size: { fill: true }, color: { attribute: 'color' } },
        ],
      }),
    },
    defaultEdgeType: isLarge ? 'line' : 'arrow',
    edgeProgramClasses: { arrow: EdgeArrowProgram, line: EdgeLineProgram },
    hideEdgesOnMove: isLarge,
    labelFont: colours.font,
    labelSize: 12,
    labelColor: { color: colours.strong },
    labelRenderedSizeThreshold: graph.order > 200 ? 4.5 : 0,
    labelDensity: graph.order > 200 ? 0.6 : 3,
    labelGridCellSize: 90,
    renderEdgeLabels: !isLarge,
    edgeLabelFont: colours.font,
    edgeLabelSize: 11,
    edgeLabelColor: { color: colours.node },
    stagePadding: 70,
    zIndex: true,
    minEdgeThickness: isLarge ? 0.4 : 1,
    minCameraRatio: 0.005,
    maxCameraRatio: 4,
    allowInvalidContainer: true,
    doubleClickZoomingRatio: 1,
    defaultDrawNodeLabel: (context, data, settings) => drawName(context, data, settings, colours),
    defaultDrawNodeHover: (context, data, settings) => drawName(context, data, settings, colours),
    nodeReducer: (node, data) => {
      const id = Number(node)
      if (!look.ids.has(id)) return { ...data, hidden: true }
      const isSelected = look.selectedId === id
      const ringed = look.pinned.has(id) ? { type: 'border', borderColor: colours.strong, borderSize: 3 } : {}
      if (isSelected)
        return {
          ...data,
          type: 'border',
          size: data.size + 3,
          borderColor: colours.thread,
          borderSize: 3,
          zIndex: 2,
          forceLabel: true,
        }
      if (isNear(node)) {
        const isMarked = look.found !== null || look.selectedId !== null
        return {
          ...data,
          ...ringed,
          zIndex: 1,
          forceLabel: isMarked && look.found === null && graph.order <= MANY_NODES,
        }
      }
      return { ...data, color: colours.faint, borderColor: colours.faint, label: '', zIndex: 0 }
    },
    edgeReducer: (edge, data) => {
      if (!look.edgeKeys.has(edge)) return { ...data, hidden: true }
      const selected = look.selectedId === null ? null : String(look.selectedId)
      if (selected === null || !graph.hasNode(selected))
        return graph.size <= MOST_EDGE_LABELS ? data : { ...data, label: '' }
      const isFan = graph.degree(selected) > MANY_TIES
      if (graph.hasExtremity(edge, selected))
        return {
          ...data,
          color: isFan ? mixColours(colours.thread, colours.paper, 0.5) : colours.thread,
          size: isFan ? 0.7 : Math.max(1.5, data.size),
          label: graph.degree(selected) <= MOST_EDGE_LABELS ? data.label : '',
          zIndex: 1,
          forceLabel: true,
        }
      return isLarge ? { ...data, hidden: true } : { ...data, color: colours.faint, label: '' }
    },
  })
  sigma.on('clickNode', ({ node }) => handlers.onSelect(Number(node)))
  sigma.on('clickStage', () => handlers.onSelect(null))
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault()
    handlers.onExpand(Number(node))
  })
  sigma.on('enterNode', () => {
    element.style.cursor = 'pointer'
  })
  sigma.on('leaveNode', () => {
    element.style.cursor = ''
  })
  sigma.on('afterRender', handlers.onMove)
  if (map !== null) drawMapWords(sigma, map, words, colours, () => endForces === null && !haveForcesMoved)

  let areDotsStale = true
  let dots: Overview['points'] = []
  let endForces: (() => void) | null = null
  let haveForcesMoved = false
  let timer: ReturnType<typeof setTimeout> | null = null
  const stopForces = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (endForces === null) return
    endForces()
    endForces = null
    areDotsStale = true
    handlers.onForces(false)
  }
  const camera = sigma.getCamera()
  // The first drawing came before anyone listened: words at the rim and the overview are due.
  sigma.scheduleRender()
  return {
    sigma,
    show: (next) => {
      if (next === look) return
      look = next
      areDotsStale = true
      sigma.refresh({ skipIndexation: true })
    },
    goTo: (id) => {
      const data = sigma.getNodeDisplayData(String(id))
      if (data === undefined) return
      // What is in sight already stays where it is: a picture that jumps at each arrow key is no help.
      const { width, height } = sigma.getDimensions()
      const at = sigma.framedGraphToViewport(data)
      const isInSight = at.x > 30 && at.x < width - 30 && at.y > 30 && at.y < height - 30
      if (isInSight && (graph.order <= MANY_NODES || camera.ratio < 0.3)) return
      void camera.animate(
        { x: data.x, y: data.y, ratio: Math.min(camera.ratio, graph.order > MANY_NODES ? 0.25 : 1) },
        { duration: 250 },
      )
    },
    zoom: (factor) => void camera.animate({ ratio: camera.ratio * factor }, { duration: 150 }),
    fit: () => void camera.animatedReset({ duration: 150 }),
    startForces: () => {
      stopForces()
      haveForcesMoved = true
      endForces = startForces(graph, look.pinned)
      handlers.onForces(true)
      timer = setTimeout(stopForces, FORCE_MS)
    },
    stopForces,
    save: async (format) => (format === 'png' ? pictureAsPng(sigma, colours) : pictureAsSvg(sigma, colours)),
    overview: () => {
      const { width, height } = sigma.getDimensions()
      if (areDotsStale || endForces !== null) {
        const points: { x: number; y: number }[] = []
        graph.forEachNode((node) => {
          const data = sigma.getNodeDisplayData(node)
          if (data !== undefined && data.hidden !== true) points.push({ x: data.x, y: 1 - data.y })
        })
        dots = points
        areDotsStale = false
      }
      const first = sigma.viewportToFramedGraph({ x: 0, y: 0 })
      const last = sigma.viewportToFramedGraph({ x: width, y: height })
      return {
        points: dots,
        seen: { x: first.x, y: 1 - first.y, width: last.x - first.x, height: first.y - last.y },
      }
    },
    remove: () => {
      stopForces()
      sigma.kill()
    },
  }
}
