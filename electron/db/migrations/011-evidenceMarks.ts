/** Schema step 11: where in its quote a citation or a deadline stands; days and dates found by their index. */
import type { Migration } from '../migrate.ts'

/**
 * Quotes of an earlier program are marked at the first place that reads like the citation (none: 0, 0, nothing is marked)
 * until their document is read again. Deadlines are derived from the texts and are read anew.
 */
export const evidenceMarksSchema: Migration = {
  version: 11,
  up: (db) => {
    db.exec(`
      ALTER TABLE citations ADD COLUMN quote_start INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE citations ADD COLUMN quote_end INTEGER NOT NULL DEFAULT 0;
      UPDATE citations SET quote_start = instr(quote, raw) - 1, quote_end = instr(quote, raw) - 1 + length(raw)
        WHERE instr(quote, raw) > 0;

      DELETE FROM document_deadlines;
      DELETE FROM deadlines_read;
      ALTER TABLE document_deadlines ADD COLUMN quote_start INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE document_deadlines ADD COLUMN quote_end INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE document_deadlines ADD COLUMN on_day TEXT; -- of a deadline of one day
      CREATE INDEX document_deadlines_day ON document_deadlines (on_day);

      -- Reviews fall due so many years after the date.
      CREATE INDEX instruments_issued_on ON instruments (issued_on);
    `)
  },
}
