/** The accuracy promised for whole documents the reader was not made for, as they are and as other programs write them. */
import { describe, expect, it } from 'vitest'
import { vocabulary } from '../vocabulary.ts'
import { loadBlindCases, scoreCases } from './blind.ts'
import { VARIANTS } from './variants.ts'

/** Share of right readings each field must reach (issue 3, goals). */
const GOALS: Readonly<Record<string, number>> = {
  mention: 0.99,
  type: 0.99,
  number: 0.99,
  date: 0.99,
  issuer: 0.97,
  subject: 0.95,
  relation: 0.93,
  nested: 0.95,
  metadata: 0.97,
}
/** A comma put before a date changes the titles the gold of the metadata quotes. */
const NOT_JUDGED: Readonly<Record<string, readonly string[]>> = { 'commas before dates': ['metadata'] }

const cases = await loadBlindCases()

describe('gold of the whole documents', () => {
  it.each(cases)('$name: every span holds its words', ({ text, gold }) => {
    for (const mention of gold.mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.raw)
  })
})

describe('whole documents', () => {
  it.each(scoreCases(cases, vocabulary))('$field', ({ field, right, total, misses }) => {
    expect(total).toBeGreaterThan(0)
    expect(right / total, misses.join('\n')).toBeGreaterThanOrEqual(GOALS[field] ?? 1)
  })
})

describe.each(VARIANTS)('whole documents, $name', ({ name, make }) => {
  const rows = scoreCases(cases.map(make), vocabulary).filter((row) => !NOT_JUDGED[name]?.includes(row.field))
  it.each(rows)('$field', ({ field, right, total, misses }) => {
    expect(right / total, misses.join('\n')).toBeGreaterThanOrEqual(GOALS[field] ?? 1)
  })
})
