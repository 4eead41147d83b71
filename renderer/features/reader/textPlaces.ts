/** Places on the drawn page come in (the top of the view, a selection); offsets of the stored text go out. */
import type { Chunk, TextSpan } from './segments.ts'

/** The first of `items` whose lower edge lies below `top`; items stand one under the other. */
function firstBelow(items: HTMLCollection, top: number): number {
  let low = 0
  let high = items.length - 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const element = items[middle]
    if (element !== undefined && element.getBoundingClientRect().bottom > top) high = middle
    else low = middle + 1
  }
  return low
}

/** A line this far below the upper edge counts as the one at the top, pixels. */
export const TOP_MARGIN = 24

/** The stored offset of the paragraph at the top of the view. */
export function offsetAtTop(scroller: HTMLElement, page: HTMLElement, chunks: readonly Chunk[]): number {
  const top = scroller.getBoundingClientRect().top + TOP_MARGIN
  const index = firstBelow(page.children, top)
  const element = page.children[index]
  const chunk = chunks[index]
  if (element === undefined || chunk === undefined) return 0
  const paragraph = element.children[firstBelow(element.children, top)]
  const start = paragraph instanceof HTMLElement ? paragraph.dataset.paragraph : undefined
  return start === undefined ? chunk.start : Number(start)
}

/** Attributes that carry a stored offset: of a run, and of a paragraph, which may have no run at all. */
const PLACED = '[data-start], [data-paragraph]'

const placeOf = (element: HTMLElement): number => Number(element.dataset.start ?? element.dataset.paragraph)

/** The stored offset of a point inside the page (a node and an index in it, as the DOM tells selections). */
function offsetOf(node: Node, at: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const around = element?.closest<HTMLElement>(PLACED) ?? null
  if (node.nodeType === Node.TEXT_NODE) return around === null ? null : placeOf(around) + at
  const child = node.childNodes[at]
  if (child instanceof HTMLElement) {
    const first = child.matches(PLACED) ? child : child.querySelector<HTMLElement>(PLACED)
    if (first !== null) return placeOf(first)
  }
  if (child !== undefined || element === null) return around === null ? null : placeOf(around)
  // Behind the last child: the end of the last run inside.
  const last = [...element.querySelectorAll<HTMLElement>(PLACED)].at(-1) ?? around
  return last === null ? null : placeOf(last) + (last.textContent?.length ?? 0)
}

/** The stored offset of a click in the text; null while words are selected or the click was elsewhere. */
export function caretOffset(page: HTMLElement, selection: Selection | null): number | null {
  if (selection === null || !selection.isCollapsed || selection.anchorNode === null) return null
  return page.contains(selection.anchorNode) ? offsetOf(selection.anchorNode, selection.anchorOffset) : null
}

/** How far down the window the line of an offset stands, given the run that holds it. */
export function topOf(run: Element, offset: number): number {
  const start = run instanceof HTMLElement ? Number(run.dataset.start) : Number.NaN
  const text = run.firstChild
  const at = offset - start
  if (text?.nodeType !== Node.TEXT_NODE || !(at >= 0 && at <= (text.nodeValue?.length ?? 0))) {
    return run.getBoundingClientRect().top
  }
  const range = new Range()
  range.setStart(text, at)
  return range.getBoundingClientRect().top
}

/** The stored span of a selection, so that copying gives the text as it is stored; null outside the text. */
export function selectedSpan(page: HTMLElement, selection: Selection | null): TextSpan | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!page.contains(range.startContainer) || !page.contains(range.endContainer)) return null
  const start = offsetOf(range.startContainer, range.startOffset)
  const end = offsetOf(range.endContainer, range.endOffset)
  return start === null || end === null || end <= start ? null : { start, end }
}
