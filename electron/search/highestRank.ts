/** Ranks of documents come in; the lowest rank that is still among the best goes out. */

/** The `count`-th highest rank among the matches, by a heap whose root is the lowest one kept; -∞ when there are fewer. */
export function highestRank(rank: Float64Array, isMatch: Uint8Array, count: number, size: number): number {
  const heap = new Float64Array(count)
  let filled = 0
  let lowest = 0
  for (let ordinal = 0; ordinal < size; ordinal += 1) {
    if (isMatch[ordinal] === 0) continue
    const value = rank[ordinal] ?? 0
    if (filled < count) {
      heap[filled++] = value
      if (filled === count) lowest = heap.sort()[0] ?? 0
    } else if (value > lowest) {
      heap[0] = value
      sink(heap)
      lowest = heap[0] ?? 0
    }
  }
  return filled < count ? Number.NEGATIVE_INFINITY : (heap[0] ?? 0)
}

function sink(heap: Float64Array): void {
  let at = 0
  for (;;) {
    const left = at * 2 + 1
    if (left >= heap.length) return
    const right = left + 1
    const child = right < heap.length && (heap[right] ?? 0) < (heap[left] ?? 0) ? right : left
    if ((heap[at] ?? 0) <= (heap[child] ?? 0)) return
    const value = heap[at] ?? 0
    heap[at] = heap[child] ?? 0
    heap[child] = value
    at = child
  }
}
