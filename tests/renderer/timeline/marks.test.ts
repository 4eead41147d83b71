/** Marks along time: years without gaps, recurring deadlines told once a year, what is past due, months ahead. */
import { describe, expect, it } from 'vitest'
import { isPastDue, marksByYear, monthsAfter, todayHere } from '../../../renderer/features/timeline/marks.ts'
import type { TimelineMark } from '../../../shared/contract/tracing.ts'
import { instrumentOf } from '../instruments.ts'

const mark = (on: string, facts: Partial<TimelineMark> = {}): TimelineMark => ({
  kind: 'issued',
  on,
  instrument: instrumentOf(1),
  years: null,
  doneBy: null,
  evidence: null,
  recurrence: null,
  ...facts,
})

describe('marksByYear', () => {
  it('has every year between the first and the last', () => {
    const years = marksByYear([mark('2018-05-01'), mark('2021-01-01')])
    expect(years.map(({ year, lines }) => [year, lines.length])).toEqual([
      [2018, 1],
      [2019, 0],
      [2020, 0],
      [2021, 1],
    ])
    expect(marksByYear([])).toEqual([])
  })
  it('tells a recurring deadline once a year, others each time', () => {
    const quote = { quote: 'trước ngày 15 hằng tháng', quoteStart: 0, quoteEnd: 24 }
    const evidence = { documentId: 1, start: 5, end: 9, ...quote, page: 1 }
    const monthly = ['2023-01-15', '2023-02-15', '2024-01-15'].map((on) =>
      mark(on, { kind: 'deadline', recurrence: 'month', evidence }),
    )
    const single = ['2023-03-01', '2023-04-01'].map((on) => mark(on, { kind: 'deadline', evidence }))
    const years = marksByYear([...monthly, ...single])
    expect(years.map(({ lines }) => lines.map(({ times }) => times))).toEqual([[2, 1, 1], [1]])
    const keys = years.flatMap(({ lines }) => lines.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('isPastDue', () => {
  it.each([
    ['a deadline that passed', mark('2023-02-25', { kind: 'deadline' }), true],
    ['a deadline today', mark('2023-03-01', { kind: 'deadline' }), false],
    ['a review nobody made', mark('2020-01-01', { kind: 'review_due' }), true],
    ['a review that was made', mark('2020-01-01', { kind: 'review_due', doneBy: instrumentOf(2) }), false],
    ['an act issued', mark('2020-01-01'), false],
  ] as const)('%s', (_, due, expected) => expect(isPastDue(due, '2023-03-01')).toBe(expected))
})

describe('days', () => {
  it.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2023-03-15', -12, '2022-03-15'],
    ['2023-12-31', 60, '2028-12-31'],
  ])('%s and %i months is %s', (day, months, expected) => expect(monthsAfter(day, months)).toBe(expected))
  it('today is the day where the person is', () => {
    expect(todayHere(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})
