/** The lines of a tree that are drawn: filters with their ancestors, orders, folding, and the picture beside it. */
import { describe, expect, it } from 'vitest'
import { treeGraph } from '../../../renderer/features/tree/treeGraph.ts'
import {
  choicesOf,
  emptyFilter,
  foldableIds,
  isNarrowed,
  type TreeFilter,
  type TreeSort,
  visibleLines,
} from '../../../renderer/features/tree/treeLines.ts'
import { treeLineOf as line } from '../instruments.ts'

/** 1 at the centre; province 2 with districts 3 and 4 below it; province 5; the undated commune 6 under 4. */
const LINES = [
  line(1, null, { level: 'central', issuedOn: '2013-06-03' }, { children: 2 }),
  line(2, 1, { level: 'province', issuedOn: '2014-01-01', issuer: 'Tỉnh ủy Lạng Sơn' }, { children: 2 }),
  line(3, 2, { level: 'district', issuedOn: '2021-05-01', issuer: 'Huyện ủy Chi Lăng' }, { depth: 2 }),
  line(
    4,
    2,
    { level: 'district', issuedOn: '2019-05-01', issuer: 'Huyện ủy Đình Lập' },
    { depth: 2, relation: 'reviews', children: 1 },
  ),
  line(6, 4, { level: 'commune' }, { depth: 3 }),
  line(5, 1, { level: 'province', issuedOn: '2020-01-01', issuer: 'Ban Dân vận Tỉnh ủy Lạng Sơn' }),
]

const draw = (filter: Partial<TreeFilter> = {}, sort: TreeSort = 'level', folded: readonly number[] = []) =>
  visibleLines(LINES, { ...emptyFilter, ...filter }, sort, new Set(folded))
    .map(({ line: { instrument }, isContext }) => `${instrument.id}${isContext ? '*' : ''}`)
    .join(' ')

describe('visibleLines', () => {
  it.each([
    ['everything, by level, issuer and date', {}, 'level', '1 5 2 3 4 6'],
    ['oldest first', {}, 'oldest', '1 2 4 6 3 5'],
    ['newest first', {}, 'newest', '1 5 2 3 4 6'],
    ['by issuer, đ after d', {}, 'issuer', '1 5 2 3 4 6'],
    ['a level brings its ancestors', { levels: ['district'] }, 'level', '1 2* 3 4'],
    ['a deep line brings all its ancestors', { levels: ['commune'] }, 'level', '1 2* 4* 6'],
    ['a relation', { relations: ['reviews'] }, 'level', '1 2* 4'],
    ['an issuer', { issuers: ['Huyện ủy Chi Lăng'] }, 'level', '1 2* 3'],
    ['years, both included; the undated left out', { from: 2019, to: 2020 }, 'level', '1 5 2* 4'],
    ['nothing fits: the root stands', { from: 2050 }, 'level', '1'],
  ] as const)('%s', (_, filter, sort, expected) => {
    expect(draw(filter, sort)).toBe(expected)
  })

  it('hides what is folded, also under a filter', () => {
    expect(draw({}, 'level', [2])).toBe('1 5 2')
    expect(draw({ levels: ['commune'] }, 'level', [2])).toBe('1 2*')
  })

  it('draws nothing of nothing', () => {
    expect(visibleLines([], emptyFilter, 'level', new Set())).toEqual([])
  })
})

describe('choices of a tree', () => {
  it('are what occurs below the root, levels from the centre down', () => {
    expect(choicesOf(LINES)).toMatchObject({
      levels: ['province', 'district', 'commune'],
      relations: ['implements', 'reviews'],
      years: [2014, 2019, 2020, 2021],
    })
  })
  it('know what can be folded and what is narrowed', () => {
    expect(foldableIds(LINES)).toEqual([1, 2, 4])
    expect(isNarrowed(emptyFilter)).toBe(false)
    expect(isNarrowed({ ...emptyFilter, to: 2020 })).toBe(true)
  })
})

describe('treeGraph', () => {
  it('draws each line’s edge and the other ways to it, pointing from the one that acts', () => {
    const lines = [
      line(1, null),
      line(2, 1),
      line(3, 1, {}, { alsoUnder: [{ parentId: 2, relation: 'basis', isCycle: false }] }),
    ]
    const ends = (direction: 'implementers' | 'sources') =>
      treeGraph(lines, direction)?.edges.map(({ from, to, relation }) => `${from} ${relation} ${to}`)
    expect(ends('implementers')).toEqual(['2 implements 1', '3 implements 1', '3 basis 2'])
    expect(ends('sources')).toEqual(['1 implements 2', '1 implements 3', '2 basis 3'])
  })
  it('leaves out ways from what is not drawn', () => {
    const lines = [
      line(1, null),
      line(3, 1, {}, { alsoUnder: [{ parentId: 9, relation: 'basis', isCycle: false }] }),
    ]
    expect(treeGraph(lines, 'implementers')?.edges).toHaveLength(1)
    expect(treeGraph([], 'implementers')).toBeNull()
  })
})
