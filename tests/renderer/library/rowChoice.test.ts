/** Choosing rows: one by one, all, all but some, counted and named for requests. */
import { describe, expect, it } from 'vitest'
import {
  allRows,
  chosenDocuments,
  countChosen,
  isChosen,
  noRows,
  onlyRows,
  type RowChoice,
  toggleRow,
} from '../../../renderer/features/library/rowChoice.ts'

describe('chosen rows', () => {
  it.each<[string, RowChoice, number, number[], object]>([
    ['none', noRows, 0, [], { ids: [] }],
    ['some', onlyRows([3, 5, 3]), 2, [3, 5], { ids: [3, 5] }],
    ['one more', toggleRow(onlyRows([3]), 4), 2, [3, 4], { ids: [3, 4] }],
    ['one less', toggleRow(onlyRows([3, 4]), 3), 1, [4], { ids: [4] }],
    ['all', allRows, 5, [1, 2, 3, 4, 5], { filter: { kind: ['KH'] }, except: [] }],
    ['all but one', toggleRow(allRows, 2), 4, [1, 3, 4, 5], { filter: { kind: ['KH'] }, except: [2] }],
    [
      'all again',
      toggleRow(toggleRow(allRows, 2), 2),
      5,
      [1, 2, 3, 4, 5],
      { filter: { kind: ['KH'] }, except: [] },
    ],
  ])('%s', (_, choice, count, ids, request) => {
    expect(countChosen(choice, 5)).toBe(count)
    expect([1, 2, 3, 4, 5].filter((id) => isChosen(choice, id))).toEqual(ids)
    expect(chosenDocuments(choice, { kind: ['KH'] })).toEqual(request)
  })

  it('leaves the former choice as it was', () => {
    const before = onlyRows([1])
    toggleRow(before, 1)
    expect(isChosen(before, 1)).toBe(true)
    expect(noRows.ids.size).toBe(0)
  })
})
