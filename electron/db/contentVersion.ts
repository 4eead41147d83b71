/** A database in, a mark that changes with every write to it out: what was read under one mark is true while it lasts. */
import type { ReadHandle } from './handles.ts'
import { statement } from './statements.ts'

/** Changes with every write, by this handle or another. */
export function contentVersion(db: ReadHandle): string {
  const own = statement<[], { changes: number }>(db, 'SELECT total_changes() AS changes').get()?.changes
  return `${own}/${String(db.pragma('data_version', { simple: true }))}`
}
