/** Text and an offset come in; the date written there, in any of the forms in use, goes out. */

/** A date as written. `date` is ISO, or null when the text gives no real day («31/02/2021», «ngày 5 tháng 3»). */
export interface WrittenDate {
  readonly start: number
  readonly end: number
  readonly date: string | null
  /** False for a bare «06/8/2014»: offices write «ngày» before it. */
  readonly hasDayWord: boolean
  /** True when day, month and year are all there but no calendar has that day. */
  readonly isImpossible: boolean
}

const DIGIT = '[0-9OolI]'
/** «ngày 03/6/2013», «, 06/8/2014», «ngày 30-7-2021», «ngày 03/6/ 2013», «ngày 3.2.1998». */
const NUMERIC = new RegExp(
  `([Nn]g[àa]y\\s{0,3}:?\\s{0,3})?(${DIGIT}{1,2})\\s{0,2}([/.-])\\s{0,2}(${DIGIT}{1,2})\\s{0,2}\\3\\s{0,2}(${DIGIT}{4})(?!\\d)`,
  'y',
)
/** «ngày 09 tháng 01 năm 2015». */
const WORDED = new RegExp(
  `([Nn]g[àa]y\\s{0,3}|)(${DIGIT}{1,2})\\s{1,3}[Tt]háng\\s{1,3}(${DIGIT}{1,2}|giêng|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp)\\s{0,2},?\\s{1,3}[Nn]ăm\\s{1,3}(${DIGIT}{4})`,
  'y',
)
/** «ngày 23/11» and «năm 2021»: something dated, but no day. */
const PARTIAL =
  /(?:[Nn]gày\s{1,3}\d{1,2}(?:\s?[/-]\s?\d{1,2}|\s+tháng\s+\d{1,2})|năm\s{1,3}(?:19|20)\d{2})(?![\d/])/y

const MONTHS: Readonly<Record<string, number>> = {
  giêng: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
}

function toNumber(written: string): number {
  return MONTHS[written] ?? Number(written.replace(/[Oo]/g, '0').replace(/[lI]/g, '1'))
}

/** `YYYY-MM-DD`, or null when the calendar has no such day. Years outside 1900–2100 count as no day. */
export function isoDateOf(day: number, month: number, year: number): string | null {
  if (!(year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1)) return null
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > lastDay) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Reads the date that begins exactly at `offset` of normalised text; null when none does. */
export function readDateAt(text: string, offset: number): WrittenDate | null {
  NUMERIC.lastIndex = offset
  WORDED.lastIndex = offset
  const numeric = NUMERIC.exec(text)
  const match = numeric ?? WORDED.exec(text)
  if (match !== null) {
    const [whole, dayWord = '', day = ''] = match
    const month = (numeric === null ? match[3] : match[4]) ?? ''
    const year = (numeric === null ? match[4] : match[5]) ?? ''
    const date = isoDateOf(toNumber(day), toNumber(month), toNumber(year))
    const end = offset + whole.length
    return { start: offset, end, date, hasDayWord: dayWord !== '', isImpossible: date === null }
  }
  PARTIAL.lastIndex = offset
  const partial = PARTIAL.exec(text)
  if (partial === null) return null
  return {
    start: offset,
    end: offset + partial[0].length,
    date: null,
    hasDayWord: true,
    isImpossible: false,
  }
}
