/** Citations in, the places they stand at with their sentences out. */
import type { Evidence } from '../../shared/contract/instrument.ts'
import type { ReadHandle } from './handles.ts'
import { statement } from './statements.ts'

/** The places of these citations, by citation. */
export function readQuotes(db: ReadHandle, citationIds: readonly number[]): Map<number, Evidence> {
  const rows = statement<[string], Evidence>(
    db,
    `SELECT document_id AS documentId, id AS citationId, start_offset AS start, end_offset AS "end", quote, page
     FROM citations WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(citationIds))
  return new Map(rows.map((row) => [row.citationId, row]))
}
