/** All documents come in; a whole new index grows beside the one in use and takes its place at the end. */
import type { WriteHandle } from '../db/handles.ts'
import { statement } from '../db/statements.ts'
import { CHUNK_SIZE, ENTRY_WIDTH, packChunk, readChunk, setOrdinal, stagedChunk } from './chunks.ts'
import { TermDictionary } from './dictionary.ts'
import type { IndexedDocument } from './fields.ts'
import { digestOf, encodeDocument } from './indexing.ts'
import { BATCH_BYTES, BATCH_DOCUMENTS, listSegments, type PendingDocument, writeSegment } from './segments.ts'
import { INDEX_FORMAT, noteSegmentChange, readState, takeOrdinal } from './state.ts'

/** Rebuilds in one go; returns the number of documents. @see rebuildInSteps */
export function rebuild(
  db: WriteHandle,
  documents: Iterable<IndexedDocument>,
  onProgress: (done: number) => void,
): number {
  let done = 0
  for (done of rebuildInSteps(db, documents)) onProgress(done)
  return done
}

/** Texts read and encoded between two looks at whoever waits. UTF-16 code units: some twenty milliseconds. */
const LENGTH_A_STEP = 100_000

/**
 * Rebuilds in short steps, yielding the number of documents done, so that the caller can answer queries, import and
 * delete between them: readers see the old index until the last step. Documents added, replaced or removed meanwhile
 * keep their newer state. Not finished (crash, iterator abandoned): the old index stays, the next rebuild clears up.
 */
export function* rebuildInSteps(
  db: WriteHandle,
  documents: Iterable<IndexedDocument>,
): Generator<number, void> {
  db.transaction(() => clearUnfinished(db))()
  const lastOldOrdinal = readState(db).nextOrdinal - 1
  const encode = db.transaction((document: IndexedDocument) => encodeForRebuild(db, document))
  const stage = db.transaction((rows: readonly Encoded[]) => stageBatch(db, rows))
  let done = 0
  let batch: Encoded[] = []
  let batchBytes = 0
  let length = 0
  for (const document of documents) {
    const encoded = encode(document)
    batch.push(encoded)
    batchBytes += encoded.postings.length
    length += document.fields.body.length
    done += 1
    const isFull = batch.length >= BATCH_DOCUMENTS || batchBytes >= BATCH_BYTES
    if (!isFull && length < LENGTH_A_STEP) continue
    if (isFull) {
      stage(batch)
      batch = []
      batchBytes = 0
    }
    length = 0
    yield done
  }
  stage(batch)
  db.transaction(() => takeOver(db, lastOldOrdinal))()
  yield done
}

/** A document as the new index will hold it, waiting for its batch to be full. */
interface Encoded {
  readonly documentId: number
  readonly digest: string
  readonly lengths: readonly number[]
  readonly postings: Uint8Array
  /** The index in use held it. */
  readonly wasHeld: boolean
}

const isHeld = (db: WriteHandle, documentId: number): boolean =>
  statement<[number], { one: 1 }>(
    db,
    'SELECT 1 AS one FROM search_documents WHERE document_id = ? AND is_live = 1',
  ).get(documentId) !== undefined

function encodeForRebuild(db: WriteHandle, document: IndexedDocument): Encoded {
  const { lengths, postings } = encodeDocument(new TermDictionary(db), document)
  const { documentId } = document
  return {
    documentId,
    digest: digestOf(document),
    lengths,
    postings: postings.slice(),
    wasHeld: isHeld(db, documentId),
  }
}

/** Removes what a rebuild that never finished left behind. */
function clearUnfinished(db: WriteHandle): void {
  db.exec(`UPDATE search_segments SET state = 'dead' WHERE state = 'building' AND merge_sources = '';
    DELETE FROM search_documents WHERE is_live = 0;
    DELETE FROM search_chunks WHERE chunk < 0;`)
}

