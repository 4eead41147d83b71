/** Rows of instruments: ids and filters in, instruments of the contract out. */
import type { Instrument, Level, Validity } from '../../shared/contract/instrument.ts'
import type { ReadHandle } from './handles.ts'
import { statement } from './statements.ts'

/** A row of `instruments`. */
export interface StoredInstrument {
  readonly id: number
  readonly key: string
  readonly family: string
  readonly system: 'party' | 'state' | null
  readonly kind: string | null
  readonly number: string | null
  readonly number_value: number | null
  readonly symbol: string | null
  readonly year: number | null
  readonly issued_on: string | null
  readonly term: string | null
  readonly issuer: string | null
  readonly scope: string | null
  readonly level: Level
  readonly title: string | null
  readonly held_document_id: number | null
  readonly validity: Validity
  readonly cited_by: number
}

/** A stored row as the contract shows it. */
export function toInstrument(row: StoredInstrument): Instrument {
  return {
    id: row.id,
    key: row.key,
    system: row.system,
    kind: row.kind,
    number: row.number,
    symbol: row.symbol,
    year: row.year,
    issuedOn: row.issued_on,
    term: row.term,
    issuer: row.issuer,
    scope: row.scope,
    level: row.level,
    title: row.title,
    heldDocumentId: row.held_document_id,
    validity: row.validity,
  }
}

/** One instrument, or undefined. */
export function findInstrument(db: ReadHandle, id: number): Instrument | undefined {
  const row = statement<[number], StoredInstrument>(db, 'SELECT * FROM instruments WHERE id = ?').get(id)
  return row && toInstrument(row)
}

/** These instruments, by id. */
export function findInstruments(db: ReadHandle, ids: readonly number[]): Map<number, Instrument> {
  const rows = statement<[string], StoredInstrument>(
    db,
    'SELECT * FROM instruments WHERE id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(ids))
  return new Map(rows.map((row) => [row.id, toInstrument(row)]))
}

/** All instruments of these families, held first, then most cited. */
export function findInstrumentsOfFamilies(db: ReadHandle, families: readonly string[]): Instrument[] {
  return statement<[string], StoredInstrument>(
    db,
    `SELECT * FROM instruments WHERE family IN (SELECT value FROM json_each(?))
       ORDER BY held_document_id IS NULL, cited_by DESC, key`,
  )
    .all(JSON.stringify(families))
    .map(toInstrument)
}

/** Instruments that carry this bare number, whatever their symbol, most cited first. */
export function findInstrumentsByNumberValue(db: ReadHandle, value: number, limit: number): Instrument[] {
  return statement<[number, number], StoredInstrument>(
    db,
    `SELECT * FROM instruments WHERE number_value = ?
       ORDER BY held_document_id IS NULL, cited_by DESC, key LIMIT ?`,
  )
    .all(value, limit)
    .map(toInstrument)
}

/** Instruments cited but not held, most cited first. */
export function listMissing(
  db: ReadHandle,
  limit: number,
  offset: number,
): { total: number; items: (Instrument & { citedBy: number })[] } {
  const total = statement<[], number>(db, 'SELECT count(*) FROM instruments WHERE held_document_id IS NULL')
    .pluck()
    .get()
  const rows = statement<[number, number], StoredInstrument>(
    db,
    `SELECT * FROM instruments WHERE held_document_id IS NULL ORDER BY cited_by DESC, key LIMIT ? OFFSET ?`,
  ).all(limit, offset)
  return { total: total ?? 0, items: rows.map((row) => ({ ...toInstrument(row), citedBy: row.cited_by })) }
}

/** Instruments whose reviews a library follows: held, or cited by that many documents; dated within one of these spans. */
export function listReviewable(
  db: ReadHandle,
  citedAtLeast: number,
  spans: readonly { readonly from: string; readonly to: string }[],
): Instrument[] {
  return statement<[string, number], StoredInstrument>(
    db,
    `SELECT * FROM instruments WHERE id IN (
       SELECT i.id FROM json_each(?) span JOIN instruments i
         ON i.issued_on BETWEEN span.value ->> 'from' AND span.value ->> 'to')
     AND (held_document_id IS NOT NULL OR cited_by >= ?) AND validity NOT IN ('repealed', 'replaced')`,
  )
    .all(JSON.stringify(spans), citedAtLeast)
    .map(toInstrument)
}

/** How many documents cite an instrument. */
export function countCiting(db: ReadHandle, id: number): number {
  return statement<[number], number>(db, 'SELECT cited_by FROM instruments WHERE id = ?').pluck().get(id) ?? 0
}
