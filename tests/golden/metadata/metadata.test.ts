/** The accuracy promised for metadata, measured over the golden set. */
import { describe, expect, it } from 'vitest'
import { scoreMetadata } from './score.ts'

/** Share of right readings every field must reach (issue 3, goals). */
const GOAL = 0.97

const rows = await scoreMetadata()

describe('golden metadata', () => {
  it.each(rows)('$field', ({ right, total, misses }) => {
    expect(right / total, misses.join('\n')).toBeGreaterThanOrEqual(GOAL)
  })
})
