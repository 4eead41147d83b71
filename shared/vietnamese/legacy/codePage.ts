/** A character as windows-1252 showed a byte goes in, that byte comes out: how legacy bytes reach us inside Unicode text. */

/** What windows-1252 shows for bytes 0x80–0x9F; the five holes keep their control character. */
const UPPER_CONTROL_AREA = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const BYTE_OF_CHARACTER: ReadonlyMap<string, number> = new Map(
  [...UPPER_CONTROL_AREA].map((character, index) => [character, 0x80 + index]),
)

/** Characters that stand for another one after NFKC or a PDF font map, with the byte they began as. */
const BYTE_OF_ALIAS: ReadonlyMap<string, number> = new Map([
  ['μ', 0xb5], // Greek mu for the micro sign: TCVN3 «à»
])

/**
 * The byte a character stood for when windows-1252 (or Latin-1) text was made of legacy bytes.
 * @returns 0–255, or null when the character can only be real Unicode («ả», «Đ», «ư»)
 */
export function byteOf(character: string): number | null {
  const code = character.charCodeAt(0)
  if (character.length === 1 && code < 0x100) return code
  return BYTE_OF_CHARACTER.get(character) ?? BYTE_OF_ALIAS.get(character) ?? null
}

/** A letter or combining mark only real Unicode text holds: «ả», «Đ», «ư», not «é» nor «—». */
export const isBeyondBytes = (character: string): boolean =>
  byteOf(character) === null && /[\p{L}\p{M}]/u.test(character)

/** The character windows-1252 shows for a byte (0–255). */
export function characterOf(byte: number): string {
  return byte >= 0x80 && byte < 0xa0 ? UPPER_CONTROL_AREA.charAt(byte - 0x80) : String.fromCharCode(byte)
}

/** Bytes as the text a windows-1252 reader would have shown; nothing is lost, `byteOf` takes it back. */
export function bytesAsText(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 4096) {
    const slice = bytes.subarray(start, start + 4096)
    pieces.push(Array.from(slice, characterOf).join(''))
  }
  return pieces.join('')
}
