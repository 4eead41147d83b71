/** Schema step 14: open questions are counted without reading every citation and edge. */
import type { Migration } from '../migrate.ts'

/** The window asks for the count after every change; few citations and edges are ever in question. */
export const reviewCountsSchema: Migration = {
  version: 14,
  up: (db) => {
    db.exec(`
      CREATE INDEX citations_unverified ON citations (id) WHERE unverified = 1;
      CREATE INDEX edges_impossible ON edges (citation_id, from_id) WHERE is_impossible = 1;
    `)
  },
}
