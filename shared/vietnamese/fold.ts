/** Text comes in; the same text without marks, bar of đ and capitals goes out, with a way back to its offsets. */

/** Folded text. `text` is never longer than the source; `toSource(offset)` maps an offset of `text` to the source. */
export interface FoldedText {
  readonly text: string
  /** UTF-16 offset of `text` (0..text.length) → UTF-16 offset of the source (0..source.length). */
  readonly toSource: (offset: number) => number
}

/** Everything below general punctuation is looked up; above it no letter of Vietnamese or its repairs is found. */
const TABLE_SIZE = 0x2000
/** Table value of a character that disappears: a combining mark. */
const DROPPED = 0
const COMBINING_MARK = /^\p{M}$/u // U+0301, the acute of a decomposed «á»
const COMBINING_MARKS = /\p{M}/gu // U+0302 and U+0301 of a decomposed «ấ»

/** Letters whose bar is no combining mark: đ, and the look-alikes typists and OCR put in its place. */
const BARRED: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ɖ: 'd', ƣ: 'u' }

const foldedCode = buildTable()

function buildTable(): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE)
  for (let code = 0; code < TABLE_SIZE; code += 1) table[code] = foldCharacter(code)
  return table
}

function foldCharacter(code: number): number {
  const character = String.fromCharCode(code)
  if (COMBINING_MARK.test(character)) return DROPPED
  const lower = character.toLowerCase().normalize('NFD').replace(COMBINING_MARKS, '')
  const bare = BARRED[lower] ?? lower
  return bare.length === 1 && code !== 0 ? bare.charCodeAt(0) : code
}

/**
 * Folds for search: «Hoà», «Hòa» and decomposed «Hòa» all give «hoa», «Đảng» gives «dang».
 * Tone placement and NFC/NFD vanish with the marks; i/y is another matter (`spelling.ts`). Any string is accepted.
 */
export function fold(source: string): FoldedText {
  const length = source.length
  const codes = new Uint16Array(length)
  let offsets: Uint32Array | null = null
  let written = 0
  for (let index = 0; index < length; index += 1) {
    const code = source.charCodeAt(index)
    const folded = code < TABLE_SIZE ? (foldedCode[code] ?? code) : code
    if (folded === DROPPED && code !== 0) {
      offsets ??= identity(length + 1)
      continue
    }
    codes[written] = folded
    if (offsets) offsets[written] = index
    written += 1
  }
  const text = decodeUtf16(codes, written)
  if (!offsets) return { text, toSource: (offset) => offset }
  const map = offsets
  map[written] = length
  return { text, toSource: (offset) => map[Math.min(Math.max(offset, 0), written)] ?? length }
}

/** Folds a word or a short phrase when no offsets are needed: «Ủy ban» → «uy ban». */
export function foldWord(word: string): string {
  return fold(word).text
}

function identity(length: number): Uint32Array {
  const offsets = new Uint32Array(length)
  for (let index = 0; index < length; index += 1) offsets[index] = index
  return offsets
}

/** Arguments per call: engines limit how many one call takes. */
const CHUNK = 4096

function decodeUtf16(codes: Uint16Array, length: number): string {
  let text = ''
  for (let start = 0; start < length; start += CHUNK) {
    // Spreading would walk an iterator, five times slower; `apply` takes anything with a length, though its type does not say so.
    const chunk = codes.subarray(start, Math.min(start + CHUNK, length)) as unknown as number[]
    text += String.fromCharCode.apply(null, chunk)
  }
  return text
}
