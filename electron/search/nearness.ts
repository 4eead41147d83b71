/** The words of a text and those of a query come in; how near each other the text has them goes out. */
import type { Word } from '../../shared/vietnamese/words.ts'

/** What full nearness adds to a score: enough to part documents that say the same words, not to lift poor ones. */
export const NEARNESS_SHARE = 0.15

/**
 * 1 where all the words stand side by side, towards 0 the farther apart they are or the fewer there are: the share of
 * the words found, times how tightly the smallest stretch that holds them all is filled. `keys` are distinct.
 */
export function nearness(words: readonly Word[], keys: readonly string[]): number {
  if (keys.length < 2) return 0
  const wanted = new Map(keys.map((key, place) => [key, place]))
  const places: number[] = []
  const positions: number[] = []
  for (let index = 0; index < words.length; index += 1) {
    const place = wanted.get(words[index]?.key ?? '')
    if (place === undefined) continue
    places.push(place)
    positions.push(index)
  }
  const found = new Set(places).size
  if (found < 2) return 0
  return (found / keys.length) * (found / smallestStretch(places, positions, found, keys.length))
}

/** Words in the smallest stretch that holds `found` different ones. */
function smallestStretch(
  places: readonly number[],
  positions: readonly number[],
  found: number,
  size: number,
): number {
  const inside = new Uint32Array(size)
  let different = 0
  let smallest = Number.POSITIVE_INFINITY
  let from = 0
  for (let to = 0; to < places.length; to += 1) {
    const place = places[to] ?? 0
    if (inside[place] === 0) different += 1
    inside[place] = (inside[place] ?? 0) + 1
    while (different === found) {
      smallest = Math.min(smallest, (positions[to] ?? 0) - (positions[from] ?? 0) + 1)
      const left = places[from] ?? 0
      inside[left] = (inside[left] ?? 0) - 1
      if (inside[left] === 0) different -= 1
      from += 1
    }
  }
  return smallest
}
