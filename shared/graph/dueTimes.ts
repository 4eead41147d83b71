/** Text and an offset come in, the days, months and quarters written there go out; and what day they fall on. */
import type { DueTime } from '../contract/tracing.ts'
import { isoDateOf, readDateAt } from '../documents/dates.ts'

/** Times written one after another («15/6 và 15/12 hằng năm»); `end` is where the last, with its «hằng năm», ends. */
export interface WrittenTimes {
  readonly end: number
  readonly times: readonly { readonly start: number; readonly end: number; readonly due: DueTime }[]
}

/** Which words stand before the time: they make «ngày 15» monthly, and «trước tháng 6» end in May. */
export interface TimeContext {
  /** The clause before the time, in lower case. */
  readonly before: string
  /** «trước tháng 6/2024» ends with May, «trong tháng 6/2024» with June. */
  readonly isBefore: boolean
}

type Part = {
  readonly start: number
  readonly end: number
  readonly day: number | null
  readonly month: number | null
  readonly due: DueTime | null
}

/** «25/10», «ngày 25/10», «25 tháng 10», «ngày 5-3»; no year follows. */
const DAY_AND_MONTH =
  /(?:ngày\s{1,3})?(\d{1,2})(?:\s?[/-]\s?|\s+tháng\s+)(\d{1,2})(?!\d|\s?[/-]\s?\d|\s*(?:năm|,\s*năm)\s*\d{4})/iuy
/** «ngày 15», «15» */
const DAY = /(?:ngày\s{1,3}|mùng\s{1,3})?(\d{1,2})(?!\d|\s?[/-]\s?\d|\s+tháng\s+\d|[.,]\d)/iuy
/** «tháng 6/2024», «tháng 6 năm 2024», «tháng 6» */
const MONTH = /(?:hết\s+|cuối\s+)?tháng\s+(\d{1,2})(?:(?:\s?[/-]\s?|\s*,?\s*năm\s+)(\d{4}))?(?!\d|\s?[/-])/iuy
/** «quý II/2024», «quý 2 năm 2024», «quý IV» */
const QUARTER =
  /(?:hết\s+|cuối\s+)?quý\s+(IV|III|II|I|[1-4])(?:(?:\s?[/-]\s?|\s*,?\s*năm\s+)(\d{4}))?(?![\p{L}\d])/iuy
/** «thứ Sáu», «thứ 6» */
const WEEKDAY = /(?:ngày\s{1,3})?thứ\s+(hai|ba|tư|năm|sáu|bảy|[2-7])(?![\p{L}\d])/iuy
/** « và », «, », « (6 tháng) và trước ngày » */
const AND = /(?:\s*\([^()\n]{1,40}\))?\s*(?:,|;|và|hoặc|,\s*và)\s*(?:chậm nhất\s+|trước\s+)?/iuy

/** What follows a day to make it return: «hằng tháng», «của tháng cuối quý», «hàng năm», «tháng sau». */
const EVERY: readonly (readonly [RegExp, 'week' | 'month' | 'quarter' | 'year', number | null])[] = [
  [/\s*,?\s*(?:của\s+)?(?:hằng|hàng|mỗi)\s+tuần/iuy, 'week', null], // thứ Sáu hằng tuần
  [
    /\s*,?\s*(?:của\s+)?(?:các\s+)?tháng\s+(?:cuối|cuối cùng|thứ ba)\s+(?:của\s+)?(?:(?:mỗi|hằng|hàng|các)\s+)?quý/iuy,
    'quarter',
    3,
  ], // ngày 20 của tháng cuối quý
  [
    /\s*,?\s*(?:của\s+)?tháng\s+đầu\s+(?:tiên\s+)?(?:của\s+)?(?:(?:mỗi|hằng|hàng)\s+)?quý(?:\s+sau)?/iuy,
    'quarter',
    1,
  ], // ngày 05 tháng đầu quý sau
  [/\s*,?\s*(?:của\s+)?(?:(?:đầu|cuối)\s+)?(?:(?:hằng|hàng|mỗi)\s+tháng|các tháng)/iuy, 'month', null], // ngày 15 hằng tháng
  [/\s*,?\s*(?:của\s+)?tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề)/iuy, 'month', null], // ngày 05 tháng sau
  [/\s*,?\s*(?:của\s+)?(?:hằng|hàng|mỗi)\s+quý/iuy, 'quarter', 3], // ngày 20 hằng quý
  [/\s*,?\s*(?:của\s+)?(?:(?:hằng|hàng|mỗi)\s+năm|năm sau)/iuy, 'year', null], // 15/3 hằng năm
]
/** The same said before the day: «Hằng tháng, trước ngày 15», «định kỳ hàng năm (trước ngày 15/12)». */
const EVERY_BEFORE: readonly (readonly [RegExp, 'month' | 'quarter' | 'year'])[] = [
  [/(?:hằng|hàng|mỗi)\s+tháng[^.;]{0,60}$/iu, 'month'],
  [/(?:hằng|hàng|mỗi)\s+quý[^.;]{0,60}$/iu, 'quarter'],
  [/(?:(?:hằng|hàng|mỗi)\s+năm|định kỳ|(?:0?6|sáu) tháng(?:,| và|$))[^.;]{0,80}$/iu, 'year'],
]

