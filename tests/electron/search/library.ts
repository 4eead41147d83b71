/** Gives tests a small searchable library from plain texts. */
import { readFileSync } from 'node:fs'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import type { IndexedDocument } from '../../../electron/search/fields.ts'
import { indexDocument } from '../../../electron/search/indexing.ts'
import { createSearcher, type SearchOutcome, type SearchRequest } from '../../../electron/search/searcher.ts'
import { parseAbbreviations } from '../../../shared/vietnamese/abbreviations.ts'
import { readWords } from '../../../shared/vietnamese/words.ts'
import { openIndex } from './database.ts'

/** A document with a body and nothing else, unless given. */
export function documentOf(
  documentId: number,
  body: string,
  fields: Partial<IndexedDocument['fields']> = {},
): IndexedDocument {
  return {
    documentId,
    fields: { number: '', title: '', issuer: '', signer: '', kind: '', body, ...fields },
  }
}

/** The table of abbreviations the program ships. */
export const shippedAbbreviations = parseAbbreviations(
  JSON.parse(
    readFileSync(new URL('../../../resources/vocabulary/abbreviations.json', import.meta.url), 'utf8'),
  ),
)

/** A library and a way to ask it. */
export interface SmallLibrary {
  readonly db: WriteHandle
  readonly search: (query: string, request?: Partial<SearchRequest>) => SearchOutcome
  /** Documents found, best first. */
  readonly find: (query: string, request?: Partial<SearchRequest>) => number[]
}

/** Indexes the documents in memory. */
export function libraryOf(documents: readonly IndexedDocument[]): SmallLibrary {
  const db = openIndex()
  const held = new Map(documents.map((document) => [document.documentId, document]))
  db.transaction(() => {
    for (const document of documents) indexDocument(db, document)
  })()
  const searcher = createSearcher(db, {
    abbreviations: shippedAbbreviations,
    fieldTexts: (documentId) => held.get(documentId)?.fields ?? null,
    textWords: (documentId) => readWords(held.get(documentId)?.fields.body ?? ''),
  })
  const search: SmallLibrary['search'] = (query, request = {}) =>
    searcher.search({ query, limit: 50, offset: 0, ...request })
  return {
    db,
    search,
    find: (query, request) => search(query, request).hits.map(({ documentId }) => documentId),
  }
}