/** Ordinals are taken here, all in one go: those of a segment must not have those of an import among them. */
function stageBatch(db: WriteHandle, documents: readonly Encoded[]): void {
  const pending: PendingDocument[] = []
  const staged = new Map<number, Uint32Array>()
  const insert = statement(db, 'INSERT INTO search_documents VALUES (?, ?, 0, ?)')
  for (const { documentId, digest, lengths, postings, wasHeld } of documents) {
    // Removed since it was read.
    if (wasHeld && !isHeld(db, documentId)) continue
    const ordinal = takeOrdinal(db)
    pending.push({ ordinal, postings })
    insert.run(ordinal, documentId, digest)
    const chunk = Math.floor(ordinal / CHUNK_SIZE)
    const entries = staged.get(chunk) ?? readChunk(db, stagedChunk(chunk))
    staged.set(chunk, entries)
    entries.set([documentId, ...lengths], (ordinal % CHUNK_SIZE) * ENTRY_WIDTH)
  }
  const store = statement(db, 'INSERT OR REPLACE INTO search_chunks VALUES (?, 0, ?)')
  for (const [chunk, entries] of staged) store.run(stagedChunk(chunk), packChunk(entries))
  if (pending.length > 0) writeSegment(db, pending, 'building')
}

/** Old ordinals die, staged ones live, except copies of documents that changed after the rebuild began. */
function takeOver(db: WriteHandle, lastOldOrdinal: number): void {
  const generation = noteSegmentChange(db)
  const outdated = db
    .prepare<[number], { ordinal: number }>(
      `SELECT staged.ordinal FROM search_documents AS staged JOIN search_documents AS newer
         ON newer.document_id = staged.document_id AND newer.is_live = 1 AND newer.ordinal > ?
       WHERE staged.is_live = 0`,
    )
    .all(lastOldOrdinal)
  const dropped = new Set(outdated.map(({ ordinal }) => ordinal))
  const kept = new Set(
    db
      .prepare<[], number>('SELECT ordinal FROM search_documents WHERE is_live = 0')
      .pluck()
      .all()
      .filter((ordinal) => !dropped.has(ordinal)),
  )
  for (const ordinal of dropped) db.prepare('DELETE FROM search_documents WHERE ordinal = ?').run(ordinal)
  db.prepare('DELETE FROM search_documents WHERE is_live = 1 AND ordinal <= ?').run(lastOldOrdinal)
  db.prepare('DELETE FROM search_pending WHERE ordinal <= ?').run(lastOldOrdinal)
  db.exec('UPDATE search_documents SET is_live = 1 WHERE is_live = 0')
  takeOverChunks(db, lastOldOrdinal, kept, generation)
  const setState = db.prepare('UPDATE search_segments SET state = ? WHERE segment_id = ?')
  for (const { segmentId, state, mergeSources, lastOrdinal } of listSegments(db)) {
    if (state === 'building' && mergeSources === '') setState.run('live', segmentId)
    else if (lastOrdinal <= lastOldOrdinal) setState.run('dead', segmentId)
  }
  db.prepare('UPDATE search_state SET format = ?').run(INDEX_FORMAT)
}

function takeOverChunks(
  db: WriteHandle,
  lastOldOrdinal: number,
  kept: ReadonlySet<number>,
  generation: number,
): void {
  const lastOldChunk = Math.floor(lastOldOrdinal / CHUNK_SIZE)
  for (let ordinal = lastOldChunk * CHUNK_SIZE; ordinal <= lastOldOrdinal; ordinal += 1) {
    setOrdinal(db, ordinal, 0, [], generation)
  }
  const empty = packChunk(new Uint32Array(CHUNK_SIZE * ENTRY_WIDTH))
  db.prepare('UPDATE search_chunks SET entries = ?, generation = ? WHERE chunk >= 0 AND chunk < ?').run(
    empty,
    generation,
    lastOldChunk,
  )
  const staged = db.prepare<[], number>('SELECT chunk FROM search_chunks WHERE chunk < 0').pluck().all()
  const store = db.prepare('INSERT OR REPLACE INTO search_chunks VALUES (?, ?, ?)')
  for (const stagedNumber of staged) {
    const chunk = stagedChunk(stagedNumber)
    const entries = readChunk(db, chunk)
    const added = readChunk(db, stagedNumber)
    for (let slot = 0; slot < CHUNK_SIZE; slot += 1) {
      if (!kept.has(chunk * CHUNK_SIZE + slot)) continue
      const at = slot * ENTRY_WIDTH
      entries.set(added.subarray(at, at + ENTRY_WIDTH), at)
    }
    store.run(chunk, generation, packChunk(entries))
  }
  db.exec('DELETE FROM search_chunks WHERE chunk < 0')
}
