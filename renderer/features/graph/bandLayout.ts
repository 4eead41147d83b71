/** Instruments come in; places go out on a map of time: a band a level from the centre down, a column a year. */
import type { Level } from '../../../shared/contract/instrument.ts'
import { LEVEL_ORDER } from '../../../shared/wording/instruments.ts'
import type { Point } from '../trace/graphLayout.ts'
import { type FactNode, yearOf } from './graphFacts.ts'

/** Between two circles of one block. */
const CELL = 12
/** Between blocks, in cells. */
const GAP = 3
/** Width to height of the pane a map is drawn in. */
const SCREEN_SHAPE = 1.7
const LONGEST_ROW = 200

/** Where a year or a level stands, for the words at the picture's rim. */
export interface BandMap {
  readonly places: ReadonlyMap<number, Point>
  /** Null is the column of the undated. */
  readonly years: readonly { readonly year: number | null; readonly x: number }[]
  readonly levels: readonly { readonly level: Level; readonly y: number }[]
  readonly top: number
  readonly left: number
}

/** Places thousands in one pass. Inside a block the weightier stand nearer its top; blocks keep apart. */
export function bandMap(nodes: readonly FactNode[], weightOf: (node: FactNode) => number): BandMap {
  const blocks = Map.groupBy(nodes, (node) => `${node.level} ${yearOf(node) ?? ''}`)
  const dated = [...new Set(nodes.map(yearOf).filter((year) => year !== null))].sort((a, b) => a - b)
  const years: readonly (number | null)[] = nodes.some((node) => yearOf(node) === null)
    ? [...dated, null]
    : dated
  const tallest = LEVEL_ORDER.map((level) =>
    Math.max(0, ...years.map((year) => blocks.get(`${level} ${year ?? ''}`)?.length ?? 0)),
  ).filter((length) => length > 0)
  const perRow = bestRowLength(tallest, years.length)
  const columnWidth = (perRow + GAP) * CELL
  const places = new Map<number, Point>()
  const levels: { level: Level; y: number }[] = []
  let y = 0
  for (const level of LEVEL_ORDER) {
    let rows = 0
    years.forEach((year, column) => {
      const block = blocks.get(`${level} ${year ?? ''}`) ?? []
      rows = Math.max(rows, Math.ceil(block.length / perRow))
      block
        .toSorted((a, b) => weightOf(b) - weightOf(a) || a.id - b.id)
        .forEach(({ id }, at) => {
          places.set(id, {
            x: column * columnWidth + (at % perRow) * CELL,
            y: y - Math.floor(at / perRow) * CELL,
          })
        })
    })
    if (rows === 0) continue
    levels.push({ level, y: y - ((rows - 1) * CELL) / 2 })
    y -= (rows + GAP) * CELL
  }
  return {
    places,
    years: years.map((year, column) => ({ year, x: column * columnWidth + ((perRow - 1) * CELL) / 2 })),
    levels,
    top: GAP * CELL,
    left: -GAP * CELL,
  }
}

/** How many circles stand beside one another in a block, so that the whole map has a screen's shape. */
function bestRowLength(tallest: readonly number[], columns: number): number {
  const shapeOf = (perRow: number): number => {
    const height = tallest.reduce((sum, length) => sum + Math.ceil(length / perRow) + GAP, 0)
    return (columns * (perRow + GAP)) / Math.max(1, height)
  }
  const distance = (perRow: number): number => Math.abs(Math.log(shapeOf(perRow) / SCREEN_SHAPE))
  const lengths = Array.from({ length: LONGEST_ROW }, (_, at) => at + 1)
  return lengths.reduce((best, perRow) => (distance(perRow) < distance(best) ? perRow : best), 1)
}
