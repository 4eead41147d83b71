/** Ranks of documents come in; the lowest rank that is still among the best goes out. */

/** Steps that values are counted into; the step at the border is looked at more closely. */
const STEPS = 1024
/** So few values are sorted. */
const FEW = 128

/** Finds the border of the best; keeps its arrays from one question to the next. */
export class RankBorder {
  private values = new Float64Array(0)
  private readonly counts = new Uint32Array(STEPS)

  /** The `count`-th highest rank among the matches; -∞ when there are fewer, dead documents (rank -∞) left out. */
  find(rank: Float64Array, isMatch: Uint8Array, count: number): number {
    if (this.values.length < rank.length) this.values = new Float64Array(rank.length)
    const { values } = this
    let length = 0
    for (let ordinal = 0; ordinal < rank.length; ordinal += 1) {
      const value = rank[ordinal] ?? 0
      if (isMatch[ordinal] === 0 || value < 0) continue
      values[length] = value
      length += 1
    }
    return length < count ? Number.NEGATIVE_INFINITY : this.select(length, count)
  }

  /** The `count`-th highest of the first values; those of other steps than its own are dropped, until few are left. */
  private select(all: number, wanted: number): number {
    const { values, counts } = this
    let length = all
    let count = wanted
    while (length > FEW) {
      let lowest = Number.POSITIVE_INFINITY
      let highest = 0
      for (let at = 0; at < length; at += 1) {
        const value = values[at] ?? 0
        if (value < lowest) lowest = value
        if (value > highest) highest = value
      }
      const scale = (STEPS - 1) / (highest - lowest)
      // All the same, or so near each other that steps between them cannot be told apart.
      if (!Number.isFinite(scale)) return lowest
      counts.fill(0)
      for (let at = 0; at < length; at += 1) {
        const step = (((values[at] ?? 0) - lowest) * scale) | 0
        counts[step] = (counts[step] ?? 0) + 1
      }
      let border = STEPS - 1
      while (border > 0 && (counts[border] ?? 0) < count) {
        count -= counts[border] ?? 0
        border -= 1
      }
      let kept = 0
      for (let at = 0; at < length; at += 1) {
        const value = values[at] ?? 0
        if ((((value - lowest) * scale) | 0) !== border) continue
        values[kept] = value
        kept += 1
      }
      length = kept
    }
    return values.subarray(0, length).sort()[length - count] ?? 0
  }
}
