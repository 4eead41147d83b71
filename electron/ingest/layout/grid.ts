/** Rules drawn on a page and its rows come in; ruled tables with the text of their cells go out. */
import type { FlowCell, FlowElement } from '../flow.ts'
import { isLayoutTable } from '../tables.ts'
import type { PlacedRun, Rule } from './page.ts'
import { joinLines } from './paragraphs.ts'
import { gatherRows } from './rows.ts'

/** A ruled table: where it stands and what its cells hold. */
export interface Grid {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  readonly rules: readonly Rule[]
}

const TOUCH = 3

const isVertical = (rule: Rule): boolean => rule.bottom - rule.top > rule.right - rule.left

const touches = (one: Rule, other: Rule): boolean =>
  one.left - TOUCH <= other.right &&
  other.left - TOUCH <= one.right &&
  one.top - TOUCH <= other.bottom &&
  other.top - TOUCH <= one.bottom

/** Sorted positions, those within 3 points taken as one: borders are drawn cell by cell and meet inexactly. */
function positions(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted.filter((value, index) => index === 0 || value - (sorted[index - 1] ?? 0) > TOUCH)
}

/** Groups rules that touch into grids; a grid has at least two columns and two horizontal rules. */
export function findGrids(rules: readonly Rule[]): readonly Grid[] {
  const groups: Rule[][] = []
  // A page of drawings may hold 100,000 strokes; a table of 2,000 cells holds some 8,000.
  for (const rule of rules.slice(0, 10_000)) {
    const touched = groups.filter((group) => group.some((other) => touches(rule, other)))
    const merged = [rule, ...touched.flat()]
    for (const group of touched) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.flatMap((group) => {
    const columns = positions(group.filter(isVertical).map((rule) => (rule.left + rule.right) / 2))
    const rows = positions(
      group.filter((rule) => !isVertical(rule)).map((rule) => (rule.top + rule.bottom) / 2),
    )
    if (columns.length < 3 || rows.length < 2) return []
    return [
      {
        top: rows[0] ?? 0,
        bottom: rows.at(-1) ?? 0,
        left: columns[0] ?? 0,
        right: columns.at(-1) ?? 0,
        columns,
        rows,
        rules: group,
      },
    ]
  })
}

/** Whether a run stands inside a grid. */
export function isInside(run: PlacedRun, grid: Grid): boolean {
  const middle = run.baseline - run.size * 0.3
  return middle > grid.top && middle < grid.bottom && run.left > grid.left - TOUCH && run.left < grid.right
}

const lastBelow = (edges: readonly number[], value: number): number =>
  Math.max(0, edges.filter((edge) => edge <= value).length - 1)

/** Whether a rule parts two neighbouring cells; merged cells have none between them. */
function isParted(grid: Grid, at: number, across: number, direction: 'vertical' | 'horizontal'): boolean {
  return grid.rules.some((rule) =>
    direction === 'vertical'
      ? isVertical(rule) &&
        Math.abs((rule.left + rule.right) / 2 - at) <= TOUCH &&
        rule.top <= across &&
        rule.bottom >= across
      : !isVertical(rule) &&
        Math.abs((rule.top + rule.bottom) / 2 - at) <= TOUCH &&
        rule.left <= across &&
        rule.right >= across,
  )
}

/** Fills a grid's cells with its runs and gives the table. */
export function readGrid(grid: Grid, runs: readonly PlacedRun[]): FlowElement {
  const cells = new Map<string, PlacedRun[]>()
  for (const run of runs) {
    let column = Math.min(lastBelow(grid.columns, run.left + TOUCH), grid.columns.length - 2)
    let row = Math.min(lastBelow(grid.rows, run.baseline - run.size * 0.3), grid.rows.length - 2)
    const across = ((grid.rows[row] ?? 0) + (grid.rows[row + 1] ?? 0)) / 2
    while (column > 0 && !isParted(grid, grid.columns[column] ?? 0, across, 'vertical')) column -= 1
    const down = ((grid.columns[column] ?? 0) + (grid.columns[column + 1] ?? 0)) / 2
    while (row > 0 && !isParted(grid, grid.rows[row] ?? 0, down, 'horizontal')) row -= 1
    const key = `${row}/${column}`
    cells.set(key, [...(cells.get(key) ?? []), run])
  }
  const rows = grid.rows.slice(1).map((_, row): readonly FlowCell[] =>
    grid.columns.slice(1).map((right, column) => {
      const lines = gatherRows(cells.get(`${row}/${column}`) ?? []).flat()
      const frame = {
        left: Math.min(...lines.map((line) => line.left)),
        right: right - 5,
      }
      const placed = lines.map((line) => ({ line, page: 0, notes: [] }))
      return { column, content: lines.length === 0 ? [] : joinLines(placed, frame) }
    }),
  )
  return { type: 'table', isLayout: isLayoutTable(rows, true), rows }
}
