/** Conditions are found where they stand, whatever their quotes, and searching inside results keeps what was searched. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findConditions,
  LONGEST_QUERY,
  leaveCondition,
  MOST_CONDITIONS,
  searchInside,
  withoutConditions,
} from '../../../shared/search/conditions.ts'

const valuesOf = (query: string) => findConditions(query).map(({ name, value }) => `${name}=${value}`)
const inside = (query: string) => findConditions(query).filter(({ name }) => name === 'in')

describe('findConditions', () => {
  it.each([
    ['dân vận year:2023..2024', ['year=2023..2024']],
    ['Cites:25-NQ/TW CITEDBY:72-KH/HU', ['cites=25-NQ/TW', 'citedby=72-KH/HU']],
    ['in:"dân vận" kế hoạch', ['in=dân vận']],
    ['in:"""dân vận khéo"" +kind:KH" năm', ['in="dân vận khéo" +kind:KH']],
    ['in:""""', ['in="']],
    ['in:"dân ""vận', ['in=dân "vận']],
    ['in:“dân vận” kế hoạch', ['in=dân vận']],
    ['in:“dân vận', ['in=dân vận']],
    ['in:kind:KH in:+dân_vận', ['in=kind:KH', 'in=+dân_vận']],
    ['in:"một"in:"hai"', ['in=một']],
    ['kế hoạch in:', []],
    ['in:"" dân', []],
    ['in:"   " dân', []],
    ['xin:dân begin:"dân"', []],
    ['year : 2023', []],
    ['', []],
  ])('«%s»: %j', (query, expected) => expect(valuesOf(query)).toEqual(expected))

  it('takes no more of them than are searched', () => {
    expect(findConditions('in:dân '.repeat(30))).toHaveLength(MOST_CONDITIONS)
  })
})

describe('searchInside', () => {
  it.each([
    ['dân vận', 'in:"dân vận" '],
    ['"quy chế dân chủ" +kind:KH', 'in:"""quy chế dân chủ"" +kind:KH" '],
    ['in:"dân vận" kế hoạch', 'in:"dân vận" in:"kế hoạch" '],
    ['kế hoạch in:kind:KH year:2023', 'in:"kind:KH" in:"kế hoạch year:2023" '],
    ['in:"dân vận', null],
    ['in:"dân vận" ', null],
    ['  ', null],
    ['in:a in:b in:c in:d in:e in:f in:g in:h dân', null],
    [`${'dân '.repeat(LONGEST_QUERY / 4)}`, null],
  ])('«%s» → «%s»', (query, expected) => expect(searchInside(query)).toBe(expected))

  const piece = fc.constantFrom(
    'dân',
    'vận',
    '"',
    '""',
    '“',
    '”',
    'in:',
    'in:"',
    'year:2023',
    'title:',
    '+',
    ' ',
    '\n',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  )

  it('keeps the words and what was searched inside of before, on any text', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const before = inside(query).map(({ value }) => value)
        const deeper = searchInside(query)
        const words = withoutConditions(query, inside(query))
        if (words.trim() === '') expect(deeper).toBeNull()
        else if (before.length < MOST_CONDITIONS)
          expect(inside(deeper ?? '').map(({ value }) => value)).toEqual([...before, words])
      }),
      { numRuns: 2000 },
    )
  })

  it('is taken back by leaving it', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const deeper = searchInside(query)
        const last = deeper === null ? undefined : inside(deeper).at(-1)
        if (deeper === null || last === undefined || inside(query).length > 0) return
        expect(leaveCondition(deeper, last)).toBe(withoutConditions(query, []))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('leaveCondition', () => {
  it.each([
    ['in:"dân vận" kế hoạch', 0, 'kế hoạch'],
    ['in:"dân vận" in:"kế hoạch" ', 1, 'in:"dân vận" '],
    ['một in:"dân vận" hai', 0, 'một hai'],
    ['in:"""dân vận"""', 0, '"dân vận"'],
  ])('«%s» without its condition %i: «%s»', (query, at, expected) => {
    const condition = findConditions(query)[at]
    expect(condition && leaveCondition(query, condition)).toBe(expected)
  })
})
