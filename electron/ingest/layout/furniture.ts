/** Rows of all pages come in; out come the rows without running headers, running footers and page numbers. */
import type { Row } from './page.ts'

/** Rows of one page and the page's height in points. */
export interface PageRows {
  readonly rows: readonly Row[]
  readonly height: number
}

const EDGE_SHARE = 0.13
const EDGE_ROWS = 3

// «3», «- 3 -», «Trang 3», «Trang 3/12», «Page 3 of 12», «3 | P a g e» is rare enough to leave.
const PAGE_NUMBER = /^(?:trang|page)?\s*[-–—]*\s*(\d{1,4})(?:\s*(?:\/|of)\s*\d{1,4})?\s*[-–—.]*$/iu

interface Edge {
  readonly page: number
  readonly index: number
  readonly zone: 'top' | 'bottom'
  readonly text: string
  readonly baseline: number
}

const textOf = (row: Row): string =>
  row
    .map((line) => line.text)
    .join(' ')
    .trim()

function edgesOf(page: PageRows, number: number): readonly Edge[] {
  return page.rows.flatMap((row, index): Edge[] => {
    const baseline = row[0]?.baseline ?? 0
    const isTop = index < EDGE_ROWS && baseline < page.height * EDGE_SHARE
    const isBottom = index >= page.rows.length - EDGE_ROWS && baseline > page.height * (1 - EDGE_SHARE)
    if (!isTop && !isBottom) return []
    return [{ page: number, index, zone: isTop ? 'top' : 'bottom', text: textOf(row), baseline }]
  })
}

/** A row at the page's edge that comes back on other pages, its digits aside, is furniture. */
function repeated(edges: readonly Edge[], pageCount: number): ReadonlySet<Edge> {
  const groups = new Map<string, Edge[]>()
  for (const edge of edges) {
    const key = `${edge.zone}/${edge.text.replace(/\d+/g, '#').replace(/\s+/g, ' ')}`
    groups.set(key, [...(groups.get(key) ?? []), edge])
  }
  const found = new Set<Edge>()
  for (const group of groups.values()) {
    const pages = new Set(group.map((edge) => edge.page)).size
    if (pages < 2 || (pages < 3 && pages < pageCount * 0.4)) continue
    for (const edge of group) {
      if (group.some((other) => other.page !== edge.page && Math.abs(other.baseline - edge.baseline) < 6)) {
        found.add(edge)
      }
    }
  }
  return found
}

/** Bare numbers at the edge are page numbers when they count with the pages; one alone must be the page's own. */
function pageNumbers(edges: readonly Edge[]): ReadonlySet<Edge> {
  const candidates = edges.flatMap((edge) => {
    const value = PAGE_NUMBER.exec(edge.text)?.[1]
    return value === undefined ? [] : [{ edge, shift: Number(value) - edge.page }]
  })
  return new Set(
    candidates
      .filter(
        ({ edge, shift }) =>
          shift === 1 ||
          (shift === 0 && edge.page > 0) ||
          candidates.some((other) => other.edge.page !== edge.page && other.shift === shift),
      )
      .map(({ edge }) => edge),
  )
}

/** Takes the furniture away. */
export function removeFurniture(pages: readonly PageRows[]): readonly (readonly Row[])[] {
  const edges = pages.flatMap((page, number) => edgesOf(page, number))
  const gone = new Set([...repeated(edges, pages.length), ...pageNumbers(edges)])
  const keys = new Set([...gone].map((edge) => `${edge.page}/${edge.index}`))
  return pages.map((page, number) => page.rows.filter((_, index) => !keys.has(`${number}/${index}`)))
}
