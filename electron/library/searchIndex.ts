/** Stored documents in, their rows for the search index out, one at a time; and the index rebuilt from them. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { findDocument, readText, toMetadata } from '../db/documents.ts'
import type { ReadHandle, WriteHandle } from '../db/handles.ts'
import type { IndexedDocument } from '../search/fields.ts'
import { rebuildInSteps } from '../search/rebuild.ts'
import { indexedDocument } from './indexedDocument.ts'

/** Every document as the index should hold it, read one by one: texts of a whole library do not fit in memory. */
export function* listIndexed(db: ReadHandle): Generator<IndexedDocument> {
  const ids = db.prepare<[], number>('SELECT id FROM documents ORDER BY id').pluck().all()
  for (const id of ids) {
    const document = readIndexed(db, id)
    if (document) yield document
  }
}

/** One document as the index should hold it; null when there is no such document. */
export function readIndexed(db: ReadHandle, id: number): IndexedDocument | null {
  const row = findDocument(db, id)
  const text = readText(db, id)
  return row && text ? indexedDocument(id, toMetadata(row), text.text) : null
}

/**
 * Rebuilds the index from the stored texts, letting other requests in between its steps; returns the documents done.
 * Stopped between two steps, it leaves the old index in use.
 */
export async function rebuildIndex(db: WriteHandle, isStopped: () => boolean = () => false): Promise<number> {
  let documents = 0
  for (documents of rebuildInSteps(db, listIndexed(db))) {
    await nextTurn()
    if (isStopped()) break
  }
  return documents
}
