/** Schema step 9: pages recognised in files that are not finished yet, so that an interrupted scan goes on at the next page. */
import type { Migration } from '../migrate.ts'

/**
 * `packed` is the page as the recogniser of that name packed it. Rows of a file go when its document is saved, and
 * after a while when it never is.
 */
export const recognisedPagesSchema: Migration = {
  version: 9,
  up: (db) => {
    db.exec(`
      CREATE TABLE recognised_pages (
        sha256     TEXT NOT NULL,
        page       INTEGER NOT NULL, -- from 0
        recogniser TEXT NOT NULL,
        packed     BLOB NOT NULL,
        kept_at    TEXT NOT NULL,
        PRIMARY KEY (sha256, page)
      ) STRICT;
    `)
  },
}
