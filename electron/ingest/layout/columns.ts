/** Rows of a page come in; out come stretches of plain lines and of columns standing side by side, in reading order. */
import { type Line, medianOf, type Row } from './page.ts'
import { type Frame, isCentred } from './paragraphs.ts'
import { lineOf, TOLD_GAP } from './rows.ts'

/** A stretch of a page: lines one under another, or columns to be read one after another. */
export type Stretch =
  | { readonly type: 'lines'; readonly lines: readonly Line[] }
  | { readonly type: 'columns'; readonly columns: readonly (readonly Line[])[]; readonly rowCount: number }

/** A column gap seen once only must be this many font sizes wide; seen in several rows the usual gap is enough. */
const LONE_GAP = 3

interface Gutter {
  readonly left: number
  readonly right: number
}

// The words of a letterhead's right column prove two columns even where the gap is narrow.
const MOTTO = /^(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI)/

// The number under the issuer may stand well below it: «Số 41-KH/BDVTU», «Số: 41/KH-UBND».
const NUMBER_LINE = /^Số[\s:]/

/** Cuts a page's rows into stretches; `frame` is the body's, to know what is centred on the page. */
export function partColumns(rows: readonly Row[], frame: Frame): readonly Stretch[] {
  const stretches: Stretch[] = []
  const plain: Line[] = []
  const flush = (): void => {
    if (plain.length > 0) stretches.push({ type: 'lines', lines: plain.splice(0) })
  }
  let at = 0
  while (at < rows.length) {
    const row = rows[at] ?? []
    const region = row.length > 1 ? growRegion(rows, at, frame) : null
    if (!region) {
      plain.push(joinRow(row))
      at += 1
      continue
    }
    // Rows above that stand wholly at the right belong to the columns: the left one merely starts lower.
    const above: Line[] = []
    while (plain.length > 0 && isRightOf(plain.at(-1), region.gutters) && isCloseAbove(plain.at(-1), row)) {
      const line = plain.pop()
      if (line) above.unshift(line)
    }
    flush()
    const columns = region.columns.map((column, index) =>
      index === region.columns.length - 1 ? [...above, ...column] : column,
    )
    stretches.push({ type: 'columns', columns, rowCount: region.end - at })
    at = region.end
  }
  flush()
  return stretches
}

const joinRow = (row: Row): Line => {
  const [only] = row
  if (row.length === 1 && only) return only
  const joined = lineOf(row.flatMap((line) => line.runs))
  return { ...joined, marks: joinMarks(row, joined) }
}

function joinMarks(row: Row, joined: Line): Line['marks'] {
  let from = 0
  return row.flatMap((line) => {
    const start = joined.text.indexOf(line.text, from)
    from = start + line.text.length
    return line.marks.map((mark) => ({ ...mark, offset: mark.offset + Math.max(0, start) }))
  })
}

const isRightOf = (line: Line | undefined, gutters: readonly Gutter[]): boolean => {
  const last = gutters.at(-1)
  return line !== undefined && last !== undefined && line.left >= last.left
}

const isCloseAbove = (line: Line | undefined, row: Row): boolean =>
  line !== undefined && (row[0]?.baseline ?? 0) - line.baseline < 2.5 * line.size

function guttersOf(row: Row): readonly Gutter[] {
  return row.slice(1).map((line, index) => ({ left: row[index]?.right ?? 0, right: line.left }))
}

/**
 * The gutters a further row leaves open, narrowed where it narrows them; those it crosses are dropped. A cell filled
 * to its edge touches the gutter's far side without crossing it, and then the gutter stays as it was.
 */
function commonGutters(gutters: readonly Gutter[], row: Row, size: number): readonly Gutter[] {
  return gutters.flatMap((gutter) => {
    const before = row.filter((line) => line.right <= gutter.right + 2 && line.left < gutter.left)
    const after = row.filter((line) => line.left >= gutter.left - 2 && line.right > gutter.left)
    if (before.length + after.length < row.length) return []
    const left = Math.max(gutter.left, ...before.map((line) => line.right))
    const right = Math.min(gutter.right, ...after.map((line) => line.left))
    return right - left > 0.5 * size ? [{ left, right }] : [gutter]
  })
}

