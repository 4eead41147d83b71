/** Documents waiting one row each come in; a segment, their postings arranged by term, goes out. */
import type { ReadHandle, WriteHandle } from '../db/handles.ts'
import { statement } from '../db/statements.ts'
import { ByteReader, ByteWriter, skipOccurrence } from './postings.ts'
import { noteSegmentChange } from './state.ts'

/** Term numbers take fewer bits, and segment numbers 21 at most: their place is exact as a number of JavaScript. */
const TERM_BITS = 32
const TERM_RANGE = 2 ** TERM_BITS

/** Where the postings of a term in a segment lie; the first place of a segment is that of term 0. */
export const placeOf = (segmentId: number, termId: number): number => segmentId * TERM_RANGE + termId

/** The same in SQL: of a row of `search_segments` and the term written behind it. */
export const PLACE_OF = `(segment_id << ${TERM_BITS}) |`

/** The term of a place, in SQL. */
export const TERM_OF_PLACE = `place & ${TERM_RANGE - 1}`

/** Stores the postings of a place. */
export const INSERT_POSTINGS = 'INSERT INTO search_postings VALUES (?, ?, ?)'

/** A full batch. Larger holds an import up longer and makes a fresh process slower (it reads all waiting rows), smaller makes more to merge. */
export const BATCH_DOCUMENTS = 128
/** A batch of very long documents is full sooner. Bytes of encoded postings. */
export const BATCH_BYTES = 4_000_000

/** A row of `search_segments`. Ordinals inclusive. */
export interface Segment {
  readonly segmentId: number
  readonly firstOrdinal: number
  readonly lastOrdinal: number
  readonly documentCount: number
  readonly state: 'building' | 'live' | 'dead'
  /** Segments being merged into this one, comma-separated; empty when it was made from a batch. */
  readonly mergeSources: string
  /** The last term a merge has copied. */
  readonly mergedThrough: number
}

const SEGMENT_COLUMNS = `segment_id AS segmentId, first_ordinal AS firstOrdinal, last_ordinal AS lastOrdinal,
  document_count AS documentCount, state, merge_sources AS mergeSources, merged_through AS mergedThrough`

/** All segments in the order of their ordinals. */
export function listSegments(db: ReadHandle): Segment[] {
  return statement<[], Segment>(
    db,
    `SELECT ${SEGMENT_COLUMNS} FROM search_segments ORDER BY first_ordinal, segment_id`,
  ).all()
}

/** A document waiting: its ordinal and encoded postings. */
export interface PendingDocument {
  readonly ordinal: number
  readonly postings: Uint8Array
}

/** Makes a segment of the waiting documents when they fill a batch. */
export function flushIfFull(db: WriteHandle): void {
  const row = statement<[], { documents: number; bytes: number | null }>(
    db,
    'SELECT count(*) AS documents, sum(length(postings)) AS bytes FROM search_pending',
  ).get()
  if (!row) return
  if (row.documents >= BATCH_DOCUMENTS || (row.bytes ?? 0) >= BATCH_BYTES) flush(db)
}

/** Makes a segment of all waiting documents. */
export function flush(db: WriteHandle): void {
  const pending = statement<[], PendingDocument>(
    db,
    'SELECT ordinal, postings FROM search_pending ORDER BY ordinal',
  ).all()
  if (pending.length === 0) return
  writeSegment(db, pending, 'live')
  db.exec('DELETE FROM search_pending')
  noteSegmentChange(db)
}

/** Writes documents (ascending ordinals) as a new segment; returns its number. */
export function writeSegment(
  db: WriteHandle,
  documents: readonly PendingDocument[],
  state: 'live' | 'building',
): number {
  const first = documents[0]?.ordinal ?? 0
  const last = documents.at(-1)?.ordinal ?? 0
  const segmentId = createSegment(db, first, last, documents.length, state, '')
  const insert = statement(db, INSERT_POSTINGS)
  // Ascending terms append to the table's tree instead of splitting it everywhere.
  for (const { termId, count, bytes } of arrangeByTerm(documents))
    insert.run(placeOf(segmentId, termId), count, bytes)
  return segmentId
}

/** Adds the row of a segment; returns its number. */
export function createSegment(
  db: WriteHandle,
  firstOrdinal: number,
  lastOrdinal: number,
  documentCount: number,
  state: 'live' | 'building',
  mergeSources: string,
): number {
  const result = statement(
    db,
    `INSERT INTO search_segments (first_ordinal, last_ordinal, document_count, state, merge_sources, merged_through)
     VALUES (?, ?, ?, ?, ?, 0)`,
  ).run(firstOrdinal, lastOrdinal, documentCount, state, mergeSources)
  return Number(result.lastInsertRowid)
}

/** Postings of one term in a batch; `bytes` is valid until the next. */
interface Block {
  readonly termId: number
  readonly count: number
  readonly bytes: Uint8Array
}

/** More postings than a batch can hold, and little enough to leave room for term numbers in a float. */
const PLACES = 2 ** 22

/**
 * Postings by ascending term. They are arranged in a few long arrays: a writer a term, tens of thousands of them in a
 * batch, would outlive the young generation of the heap and keep it large for good.
 */
function* arrangeByTerm(documents: readonly PendingDocument[]): Generator<Block> {
  const capacity = documents.reduce((sum, { postings }) => sum + (postings.length >>> 1) + 1, 0)
  const froms = new Uint32Array(capacity)
  const tos = new Uint32Array(capacity)
  const owners = new Uint32Array(capacity)
  const keys = new Float64Array(capacity)
  let length = 0
  for (const [owner, { postings }] of documents.entries()) {
    const reader = new ByteReader(postings)
    let termId = 0
    while (!reader.isAtEnd) {
      termId += reader.read()
      froms[length] = reader.position
      skipOccurrence(reader)
      tos[length] = reader.position
      owners[length] = owner
      keys[length] = termId * PLACES + length
      length += 1
    }
  }
  const order = keys.subarray(0, length).sort()
  const writer = new ByteWriter(1024)
  let termId = 0
  let count = 0
  let previous = 0
  for (const key of order) {
    const next = Math.floor(key / PLACES)
    if (next !== termId && count > 0) {
      yield { termId, count, bytes: writer.take() }
      writer.clear()
      count = 0
      previous = 0
    }
    termId = next
    const place = key % PLACES
    const document = documents[owners[place] ?? 0]
    if (!document) continue
    writer.write(document.ordinal - previous)
    writer.copy(document.postings, froms[place] ?? 0, tos[place] ?? 0)
    previous = document.ordinal
    count += 1
  }
  if (count > 0) yield { termId, count, bytes: writer.take() }
}
