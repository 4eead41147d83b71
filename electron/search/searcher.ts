/** A query comes in; ranked documents, all matches, and what to offer instead go out. */
import type { SearchAnswer } from '../../shared/contract/views.ts'
import { type Abbreviations, NO_ABBREVIATIONS } from '../../shared/vietnamese/abbreviations.ts'
import { NO_SYNONYMS, type Synonyms } from '../../shared/vietnamese/synonyms.ts'
import type { ReadHandle } from '../db/handles.ts'
import { type CompiledPhrase, type CompiledQuery, compileQuery, type Suggestion } from './compile.ts'
import { type ExpandedClause, expandClauses } from './expand.ts'
import type { SearchField } from './fields.ts'
import { RankBorder } from './highestRank.ts'
import { PROHIBITED } from './lunrParts.ts'
import { raiseNear, type TextWords } from './nearness.ts'
import { phraseTest } from './phrases.ts'
import { parseSearchQuery } from './queryLanguage.ts'
import { chooseCandidates, rankWithLunr } from './ranking.ts'
import { IndexReader } from './reader.ts'
import { type Matches, Scorer } from './scoring.ts'
import { type HighlightTerms, highlightTerms } from './snippet.ts'
import { readState } from './state.ts'
import { raiseTogether, TOGETHER_WINDOW } from './togetherness.ts'

/** Gives back the texts of a document, for phrases of three words and more; null when it is gone. */
export type FieldTexts = (documentId: number) => Readonly<Record<SearchField, string>> | null

/** @see createSearcher */
export interface SearcherOptions {
  readonly abbreviations?: Abbreviations
  /** Asked at every search, since people edit them. */
  readonly synonyms?: () => Synonyms
  readonly fieldTexts?: FieldTexts
  /** Without it, how near each other a text has the words does not count. */
  readonly textWords?: TextWords
}

/** One search. */
export interface SearchRequest {
  readonly query: string
  /** Only these documents, from filters on dates, kinds and the graph; scores are those of the whole library. */
  readonly allowedDocumentIds?: Pick<ReadonlySet<number>, 'has'> | null
  readonly limit: number
  readonly offset: number
  /** The last word may be unfinished; default true. */
  readonly completeLastWord?: boolean
  /** Documents with the marks as typed first; default true. Off, ranks and scores are lunr's. */
  readonly preferMarks?: boolean
}

/**
 * `score` is lunr's, `rank` the same lowered where marks asked for are missing: hits are in its order. Pages beyond
 * `MOST_BY_LUNR` have the rank for a score.
 */
export interface SearcherHit {
  readonly documentId: number
  readonly score: number
  readonly rank: number
}

/** @see Searcher */
export interface SearchOutcome {
  readonly total: number
  readonly hits: readonly SearcherHit[]
  /** Every matching document, ascending: for facets and other orders. */
  readonly matchedIds: Uint32Array
  readonly interpretedTerms: HighlightTerms
  readonly didYouMean: string | null
  readonly suggestions: readonly Suggestion[]
  readonly notice: SearchNotice | null
  /** Whether a document found holds the phrases, where not every text was read for that; null where all are checked. */
  readonly holdsPhrases: ((documentId: number) => boolean) | null
}

/** What a person should know of how a query was read. */
export type SearchNotice = NonNullable<SearchAnswer['notice']>

/** Nobody reads scores farther down, and lunr takes its time for each document. */
export const MOST_BY_LUNR = 1000

/** Answers searches over one library. */
export interface Searcher {
  search(request: SearchRequest): SearchOutcome
}

/** Texts read for one query to check phrases; further documents are taken to hold what all their parts say. */
const PHRASE_BUDGET_MS = 40
/** So long at most, where the texts read do not hold the phrase and the page is not full. */
const LONGEST_PHRASE_CHECK_MS = 150

/** Some megabytes each where a hundred thousand texts were read. */
const MOST_KNOWN_PHRASES = 8

