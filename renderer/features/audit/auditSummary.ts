/** Items of an audit come in; which of them need a person, and how many of each sort, go out. */
import type { AuditItem } from '../../../shared/contract/tracing.ts'

/** True when something is to be done about a citation: a problem, a doubt, or a number the library never met. */
export const needsLook = ({ state, problems }: AuditItem): boolean =>
  problems.length > 0 || state === 'ambiguous' || state === 'unknown'

/** Counts for the line above the table. */
export interface AuditCounts {
  readonly total: number
  readonly toLook: number
  readonly outOfForce: number
  readonly missing: number
}

/** Sums up an audit. `missing` counts what the library does not hold, met before or not. */
export const countAudit = (items: readonly AuditItem[]): AuditCounts => ({
  total: items.length,
  toLook: items.filter(needsLook).length,
  outOfForce: items.filter(({ problems }) =>
    problems.some((code) => code === 'superseded' || code === 'repealed'),
  ).length,
  missing: items.filter(({ state }) => state === 'missing' || state === 'unknown').length,
})
