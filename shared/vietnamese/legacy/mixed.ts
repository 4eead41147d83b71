/** A text of unknown or mixed encodings goes in; it comes out in NFC, line by line, with what was changed and where. */
import type { TextWarning } from '../../contract/document.ts'
import { byteOf, isBeyondBytes } from './codePage.ts'
import { type Conversion, type ConvertedPiece, decodeStretch, doubt, isDoubtful } from './convert.ts'
import { detectLegacy, scoreReadings, type TextEncoding } from './detect.ts'
import type { LegacyEncoding } from './encodings.ts'
import { FREQUENT_WORDS } from './frequentWords.ts'
import { isSyllable } from './syllable.ts'

/** A conversion with the way from old offsets to new ones, for pages and blocks already measured. */
export interface MixedConversion extends Conversion {
  /** New offset of an old one (UTF-16). Inside a changed line it is exact at words, proportional within a word. */
  readonly fromOriginal: (offset: number) => number
}

/** What is known of one line after looking at it alone. `null`: nothing in it speaks either way. */
interface LineVerdict {
  readonly encoding: TextEncoding | null
  readonly isSure: boolean
}

const BEYOND_ASCII = /[^\p{ASCII}]/u

/** A letter only Unicode Vietnamese text holds: «ả», «Đ», «ư». */
const REAL_UNICODE = /[ĂăĐđƠơƯưĨĩŨũ\u1ea0-\u1ef9]/u
/** Latin-1 letters that Unicode Vietnamese uses as they are: «à», «Ý». */
const LATIN_VIETNAMESE = new Set('ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý')
/** Typographic characters good text is full of. */
const TYPOGRAPHY = new Set('“”‘’–—…•«»°\u00a0')

/** A sign of legacy codes among letters: «©» of «nh©n», «ñ» of «ñoàng», a control character, a combining tone. */
function isSuspicious(character: string): boolean {
  const code = character.charCodeAt(0)
  if (code < 0x80) return code < 0x20 && !/\s/.test(character)
  if (LATIN_VIETNAMESE.has(character) || TYPOGRAPHY.has(character)) return false
  return byteOf(character) !== null || (code >= 0x300 && code < 0x370)
}

/** The cheap answer for the lines of good documents: real Unicode letters and no sign of anything else. */
function isPlainUnicode(line: string): boolean {
  if (!REAL_UNICODE.test(line)) return false
  for (const character of line) if (isSuspicious(character)) return false
  return true
}

/** True when a line holds anything a legacy encoding could have put there. */
const holdsCodes = (line: string): boolean => BEYOND_ASCII.test(line) || [...line].some(isSuspicious)

/** The words of a line that may be legacy: all but those with a letter only Unicode has. */
const byteWordsOf = (line: string): string =>
  line
    .split(/\s+/)
    .filter((word) => !isRealUnicode(word))
    .join(' ')

function judgeLine(fullLine: string, dominant: LegacyEncoding | null): LineVerdict {
  if (!holdsCodes(fullLine)) return { encoding: null, isSure: true }
  if (isPlainUnicode(fullLine)) return { encoding: 'unicode', isSure: true }
  const whole = detectLegacy(fullLine)
  if (whole.encoding === 'nfd') return { encoding: 'nfd', isSure: true }
  const line = byteWordsOf(fullLine)
  const alone = detectLegacy(line)
  if (alone.encoding !== 'unicode' && alone.confidence >= 0.25)
    return { encoding: alone.encoding, isSure: true }
  const readings = scoreReadings(line)
  const asIs = readings.get('unicode')?.score ?? 0
  const inDominant = dominant === null ? -1 : (readings.get(dominant)?.score ?? -1)
  if (dominant !== null && inDominant > asIs) return { encoding: dominant, isSure: inDominant - asIs > 0.2 }
  if (dominant !== null && inDominant === asIs && asIs > 0) return { encoding: dominant, isSure: false }
  return { encoding: 'unicode', isSure: dominant === null || asIs - inDominant > 0.2 }
}

/** The legacy encoding most of a text is in, or null. Lines are weighed by their accented words. */
function dominantEncoding(lines: readonly string[]): LegacyEncoding | null {
  const weights = new Map<LegacyEncoding, number>()
  for (const line of lines) {
    if (!holdsCodes(line) || isPlainUnicode(line)) continue
    const { encoding, confidence, words } = detectLegacy(byteWordsOf(line))
    if (encoding === 'unicode' || encoding === 'nfd') continue
    weights.set(encoding, (weights.get(encoding) ?? 0) + confidence * words)
  }
  const heaviest = [...weights].sort(([, left], [, right]) => right - left)[0]
  return heaviest !== undefined && heaviest[1] >= 1 ? heaviest[0] : null
}

