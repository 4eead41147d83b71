/** A stretch of text with citations, marks and page starts comes in; out go pieces ready to be drawn in order. */
import type { TextSpan } from './segments.ts'

/** What a stretch can be marked with besides being a citation. */
export type Mark = 'match' | 'currentMatch' | 'focus' | 'warning' | 'doubtful'

/** A marked span. */
export interface Marking extends TextSpan {
  readonly mark: Mark
}

/** Text with one set of marks. */
export interface Run extends TextSpan {
  readonly marks: readonly Mark[]
}

/** Runs that belong to one citation, or to none. `page` is set where a page begins before the piece. */
export interface Piece<C extends TextSpan> {
  readonly citation: C | null
  readonly page: number | null
  readonly runs: readonly Run[]
}

/** Beginnings of pages within the text; `page` counts from 1. */
export interface PageStart {
  readonly start: number
  readonly page: number
}

/**
 * Cuts `span` at every edge of a citation, marking or page. Citations must not overlap one another; markings may
 * overlap anything. Joined in order the runs give `span` again.
 */
export function piecesOf<C extends TextSpan>(
  span: TextSpan,
  citations: readonly C[],
  markings: readonly Marking[],
  pageStarts: readonly PageStart[] = [],
): readonly Piece<C>[] {
  const edges = new Set([span.start, span.end])
  for (const { start, end } of [...citations, ...markings]) {
    if (start > span.start && start < span.end) edges.add(start)
    if (end > span.start && end < span.end) edges.add(end)
  }
  for (const { start } of pageStarts) if (start > span.start && start < span.end) edges.add(start)
  const cuts = [...edges].sort((a, b) => a - b)

  const pieces: { citation: C | null; page: number | null; runs: Run[] }[] = []
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const [start, end] = [cuts[at] ?? 0, cuts[at + 1] ?? 0]
    const citation = citations.find((candidate) => candidate.start <= start && candidate.end >= end) ?? null
    const page = pageStarts.find((candidate) => candidate.start === start)?.page ?? null
    const run = { start, end, marks: marksOf({ start, end }, markings) }
    const last = pieces.at(-1)
    if (last !== undefined && last.citation === citation && page === null) last.runs.push(run)
    else pieces.push({ citation, page, runs: [run] })
  }
  return pieces
}

function marksOf({ start, end }: TextSpan, markings: readonly Marking[]): readonly Mark[] {
  const marks = new Set<Mark>()
  for (const marking of markings) if (marking.start <= start && marking.end >= end) marks.add(marking.mark)
  return [...marks]
}
