/** Rows of documents and their texts: stored facts in, rows of the contract out. */

import type { Metadata, MetadataField, Span } from '../../shared/contract/document.ts'
import type { Level } from '../../shared/contract/instrument.ts'
import type { FailureCode } from '../../shared/contract/result.ts'
import type { DocumentRow } from '../../shared/contract/views.ts'
import type { RecognisedPage, TextBlock } from '../../shared/documents/sourceText.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** What reading a file gave: its text and pages, and the machine's metadata. */
export interface TextReading {
  readonly format: string
  readonly text: string
  readonly pages: readonly Span[]
  readonly blocks: readonly TextBlock[]
  readonly recognised: readonly RecognisedPage[]
  readonly reading: Metadata
  readonly citationCount: number
  /** Why there is no text; null when the file was read. */
  readonly unreadCode: FailureCode | null
}

/** A document to store: the file and what was read from it. */
export interface NewDocument extends TextReading {
  readonly sha256: string
  readonly fileName: string
  readonly sourcePath: string
  readonly byteSize: number
  readonly importedAt: string
}

/** What metadata implies and queries need: kept in columns so that lists and resolving need no parsing. */
export interface DerivedFacts {
  readonly numberValue: number | null
  readonly family: string
  readonly scope: string | null
  readonly level: Level
  readonly isDoubtful: boolean
}

/** A row of `documents` as SQLite gives it. */
export interface StoredDocument {
  readonly id: number
  readonly sha256: string
  readonly file_name: string
  readonly source_path: string
  readonly format: string
  readonly byte_size: number
  readonly imported_at: string
  readonly page_count: number
  readonly citation_count: number
  readonly kind: string | null
  readonly number: string | null
  readonly number_value: number | null
  readonly symbol: string | null
  readonly year: number | null
  readonly issued_on: string | null
  readonly issuer: string | null
  readonly organ: string | null
  readonly place: string | null
  readonly title: string | null
  readonly signer: string | null
  readonly signer_title: string | null
  readonly recipients: string
  readonly secrecy: string | null
  readonly urgency: string | null
  readonly province: string | null
  readonly confidence: string
  readonly is_doubtful: number
  readonly level: Level
  readonly family: string
  readonly scope: string | null
  readonly instrument_id: number | null
  readonly unread_code: FailureCode | null
  /** Where the file lay, without its name. */
  readonly folder: string
}

