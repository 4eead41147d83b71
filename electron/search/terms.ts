/** Text comes in; the terms of the index go out: syllables, pairs of neighbouring syllables, and document numbers. */
import { readWords, type Word } from '../../shared/vietnamese/words.ts'

/** One term of a text with the spelling it had there. */
export interface Term {
  readonly term: string
  readonly form: string
}

const NUMBER_LINK = /^ ?[-/.\u2010-\u2015\u2212] ?$/u // «-» and «/» of «25-NQ/TW», « - » of «31 - HD/BTCTW»
const SYMBOL_PART = /^[A-ZĐƯ](?:[A-ZĐƯ&0-9][\p{L}&0-9]*)?$/u // «NQ», «CTr», «TTg», «QH15»; not «Khá»
const STARTS_WITH_DIGIT = /^\d/u // «25», «66»
const ONLY_DIGITS = /^\d+$/u // «2020»
const YEAR = /^(?:19|20)\d\d$/u // «2020» of «30/2020/NĐ-CP»
/** A number has at most this many parts: 01/2017/TTLT-BCA-BQP-TANDTC-VKSNDTC has seven. */
const MOST_PARTS = 9

/** Joins two neighbouring syllables into the term of the pair: «dân vận» → «dan_van». */
export const pairTerm = (first: string, second: string): string => `${first}_${second}`

/** True for the term of a pair. */
export const isPair = (term: string): boolean => term.includes('_')

/**
 * The terms of a text in reading order, each occurrence once. Pairs never cross punctuation, so they are no false phrases.
 * A number such as 25-NQ/TW also gives «25nqtw», in which any spelling of it meets; 30/2020/NĐ-CP also «30ndcp».
 */
export function readTerms(text: string): Term[] {
  const words = readWords(text)
  const terms: Term[] = []
  let previous: Word | null = null
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]
    if (!word) continue
    terms.push({ term: word.key, form: word.form })
    if (previous && word.joinsPrevious) {
      terms.push({ term: pairTerm(previous.key, word.key), form: pairTerm(previous.form, word.form) })
    }
    if (STARTS_WITH_DIGIT.test(word.key)) {
      for (const term of numberTerms(text, words, index)) terms.push({ term, form: term })
    }
    previous = word
  }
  return terms
}

/** The joined spellings of a document number that begins with the word at `from`; none when no number begins there. */
export function numberTerms(text: string, words: readonly Word[], from: number): string[] {
  const parts: string[] = []
  let hasSymbol = false
  for (let index = from; index < words.length && parts.length < MOST_PARTS; index += 1) {
    const word = words[index]
    const before = words[index - 1]
    if (!word) break
    if (index > from) {
      if (!before || !NUMBER_LINK.test(text.slice(before.end, word.start))) break
      const isSymbol = SYMBOL_PART.test(text.slice(word.start, word.end).normalize('NFC'))
      if (!isSymbol && (hasSymbol || !ONLY_DIGITS.test(word.key))) break
      hasSymbol ||= isSymbol
    }
    parts.push(word.key)
  }
  if (!hasSymbol) return []
  const whole = parts.join('')
  const withoutYear = parts.filter((part, index) => index === 0 || !YEAR.test(part)).join('')
  return whole === withoutYear ? [whole] : [whole, withoutYear]
}
