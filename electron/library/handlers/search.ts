/** Requests to search: a query and filters in, ranked hits with passages, facets and direct numbers out; and what is remembered. */
import type { ParsedParams } from '../../../shared/contract/methods.ts'
import { fail, succeed } from '../../../shared/contract/result.ts'
import type { DocumentFilter, SearchAnswer, SearchHit } from '../../../shared/contract/views.ts'
import { fullNumber } from '../../../shared/documents/fullNumber.ts'
import { findConditions, withoutConditions } from '../../../shared/search/conditions.ts'
import { idsCitedBy, idsCiting } from '../../db/citingDocuments.ts'
import { filteredIds, listDocumentsById, sortIds } from '../../db/documentLists.ts'
import { readPagedText } from '../../db/documents.ts'
import { FacetCounter } from '../../db/facetCounts.ts'
import type { ReadHandle } from '../../db/handles.ts'
import {
  deleteRecentSearches,
  deleteSavedSearch,
  readSearches,
  saveRecentSearch,
  saveSearch,
} from '../../db/savedSearches.ts'
import { parseSearchQuery, type StructuredFilter } from '../../search/queryLanguage.ts'
import {
  createSearcher,
  type SearcherHit,
  type SearchNotice,
  type SearchOutcome,
} from '../../search/searcher.ts'
import { makeSnippet } from '../../search/snippet.ts'
import { WordCache } from '../../search/wordCache.ts'
import type { Handlers } from '../dispatch.ts'
import { writeResults } from '../export/results.ts'
import { findNamedInstruments } from '../numbersInQuery.ts'
import { pageAt } from '../pages.ts'
import { readIndexed } from '../searchIndex.ts'
import { type LibraryContext, writerOf } from '../session.ts'
import { documentTitle } from '../titles.ts'
import { widerSearches } from '../widerSearches.ts'
import { currentSynonyms } from './synonyms.ts'

type SearchHandlers = Pick<
  Handlers,
  | 'search.query'
  | 'search.export'
  | 'searches.list'
  | 'searches.save'
  | 'searches.remove'
  | 'searches.remember'
  | 'searches.forgetRecent'
>

type ParsedSearch = ParsedParams<'search.query'>

/** Documents some condition lets through. */
type DocumentIds = Pick<ReadonlySet<number>, 'has'> & Iterable<number>

/** What one condition lets through, and what a person should know of it. */
interface Limit {
  readonly ids: DocumentIds
  readonly notice: SearchNotice | null
}

/** After opening, until the window has shown its first screen. */
const WARM_AFTER_MS = 500
/** Words nearly every paper has: searching for them takes the ways an ordinary search takes. */
const COMMON_WORDS = 'thực hiện công tác'
/** Direct hits of a typed number shown above the documents. */
const INSTRUMENT_LIMIT = 8
/** Rows of one exported table. */
const EXPORT_LIMIT = 100_000