/** Adds a document and its text; returns its id. */
export function insertDocument(
  db: WriteHandle,
  document: NewDocument,
  metadata: Metadata,
  derived: DerivedFacts,
): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO documents (sha256, file_name, source_path, folder, format, byte_size, imported_at, page_count,
         citation_count, unread_code, recipients, confidence, is_doubtful, level, family)
       VALUES (@sha256, @fileName, @sourcePath, @folder, @format, @byteSize, @importedAt, @pageCount,
         @citationCount, @unreadCode, '[]', '{}', 0, 'other', '')`,
  ).run({
    sha256: document.sha256,
    fileName: document.fileName,
    sourcePath: document.sourcePath,
    folder: folderOf(document.sourcePath),
    format: document.format,
    byteSize: document.byteSize,
    importedAt: document.importedAt,
    pageCount: document.pages.length,
    citationCount: document.citationCount,
    unreadCode: document.unreadCode,
  })
  const id = Number(lastInsertRowid)
  statement(
    db,
    'INSERT INTO document_texts (document_id, text, pages, blocks, recognised, reading) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(
    id,
    document.text,
    JSON.stringify(document.pages),
    JSON.stringify(document.blocks),
    JSON.stringify(document.recognised),
    JSON.stringify(document.reading),
  )
  updateMetadata(db, id, metadata, derived)
  return id
}

/** Puts another reading of the same file in the place of the former one. */
export function updateText(db: WriteHandle, id: number, text: TextReading): void {
  statement(
    db,
    'UPDATE documents SET format = ?, page_count = ?, citation_count = ?, unread_code = ? WHERE id = ?',
  ).run(text.format, text.pages.length, text.citationCount, text.unreadCode, id)
  statement(
    db,
    'UPDATE document_texts SET text = ?, pages = ?, blocks = ?, recognised = ?, reading = ? WHERE document_id = ?',
  ).run(
    text.text,
    JSON.stringify(text.pages),
    JSON.stringify(text.blocks),
    JSON.stringify(text.recognised),
    JSON.stringify(text.reading),
    id,
  )
}

const LAST_PART = /[\\/]+[^\\/]*$/ // «/kho/2023/QĐ 45.pdf» → «/kho/2023»

/** The folder of a path with strokes of either kind; empty for a bare name. */
export const folderOf = (path: string): string => (LAST_PART.test(path) ? path.replace(LAST_PART, '') : '')

/** Writes the metadata in force and what follows from it. */
export function updateMetadata(db: WriteHandle, id: number, metadata: Metadata, derived: DerivedFacts): void {
  statement(
    db,
    `UPDATE documents SET kind = @kind, number = @number, number_value = @numberValue, symbol = @symbol, year = @year,
       issued_on = @issuedOn, issuer = @issuer, organ = @organ, place = @place, title = @title, signer = @signer,
       signer_title = @signerTitle, recipients = @recipients, secrecy = @secrecy, urgency = @urgency,
       province = @province, confidence = @confidence, is_doubtful = @isDoubtful, level = @level, family = @family,
       scope = @scope
     WHERE id = @id`,
  ).run({
    ...metadata,
    recipients: JSON.stringify(metadata.recipients),
    confidence: JSON.stringify(metadata.confidence),
    ...derived,
    isDoubtful: Number(derived.isDoubtful),
    id,
  })
}

/** Removes a document with its text, citations, warnings and corrections. */
export function deleteDocument(db: WriteHandle, id: number): void {
  statement(db, 'DELETE FROM documents WHERE id = ?').run(id)
}

/** One document, or undefined. */
export function findDocument(db: ReadHandle, id: number): StoredDocument | undefined {
  return statement<[number], StoredDocument>(db, 'SELECT * FROM documents WHERE id = ?').get(id)
}

/** The document that holds these bytes, or undefined. */
export function findDocumentBySha256(db: ReadHandle, sha256: string): StoredDocument | undefined {
  return statement<[string], StoredDocument>(db, 'SELECT * FROM documents WHERE sha256 = ?').get(sha256)
}

/** The text of a document and where its pages lie, without the rest a search has no use for. */
export function readPagedText(db: ReadHandle, id: number): { text: string; pages: Span[] } | null {
  const row = statement<[number], { text: string; pages: string }>(
    db,
    'SELECT text, pages FROM document_texts WHERE document_id = ?',
  ).get(id)
  return row ? { text: row.text, pages: JSON.parse(row.pages) } : null
}

/** Text, pages, blocks and the machine's own metadata of a document. */
export function readText(
  db: ReadHandle,
  id: number,
): { text: string; pages: Span[]; blocks: TextBlock[]; reading: Metadata } | undefined {
  const row = statement<[number], { text: string; pages: string; blocks: string; reading: string }>(
    db,
    'SELECT text, pages, blocks, reading FROM document_texts WHERE document_id = ?',
  ).get(id)
  return (
    row && {
      text: row.text,
      pages: JSON.parse(row.pages),
      blocks: JSON.parse(row.blocks),
      reading: JSON.parse(row.reading),
    }
  )
}

/** Pages of a document that were read from their image. */
export function readRecognised(db: ReadHandle, id: number): RecognisedPage[] {
  const stored = statement<[number], string>(
    db,
    'SELECT recognised FROM document_texts WHERE document_id = ?',
  )
    .pluck()
    .get(id)
  return stored === undefined ? [] : JSON.parse(stored)
}

/** One page that was read from its image, from 0; undefined where the page had text. */
export function readRecognisedPage(db: ReadHandle, id: number, page: number): RecognisedPage | undefined {
  const stored = statement<[number, number], string>(
    db,
    `SELECT page.value FROM document_texts, json_each(recognised) AS page
       WHERE document_id = ? AND page.value ->> 'page' = ?`,
  )
    .pluck()
    .get(id, page)
  return stored === undefined ? undefined : JSON.parse(stored)
}

/** The stored metadata columns as the contract's `Metadata`. */
export function toMetadata(row: StoredDocument): Metadata {
  return {
    kind: row.kind,
    number: row.number,
    symbol: row.symbol,
    year: row.year,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    organ: row.organ,
    place: row.place,
    title: row.title,
    signer: row.signer,
    signerTitle: row.signer_title,
    recipients: JSON.parse(row.recipients),
    secrecy: row.secrecy,
    urgency: row.urgency,
    province: row.province,
    confidence: JSON.parse(row.confidence),
  }
}

/** A row with the counts lists show. */
export interface ListedDocument extends StoredDocument {
  readonly cited_by: number | null
  readonly needs_review: number
  /** JSON: names of the dossiers it lies in. */
  readonly dossiers: string
}

/** A stored row as a list shows it. */
export function toDocumentRow(row: ListedDocument): DocumentRow {
  return {
    ...toMetadata(row),
    id: row.id,
    fileName: row.file_name,
    format: row.format,
    importedAt: row.imported_at,
    pageCount: row.page_count,
    citationCount: row.citation_count,
    citedByCount: row.cited_by ?? 0,
    instrumentId: row.instrument_id ?? 0,
    needsReview: row.needs_review === 1,
    unreadCode: row.unread_code,
    dossiers: JSON.parse(row.dossiers),
  }
}

/** Corrections of a document, by field; values as they were given. */
export function readCorrections(db: ReadHandle, id: number): Map<MetadataField, unknown> {
  const rows = statement<[number], { field: MetadataField; value: string }>(
    db,
    'SELECT field, value FROM corrections WHERE document_id = ? ORDER BY field',
  ).all(id)
  return new Map(rows.map(({ field, value }) => [field, JSON.parse(value)]))
}

/** Keeps a correction of one field. */
export function saveCorrection(
  db: WriteHandle,
  id: number,
  field: MetadataField,
  value: unknown,
  madeAt: string,
): void {
  statement(
    db,
    'INSERT OR REPLACE INTO corrections (document_id, field, value, made_at) VALUES (?, ?, ?, ?)',
  ).run(id, field, JSON.stringify(value), madeAt)
}

/** Forgets the correction of one field. */
export function deleteCorrection(db: WriteHandle, id: number, field: MetadataField): void {
  statement(db, 'DELETE FROM corrections WHERE document_id = ? AND field = ?').run(id, field)
}
