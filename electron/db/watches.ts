/** Watched folders and the files already taken from them, as rows. */
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** Keeps a folder to be watched; a folder watched already stays as it is. */
export function saveWatchedFolder(db: WriteHandle, path: string, addedAt: string): void {
  statement(db, 'INSERT OR IGNORE INTO watched_folders (path, added_at) VALUES (?, ?)').run(path, addedAt)
}

/** Stops keeping a folder; what came from it stays in the library. */
export function deleteWatchedFolder(db: WriteHandle, path: string): void {
  statement(db, 'DELETE FROM watched_folders WHERE path = ?').run(path)
}

/** Folders to watch. */
export function listWatchedFolders(db: ReadHandle): string[] {
  return statement<[], string>(db, 'SELECT path FROM watched_folders ORDER BY path').pluck().all()
}

/** True when this very state of a file was taken before. */
export function isFileKnown(db: ReadHandle, path: string, size: number, changedMs: number): boolean {
  return (
    statement<[string, number, number], number>(
      db,
      'SELECT 1 FROM watched_files WHERE path = ? AND size = ? AND changed_ms = ?',
    ).get(path, size, changedMs) !== undefined
  )
}

/** Notes the state of a file that is being taken. */
export function saveKnownFile(db: WriteHandle, path: string, size: number, changedMs: number): void {
  statement(db, 'INSERT OR REPLACE INTO watched_files (path, size, changed_ms) VALUES (?, ?, ?)').run(
    path,
    size,
    changedMs,
  )
}
