/** The work list of what is cited and not held: filters in, items with their state and note out; marks in. */
import type { Level } from '../../shared/contract/instrument.ts'
import type { MissingItem, MissingState } from '../../shared/contract/tracing.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { type StoredInstrument, toInstrument } from './instruments.ts'
import { statement } from './statements.ts'

/** What to list; an empty field does not narrow. */
export interface MissingFilter {
  readonly state?: readonly MissingState[] | undefined
  readonly issuer?: readonly string[] | undefined
  readonly level?: readonly Level[] | undefined
  readonly ids?: readonly number[] | undefined
}

/** A note follows its instrument's row; once that is gone it is found again by the key. */
const MISSING = `FROM instruments i
  LEFT JOIN missing_work own ON own.instrument_id = i.id
  LEFT JOIN missing_work kept ON kept.instrument_id IS NULL AND kept.instrument_key = i.key
  WHERE i.held_document_id IS NULL
    AND (@state IS NULL OR coalesce(own.status, kept.status, 'open') IN (SELECT value FROM json_each(@state)))
    AND (@issuer IS NULL OR i.issuer IN (SELECT value FROM json_each(@issuer)))
    AND (@level IS NULL OR i.level IN (SELECT value FROM json_each(@level)))
    AND (@ids IS NULL OR i.id IN (SELECT value FROM json_each(@ids)))`

type MissingRow = StoredInstrument & {
  readonly work_status: MissingState
  readonly work_note: string
  readonly work_by: string | null
  readonly work_at: string | null
}

const valuesOf = (filter: MissingFilter) => {
  const list = (values: readonly unknown[] | undefined): string | null =>
    values && values.length > 0 ? JSON.stringify(values) : null
  return {
    state: list(filter.state),
    issuer: list(filter.issuer),
    level: list(filter.level),
    ids: filter.ids ? JSON.stringify(filter.ids) : null,
  }
}
type FilterValues = ReturnType<typeof valuesOf>

/** One window of the list, most cited first, and how long the whole is. */
export function listMissingWork(
  db: ReadHandle,
  filter: MissingFilter,
  limit: number,
  offset: number,
): { total: number; items: MissingItem[] } {
  const values = valuesOf(filter)
  const total = statement<[FilterValues], number>(db, `SELECT count(*) ${MISSING}`).pluck().get(values) ?? 0
  const rows = statement<[FilterValues & { limit: number; offset: number }], MissingRow>(
    db,
    `SELECT i.*, coalesce(own.status, kept.status, 'open') AS work_status, coalesce(own.note, kept.note, '') AS work_note,
       coalesce(own.changed_by, kept.changed_by) AS work_by, coalesce(own.changed_at, kept.changed_at) AS work_at
     ${MISSING} ORDER BY i.cited_by DESC, i.key LIMIT @limit OFFSET @offset`,
  ).all({ ...values, limit, offset })
  const items = rows.map((row) => ({
    ...toInstrument(row),
    citedBy: row.cited_by,
    state: row.work_status,
    note: row.work_note,
    changedBy: row.work_by,
    changedAt: row.work_at,
  }))
  return { total, items }
}

/** The instruments of the list, most cited first. */
export function listMissingIds(db: ReadHandle, filter: MissingFilter): number[] {
  return statement<[FilterValues], number>(db, `SELECT i.id ${MISSING} ORDER BY i.cited_by DESC, i.key`)
    .pluck()
    .all(valuesOf(filter))
}

/** How many of the list each issuer has, the most first. */
export function countMissingIssuers(
  db: ReadHandle,
  filter: MissingFilter,
): { value: string; count: number }[] {
  return statement<[FilterValues], { value: string; count: number }>(
    db,
    `SELECT i.issuer AS value, count(*) AS count ${MISSING} AND i.issuer IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 500`,
  ).all(valuesOf(filter))
}

/** What a person wrote; a field left out stays as it was. */
export interface MissingMark {
  readonly state: MissingState | null
  readonly note: string | null
  readonly by: string
  readonly at: string
}

/** Marks one instrument; false when it is held or gone. */
export function markMissing(db: WriteHandle, instrumentId: number, mark: MissingMark): boolean {
  const row = statement<[number], { key: string }>(
    db,
    'SELECT key FROM instruments WHERE id = ? AND held_document_id IS NULL',
  ).get(instrumentId)
  if (!row) return false
  const values = { ...mark, id: instrumentId, key: row.key }
  // The row may stand under an older key of the same instrument.
  statement(
    db,
    `UPDATE OR REPLACE missing_work SET instrument_key = @key, instrument_id = @id
     WHERE instrument_id = @id OR (instrument_id IS NULL AND instrument_key = @key)`,
  ).run({ id: instrumentId, key: row.key })
  statement(
    db,
    `INSERT INTO missing_work (instrument_key, instrument_id, status, note, changed_by, changed_at)
     VALUES (@key, @id, coalesce(@state, 'open'), coalesce(@note, ''), @by, @at)
     ON CONFLICT (instrument_key) DO UPDATE SET status = coalesce(@state, status), note = coalesce(@note, note),
       instrument_id = @id, changed_by = @by, changed_at = @at`,
  ).run(values)
  return true
}
