/** Bytes of an RTF file come in, its tokens go out one by one: groups, control words, and stretches of bytes. */

/** One token. `word` carries its number or null («\b0», «\par»); `bytes` are characters in the font's code page. */
export type RtfToken =
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  | { readonly type: 'word'; readonly name: string; readonly value: number | null }
  | { readonly type: 'bytes'; readonly bytes: readonly number[] }

const OPEN: RtfToken = { type: 'open' }
const CLOSE: RtfToken = { type: 'close' }

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isDigit = (code: number): boolean => code >= 48 && code <= 57

// Symbols after a backslash that stand for a word of their own: «\~» no-break space, «\_» no-break hyphen, «\-» optional hyphen.
const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0x7e, 'nbsp'],
  [0x5f, 'nbhyphen'],
  [0x2d, 'shy'],
  [0x2a, 'star'],
  [0x0a, 'par'],
  [0x0d, 'par'],
  [0x09, 'tab'],
  [0x7c, 'ignored'],
  [0x3a, 'ignored'],
])

/** Walks the tokens of RTF (version 1.9.1 of the specification). Binary pictures («\bin») are stepped over. */
export function* tokensOf(bytes: Uint8Array): Generator<RtfToken, void, undefined> {
  let at = 0
  let pending: number[] = []
  while (at < bytes.length) {
    const code = bytes[at] ?? 0
    if (code === 0x0a || code === 0x0d || code === 0) {
      at += 1
      continue
    }
    if (code !== 0x7b && code !== 0x7d && code !== 0x5c) {
      pending.push(code)
      at += 1
      if (pending.length > 4096) {
        yield { type: 'bytes', bytes: pending }
        pending = []
      }
      continue
    }
    const next = bytes[at + 1] ?? 0
    if (code === 0x5c && next === 0x27) {
      const value = Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0), 16)
      if (!Number.isNaN(value)) pending.push(value)
      at += 4
      continue
    }
    if (code === 0x5c && (next === 0x5c || next === 0x7b || next === 0x7d)) {
      pending.push(next)
      at += 2
      continue
    }
    if (pending.length > 0) {
      yield { type: 'bytes', bytes: pending }
      pending = []
    }
    if (code === 0x7b) yield OPEN
    if (code === 0x7d) yield CLOSE
    if (code !== 0x5c) {
      at += 1
      continue
    }
    if (!isLetter(next)) {
      yield { type: 'word', name: SYMBOLS.get(next) ?? 'ignored', value: null }
      at += 2
      continue
    }
    const word = readWord(bytes, at + 1)
    at = word.end
    if (word.name === 'bin') at += Math.max(0, word.value ?? 0)
    else yield { type: 'word', name: word.name, value: word.value }
  }
  if (pending.length > 0) yield { type: 'bytes', bytes: pending }
}

function readWord(bytes: Uint8Array, start: number): { name: string; value: number | null; end: number } {
  let at = start
  let name = ''
  while (at < bytes.length && isLetter(bytes[at] ?? 0) && name.length < 32) {
    name += String.fromCharCode(bytes[at] ?? 0)
    at += 1
  }
  let digits = ''
  if (bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)) {
    digits = '-'
    at += 1
  }
  while (at < bytes.length && isDigit(bytes[at] ?? 0) && digits.length < 11) {
    digits += String.fromCharCode(bytes[at] ?? 0)
    at += 1
  }
  if (bytes[at] === 0x20) at += 1
  return { name, value: digits === '' ? null : Number(digits), end: at }
}
