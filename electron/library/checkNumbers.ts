/** A pasted list of numbers in, for each whether the library holds it out; lines nothing is read in are told too. */
import type { CheckedNumber } from '../../shared/contract/tracing.ts'
import { readDateAt } from '../../shared/documents/dates.ts'
import { findNumbers } from '../../shared/documents/number.ts'
import { normalise } from '../../shared/vietnamese/normalise.ts'
import type { ReadHandle } from '../db/handles.ts'
import { findByNumber } from './findByNumber.ts'

/** How far after a number its date is looked for: «25-NQ/TW, ngày 03/6/2013», «25-NQ/TW (03/6/2013)». */
const DATE_REACH = 24

/** Reads every line; one that holds several numbers gives several answers, an empty one none. */
export function checkNumbers(db: ReadHandle, text: string): CheckedNumber[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const plain = normalise(line).text.trim()
    if (plain === '') return []
    const numbers = findNumbers(plain)
    if (numbers.length === 0) return [checkLoosely(db, plain, index + 1)]
    return numbers.map((found): CheckedNumber => {
      const next = numbers.find(({ start }) => start > found.start)?.start ?? plain.length
      const date = dateAfter(plain, found.end, Math.min(next, found.end + DATE_REACH))
      return check(db, found.raw, date, index + 1)
    })
  })
}

/** Separators lost («25nqtw»): only what the library knows can be recognised. */
function checkLoosely(db: ReadHandle, line: string, at: number): CheckedNumber {
  const checked = check(db, line, null, at)
  return checked.instrument === null && checked.candidates.length === 0
    ? { ...checked, state: 'unreadable' }
    : checked
}

function check(db: ReadHandle, raw: string, date: string | null, line: number): CheckedNumber {
  const all = findByNumber(db, raw, null)
  const dated = date === null ? all : all.filter(({ issuedOn }) => issuedOn === date)
  const [instrument] = dated
  if (!instrument) return { line, raw, state: 'missing', instrument: null, candidates: all }
  if (dated.length > 1) return { line, raw, state: 'ambiguous', instrument: null, candidates: dated }
  const state = instrument.heldDocumentId === null ? 'missing' : 'held'
  return { line, raw, state, instrument, candidates: [] }
}

function dateAfter(text: string, from: number, to: number): string | null {
  for (let offset = from; offset < to; offset++) {
    const written = readDateAt(text, offset)
    if (written?.date) return written.date
  }
  return null
}
