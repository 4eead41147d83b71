/** Marks of a timeline come in; they go out gathered by year, what recurs told once, what is past due known. */
import type { TimelineMark } from '../../../shared/contract/tracing.ts'

/** One line of a timeline. `times` counts the days of a recurring deadline inside the year. */
export interface MarkLine {
  readonly mark: TimelineMark
  readonly times: number
  readonly key: string
}

/** One year of a timeline. */
export interface YearOfMarks {
  readonly year: number
  readonly lines: readonly MarkLine[]
}

const identity = ({ kind, instrument, evidence, years, recurrence, on }: TimelineMark): string =>
  recurrence === null
    ? [kind, instrument.id, on, years, evidence?.documentId, evidence?.start].join(' ')
    : [kind, instrument.id, recurrence, evidence?.documentId, evidence?.start].join(' ')

/** Marks by year, oldest first; every year between the first and the last stands, also an empty one. */
export function marksByYear(marks: readonly TimelineMark[]): readonly YearOfMarks[] {
  const years = new Map<number, Map<string, MarkLine>>()
  for (const mark of marks) {
    const year = Number(mark.on.slice(0, 4))
    const lines = years.get(year) ?? new Map<string, MarkLine>()
    years.set(year, lines)
    const key = identity(mark)
    const known = lines.get(key)
    lines.set(key, known ? { ...known, times: known.times + 1 } : { mark, times: 1, key: `${year} ${key}` })
  }
  const known = [...years.keys()].sort((a, b) => a - b)
  const first = known[0]
  const last = known.at(-1)
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    year: first + at,
    lines: [...(years.get(first + at)?.values() ?? [])],
  }))
}

/** True for what should have been done by now: a review nobody made, a day of a document that has passed. */
export const isPastDue = ({ kind, on, doneBy }: TimelineMark, today: string): boolean =>
  on < today && (kind === 'deadline' || (kind === 'review_due' && doneBy === null))

/** Today where the person is, `YYYY-MM-DD`. */
export function todayHere(now: Date = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The same day some months on; the last day of a shorter month: 31/01 + 1 → 28/02. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
