/** Schema step 3: what people decided about edges, lists of expected bodies, the missing work list, deadlines read from texts. */
import type { Migration } from '../migrate.ts'

/**
 * `edge_decisions`, `body_lists`, `body_list_members` and `missing_work` hold a person's work and must not be lost;
 * `document_deadlines` is derived from the texts (`deadlines_read` tells which were read, and by which reader).
 */
export const tracingSchema: Migration = {
  version: 3,
  up: (db) => {
    db.exec(`
      -- By facts that survive removal and re-import: the file, the citing place and the relation it shows.
      CREATE TABLE edge_decisions (
        sha256       TEXT NOT NULL,
        start_offset INTEGER NOT NULL,
        end_offset   INTEGER NOT NULL,
        relation     TEXT NOT NULL,
        status       TEXT NOT NULL CHECK (status IN ('confirmed', 'rejected')),
        decided_by   TEXT NOT NULL,
        decided_at   TEXT NOT NULL,
        PRIMARY KEY (sha256, start_offset, end_offset, relation)
      ) STRICT, WITHOUT ROWID;

      ALTER TABLE edges ADD COLUMN status TEXT NOT NULL DEFAULT 'proposed';
      -- Walking the graph reads nothing but these two.
      DROP INDEX edges_from;
      DROP INDEX edges_to;
      CREATE INDEX edges_from ON edges (from_id, relation, to_id, status, is_impossible);
      CREATE INDEX edges_to ON edges (to_id, relation, from_id, status, is_impossible);

      CREATE TABLE body_lists (
        id      INTEGER PRIMARY KEY,
        name    TEXT NOT NULL UNIQUE,
        made_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE body_list_members (
        list_id INTEGER NOT NULL REFERENCES body_lists (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        name    TEXT NOT NULL, -- as the person wrote it
        level   TEXT NOT NULL,
        scope   TEXT,          -- null when the name could not be placed
        series  TEXT,          -- null: any body of the territory
        PRIMARY KEY (list_id, ordinal)
      ) STRICT, WITHOUT ROWID;

      -- The row follows its instrument while that lives (its key may gain a date), and is found again by key afterwards.
      CREATE TABLE missing_work (
        instrument_key TEXT NOT NULL PRIMARY KEY,
        instrument_id  INTEGER UNIQUE REFERENCES instruments (id) ON DELETE SET NULL,
        status         TEXT NOT NULL,
        note           TEXT NOT NULL,
        changed_by     TEXT NOT NULL,
        changed_at     TEXT NOT NULL
      ) STRICT;

      CREATE TABLE document_deadlines (
        document_id    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        start_offset   INTEGER NOT NULL,
        end_offset     INTEGER NOT NULL,
        sentence_start INTEGER NOT NULL,
        sentence_end   INTEGER NOT NULL,
        quote          TEXT NOT NULL,
        page           INTEGER NOT NULL,
        due            TEXT NOT NULL, -- JSON
        PRIMARY KEY (document_id, start_offset, end_offset)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE deadlines_read (
        document_id INTEGER NOT NULL PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
        reader      INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
