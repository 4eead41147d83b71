/** A stretch of a document and the holes in it come in; its own text, closed up, and the way back to the document go out. */
import type { Span } from '../contract/document.ts'

/** A stretch of a passage that stands unbroken in the document; `length` in UTF-16 units. */
export interface Piece {
  readonly local: number
  readonly source: number
  readonly length: number
}

/** What offsets are taken between: a stretch of the document and the pieces its own text was put together from. */
interface Pieced extends Span {
  readonly pieces: readonly Piece[]
}

/** Index of the last piece that begins at or before an offset. */
function pieceAt(pieces: readonly Piece[], side: 'local' | 'source', offset: number): Piece | undefined {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.[side] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return pieces[low]
}

/** The document's offset of the passage's character at `local`. */
export function sourceOffset(passage: Pieced, local: number): number {
  const piece = pieceAt(passage.pieces, 'local', local)
  if (piece === undefined) return passage.start + local
  return piece.source + Math.min(local - piece.local, piece.length)
}

/** The passage's offset of the document's character at `source`; null where it belongs to a footnote or to nothing. */
export function localOffset(passage: Pieced, source: number): number | null {
  if (source < passage.start || source >= passage.end) return null
  const piece = pieceAt(passage.pieces, 'source', source)
  if (piece === undefined) return source - passage.start
  const inside = source - piece.source
  return inside >= 0 && inside < piece.length ? piece.local + inside : null
}

/** Runs of two spaces or more, and single line breaks. */
const WIDE = /\s{2,}|[\n\t]/g
const HAS_WIDE = /\s{2}|[\n\t]/

/** The passage's own text with wide spaces closed up, and the pieces it was put together from. */
export function closeUp(
  plain: string,
  start: number,
  end: number,
  holes: readonly Span[],
): { text: string; pieces: readonly Piece[] } {
  const whole = plain.slice(start, end)
  if (holes.length === 0 && !HAS_WIDE.test(whole)) return { text: whole, pieces: [] }
  let text = ''
  const pieces: Piece[] = []
  const add = (from: number, to: number) => {
    if (to <= from) return
    pieces.push({ local: text.length, source: from, length: to - from })
    text += plain.slice(from, to)
  }
  const addStretch = (from: number, to: number) => {
    let done = from
    for (const gap of plain.slice(from, to).matchAll(WIDE)) {
      add(done, from + gap.index)
      if (text !== '' && !text.endsWith(' ')) text += ' '
      done = from + gap.index + gap[0].length
    }
    add(done, to)
  }
  let from = start
  for (const hole of holes) {
    addStretch(from, hole.start)
    if (text !== '' && !text.endsWith(' ')) text += ' '
    from = hole.end
  }
  addStretch(from, end)
  return { text, pieces }
}
