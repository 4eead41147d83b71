/** The counts above an audit: what needs a person, what is out of force, what the library lacks. */
import { describe, expect, it } from 'vitest'
import { countAudit, needsLook } from '../../../renderer/features/audit/auditSummary.ts'
import type { AuditItem, AuditProblem } from '../../../shared/contract/tracing.ts'

const item = (state: AuditItem['state'], problems: readonly AuditProblem[] = []): AuditItem => ({
  citation: {
    start: 0,
    end: 8,
    raw: '25-NQ/TW',
    type: null,
    number: '25',
    symbol: 'NQ/TW',
    year: null,
    date: null,
    issuer: null,
    subject: null,
    relation: 'basis',
    governedBy: null,
    nestedRelation: null,
    relationDetail: null,
    term: null,
    sentence: { start: 0, end: 8 },
    unverified: false,
  },
  page: 1,
  quote: '25-NQ/TW',
  quoteStart: 0,
  quoteEnd: 8,
  state,
  problems: [...problems],
  instrument: null,
  candidates: [],
  changedBy: [],
  suggestion: null,
})

describe('an audit', () => {
  it.each([
    ['held', [], false],
    ['missing', [], false],
    ['self', [], false],
    ['unknown', [], true],
    ['ambiguous', [], true],
    ['held', ['amended'], true],
  ] as const)('%s %j needs a look: %s', (state, problems, expected) =>
    expect(needsLook(item(state, problems))).toBe(expected),
  )

  it('is counted', () => {
    const items = [
      item('held'),
      item('held', ['superseded', 'date_mismatch']),
      item('missing', ['repealed']),
      item('unknown'),
      item('ambiguous'),
    ]
    expect(countAudit(items)).toEqual({ total: 5, toLook: 4, outOfForce: 2, missing: 2 })
  })
})
