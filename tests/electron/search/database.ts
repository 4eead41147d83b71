/** Gives tests a database in memory or in a folder with the tables of the search index. */
import Database from 'better-sqlite3'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import { searchSchema } from '../../../electron/db/migrations/002-search.ts'
import { postingPlacesSchema } from '../../../electron/db/migrations/015-postingPlaces.ts'

/** Opens a database that holds nothing but the search index. */
export function openIndex(path = ':memory:'): WriteHandle {
  const db = new Database(path) as WriteHandle
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  searchSchema.up(db)
  postingPlacesSchema.up(db)
  return db
}
