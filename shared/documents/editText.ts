/** A text with its layout and an edit come in; the same text edited, every span moved along, goes out. */
import type { Span } from '../contract/document.ts'
import type { SourceText } from './sourceText.ts'

/** `replacement` takes the place of [start, end), UTF-16 offsets of the text before the edit. */
export interface TextEdit extends Span {
  readonly replacement: string
}

/**
 * Edits a text by hand. Pages and blocks around the edit grow or shrink with it; warnings about the words replaced and
 * the recognised words themselves are gone, for a person has read them. Line ends may not be added or removed.
 */
export function editText(source: SourceText, edit: TextEdit): SourceText {
  const { start, end, replacement } = edit
  const by = replacement.length - (end - start)
  const move = <T extends Span>(span: T): T => ({
    ...span,
    start: span.start >= end && span.start > start ? span.start + by : span.start,
    end: span.end >= end ? span.end + by : span.end,
  })
  const isUntouched = (span: Span): boolean => span.end <= start || span.start >= end
  return {
    ...source,
    text: source.text.slice(0, start) + replacement + source.text.slice(end),
    pages: source.pages.map((page, index) =>
      // A word put in just where a page begins is on that page.
      page.start === start && index > 0 ? { start, end: move(page).end } : move(page),
    ),
    blocks: source.blocks.map((block) => {
      const moved = move(block)
      const { noteFor } = block
      return noteFor !== undefined && noteFor >= end ? { ...moved, noteFor: noteFor + by } : moved
    }),
    warnings: source.warnings.filter(isUntouched).map((warning) => moveWhole(warning, start, end, by)),
    ...(source.recognised && {
      recognised: source.recognised.map((page) => ({
        ...page,
        words: page.words.filter(isUntouched).map((word) => moveWhole(word, start, end, by)),
      })),
    }),
    ...(source.converted && {
      // What a person wrote or chose there is no longer doubtful.
      converted: source.converted.map((piece) => {
        if (isUntouched(piece)) return move(piece)
        const { isDoubtful: _, ...rest } = move(piece)
        return rest
      }),
    }),
  }
}

/** A span wholly before or wholly behind the edit. */
const moveWhole = <T extends Span>(span: T, start: number, end: number, by: number): T =>
  span.start >= end && span.end > start ? { ...span, start: span.start + by, end: span.end + by } : span

/** True when the edit keeps to one line: lines, list numbers and pages are the layout's, not the reader's. */
export const keepsLines = (text: string, { start, end, replacement }: TextEdit): boolean =>
  start < end && end <= text.length && !/\n/.test(text.slice(start, end)) && !/[\n\r]/.test(replacement)
