/** Schema step 12: files found inside mails and archives are files of the import of their own. */
import type { Migration } from '../migrate.ts'

export const importMembersSchema: Migration = {
  version: 12,
  up: (db) => {
    db.exec(`
      -- The file on the disk a member was found in, perhaps through containers between; null for a file on the disk.
      ALTER TABLE import_items ADD COLUMN root_id INTEGER REFERENCES import_items (id) ON DELETE CASCADE;
      -- How many containers a file stands in.
      ALTER TABLE import_items ADD COLUMN depth INTEGER NOT NULL DEFAULT 0;
      -- Files found directly inside; null for what holds none or was not read.
      ALTER TABLE import_items ADD COLUMN members INTEGER;
      CREATE INDEX import_items_root ON import_items (root_id, state) WHERE root_id IS NOT NULL;
      CREATE INDEX import_items_members ON import_items (job_id, state) WHERE root_id IS NOT NULL;
    `)
  },
}
