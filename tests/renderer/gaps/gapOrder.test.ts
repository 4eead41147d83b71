/** Gaps: who did nothing stands first, counts add up, and a pasted list of bodies becomes names. */
import { describe, expect, it } from 'vitest'
import { countStates, gapsFirst, namesOf } from '../../../renderer/features/gaps/gapOrder.ts'
import type { BodyAnswer } from '../../../shared/contract/tracing.ts'

const answer = (name: string, state: BodyAnswer['state']): BodyAnswer => ({
  body: { name, level: 'district', scope: null, series: null },
  state,
  plans: [],
  reports: [],
})

const ANSWERS = [
  answer('a', 'complete'),
  answer('b', 'none'),
  answer('c', 'plan_without_report'),
  answer('d', 'none'),
]

describe('answers of bodies', () => {
  it('stand with the gaps first, the order of the list kept inside a state', () => {
    expect(gapsFirst(ANSWERS).map(({ body }) => body.name)).toEqual(['b', 'd', 'c', 'a'])
  })
  it('are counted by state', () => {
    expect(countStates(ANSWERS)).toEqual({
      none: 2,
      plan_without_report: 1,
      report_without_plan: 0,
      complete: 1,
    })
  })
})

describe('namesOf', () => {
  it.each([
    ['Huyện ủy Bình Gia\nHuyện ủy Chi Lăng', ['Huyện ủy Bình Gia', 'Huyện ủy Chi Lăng']],
    [
      '1. Huyện ủy Bình Gia;\r\n2) Xã Gia Lộc.\n- Thành ủy Lạng Sơn',
      ['Huyện ủy Bình Gia', 'Xã Gia Lộc', 'Thành ủy Lạng Sơn'],
    ],
    ['\n  \n', []],
    ['Xã A\nXã A', ['Xã A']],
    ['Phường 12', ['Phường 12']],
    ['12 Phường', ['12 Phường']],
  ])('%j', (text, names) => expect(namesOf(text)).toEqual(names))
})
