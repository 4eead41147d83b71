/** Text in one legacy encoding (as windows-1252 shows its bytes) goes in, NFC Unicode comes out, and the way back. */
import { byteOf, characterOf } from './codePage.ts'
import {
  ACCENTED_LETTERS,
  TCVN3_CAPITALS,
  TCVN3_LOWER,
  VISCII_LOWER,
  VISCII_UPPER,
  VNI_SHAPES,
  VNI_SINGLES,
  VNI_TONES,
  VPS_LOWER,
  VPS_UPPER,
  WINDOWS_1258,
} from './tables.ts'

/** Encodings text can be in before it is NFC Unicode; `mojibake` is UTF-8 read as windows-1252. */
export const LEGACY_ENCODINGS = ['tcvn3', 'vni', 'viscii', 'vps', 'windows-1258', 'nfd', 'mojibake'] as const
/** @see LEGACY_ENCODINGS */
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number]

type CodeTable = {
  readonly toLetter: ReadonlyMap<number, string>
  readonly toByte: ReadonlyMap<string, number>
}

function buildTable(
  lower: readonly number[],
  capitals: (letter: string, index: number) => number | undefined,
): CodeTable {
  const toLetter = new Map<number, string>()
  const toByte = new Map<string, number>()
  ACCENTED_LETTERS.forEach((letter, index) => {
    for (const [form, code] of [
      [letter, lower[index]],
      [letter.toUpperCase(), capitals(letter.toUpperCase(), index)],
    ] as const) {
      if (code === undefined) continue
      toLetter.set(code, form)
      toByte.set(form, code)
    }
  })
  return { toLetter, toByte }
}

const TABLES = {
  tcvn3: buildTable(TCVN3_LOWER, (letter) => TCVN3_CAPITALS[letter]),
  viscii: buildTable(VISCII_LOWER, (_, index) => VISCII_UPPER[index]),
  vps: buildTable(VPS_LOWER, (_, index) => VPS_UPPER[index]),
} as const

const decodeBytes = (text: string, table: CodeTable): string =>
  Array.from(text, (character) => {
    const byte = byteOf(character)
    return (byte === null ? undefined : table.toLetter.get(byte)) ?? character
  }).join('')

const encodeBytes = (text: string, table: CodeTable): string =>
  Array.from(text, (letter) => {
    const byte = table.toByte.get(letter)
    return byte === undefined ? letter : characterOf(byte)
  }).join('')

const VNI_MARKS: Readonly<Record<string, string>> = { ...VNI_SHAPES, ...VNI_TONES }
const VNI_LETTERS: Readonly<Record<string, string>> = VNI_SINGLES
const VNI_TONE_CLASS = Object.keys(VNI_TONES).join('')
/** A VNI letter: base and mark «aù» (á), «oä» (ộ), «öï» (ự), or a single «ñ» (đ). Breve marks follow «a» only. */
const VNI_UNIT = new RegExp(
  `a[${Object.keys(VNI_MARKS).join('')}]|[eo][${VNI_TONE_CLASS}âàáåãä]|[uyôö][${VNI_TONE_CLASS}]|[${Object.keys(VNI_SINGLES).join('')}]`,
  'gi',
)

function decodeVni(text: string): string {
  return text.replace(VNI_UNIT, (unit) => {
    const base = unit.charAt(0)
    const lowerBase = base.toLowerCase()
    const letter = VNI_LETTERS[lowerBase] ?? lowerBase
    const mark = unit.length === 2 ? (VNI_MARKS[unit.charAt(1).toLowerCase()] ?? '') : ''
    const composed = (letter + mark).normalize('NFC')
    return base === lowerBase ? composed : composed.toUpperCase()
  })
}

/** Breve-and-hook marks share letters with tones on purpose of the standard: the longest mark wins when encoding. */
const VNI_CODE: ReadonlyMap<string, string> = new Map(
  ACCENTED_LETTERS.flatMap((letter): [string, string][] => {
    const single = Object.entries(VNI_SINGLES).find(([, value]) => value === letter)
    const code = single?.[0] ?? vniPair(letter)
    return [
      [letter, code],
      [letter.toUpperCase(), code.toUpperCase()],
    ]
  }),
)

