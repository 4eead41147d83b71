/** Stored dates, counts, sizes and durations come in; out goes the way Vietnamese offices write them. */
import type { Language } from './language.ts'

/** «2013-06-03» → «03/06/2013»; an unknown form comes back as it is, null as an empty string. */
export function formatDate(day: string | null | undefined): string {
  if (!day) return ''
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  return match ? `${match[3]}/${match[2]}/${match[1]}` : day
}

/** An ISO moment as local «03/06/2013 14:05»; an unreadable one as it is. */
export function formatMoment(moment: string | null | undefined): string {
  if (!moment) return ''
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Thousands are parted by a dot in Vietnamese («1.284»), by a comma in English. */
export function formatCount(count: number, language: Language = 'vi'): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(count)
}

/** A measured amount with one decimal, «1,6» (a point in English). */
export function formatAmount(amount: number, language: Language = 'vi'): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(amount)
}

/** Bytes as «3,4 MB» (decimal comma in Vietnamese). */
export function formatBytes(bytes: number, language: Language = 'vi'): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let amount = bytes
  let unit = 0
  while (amount >= 1000 && unit < units.length - 1) {
    amount /= 1000
    unit += 1
  }
  const digits = unit === 0 || amount >= 100 ? 0 : 1
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: digits,
  })
  return `${number.format(amount)} ${units[unit] ?? ''}`
}
