/** Opens the database of a library folder: takes the folder, gives a handle at the current schema, or a coded failure. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { migrate } from './migrate.ts'

/** Marks a file as ours in its SQLite header: «CDO1» read as a number. */
const APPLICATION_ID = 0x43_44_4f_31

/** Pages SQLite keeps of its own. Twice as many made neither searching nor importing 100,000 documents faster. */
const PAGE_CACHE_KIB = 32_768

/** The database file of a library folder. */
export const databasePath = (folder: string): string => join(folder, 'library.db')

/** Opens for writing, creating or migrating as needed. The caller holds the folder's lock. */
export function openForWriting(folder: string, create: boolean): Result<WriteHandle> {
  const path = databasePath(folder)
  if (!create && !existsSync(path)) return fail('library_missing', folder)
  mkdirSync(folder, { recursive: true })
  return guarded(folder, () => {
    const db = new Database(path, { timeout: 5000 }) as WriteHandle
    return closingOnFailure(db, () => {
      const foreign = checkOwner(db, folder)
      if (foreign) return foreign
      db.pragma('journal_mode = WAL')
      // WAL with NORMAL survives a crash of the program; only a power cut can lose the last commit, never corrupt.
      db.pragma('synchronous = NORMAL')
      db.pragma('foreign_keys = ON')
      db.pragma(`cache_size = -${PAGE_CACHE_KIB}`)
      db.pragma('temp_store = MEMORY')
      const migrated = migrate(db, join(folder, 'backups'))
      if (!migrated.ok) return migrated
      db.pragma(`application_id = ${APPLICATION_ID}`)
      return succeed(db)
    })
  })
}

/** Opens for reading beside a writer. Refuses a schema that is not exactly ours, since reading cannot migrate. */
export function openForReading(folder: string, schemaVersion: number): Result<ReadHandle> {
  const path = databasePath(folder)
  if (!existsSync(path)) return fail('library_missing', folder)
  return guarded(folder, () => {
    const db = new Database(path, { readonly: true, timeout: 5000 }) as ReadHandle
    return closingOnFailure(db, () => {
      const foreign = checkOwner(db, folder)
      if (foreign) return foreign
      db.pragma('query_only = ON')
      db.pragma(`cache_size = -${PAGE_CACHE_KIB}`)
      const version = Number(db.pragma('user_version', { simple: true }))
      if (version > schemaVersion) return fail('schema_too_new', folder, `schema ${version}`)
      if (version < schemaVersion)
        return fail('library_read_only', folder, `schema ${version}, not migrated yet`)
      return succeed(db)
    })
  })
}

/** A database that is neither empty nor marked as ours is somebody else's file: never write to it. */
function checkOwner(db: ReadHandle, folder: string): Result<never> | null {
  const owner = Number(db.pragma('application_id', { simple: true }))
  const version = Number(db.pragma('user_version', { simple: true }))
  const isEmpty =
    owner === 0 && version === 0 && db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  return isEmpty || owner === APPLICATION_ID
    ? null
    : fail('library_damaged', folder, 'not a library of this program')
}

function closingOnFailure<T>(db: ReadHandle, open: () => Result<T>): Result<T> {
  let result: Result<T> | null = null
  try {
    result = open()
    return result
  } finally {
    if (result?.ok !== true) db.close()
  }
}

function guarded<T>(folder: string, open: () => Result<T>): Result<T> {
  try {
    return open()
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT')) {
      return fail('library_damaged', folder, error.message)
    }
    if (error.code.startsWith('SQLITE_READONLY') || error.code === 'SQLITE_CANTOPEN') {
      return fail('library_read_only', folder, error.message)
    }
    if (error.code.startsWith('SQLITE_BUSY')) return fail('library_locked', folder)
    if (error.code === 'SQLITE_FULL') return fail('disk_full', folder)
    throw error
  }
}
