/** The words of a search come in; the instruments they name by number go out, the likeliest first. */
import type { Instrument } from '../../shared/contract/instrument.ts'
import { readDateAt } from '../../shared/documents/dates.ts'
import { kindNamesOf, readKindCode } from '../../shared/documents/kinds.ts'
import { type DocumentNumber, findNumbers, parseNumber } from '../../shared/documents/number.ts'
import { familyOf } from '../../shared/graph/family.ts'
import { foldWord } from '../../shared/vietnamese/fold.ts'
import type { ReadHandle } from '../db/handles.ts'
import { findInstrumentsByNumberValue, findInstrumentsOfFamilies } from '../db/instruments.ts'
import { findByNumber } from './findByNumber.ts'

/** What a search names. `isAll`: the words are nothing but a number, so they are no misspelt words either. */
export interface NamedInstruments {
  readonly instruments: readonly Instrument[]
  readonly isAll: boolean
}

/** Instruments of one number looked through for those of a kind or symbol. */
const LOOSE_LIMIT = 500
/** Longer than any kind with a number. UTF-16 code units. */
const LONGEST_NAME = 80
const DAY = /(?<!\d)\d{1,2}(?=\s{0,3}(?:[/.-]|tháng))/giu // «03» of «ngày 03/6/2013», of «03 tháng 6 năm 2013»
const SPACES = /\s+/g
/** «nghị quyết 25», «NQ25», «kế hoạch số 72 năm 2021». */
const KIND_AND_NUMBER = /^(\p{L}[\p{L} ]*?)\s?(?:\bs[ốo]\s?:?\s?)?0*(\d{1,6})(?:\s+năm\s+(\d{4}))?$/iu

/**
 * «25-NQ/TW», «25nqtw», «Kế hoạch số 41-KH/BDVTU về dân vận», «59/NĐ-CP» without its year, «nghị quyết 25»: each
 * instrument that may be meant.
 */
export function findNamedInstruments(db: ReadHandle, words: string): NamedInstruments {
  const whole = findByNumber(db, words, null)
  if (whole.length > 0) return { instruments: whole, isAll: true }
  const numbers = findNumbers(words).map(({ value }) => value)
  if (numbers.length > 0) {
    return { instruments: ofTheirDays(ofNumbers(db, numbers), words), isAll: parseNumber(words) !== null }
  }
  const ofKind = words.length > LONGEST_NAME ? [] : findByKind(db, words)
  return { instruments: ofKind, isAll: ofKind.length > 0 }
}

function ofNumbers(db: ReadHandle, numbers: readonly DocumentNumber[]): Instrument[] {
  const exact = findInstrumentsOfFamilies(db, [...new Set(numbers.map(familyOf))])
  if (exact.length > 0) return exact
  return numbers
    .filter(({ year }) => year === null)
    .flatMap(({ numberValue, symbol }) =>
      findInstrumentsByNumberValue(db, numberValue, LOOSE_LIMIT).filter((found) => found.symbol === symbol),
    )
}

/** «25-NQ/TW ngày 03/6/2013» is one of several of that number; where no day fits, all of them. */
function ofTheirDays(found: readonly Instrument[], words: string): readonly Instrument[] {
  const text = words.normalize('NFC')
  const days = new Set([...text.matchAll(DAY)].map(({ index }) => readDateAt(text, index)?.date))
  const fitting = found.filter(({ issuedOn }) => issuedOn !== null && days.has(issuedOn))
  return fitting.length > 0 ? fitting : found
}

function findByKind(db: ReadHandle, words: string): Instrument[] {
  const [, typed, number, year] =
    KIND_AND_NUMBER.exec(words.normalize('NFC').trim().replace(SPACES, ' ')) ?? []
  if (typed === undefined) return []
  const code = readKindCode(typed)
  const names = new Set([typed, ...(code ? kindNamesOf(code.code) : [])].map(foldWord))
  return findInstrumentsByNumberValue(db, Number(number), LOOSE_LIMIT).filter(
    ({ kind, issuedOn, year: ofSymbol }) =>
      kind !== null &&
      names.has(foldWord(kind)) &&
      (year === undefined || Number(year) === (ofSymbol ?? Number(issuedOn?.slice(0, 4)))),
  )
}
