/** The compressed body of an Outlook message comes in, its RTF goes out. [MS-OXRTFCP]. */

// What every body begins to refer back to (2.1.2.1).
const BEGINNING = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
)
const WINDOW = 4096
const HEADER_BYTES = 16
const COMPRESSED = 0x75465a4c // «LZFu»
const PLAIN = 0x414c454d // «MELA»

/** Unpacks the body; throws `RangeError` for one that is damaged. What comes out is at most 9 times what went in. */
export function unpackRtf(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = Math.min(bytes.length, view.getUint32(0, true) + 4)
  const kind = view.getUint32(8, true)
  if (kind === PLAIN) return bytes.subarray(HEADER_BYTES, end)
  if (kind !== COMPRESSED) throw new RangeError('no compressed RTF')

  const window = new Uint8Array(WINDOW)
  window.set(BEGINNING)
  let write = BEGINNING.length
  const out: number[] = []
  const put = (byte: number): void => {
    out.push(byte)
    window[write] = byte
    write = (write + 1) % WINDOW
  }
  let at = HEADER_BYTES
  while (at < end) {
    const control = view.getUint8(at++)
    for (let bit = 0; bit < 8 && at < end; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(view.getUint8(at++))
        continue
      }
      const reference = view.getUint16(at)
      at += 2
      const from = reference >> 4
      // A reference to the place that is written next ends the body.
      if (from === write) return Uint8Array.from(out)
      const length = (reference & 0xf) + 2
      for (let index = 0; index < length; index += 1) put(window[(from + index) % WINDOW] ?? 0)
    }
  }
  return Uint8Array.from(out)
}
