/** Places of instruments: newcomers move nothing, keep apart and stand near what they are tied to; pins hold against forces. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnPart, MOST_EDGES, MOST_NODES } from '../../../renderer/features/graph/drawnPart.ts'
import { createForces } from '../../../renderer/features/graph/forceSteps.ts'
import { emptyFacts, type GraphFacts, joinFacts } from '../../../renderer/features/graph/graphFacts.ts'
import { drawAll, filterGraph } from '../../../renderer/features/graph/graphFilter.ts'
import { extendLayout, layOut } from '../../../renderer/features/graph/layout.ts'
import { instrumentOf as instrument } from '../instruments.ts'

type Pair = readonly [from: number, to: number]

const factsOf = (ids: readonly number[], pairs: readonly Pair[], known = emptyFacts): GraphFacts =>
  joinFacts(known, {
    nodes: ids.map((id) => instrument(id)),
    edges: pairs.map(([from, to]) => ({ from, to, relation: 'implements', state: 'proposed' })),
  })
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)
const distance = (one: { x: number; y: number } | undefined, other: { x: number; y: number } | undefined) => {
  if (one === undefined || other === undefined) throw new Error('no place')
  return Math.hypot(one.x - other.x, one.y - other.y)
}

describe('layOut', () => {
  it('sets instruments without relations below the others', () => {
    const { places } = layOut(factsOf([1, 2, 3, 4], [[2, 1]]))
    const lowestTied = Math.min(places.get(1)?.y ?? 0, places.get(2)?.y ?? 0)
    for (const id of [3, 4]) expect(places.get(id)?.y).toBeLessThan(lowestTied)
  })
  it.each([
    ['nothing', factsOf([], []), 0],
    ['one instrument', factsOf([1], []), 1],
    ['only instruments alone', factsOf([1, 2, 3], []), 3],
  ])('places %s', (_, facts, count) => {
    const { places } = layOut(facts)
    expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(count)
  })
})

describe('extendLayout', () => {
  it('moves nothing and gives newcomers places of their own', () => {
    const shape = fc.record({
      old: fc.integer({ min: 1, max: 40 }),
      added: fc.integer({ min: 1, max: 60 }),
      ties: fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 120 }),
    })
    fc.assert(
      fc.property(shape, ({ old, added, ties }) => {
        const count = old + added
        const pairs = ties.map(([from, to]): Pair => [from % count, to % count])
        const before = factsOf(range(0, old), pairs)
        const layout = layOut(before)
        const after = extendLayout(layout, factsOf(range(old, count), pairs, before))
        for (const [id, place] of layout.places) expect(after.places.get(id)).toEqual(place)
        expect(after.places.size).toBe(count)
        expect(new Set([...after.places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(count)
      }),
      { numRuns: 60 },
    )
  })

  it('sets newcomers around the one they are tied to', () => {
    const before = factsOf(
      [1, 2, 3, 4],
      [
        [2, 1],
        [3, 1],
        [4, 2],
      ],
    )
    const layout = layOut(before)
    const { places } = extendLayout(
      layout,
      factsOf(
        range(10, 16),
        range(10, 16).map((id): Pair => [id, 4]),
        before,
      ),
    )
    for (const id of range(10, 16))
      expect(distance(places.get(id), places.get(4))).toBeLessThan(distance(places.get(id), places.get(1)))
  })

  it('is the same layout when nobody came', () => {
    const facts = factsOf([1, 2], [[1, 2]])
    const layout = layOut(facts)
    expect(extendLayout(layout, facts)).toBe(layout)
  })
})

describe('forces', () => {
  const places = Float64Array.from([0, 0, 10, 0, 0, 10, 10, 10])
  const edges = Uint32Array.from([0, 1, 1, 2, 2, 3])
  const stand = (moved: Float64Array, at: number): boolean =>
    moved[2 * at] === places[2 * at] && moved[2 * at + 1] === places[2 * at + 1]

  it('hold what is pinned and move the rest', () => {
    const forces = createForces({ places, edges, fixed: [1] })
    for (let step = 0; step < 20; step += 1) expect(stand(forces.step(), 1)).toBe(true)
    expect([0, 2, 3].map((at) => stand(forces.step(), at))).toEqual([false, false, false])
  })

  it('take other pins while they work', () => {
    const forces = createForces({ places, edges, fixed: [1] })
    const before = forces.step()
    forces.pin([0])
    const after = forces.step()
    expect([after[0], after[1]]).toEqual([before[0], before[1]])
    expect(stand(after, 1)).toBe(false)
  })
})

describe('drawnPart', () => {
  it('draws all that fits', () => {
    const facts = factsOf([1, 2, 3], [[1, 2]])
    const part = drawnPart(facts, filterGraph(facts, { ...drawAll, hiddenIds: new Set([3]) }, null))
    expect(part).toEqual({ facts, leftNodes: 0, leftEdges: 0 })
  })

  it('draws the most tied of too many, and what a narrower filter leaves', () => {
    const ids = range(0, MOST_NODES + 10)
    const facts = factsOf(ids, [
      [MOST_NODES + 9, MOST_NODES + 8],
      [MOST_NODES + 7, 0],
    ])
    const part = drawnPart(facts, filterGraph(facts, drawAll, null))
    expect([part.facts.nodes.size, part.leftNodes, part.leftEdges]).toEqual([MOST_NODES, 10, 0])
    for (const id of [7, 8, 9]) expect(part.facts.nodes.has(MOST_NODES + id)).toBe(true)
    const tied = drawnPart(facts, filterGraph(facts, { ...drawAll, ties: 'tied' }, null))
    expect([tied.facts.nodes.size, tied.leftNodes]).toEqual([4, 0])
  })

  it('leaves out mentions first', () => {
    const strong = range(1, 101).map((to) => ({ from: 0, to, relation: 'basis', state: 'proposed' }) as const)
    const weak = range(0, MOST_EDGES).map(
      (at) =>
        ({
          from: 101 + Math.floor(at / 400),
          to: 300 + (at % 400),
          relation: 'mentions',
          state: 'proposed',
        }) as const,
    )
    const facts = joinFacts(emptyFacts, {
      nodes: range(0, 800).map((id) => instrument(id)),
      edges: [...weak, ...strong],
    })
    expect(facts.edges.size).toBe(MOST_EDGES + 100)
    const part = drawnPart(facts, filterGraph(facts, drawAll, null))
    expect([part.facts.edges.size, part.leftEdges]).toEqual([MOST_EDGES, 100])
    expect([...part.facts.edges.values()].filter(({ relation }) => relation === 'basis')).toHaveLength(100)
  })
})
