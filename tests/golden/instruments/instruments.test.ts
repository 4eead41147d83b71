/** No two acts may ever be merged; mentions of one act must meet. */
import { describe, expect, it } from 'vitest'
import { scoreInstruments } from './score.ts'

describe('instruments of the golden papers', async () => {
  const rows = await scoreInstruments()
  it.each(rows.map((row) => [row.field, row] as const))('%s: every pair', (_, row) => {
    expect(row.misses).toEqual([])
    expect(row.total).toBeGreaterThan(0)
  })
})
