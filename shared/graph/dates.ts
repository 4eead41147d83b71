/** Whether two dates given for one number are slips of one day or two different acts. */

const DAY_MS = 86_400_000

/** Days between two ISO dates. */
export function daysBetween(first: string, second: string): number {
  return Math.abs(Date.parse(first) - Date.parse(second)) / DAY_MS
}

/**
 * True when both dates can be the same day written differently: a few days apart (the same 01-QC/ĐU is dated 01/7 and
 * 02/7/2025 by its own commune), day and month swapped, or one of day, month and year mistyped.
 * Only asked inside one numbering term, where a number cannot be given twice.
 */
export function canBeOneDate(first: string, second: string): boolean {
  if (daysBetween(first, second) <= 10) return true
  const [year, month, day] = first.split('-')
  const [otherYear, otherMonth, otherDay] = second.split('-')
  if (year === otherYear && month === otherDay && day === otherMonth) return true
  const differences = Number(year !== otherYear) + Number(month !== otherMonth) + Number(day !== otherDay)
  return differences === 1
}
