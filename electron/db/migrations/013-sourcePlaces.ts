/** Schema step 13: documents by the place they came from, to know a paper that was saved again where it lay. */
import type { Migration } from '../migrate.ts'

/** An index alone: `source_path` has been kept since the first step. */
export const sourcePlacesSchema: Migration = {
  version: 13,
  up: (db) => {
    db.exec('CREATE INDEX documents_source ON documents (source_path)')
  },
}
