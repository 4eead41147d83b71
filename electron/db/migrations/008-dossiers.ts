/** Schema step 8: dossiers a person keeps documents in, and which folders of an import become dossiers. */
import type { Migration } from '../migrate.ts'

/**
 * What lies in a dossier is kept by SHA-256, so that it survives removal and re-import of a document. «A/B» lies in «A»,
 * which is always there too. A removed dossier stays, out of sight, until the next one is removed: that can be undone.
 */
export const dossiersSchema: Migration = {
  version: 8,
  up: (db) => {
    db.exec(`
      CREATE TABLE dossiers (
        id         INTEGER PRIMARY KEY,
        name       TEXT NOT NULL,
        note       TEXT NOT NULL DEFAULT '',
        made_at    TEXT NOT NULL,
        removed_at TEXT
      ) STRICT;
      CREATE UNIQUE INDEX dossiers_name ON dossiers (name) WHERE removed_at IS NULL;

      CREATE TABLE dossier_files (
        dossier_id INTEGER NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
        sha256     TEXT NOT NULL,
        added_at   TEXT NOT NULL,
        PRIMARY KEY (dossier_id, sha256)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX dossier_files_file ON dossier_files (sha256, dossier_id);

      -- JSON: folders whose sub-folders become dossiers as their files come in; '[]' when none do.
      ALTER TABLE import_jobs ADD COLUMN dossier_roots TEXT NOT NULL DEFAULT '[]';
    `)
  },
}
