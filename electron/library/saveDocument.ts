/** A scanned file in, one transaction out: the document, its citations, warnings, search terms and what waits to be resolved. */
import { quoteOf } from '../../shared/citations/quote.ts'
import type { Metadata } from '../../shared/contract/document.ts'
import type { FailureCode } from '../../shared/contract/result.ts'
import type { ScanResult } from '../../shared/contract/scan.ts'
import { fingerprint } from '../../shared/documents/fingerprint.ts'
import type { RecognisedPage, TextBlock } from '../../shared/documents/sourceText.ts'
import type { Vocabulary } from '../../shared/documents/vocabulary.ts'
import type { ConvertedPiece } from '../../shared/vietnamese/legacy/convert.ts'
import {
  deleteCitations,
  insertCitations,
  moveCitations,
  readCitationRows,
  toCitation,
} from '../db/citations.ts'
import { replaceConvertedPieces } from '../db/convertedPieces.ts'
import { forgetDeadlines } from '../db/deadlines.ts'
import {
  deleteDocument,
  insertDocument,
  readCorrections,
  readText,
  type StoredDocument,
  type TextReading,
  updateMetadata,
  updateText,
} from '../db/documents.ts'
import { markPending } from '../db/families.ts'
import type { WriteHandle } from '../db/handles.ts'
import { dropFingerprint, proposeSamePlace, saveFingerprint } from '../db/versions.ts'
import { insertWarnings, replaceWarnings } from '../db/warnings.ts'
import { indexDocument, removeDocument } from '../search/indexing.ts'
import { indexedDocument } from './indexedDocument.ts'
import { pageAt } from './pages.ts'
import { placeCitation, placeDocument } from './place.ts'

/** What reading and scanning a file gave. */
export interface ScannedText {
  readonly format: string
  readonly blocks: readonly TextBlock[]
  /** Pages read from their image. */
  readonly recognised?: readonly RecognisedPage[] | undefined
  /** What came in an encoding from before Unicode. */
  readonly converted?: readonly ConvertedPiece[] | undefined
  readonly scan: ScanResult
  /** Why there is no text; absent when the file was read. */
  readonly unreadCode?: FailureCode | undefined
}

/** A file that has been read and scanned. */
export interface ScannedFile extends ScannedText {
  readonly sha256: string
  readonly fileName: string
  readonly sourcePath: string
  readonly byteSize: number
  readonly importedAt: string
}

/** Stores a scanned file; returns the document's id. Its instruments are resolved by the next `resolvePending`. */
export function saveDocument(db: WriteHandle, vocabulary: Vocabulary, file: ScannedFile): number {
  const { scan } = file
  return db.transaction(() => {
    const derived = placeFile(file, scan.document, file.sha256, vocabulary)
    const id = insertDocument(db, { ...file, ...toReading(file) }, scan.document, derived)
    insertWarnings(db, id, scan.warnings)
    const families = saveContent(db, vocabulary, id, file, scan.document)
    markPending(db, [derived.family, ...families])
    return id
  })()
}

/**
 * Puts another reading of a held file in the place of the former one: a file unread until now, a text corrected by hand.
 * The document keeps its id, a person's corrections of its metadata, and what a person said of warnings that stay.
 */
export function replaceReading(
  db: WriteHandle,
  vocabulary: Vocabulary,
  row: StoredDocument,
  read: ScannedText,
): void {
  const { scan } = read
  db.transaction(() => {
    const metadata = correctedMetadata(scan.document, readCorrections(db, row.id))
    const derived = placeFile(read, metadata, row.sha256, vocabulary)
    const former = readCitationRows(db, row.id).map(({ family }) => family)
    deleteCitations(db, row.id)
    dropFingerprint(db, row.id)
    forgetDeadlines(db, row.id)
    removeDocument(db, row.id)
    updateText(db, row.id, toReading(read))
    updateMetadata(db, row.id, metadata, derived)
    replaceWarnings(db, row.id, scan.warnings)
    const families = saveContent(db, vocabulary, row.id, read, metadata)
    markPending(db, [row.family, derived.family, ...former, ...families])
  })()
}

/** Nobody can say more of a file that was not read than its name: it is no question for the review list. */
function placeFile(read: ScannedText, metadata: Metadata, sha256: string, vocabulary: Vocabulary) {
  const derived = placeDocument(metadata, sha256, vocabulary)
  return read.unreadCode === undefined ? derived : { ...derived, isDoubtful: false }
}

function toReading({ scan, ...read }: ScannedText): TextReading {
  return {
    format: read.format,
    blocks: read.blocks,
    recognised: read.recognised ?? [],
    unreadCode: read.unreadCode ?? null,
    text: scan.text,
    pages: scan.pages,
    reading: scan.document,
    citationCount: scan.citations.length,
  }
}

/** Stores what follows from a text: citations, converted pieces, search terms, fingerprint; returns the families cited. */
function saveContent(
  db: WriteHandle,
  vocabulary: Vocabulary,
  id: number,
  { scan, converted }: ScannedText,
  metadata: Metadata,
): string[] {
  const citations = scan.citations.map((citation) => ({
    ...citation,
    ...placeCitation(citation, metadata, vocabulary),
    page: pageAt(scan.pages, citation.start),
    ...quoteOf(scan.text, citation.sentence, citation),
  }))
  insertCitations(db, id, citations)
  replaceConvertedPieces(db, id, converted ?? [])
  indexDocument(db, indexedDocument(id, metadata, scan.text))
  const print = fingerprint(scan.text)
  if (print) saveFingerprint(db, id, print)
  proposeSamePlace(db, id)
  return citations.map(({ family }) => family)
}

/** Puts new metadata in force: the document and its citations move to where it says they belong. */
export function applyMetadata(
  db: WriteHandle,
  vocabulary: Vocabulary,
  row: StoredDocument,
  metadata: Metadata,
): void {
  db.transaction(() => {
    const placed = placeDocument(metadata, row.sha256, vocabulary)
    const derived = row.unread_code === null ? placed : { ...placed, isDoubtful: false }
    updateMetadata(db, row.id, metadata, derived)
    const citations = readCitationRows(db, row.id)
    moveCitations(
      db,
      citations.map((citation) => ({
        id: citation.id,
        ...placeCitation(toCitation(citation), metadata, vocabulary),
      })),
    )
    const text = readText(db, row.id)?.text ?? ''
    removeDocument(db, row.id)
    indexDocument(db, indexedDocument(row.id, metadata, text))
    markPending(db, [row.family, derived.family, ...citations.map(({ family }) => family)])
  })()
}

/** Removes a document and everything read from it; what others cite of it stays as cited-only. */
export function removeWhole(db: WriteHandle, row: StoredDocument): void {
  db.transaction(() => {
    const families = readCitationRows(db, row.id).map(({ family }) => family)
    removeDocument(db, row.id)
    deleteDocument(db, row.id)
    markPending(db, [row.family, ...families])
  })()
}

/** The metadata in force: the machine's reading with a person's corrections on top, each correction certain. */
export function correctedMetadata(reading: Metadata, corrections: ReadonlyMap<string, unknown>): Metadata {
  const confidence = { ...reading.confidence }
  for (const field of corrections.keys()) Object.assign(confidence, { [field]: 1 })
  return { ...reading, ...Object.fromEntries(corrections), confidence }
}
