/** An instrument in, the acts on its force out; and the judgement kept beside it for lists. */
import type { EdgeRelation } from '../../shared/contract/citation.ts'
import type { EdgeStatus } from '../../shared/contract/tracing.ts'
import {
  FORCE_RELATIONS,
  type ForceFact,
  type ForceRelation,
  judgeForce,
  namesPart,
} from '../../shared/graph/validity.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** An act on the force of an instrument; `citationId` is the place that says so. */
export interface StoredForceFact extends ForceFact {
  readonly actingId: number
  readonly status: EdgeStatus
  readonly citationId: number
}

interface ChangeRow {
  readonly relation: Exclude<ForceRelation, 'continues'>
  readonly detail: string | null
  readonly actedOn: string | null
  readonly quote: string
  readonly raw: string
  readonly actingId: number
  readonly status: EdgeStatus
  readonly citationId: number
}

interface ContinuingRow {
  readonly actedOn: string | null
  readonly actingId: number
  readonly confirmed: number
  readonly citationId: number
}

const isOne = (relations: readonly EdgeRelation[]): string =>
  relations.map((relation) => `'${relation}'`).join(', ')
const RELATIONS = isOne(FORCE_RELATIONS)
const CHANGES = isOne(FORCE_RELATIONS.filter((relation) => relation !== 'continues'))

/** Edges that count: nobody rejected them, the dates allow them, and they lead from another act. */
const COUNTED = "status <> 'rejected' AND is_impossible = 0 AND from_id <> to_id"

/** Acts on the force of an instrument, one an acting instrument and relation: a confirmed place before others. */
export function readForceFacts(db: ReadHandle, id: number): StoredForceFact[] {
  return [...readChanges(db, id), ...readContinuing(db, id)]
}

function readChanges(db: ReadHandle, id: number): StoredForceFact[] {
  const rows = statement<[number], ChangeRow>(
    db,
    `SELECT edges.relation, c.relation_detail AS detail, acting.issued_on AS actedOn, c.quote, c.raw, acting.id AS actingId,
       edges.status, c.id AS citationId
     FROM edges JOIN citations c ON c.id = edges.citation_id JOIN instruments acting ON acting.id = edges.from_id
     WHERE edges.to_id = ? AND edges.relation IN (${CHANGES}) AND ${COUNTED}
     ORDER BY edges.status, c.document_id, c.start_offset`,
  ).all(id)
  const facts = new Map<string, StoredForceFact>()
  for (const { quote, raw, ...fact } of rows) {
    const isPartial = namesPart(quote, raw)
    // One place that speaks of the whole act outweighs others that name a part.
    const name = `${fact.actingId}|${fact.relation}`
    const known = facts.get(name)
    if (known && (!known.isPartial || isPartial)) continue
    facts.set(name, { ...fact, isPartial })
  }
  return [...facts.values()]
}

/** Hundreds of papers continue a well-known act, and none of their sentences matters to the judgement: no row but the edge's is read. */
function readContinuing(db: ReadHandle, id: number): StoredForceFact[] {
  return statement<[number], ContinuingRow>(
    db,
    `SELECT acting.issued_on AS actedOn, acting.id AS actingId, max(status = 'confirmed') AS confirmed,
       min(citation_id) AS citationId
     FROM edges JOIN instruments acting ON acting.id = edges.from_id
     WHERE to_id = ? AND relation = 'continues' AND ${COUNTED} GROUP BY from_id`,
  )
    .all(id)
    .map(({ actedOn, actingId, confirmed, citationId }) => ({
      relation: 'continues',
      detail: null,
      actedOn,
      isPartial: false,
      actingId,
      status: confirmed === 1 ? 'confirmed' : 'proposed',
      citationId,
    }))
}

/** Judges again, by all that is known, and keeps the result where lists read it. */
export function refreshForce(db: WriteHandle, instrumentIds: Iterable<number>): void {
  const keep = statement(db, 'UPDATE instruments SET validity = ? WHERE id = ? AND validity <> ?')
  for (const id of instrumentIds) {
    const { validity } = judgeForce(readForceFacts(db, id), null)
    keep.run(validity, id, validity)
  }
}

/** Instruments whose force a document's citations may touch. */
export function readForceTargets(db: ReadHandle, documentId: number): number[] {
  return statement<[number], number>(
    db,
    `SELECT DISTINCT edges.to_id FROM citations c JOIN edges ON edges.citation_id = c.id
     WHERE c.document_id = ? AND edges.relation IN (${RELATIONS})`,
  )
    .pluck()
    .all(documentId)
}