/** Makes a searcher; it keeps decoded postings and document lengths in memory (bounded) from one search to the next. */
export function createSearcher(db: ReadHandle, options: SearcherOptions = {}): Searcher {
  const reader = new IndexReader(db)
  const verdicts = new PhraseVerdicts()
  const border = new RankBorder()
  const scorer = new Scorer(border)
  const search = (request: SearchRequest): SearchOutcome => {
    reader.refresh()
    const parsed = parseSearchQuery(request.query)
    const compiled = compileQuery(parsed, reader, {
      abbreviations: options.abbreviations ?? NO_ABBREVIATIONS,
      synonyms: options.synonyms?.() ?? NO_SYNONYMS,
      completeLastWord: request.completeLastWord ?? true,
    })
    const clauses = expandClauses(compiled.clauses, reader)
    const preferMarks = request.preferMarks ?? true
    const isFiltered = request.allowedDocumentIds != null || compiled.phrases.length > 0
    const best = isFiltered ? null : Math.max(request.offset + request.limit, TOGETHER_WINDOW)
    const matches = scorer.score(clauses, reader, { preferMarks, best })
    if (compiled.hasNoWords) matches.isMatch.fill(0)
    keepAllowed(matches, reader, request.allowedDocumentIds ?? null)
    const test = phrasesTest(compiled.phrases, options.fieldTexts)
    const holdsPhrases = test && verdicts.remembering(test, compiled.phrases, readState(db).generation)
    const isChecked =
      compiled.phrases.length === 0 ||
      (holdsPhrases !== null && checkPhrases(holdsPhrases, matches, reader, request))
    const matchedIds = listMatches(matches, reader)
    return {
      total: matchedIds.length,
      hits: pageOf(matches, clauses, compiled, border, reader, options.textWords, request),
      matchedIds,
      interpretedTerms: highlightTerms(compiled, clauses),
      didYouMean: compiled.didYouMean,
      suggestions: compiled.suggestions,
      notice: noticeOf(compiled, parsed, isChecked),
      holdsPhrases: isChecked ? null : holdsPhrases,
    }
  }
  // One transaction: all reads see the same moment, whatever the writer does meanwhile.
  const transaction = db.transaction(search)
  return { search: (request) => transaction(request) }
}

function noticeOf(
  compiled: CompiledQuery,
  parsed: { readonly isReadAsWords: boolean; readonly isShortened: boolean },
  isChecked: boolean,
): SearchNotice | null {
  if (compiled.hasNoWords) return 'no_words'
  if (parsed.isShortened || compiled.isShortened) return 'shortened'
  if (parsed.isReadAsWords) return 'read_as_words'
  return isChecked ? null : 'phrase_not_checked'
}

function keepAllowed(
  matches: Matches,
  reader: IndexReader,
  allowed: Pick<ReadonlySet<number>, 'has'> | null,
): void {
  if (!allowed) return
  for (let ordinal = 0; ordinal < reader.ordinalCount; ordinal += 1) {
    if (matches.isMatch[ordinal] === 1 && !allowed.has(reader.documentAt(ordinal)))
      matches.isMatch[ordinal] = 0
  }
}

function listMatches(
  { isMatch }: Matches,
  { documents, documentCount, ordinalCount }: IndexReader,
): Uint32Array {
  const ids = new Uint32Array(documentCount)
  let count = 0
  let previous = 0
  let isSorted = true
  for (let ordinal = 0; ordinal < ordinalCount; ordinal += 1) {
    if (isMatch[ordinal] === 0) continue
    const documentId = documents[ordinal] ?? 0
    isSorted &&= documentId > previous
    previous = documentId
    ids[count++] = documentId
  }
  const matched = ids.slice(0, count)
  // Ordinals follow the order of import, as document numbers mostly do.
  return isSorted ? matched : matched.sort()
}

