/** A number comes in, the name of its family goes out: what all mentions of one number and symbol share. */
import { canonicalNumber, type DocumentNumber, parseNumber } from '../documents/number.ts'

/**
 * «25|NQ/TW», «59|2023|NĐ-CP», «66.7|2025|NQ-CP». Leading zeros and swapped separators make no difference, so
 * «05-CT/TW» and «5-CT/TW», «31/QĐ-TW» and «31-QĐ/TW» meet.
 */
export function familyOf(number: DocumentNumber): string {
  const canonical = parseNumber(canonicalNumber(number)) ?? number
  const bare = number.number.replace(/^0+(?=\d)/, '') // «05» → «5»
  const parts = [bare, number.year, canonical.symbol, number.tail]
  return parts.filter((part) => part !== null).join('|')
}

/** The family of a held document without a number: itself alone. */
export const lonelyFamily = (sha256: string): string => `#${sha256}`

/** True for the family of a document without a number. */
export const isLonely = (family: string): boolean => family.startsWith('#')
