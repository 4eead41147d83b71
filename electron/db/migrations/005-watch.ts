/** Schema step 5: folders the library watches, and the files in them it has already taken. */
import type { Migration } from '../migrate.ts'

/** A file is known by path, size and time of change, so that a restart does not hash a whole share again. */
export const watchSchema: Migration = {
  version: 5,
  up: (db) => {
    db.exec(`
      CREATE TABLE watched_folders (
        path     TEXT NOT NULL PRIMARY KEY,
        added_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE watched_files (
        path       TEXT NOT NULL PRIMARY KEY,
        size       INTEGER NOT NULL,
        changed_ms REAL NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
