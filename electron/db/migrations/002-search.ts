/** Schema step 2: the stored postings of the search index. */
import type { Migration } from '../migrate.ts'

/**
 * A document in the index is an ordinal: ordinals only grow, so a posting is a small difference and a replaced document
 * is a new ordinal beside a dead one. New documents wait in `search_pending`, one row each; a full batch becomes a
 * segment (postings by term), small segments are merged into larger ones. Frequencies are stored, never weights, so
 * scores are right after every change. Formats of the blobs: `electron/search/postings.ts` and `chunks.ts`.
 */
export const searchSchema: Migration = {
  version: 2,
  up: (db) => {
    db.exec(`
      -- One row. A reader compares generation to know whether what it holds in memory is still true.
      CREATE TABLE search_state (
        id           INTEGER PRIMARY KEY CHECK (id = 1),
        format       INTEGER NOT NULL,
        generation   INTEGER NOT NULL,
        segment_generation INTEGER NOT NULL,
        next_ordinal INTEGER NOT NULL
      ) STRICT;

      -- Folded syllables and bigrams. forms: the spellings with marks met so far, in the order of their bits.
      CREATE TABLE search_terms (
        term_id INTEGER PRIMARY KEY,
        term    TEXT NOT NULL UNIQUE,
        forms   TEXT NOT NULL
      ) STRICT;
      -- Single syllables, a small part of the terms: what wildcards, typing errors and unfinished words are looked up in.
      CREATE INDEX search_syllables ON search_terms (term) WHERE instr(term, '_') = 0;

      -- is_live 0: a copy made by a rebuild that has not finished. digest: of the texts indexed, compared by verify.
      CREATE TABLE search_documents (
        ordinal     INTEGER PRIMARY KEY,
        document_id INTEGER NOT NULL,
        is_live     INTEGER NOT NULL,
        digest      TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX search_documents_document ON search_documents (document_id, is_live);

      -- 256 ordinals a row: the document of each (0: dead) and its field lengths in tokens.
      CREATE TABLE search_chunks (
        chunk      INTEGER PRIMARY KEY,
        generation INTEGER NOT NULL,
        entries    BLOB NOT NULL
      ) STRICT;

      CREATE TABLE search_pending (
        ordinal  INTEGER PRIMARY KEY,
        postings BLOB NOT NULL
      ) STRICT;

      -- state: building (not read yet), live, dead (being cleared away). merge_*: how far a merge into it has come.
      CREATE TABLE search_segments (
        segment_id     INTEGER PRIMARY KEY,
        first_ordinal  INTEGER NOT NULL,
        last_ordinal   INTEGER NOT NULL,
        document_count INTEGER NOT NULL,
        state          TEXT NOT NULL CHECK (state IN ('building', 'live', 'dead')),
        merge_sources  TEXT NOT NULL,
        merged_through INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE search_postings (
        segment_id  INTEGER NOT NULL,
        term_id     INTEGER NOT NULL,
        entry_count INTEGER NOT NULL,
        postings    BLOB NOT NULL,
        PRIMARY KEY (segment_id, term_id)
      ) STRICT, WITHOUT ROWID;

      INSERT INTO search_state VALUES (1, 1, 0, 0, 1);
    `)
  },
}