/** An unsure line follows its sure neighbours; when they disagree it keeps its own reading and is listed. */
function settle(verdicts: readonly LineVerdict[], index: number): LineVerdict {
  const own = verdicts[index] ?? { encoding: null, isSure: true }
  if (own.isSure || own.encoding === null) return own
  const isWitness = (verdict: LineVerdict) => verdict.isSure && verdict.encoding !== null
  const before = verdicts.slice(0, index).findLast(isWitness)?.encoding ?? null
  const after = verdicts.slice(index + 1).find(isWitness)?.encoding ?? null
  const neighbour = before ?? after
  if (neighbour === null || (before !== null && after !== null && before !== after)) return own
  return { encoding: neighbour, isSure: true }
}

/** Words and what stands between them: «Uû ban» gives «Uû», « », «ban». */
const WORD_OR_GAP = /\s+|[^\s]+/gu

/** True when a word holds a letter no byte can stand for, so that it is Unicode already: «Đảng». */
const isRealUnicode = (word: string): boolean => [...word].some(isBeyondBytes)

/** A line that holds both Unicode and legacy letters is converted word by word, only where that reads better. */
function convertWords(line: string, encoding: LegacyEncoding): string {
  return line.replace(WORD_OR_GAP, (word) => {
    if (!holdsCodes(word) || isRealUnicode(word)) return word
    const decoded = decodeStretch(word, encoding)
    const [before, after] = [lettersOf(word), lettersOf(decoded)]
    if (!isSyllable(before)) return decoded
    if (!isSyllable(after)) return word
    // «dân» would be «dõn», «sè» is «số»: words that can be both are what officials write every day.
    return FREQUENT_WORDS.has(before.toLowerCase()) ? word : decoded
  })
}

const lettersOf = (word: string): string => word.replace(/[^\p{L}\p{M}]/gu, '')

/**
 * Converts a text of which nothing is known: `.txt` files, PDF text layers, runs without a telling font.
 * Unicode stays untouched (only composed to NFC). Each line is judged by its own words, then by the encoding most of
 * the text is in, then by its neighbours; lines that stay open are listed as `legacy_doubtful`.
 */
export function convertMixed(text: string): MixedConversion {
  const lines = text.split('\n')
  const dominant = dominantEncoding(lines)
  const verdicts = lines.map((line) => judgeLine(line, dominant))
  const pieces: ConvertedPiece[] = []
  const warnings: TextWarning[] = []
  const converted: string[] = []
  const oldStarts: number[] = []
  const newStarts: number[] = []
  let oldAt = 0
  let newAt = 0
  lines.forEach((line, index) => {
    const { encoding, isSure } = settle(verdicts, index)
    const legacy = encoding === null || encoding === 'unicode' ? null : encoding
    const result = legacy === null ? line.normalize('NFC') : convertLine(line, legacy)
    oldStarts.push(oldAt)
    newStarts.push(newAt)
    const piece = { start: newAt, end: newAt + result.length, encoding: legacy ?? 'nfd', original: line }
    if (legacy !== null && (!isSure || isDoubtful(result))) {
      pieces.push({ ...piece, isDoubtful: true })
      warnings.push(doubt(piece, result === line ? null : line))
    } else if (legacy === null && !isSure && dominant !== null) {
      const left = { ...piece, encoding: dominant, isDoubtful: true } as const
      pieces.push(left)
      warnings.push(doubt(left, decodeStretch(line, dominant)))
    } else if (result !== line) pieces.push(piece)
    converted.push(result)
    oldAt += line.length + 1
    newAt += result.length + 1
  })
  const fromOriginal = (offset: number): number => mapOffset(offset, lines, converted, oldStarts, newStarts)
  return { text: converted.join('\n'), pieces, warnings, fromOriginal }
}

function convertLine(line: string, encoding: LegacyEncoding): string {
  const isMixed = encoding !== 'nfd' && line.split(/\s+/).some(isRealUnicode)
  return (isMixed ? convertWords(line, encoding) : decodeStretch(line, encoding)).normalize('NFC')
}

function mapOffset(
  offset: number,
  lines: readonly string[],
  converted: readonly string[],
  oldStarts: readonly number[],
  newStarts: readonly number[],
): number {
  let low = 0
  let high = oldStarts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((oldStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const oldLine = lines[low] ?? ''
  const newLine = converted[low] ?? ''
  const within = Math.min(offset - (oldStarts[low] ?? 0), oldLine.length)
  const start = newStarts[low] ?? 0
  if (oldLine.length === newLine.length || within === 0) return start + within
  if (within === oldLine.length) return start + newLine.length
  return start + mapWithinLine(within, oldLine, newLine)
}

/** Both lines have the same words in the same order, so the n-th word of one is the n-th of the other. */
function mapWithinLine(within: number, oldLine: string, newLine: string): number {
  const oldParts = oldLine.match(WORD_OR_GAP) ?? []
  const newParts = newLine.match(WORD_OR_GAP) ?? []
  let oldAt = 0
  let newAt = 0
  for (const [index, part] of oldParts.entries()) {
    const counterpart = newParts[index] ?? ''
    if (within < oldAt + part.length) {
      return newAt + Math.round(((within - oldAt) / part.length) * counterpart.length)
    }
    oldAt += part.length
    newAt += counterpart.length
  }
  return newAt
}
