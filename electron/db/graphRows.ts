/** A selection in, its instruments and the edges between them out, one by one, so that any library fits in memory. */
import type { EdgeRelation } from '../../shared/contract/citation.ts'
import type { ReadHandle } from './handles.ts'
import type { StoredInstrument } from './instruments.ts'

/** An edge with its places counted; rejected places are left out. */
export interface GraphEdgeRow {
  readonly from: number
  readonly to: number
  readonly relation: EdgeRelation
  readonly places: number
  readonly isConfirmed: number
  readonly isImpossible: number
  readonly quote: string
  readonly documentId: number
}

/** Instruments of the selection; all when it is null. */
export function* iterateNodes(db: ReadHandle, ids: readonly number[] | null): Generator<StoredInstrument> {
  yield* db
    .prepare<[{ ids: string | null }], StoredInstrument>(
      'SELECT * FROM instruments WHERE @ids IS NULL OR id IN (SELECT value FROM json_each(@ids)) ORDER BY id',
    )
    .iterate({ ids: ids && JSON.stringify(ids) })
}

/** Edges with both ends in the selection, grouped by ends and relation. */
export function* iterateEdges(db: ReadHandle, ids: readonly number[] | null): Generator<GraphEdgeRow> {
  const within = ids
    ? 'AND from_id IN (SELECT value FROM json_each(@ids)) AND to_id IN (SELECT value FROM json_each(@ids))'
    : ''
  yield* db
    .prepare<[{ ids: string | null }], GraphEdgeRow>(
      `SELECT grouped.*, c.quote, c.document_id AS documentId FROM (
         SELECT from_id AS "from", to_id AS "to", relation, count(*) AS places, max(status = 'confirmed') AS isConfirmed,
           max(is_impossible) AS isImpossible, min(citation_id) AS first_citation
         FROM edges WHERE status <> 'rejected' AND from_id <> to_id ${within}
         GROUP BY from_id, relation, to_id
       ) grouped JOIN citations c ON c.id = grouped.first_citation`,
    )
    .iterate({ ids: ids && JSON.stringify(ids) })
}
