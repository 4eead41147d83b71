/** A number found in the text comes in; whether it stands on a number line of a letterhead goes out. */
import type { Span } from '../contract/document.ts'

const BEFORE = /^[\s|]*(?:S[ốôoỗỐÔ0]|SỐ)\s{0,4}[:.]?\s*$/ // «Số: »
/** «BAN CHẤP HÀNH TRUNG ƯƠNG***Số: »: a letterhead copied onto one line. */
const BEHIND_STARS = /\*\s*S[ốỐ]\s?:\s*$/
/** What may share the line: nothing, or after a wide gap the place and date. */
const AFTER = /^(?:[\s.*|]*$|\s*\t|\s{2,}|[\s,|]+\p{Lu}[\p{L}\s.]{1,40},\s*(?:ngày|n))/u

/** No number line is longer before its number, columns and all. */
const LINE_REACH = 160

/**
 * «Số: 12/KH-UBND» alone on its line is the number of this text or of one attached to it, never a citation: a citation
 * has its kind before it («Kế hoạch số …»).
 */
export function isOwnNumberLine(text: string, number: Span): boolean {
  // A window, not the line: a whole book may be one line.
  const window = text.slice(Math.max(0, number.start - LINE_REACH), number.start)
  if (BEHIND_STARS.test(window)) return true
  const newlineBefore = window.lastIndexOf('\n')
  if (newlineBefore < 0 && number.start > LINE_REACH) return false
  const before = window.slice(newlineBefore + 1)
  const lastGap = before.search(/(?:\t|\s{3,})S[ốôo0]/) // right of a wide gap: the second column
  if (!BEFORE.test(lastGap >= 0 ? before.slice(lastGap) : before)) return false
  const after = text.slice(number.end, number.end + 90).split('\n', 1)[0] ?? ''
  return AFTER.test(after)
}
