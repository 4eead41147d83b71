/** A page element and graphs come in; sigma's picture of them goes out, with what the explorer asks of it. */
import Graph from 'graphology'
import Sigma from 'sigma'
import { EdgeArrowProgram, EdgeLineProgram } from 'sigma/rendering'
import type { BandMap } from './bandLayout.ts'
import { letDrag } from './dragging.ts'
import { type RunningForces, startForces } from './forces.ts'
import { createNameRoom } from './nameRoom.ts'
import type { PictureColours } from './pictureColours.ts'
import { type PictureLook, pictureReducers } from './pictureLook.ts'
import { drawMapWords, drawName, drawNamesIn, type MapWords } from './pictureWords.ts'
import { pictureAsPng, pictureAsSvg } from './saveGraph.ts'
import { signProgram } from './signProgram.ts'
import { keepSmooth } from './smoothness.ts'

/** How long the forces work before they are stopped; a person may start them again. */
const FORCE_MS = 12_000
/** Above either of these edges are not drawn while the picture moves, and arrowheads are left away. */
const MANY_EDGES = 3000
const LARGE_ORDER = 1500
/** Above this many instruments one is found by coming nearer. */
export const MANY_NODES = 400

/** A graph to draw. */
export interface PictureGraph {
  readonly graph: Graph
  /** The map its instruments stand on, if they do. */
  readonly map: BandMap | null
  /** Its instruments stand where those of the graph before stood: what is seen stays in sight. */
  readonly isContinued: boolean
}

/** What the explorer asks of a picture. */
export interface ExplorerPicture {
  /** Draws a graph in place of the one before. */
  draw(next: PictureGraph, look: PictureLook): void
  /** Changes what is seen of the graph drawn; `hasGrown` when edges were added to it meanwhile. */
  show(look: PictureLook, hasGrown: boolean): void
  /** Brings an instrument to the middle. */
  goTo(id: number): void
  /** Brings a place of the overview (0..1 of its sides) to the middle. */
  goToShare(x: number, y: number): void
  zoom(factor: number): void
  fit(): void
  startForces(): void
  stopForces(): void
  /** PNG as base64, SVG as base64 of its text. */
  save(format: 'png' | 'svg'): Promise<string>
  /** Where signs stand on the minimap (0..1 of its sides), and the part now seen. */
  overview(): Overview
  /** The graph drawn, its instruments where they stand now. */
  graph(): Graph
  /** Whether forces or a hand moved instruments since the graph was drawn. */
  isMoved(): boolean
  remove(): void
}