function vniPair(letter: string): string {
  const decomposed = letter.normalize('NFD')
  const horned = /[ou]\u031b/.exec(decomposed)?.[0] // «ờ» = o + horn + grave
  const base = horned ? (horned.startsWith('o') ? 'ô' : 'ö') : decomposed.charAt(0)
  const marks = decomposed.replace(/^.\u031b?/u, '')
  const mark = Object.entries(VNI_MARKS).find(
    ([, value]) => `a${value}`.normalize('NFC') === `a${marks}`.normalize('NFC'),
  )
  return base + (mark?.[0] ?? '')
}

/** A tone on a vowel, decomposed: «\u0301» in «ế». windows-1258 writes it after the shaped vowel. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u

function encodeWindows1258(text: string): string {
  const codeOf = new Map(Object.entries(WINDOWS_1258).map(([code, value]) => [value, code]))
  return Array.from(text, (letter) => {
    const decomposed = letter.normalize('NFD')
    const tone = TONE.exec(decomposed)?.[0]
    const base = tone === undefined ? letter : decomposed.replace(tone, '').normalize('NFC')
    return (codeOf.get(base) ?? base) + (tone === undefined ? '' : (codeOf.get(tone) ?? tone))
  }).join('')
}

const decodeWindows1258 = (text: string): string =>
  Array.from(text, (character) => WINDOWS_1258[character] ?? character)
    .join('')
    .normalize('NFC')

/** A UTF-8 sequence shown as windows-1252: «áº£» (ả), «Ä\u0091» (đ), «á»\u0087» (ệ). */
const UTF8_SHOWN = /[\u00c2-\u00df].|[\u00e0-\u00ef]..|[\u00f0-\u00f4].../gsu

function decodeMojibake(text: string): string {
  return text
    .replace(UTF8_SHOWN, (shown) => {
      const units = Array.from(shown, byteOf)
      const lead = units[0] ?? 0
      const rest = units.slice(1)
      if (!rest.every((byte) => byte !== null && byte >= 0x80 && byte < 0xc0)) return shown
      const leadBits = lead & (0x7f >> units.length)
      const code = rest.reduce((value: number, byte) => (value << 6) | ((byte ?? 0) & 0x3f), leadBits)
      return code > 0x10ffff ? shown : String.fromCodePoint(code)
    })
    .normalize('NFC')
}

function encodeMojibake(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) return character
    const tail = (shift: number) => characterOf(0x80 | ((code >> shift) & 0x3f))
    if (code < 0x800) return characterOf(0xc0 | (code >> 6)) + tail(0)
    if (code < 0x10000) return characterOf(0xe0 | (code >> 12)) + tail(6) + tail(0)
    return characterOf(0xf0 | (code >> 18)) + tail(12) + tail(6) + tail(0)
  }).join('')
}

/**
 * Legacy text to NFC Unicode. What the encoding has no letter for stays as it is.
 * The text must come straight from the file: a stripped U+00AD is a lost «ư» of TCVN3.
 */
export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  switch (encoding) {
    case 'tcvn3':
    case 'viscii':
    case 'vps':
      return decodeBytes(text, TABLES[encoding]).normalize('NFC')
    case 'vni':
      return decodeVni(text).normalize('NFC')
    case 'windows-1258':
      return decodeWindows1258(text)
    case 'nfd':
      return text.normalize('NFC')
    case 'mojibake':
      return decodeMojibake(text)
  }
}

/** NFC Unicode to legacy text as windows-1252 shows it. TCVN3 has no toned capitals: hand it lower case. */
export function encodeLegacy(text: string, encoding: LegacyEncoding): string {
  switch (encoding) {
    case 'tcvn3':
    case 'viscii':
    case 'vps':
      return encodeBytes(text, TABLES[encoding])
    case 'vni':
      return Array.from(text, (letter) => VNI_CODE.get(letter) ?? letter).join('')
    case 'windows-1258':
      return encodeWindows1258(text)
    case 'nfd':
      return text.normalize('NFD')
    case 'mojibake':
      return encodeMojibake(text)
  }
}
