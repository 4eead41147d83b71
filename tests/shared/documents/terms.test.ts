/** Congress terms by day and level: the day a series restarts, and the days on which nobody can tell. */
import { describe, expect, it } from 'vitest'
import { LEVELS } from '../../../shared/contract/instrument.ts'
import { centralTermDays, partyTermOf } from '../../../shared/documents/terms.ts'
import { vocabulary } from '../../golden/vocabulary.ts'

const { terms } = vocabulary

describe('partyTermOf', () => {
  it.each([
    ['2008-07-25', 'X', false],
    ['2013-06-03', 'XI', false],
    ['2016-01-07', 'XI', false],
    ['2016-01-25', 'XI', true],
    ['2019-05-30', 'XII', false],
    ['2021-01-31', 'XIII', true],
    ['2024-06-14', 'XIII', false],
    ['2026-01-22', 'XIII', true],
    ['2026-03-01', 'XIV', false],
  ])('the centre on %s: khóa %s', (date, term, isAmbiguous) => {
    expect(partyTermOf(date, 'central', terms)).toEqual({ term, name: term, isAmbiguous })
  })
  it.each([
    ['2019-10-01', '2015-2020', null],
    ['2021-11-11', '2020-2025', 'XVII'],
    ['2025-09-25', '2025-2030', 'XVIII'],
  ])('Lạng Sơn on %s: %s', (date, term, name) => {
    expect(partyTermOf(date, 'province', terms, 'Lạng Sơn')).toMatchObject({ term, name })
  })
  it('ends district terms with the districts', () => {
    expect(partyTermOf('2025-06-30', 'district', terms)?.term).toBe('2020-2025')
    expect(partyTermOf('2025-07-01', 'district', terms)).toBeNull()
  })
  it('starts commune terms with the new communes', () => {
    expect(partyTermOf('2025-07-01', 'commune', terms)).toMatchObject({
      term: '2025-2030',
      isAmbiguous: true,
    })
  })
  it('is silent before the first known term and for other levels', () => {
    expect(partyTermOf('1900-01-01', 'central', terms)).toBeNull()
    for (const level of LEVELS.filter((each) => each === 'other')) {
      expect(partyTermOf('2020-01-01', level, terms)).toBeNull()
    }
  })
})

describe('centralTermDays', () => {
  it('leaves no gap between terms', () => {
    for (const [index, term] of terms.central.entries()) {
      const next = terms.central[index + 1]
      if (!next || term.to === null) continue
      expect(Date.parse(next.from) - Date.parse(term.to)).toBe(24 * 3600 * 1000)
    }
  })
  it('is null for a khóa that never was', () => {
    expect(centralTermDays('XL', terms)).toBeNull()
  })
})
