/** A read handle comes in; the index as a query sees it goes out: live documents, lengths, decoded postings, vocabulary. */
import type { ReadHandle } from '../db/handles.ts'
import { statement } from '../db/statements.ts'
import { CHUNK_SIZE, enlargeTable, type OrdinalTable, unpackInto } from './chunks.ts'
import { FORM_SEPARATOR } from './dictionary.ts'
import { B, K1, SEARCH_FIELDS } from './fields.ts'
import { PostingList } from './postingList.ts'
import { type PendingDocument, PLACE_OF } from './segments.ts'
import { readState } from './state.ts'
import { WaitingDocuments } from './waiting.ts'

/** A term as a reader finds it. */
export interface KnownTerm {
  readonly termId: number
  readonly term: string
  /** Marked spellings by bit. */
  readonly forms: readonly string[]
}

/** However frequent they are, so many completions of a beginning are looked at. */
const FEWEST_COMPLETIONS = 3
/** Terms remembered since the last change; a day of searching must not fill the memory. */
const MOST_KNOWN_TERMS = 50_000
/** Decoded postings kept from one query to the next, bytes. */
const CACHE_BYTES = 32_000_000

/** Reads the index; `refresh` before each query brings it to the database's present state. */
export class IndexReader {
  private readonly db: ReadHandle
  private readonly selectTerm
  private readonly selectPostings
  private readonly selectSyllables
  private generation = -1
  private segmentGeneration = -1
  private table: OrdinalTable = enlargeTable(null, 0)
  /** By field, what a token of length adds to the length part of lunr's weight: K1 × B / mean. */
  readonly lengthShares = new Float64Array(SEARCH_FIELDS.length)
  /** 1 where an ordinal stands for a document, by ordinal. */
  live = new Uint8Array(0)
  /** True when some ordinals stand for no document any more. */
  hasDead = false
  private readonly frequencies = new Map<string, number>()
  private readonly waiting = new WaitingDocuments()
  private readonly cache = new Map<number, PostingList>()
  private cacheBytes = 0
  private readonly terms = new Map<string, KnownTerm | null>()
  private syllables: string[] = []
  private lastSyllableId = 0
  private vocabularyGeneration = -1
  private letters: readonly string[] = []
  private letterGeneration = -1
  /** Live documents. */
  documentCount = 0

  constructor(db: ReadHandle) {
    this.db = db
    this.selectTerm = db.prepare<[string], { termId: number; term: string; forms: string }>(
      'SELECT term_id AS termId, term, forms FROM search_terms WHERE term = ?',
    )
    this.selectPostings = db.prepare<[number], { entryCount: number; postings: Uint8Array }>(
      `SELECT entry_count AS entryCount, postings
       FROM search_segments CROSS JOIN search_postings ON place = ${PLACE_OF} ?
       WHERE state = 'live' ORDER BY first_ordinal`,
    )
    this.selectSyllables = db.prepare<[string, string, number], { term: string; entries: number }>(
      `SELECT term, (SELECT coalesce(sum(entry_count), 0)
                     FROM search_segments CROSS JOIN search_postings ON place = ${PLACE_OF} syllables.term_id
                     WHERE state = 'live') AS entries
       FROM (SELECT term_id, term FROM search_terms
             WHERE instr(term, '_') = 0 AND term >= ? AND term < ? ORDER BY +term_id LIMIT ?) AS syllables`,
    )
  }

  /** One more than the highest ordinal. */
  get ordinalCount(): number {
    return this.table.documents.length
  }

  /** By ordinal: the document it stands for, 0 where none. */
  get documents(): Uint32Array {
    return this.table.documents
  }

  /** By field, then by ordinal: lengths in terms; 0 where there is no document. */
  get lengths(): readonly Uint32Array[] {
    return this.table.lengths
  }

  /** The document of an ordinal; 0 when it is dead. */
  documentAt(ordinal: number): number {
    return this.table.documents[ordinal] ?? 0
  }

  /** The length part of lunr's weight: K1 × (1 - B + B × length / mean). */
  normAt(ordinal: number, field: number): number {
    return K1 * (1 - B) + (this.table.lengths[field]?.[ordinal] ?? 0) * (this.lengthShares[field] ?? 0)
  }

  /** Brings memory in step with the database; call inside the transaction the query reads in. */
  refresh(): void {
    const state = readState(this.db)
    if (state.generation === this.generation) return
    // Going back means a change this handle saw was rolled back: nothing in memory can be trusted.
    if (state.generation < this.generation) {
      this.generation = -1
      this.table = enlargeTable(null, 0)
      this.lastSyllableId = 0
    }
    if (state.segmentGeneration !== this.segmentGeneration || this.generation === -1) {
      this.cache.clear()
      this.cacheBytes = 0
      this.waiting.clear()
    }
    this.readChunks(state.nextOrdinal)
    this.readWaiting()
    this.terms.clear()
    this.frequencies.clear()
    this.generation = state.generation
    this.segmentGeneration = state.segmentGeneration
  }

  /** Finds a term; null when no document ever had it. */
  find(term: string): KnownTerm | null {
    const known = this.terms.get(term)
    if (known !== undefined) return known
    if (this.terms.size >= MOST_KNOWN_TERMS) this.terms.clear()
    const row = this.selectTerm.get(term)
    const found = row ? { ...row, forms: row.forms.split(FORM_SEPARATOR) } : null
    this.terms.set(term, found)
    return found
  }

  /** All entries of a term, those of dead documents included: one list from segments, one of waiting documents. */
  postings(termId: number): readonly PostingList[] {
    const stored = this.storedPostings(termId)
    const waiting = this.waiting.postings(termId)
    return waiting ? [stored, waiting] : [stored]
  }

