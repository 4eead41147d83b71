/** Instruments in, the documents that cite them or are cited by them out: for lists and for the filters `cites:` and `citedby:`. */
import type { Evidence } from '../../shared/contract/instrument.ts'
import type { ReadHandle } from './handles.ts'
import { EVIDENCE } from './quotes.ts'
import { statement } from './statements.ts'

/** Documents with a citation of any of these instruments. */
export function idsCiting(db: ReadHandle, instrumentIds: readonly number[]): Set<number> {
  return new Set(
    statement<[string], number>(
      db,
      'SELECT DISTINCT document_id FROM citations WHERE instrument_id IN (SELECT value FROM json_each(?))',
    )
      .pluck()
      .all(JSON.stringify(instrumentIds)),
  )
}

/** Held documents that any of these instruments, itself held, cites. */
export function idsCitedBy(db: ReadHandle, instrumentIds: readonly number[]): Set<number> {
  return new Set(
    statement<[string], number>(
      db,
      `SELECT DISTINCT cited.id FROM documents citing
         JOIN citations ON citations.document_id = citing.id
         JOIN documents cited ON cited.instrument_id = citations.instrument_id
         WHERE citing.instrument_id IN (SELECT value FROM json_each(?))`,
    )
      .pluck()
      .all(JSON.stringify(instrumentIds)),
  )
}

/** A document that cites an instrument and how often. */
export interface CitingDocument {
  readonly documentId: number
  readonly places: number
}

/** One window of the documents that cite an instrument, newest first; the document that is the instrument is none of them. */
export function listCiting(
  db: ReadHandle,
  instrumentId: number,
  limit: number,
  offset: number,
): CitingDocument[] {
  return statement<[number, number, number, number], CitingDocument>(
    db,
    `SELECT c.document_id AS documentId, count(*) AS places FROM citations c JOIN documents d ON d.id = c.document_id
     WHERE c.instrument_id = ? AND d.instrument_id IS NOT ?
     GROUP BY c.document_id ORDER BY d.issued_on DESC NULLS LAST, c.document_id LIMIT ? OFFSET ?`,
  ).all(instrumentId, instrumentId, limit, offset)
}

/** The first places these documents cite an instrument at, at most `each` a document, in the order of the text. */
export function readCitingPlaces(
  db: ReadHandle,
  instrumentId: number,
  documentIds: readonly number[],
  each: number,
): Map<number, Evidence[]> {
  const places = statement<[string, number, number], Evidence>(
    db,
    `SELECT ${EVIDENCE} FROM citations c JOIN (
       SELECT id, row_number() OVER (PARTITION BY document_id ORDER BY start_offset) AS rank
       FROM citations WHERE document_id IN (SELECT value FROM json_each(?)) AND +instrument_id = ?
     ) ranked ON ranked.id = c.id WHERE rank <= ? ORDER BY c.document_id, c.start_offset`,
  ).all(JSON.stringify(documentIds), instrumentId, each)
  return Map.groupBy(places, ({ documentId }) => documentId)
}
