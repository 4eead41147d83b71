/** A number as a person types it in, the instruments it may mean out, the likeliest first. */
import type { Instrument } from '../../shared/contract/instrument.ts'
import { parseNumber } from '../../shared/documents/number.ts'
import { familyOf } from '../../shared/graph/family.ts'
import { foldWord } from '../../shared/vietnamese/fold.ts'
import type { ReadHandle } from '../db/handles.ts'
import { findInstrumentsByNumberValue, findInstrumentsOfFamilies } from '../db/instruments.ts'

/** Instruments looked through when the number was typed without separators. */
const LOOSE_LIMIT = 500

/**
 * «25-NQ/TW», «số 25 NQ/TW», «25nqtw», «59/2023/NĐ-CP»: instruments of that number, held first, then most cited.
 * With a date only those of that day. Empty when nothing fits.
 */
export function findByNumber(db: ReadHandle, typed: string, date: string | null): Instrument[] {
  const number = parseNumber(typed)
  const found = number ? findInstrumentsOfFamilies(db, [familyOf(number)]) : []
  const instruments = found.length > 0 ? found : findLoosely(db, typed)
  return date === null ? instruments : instruments.filter(({ issuedOn }) => issuedOn === date)
}

const LETTERS_AND_DIGITS = /[^a-z0-9]/g // «25nqtw»
const LEADING_NUMBER = /^0*(\d{1,6})/ // «05nqtw» → 5

/** Separators lost or wrong: compares bare letters and digits of the instruments with that number. */
function findLoosely(db: ReadHandle, typed: string): Instrument[] {
  const bare = foldWord(typed)
    .replace(/^\s*so\s*:?\s*/, '')
    .replace(LETTERS_AND_DIGITS, '')
  const value = LEADING_NUMBER.exec(bare)?.[1]
  if (!value) return []
  const wanted = bare.replace(/^0+/, '')
  return findInstrumentsByNumberValue(db, Number(value), LOOSE_LIMIT).filter((instrument) => {
    const whole = `${instrument.number ?? ''}${instrument.year ?? ''}${instrument.symbol ?? ''}`
    const spelt = foldWord(whole).replace(LETTERS_AND_DIGITS, '').replace(/^0+/, '')
    return spelt === wanted
  })
}
