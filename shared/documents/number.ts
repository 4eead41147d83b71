/** Text comes in; the numbers-and-symbols of documents in it («25-NQ/TW», «59/2023/NĐ-CP») go out, with their parts. */
import type { Span } from '../contract/document.ts'
import { type NormalisedText, normalise } from '../vietnamese/normalise.ts'
import { isWordBefore, listBefore } from './numberContext.ts'
import { readSymbol, type SymbolReading } from './numberSymbol.ts'

/** A number and its symbol, taken apart. Grammar: Hướng dẫn 36-HD/VPTW part 1.3 (Đảng), Nghị định 30/2020 (Nhà nước). */
export interface DocumentNumber {
  /** Who numbers this way. A Party body written in State order («31/QĐ-TW») stays `party`. */
  readonly system: 'party' | 'state'
  /** As written with damage repaired, leading zero, letter and decimals kept: «08», «12a», «66.7». */
  readonly number: string
  /** For comparing: «08» and «8» are both 8. */
  readonly numberValue: number
  /** «a» of «12a», else null. */
  readonly suffix: string | null
  /** 7 of «66.7», else null. */
  readonly decimal: number | null
  /** «KH/BDVTU», «NĐ-CP», «QH15», «UBND-NV»: canonical letters, separators as written. */
  readonly symbol: string
  /** The year inside the symbol, else null. */
  readonly year: number | null
  /** «KH», «NĐ»; null for Assembly acts and State letters, which carry none. */
  readonly kindCode: string | null
  /** «BDVTU-UBND», «CP», «QH». */
  readonly issuerCode: string
  /** 15 of QH15, else null. */
  readonly assemblyTerm: number | null
  /** «nb» of «5053-CV/VPTW/nb», else null. */
  readonly tail: string | null
  /** True when characters were repaired (O → 0, QD → QĐ, DU → ĐU): a person should look. */
  readonly isRepaired: boolean
  /** True when the separators contradict the issuer («31/QĐ-TW», «02-HD/UBND») or one is lost. */
  readonly hasSeparatorMismatch: boolean
}

/** A number found in text. `raw` is `text.slice(start, end)`; in a list («217, 218-QĐ/TW») each number has its own. */
export interface FoundNumber extends Span {
  readonly raw: string
  readonly value: DocumentNumber
  /** True for «217» of «217, 218-QĐ/TW»: the symbol was taken from the end of the list. */
  readonly isFromList: boolean
}

/** Digits, or what OCR makes of them, with one real digit at least: «O8», «l2», «34O», «1785». */
const CANDIDATE =
  /(?<![\p{L}\p{N}_]|[\p{L}\p{N}][-/.:])([OoQDlI|SBZ]{0,2}\d[\dOolI|SBZ]{0,5})(\.\d{1,2}|[a-hđA-C])?(?=\s{0,3}[-/A-ZĐÐ])/gu

const DIGIT_REPAIRS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  l: '1',
  I: '1',
  '|': '1',
  S: '5',
  B: '8',
  Z: '2',
}

function buildNumber(digits: string, ending: string, reading: SymbolReading): DocumentNumber {
  const repaired = digits.replace(/\D/g, (letter) => DIGIT_REPAIRS[letter] ?? letter)
  const decimal = ending.startsWith('.') ? Number(ending.slice(1)) : null
  return {
    system: reading.system,
    number: repaired + ending,
    numberValue: Number(repaired),
    suffix: ending !== '' && decimal === null ? ending : null,
    decimal,
    symbol: reading.symbol,
    year: reading.year,
    kindCode: reading.kindCode,
    issuerCode: reading.issuerCode,
    assemblyTerm: reading.assemblyTerm,
    tail: reading.tail,
    isRepaired: reading.isRepaired || repaired !== digits,
    hasSeparatorMismatch: reading.hasSeparatorMismatch,
  }
}

/**
 * Finds every number-symbol, in order of place. Spans are UTF-16 offsets of `text` as given, whatever its Unicode form.
 * Dates, fractions, amounts, contract numbers and model names are passed over. Linear in the length of the text.
 */
export function findNumbers(text: string): readonly FoundNumber[] {
  return findNumbersIn(normalise(text), text)
}

/** As `findNumbers`, for a caller that has normalised already: `plain` is `normalise(text)`. */
export function findNumbersIn(plain: NormalisedText, text: string): readonly FoundNumber[] {
  const found: FoundNumber[] = []
  const add = (start: number, end: number, value: DocumentNumber, isFromList: boolean) => {
    const sourceStart = plain.toSource(start)
    const sourceEnd = plain.toSource(end)
    found.push({
      start: sourceStart,
      end: sourceEnd,
      raw: text.slice(sourceStart, sourceEnd),
      value,
      isFromList,
    })
  }
  let lastEnd = 0
  CANDIDATE.lastIndex = 0
  for (let match = CANDIDATE.exec(plain.text); match !== null; match = CANDIDATE.exec(plain.text)) {
    const [whole, digits = '', ending = ''] = match
    const start = match.index
    const reading = readSymbol(plain.text, start + whole.length, () => isWordBefore(plain.text, start))
    if (reading === null) continue
    for (const item of listBefore(plain.text, start, lastEnd)) {
      add(item.start, item.end, buildNumber(item.digits, item.ending, reading), true)
    }
    add(start, reading.end, buildNumber(digits, ending, reading), false)
    lastEnd = reading.end
    CANDIDATE.lastIndex = reading.end
  }
  return found
}

/** Reads one number-symbol standing alone, with or without «Số:» before it; null when the text is anything else. */
export function parseNumber(text: string): DocumentNumber | null {
  const plain = normalise(text).text.trim()
  const bare = plain.replace(/^s[ốôoỗ0]\s*[:.]?\s*/i, '') // «Số: 12-KH/HU»
  CANDIDATE.lastIndex = 0
  const match = CANDIDATE.exec(bare)
  if (match === null || match.index !== 0) return null
  const [whole, digits = '', ending = ''] = match
  const reading = readSymbol(bare, whole.length, () => true)
  if (reading === null || bare.slice(reading.end).replace(/[.,;\s]/g, '') !== '') return null
  return buildNumber(digits, ending, reading)
}

/** Old acts of the Council of Ministers put a hyphen before their only letters: «53-HĐBT», «24-CP». */
const OLD_STATE = /^(?:HĐBT|HĐCP|CP|TTg|CT)$|^LCT\/HĐNN/ // LCT/HĐNN8

/** Writes the number the way it was written, cleaned: `parseNumber(formatNumber(n))` gives `n` back. */
export function formatNumber(value: DocumentNumber): string {
  const year = value.year === null ? '' : `/${value.year}`
  const tail = value.tail === null ? '' : `/${value.tail}`
  const isHyphen = OLD_STATE.test(value.symbol)
    ? value.year === null
    : (value.system === 'party') !== value.hasSeparatorMismatch
  return `${value.number}${year}${isHyphen ? '-' : '/'}${value.symbol}${tail}`
}

/** The number in the order its system prescribes, for titles and keys: «31/QĐ-TW» → «31-QĐ/TW». */
export function canonicalNumber(value: DocumentNumber): string {
  if (!value.hasSeparatorMismatch || value.kindCode === null) return formatNumber(value)
  const symbol =
    value.system === 'party'
      ? `${value.kindCode}/${value.issuerCode}`
      : `${value.kindCode}-${value.issuerCode}${value.assemblyTerm ?? ''}`
  return formatNumber({ ...value, symbol, hasSeparatorMismatch: false })
}
