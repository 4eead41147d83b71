/** The words of a text and those of a query come in; how near each other the text has them goes out. */
import type { Word } from '../../shared/vietnamese/words.ts'

/** So many of the best are looked at. */
const WINDOW = { whole: 20, parts: 40 } as const
/** Full nearness adds this to a score where some document has the run as typed: enough to part those that say the same. */
const WHOLE_SHARE = 0.15
/** Where none has, a word was forgotten or misplaced: then words near each other in any order say most. */
const PARTS_SHARE = 3

/** The words of a document's text; null when it is gone. */
export type TextWords = (document: number) => readonly Word[] | null

/**
 * Raises ranks by how near each other a text has the words typed. `ordinals`: the best first; only the first are looked
 * at. `isWhole`: some document may have all the words side by side as typed.
 */
export function raiseNear(
  ordinals: readonly number[],
  ranks: Map<number, number>,
  keys: readonly string[],
  isWhole: boolean,
  wordsOf: TextWords,
): void {
  for (const ordinal of ordinals.slice(0, isWhole ? WINDOW.whole : WINDOW.parts)) {
    const near = nearness(wordsOf(ordinal) ?? [], keys)
    const added = isWhole ? WHOLE_SHARE * near : PARTS_SHARE * near ** 2
    ranks.set(ordinal, (ranks.get(ordinal) ?? 0) * (1 + added))
  }
}

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
