/** Holds the reading of citations to its goals on the golden texts. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type CitationRow, loadCases, readCase, scoreCitations } from '../../golden/citations/score.ts'
import { vocabulary } from '../../golden/vocabulary.ts'

/** The goals of the project; the golden set may not fall below them. */
const GOALS: Readonly<Record<string, number>> = {
  mention: 0.99,
  type: 0.99,
  date: 0.99,
  issuer: 0.97,
  subject: 0.95,
  relation: 0.93,
  nested: 0.95,
}

describe('citations of the golden set', () => {
  let rows: readonly CitationRow[] = []
  beforeAll(async () => {
    rows = await scoreCitations()
  })

  it.each(Object.entries(GOALS))('%s is at least %d', (field, goal) => {
    const row = rows.find((each) => each.field === field)
    expect(row?.total).toBeGreaterThan(10)
    expect((row?.right ?? 0) / (row?.total ?? 1), row?.misses.join('\n')).toBeGreaterThanOrEqual(goal)
  })

  it('points every citation at its own text', async () => {
    for (const each of await loadCases()) {
      for (const citation of readCase(each, vocabulary)) {
        expect(each.text.slice(citation.start, citation.end)).toBe(citation.raw)
        expect(citation.sentence.start).toBeLessThanOrEqual(citation.start)
        expect(citation.sentence.end).toBeGreaterThanOrEqual(citation.end)
      }
    }
  })
})
