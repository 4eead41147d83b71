/** What a person typed and what the library answered come in; the rows of the palette go out, group by group. */
import type { RememberedSearches, SearchAnswer } from '../../../shared/contract/views.ts'
import { foldWord } from '../../../shared/vietnamese/fold.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import type { Language } from '../../../shared/wording/language.ts'
import { documentRoute, type Route } from '../../app/history.ts'

/** The groups, in the order they are shown. */
export type PaletteGroup = 'instruments' | 'documents' | 'recent' | 'saved' | 'commands' | 'search'

/** One row: what it says, and where it goes or what it does. */
export interface PaletteRow {
  readonly key: string
  readonly group: PaletteGroup
  readonly title: string
  readonly detail: string
  readonly target: Route | (() => void)
}

/** Something the window can do, by name. */
export interface PaletteCommand {
  readonly key: string
  readonly title: string
  readonly target: Route | (() => void)
}

const MOST_DOCUMENTS = 7
const MOST_RECENT = 6
const MOST_SAVED = 8

interface Sources {
  readonly query: string
  readonly answer: SearchAnswer | null
  readonly remembered: RememberedSearches
  readonly commands: readonly PaletteCommand[]
  readonly searchAll: string
  readonly language: Language
}

const searchRoute = (query: string): Route => ({ screen: 'search', query, filter: {}, sort: 'relevance' })

/** Rows for what is typed; with nothing typed, what was searched before and everything that can be done. */
export function paletteRows(sources: Sources): readonly PaletteRow[] {
  const { query, answer, remembered, commands, searchAll, language } = sources
  const typed = foldWord(query.trim())
  const isNamed = (name: string): boolean => typed === '' || foldWord(name).includes(typed)
  const instruments = (answer?.instruments ?? []).map(
    (instrument): PaletteRow => ({
      key: `instrument-${instrument.id}`,
      group: 'instruments',
      title: instrumentName(instrument, language),
      detail: factsOf(formatDate(instrument.issuedOn), instrument.issuer, instrument.title),
      target:
        instrument.heldDocumentId === null
          ? { screen: 'instrument', id: instrument.id }
          : documentRoute(instrument.heldDocumentId),
    }),
  )
  const documents = (answer?.hits ?? []).slice(0, MOST_DOCUMENTS).map(
    (hit): PaletteRow => ({
      key: `document-${hit.documentId}`,
      group: 'documents',
      title: factsOf([hit.kind, hit.number].filter(Boolean).join(' '), hit.title),
      detail: factsOf(formatDate(hit.issuedOn), hit.issuer),
      target: documentRoute(hit.documentId),
    }),
  )
  const recent = remembered.recent
    .filter((former) => typed === '' || (isNamed(former) && former !== query))
    .slice(0, typed === '' ? MOST_RECENT : 2)
    .map(
      (former): PaletteRow => ({
        key: `recent-${former}`,
        group: 'recent',
        title: former,
        detail: '',
        target: searchRoute(former),
      }),
    )
  const saved = remembered.saved
    .filter(({ name }) => isNamed(name))
    .slice(0, MOST_SAVED)
    .map(
      ({ id, name, query, filter, sort }): PaletteRow => ({
        key: `saved-${id}`,
        group: 'saved',
        title: name,
        detail: query === name ? '' : query,
        target: { screen: 'search', query, filter, sort },
      }),
    )
  const named = commands
    .filter(({ title }) => isNamed(title))
    .map(
      ({ key, title, target }): PaletteRow => ({
        key: `command-${key}`,
        group: 'commands',
        title,
        detail: '',
        target,
      }),
    )
  const all: readonly PaletteRow[] =
    typed === ''
      ? []
      : [{ key: 'search', group: 'search', title: searchAll, detail: '', target: searchRoute(query) }]
  // An exact number, then a command by its name, is what a few letters usually mean.
  return typed === ''
    ? [...recent, ...saved, ...named]
    : [...instruments, ...documents, ...all, ...named, ...saved, ...recent]
}

const factsOf = (...facts: readonly (string | null)[]): string => facts.filter(Boolean).join(' · ')
