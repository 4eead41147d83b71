/** A stored text with its layout comes in; out go paragraphs, and chunks of them small enough to draw one at a time. */
import type { DocumentBlock } from '../../../shared/contract/views.ts'

/** A stretch of the stored text: UTF-16 code units, `end` exclusive. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** One line of the stored text without its line end. `cells` are the cells of a data table's row, else empty. */
export interface Paragraph extends TextSpan {
  readonly kind: DocumentBlock['kind']
  readonly isBold: boolean
  readonly isCentred: boolean
  readonly cells: readonly TextSpan[]
}

/** Neighbouring paragraphs drawn together; `end` reaches past the last line end, so chunks cover the text. */
export interface Chunk extends TextSpan {
  readonly paragraphs: readonly Paragraph[]
}

/** About two screens of text: few enough elements to draw within a frame. */
const CHUNK_LENGTH = 6000

/** The paragraphs of a text. Blocks must be in order of `start`; lines outside every block are plain paragraphs. */
export function paragraphsOf(text: string, blocks: readonly DocumentBlock[] = []): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  let blockAt = 0
  let start = 0
  while (start <= text.length) {
    const lineEnd = text.indexOf('\n', start)
    const end = lineEnd === -1 ? text.length : lineEnd
    while ((blocks[blockAt]?.end ?? Number.POSITIVE_INFINITY) <= start) blockAt += 1
    const inLine: DocumentBlock[] = []
    for (let at = blockAt; at < blocks.length; at += 1) {
      const block = blocks[at]
      if (block === undefined || block.start >= Math.max(end, start + 1)) break
      inLine.push(block)
    }
    paragraphs.push(paragraphOf({ start, end }, inLine))
    if (lineEnd === -1) break
    start = end + 1
  }
  return paragraphs
}

function paragraphOf({ start, end }: TextSpan, blocks: readonly DocumentBlock[]): Paragraph {
  const block = blocks[0]
  const cells = blocks
    .filter(({ kind }) => kind === 'tableCell')
    .map((cell) => ({ start: Math.max(start, cell.start), end: Math.min(end, cell.end) }))
  return {
    start,
    end,
    kind: block?.kind ?? 'paragraph',
    isBold: block?.isBold ?? false,
    isCentred: block?.isCentred ?? false,
    cells: cells.length > 1 ? cells : [],
  }
}

/** Chunks of at most about `length` characters, never splitting a paragraph. */
export function chunksOf(paragraphs: readonly Paragraph[], length = CHUNK_LENGTH): readonly Chunk[] {
  const chunks: Chunk[] = []
  let current: Paragraph[] = []
  const close = (): void => {
    const [first, last] = [current[0], current.at(-1)]
    if (first !== undefined && last !== undefined) {
      chunks.push({ start: first.start, end: last.end + 1, paragraphs: current })
    }
    current = []
  }
  for (const paragraph of paragraphs) {
    const first = current[0]
    if (first !== undefined && paragraph.end - first.start > length) close()
    current.push(paragraph)
  }
  close()
  return chunks
}

/** The index of the last item that starts at or before `offset`, 0 when none does. Items are in order of `start`. */
export function lastStartingBy(items: readonly { readonly start: number }[], offset: number): number {
  let low = 0
  let high = items.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((items[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Items that overlap a span; items are in order of `start` and do not overlap one another. */
export function overlapping<T extends TextSpan>(items: readonly T[], span: TextSpan): readonly T[] {
  const found: T[] = []
  for (let at = lastStartingBy(items, span.start); at < items.length; at += 1) {
    const item = items[at]
    if (item === undefined || item.start >= span.end) break
    if (item.end > span.start) found.push(item)
  }
  return found
}

/** The index of the first citation at or below the top of the view, null when none is left. */
export function citationAt(citations: readonly TextSpan[], offset: number): number | null {
  if (citations.length === 0) return null
  const index = lastStartingBy(citations, offset)
  const isAbove = (citations[index]?.start ?? 0) < offset
  const found = isAbove ? index + 1 : index
  return found < citations.length ? found : null
}
