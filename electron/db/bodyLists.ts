/** Lists of bodies expected to answer: saved by name, given back in their order; and the bodies the library has met. */
import type { Level } from '../../shared/contract/instrument.ts'
import type { BodyList, ExpectedBody } from '../../shared/contract/tracing.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

interface ListRow {
  readonly id: number
  readonly name: string
  readonly madeAt: string
}

/** All saved lists, by name. */
export function readBodyLists(db: ReadHandle): BodyList[] {
  return statement<[], ListRow>(db, 'SELECT id, name, made_at AS madeAt FROM body_lists ORDER BY name')
    .all()
    .map((list) => ({ ...list, bodies: readMembers(db, list.id) }))
}

/** One list, or undefined. */
export function findBodyList(db: ReadHandle, id: number): BodyList | undefined {
  const list = statement<[number], ListRow>(
    db,
    'SELECT id, name, made_at AS madeAt FROM body_lists WHERE id = ?',
  ).get(id)
  return list && { ...list, bodies: readMembers(db, id) }
}

/** The list that carries a name, or undefined. */
export function findBodyListId(db: ReadHandle, name: string): number | undefined {
  return statement<[string], number>(db, 'SELECT id FROM body_lists WHERE name = ?').pluck().get(name)
}

function readMembers(db: ReadHandle, id: number): ExpectedBody[] {
  return statement<[number], ExpectedBody>(
    db,
    'SELECT name, level, scope, series FROM body_list_members WHERE list_id = ? ORDER BY ordinal',
  ).all(id)
}

/** Writes a list, replacing the members of one that exists; returns its id. */
export function saveBodyList(
  db: WriteHandle,
  list: {
    readonly id: number | null
    readonly name: string
    readonly madeAt: string
    readonly bodies: readonly ExpectedBody[]
  },
): number {
  return db.transaction(() => {
    const { lastInsertRowid } = statement(
      db,
      `INSERT INTO body_lists (id, name, made_at) VALUES (@id, @name, @madeAt)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
    ).run({ id: list.id, name: list.name, madeAt: list.madeAt })
    const id = list.id ?? Number(lastInsertRowid)
    statement(db, 'DELETE FROM body_list_members WHERE list_id = ?').run(id)
    const insert = statement(
      db,
      'INSERT INTO body_list_members (list_id, ordinal, name, level, scope, series) VALUES (?, ?, ?, ?, ?, ?)',
    )
    for (const [ordinal, { name, level, scope, series }] of list.bodies.entries())
      insert.run(id, ordinal, name, level, scope, series)
    return id
  })()
}

/** Removes a list; false when there was none. */
export function deleteBodyList(db: WriteHandle, id: number): boolean {
  return statement(db, 'DELETE FROM body_lists WHERE id = ?').run(id).changes > 0
}

/** An issuer as instruments name it, and where it stands. */
export interface SeenIssuer {
  readonly scope: string
  readonly issuer: string | null
  readonly number: string | null
  readonly symbol: string | null
  readonly year: number | null
  readonly times: number
}

/** Issuers met at a level whose territory is fully known, one row a territory, symbol and wording. */
export function readSeenIssuers(db: ReadHandle, level: Level): SeenIssuer[] {
  return statement<[Level], SeenIssuer>(
    db,
    `SELECT scope, issuer, min(number) AS number, symbol, max(year) AS year, count(*) AS times FROM instruments
     WHERE level = ? AND scope IS NOT NULL AND scope NOT LIKE '%?%' GROUP BY scope, symbol, issuer`,
  ).all(level)
}
