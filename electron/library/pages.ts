/** An offset of a document's text in, the number of its page out. */
import type { Span } from '../../shared/contract/document.ts'

/** Counts from 1; an offset past the end is on the last page. */
export function pageAt(pages: readonly Span[], offset: number): number {
  const index = pages.findIndex((page) => offset < page.end)
  return index < 0 ? Math.max(pages.length, 1) : index + 1
}
