/** Lines of a tree in reading order come in, with a filter, an order and what is folded; the lines to draw go out. */
import type { EdgeRelation } from '../../../shared/contract/citation.ts'
import type { Instrument, Level } from '../../../shared/contract/instrument.ts'
import type { TreeLine } from '../../../shared/contract/tracing.ts'
import { LEVEL_ORDER } from '../../../shared/wording/instruments.ts'

/** What narrows a tree; an empty list narrows nothing. Years are of issuing, both included. */
export interface TreeFilter {
  readonly levels: readonly Level[]
  readonly issuers: readonly string[]
  readonly relations: readonly EdgeRelation[]
  readonly from: number | null
  readonly to: number | null
}

/** Nothing narrowed. */
export const emptyFilter: TreeFilter = { levels: [], issuers: [], relations: [], from: null, to: null }

/** The order of brothers and sisters. */
export const TREE_SORTS = ['level', 'oldest', 'newest', 'issuer'] as const
/** @see TREE_SORTS */
export type TreeSort = (typeof TREE_SORTS)[number]

/** A line to draw. `isContext`: it fits no filter itself, but what hangs below it does. */
export interface VisibleLine {
  readonly line: TreeLine
  readonly isContext: boolean
  readonly hasChildren: boolean
  readonly isFolded: boolean
}

/** True when something is narrowed. */
export const isNarrowed = (filter: TreeFilter): boolean =>
  filter.levels.length + filter.issuers.length + filter.relations.length > 0 ||
  filter.from !== null ||
  filter.to !== null

/** Whether a line fits; one without a year fits no span of years. */
export function fitsFilter(line: TreeLine, filter: TreeFilter): boolean {
  const { instrument, relation, year } = line
  const isOf = <T>(values: readonly T[], value: T | null): boolean =>
    values.length === 0 || (value !== null && values.includes(value))
  return (
    isOf(filter.levels, instrument.level) &&
    isOf(filter.issuers, instrument.issuer) &&
    isOf(filter.relations, relation) &&
    (filter.from === null || (year !== null && year >= filter.from)) &&
    (filter.to === null || (year !== null && year <= filter.to))
  )
}

type Compare = (one: Instrument, other: Instrument) => number

const vietnamese = new Intl.Collator('vi', { numeric: true })
const byDate: Compare = (one, other) => (one.issuedOn ?? '9999').localeCompare(other.issuedOn ?? '9999')
const byIssuer: Compare = (one, other) => vietnamese.compare(one.issuer ?? '', other.issuer ?? '')

const COMPARE: Readonly<Record<TreeSort, Compare>> = {
  level: (one, other) =>
    LEVEL_ORDER.indexOf(one.level) - LEVEL_ORDER.indexOf(other.level) ||
    byIssuer(one, other) ||
    byDate(one, other),
  oldest: byDate,
  newest: (one, other) => (other.issuedOn ?? '').localeCompare(one.issuedOn ?? ''),
  issuer: (one, other) => byIssuer(one, other) || byDate(one, other),
}

/**
 * The lines to draw from top to bottom. The root always stands; a line that fits brings its ancestors along, so that it
 * hangs where it belongs. What is folded hides what is below.
 */
export function visibleLines(
  lines: readonly TreeLine[],
  filter: TreeFilter,
  sort: TreeSort,
  folded: ReadonlySet<number>,
): readonly VisibleLine[] {
  const root = lines[0]
  if (root === undefined) return []
  const parents = new Map(lines.map((line) => [line.instrument.id, line.parentId]))
  const kept = new Set<number>([root.instrument.id])
  const fitting = new Set<number>()
  for (const line of lines) {
    if (line !== root && !fitsFilter(line, filter)) continue
    fitting.add(line.instrument.id)
    let id: number | null | undefined = line.instrument.id
    while (id !== null && id !== undefined && (id === line.instrument.id || !kept.has(id))) {
      kept.add(id)
      id = parents.get(id)
    }
  }
  const childrenOf = Map.groupBy(
    lines.filter((line) => line.parentId !== null && kept.has(line.instrument.id)),
    ({ parentId }) => parentId ?? root.instrument.id,
  )
  const drawn: VisibleLine[] = []
  const waiting = [root]
  for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
    const { id } = line.instrument
    const children = childrenOf.get(id) ?? []
    const isFolded = folded.has(id) && children.length > 0
    drawn.push({ line, isContext: !fitting.has(id), hasChildren: children.length > 0, isFolded })
    if (isFolded) continue
    waiting.push(...children.toSorted((a, b) => COMPARE[sort](a.instrument, b.instrument)).reverse())
  }
  return drawn
}

/** Ids of every line that has something below it, for folding all at once. */
export const foldableIds = (lines: readonly TreeLine[]): readonly number[] =>
  lines.filter(({ children }) => children > 0).map(({ instrument }) => instrument.id)

/** What a tree can be narrowed by: levels, issuers, relations and years that occur below the root. */
export function choicesOf(lines: readonly TreeLine[]): {
  readonly levels: readonly Level[]
  readonly issuers: readonly string[]
  readonly relations: readonly EdgeRelation[]
  readonly years: readonly number[]
} {
  const below = lines.slice(1)
  const unique = <T>(values: readonly (T | null)[]): T[] => [
    ...new Set(values.filter((value) => value !== null)),
  ]
  const levels = unique(below.map(({ instrument }) => instrument.level))
  return {
    levels: LEVEL_ORDER.filter((level) => levels.includes(level)),
    issuers: unique(below.map(({ instrument }) => instrument.issuer)).sort(vietnamese.compare),
    relations: unique(below.map(({ relation }) => relation)),
    years: unique(below.map(({ year }) => year)).sort((a, b) => a - b),
  }
}
