/** Schema step 15: postings lie by one whole number, segment and term in one, instead of by a pair. */
import type { Migration } from '../migrate.ts'

/**
 * A tree by a pair keeps at most a quarter of a page of a row beside its key and puts the rest on a page of its own,
 * mostly empty; a table by row number keeps nearly a page. Segment and term fit one number: 31 and 32 bits.
 */
export const postingPlacesSchema: Migration = {
  version: 15,
  up: (db) => {
    db.exec(`
      CREATE TABLE search_placed (
        place       INTEGER PRIMARY KEY,
        entry_count INTEGER NOT NULL,
        postings    BLOB NOT NULL
      ) STRICT;
      INSERT INTO search_placed
        SELECT (segment_id << 32) | term_id, entry_count, postings FROM search_postings
        ORDER BY segment_id, term_id;
      DROP TABLE search_postings;
      ALTER TABLE search_placed RENAME TO search_postings;
    `)
  },
}
