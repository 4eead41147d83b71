/** Citations in, the places they stand at with their sentences out. */
import type { Evidence } from '../../shared/contract/instrument.ts'
import type { ReadHandle } from './handles.ts'
import { statement } from './statements.ts'

/** Columns of `Evidence`, from `citations c`. */
export const EVIDENCE = `c.document_id AS documentId, c.id AS citationId, c.start_offset AS start, c.end_offset AS "end",
  c.quote, c.quote_start AS quoteStart, c.quote_end AS quoteEnd, c.page`

/** The places of these citations, by citation. */
export function readQuotes(db: ReadHandle, citationIds: readonly number[]): Map<number, Evidence> {
  const rows = statement<[string], Evidence>(
    db,
    `SELECT ${EVIDENCE} FROM citations c WHERE c.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(citationIds))
  return new Map(rows.map((row) => [row.citationId, row]))
}
