/** Requests about documents: lists, one opened document, corrections of its metadata, removal. */
import { readBackReferences } from '../../../shared/citations/backReferences.ts'
import type { MetadataField } from '../../../shared/contract/document.ts'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { choiceOf } from '../../../shared/vietnamese/legacy/readings.ts'
import { readCitationsOf } from '../../db/citations.ts'
import { readConvertedPieces } from '../../db/convertedPieces.ts'
import { listDocuments } from '../../db/documentLists.ts'
import {
  deleteCorrection,
  findDocument,
  readCorrections,
  readRecognised,
  readText,
  type StoredDocument,
  saveCorrection,
  toMetadata,
} from '../../db/documents.ts'
import { readDossiersOf } from '../../db/dossiers.ts'
import type { WriteHandle } from '../../db/handles.ts'
import { findInstrument } from '../../db/instruments.ts'
import { createListedFacets } from '../../db/listedFacets.ts'
import { readTextCorrections } from '../../db/textCorrections.ts'
import { readVersions } from '../../db/versions.ts'
import { readWarnings } from '../../db/warnings.ts'
import type { Handlers } from '../dispatch.ts'
import type { ImportQueue } from '../importQueue.ts'
import { resolvePending } from '../resolvePending.ts'
import { applyMetadata, correctedMetadata, removeWhole } from '../saveDocument.ts'
import { type LibraryContext, writerOf } from '../session.ts'
import { correctText, recodePieces, undoTextCorrection } from '../textCorrections.ts'
import { documentTitle } from '../titles.ts'

type DocumentHandlers = Pick<
  Handlers,
  | 'documents.list'
  | 'documents.get'
  | 'documents.correct'
  | 'documents.undoCorrection'
  | 'documents.correctText'
  | 'documents.recode'
  | 'documents.undoTextCorrection'
  | 'documents.reread'
  | 'documents.remove'
>

/** Handlers of `documents.*`. `queue` is null in a library opened for reading. */
export function documentHandlers(context: LibraryContext, queue: ImportQueue | null): DocumentHandlers {
  const listedFacets = createListedFacets(context.session.reader)
  return {
    'documents.list': (params) =>
      succeed({
        ...listDocuments(context.session.reader, params),
        facets: listedFacets(params.filter, params.offset === 0),
      }),
    'documents.get': ({ id }) => readDetail(context, id),
    'documents.correct': ({ id, changes }) =>
      changeCorrections(context, id, (db, now) => {
        for (const [field, value] of Object.entries(changes)) {
          // Keys come from the contract's schema, so they are metadata fields.
          if (value !== undefined) saveCorrection(db, id, field as MetadataField, value, now)
        }
      }),
    'documents.undoCorrection': ({ id, fields }) =>
      changeCorrections(context, id, (db) => {
        for (const field of fields) deleteCorrection(db, id, field)
      }),
    'documents.correctText': ({ id, ...edit }) =>
      changeText(context, id, (db, row) =>
        correctText(db, context.vocabulary, row, edit, new Date().toISOString()),
      ),
    'documents.recode': ({ id, ...asked }) =>
      changeText(context, id, (db, row) =>
        recodePieces(db, context.vocabulary, row, asked, new Date().toISOString()),
      ),
    'documents.undoTextCorrection': ({ id }) =>
      changeText(context, id, (db, row) =>
        undoTextCorrection(db, context.vocabulary, row) ? succeed({}) : fail('not_found', String(id)),
      ),
    'documents.reread': async ({ id, ocr, password }) => {
      const writer = writerOf(context.session)
      if (!writer.ok) return writer
      const row = findDocument(writer.value, id)
      if (!row || !queue) return fail('not_found', String(id))
      const read = await queue.reread(row, { ocr, password })
      if (!read.ok) return read
      context.emit('library.changed', { reason: 'edit' })
      return readDetail(context, id)
    },
    'documents.remove': ({ id }) => {
      const writer = writerOf(context.session)
      if (!writer.ok) return writer
      const row = findDocument(writer.value, id)
      if (!row) return fail('not_found', String(id))
      removeWhole(writer.value, row)
      resolvePending(writer.value, context.vocabulary, id)
      context.emit('library.changed', { reason: 'edit' })
      return succeed({})
    },
  }
}

