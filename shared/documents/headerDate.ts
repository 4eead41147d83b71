/** The date line of a header comes in; place and day of issue go out. */

import { PLACE_AND_DAY } from './headerPatterns.ts'
import type { HeaderPiece } from './headerZone.ts'

/** What a date line says. `date` is null when day, month or year is blank or impossible. */
export interface PlaceAndDate {
  readonly place: string | null
  readonly date: string | null
  /** True when the day was left open for the pen: «ngày … tháng 3 năm 2020». */
  readonly isBlank: boolean
  readonly start: number
  readonly end: number
}

const MONTHS: Readonly<Record<string, number>> = {
  giêng: 1, một: 1, hai: 2, ba: 3, tư: 4, bốn: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10,
  'mười một': 11, 'mười hai': 12, chạp: 12,
} // biome-ignore format: a table

/** Day, month and year as digits, what OCR makes of digits, a month's word, or blanks. */
const WRITTEN_OUT =
  /^(?<day>[\dOolIiSsB.…_]*)\s*th[áa]ng\s*(?<month>\d{1,2}|[\dOolI]{1,2}|mười (?:một|hai)|\p{L}{2,5}|[\s.…_]*?)\s*n[ăa]m\s*(?<year>[\dOolI]{4}|[\s.…_]*)/u // 05 tháng 01 năm 2024
/** «05/01/2024», «05-01-2024». */
const SLASHED = /^(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})\s*[/.-]\s*(?<year>\d{4})/u // 13/12/2021

const DIGIT_FOR: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  l: '1',
  I: '1',
  i: '1',
  S: '5',
  s: '5',
  B: '8',
}

/** Reads the first date line of a header; null when there is none. A line cut by the column is joined first. */
export function readPlaceAndDate(pieces: readonly HeaderPiece[]): PlaceAndDate | null {
  const lines = pieces.filter((each) => each.role === 'date')
  const first = lines.findIndex((each) => PLACE_AND_DAY.test(each.piece.text))
  const head = lines[first]
  if (!head) return null
  const tails = lines.slice(first + 1).filter((each) => !PLACE_AND_DAY.test(each.piece.text))
  const text = [head, ...tails].map((each) => each.piece.text).join(' ')
  const groups = PLACE_AND_DAY.exec(text)?.groups
  const rest = groups?.rest ?? ''
  const parts = (WRITTEN_OUT.exec(rest) ?? SLASHED.exec(rest))?.groups
  const date = parts ? isoDay(parts.day ?? '', parts.month ?? '', parts.year ?? '') : null
  const isBlank = date === null && (!parts || [parts.day, parts.month, parts.year].some(isEmpty))
  const place = groups?.place?.trim().replace(/^[*\s-]+/, '') ?? null
  const end = Math.max(head.piece.end, ...tails.map((each) => each.piece.end))
  return { place, date, isBlank, start: head.piece.start, end }
}

function isEmpty(part: string | undefined): boolean {
  return part === undefined || !/[\p{L}\p{N}]/u.test(part)
}

function isoDay(day: string, month: string, year: string): string | null {
  const digits = (text: string): number => {
    const repaired = text.replace(/[OolIiSsB]/g, (letter) => DIGIT_FOR[letter] ?? letter)
    return /^\d+$/.test(repaired) ? Number(repaired) : Number.NaN
  }
  const numbers = [digits(year), MONTHS[month.toLowerCase()] ?? digits(month), digits(day)] as const
  const date = new Date(Date.UTC(numbers[0], numbers[1] - 1, numbers[2]))
  const isReal =
    numbers.every((each) => Number.isInteger(each)) &&
    date.getUTCMonth() === numbers[1] - 1 &&
    date.getUTCDate() === numbers[2] &&
    numbers[0] > 1900
  return isReal ? date.toISOString().slice(0, 10) : null
}
