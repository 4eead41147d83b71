/** Schema step 6: files kept without a text, the folder each came from, words read from images, and remembered searches. */
import type { Migration } from '../migrate.ts'

/**
 * `unread_code` is the failure code of a file whose text could not be read; null once it was. Text corrections are kept
 * by SHA-256, in the order they were made, so that they survive removal and re-import; their offsets count in the text
 * as it stood when each was made, and `former` is what stood there, so that a better reading is never overwritten.
 */
export const keepingSchema: Migration = {
  version: 6,
  up: (db) => {
    db.exec(`
      ALTER TABLE documents ADD COLUMN unread_code TEXT;
      ALTER TABLE documents ADD COLUMN folder TEXT NOT NULL DEFAULT '';
      -- «/kho/2023/QĐ 45.pdf» → «/kho/2023/»: what is left of the last stroke, of either kind.
      UPDATE documents SET folder = rtrim(rtrim(source_path, replace(replace(source_path, '/', ''), '\\', '')), '/\\');
      CREATE INDEX documents_folder ON documents (folder);
      CREATE INDEX documents_unread ON documents (unread_code) WHERE unread_code IS NOT NULL;

      -- JSON: pages read from images, their words with confidence; '[]' where every page had text.
      ALTER TABLE document_texts ADD COLUMN recognised TEXT NOT NULL DEFAULT '[]';

      CREATE TABLE text_corrections (
        id           INTEGER PRIMARY KEY,
        sha256       TEXT NOT NULL,
        start_offset INTEGER NOT NULL,
        end_offset   INTEGER NOT NULL,
        former       TEXT NOT NULL,
        replacement  TEXT NOT NULL,
        made_at      TEXT NOT NULL
      ) STRICT;
      CREATE INDEX text_corrections_file ON text_corrections (sha256);

      CREATE TABLE saved_searches (
        id       INTEGER PRIMARY KEY,
        name     TEXT NOT NULL UNIQUE,
        query    TEXT NOT NULL,
        filter   TEXT NOT NULL, -- JSON
        sort     TEXT NOT NULL,
        saved_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE recent_searches (
        query       TEXT NOT NULL PRIMARY KEY,
        searched_at TEXT NOT NULL
      ) STRICT;
    `)
  },
}
