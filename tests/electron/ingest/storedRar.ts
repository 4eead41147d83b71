/** Texts by name come in, a RAR 5 archive that stores them uncompressed goes out (the published «RAR 5.0 archive format»). */
import { crc32 } from 'node:zlib'

/** A number of seven bits a byte, the lowest first. */
function vint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...vint(Math.floor(value / 0x80))]
}

function block(...fields: readonly (readonly number[])[]): Buffer {
  const header = Buffer.from(fields.flat())
  const sized = Buffer.from([...vint(header.length), ...header])
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(crc32(sized))
  return Buffer.concat([sum, sized])
}

const SIGNATURE = Buffer.from([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00])
const [MAIN, FILE, END] = [1, 2, 5]
const HAS_DATA = 2
const HAS_CRC = 4
const UNIX = 1

/** The archive, as if it were whole or the first of several. */
export function storedRar(files: Readonly<Record<string, string>>, hasMoreVolumes = false): Buffer {
  const parts = Object.entries(files).flatMap(([name, text]) => {
    const data = Buffer.from(text)
    const sum = Buffer.alloc(4)
    sum.writeUInt32LE(crc32(data))
    const bytes = [...Buffer.from(name)]
    const header = block(
      [FILE, HAS_DATA],
      vint(data.length),
      [HAS_CRC],
      vint(data.length),
      vint(0o100644),
      [...sum],
      [0, UNIX],
      vint(bytes.length),
      bytes,
    )
    return [header, data]
  })
  return Buffer.concat([SIGNATURE, block([MAIN, 0, 0]), ...parts, block([END, 0, hasMoreVolumes ? 1 : 0])])
}
