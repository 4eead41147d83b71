/** Where the window stands: routes come in, a list of visited places with back and forward goes out. */
import type { ExpectedBodies } from '../../shared/contract/tracing.ts'
import type { DocumentFilter } from '../../shared/contract/views.ts'
import type { TextSpan } from '../features/reader/segments.ts'
import { emptyFilter, type TreeFilter, type TreeSort } from '../features/tree/treeLines.ts'

/** Columns a list of documents can be sorted by. */
export type DocumentSort = 'number' | 'issuedOn' | 'title' | 'issuer' | 'importedAt' | 'citedByCount'

/** A place in the window with everything needed to come back to it. */
export type Route =
  | {
      readonly screen: 'library'
      readonly filter: DocumentFilter
      readonly sort: DocumentSort
      readonly isDescending: boolean
      readonly selectedId: number | null
    }
  | {
      readonly screen: 'search'
      readonly query: string
      readonly filter: DocumentFilter
      readonly sort: 'relevance' | 'issuedOn' | 'number'
    }
  | {
      readonly screen: 'document'
      readonly id: number
      /** Shown and marked when the document opens. */
      readonly focus: TextSpan | null
      readonly matches: readonly TextSpan[]
      readonly query: string
      /** Which side panel it opens with. */
      readonly panel: 'citations' | 'details'
    }
  | { readonly screen: 'instrument'; readonly id: number }
  | {
      readonly screen: 'trace'
      readonly id: number | null
      readonly direction: 'implementers' | 'sources'
      readonly depth: number
      readonly view: 'tree' | 'gaps' | 'timeline'
      readonly filter: TreeFilter
      readonly sort: TreeSort
      /** The bodies expected to answer; their gaps are rows of the tree. */
      readonly expected: ExpectedBodies | null
      readonly reportYear: number | null
    }
  /** The graph around an instrument; null draws the whole library. */
  | { readonly screen: 'graph'; readonly id: number | null }
  | { readonly screen: 'missing' }
  | { readonly screen: 'due' }
  | { readonly screen: 'audit'; readonly path: string | null }
  | { readonly screen: 'review' }
  | { readonly screen: 'settings' }

/** Names of the screens. */
export type Screen = Route['screen']

/** The library list as it first appears: newest documents on top. */
export const libraryRoute = {
  screen: 'library',
  filter: {},
  sort: 'issuedOn',
  isDescending: true,
  selectedId: null,
} as const satisfies Route

/** A document opened at its beginning, or at a span. */
export const documentRoute = (
  id: number,
  focus: TextSpan | null = null,
  panel: 'citations' | 'details' = 'citations',
): Route => ({ screen: 'document', id, focus, matches: [], query: '', panel })

/** The tracing screen of one instrument; null asks which. */
export const traceRoute = (
  id: number | null,
  direction: 'implementers' | 'sources' = 'implementers',
): Extract<Route, { screen: 'trace' }> => ({
  screen: 'trace',
  id,
  direction,
  depth: 6,
  view: 'tree',
  filter: emptyFilter,
  sort: 'level',
  expected: null,
  reportYear: null,
})

/** A snapshot: the current route and whether there is something behind and ahead. */
export interface HistoryState {
  readonly route: Route
  /** Changes with every visit, so a screen opened again for another place starts afresh. */
  readonly visit: number
  readonly canGoBack: boolean
  readonly canGoForward: boolean
}

/** Visited places in memory. Listeners are told after each change. */
export interface History {
  state(): HistoryState
  /** Goes to a new place; places ahead are forgotten. */
  navigate(route: Route): void
  /** Changes the current place without adding one: filters, sorting, a query being typed. */
  replace(route: Route): void
  /** Forgets every place: another library was opened, and its ids mean other documents. */
  restart(route: Route): void
  back(): void
  forward(): void
  /** The last visit of a screen, so the rail returns to the list as it was left. */
  lastOf<S extends Screen>(screen: S): Extract<Route, { screen: S }> | null
  subscribe(listener: () => void): () => void
}

const LONGEST_HISTORY = 200

/** A history that starts at `first`. */
export function createHistory(first: Route): History {
  let entries: { readonly route: Route; readonly visit: number }[] = [{ route: first, visit: 0 }]
  let index = 0
  let visits = 0
  let snapshot: HistoryState = { route: first, visit: 0, canGoBack: false, canGoForward: false }
  const listeners = new Set<() => void>()

  const publish = (): void => {
    const entry = entries[index]
    if (entry === undefined) throw new Error(`history index ${index} outside ${entries.length} entries`)
    snapshot = { ...entry, canGoBack: index > 0, canGoForward: index < entries.length - 1 }
    for (const listener of listeners) listener()
  }

  const step = (by: number): void => {
    const target = index + by
    if (target < 0 || target >= entries.length) return
    index = target
    publish()
  }

  return {
    state: () => snapshot,
    navigate(route) {
      visits += 1
      entries = [...entries.slice(0, index + 1), { route, visit: visits }].slice(-LONGEST_HISTORY)
      index = entries.length - 1
      publish()
    },
    replace(route) {
      entries = entries.map((entry, at) => (at === index ? { ...entry, route } : entry))
      publish()
    },
    restart(route) {
      visits += 1
      entries = [{ route, visit: visits }]
      index = 0
      publish()
    },
    back: () => step(-1),
    forward: () => step(1),
    lastOf<S extends Screen>(screen: S) {
      type Wanted = Extract<Route, { screen: S }>
      const isWanted = (route: Route): route is Wanted => route.screen === screen
      for (let at = index; at >= 0; at -= 1) {
        const route = entries[at]?.route
        if (route !== undefined && isWanted(route)) return route
      }
      return null
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
