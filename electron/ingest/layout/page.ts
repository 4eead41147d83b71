/** The placed text of one page: what a PDF (or a recognised scan) gives the layout pass, in points from the top left. */

/** A run of characters on one baseline. `baseline` grows downwards; `size` is the font's height; all in points. */
export interface PlacedRun {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  /** Its place in the order the file draws in; runs of one column follow each other there. */
  readonly order: number
}

/** A straight rule drawn on the page: horizontal when `top === bottom`, else vertical. */
export interface Rule {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** One page as placed text; `rules` is null where nobody looked for them. */
export interface PlacedPage {
  readonly width: number
  readonly height: number
  readonly runs: readonly PlacedRun[]
  readonly rules: readonly Rule[] | null
}

/** A small raised run met in a line («¹»): `offset` is where it stood in the line's text, which leaves it out. */
export interface RaisedMark {
  readonly offset: number
  readonly text: string
}

/** Runs joined into one line of text. */
export interface Line {
  readonly text: string
  readonly marks: readonly RaisedMark[]
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly runs: readonly PlacedRun[]
}

/** What stands on one baseline, cut at wide gaps, left to right. */
export type Row = readonly Line[]

/** The middle of numbers, 0 for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The value carrying most weight, values rounded to `step` first: the body's font size, its left edge. */
export function commonest(
  values: readonly (readonly [value: number, weight: number])[],
  step: number,
): number {
  const weights = new Map<number, number>()
  for (const [value, weight] of values) {
    const key = Math.round(value / step) * step
    weights.set(key, (weights.get(key) ?? 0) + weight)
  }
  let best = 0
  let most = -1
  for (const [value, weight] of weights) {
    if (weight > most) [best, most] = [value, weight]
  }
  return best
}
