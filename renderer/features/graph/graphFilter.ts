/** Facts of a graph and a filter come in; the instruments and edges left to draw go out. */
import type { EdgeRelation } from '../../../shared/contract/citation.ts'
import { fold } from '../../../shared/vietnamese/fold.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { edgeKey, type FactNode, type GraphFacts, yearOf } from './graphFacts.ts'
import { type KindGroup, kindGroupOf } from './kindGroups.ts'

/** Instruments by whether any relation of the graph touches them. */
export const TIES = ['all', 'tied', 'alone'] as const

/** What is left out of a picture. Years are of issuing; an undated instrument fits every span. */
export interface GraphFilter {
  readonly hiddenRelations: ReadonlySet<EdgeRelation>
  readonly hiddenGroups: ReadonlySet<KindGroup>
  /** In the order a person hid them. */
  readonly hiddenIds: ReadonlySet<number>
  readonly ties: (typeof TIES)[number]
  readonly isHeldHidden: boolean
  readonly isCitedHidden: boolean
  readonly from: number | null
  readonly to: number | null
}

/** Everything is drawn. */
export const drawAll: GraphFilter = {
  hiddenRelations: new Set(),
  hiddenGroups: new Set(),
  hiddenIds: new Set(),
  ties: 'all',
  isHeldHidden: false,
  isCitedHidden: false,
  from: null,
  to: null,
}

/** Whether anything but what a person hid by hand is left out. */
export const isFiltering = (filter: GraphFilter): boolean =>
  filter.hiddenRelations.size > 0 ||
  filter.hiddenGroups.size > 0 ||
  filter.isHeldHidden ||
  filter.isCitedHidden ||
  filter.ties !== 'all' ||
  filter.from !== null ||
  filter.to !== null

/** Hides an instrument. */
export const hide = (filter: GraphFilter, id: number): GraphFilter => ({
  ...filter,
  hiddenIds: new Set([...filter.hiddenIds, id]),
})

/** Brings a hidden instrument back. */
export const showAgain = (filter: GraphFilter, id: number): GraphFilter => ({
  ...filter,
  hiddenIds: new Set([...filter.hiddenIds].filter((hidden) => hidden !== id)),
})

/** Brings back what was hidden last. */
export const unhideLast = (filter: GraphFilter): GraphFilter => ({
  ...filter,
  hiddenIds: new Set([...filter.hiddenIds].slice(0, -1)),
})

/** What is drawn. */
export interface VisibleGraph {
  readonly ids: ReadonlySet<number>
  readonly edgeKeys: ReadonlySet<string>
}

const isDrawn = (instrument: FactNode, isTied: boolean, filter: GraphFilter): boolean => {
  const year = yearOf(instrument)
  const isHeld = instrument.heldDocumentId !== null
  return (
    !filter.hiddenIds.has(instrument.id) &&
    (filter.ties === 'all' || isTied === (filter.ties === 'tied')) &&
    !(isHeld ? filter.isHeldHidden : filter.isCitedHidden) &&
    !filter.hiddenGroups.has(kindGroupOf(instrument.kind)) &&
    (year === null ||
      ((filter.from === null || year >= filter.from) && (filter.to === null || year <= filter.to)))
  )
}

/** Applies a filter. `rootId` is drawn whatever the filter, so that a picture keeps what it is about. */
export function filterGraph(facts: GraphFacts, filter: GraphFilter, rootId: number | null): VisibleGraph {
  const ids = new Set<number>()
  for (const [id, instrument] of facts.nodes)
    if (id === rootId || isDrawn(instrument, facts.degrees.has(id), filter)) ids.add(id)
  const edgeKeys = new Set<string>()
  for (const edge of facts.edges.values()) {
    if (ids.has(edge.from) && ids.has(edge.to) && !filter.hiddenRelations.has(edge.relation))
      edgeKeys.add(edgeKey(edge))
  }
  return { ids, edgeKeys }
}

/** Instruments whose name, title or issuer holds the words, marks or none; null when nothing is looked for. */
export function findInGraph(
  facts: GraphFacts,
  ids: ReadonlySet<number>,
  words: string,
): ReadonlySet<number> | null {
  const wanted = fold(words.trim()).text
  if (wanted === '') return null
  const found = new Set<number>()
  for (const id of ids) {
    const instrument = facts.nodes.get(id)
    if (instrument === undefined) continue
    const text = [instrumentName(instrument), instrument.title, instrument.issuer].filter(Boolean).join(' ')
    if (fold(text).text.includes(wanted)) found.add(id)
  }
  return found
}
