/** A folder comes in; a real library in it, with its documents, texts and index, and the ways to ask it, go out. */
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { ReadHandle, WriteHandle } from '../../electron/db/handles.ts'
import { SCHEMA_VERSION } from '../../electron/db/migrate.ts'
import { openForReading, openForWriting } from '../../electron/db/open.ts'
import { searchHandlers } from '../../electron/library/handlers/search.ts'
import { loadAbbreviations, loadSynonyms, loadVocabulary } from '../../electron/library/vocabulary.ts'
import { compact } from '../../electron/search/compaction.ts'
import type { IndexedDocument } from '../../electron/search/fields.ts'
import { indexDocument, removeDocument } from '../../electron/search/indexing.ts'
import { createSearcher } from '../../electron/search/searcher.ts'
import { type Ask, type Engine, PAGE } from './engine.ts'

/** Documents added between two looks at whether segments should be merged, as the program does when it is idle. */
const COMPACT_EVERY = 256
const RESOURCES = join(import.meta.dirname, '../../resources')

/** This program's search, as the table sets it beside the others. */
export const ownSearch: Engine = {
  name: 'Chỉ Đỏ',
  limit: null,
  build: (folder) => {
    const opened = openForWriting(folder, true)
    if (!opened.ok) throw new Error(opened.failure.code)
    const db = opened.value
    const store = storing(db)
    const add = db.transaction((document: IndexedDocument) => {
      store(document)
      indexDocument(db, document)
    })
    let added = 0
    return {
      add: (document) => {
        add(document)
        added += 1
        if (added % COMPACT_EVERY === 0) compact(db, Number.POSITIVE_INFINITY)
      },
      finish: () => {
        compact(db, Number.POSITIVE_INFINITY)
        db.pragma('wal_checkpoint(TRUNCATE)')
        return () => []
      },
      remove: db.transaction(({ documentId }: IndexedDocument) => removeDocument(db, documentId)),
      indexBytes: () => bytesOf(db, "name LIKE '%search_%' AND name NOT LIKE '%searches%'"),
    }
  },
  open: (folder) => askSearcher(openReading(folder)),
}

/** A searcher of its own, with nothing decoded yet. */
export function askSearcher(db: ReadHandle): Ask {
  const searcher = createSearcher(db)
  return (query) =>
    searcher.search({ query, limit: PAGE, offset: 0 }).hits.map(({ documentId }) => documentId)
}

/** The whole answer of the window: hits with passages, facets, direct numbers. */
export function askLibrary(db: ReadHandle, folder: string): Ask {
  const handlers = searchHandlers({
    session: { folder, reader: db, writer: null, close: () => undefined },
    vocabulary: loadVocabulary(RESOURCES),
    abbreviations: loadAbbreviations(RESOURCES),
    synonyms: loadSynonyms(RESOURCES),
    emit: () => undefined,
  })
  return (query) => {
    const answer = handlers['search.query']({ query, filter: {}, sort: 'relevance', limit: PAGE, offset: 0 })
    if (answer instanceof Promise || !answer.ok) throw new Error('the library gave no answer')
    return answer.value.hits.map(({ documentId }) => documentId)
  }
}

/** Bytes of the pages of some tables and indices. */
export const bytesOf = (db: Database.Database | ReadHandle, condition: string): number =>
  db.prepare<[], number>(`SELECT sum(pgsize) FROM dbstat WHERE ${condition}`).pluck().get() ?? 0

/** Opens the library as a reader of its own, as the program does. */
export function openReading(folder: string): ReadHandle {
  const opened = openForReading(folder, SCHEMA_VERSION)
  if (!opened.ok) throw new Error(opened.failure.code)
  return opened.value
}

/** Writes a document and its text as the program stores them. */
function storing(db: WriteHandle): (document: IndexedDocument) => void {
  const insertDocument = db.prepare(
    `INSERT INTO documents (id, sha256, file_name, source_path, format, byte_size, imported_at, page_count,
       citation_count, kind, issued_on, issuer, title, signer, recipients, province, confidence, is_doubtful, level, family, folder)
     VALUES (?, ?, ?, ?, 'docx', ?, '2025-01-01T00:00:00Z', 1, 0, ?, ?, ?, ?, ?, '[]', ?, '{}', 0, ?, ?, ?)`,
  )
  const insertText = db.prepare(
    `INSERT INTO document_texts (document_id, text, pages, blocks, reading) VALUES (?, ?, ?, '[]', '{}')`,
  )
  return ({ documentId, fields: { body, kind, issuer, title, signer } }) => {
    const name = `${documentId}.docx`
    const year = 2015 + (documentId % 11)
    const place = issuer.split(' ').slice(-2).join(' ')
    const level = ['province', 'district', 'commune'][documentId % 3]
    const folder = `/kho/${year}/`
    const issuedOn = `${year}-03-${String(1 + (documentId % 28)).padStart(2, '0')}`
    insertDocument.run(
      documentId,
      `${documentId}`,
      name,
      folder + name,
      body.length,
      kind.split(' ').at(-1),
      issuedOn,
      issuer,
      title,
      signer,
      place,
      level,
      'party',
      folder,
    )
    insertText.run(documentId, body, JSON.stringify([[0, body.length]]))
  }
}
