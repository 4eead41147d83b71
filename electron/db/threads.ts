/** Instruments in, the edges that lead on from them out: grouped, without quotes, from the indexes alone. */
import type { EdgeRelation } from '../../shared/contract/citation.ts'
import type { Evidence } from '../../shared/contract/instrument.ts'
import type { EdgeStatus } from '../../shared/contract/tracing.ts'
import type { Step } from '../../shared/graph/tree.ts'
import type { ReadHandle } from './handles.ts'
import { statusOf } from './links.ts'
import { EVIDENCE } from './quotes.ts'
import { statement } from './statements.ts'

/** An edge as a walk meets it, its places counted; `firstCitation` is the place to quote. */
export interface ThreadStep extends Step {
  readonly status: EdgeStatus
  readonly places: number
  readonly firstCitation: number
}

interface StepRow {
  readonly near: number
  readonly far: number
  readonly relation: EdgeRelation
  readonly is_impossible: number
  readonly places: number
  readonly confirmed: number
  readonly first_citation: number
}

/**
 * Edges from these instruments, at most `limit`: towards those that act on them (`implementers`) or those they act on
 * (`sources`). Grouping follows the index, so reading stops at the limit.
 */
export function readSteps(
  db: ReadHandle,
  ids: readonly number[],
  direction: 'implementers' | 'sources',
  relations: readonly EdgeRelation[],
  limit: number,
): ThreadStep[] {
  const [near, far] = direction === 'implementers' ? ['to_id', 'from_id'] : ['from_id', 'to_id']
  return statement<[string, string, number], StepRow>(
    db,
    `SELECT ${near} AS near, ${far} AS far, relation, max(is_impossible) AS is_impossible, count(*) AS places,
       sum(status = 'confirmed') AS confirmed, min(citation_id) AS first_citation
     FROM edges
     WHERE ${near} IN (SELECT value FROM json_each(?)) AND relation IN (SELECT value FROM json_each(?))
       AND status <> 'rejected'
     GROUP BY ${near}, relation, ${far} LIMIT ?`,
  )
    .all(JSON.stringify(ids), JSON.stringify(relations), limit)
    .map((row) => ({
      near: row.near,
      far: row.far,
      relation: row.relation,
      isImpossible: row.is_impossible === 1,
      status: statusOf({ places: row.places, confirmed: row.confirmed, rejected: 0 }),
      places: row.places,
      firstCitation: row.first_citation,
    }))
}

/** Instruments one edge away from these, each once; `isImpossible` when the dates forbid every edge that leads there. */
export function readNeighbours(
  db: ReadHandle,
  ids: readonly number[],
  direction: 'implementers' | 'sources',
  relations: readonly EdgeRelation[],
): { id: number; isImpossible: boolean }[] {
  const [near, far] = direction === 'implementers' ? ['to_id', 'from_id'] : ['from_id', 'to_id']
  return statement<[string, string], { id: number; impossible: number }>(
    db,
    `SELECT ${far} AS id, min(is_impossible) AS impossible FROM edges
     WHERE ${near} IN (SELECT value FROM json_each(?)) AND relation IN (SELECT value FROM json_each(?))
       AND status <> 'rejected'
     GROUP BY ${far}`,
  )
    .all(JSON.stringify(ids), JSON.stringify(relations))
    .map(({ id, impossible }) => ({ id, isImpossible: impossible === 1 }))
}

/** A review of an instrument: who reviews it, when, and the place that says so. */
export interface StoredReview extends Evidence {
  readonly instrumentId: number
  readonly reviewedId: number
  readonly on: string | null
  /** The reviewed act's number as it stands in the quote. */
  readonly raw: string
}

/** Reviews (sơ kết, tổng kết, reports) of these instruments. */
export function readReviews(db: ReadHandle, ids: readonly number[]): StoredReview[] {
  return statement<[string], StoredReview>(
    db,
    `SELECT edges.from_id AS instrumentId, edges.to_id AS reviewedId, acting.issued_on AS "on", c.raw, ${EVIDENCE}
     FROM edges JOIN instruments acting ON acting.id = edges.from_id JOIN citations c ON c.id = edges.citation_id
     WHERE edges.to_id IN (SELECT value FROM json_each(?)) AND edges.relation = 'reviews' AND edges.status <> 'rejected'
       AND edges.is_impossible = 0 AND edges.from_id <> edges.to_id`,
  ).all(JSON.stringify(ids))
}
