/** What is to be seen of a graph comes in; how each instrument and edge then looks goes out, and no more is redone than changed. */
import type Graph from 'graphology'
import type Sigma from 'sigma'
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import { mixColours } from './colours.ts'
import type { PictureColours } from './pictureColours.ts'

/** Up to this many instruments the names around a selected one are all written. */
const FEW_NODES = 400
const MOST_EDGE_LABELS = 12
/** An instrument with more ties than this shows them thinner and paler: a fan of thousands would be one red block. */
const MANY_TIES = 60

/** The more lines meet in one point, the paler each is. */
const fanShare = (ties: number): number => Math.max(0.2, 0.5 * Math.sqrt(MANY_TIES / ties))

/** What is to be seen of the graph. */
export interface PictureLook {
  readonly ids: ReadonlySet<number>
  readonly edgeKeys: ReadonlySet<string>
  readonly selectedId: number | null
  /** Found by the search within; null when nothing is looked for. */
  readonly found: ReadonlySet<number> | null
  readonly pinned: ReadonlySet<number>
}

/** What a look is applied to. In a large graph the ties of a selected instrument are drawn alone. */
export interface LookedAt {
  readonly graph: Graph
  readonly look: PictureLook
  readonly isLarge: boolean
}

/** Sigma's reducers, and a refresh that redoes what another look changes. */
export function pictureReducers(colours: PictureColours, now: () => LookedAt) {
  const selectedNode = ({ graph, look }: LookedAt): string | null => {
    const node = String(look.selectedId)
    return look.selectedId !== null && graph.hasNode(node) ? node : null
  }
  return {
    node: (node: string, data: Readonly<Record<string, unknown>>): Partial<NodeDisplayData> => {
      const state = now()
      const { graph, look } = state
      const id = Number(node)
      if (!look.ids.has(id)) return { ...data, hidden: true }
      if (look.selectedId === id)
        return {
          ...data,
          size: Number(data.size) + 3,
          ...{ rimColor: colours.thread, rimWidth: 3 },
          zIndex: 2,
          forceLabel: true,
        }
      const selected = selectedNode(state)
      const isNear = look.found?.has(id) ?? (selected === null || graph.areNeighbors(node, selected))
      if (!isNear) {
        // What is only cited stays hollow.
        const color = data.color === colours.paper ? colours.paper : colours.faint
        return { ...data, color, ...{ rimColor: colours.faint }, label: '', zIndex: 0 }
      }
      const isMarked = look.found === null && selected !== null && graph.order <= FEW_NODES
      const ring = look.pinned.has(id) ? { rimColor: colours.strong, rimWidth: 3 } : {}
      return { ...data, ...ring, zIndex: 1, forceLabel: isMarked }
    },
    edge: (edge: string, data: Readonly<Record<string, unknown>>): Partial<EdgeDisplayData> => {
      const state = now()
      const { graph, look, isLarge } = state
      if (!look.edgeKeys.has(edge)) return { ...data, hidden: true }
      const selected = selectedNode(state)
      if (selected === null)
        return data.isExtra === true
          ? { ...data, hidden: true }
          : graph.size <= MOST_EDGE_LABELS
            ? data
            : { ...data, label: '' }
      if (!graph.hasExtremity(edge, selected))
        return isLarge || data.isExtra === true
          ? { ...data, hidden: true }
          : { ...data, color: colours.faint, label: '' }
      const ties = graph.degree(selected)
      const isFan = ties > MANY_TIES
      return {
        ...data,
        color: isFan ? mixColours(colours.thread, colours.paper, fanShare(ties)) : colours.thread,
        size: isFan ? 0.7 : Math.max(1.5, Number(data.size)),
        label: ties <= MOST_EDGE_LABELS ? String(data.label) : '',
        zIndex: 1,
        forceLabel: true,
      }
    },
    /** Redoes what differs from the former look. A small picture is redone whole, so that what is marked lies on top. */
    refresh: (sigma: Sigma, former: PictureLook, hasGrown: boolean): void => {
      const state = now()
      const { graph, look, isLarge } = state
      if (!isLarge) {
        sigma.refresh()
        return
      }
      const isSameEdges = former.edgeKeys === look.edgeKeys
      const selected = selectedNode(state)
      const before = selectedNode({ ...state, look: former })
      const edges =
        isSameEdges && selected === before
          ? []
          : isSameEdges && selected !== null && before !== null
            ? [...graph.edges(before), ...graph.edges(selected)]
            : graph.edges()
      sigma.refresh({ partialGraph: { nodes: graph.nodes(), edges }, skipIndexation: !hasGrown })
    },
  }
}