/**
 * Cuts a row inside a gutter other rows have shown, gap or no gap: a full left cell may touch the right one. There
 * the file's drawing order jumps, since it draws one cell after the other.
 */
function cutAtColumns(row: Row, gutters: readonly Gutter[]): Row {
  return row.flatMap((line) => {
    const at = line.runs.findIndex((run, index) => {
      const previous = line.runs[index - 1]
      if (!previous || Math.abs(run.order - previous.order) <= 2) return false
      return gutters.some((gutter) => run.left > gutter.left - 2 && run.left < gutter.right + 2)
    })
    return at > 0 ? [lineOf(line.runs.slice(0, at)), lineOf(line.runs.slice(at))] : [line]
  })
}

/** Whether a lone line is set on the page's middle and not on a column's: a title under a letterhead. */
function isTitleUnder(line: Line, gutters: readonly Gutter[], frame: Frame, taken: readonly Row[]): boolean {
  // A drawn «-----» under the motto is no title, wherever it stands.
  if (!/\p{L}/u.test(line.text) || !isCentred(line, frame)) return false
  const isInGutter = gutters.some(
    (gutter) => line.left < gutter.right - 0.5 * line.size && line.right > gutter.left + 0.5 * line.size,
  )
  return isInGutter || (isRightOf(line, gutters) && isOffColumn(line, gutters, taken))
}

/** Whether a line at the right stands well off the middle of the right column's lines so far. */
function isOffColumn(line: Line, gutters: readonly Gutter[], taken: readonly Row[]): boolean {
  const last = gutters.at(-1)?.left ?? 0
  const middles = taken.flat().flatMap((one) => (one.left >= last ? [(one.left + one.right) / 2] : []))
  return Math.abs((line.left + line.right) / 2 - medianOf(middles)) > 2 * line.size
}

interface Region {
  readonly end: number
  readonly gutters: readonly Gutter[]
  readonly columns: readonly (readonly Line[])[]
}

function growRegion(rows: readonly Row[], start: number, frame: Frame): Region | null {
  const first = rows[start] ?? []
  let gutters = guttersOf(first)
  const taken: Row[] = [first]
  let evidence = first.some((line) => MOTTO.test(line.text)) ? 1 : 0
  let end = start + 1
  while (end < rows.length) {
    const row = cutAtColumns(rows[end] ?? [], gutters)
    const [line] = row
    if (!line) break
    const isRightOnly = row.length === 1 && isRightOf(line, gutters)
    const distance = (line.baseline - (rows[end - 1]?.at(-1)?.baseline ?? 0)) / line.size
    if (distance > (isRightOnly ? 9 : NUMBER_LINE.test(line.text) ? 9 : row.length > 1 ? 5 : 2.4)) break
    if (row.length === 1 && isTitleUnder(line, gutters, frame, taken)) break
    if (isRightOnly && distance > 2.4 && isOffColumn(line, gutters, taken)) break
    const wasCut = row.length > (rows[end]?.length ?? 0)
    const kept = wasCut ? gutters : commonGutters(gutters, row, line.size)
    if (kept.length === 0) break
    gutters = kept
    if (row.length > 1 || isRightOnly) evidence += 1
    taken.push(row)
    end += 1
  }
  const size = Math.max(...first.map((line) => line.size))
  const widest = Math.max(...gutters.map((gutter) => gutter.right - gutter.left))
  if (widest < (evidence > 0 ? TOLD_GAP : LONE_GAP) * size) return null
  return { end, gutters, columns: fillColumns(taken, gutters) }
}

function fillColumns(rows: readonly Row[], gutters: readonly Gutter[]): readonly (readonly Line[])[] {
  const columns: Line[][] = Array.from({ length: gutters.length + 1 }, () => [])
  for (const row of rows) {
    const perColumn = new Map<number, Line[]>()
    for (const line of row) {
      const index = gutters.filter(
        (gutter) => (gutter.left + gutter.right) / 2 < (line.left + line.right) / 2,
      ).length
      perColumn.set(index, [...(perColumn.get(index) ?? []), line])
    }
    for (const [index, lines] of perColumn) columns[index]?.push(joinRow(lines))
  }
  return columns.map((column) => [...column].sort((one, other) => one.baseline - other.baseline))
}
