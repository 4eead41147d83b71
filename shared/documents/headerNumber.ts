/** The number line of a header comes in; the document's own number, or the word that it is still blank, goes out. */
import type { Span } from '../contract/document.ts'
import { BLANK_NUMBER, NUMBER_LINE, SUBJECT } from './headerPatterns.ts'
import type { HeaderPiece } from './headerZone.ts'
import { type DocumentNumber, findNumbers, parseNumber } from './number.ts'

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
  const value = found?.value ?? parseNumber(piece.text)
  const after = found ? piece.text.slice(found.end).trim() : ''
  const subject = SUBJECT.test(after)
    ? { text: after, start: piece.end - after.length, end: piece.end }
    : null
  if (value) {
    const start =
      found && piece.text.length === piece.end - piece.start ? piece.start + found.start : piece.start
    const end = found && piece.text.length === piece.end - piece.start ? piece.start + found.end : piece.end
    return { value: repairedBy(value, letterhead), blankSymbol: null, subject, start, end }
  }
  const blank = BLANK_NUMBER.exec(rest)
  const symbolOnly = blank ? parseNumber(`1${rest.slice(blank[0].length)}`) : null
  return { value: null, blankSymbol: symbolOnly, subject, start: piece.start, end: piece.end }
}

/** The bar of «ĐU» is often lost in scanning: put back when the letterhead says «ĐẢNG ỦY». */
function repairedBy(value: DocumentNumber, letterhead: string): DocumentNumber {
  const isLost = /^(?:[DBEOÐ]?U)$/.test(value.issuerCode) && /ĐẢNG\s+[UỦ][ỶY]/u.test(letterhead)
  if (!isLost) return value
  return {
    ...value,
    issuerCode: 'ĐU',
    symbol: value.symbol.replace(/[DBEOÐ]?U$/, 'ĐU'),
    isRepaired: true,
  }
}