  /** Number of live entries of a term: lunr's count of documents, a field each. */
  frequency(term: string): number {
    const known = this.find(term)
    if (!known) return 0
    const counted = this.frequencies.get(term)
    if (counted !== undefined) return counted
    let count = 0
    for (const list of this.postings(known.termId)) {
      count += this.hasDead ? countLive(list, this.live) : list.length
    }
    this.frequencies.set(term, count)
    return count
  }

  /** Every single-syllable term ever met, unsorted: what wildcards and typing errors are looked up in. */
  vocabulary(): readonly string[] {
    if (this.vocabularyGeneration === this.generation) return this.syllables
    // Terms are only ever added, so those met since the last look are enough.
    if (this.lastSyllableId === 0) this.syllables = []
    const rows = this.db
      .prepare<[number], { termId: number; term: string }>(
        "SELECT term_id AS termId, term FROM search_terms WHERE term_id > ? AND instr(term, '_') = 0 ORDER BY term_id",
      )
      .all(this.lastSyllableId)
    for (const { term } of rows) this.syllables.push(term)
    this.lastSyllableId = rows.at(-1)?.termId ?? this.lastSyllableId
    this.vocabularyGeneration = this.generation
    return this.syllables
  }

  /** Every known word of letters alone: what typing errors are looked up in. */
  letterWords(): readonly string[] {
    if (this.letterGeneration === this.generation) return this.letters
    this.letters = this.db
      .prepare<[], string>(
        "SELECT term FROM search_terms WHERE instr(term, '_') = 0 AND term NOT GLOB '*[^a-z]*' AND term <> ''",
      )
      .pluck()
      .all()
    this.letterGeneration = this.generation
    return this.letters
  }

  /**
   * Single syllables that begin with `prefix`, of those met first (mostly the frequent ones) the most frequent first: at
   * least three, and no more once they have `entries` postings together.
   */
  frequentSyllables(prefix: string, limit: number, entries: number): string[] {
    const rows = this.selectSyllables.all(prefix, `${prefix}\u{10ffff}`, limit)
    let taken = 0
    let sum = 0
    for (const row of rows.sort((one, other) => other.entries - one.entries)) {
      if (taken >= FEWEST_COMPLETIONS && sum >= entries) break
      taken += 1
      sum += row.entries
    }
    return rows.slice(0, taken).map(({ term }) => term)
  }

  /** Terms that begin with `prefix`, at most `limit`: those met first, which are mostly the frequent ones. */
  startingWith(prefix: string, limit: number): string[] {
    // The plus keeps SQLite from walking all terms in this order; it sorts the few that begin so.
    return statement<[string, string, number], { term: string }>(
      this.db,
      'SELECT term FROM search_terms WHERE term >= ? AND term < ? ORDER BY +term_id LIMIT ?',
    )
      .all(prefix, `${prefix}\u{10ffff}`, limit)
      .map(({ term }) => term)
  }

  private storedPostings(termId: number): PostingList {
    const cached = this.cache.get(termId)
    if (cached) {
      this.cache.delete(termId)
      this.cache.set(termId, cached)
      return cached
    }
    const list = new PostingList()
    const blocks = this.selectPostings.all(termId)
    list.reserve(blocks.reduce((sum, { entryCount }) => sum + entryCount, 0))
    for (const { postings, entryCount } of blocks) {
      list.appendBlock(postings, entryCount)
    }
    this.cache.set(termId, list)
    this.cacheBytes += list.byteSize
    for (const [oldest, dropped] of this.cache) {
      if (this.cacheBytes <= CACHE_BYTES || oldest === termId) break
      this.cache.delete(oldest)
      this.cacheBytes -= dropped.byteSize
    }
    return list
  }

  private readChunks(nextOrdinal: number): void {
    const size = Math.ceil(nextOrdinal / CHUNK_SIZE) * CHUNK_SIZE
    if (size > this.ordinalCount) this.table = enlargeTable(this.table, size)
    const changed = this.db
      .prepare<[number], { chunk: number; entries: Uint8Array }>(
        'SELECT chunk, entries FROM search_chunks WHERE chunk >= 0 AND generation > ?',
      )
      .all(this.generation)
    for (const { chunk, entries } of changed) unpackInto(this.table, entries, chunk * CHUNK_SIZE)
    this.countDocuments(nextOrdinal)
  }

  private countDocuments(nextOrdinal: number): void {
    const { documents, lengths } = this.table
    if (this.live.length !== documents.length) this.live = new Uint8Array(documents.length)
    this.documentCount = markLive(documents, this.live)
    this.hasDead = this.documentCount < nextOrdinal - 1
    lengths.forEach((ofField, field) => {
      const mean = sumOf(ofField) / this.documentCount
      this.lengthShares[field] = mean > 0 ? (K1 * B) / mean : 0
    })
  }

  private readWaiting(): void {
    const rows = this.db
      .prepare<[number], PendingDocument>(
        'SELECT ordinal, postings FROM search_pending WHERE ordinal > ? ORDER BY ordinal',
      )
      .all(this.waiting.lastOrdinal)
    for (const row of rows) this.waiting.add(row)
  }
}

function countLive({ columns }: PostingList, live: Uint8Array): number {
  let count = 0
  for (const { ordinals, length } of columns) {
    for (let entry = 0; entry < length; entry += 1) count += live[ordinals[entry] ?? 0] ?? 0
  }
  return count
}

function markLive(documents: Uint32Array, live: Uint8Array): number {
  let count = 0
  for (let ordinal = 0; ordinal < documents.length; ordinal += 1) {
    const isLive = documents[ordinal] === 0 ? 0 : 1
    live[ordinal] = isLive
    count += isLive
  }
  return count
}

function sumOf(values: Uint32Array): number {
  let sum = 0
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0
  return sum
}
