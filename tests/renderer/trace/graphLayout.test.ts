/** Places in a small picture: who is acted on above who acts, and no row as long as all. */
import { describe, expect, it } from 'vitest'
import { placesOf } from '../../../renderer/features/trace/graphLayout.ts'
import { edgeBetween as edge, instrumentOf as instrument } from '../instruments.ts'

const graphOf = (ids: readonly number[], edges: readonly ReturnType<typeof edge>[]) => {
  const nodes = ids.map((id) => instrument(id))
  const root = nodes[0]
  if (root === undefined) throw new Error('a graph has a root')
  return { root, nodes, edges: [...edges] }
}

describe('placesOf', () => {
  it('sets the one acted on above those that act, and no two in one place', () => {
    const ids = Array.from({ length: 60 }, (_, at) => at + 1)
    const places = placesOf(
      graphOf(
        ids,
        ids.slice(1).map((id) => edge(id, 1)),
      ),
    )
    const root = places.get(1)
    for (const id of ids.slice(1))
      expect(root?.y).toBeGreaterThan(places.get(id)?.y ?? Number.POSITIVE_INFINITY)
    expect(new Set([...places.values()].map(({ x, y }) => `${x}:${y}`)).size).toBe(60)
  })

  it('places thousands by level, without a row as long as all of them', () => {
    const nodes = Array.from({ length: 3000 }, (_, at) =>
      instrument(at + 1, { level: at === 0 ? 'central' : 'district' }),
    )
    const places = placesOf({ nodes, edges: [] })
    expect(places.size).toBe(3000)
    const xs = [...places.values()].map(({ x }) => x)
    const ys = [...places.values()].map(({ y }) => y)
    expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(3 * (Math.max(...ys) - Math.min(...ys)))
  })
})
