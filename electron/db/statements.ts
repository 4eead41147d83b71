/** A handle and a query's text come in; the prepared statement goes out, prepared once a handle. */
import type { Statement } from 'better-sqlite3'
import type { ReadHandle } from './handles.ts'

const prepared = new WeakMap<ReadHandle, Map<string, Statement<unknown[], unknown>>>()

/** Preparing takes longer than running most of these, and indexing runs a dozen a document. */
export function statement<Parameters extends unknown[], Row = unknown>(
  db: ReadHandle,
  sql: string,
): Statement<Parameters, Row> {
  let known = prepared.get(db)
  if (!known) {
    known = new Map()
    prepared.set(db, known)
  }
  let found = known.get(sql)
  if (!found) {
    found = db.prepare<unknown[], unknown>(sql)
    known.set(sql, found)
  }
  return found as Statement<Parameters, Row>
}
