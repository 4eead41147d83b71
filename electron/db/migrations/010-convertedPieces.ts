/** Schema step 10: what was converted in a text from encodings before Unicode, so that it can be seen and undone. */
import type { Migration } from '../migrate.ts'

/**
 * Derived like the text it points into: read again with it. What a person chose for a piece is a text correction.
 * `original` is the stretch as the file had it, its bytes shown as windows-1252; `reading` what was made of it, null
 * where that is its mere decoding.
 */
export const convertedPiecesSchema: Migration = {
  version: 10,
  up: (db) => {
    db.exec(`
      CREATE TABLE converted_pieces (
        document_id  INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        start_offset INTEGER NOT NULL,
        end_offset   INTEGER NOT NULL,
        encoding     TEXT NOT NULL,
        original     TEXT NOT NULL,
        reading      TEXT,
        is_doubtful  INTEGER NOT NULL,
        PRIMARY KEY (document_id, start_offset)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
