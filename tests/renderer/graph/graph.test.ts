/** The graph explorer's facts: joining answers, filters, search within, the map of levels and years, colours. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandMap } from '../../../renderer/features/graph/bandLayout.ts'
import { mixColours } from '../../../renderer/features/graph/colours.ts'
import { emptyFacts, joinFacts, pieceOf } from '../../../renderer/features/graph/graphFacts.ts'
import {
  drawAll,
  filterGraph,
  findInGraph,
  hide,
  showAgain,
  unhideLast,
} from '../../../renderer/features/graph/graphFilter.ts'
import { kindGroupOf } from '../../../renderer/features/graph/kindGroups.ts'
import { LEVELS } from '../../../shared/contract/instrument.ts'
import { edgeBetween as edge, instrumentOf as instrument } from '../instruments.ts'

const FACTS = joinFacts(
  emptyFacts,
  pieceOf({
    nodes: [
      instrument(1, { kind: 'Nghị quyết', issuedOn: '2013-06-03', heldDocumentId: 7, title: 'Dân vận khéo' }),
      instrument(2, { kind: 'Kế hoạch', issuedOn: '2021-11-23' }),
      instrument(3, { kind: 'Báo cáo' }),
    ],
    edges: [edge(2, 1), edge(2, 1, 'basis'), edge(3, 2, 'reviews')],
  }),
)

describe('joinFacts', () => {
  it('joins answers, each edge once, without circles on itself and without unknown ends', () => {
    const joined = joinFacts(
      FACTS,
      pieceOf({
        nodes: [instrument(1), instrument(4)],
        edges: [edge(2, 1), edge(4, 1), edge(4, 4), edge(9, 1)],
      }),
    )
    expect([...joined.nodes.keys()]).toEqual([1, 2, 3, 4])
    expect(joined.nodes.get(1)?.kind).toBe('Nghị quyết')
    expect([...joined.edges.keys()]).toEqual(['2 implements 1', '2 basis 1', '3 reviews 2', '4 implements 1'])
    expect([...joined.degrees]).toEqual([
      [2, 3],
      [1, 3],
      [3, 1],
      [4, 1],
    ])
  })
})

describe('filterGraph', () => {
  const ids = (filter: Partial<typeof drawAll>, rootId: number | null = null) => {
    const visible = filterGraph(FACTS, { ...drawAll, ...filter }, rootId)
    return [[...visible.ids].join(' '), visible.edgeKeys.size]
  }
  it.each([
    [{}, ['1 2 3', 3]],
    [{ hiddenRelations: new Set(['basis'] as const) }, ['1 2 3', 2]],
    [{ hiddenGroups: new Set(['plan'] as const) }, ['1 3', 0]],
    [{ isCitedHidden: true }, ['1', 0]],
    [{ isHeldHidden: true }, ['2 3', 1]],
    [{ hiddenIds: new Set([2]) }, ['1 3', 0]],
    [{ ties: 'tied' }, ['1 2 3', 3]],
    [{ ties: 'alone' }, ['', 0]],
    // An undated instrument fits every span of years.
    [{ from: 2020 }, ['2 3', 1]],
    [{ to: 2015 }, ['1 3', 0]],
  ] as const)('%j', (filter, expected) => expect(ids(filter)).toEqual(expected))
  it('always draws what the picture is about', () => expect(ids({ from: 2020 }, 1)).toEqual(['1 2 3', 3]))
})

describe('instruments without relations', () => {
  const facts = joinFacts(FACTS, { nodes: [instrument(4)], edges: [] })
  it.each([
    ['all', '1 2 3 4'],
    ['tied', '1 2 3'],
    ['alone', '4'],
  ] as const)('%s', (ties, ids) =>
    expect([...filterGraph(facts, { ...drawAll, ties }, null).ids].join(' ')).toBe(ids),
  )
})

describe('hiding', () => {
  const hidden = hide(hide(hide(drawAll, 1), 2), 3)
  it('is taken back in turn, or for one', () => {
    expect([...hidden.hiddenIds]).toEqual([1, 2, 3])
    expect([...unhideLast(hidden).hiddenIds]).toEqual([1, 2])
    expect([...showAgain(hidden, 2).hiddenIds]).toEqual([1, 3])
    expect([...unhideLast(drawAll).hiddenIds]).toEqual([])
  })
})

describe('findInGraph', () => {
  const all = new Set([1, 2, 3])
  it.each([
    ['dan van', [1]],
    ['Dân vận', [1]],
    ['ke hoach 2', [2]],
    ['không có', []],
  ])('%s', (words, found) => expect([...(findInGraph(FACTS, all, words) ?? [])]).toEqual(found))
  it('looks for nothing when nothing is typed', () => expect(findInGraph(FACTS, all, ' ')).toBeNull())
})

describe('bandMap', () => {
  it('gives every instrument a place of its own, levels below one another, years side by side', () => {
    const nodeOf = fc.record({
      level: fc.constantFrom(...LEVELS),
      issuedOn: fc.option(fc.integer({ min: 1990, max: 2026 }).map((year) => `${year}-01-01`)),
    })
    fc.assert(
      fc.property(fc.array(nodeOf, { minLength: 1, maxLength: 300 }), (facts) => {
        const nodes = facts.map((fact, at) => instrument(at + 1, fact))
        const { places } = bandMap(nodes, () => 0)
        expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length)
        for (const one of nodes)
          for (const other of nodes.slice(0, 20)) {
            const [a, b] = [places.get(one.id), places.get(other.id)]
            if (a === undefined || b === undefined) throw new Error('no place')
            if (LEVELS.indexOf(one.level) < LEVELS.indexOf(other.level)) expect(a.y).toBeGreaterThan(b.y)
            if (one.issuedOn !== null && other.issuedOn !== null && one.issuedOn < other.issuedOn)
              expect(a.x).toBeLessThan(b.x)
          }
      }),
      { numRuns: 30 },
    )
  })
})

describe('kinds and colours', () => {
  it.each([
    ['Nghị quyết', 'course'],
    ['KẾT LUẬN', 'course'],
    ['Quyết định', 'rule'],
    ['kế hoạch', 'plan'],
    ['Báo cáo', 'report'],
    ['Công văn', 'other'],
    [null, 'other'],
  ])('%s belongs to %s', (kind, group) => expect(kindGroupOf(kind)).toBe(group))
  it('mixes solid colours', () => {
    expect(mixColours('#ff0000', '#ffffff', 1)).toBe('#ff0000')
    expect(mixColours('#f00', '#ffffff', 0.5)).toBe('#ff8080')
    expect(mixColours('#ff0000', '#ffffff', 0)).toBe('#ffffff')
    expect(mixColours('rgb(255, 0, 0)', '#ffffff', 0.5)).toBe('#ff8080')
  })
})