function changeCorrections(
  context: LibraryContext,
  id: number,
  change: (db: Parameters<typeof saveCorrection>[0], now: string) => void,
): Result<DocumentDetail> {
  const writer = writerOf(context.session)
  if (!writer.ok) return writer
  const db = writer.value
  const row = findDocument(db, id)
  const text = readText(db, id)
  if (!row || !text) return fail('not_found', String(id))
  db.transaction(() => {
    change(db, new Date().toISOString())
    applyMetadata(db, context.vocabulary, row, correctedMetadata(text.reading, readCorrections(db, id)))
  })()
  resolvePending(db, context.vocabulary, id)
  context.emit('library.changed', { reason: 'edit' })
  return readDetail(context, id)
}

function changeText(
  context: LibraryContext,
  id: number,
  change: (db: WriteHandle, row: StoredDocument) => Result<Record<string, never>>,
): Result<DocumentDetail> {
  const writer = writerOf(context.session)
  if (!writer.ok) return writer
  const row = findDocument(writer.value, id)
  if (!row) return fail('not_found', String(id))
  const changed = change(writer.value, row)
  if (!changed.ok) return changed
  resolvePending(writer.value, context.vocabulary, id)
  context.emit('library.changed', { reason: 'edit' })
  return readDetail(context, id)
}

/** A word the engine was less sure of than this is shown as doubtful; 0 to 100. */
export const SURE_FROM = 60

/** One document with its text, citations and warnings. */
export function readDetail({ session }: LibraryContext, id: number): Result<DocumentDetail> {
  const db = session.reader
  const row = findDocument(db, id)
  const text = readText(db, id)
  const own = row && row.instrument_id !== null ? findInstrument(db, row.instrument_id) : undefined
  if (!row || !text || !own) return fail('not_found', String(id))
  const citations = readCitationsOf(db, id)
  return succeed({
    id,
    title: documentTitle(row),
    metadata: toMetadata(row),
    corrected: [...readCorrections(db, id).keys()],
    file: {
      name: row.file_name,
      sourcePath: row.source_path,
      format: row.format,
      sha256: row.sha256,
      bytes: row.byte_size,
    },
    importedAt: row.imported_at,
    dossiers: readDossiersOf(db, row.sha256),
    unreadCode: row.unread_code,
    instrument: own,
    text: text.text,
    pages: text.pages,
    blocks: text.blocks,
    citations,
    backReferences: readBackReferences(text.text, citations).flatMap(({ start, end, citation }) => {
      const cited = citations[citation]
      return cited ? [{ start, end, citationId: cited.id }] : []
    }),
    recognised: readRecognised(db, id).map(({ page, confidence, words }) => ({
      page: page + 1,
      confidence,
      doubtful: words
        .filter((word) => word.confidence < SURE_FROM)
        .map(({ start, end, confidence }) => ({ start, end, confidence })),
    })),
    converted: readConvertedPieces(db, id).map((piece) => ({
      start: piece.start,
      end: piece.end,
      encoding: piece.encoding,
      original: piece.original,
      isDoubtful: piece.isDoubtful === true,
      choice: choiceOf(piece, text.text.slice(piece.start, piece.end)),
    })),
    textCorrections: readTextCorrections(db, row.sha256)
      .map(({ former, replacement, madeAt }) => ({ former, replacement, madeAt }))
      .reverse(),
    warnings: readWarnings(db, id),
    versions: readVersions(db, id).map(({ documentId, likeness, isDecided }) => {
      const other = findDocument(db, documentId)
      return {
        documentId,
        likeness,
        isDecided,
        title: other ? documentTitle(other) : '',
        fileName: other?.file_name ?? '',
      }
    }),
  })
}
