/** Bytes of a text file come in, Unicode text and the name of its encoding go out. */
import iconv from 'iconv-lite'

/** What the bytes were; `legacy` text was decoded byte by byte and waits for `shared/vietnamese/legacy`. */
export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'single-byte'
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

/**
 * UTF-16 without a mark: every other byte of Latin text is zero. Notepad's «Unicode» always writes a mark, exports of
 * old databases do not. Looks at 4 KB.
 */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 4) return null
  let even = 0
  let odd = 0
  sample.forEach((byte, index) => {
    if (byte !== 0) return
    if (index % 2 === 0) even += 1
    else odd += 1
  })
  const half = sample.length / 2
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be'
  return null
}

/** Decodes text of unknown encoding; null when the bytes are no text at all (zero bytes that are not UTF-16). */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  if (startsWith(bytes, 0xff, 0xfe)) return decodeAs(bytes.subarray(2), 'utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return decodeAs(bytes.subarray(2), 'utf-16be')
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodeAs(bytes.subarray(3), 'utf-8')
  const utf16 = unmarkedUtf16(bytes)
  if (utf16) return decodeAs(bytes, utf16)
  if (bytes.subarray(0, 65_536).includes(0)) return null
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { text: iconv.decode(Buffer.from(bytes), 'latin1'), encoding: 'single-byte' }
  }
}

function decodeAs(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}
