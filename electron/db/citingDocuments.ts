/** Instruments in, the documents that cite them or are cited by them out: for the filters `cites:` and `citedby:`. */
import type { ReadHandle } from './handles.ts'
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
