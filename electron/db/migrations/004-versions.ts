/** Schema step 4: fingerprints of texts, and which documents were found or decided to be versions of one. */
import type { Migration } from '../migrate.ts'

/** Decisions are kept by SHA-256, so that they survive removal and re-import of a file. */
export const versionsSchema: Migration = {
  version: 4,
  up: (db) => {
    db.exec(`
      CREATE TABLE fingerprints (
        document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
        print       BLOB NOT NULL -- 64 unsigned 32-bit numbers, little endian
      ) STRICT;

      CREATE TABLE fingerprint_bands (
        band        INTEGER NOT NULL,
        document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        PRIMARY KEY (band, document_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX fingerprint_bands_document ON fingerprint_bands (document_id);

      CREATE TABLE version_proposals (
        earlier_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        later_id   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        likeness   REAL NOT NULL,
        PRIMARY KEY (later_id, earlier_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX version_proposals_earlier ON version_proposals (earlier_id);

      CREATE TABLE version_decisions (
        sha256       TEXT NOT NULL,
        other_sha256 TEXT NOT NULL, -- the greater of the two
        is_version   INTEGER NOT NULL,
        decided_at   TEXT NOT NULL,
        PRIMARY KEY (sha256, other_sha256)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
