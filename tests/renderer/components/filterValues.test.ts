/** Filters of a list: choosing and leaving values, their types, and when nothing is filtered any more. */
import { describe, expect, it } from 'vitest'
import { chosenValues, isFiltered, toggleValue } from '../../../renderer/components/filterValues.ts'

describe('filters', () => {
  it('adds a value, then leaves the field out with its last one', () => {
    const one = toggleValue({}, 'kind', 'Kế hoạch')
    const two = toggleValue(one, 'kind', 'Báo cáo')
    expect(two).toEqual({ kind: ['Kế hoạch', 'Báo cáo'] })
    const back = toggleValue(toggleValue(two, 'kind', 'Kế hoạch'), 'kind', 'Báo cáo')
    expect(back).toEqual({})
    expect(isFiltered(back)).toBe(false)
  })

  it('keeps years as numbers and the other fields untouched', () => {
    const filter = toggleValue({ issuer: ['Huyện ủy Chi Lăng'] }, 'year', '2023')
    expect(filter).toEqual({ issuer: ['Huyện ủy Chi Lăng'], year: [2023] })
    expect(chosenValues(filter, 'year')).toEqual(['2023'])
  })

  it.each([
    [{}, false],
    [{ kind: [] }, false],
    [{ needsReview: true }, true],
    [{ from: '2023-01-01' }, true],
    [{ level: ['district' as const] }, true],
  ])('%j narrows: %s', (filter, narrows) => expect(isFiltered(filter)).toBe(narrows))
})
