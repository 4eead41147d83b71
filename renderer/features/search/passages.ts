/** A text, its pages and its matches come in; short passages around the matches go out, near ones joined. */

/** A stretch of the text with its matches, offsets of which count in `text`. */
export interface Passage {
  readonly start: number
  readonly text: string
  readonly matches: readonly (readonly [number, number])[]
  readonly firstMatch: number
  readonly page: number
}

/** Text shown before and behind a match, UTF-16 units. */
const AROUND = 60
const WORD_EDGE = /\s/

/** Passages in order. `matches` are spans of the text, in order. */
export function passagesOf(
  text: string,
  pages: readonly { readonly start: number; readonly end: number }[],
  matches: readonly (readonly [number, number])[],
): readonly Passage[] {
  const groups: { start: number; end: number; first: number; last: number }[] = []
  for (const [index, [start, end]] of matches.entries()) {
    const last = groups.at(-1)
    if (last !== undefined && start - AROUND <= last.end) {
      last.end = end + AROUND
      last.last = index
    } else groups.push({ start: start - AROUND, end: end + AROUND, first: index, last: index })
  }
  return groups.map(({ start, end, first, last }) => {
    const from = atWordEdge(text, Math.max(0, start), 1)
    const to = atWordEdge(text, Math.min(text.length, end), -1)
    const at = matches[first]?.[0] ?? from
    const page = pages.findIndex((each) => at < each.end)
    return {
      start: from,
      text: text.slice(from, to),
      matches: matches.slice(first, last + 1).map(([a, b]) => [a - from, b - from] as const),
      firstMatch: first,
      page: page < 0 ? Math.max(1, pages.length) : page + 1,
    }
  })
}

/** The nearest edge of a word within the margin, so that no passage begins or ends inside one. */
function atWordEdge(text: string, offset: number, step: 1 | -1): number {
  if (offset === 0 || offset === text.length) return offset
  for (let moved = 0; moved < AROUND / 2; moved += 1) {
    const at = offset + moved * step
    if (WORD_EDGE.test(text.charAt(step === 1 ? at - 1 : at))) return at
  }
  return offset
}
