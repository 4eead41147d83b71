/** Legacy text goes in, NFC Unicode comes out with a record of every piece changed, from which it can be undone. */
import type { Span, TextWarning } from '../../contract/document.ts'
import { decodeLegacy, type LegacyEncoding } from './encodings.ts'
import { isSyllable } from './syllable.ts'

/** A stretch of the new text that was converted: `start`/`end` in UTF-16 units of the new text. */
export interface ConvertedPiece extends Span {
  readonly encoding: LegacyEncoding
  /** The stretch as the file had it, to show and to undo. */
  readonly original: string
  /** A person should look: it reads badly once converted, or was left as it is for want of a sure reading. */
  readonly isDoubtful?: true
  /** What was made of it, where that is not the mere decoding of `original`. */
  readonly reading?: string
}

/** New text, what was changed in it, and what a person should look at. */
export interface Conversion {
  readonly text: string
  readonly pieces: readonly ConvertedPiece[]
  readonly warnings: readonly TextWarning[]
}

/** Words of one line: «Céng», «HßA». */
const WORD = /[\p{L}\p{M}]+/gu

/**
 * Gives capitals back to words typed in capitals: their ASCII letters are capital, their accented codes had no
 * capital form («CéNG HßA» → «CỘNG HÒA»). A word of one ASCII letter follows the rest of the line.
 */
export function restoreCapitals(line: string): string {
  const words = line.match(WORD) ?? []
  const asciiLetters = words.join('').replace(/[^A-Za-z]/g, '')
  const isCapitalLine = asciiLetters.length > 1 && asciiLetters === asciiLetters.toUpperCase()
  return line.replace(WORD, (word) => {
    const ascii = word.replace(/[^A-Za-z]/g, '')
    const isCapitalWord = ascii.length > 1 && ascii === ascii.toUpperCase()
    return isCapitalLine || isCapitalWord ? word.toUpperCase() : word
  })
}

/** Letters around a hyphen inside one word: «tr-ëng», «-u», «nh-», not «NQ-TW». */
const HYPHENED = /(?<![\p{L}\p{M}\d-])([^\s\d-]*)-([^\s\d-]*)(?![\p{L}\p{M}\d-])/gu

/**
 * «ư» of .VnTime is the code of the optional hyphen, of which PDF and many converters make a hyphen: «tr-ëng» is
 * «trưởng». A hyphen between two words that both can stand («kinh tÕ-x· héi») is left.
 */
function restoreHyphens(text: string): string {
  if (!text.includes('-')) return text
  return text.replace(HYPHENED, (whole, before: string, after: string) => {
    const parts = [before, after].map((part) => decodeLegacy(part, 'tcvn3'))
    const letters = parts.join('ư').replace(/[^\p{L}\p{M}]/gu, '')
    const canStand = parts.every((part) => isSyllable(part))
    return letters.length > 1 && !canStand && isSyllable(letters) ? `${before}\u00ad${after}` : whole
  })
}

/** Options of one conversion. `isCapitalFont`: the font shows lower-case codes as capitals (.VnTimeH). */
export interface ConvertOptions {
  readonly isCapitalFont?: boolean
}

/** Decodes one stretch, letters and case, without recording anything. */
export function decodeStretch(text: string, encoding: LegacyEncoding, options: ConvertOptions = {}): string {
  const decoded = decodeLegacy(encoding === 'tcvn3' ? restoreHyphens(text) : text, encoding)
  if (options.isCapitalFont === true) return decoded.toUpperCase()
  return encoding === 'tcvn3' ? decoded.split('\n').map(restoreCapitals).join('\n') : decoded
}

/**
 * Converts a stretch known to be in one encoding (a run of a .VnTime font, a whole file).
 * A stretch that reads no better afterwards is converted all the same and listed as `legacy_doubtful`.
 */
export function convertLegacy(
  text: string,
  encoding: LegacyEncoding,
  options: ConvertOptions = {},
): Conversion {
  const converted = decodeStretch(text, encoding, options)
  if (converted === text) return { text, pieces: [], warnings: [] }
  const piece = { start: 0, end: converted.length, encoding, original: text }
  if (!isDoubtful(converted)) return { text: converted, pieces: [piece], warnings: [] }
  return { text: converted, pieces: [{ ...piece, isDoubtful: true }], warnings: [doubt(piece, null)] }
}

/** Puts the file's own letters back: the exact text before conversion. */
export function restoreLegacy(text: string, pieces: readonly ConvertedPiece[]): string {
  let restored = ''
  let at = 0
  for (const piece of [...pieces].sort((left, right) => left.start - right.start)) {
    restored += text.slice(at, piece.start) + piece.original
    at = piece.end
  }
  return restored + text.slice(at)
}

/** A word that can be spoken; «QĐ» and «HĐND» are letters of a symbol and say nothing of the spelling. */
const hasVowel = (word: string): boolean => /[aeiouy]/i.test(word.normalize('NFD'))

/** True when less than seven accented words in ten are spelled as Vietnamese allows. */
export function isDoubtful(converted: string): boolean {
  const accented = (converted.match(WORD) ?? []).filter(
    (word) => /[^\p{ASCII}]/u.test(word) && hasVowel(word),
  )
  if (accented.length === 0) return false
  return accented.filter(isSyllable).length / accented.length < 0.7
}

const NAMES: Readonly<Record<LegacyEncoding, string>> = {
  tcvn3: 'TCVN3 (.VnTime)',
  vni: 'VNI',
  viscii: 'VISCII',
  vps: 'VPS',
  'windows-1258': 'Windows-1258',
  nfd: 'Unicode tổ hợp',
  mojibake: 'UTF-8 đọc nhầm',
}

/** The code of the warning over a stretch that may still be in an old encoding. */
export const LEGACY_DOUBTFUL = 'legacy_doubtful'

/** The warning `legacy_doubtful` over a stretch; `suggestion` is the other reading, if there is one. */
export function doubt(piece: Span & { encoding: LegacyEncoding }, suggestion: string | null): TextWarning {
  return {
    start: piece.start,
    end: piece.end,
    code: LEGACY_DOUBTFUL,
    message: `Đoạn này có thể còn chữ bảng mã cũ ${NAMES[piece.encoding]}; hãy đối chiếu với bản gốc.`,
    suggestion,
  }
}