/** Handlers of `search.*` and `searches.*`. */
export function searchHandlers(context: LibraryContext): SearchHandlers {
  const { session } = context
  const db = session.reader
  const facets = new FacetCounter(db)
  const texts = new WordCache()
  const searcher = createSearcher(db, {
    abbreviations: context.abbreviations,
    synonyms: currentSynonyms(db, context.synonyms),
    fieldTexts: (id) => readIndexed(db, id)?.fields ?? null,
    textWords: (id) => {
      const stored = readPagedText(db, id)
      return stored && texts.read(id, stored.text)
    },
  })

  const upkeep = facetUpkeep(db, facets)
  // What a first search would have to wait for is read, and its code compiled, before anybody asks.
  if (session.writer) setTimeout(warm, WARM_AFTER_MS).unref()

  function warm(): void {
    if (!db.open) return
    upkeep()
    try {
      run({ query: COMMON_WORDS, filter: {}, sort: 'relevance', limit: 1, offset: 0 })
    } catch {
      // A damaged index is told to whoever searches; the library must stay open to be read and repaired.
    }
  }

  /** The page asked for, and everything that matches. */
  function run({ query, filter, sort, limit, offset }: ParsedSearch) {
    const parsed = parseSearchQuery(query)
    const limits = parsed.filters.map(limitOf)
    const allowed = intersect([filteredIds(db, filter), ...limits.map(({ ids }) => ids)])
    const hasWords = parsed.clauses.length > 0 || parsed.phrases.length > 0
    const isRanked = hasWords && sort === 'relevance'
    const outcome = hasWords
      ? searcher.search({ query, allowedDocumentIds: allowed, limit: isRanked ? limit : 0, offset })
      : onlyFiltered(allowed)
    const hits =
      isRanked || limit === 0
        ? outcome.hits
        : sortIds(db, outcome.matchedIds, sort === 'number' ? 'number' : 'issuedOn', limit, offset).map(
            (documentId) => ({ documentId, score: 0, rank: 0 }),
          )
    const [notice] = [outcome, ...limits].flatMap((each) => each.notice ?? [])
    return { parsed, outcome, hits, notice: notice ?? null }
  }

  /** What matches, without any hit. */
  const countOf = (search: Pick<ParsedSearch, 'query' | 'filter'>) =>
    run({ ...search, sort: 'relevance', limit: 0, offset: 0 })

  /** Documents a filter of the query's text lets through; a number nobody knows lets none through. */
  function limitOf(filter: StructuredFilter): Limit {
    if (filter.kind === 'year') {
      return { ids: filteredIds(db, yearsOf(filter.from, filter.to)) ?? new Set(), notice: null }
    }
    if (filter.kind === 'in') {
      const { outcome, notice } = countOf({ query: filter.query, filter: {} })
      return { ids: amongAscending(outcome.matchedIds), notice }
    }
    const ids = findNamedInstruments(db, filter.number).instruments.map(({ id }) => id)
    return { ids: filter.kind === 'cites' ? idsCiting(db, ids) : idsCitedBy(db, ids), notice: null }
  }

  return {
    'search.query': (request) => {
      const startedAt = performance.now()
      const { query, offset } = request
      const { parsed, outcome, hits, notice } = run(request)
      setImmediate(upkeep)
      const named = findNamedInstruments(db, withoutConditions(query, findConditions(query)))
      return succeed({
        total: outcome.total,
        hits: showHits(db, hits, outcome, texts),
        facets: facets.count(outcome.matchedIds),
        instruments: offset === 0 ? named.instruments.slice(0, INSTRUMENT_LIMIT) : [],
        // A number is no misspelt word, and its code no abbreviation, whatever its parts look like.
        didYouMean: named.isAll ? null : outcome.didYouMean,
        suggestions: named.isAll ? [] : [...outcome.suggestions],
        notice,
        wider:
          outcome.total === 0 && offset === 0
            ? widerSearches(parsed, request, (wider) => countOf(wider).outcome.total)
            : [],
        milliseconds: performance.now() - startedAt,
      } satisfies SearchAnswer)
    },
    'search.export': async ({ format, out, ...search }) => {
      const { hits, outcome } = run({ ...search, limit: EXPORT_LIMIT, offset: 0 })
      let rows = 0
      const shown = showOneByOne(db, hits, outcome, texts, () => {
        rows += 1
      })
      const written = await writeResults(out, format, shown)
      return written.ok ? succeed({ written: out, rows }) : written
    },
    'searches.list': () => succeed(readSearches(db)),
    'searches.save': (search) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      return succeed({ id: saveSearch(writer.value, { ...search, savedAt: new Date().toISOString() }) })
    },
    'searches.remove': ({ id }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      return deleteSavedSearch(writer.value, id) ? succeed({}) : fail('not_found', String(id))
    },
    'searches.remember': ({ query }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      saveRecentSearch(writer.value, query, new Date().toISOString())
      return succeed({})
    },
    'searches.forgetRecent': () => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      deleteRecentSearches(writer.value)
      return succeed({})
    },
  }
}

