/** One writer a library: takes a library folder, gives a lock that the operating system frees if we die. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'

/** Held while this process is the library's writer. */
export interface LibraryLock {
  release(): void
}

/**
 * Takes the writer's lock of a library folder.
 *
 * A plain lock file would survive a crash and lock its owner out, so the lock is an exclusive transaction on a tiny
 * database of its own: SQLite turns it into a lock of the file system, which ends with the process that holds it.
 *
 * Fails with `library_locked` when another process holds it.
 */
export function takeLock(folder: string): Result<LibraryLock> {
  const lock = new Database(join(folder, 'library.lock'), { timeout: 0 })
  try {
    // Rollback journal: in WAL mode an exclusive transaction would not keep readers of the lock away on every system.
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      return fail('library_locked', folder)
    }
    throw error
  }
  return succeed({
    release: () => {
      lock.exec('ROLLBACK')
      lock.close()
    },
  })
}