const WEEKDAYS: Readonly<Record<string, number>> = { hai: 1, ba: 2, tư: 3, năm: 4, sáu: 5, bảy: 6 }
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }

/** Reads the time or the list of times at `offset` of normalised text; null when none stands there. */
export function readTimesAt(text: string, offset: number, context: TimeContext): WrittenTimes | null {
  const parts: Part[] = []
  let at = offset
  while (parts.length < 12) {
    const part = readPart(text, at, context)
    if (!part) break
    parts.push(part)
    AND.lastIndex = part.end
    const joined = AND.exec(text)
    if (!joined) break
    at = part.end + joined[0].length
  }
  const last = parts.at(-1)
  if (!last) return null
  const recurrence = recurrenceAfter(text, last.end) ?? recurrenceBefore(context.before, last)
  const times = parts.flatMap((part) => {
    const due = part.due ?? dueOf(part, recurrence)
    return due ? [{ start: part.start, end: part.end, due }] : []
  })
  return times.length > 0 ? { end: Math.max(last.end, recurrence?.end ?? 0), times } : null
}

function readPart(text: string, offset: number, { isBefore }: TimeContext): Part | null {
  const written = readDateAt(text, offset)
  if (written?.date) {
    const due: DueTime = { kind: 'day', date: written.date }
    return { start: offset, end: written.end, day: null, month: null, due }
  }
  if (written?.isImpossible) return null
  const part = (match: RegExpExecArray, rest: Pick<Part, 'day' | 'month' | 'due'>): Part => ({
    start: offset,
    end: offset + match[0].length,
    ...rest,
  })
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = offset
    return pattern.exec(text)
  }
  const dayAndMonth = read(DAY_AND_MONTH)
  if (dayAndMonth) {
    const [day, month] = [Number(dayAndMonth[1]), Number(dayAndMonth[2])]
    return isoDateOf(day, month, 2000) ? part(dayAndMonth, { day, month, due: null }) : null
  }
  const period = read(MONTH) ?? read(QUARTER)
  if (period) {
    const name = (period[1] ?? '').toLowerCase()
    const isQuarter = /quý/iu.test(period[0])
    const last = isQuarter ? (QUARTERS[name] ?? Number(name)) * 3 : Number(name)
    if (last < 1 || last > 12) return null
    const year = period[2] ? Number(period[2]) : null
    const first = isQuarter ? last - 2 : last
    return part(period, { day: null, month: null, due: endOfPeriod(first, last, year, isBefore) })
  }
  const weekday = read(WEEKDAY)
  if (weekday) {
    const name = (weekday[1] ?? '').toLowerCase()
    const day = WEEKDAYS[name] ?? Number(name) - 1
    const isWeekly = recurrenceAfter(text, offset + weekday[0].length)?.every === 'week'
    const due: DueTime = { kind: 'recurring', every: 'week', month: null, day }
    return isWeekly ? part(weekday, { day: null, month: null, due }) : null
  }
  const day = read(DAY)
  const value = Number(day?.[1])
  return day && value >= 1 && value <= 31 ? part(day, { day: value, month: null, due: null }) : null
}

