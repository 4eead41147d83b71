/** Documents waiting one row each come in; a segment, their postings arranged by term, goes out. */
import type { ReadHandle, WriteHandle } from '../db/handles.ts'
import { statement } from '../db/statements.ts'
import { ByteReader, ByteWriter, skipOccurrence } from './postings.ts'
import { noteSegmentChange } from './state.ts'

/** A full batch. Larger makes a fresh process slower (it reads all waiting rows), smaller makes more to merge. */
export const BATCH_DOCUMENTS = 256
/** A batch of very long documents is full sooner. Bytes of encoded postings. */
const BATCH_BYTES = 8_000_000

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
  return db
    .prepare<[], Segment>(`SELECT ${SEGMENT_COLUMNS} FROM search_segments ORDER BY first_ordinal, segment_id`)
    .all()
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
  const pending = db
    .prepare<[], PendingDocument>('SELECT ordinal, postings FROM search_pending ORDER BY ordinal')
    .all()
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
  const blocks = arrangeByTerm(documents)
  const insert = db.prepare('INSERT INTO search_postings VALUES (?, ?, ?, ?)')
  // Ascending terms append to the table's tree instead of splitting it everywhere.
  for (const termId of [...blocks.keys()].sort((one, other) => one - other)) {
    const block = blocks.get(termId)
    if (block) insert.run(segmentId, termId, block.count, block.writer.take())
  }
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
  const result = db
    .prepare(
      `INSERT INTO search_segments (first_ordinal, last_ordinal, document_count, state, merge_sources, merged_through)
       VALUES (?, ?, ?, ?, ?, 0)`,
    )
    .run(firstOrdinal, lastOrdinal, documentCount, state, mergeSources)
  return Number(result.lastInsertRowid)
}

interface Block {
  readonly writer: ByteWriter
  lastOrdinal: number
  count: number
}

function arrangeByTerm(documents: readonly PendingDocument[]): Map<number, Block> {
  const blocks = new Map<number, Block>()
  for (const { ordinal, postings } of documents) {
    const reader = new ByteReader(postings)
    let termId = 0
    while (!reader.isAtEnd) {
      termId += reader.read()
      const from = reader.position
      skipOccurrence(reader)
      let block = blocks.get(termId)
      if (!block) {
        block = { writer: new ByteWriter(), lastOrdinal: 0, count: 0 }
        blocks.set(termId, block)
      }
      block.writer.write(ordinal - block.lastOrdinal)
      block.writer.copy(postings, from, reader.position)
      block.lastOrdinal = ordinal
      block.count += 1
    }
  }
  return blocks
}