/** Brings the counts of facets up to date behind the answers, a step at a time; called as often as one likes. */
function facetUpkeep(db: ReadHandle, facets: FacetCounter): () => void {
  let steps: Generator<void, void> | null = null
  const takeStep = (): void => {
    if (!db.open || steps?.next().done !== false) steps = null
    else setImmediate(takeStep)
  }
  return () => {
    if (steps || !db.open || !facets.isBehind) return
    steps = facets.refreshInSteps()
    takeStep()
  }
}

/** A query of filters alone («cites:25-NQ/TW») matches whatever they let through. */
function onlyFiltered(allowed: DocumentIds | null): SearchOutcome {
  const matchedIds = Uint32Array.from(allowed ?? []).sort()
  return {
    total: matchedIds.length,
    hits: [],
    matchedIds,
    interpretedTerms: { syllables: [], pairs: [], phrases: [] },
    didYouMean: null,
    suggestions: [],
    notice: null,
    holdsPhrases: null,
  }
}

const yearsOf = (from: number | null, to: number | null): DocumentFilter => ({
  from: `${from ?? 1}`.padStart(4, '0').concat('-01-01'),
  to: `${to ?? 9999}`.padStart(4, '0').concat('-12-31'),
})

/** A hundred thousand ids are looked up faster by place than in a set. */
function amongAscending(ids: Uint32Array): DocumentIds {
  const isHeld = new Uint8Array((ids.at(-1) ?? 0) + 1)
  for (const id of ids) isHeld[id] = 1
  return { has: (id) => isHeld[id] === 1, [Symbol.iterator]: () => ids[Symbol.iterator]() }
}

function intersect(sets: readonly (DocumentIds | null)[]): DocumentIds | null {
  const [first, ...others] = sets.filter((set) => set !== null)
  if (!first || others.length === 0) return first ?? null
  return new Set([...first].filter((id) => others.every((set) => set.has(id))))
}

/** A text is read only when its row is asked for: a library full of them holds up nobody. */
function* showOneByOne(
  db: ReadHandle,
  hits: readonly SearcherHit[],
  outcome: SearchOutcome,
  texts: WordCache,
  onShown: () => void,
): Generator<SearchHit> {
  for (const hit of hits) {
    if (outcome.holdsPhrases?.(hit.documentId) === false) continue
    for (const shown of showHits(db, [hit], outcome, texts)) {
      onShown()
      yield shown
    }
  }
}

function showHits(
  db: ReadHandle,
  hits: readonly SearcherHit[],
  outcome: SearchOutcome,
  texts: WordCache,
): SearchHit[] {
  const rows = new Map(
    listDocumentsById(
      db,
      hits.map(({ documentId }) => documentId),
    ).map((row) => [row.id, row]),
  )
  return hits.flatMap(({ documentId, score }) => {
    const row = rows.get(documentId)
    const stored = readPagedText(db, documentId)
    if (!row || !stored) return []
    const words = texts.read(documentId, stored.text)
    const passage = makeSnippet(stored.text, outcome.interpretedTerms, undefined, words)
    const hit: SearchHit = {
      documentId,
      title: documentTitle({ ...row, file_name: row.fileName }),
      number: fullNumber(row),
      kind: row.kind,
      issuer: row.issuer,
      issuedOn: row.issuedOn,
      score,
      page: pageAt(stored.pages, passage.textMatches[0]?.[0] ?? passage.start),
      snippet: passage.snippet,
      start: passage.start,
      matches: passage.matches.map(([start, end]): [number, number] => [start, end]),
      textMatches: passage.textMatches.map(([start, end]): [number, number] => [start, end]),
    }
    return [hit]
  })
}
