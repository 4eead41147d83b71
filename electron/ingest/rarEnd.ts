/** Bytes of a RAR archive come in; whether it is whole goes out: its reader passes over what was cut off without a word. */
import { crc32 } from 'node:zlib'

const SIGNATURE = [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00]
const END_BLOCK = 5
const MORE_VOLUMES = 1
/** The end stands last, but programs that send files put bytes of their own behind it. */
const LOOKED_AT = 4096
/** Checksum, size and the fields of the shortest block. */
const SHORTEST = 8

/**
 * True for RAR 5 without its end, or with one that names a following volume. RAR 4 says nothing: archives made before
 * 2002 have no end block, and are read as far as they go.
 */
export function isRarIncomplete(bytes: Uint8Array): boolean {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = Math.max(SIGNATURE.length, bytes.length - LOOKED_AT)
  for (let at = bytes.length - SHORTEST; at >= first; at -= 1) {
    const size = view.getUint8(at + 4)
    const end = at + 5 + size
    if (view.getUint8(at + 5) !== END_BLOCK || size < 3 || end > bytes.length) continue
    if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(at, true)) continue
    return (view.getUint8(end - 1) & MORE_VOLUMES) !== 0
  }
  return true
}