/** Signs (the same array while they stand still) and the seen part, in shares of the whole picture, y downwards. */
export interface Overview {
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly seen: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

interface Handlers {
  readonly onSelect: (id: number | null) => void
  readonly onExpand: (id: number) => void
  readonly onForces: (areRunning: boolean) => void
  /** A person dragged an instrument to a place. */
  readonly onPlaced: (id: number) => void
  readonly onMove: () => void
}

/** Settings that go by size; what forces drew close gets fewer names, the rest on coming nearer. */
const sizeSettings = (graph: Graph, isMoved: boolean) => {
  const isLarge = graph.size > MANY_EDGES || graph.order > LARGE_ORDER
  return {
    defaultEdgeType: isLarge ? 'line' : 'arrow',
    hideEdgesOnMove: isLarge,
    renderEdgeLabels: !isLarge,
    minEdgeThickness: isLarge ? 0.4 : 1,
    labelRenderedSizeThreshold: graph.order > 200 ? 4.5 : 0,
    labelDensity: graph.order > 200 ? 0.6 : isMoved ? 1 : 3,
  }
}

/** Draws into `element`, which must have a size. Nothing stands there before the first `draw`. */
export function drawExplorer(
  element: HTMLElement,
  colours: PictureColours,
  words: MapWords,
  firstLook: PictureLook,
  handlers: Handlers,
): ExplorerPicture {
  let graph = new Graph({ multi: true, type: 'directed' })
  let map: BandMap | null = null
  let look = firstLook
  let isMoved = false
  let settings = sizeSettings(graph, false)
  const reducers = pictureReducers(colours, () => ({ graph, look, isLarge: settings.hideEdgesOnMove }))
  const room = createNameRoom()
  const sigma = new Sigma(graph, element, {
    ...settings,
    defaultNodeType: 'sign',
    nodeProgramClasses: { sign: signProgram },
    edgeProgramClasses: { arrow: EdgeArrowProgram, line: EdgeLineProgram },
    labelFont: colours.font,
    labelSize: 12,
    labelColor: { color: colours.strong },
    labelGridCellSize: 90,
    edgeLabelFont: colours.font,
    edgeLabelSize: 11,
    edgeLabelColor: { color: colours.node },
    stagePadding: 70,
    zIndex: true,
    minCameraRatio: 0.005,
    maxCameraRatio: 4,
    allowInvalidContainer: true,
    doubleClickZoomingRatio: 1,
    defaultDrawNodeLabel: drawNamesIn(room, colours),
    defaultDrawNodeHover: (context, data, shown) => drawName(context, data, shown, colours),
    nodeReducer: reducers.node,
    edgeReducer: reducers.edge,
  })
  const camera = sigma.getCamera()
  let areDotsStale = true
  let dots: Overview['points'] = []
  let forces: RunningForces | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  const stopForces = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (forces === null) return
    forces.stop()
    forces = null
    areDotsStale = true
    handlers.onForces(false)
  }
  /** Newcomers and dragged signs may stand outside: without this the whole picture would shrink to take them in. */
  const holdScale = (): void => {
    if (sigma.getCustomBBox() === null && graph.order > 0) sigma.setCustomBBox(sigma.getBBox())
  }
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
  sigma.on('beforeRender', room.clear)
  sigma.on('afterRender', handlers.onMove)
  // Sigma looks at its size when the window changes; a line of notice above changes it as well.
  const sizes = new ResizeObserver(() => sigma.scheduleRender())
  sizes.observe(element)
  keepSmooth(sigma)
  letDrag(sigma, {
    canDrag: () => forces === null && graph.order <= MANY_NODES,
    onStart: holdScale,
    onEnd: (id) => {
      isMoved = true
      areDotsStale = true
      handlers.onPlaced(id)
    },
  })
  const shownMap = (): BandMap | null => (forces === null && !isMoved ? map : null)
  const mapWords = drawMapWords(sigma, words, colours, shownMap)
  return {
    draw: (next, nextLook) => {
      stopForces()
      if (next.isContinued) holdScale()
      else {
        sigma.setCustomBBox(null)
        camera.setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 })
        isMoved = false
      }
      look = nextLook
      graph = next.graph
      map = next.map
      areDotsStale = true
      const wanted = sizeSettings(graph, isMoved)
      const isOther =
        wanted.hideEdgesOnMove !== settings.hideEdgesOnMove || wanted.labelDensity !== settings.labelDensity
      settings = wanted
      sigma.setGraph(graph)
      if (isOther) sigma.setSettings(settings)
    },
    show: (next, hasGrown) => {
      if (next === look) return
      const former = look
      look = next
      areDotsStale = true
      if (former.pinned !== next.pinned) forces?.pin(next.pinned)
      reducers.refresh(sigma, former, hasGrown)
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
    goToShare: (x, y) => camera.setState({ ...camera.getState(), x, y: 1 - y }),
    zoom: (factor) => void camera.animate({ ratio: camera.ratio * factor }, { duration: 150 }),
    fit: () => {
      if (sigma.getCustomBBox() !== null) {
        sigma.setCustomBBox(null)
        sigma.refresh()
      }
      void camera.animatedReset({ duration: 150 })
    },
    startForces: () => {
      stopForces()
      isMoved = true
      sigma.setCustomBBox(null)
      settings = sizeSettings(graph, true)
      sigma.setSetting('labelDensity', settings.labelDensity)
      forces = startForces(graph, look.pinned)
      handlers.onForces(true)
      timer = setTimeout(stopForces, FORCE_MS)
    },
    stopForces,
    save: async (format) =>
      format === 'png' ? pictureAsPng(sigma, colours) : pictureAsSvg(sigma, colours, mapWords()),
    overview: () => {
      const { width, height } = sigma.getDimensions()
      if (areDotsStale || forces !== null) {
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
    graph: () => graph,
    isMoved: () => isMoved,
    remove: () => {
      stopForces()
      sizes.disconnect()
      sigma.kill()
    },
  }
}