/** The page asked for: candidates by our arrays, their scores by lunr, and their order too unless marks or runs count. */
function pageOf(
  matches: Matches,
  clauses: readonly ExpandedClause[],
  { joints, nearKeys }: CompiledQuery,
  border: RankBorder,
  reader: IndexReader,
  textWords: TextWords | undefined,
  { offset, limit, preferMarks = true }: SearchRequest,
): readonly SearcherHit[] {
  if (limit <= 0) return []
  const wordsOf = nearKeys.length > 1 ? textWords : undefined
  const isOwnOrder =
    preferMarks &&
    (joints.length > 1 || wordsOf !== undefined || clauses.some(({ clause }) => clause.marks !== null))
  const wanted = offset + limit
  const count = isOwnOrder ? Math.max(wanted, TOGETHER_WINDOW) : wanted
  const chosen = chooseCandidates(matches, count, border, reader)
  if (chosen.length === 0) return []
  const byRank = (one: number, other: number): number => (ranks.get(other) ?? 0) - (ranks.get(one) ?? 0)
  const ranks = new Map(chosen.map((ordinal) => [ordinal, matches.rank[ordinal] ?? 0]))
  chosen.sort(byRank)
  if (isOwnOrder) {
    const isWhole = raiseTogether(chosen, joints, clauses, ranks)
    chosen.sort(byRank)
    if (wordsOf) {
      raiseNear(chosen, ranks, nearKeys, isWhole, (ordinal) => wordsOf(reader.documentAt(ordinal)))
      chosen.sort(byRank)
    }
  }
  if (wanted > MOST_BY_LUNR) {
    return chosen.slice(offset, wanted).map((ordinal) => {
      const rank = ranks.get(ordinal) ?? 0
      return { documentId: reader.documentAt(ordinal), score: rank, rank }
    })
  }
  const ordinals = isOwnOrder ? chosen.slice(0, wanted) : chosen
  const rankOf = new Map(ordinals.map((ordinal) => [reader.documentAt(ordinal), ranks.get(ordinal) ?? 0]))
  ordinals.sort((one, other) => one - other)
  const hits = rankWithLunr(clauses, ordinals, reader).map(({ ref, score }) => ({
    documentId: Number(ref),
    score,
    rank: rankOf.get(Number(ref)) ?? score,
  }))
  if (isOwnOrder) hits.sort((one, other) => other.rank - one.rank)
  return hits.slice(offset, wanted)
}

/** What was found of phrases in texts: the next keystroke asks of the same ones, and goes on where the time ran out. */
class PhraseVerdicts {
  private readonly known = new Map<string, Map<number, boolean>>()
  private generation = -1

  remembering(
    test: (documentId: number) => boolean,
    phrases: readonly CompiledPhrase[],
    generation: number,
  ): (documentId: number) => boolean {
    if (generation !== this.generation) this.known.clear()
    this.generation = generation
    const key = JSON.stringify(phrases)
    const verdicts = this.known.get(key) ?? new Map<number, boolean>()
    this.known.delete(key)
    this.known.set(key, verdicts)
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST_KNOWN_PHRASES) break
      this.known.delete(oldest)
    }
    return (documentId) => {
      const known = verdicts.get(documentId)
      if (known !== undefined) return known
      const verdict = test(documentId)
      verdicts.set(documentId, verdict)
      return verdict
    }
  }
}

/** Reads a document's texts to tell whether it holds what is quoted and nothing of what is not to be; null without phrases. */
function phrasesTest(
  phrases: readonly CompiledPhrase[],
  fieldTexts: FieldTexts | undefined,
): ((documentId: number) => boolean) | null {
  if (phrases.length === 0 || !fieldTexts) return null
  const tests = phrases.map((phrase) => ({ ...phrase, holds: phraseTest(phrase.words) }))
  return (documentId) => {
    const texts = fieldTexts(documentId)
    return tests.every(({ fields, presence, holds }) => {
      const isHeld = texts !== null && fields.some((field) => holds(texts[field]))
      return isHeld !== (presence === PROHIBITED)
    })
  }
}

/**
 * Drops documents that have all parts of a phrase but not the phrase. Best ranked first, within a budget; false when it
 * ran out, and the documents left unread are still counted.
 */
function checkPhrases(
  holdsPhrases: (documentId: number) => boolean,
  matches: Matches,
  reader: IndexReader,
  { offset, limit }: SearchRequest,
): boolean {
  const ordinals: number[] = []
  for (let ordinal = 0; ordinal < reader.ordinalCount; ordinal += 1) {
    if (matches.isMatch[ordinal] === 1) ordinals.push(ordinal)
  }
  ordinals.sort((one, other) => (matches.rank[other] ?? 0) - (matches.rank[one] ?? 0))
  const startedAt = performance.now()
  let kept = 0
  for (const ordinal of ordinals) {
    const budget = kept >= offset + limit ? PHRASE_BUDGET_MS : LONGEST_PHRASE_CHECK_MS
    if (performance.now() - startedAt > budget) return false
    if (holdsPhrases(reader.documentAt(ordinal))) kept += 1
    else matches.isMatch[ordinal] = 0
  }
  return true
}
