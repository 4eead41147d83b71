/** An instrument in, the acts on its force out; and the judgement kept beside it for lists. */
import type { EdgeRelation } from '../../shared/contract/citation.ts'
import type { Evidence } from '../../shared/contract/instrument.ts'
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

/** An act on the force of an instrument, with the place that says so. */
export interface StoredForceFact extends ForceFact {
  readonly actingId: number
  readonly status: EdgeStatus
  readonly evidence: Evidence
}

interface ForceRow extends Omit<Evidence, never> {
  readonly relation: ForceRelation
  readonly detail: string | null
  readonly actedOn: string | null
  readonly raw: string
  readonly actingId: number
  readonly status: EdgeStatus
}

const RELATIONS = FORCE_RELATIONS.map((relation: EdgeRelation) => `'${relation}'`).join(', ')

/** Acts on the force of an instrument, one an acting instrument and relation: a confirmed place before others. */
export function readForceFacts(db: ReadHandle, id: number): StoredForceFact[] {
  const rows = statement<[number], ForceRow>(
    db,
    `SELECT edges.relation, c.relation_detail AS detail, acting.issued_on AS actedOn, c.raw, acting.id AS actingId, edges.status,
       c.document_id AS documentId, c.id AS citationId, c.start_offset AS start, c.end_offset AS "end", c.quote, c.page
     FROM edges JOIN citations c ON c.id = edges.citation_id JOIN instruments acting ON acting.id = edges.from_id
     WHERE edges.to_id = ? AND edges.relation IN (${RELATIONS}) AND edges.status <> 'rejected'
       AND edges.is_impossible = 0 AND edges.from_id <> edges.to_id
     ORDER BY edges.status, c.document_id, c.start_offset`,
  ).all(id)
  const facts = new Map<string, StoredForceFact>()
  for (const { relation, detail, actedOn, raw, actingId, status, ...evidence } of rows) {
    const isPartial = relation !== 'continues' && namesPart(evidence.quote, raw)
    // One place that speaks of the whole act outweighs others that name a part.
    const name = `${actingId}|${relation}`
    const known = facts.get(name)
    if (known && (!known.isPartial || isPartial)) continue
    facts.set(name, { relation, detail, actedOn, isPartial, actingId, status, evidence })
  }
  return [...facts.values()]
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
