/** 256 ordinals a row: which document an ordinal stands for (0: none) and its field lengths; packed and unpacked here. */
import type { ReadHandle, WriteHandle } from '../db/handles.ts'
import { statement } from '../db/statements.ts'
import { SEARCH_FIELDS } from './fields.ts'
import { ByteReader, ByteWriter } from './postings.ts'

/** Ordinals a row. */
export const CHUNK_SIZE = 256
/** Numbers an ordinal takes when unpacked: its document, then a length a field. */
export const ENTRY_WIDTH = 1 + SEARCH_FIELDS.length

/** Unpacks a row into `CHUNK_SIZE * ENTRY_WIDTH` numbers. */
export function unpackChunk(bytes: Uint8Array): Uint32Array {
  const entries = new Uint32Array(CHUNK_SIZE * ENTRY_WIDTH)
  const reader = new ByteReader(bytes)
  for (let slot = 0; slot < CHUNK_SIZE && !reader.isAtEnd; slot += 1) {
    const documentId = reader.read()
    if (documentId === 0) continue
    entries[slot * ENTRY_WIDTH] = documentId
    for (let field = 1; field < ENTRY_WIDTH; field += 1) entries[slot * ENTRY_WIDTH + field] = reader.read()
  }
  return entries
}

/** What a reader keeps of every ordinal, by ordinal: its document (0: none) and its lengths by field. */
export interface OrdinalTable {
  readonly documents: Uint32Array
  readonly lengths: readonly Uint32Array[]
}

/** Makes a table of so many ordinals with the entries of another. */
export function enlargeTable(from: OrdinalTable | null, size: number): OrdinalTable {
  const table = {
    documents: new Uint32Array(size),
    lengths: SEARCH_FIELDS.map(() => new Uint32Array(size)),
  }
  if (from) {
    table.documents.set(from.documents)
    from.lengths.forEach((lengths, field) => {
      table.lengths[field]?.set(lengths)
    })
  }
  return table
}

/**
 * Unpacks a row into a table, `first` being the ordinal of its first slot. A fresh process does this for the whole library
 * before its first answer, not yet compiled: one loop over locals.
 */
export function unpackInto({ documents, lengths }: OrdinalTable, bytes: Uint8Array, first: number): void {
  let position = 0
  for (let ordinal = first; ordinal < first + CHUNK_SIZE; ordinal += 1) {
    let isDead = false
    for (let column = 0; column < ENTRY_WIDTH; column += 1) {
      let value = 0
      if (!isDead) {
        let byte = bytes[position++] ?? 0
        value = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[position++] ?? 0
          value |= (byte & 127) << shift
        }
      }
      if (column === 0) {
        isDead = value === 0
        documents[ordinal] = value
      } else {
        const ofField = lengths[column - 1]
        if (ofField) ofField[ordinal] = value
      }
    }
  }
}

/** Where a rebuild keeps the entries of a row until it is finished: readers look at numbers from 0 only. */
export const stagedChunk = (chunk: number): number => -1 - chunk

/** Packs what `unpackChunk` gives. */
export function packChunk(entries: Uint32Array): Uint8Array {
  const writer = new ByteWriter(CHUNK_SIZE * 10)
  for (let slot = 0; slot < CHUNK_SIZE; slot += 1) {
    const documentId = entries[slot * ENTRY_WIDTH] ?? 0
    writer.write(documentId)
    if (documentId === 0) continue
    for (let field = 1; field < ENTRY_WIDTH; field += 1)
      writer.write(entries[slot * ENTRY_WIDTH + field] ?? 0)
  }
  return writer.take()
}

/** Reads and unpacks one row; all zeros when there is none. */
export function readChunk(db: ReadHandle, chunk: number): Uint32Array {
  const row = statement<[number], { entries: Uint8Array }>(
    db,
    'SELECT entries FROM search_chunks WHERE chunk = ?',
  ).get(chunk)
  return row ? unpackChunk(row.entries) : new Uint32Array(CHUNK_SIZE * ENTRY_WIDTH)
}

/** Sets what an ordinal stands for; document 0 makes it dead. `lengths` in tokens, by field. */
export function setOrdinal(
  db: WriteHandle,
  ordinal: number,
  documentId: number,
  lengths: readonly number[],
  generation: number,
): void {
  const chunk = Math.floor(ordinal / CHUNK_SIZE)
  const entries = readChunk(db, chunk)
  const at = (ordinal % CHUNK_SIZE) * ENTRY_WIDTH
  entries[at] = documentId
  for (let field = 1; field < ENTRY_WIDTH; field += 1) entries[at + field] = lengths[field - 1] ?? 0
  statement(db, 'INSERT OR REPLACE INTO search_chunks VALUES (?, ?, ?)').run(
    chunk,
    generation,
    packChunk(entries),
  )
}

/** The documents of a range of ordinals, 0 where none is live; index 0 stands for `first`. */
export function readLiveDocuments(db: ReadHandle, first: number, last: number): Uint32Array {
  const documents = new Uint32Array(last - first + 1)
  const rows = statement<[number, number], { chunk: number; entries: Uint8Array }>(
    db,
    'SELECT chunk, entries FROM search_chunks WHERE chunk BETWEEN ? AND ?',
  ).all(Math.floor(first / CHUNK_SIZE), Math.floor(last / CHUNK_SIZE))
  for (const row of rows) {
    const entries = unpackChunk(row.entries)
    for (let slot = 0; slot < CHUNK_SIZE; slot += 1) {
      const ordinal = row.chunk * CHUNK_SIZE + slot
      if (ordinal >= first && ordinal <= last) documents[ordinal - first] = entries[slot * ENTRY_WIDTH] ?? 0
    }
  }
  return documents
}
