/** Schema step 7: phrases the people of a library hold for the same, used by search. */
import type { Migration } from '../migrate.ts'

/** `phrases`: a JSON array of two or more. */
export const synonymsSchema: Migration = {
  version: 7,
  up: (db) => {
    db.exec(`
      CREATE TABLE synonyms (
        id      INTEGER PRIMARY KEY,
        phrases TEXT NOT NULL UNIQUE
      ) STRICT;
    `)
  },
}
