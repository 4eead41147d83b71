/** Cells come in, a line of CSV (RFC 4180) that Excel opens as it is and never runs goes out. */

/** A value of a table. */
export type Cell = string | number | boolean | null

/** Tells Excel the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** What a spreadsheet would take for a formula: «=1+1», «+84…», «-KH», «@SUM», and a tab or line break before one. */
const FORMULA = /^[=+\-@\t\r\n]/
const NEEDS_QUOTES = /[",;\r\n]|^\s|\s$/ // Kế hoạch, về …

/** One line with its end. Text that would run as a formula gets an apostrophe before it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
