/** An instrument and a day in, whether it stands on that day and the acts that say so, with their sentences, out. */
import type { ValidityReading } from '../../shared/contract/tracing.ts'
import { judgeForce } from '../../shared/graph/validity.ts'
import { readForceFacts } from '../db/force.ts'
import type { ReadHandle } from '../db/handles.ts'
import { findInstruments } from '../db/instruments.ts'
import { readQuotes } from '../db/quotes.ts'

/** Acts a reading names. A well-known act is continued by hundreds of papers; its page lists them all among its links. */
const REASONS = 20

/** Judges the force on `asAt` (`YYYY-MM-DD`; null: by all that is known). */
export function readValidity(db: ReadHandle, id: number, asAt: string | null): ValidityReading {
  const { validity, since, hasConflict, deciding } = judgeForce(readForceFacts(db, id), asAt)
  const named = deciding.slice(0, REASONS)
  const acting = findInstruments(
    db,
    named.map(({ actingId }) => actingId),
  )
  const quotes = readQuotes(
    db,
    named.map(({ citationId }) => citationId),
  )
  const reasons = named.flatMap(({ relation, detail, isPartial, actingId, status, citationId }) => {
    const instrument = acting.get(actingId)
    const evidence = quotes.get(citationId)
    return instrument && evidence ? [{ relation, detail, isPartial, instrument, status, evidence }] : []
  })
  return { validity, asAt, since, hasConflict, reasons, reasonsTotal: deciding.length }
}
