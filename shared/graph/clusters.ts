/** Dated facts of a family in, one cluster an instrument out. */
import { canBeOneDate } from './dates.ts'
import type { FamilyFact } from './facts.ts'
import { titleLikeness } from './titles.ts'

/** Gives the numbering term a date falls in («XI», «2013»), so that a number is unique inside it; null when unsure. */
export type TermOf = (fact: Pick<FamilyFact, 'level' | 'system' | 'scope'>, date: string) => string | null

/** Facts taken to speak of one instrument. */
export interface Cluster {
  readonly scope: string | null
  /** Set for acts whose kind is part of their identity (laws and resolutions of the Assembly count apart). */
  readonly kind: string | null
  readonly dates: ReadonlySet<string>
  readonly year: number | null
  /** Numbering term, from khóa words or from the dates. */
  readonly term: string | null
  readonly facts: FamilyFact[]
}

/** Titles less alike than this are taken for two acts even where the dates could be slips of one another. */
const DIFFERENT_TITLES = 0.34

/** Law and resolution of the National Assembly share a shape but count apart, so the kind is part of the key. */
const COUNTS_BY_KIND = /^(?:UBTV)?QH\d*$/ // QH15

/** True when the kind must be known to tell two acts of this family apart. */
export const countsByKind = (symbol: string): boolean => COUNTS_BY_KIND.test(symbol)

/** Clusters facts that carry a year in the number: number and year name one act of a scope whatever date is cited. */
export function clusterByYear(facts: readonly FamilyFact[]): Cluster[] {
  const clusters = new Map<string, Cluster>()
  for (const fact of facts) {
    const kind = countsByKind(fact.symbol) ? fact.kind : null
    const name = `${fact.scope ?? ''}|${kind ?? ''}`
    const cluster = clusters.get(name) ?? emptyCluster(fact.scope, kind, fact.year, null)
    clusters.set(name, { ...cluster, dates: withDate(cluster.dates, fact.date) })
    cluster.facts.push(fact)
  }
  return [...clusters.values()]
}

/** Clusters dated facts of one scope: one cluster a day, days joined where they are slips inside one term. */
export function clusterByDate(facts: readonly FamilyFact[], termOf: TermOf): Cluster[] {
  const days = new Map<string, FamilyFact[]>()
  for (const fact of facts) {
    if (fact.date) days.set(fact.date, [...(days.get(fact.date) ?? []), fact])
  }
  const dates = [...days.keys()].sort()
  const groupOf = new Map(dates.map((date) => [date, date]))
  const root = (date: string): string => {
    const up = groupOf.get(date) ?? date
    return up === date ? date : root(up)
  }
  for (const [index, date] of dates.entries()) {
    for (const later of dates.slice(index + 1)) {
      if (isOneAct(days.get(date) ?? [], days.get(later) ?? [], date, later, termOf))
        groupOf.set(root(later), root(date))
    }
  }
  const groups = new Map<string, FamilyFact[]>()
  for (const date of dates)
    groups.set(root(date), [...(groups.get(root(date)) ?? []), ...(days.get(date) ?? [])])
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first?.date) return []
    const term = firstSorted(group.map((fact) => fact.term)) ?? termOf(first, first.date)
    return [
      {
        ...emptyCluster(first.scope, null, null, term),
        dates: new Set(group.flatMap((fact) => fact.date ?? [])),
        facts: group,
      },
    ]
  })
}

/** A cluster with nothing in it yet. */
export function emptyCluster(
  scope: string | null,
  kind: string | null,
  year: number | null,
  term: string | null,
): Cluster {
  return { scope, kind, year, term, dates: new Set(), facts: [] }
}

function isOneAct(
  one: readonly FamilyFact[],
  other: readonly FamilyFact[],
  date: string,
  otherDate: string,
  termOf: TermOf,
): boolean {
  if (!canBeOneDate(date, otherDate)) return false
  const [first] = one
  const [second] = other
  if (!first || !second) return false
  const term = termOf(first, date)
  if (term === null || term !== termOf(second, otherDate)) return false
  const titles = one.flatMap((fact) => fact.title ?? [])
  const otherTitles = other.flatMap((fact) => fact.title ?? [])
  if (titles.length === 0 || otherTitles.length === 0) return true
  return titles.some((title) =>
    otherTitles.some((candidate) => titleLikeness(title, candidate) >= DIFFERENT_TITLES),
  )
}

const withDate = (dates: ReadonlySet<string>, date: string | null): ReadonlySet<string> =>
  date ? new Set([...dates, date]) : dates

const firstSorted = (values: readonly (string | null)[]): string | null =>
  values.filter((value) => value !== null).sort()[0] ?? null
