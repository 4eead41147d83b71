/** Sorted offsets of a text and a place in it come in, the stretch that holds the place goes out. */

/** Index of the last of `sorted` that is at most `value`; 0 where all are above it, the list being taken to start at 0. */
export function lastAtOrBelow(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
