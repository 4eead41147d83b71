/** The number line of a header comes in; the document's own number, or the word that it is still blank, goes out. */
import type { Span } from '../contract/document.ts'
import { BLANK_NUMBER, NUMBER_LINE, SUBJECT } from './headerPatterns.ts'
import type { HeaderPiece } from './headerZone.ts'
import { kindNamesOf } from './kinds.ts'
import { type DocumentNumber, findNumbers, parseNumber } from './number.ts'
import { asProvincial } from './numberIssuers.ts'

/** The document's own number. `value` is null for a blank, whose symbol may still be printed. */
export interface OwnNumber extends Span {
  readonly value: DocumentNumber | null
  /** «KH/HU» of a blank «Số      -KH/HU», null when no symbol is printed. */
  readonly blankSymbol: DocumentNumber | null
  /** Words of a letter's subject on the number's own line: «Số 12-CV/HU V/v …»; offsets in the stored text. */
  readonly subject: (Span & { readonly text: string }) | null
}

/** Reads the first number line that carries a number, else the first blank one; null without a number line. */
export function readOwnNumber(pieces: readonly HeaderPiece[], letterhead: string): OwnNumber | null {
  const lines = pieces.filter((each) => each.role === 'number').map((each) => readLine(each, letterhead))
  return lines.find((line) => line.value !== null) ?? lines[0] ?? null
}

function readLine({ piece }: HeaderPiece, letterhead: string): OwnNumber {
  const rest = NUMBER_LINE.exec(piece.text)?.[1] ?? piece.text
  const found = findNumbers(piece.text)[0]
  const value = found?.value ?? parseNumber(piece.text) ?? withoutHyphen(rest)
  const after = found ? piece.text.slice(found.end).trim() : ''
  const subject = SUBJECT.test(after)
    ? { text: after, start: piece.end - after.length, end: piece.end }
    : null
  if (value) {
    const start =
      found && piece.text.length === piece.end - piece.start ? piece.start + found.start : piece.start
    const end = found && piece.text.length === piece.end - piece.start ? piece.start + found.end : piece.end
    return { value: repairedBy(value, piece.text, letterhead), blankSymbol: null, subject, start, end }
  }
  const blank = BLANK_NUMBER.exec(rest)
  const symbolOnly = blank ? parseNumber(`1${rest.slice(blank[0].length)}`) : null
  return { value: null, blankSymbol: symbolOnly, subject, start: piece.start, end: piece.end }
}

/** «86/QĐ UBND», «65 /QĐ. SLĐTBXH», «1961/QĐUBND»: the hyphen before the body's code lost, or a stop in its place. */
const NO_HYPHEN =
  /^\s*(\d{1,5})\s*\/\s*(\p{Lu}\p{L}{1,3}?)(?:\s*\.\s*|\s+|(?=(?:UBND|HĐND)$))(\p{Lu}[\p{Lu}&]{1,12})$/u

/** The number of a line that lost its hyphen; null unless a code of kind stands first. */
function withoutHyphen(words: string): DocumentNumber | null {
  const [, number, kind = '', body] = NO_HYPHEN.exec(words.trim()) ?? []
  if (number === undefined || kindNamesOf(kind).length === 0) return null
  const value = parseNumber(`${number}/${kind}-${body}`)
  return value && { ...value, isRepaired: true }
}

/**
 * What the letterhead tells of a damaged code. The bar of «ĐU» is often lost in scanning: put back under «ĐẢNG ỦY».
 * «KL/TƯ» under «TỈNH ỦY …» is the province's.
 */
function repairedBy(read: DocumentNumber, words: string, letterhead: string): DocumentNumber {
  const value = read.kindCode === null ? (withoutHyphen(`${read.number}/${read.symbol}`) ?? read) : read
  const isProvince = /(?:TỈNH|THÀNH)\s+[UỦ][ỶY]/u.test(letterhead) && !/TRUNG ƯƠNG/u.test(letterhead)
  if (isProvince && value.issuerCode.endsWith('TW') && /TƯ(?!\p{L})/u.test(words)) {
    return {
      ...value,
      issuerCode: asProvincial(value.issuerCode),
      symbol: asProvincial(value.symbol),
      isRepaired: true,
    }
  }
  const isLost = /^(?:[DBEOÐ]?U)$/.test(value.issuerCode) && /ĐẢNG\s+[UỦ][ỶY]/u.test(letterhead)
  if (!isLost) return value
  return {
    ...value,
    issuerCode: 'ĐU',
    symbol: value.symbol.replace(/[DBEOÐ]?U$/, 'ĐU'),
    isRepaired: true,
  }
}
