/** Requests about what a person should look at, and what a person decided. */
import type { MetadataField } from '../../../shared/contract/document.ts'
import { fail, succeed } from '../../../shared/contract/result.ts'
import type { ReviewItem } from '../../../shared/contract/views.ts'
import { findCitation } from '../../db/citations.ts'
import { findDocument } from '../../db/documents.ts'
import { markPending } from '../../db/families.ts'
import type { ReadHandle } from '../../db/handles.ts'
import { findInstrument, findInstruments } from '../../db/instruments.ts'
import {
  deleteDecision,
  listQuestions,
  type ReviewRow,
  readCandidateIds,
  saveDecision,
} from '../../db/reviews.ts'
import { saveVersionDecision } from '../../db/versions.ts'
import { setWarningStatus } from '../../db/warnings.ts'
import type { Handlers } from '../dispatch.ts'
import { resolvePending } from '../resolvePending.ts'
import { type LibraryContext, writerOf } from '../session.ts'
import { documentTitle } from '../titles.ts'

type ReviewHandlers = Pick<
  Handlers,
  'review.list' | 'review.decideCitation' | 'review.decideVersion' | 'review.setWarningStatus'
>

/** Handlers of `review.*`. */
export function reviewHandlers(context: LibraryContext): ReviewHandlers {
  const { session, vocabulary, emit } = context
  return {
    'review.list': ({ kind, limit, offset }) => {
      const { total, rows, counts } = listQuestions(session.reader, kind ?? null, limit, offset)
      return succeed({ total, counts, items: rows.map((row) => toItem(session.reader, row)) })
    },
    'review.decideCitation': ({ citationId, instrumentId }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      const db = writer.value
      const citation = findCitation(db, citationId)
      const document = citation && findDocument(db, citation.document_id)
      if (!citation || !document) return fail('not_found', String(citationId))
      const place = { sha256: document.sha256, start: citation.start_offset, end: citation.end_offset }
      if (instrumentId === null) deleteDecision(db, place.sha256, place.start, place.end)
      else {
        const instrument = findInstrument(db, instrumentId)
        if (!instrument) return fail('not_found', String(instrumentId))
        saveDecision(db, { ...place, instrumentKey: instrument.key, decidedAt: new Date().toISOString() })
      }
      markPending(db, [citation.family])
      resolvePending(db, vocabulary, document.id)
      emit('library.changed', { reason: 'decision' })
      return succeed({})
    },
    'review.decideVersion': ({ documentId, otherDocumentId, isVersion }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      const one = findDocument(writer.value, documentId)
      const other = findDocument(writer.value, otherDocumentId)
      if (!one || !other) return fail('not_found', String(one ? otherDocumentId : documentId))
      saveVersionDecision(writer.value, [one.sha256, other.sha256], isVersion, new Date().toISOString())
      emit('library.changed', { reason: 'decision' })
      return succeed({})
    },
    'review.setWarningStatus': ({ warningId, status }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      if (!setWarningStatus(writer.value, warningId, status)) return fail('not_found', String(warningId))
      emit('library.changed', { reason: 'decision' })
      return succeed({})
    },
  }
}

function toItem(db: ReadHandle, row: ReviewRow): ReviewItem {
  const candidates =
    row.kind === 'ambiguous' && row.citation_id !== null ? readCandidateIds(db, row.citation_id) : []
  const field = row.kind === 'metadata' ? leastCertain(JSON.parse(row.confidence)) : null
  return {
    id: row.id,
    kind: row.kind,
    code: row.code,
    message: row.message,
    documentId: row.document_id,
    documentTitle: documentTitle({ kind: row.doc_kind, title: row.doc_title, file_name: row.file_name }),
    start: row.start_offset,
    end: row.end_offset,
    quote: row.quote,
    suggestion: row.suggestion,
    citationId: row.citation_id,
    field,
    candidates: [...findInstruments(db, candidates).values()],
    otherDocumentId: row.other_id,
    ...(row.other_id === null
      ? {}
      : { compared: [row.document_id, row.other_id].flatMap((id) => factsOf(db, id)) }),
  }
}

/** What tells two documents apart that may be versions of one. */
function factsOf(db: ReadHandle, documentId: number): NonNullable<ReviewItem['compared']> {
  const row = findDocument(db, documentId)
  if (!row) return []
  return [
    {
      documentId,
      title: documentTitle(row),
      fileName: row.file_name,
      format: row.format,
      pages: row.page_count,
      importedAt: row.imported_at,
    },
  ]
}

/** The field a person should look at first. */
function leastCertain(confidence: Partial<Record<MetadataField, number>>): MetadataField | null {
  const [lowest] = Object.entries(confidence).sort((one, other) => one[1] - other[1])
  // Keys come from a stored `Metadata`, so they are metadata fields.
  return (lowest?.[0] as MetadataField | undefined) ?? null
}