function endOfPeriod(first: number, last: number, year: number | null, isBefore: boolean): DueTime {
  if (!isBefore) return { kind: 'month', month: last, year }
  if (first === 1) return { kind: 'month', month: 12, year: year === null ? null : year - 1 }
  return { kind: 'month', month: first - 1, year }
}

interface Recurrence {
  readonly every: 'week' | 'month' | 'quarter' | 'year'
  readonly month: number | null
  readonly end: number
}

function recurrenceAfter(text: string, offset: number): Recurrence | null {
  for (const [pattern, every, month] of EVERY) {
    pattern.lastIndex = offset
    const match = pattern.exec(text)
    if (match) return { every, month, end: offset + match[0].length }
  }
  return null
}

function recurrenceBefore(before: string, { month }: Part): Recurrence | null {
  for (const [pattern, every] of EVERY_BEFORE) {
    // «hằng năm» cannot place a bare day, «hằng tháng» says nothing of a day that names its month.
    if ((month === null) === (every === 'year') || !pattern.test(before)) continue
    return { every, month: every === 'quarter' ? 3 : null, end: 0 }
  }
  return null
}

function dueOf({ day, month }: Part, recurrence: Recurrence | null): DueTime | null {
  if (day === null) return null
  if (month !== null)
    return recurrence ? { kind: 'recurring', every: 'year', month, day } : { kind: 'dayOfYear', month, day }
  if (!recurrence || recurrence.every === 'year' || recurrence.every === 'week') return null
  return { kind: 'recurring', every: recurrence.every, month: recurrence.month, day }
}

/** The last day of a month. */
function endOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The day in that month, or the month's last when it is shorter: «ngày 31 hằng tháng». */
const dayIn = (year: number, month: number, day: number): string =>
  isoDateOf(day, month, year) ?? endOfMonth(year, month)

/**
 * The days a time falls on between `from` and `to` (inclusive), none before the document's own date. A day or month
 * without a year falls once: the first time after the document; undated documents give none of these.
 */
export function occurrences(due: DueTime, issuedOn: string | null, from: string, to: string): string[] {
  const start = issuedOn !== null && issuedOn > from ? issuedOn : from
  const inside = (days: readonly string[]): string[] => days.filter((day) => day >= start && day <= to)
  switch (due.kind) {
    case 'day':
      return inside([due.date])
    case 'dayOfYear':
      return inside(firstAfter(issuedOn, (year) => dayIn(year, due.month, due.day)))
    case 'month':
      return inside(
        due.year === null
          ? firstAfter(issuedOn, (year) => endOfMonth(year, due.month))
          : [endOfMonth(due.year, due.month)],
      )
    case 'recurring':
      return inside(recurring(due, start, to))
  }
}

function firstAfter(issuedOn: string | null, dayOf: (year: number) => string): string[] {
  if (issuedOn === null) return []
  const year = Number(issuedOn.slice(0, 4))
  const day = [dayOf(year), dayOf(year + 1)].find((candidate) => candidate >= issuedOn)
  return day === undefined ? [] : [day]
}

function recurring(due: Extract<DueTime, { kind: 'recurring' }>, from: string, to: string): string[] {
  const days: string[] = []
  if (due.every === 'week') {
    const day = new Date(`${from}T00:00:00Z`)
    while (day.toISOString().slice(0, 10) <= to) {
      if (day.getUTCDay() === (due.day ?? 5)) days.push(day.toISOString().slice(0, 10))
      day.setUTCDate(day.getUTCDate() + 1)
    }
    return days
  }
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (let month = 1; month <= 12; month++)
      if (fallsIn(due, month)) days.push(dayIn(year, month, due.day ?? 31))
  return days
}

function fallsIn({ every, month }: Extract<DueTime, { kind: 'recurring' }>, candidate: number): boolean {
  switch (every) {
    case 'month':
      return true
    case 'quarter':
      return (candidate - 1) % 3 === (month ?? 3) - 1
    default:
      return candidate === (month ?? 12)
  }
}
