/** A document comes in and its terms go into the index, or leave it; always inside the caller's transaction. */
import { createHash } from 'node:crypto'
import type { WriteHandle } from '../db/handles.ts'
import { statement } from '../db/statements.ts'
import { setOrdinal } from './chunks.ts'
import { TermDictionary } from './dictionary.ts'
import { type IndexedDocument, SEARCH_FIELDS } from './fields.ts'
import { ByteWriter, type Occurrence, writeOccurrence } from './postings.ts'
import { flushIfFull } from './segments.ts'
import { noteChange, takeOrdinal } from './state.ts'
import { readTerms } from './terms.ts'

/** What a document is to the index: occurrences by term with their spellings, and field lengths in terms. */
export interface DocumentTerms {
  readonly terms: ReadonlyMap<
    string,
    { readonly frequencies: readonly number[]; readonly forms: readonly string[] }
  >
  readonly lengths: readonly number[]
}

/** Counts the terms of a document. */
export function countTerms(document: IndexedDocument): DocumentTerms {
  const terms = new Map<string, { frequencies: number[]; forms: string[] }>()
  const lengths = SEARCH_FIELDS.map((field, bit) => {
    const found = readTerms(document.fields[field])
    for (const { term, form } of found) {
      let counted = terms.get(term)
      if (!counted) {
        // A typed array of six numbers takes five times the memory, for each of a thousand terms.
        counted = { frequencies: SEARCH_FIELDS.map(() => 0), forms: [form] }
        terms.set(term, counted)
      } else if (!counted.forms.includes(form)) counted.forms.push(form)
      counted.frequencies[bit] = (counted.frequencies[bit] ?? 0) + 1
    }
    return found.length
  })
  return { terms, lengths }
}

/** A short digest of the texts, by which verify finds documents whose index is out of step. */
export function digestOf(document: IndexedDocument): string {
  const hash = createHash('sha256')
  for (const field of SEARCH_FIELDS) hash.update(document.fields[field]).update('\0')
  return hash.digest('base64url').slice(0, 16)
}

/** Adds a document, or replaces what the index holds of it. */
export function indexDocument(db: WriteHandle, document: IndexedDocument): void {
  removeDocument(db, document.documentId)
  const dictionary = new TermDictionary(db)
  const ordinal = takeOrdinal(db)
  const generation = noteChange(db)
  const { lengths, postings } = encodeDocument(dictionary, document)
  statement(db, 'INSERT INTO search_pending VALUES (?, ?)').run(ordinal, postings)
  statement(db, 'INSERT INTO search_documents VALUES (?, ?, 1, ?)').run(
    ordinal,
    document.documentId,
    digestOf(document),
  )
  setOrdinal(db, ordinal, document.documentId, lengths, generation)
  flushIfFull(db)
}

/** Encodes a document's postings: ascending term numbers as differences, each with its occurrence. */
export function encodeDocument(
  dictionary: TermDictionary,
  document: IndexedDocument,
): { readonly lengths: readonly number[]; readonly postings: Uint8Array } {
  const { terms, lengths } = countTerms(document)
  const resolved: { termId: number; occurrence: Occurrence }[] = []
  for (const [term, { frequencies, forms }] of terms) {
    const { termId, bits } = dictionary.resolve(term, forms)
    resolved.push({ termId, occurrence: { frequencies, forms: bits } })
  }
  resolved.sort((first, second) => first.termId - second.termId)
  const writer = new ByteWriter(resolved.length * 4 + 16)
  let previous = 0
  for (const { termId, occurrence } of resolved) {
    writer.write(termId - previous)
    writeOccurrence(writer, occurrence)
    previous = termId
  }
  return { lengths, postings: writer.take() }
}

/** Takes a document out; nothing happens when the index does not hold it. Its postings are swept by compaction. */
export function removeDocument(db: WriteHandle, documentId: number): void {
  const rows = statement<[number], { ordinal: number }>(
    db,
    'DELETE FROM search_documents WHERE document_id = ? RETURNING ordinal',
  ).all(documentId)
  for (const { ordinal } of rows) {
    statement(db, 'DELETE FROM search_pending WHERE ordinal = ?').run(ordinal)
    setOrdinal(db, ordinal, 0, [], noteChange(db))
  }
}
