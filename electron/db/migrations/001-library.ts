/** Schema step 1: documents, their texts, citations, instruments, edges, decisions and imports. */
import type { Migration } from '../migrate.ts'

/**
 * Offsets are UTF-16 code units of `document_texts.text`; dates are `YYYY-MM-DD`, times ISO 8601 UTC.
 * A column is nullable only where absence means «the text does not say».
 */
export const librarySchema: Migration = {
  version: 1,
  up: (db) => {
    db.exec(`
      CREATE TABLE settings (
        name  TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;

      -- The numbered act, held or only cited. The rows are derived from citations and documents by resolving.
      CREATE TABLE instruments (
        id           INTEGER PRIMARY KEY,
        key          TEXT NOT NULL UNIQUE,
        family       TEXT NOT NULL,
        system       TEXT,
        kind         TEXT,
        number       TEXT,
        number_value INTEGER,
        symbol       TEXT,
        year         INTEGER,
        issued_on    TEXT,
        term         TEXT,
        issuer       TEXT,
        scope        TEXT,
        level        TEXT NOT NULL,
        title        TEXT,
        held_document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
        validity     TEXT NOT NULL DEFAULT 'unknown',
        cited_by     INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX instruments_family ON instruments (family);
      CREATE INDEX instruments_missing ON instruments (cited_by DESC) WHERE held_document_id IS NULL;
      CREATE INDEX instruments_number ON instruments (number_value);
      CREATE INDEX instruments_held ON instruments (held_document_id);

      -- A file the library holds. Metadata columns are the values in force: the machine's reading under a person's corrections.
      CREATE TABLE documents (
        id           INTEGER PRIMARY KEY,
        sha256       TEXT NOT NULL UNIQUE,
        file_name    TEXT NOT NULL,
        source_path  TEXT NOT NULL,
        format       TEXT NOT NULL,
        byte_size    INTEGER NOT NULL,
        imported_at  TEXT NOT NULL,
        page_count   INTEGER NOT NULL,
        citation_count INTEGER NOT NULL,
        kind         TEXT,
        number       TEXT,
        number_value INTEGER,
        symbol       TEXT,
        year         INTEGER,
        issued_on    TEXT,
        issuer       TEXT,
        organ        TEXT,
        place        TEXT,
        title        TEXT,
        signer       TEXT,
        signer_title TEXT,
        recipients   TEXT NOT NULL,
        secrecy      TEXT,
        urgency      TEXT,
        province     TEXT,
        confidence   TEXT NOT NULL,
        is_doubtful  INTEGER NOT NULL, -- a main field was read with low confidence
        level        TEXT NOT NULL,
        family       TEXT NOT NULL,
        scope        TEXT,
        instrument_id INTEGER REFERENCES instruments (id)
      ) STRICT;
      CREATE INDEX documents_family ON documents (family);
      CREATE INDEX documents_instrument ON documents (instrument_id);
      CREATE INDEX documents_issued_on ON documents (issued_on);

      CREATE TABLE document_texts (
        document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
        text        TEXT NOT NULL,
        pages       TEXT NOT NULL,
        blocks      TEXT NOT NULL,
        reading     TEXT NOT NULL -- the machine's metadata, kept so that a correction can be taken back
      ) STRICT;

      CREATE TABLE corrections (
        document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        field       TEXT NOT NULL,
        value       TEXT NOT NULL, -- JSON
        made_at     TEXT NOT NULL,
        PRIMARY KEY (document_id, field)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE text_warnings (
        id          INTEGER PRIMARY KEY,
        document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        start_offset INTEGER NOT NULL,
        end_offset  INTEGER NOT NULL,
        code        TEXT NOT NULL,
        message     TEXT NOT NULL,
        suggestion  TEXT,
        status      TEXT NOT NULL DEFAULT 'open'
      ) STRICT;
      CREATE INDEX text_warnings_document ON text_warnings (document_id);
      CREATE INDEX text_warnings_open ON text_warnings (code) WHERE status = 'open';

      CREATE TABLE citations (
        id              INTEGER PRIMARY KEY,
        document_id     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        ordinal         INTEGER NOT NULL, -- position in the document's list; governed_by points at it
        start_offset    INTEGER NOT NULL,
        end_offset      INTEGER NOT NULL,
        raw             TEXT NOT NULL,
        type            TEXT,
        number          TEXT NOT NULL,
        symbol          TEXT NOT NULL,
        year            INTEGER,
        date            TEXT,
        issuer          TEXT,
        subject         TEXT,
        relation        TEXT NOT NULL,
        relation_detail TEXT,
        governed_by     INTEGER,
        nested_relation TEXT,
        term            TEXT,
        sentence_start  INTEGER NOT NULL,
        sentence_end    INTEGER NOT NULL,
        quote           TEXT NOT NULL, -- the sentence as evidence, so that a trace reads no texts
        page            INTEGER NOT NULL,
        unverified      INTEGER NOT NULL,
        family          TEXT NOT NULL,
        scope           TEXT,
        level           TEXT NOT NULL,
        instrument_id   INTEGER REFERENCES instruments (id),
        resolution      TEXT NOT NULL DEFAULT 'undated',
        resolution_reason TEXT NOT NULL DEFAULT 'pending',
        UNIQUE (document_id, ordinal)
      ) STRICT;
      CREATE INDEX citations_family ON citations (family);
      CREATE INDEX citations_instrument ON citations (instrument_id);
      CREATE INDEX citations_ambiguous ON citations (id) WHERE resolution = 'ambiguous';

      CREATE TABLE citation_candidates (
        citation_id   INTEGER NOT NULL REFERENCES citations (id) ON DELETE CASCADE,
        instrument_id INTEGER NOT NULL REFERENCES instruments (id) ON DELETE CASCADE,
        PRIMARY KEY (citation_id, instrument_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX citation_candidates_instrument ON citation_candidates (instrument_id);

      -- Who acts on whom, one row a citation that shows it; derived together with the instruments.
      CREATE TABLE edges (
        citation_id INTEGER NOT NULL REFERENCES citations (id) ON DELETE CASCADE,
        from_id     INTEGER NOT NULL REFERENCES instruments (id) ON DELETE CASCADE,
        to_id       INTEGER NOT NULL REFERENCES instruments (id) ON DELETE CASCADE,
        relation    TEXT NOT NULL,
        is_impossible INTEGER NOT NULL,
        PRIMARY KEY (citation_id, from_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX edges_from ON edges (from_id, relation, to_id);
      CREATE INDEX edges_to ON edges (to_id, relation, from_id);

      -- What a person decided, kept by facts that survive removal and re-import of the file.
      CREATE TABLE citation_decisions (
        sha256         TEXT NOT NULL,
        start_offset   INTEGER NOT NULL,
        end_offset     INTEGER NOT NULL,
        instrument_key TEXT NOT NULL,
        decided_at     TEXT NOT NULL,
        PRIMARY KEY (sha256, start_offset, end_offset)
      ) STRICT, WITHOUT ROWID;

      -- Families whose instruments must be resolved again; emptied by resolving, survives a crash.
      CREATE TABLE pending_families (
        family TEXT NOT NULL PRIMARY KEY
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE import_jobs (
        id          INTEGER PRIMARY KEY,
        started_at  TEXT NOT NULL,
        finished_at TEXT,
        state       TEXT NOT NULL,
        ocr         TEXT NOT NULL,
        paths       TEXT NOT NULL -- JSON, as the person gave them
      ) STRICT;

      CREATE TABLE import_items (
        id          INTEGER PRIMARY KEY,
        job_id      INTEGER NOT NULL REFERENCES import_jobs (id) ON DELETE CASCADE,
        path        TEXT NOT NULL,
        state       TEXT NOT NULL,
        document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL,
        seconds     REAL,
        code        TEXT,
        subject     TEXT,
        detail      TEXT
      ) STRICT;
      CREATE INDEX import_items_job ON import_items (job_id, state);
      CREATE INDEX import_items_document ON import_items (document_id);
    `)
  },
}
