/** The index and the documents it should hold come in; every way they are out of step goes out. */
import type { ReadHandle } from '../db/handles.ts'
import { CHUNK_SIZE, ENTRY_WIDTH, unpackChunk } from './chunks.ts'
import { type IndexedDocument, SEARCH_FIELDS } from './fields.ts'
import { digestOf } from './indexing.ts'
import { PostingList } from './postingList.ts'
import { ByteReader } from './postings.ts'
import { listSegments, placeOf } from './segments.ts'
import { needsRebuild } from './state.ts'

/** Codes are stable; `documentId` is null when the index as a whole is meant. A rebuild repairs every one of them. */
export interface IndexProblem {
  readonly code:
    | 'index_format_old'
    | 'index_document_missing'
    | 'index_document_stale'
    | 'index_document_extra'
    | 'index_postings_damaged'
  readonly documentId: number | null
}

/** Compares the index with the documents, and its postings with the field lengths it noted. */
export function verifyIndex(db: ReadHandle, documents: Iterable<IndexedDocument>): IndexProblem[] {
  if (needsRebuild(db)) return [{ code: 'index_format_old', documentId: null }]
  return [...compareDocuments(db, documents), ...comparePostings(db)]
}

function compareDocuments(db: ReadHandle, documents: Iterable<IndexedDocument>): IndexProblem[] {
  const problems: IndexProblem[] = []
  const digests = new Map(
    db
      .prepare<[], { documentId: number; digest: string }>(
        'SELECT document_id AS documentId, digest FROM search_documents WHERE is_live = 1',
      )
      .all()
      .map(({ documentId, digest }) => [documentId, digest]),
  )
  for (const document of documents) {
    const { documentId } = document
    const digest = digests.get(documentId)
    if (digest === undefined) problems.push({ code: 'index_document_missing', documentId })
    else if (digest !== digestOf(document)) problems.push({ code: 'index_document_stale', documentId })
    digests.delete(documentId)
  }
  for (const documentId of digests.keys()) problems.push({ code: 'index_document_extra', documentId })
  return problems
}

function comparePostings(db: ReadHandle): IndexProblem[] {
  const expected = readLengths(db)
  const counted = new Uint32Array(expected.length)
  const count = (list: PostingList): void => {
    for (const { field, ordinals, frequencies, length } of list.columns) {
      for (let entry = 0; entry < length; entry += 1) {
        const at = (ordinals[entry] ?? 0) * ENTRY_WIDTH + 1 + field
        counted[at] = (counted[at] ?? 0) + (frequencies[entry] ?? 0)
      }
    }
  }
  for (const { segmentId, state } of listSegments(db)) {
    if (state !== 'live') continue
    const rows = db.prepare<[number, number], { entryCount: number; postings: Uint8Array }>(
      'SELECT entry_count AS entryCount, postings FROM search_postings WHERE place >= ? AND place < ?',
    )
    for (const { entryCount, postings } of rows.iterate(placeOf(segmentId, 0), placeOf(segmentId + 1, 0))) {
      const list = new PostingList()
      list.appendBlock(postings, entryCount)
      count(list)
    }
  }
  const pending = db.prepare<[], { ordinal: number; postings: Uint8Array }>(
    'SELECT ordinal, postings FROM search_pending',
  )
  for (const { ordinal, postings } of pending.iterate()) {
    const list = new PostingList()
    const reader = new ByteReader(postings)
    while (!reader.isAtEnd) {
      reader.read()
      list.append(ordinal, reader)
    }
    count(list)
  }
  return damagedDocuments(db, expected, counted)
}

function damagedDocuments(db: ReadHandle, expected: Uint32Array, counted: Uint32Array): IndexProblem[] {
  const problems: IndexProblem[] = []
  const rows = db.prepare<[], { ordinal: number; documentId: number }>(
    'SELECT ordinal, document_id AS documentId FROM search_documents WHERE is_live = 1',
  )
  for (const { ordinal, documentId } of rows.all()) {
    const at = ordinal * ENTRY_WIDTH
    let isSound = expected[at] === documentId
    for (let field = 1; field <= SEARCH_FIELDS.length; field += 1) {
      isSound &&= expected[at + field] === counted[at + field]
    }
    if (!isSound) problems.push({ code: 'index_postings_damaged', documentId })
  }
  return problems
}

function readLengths(db: ReadHandle): Uint32Array {
  const rows = db
    .prepare<[], { chunk: number; entries: Uint8Array }>(
      'SELECT chunk, entries FROM search_chunks WHERE chunk >= 0 ORDER BY chunk',
    )
    .all()
  const lengths = new Uint32Array(((rows.at(-1)?.chunk ?? 0) + 1) * CHUNK_SIZE * ENTRY_WIDTH)
  for (const { chunk, entries } of rows) lengths.set(unpackChunk(entries), chunk * CHUNK_SIZE * ENTRY_WIDTH)
  return lengths
}

/** Sizes of the index, for the status page. Bytes are those of the encoded postings. */
export interface IndexStatistics {
  readonly documents: number
  readonly waiting: number
  readonly segments: number
  readonly terms: number
  readonly postingBytes: number
}

/** Counts documents, terms and bytes. */
export function indexStatistics(db: ReadHandle): IndexStatistics {
  const row = db
    .prepare<[], IndexStatistics>(
      `SELECT (SELECT count(*) FROM search_documents WHERE is_live = 1) AS documents,
         (SELECT count(*) FROM search_pending) AS waiting,
         (SELECT count(*) FROM search_segments WHERE state = 'live') AS segments,
         (SELECT count(*) FROM search_terms) AS terms,
         (SELECT coalesce(sum(length(postings)), 0) FROM search_postings) AS postingBytes`,
    )
    .get()
  if (!row) throw new Error('no statistics')
  return row
}
