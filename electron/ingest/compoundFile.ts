/** Bytes of a Compound File (the container of doc, xls, msg and encrypted docx) come in, its named streams go out. */
import { fail, type Result, succeed } from '../../shared/contract/result.ts'

/** A stream: `path` joins storages with `/` («__attach_version1.0_#00000000/__substg1.0_37010102»). Sizes in bytes. */
export interface CompoundStream {
  readonly path: string
  readonly size: number
  read(): Uint8Array
}

/** A compound file's streams by path. */
export type CompoundFile = ReadonlyMap<string, CompoundStream>

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const END_OF_CHAIN = 0xfffffffa

/** Whether the bytes start as a compound file does. */
export const isCompoundFile = (bytes: Uint8Array): boolean =>
  SIGNATURE.every((byte, index) => bytes[index] === byte)

interface DirectoryEntry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/** Opens the container ([MS-CFB]); `file_damaged` when its tables point outside the file or in circles. */
export function openCompoundFile(bytes: Uint8Array): Result<CompoundFile> {
  try {
    return succeed(new CompoundReader(bytes).streams())
  } catch (error) {
    if (error instanceof RangeError) return fail('file_damaged', undefined, error.message)
    throw error
  }
}

class CompoundReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #sectorSize: number
  readonly #miniSize: number
  readonly #miniCutoff: number
  readonly #table: readonly number[]
  readonly #miniTable: readonly number[]
  readonly #entries: readonly DirectoryEntry[]
  #miniStream: Uint8Array | null = null

  constructor(bytes: Uint8Array) {
    if (!isCompoundFile(bytes)) throw new RangeError('no compound file')
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#sectorSize = 1 << this.#view.getUint16(30, true)
    this.#miniSize = 1 << this.#view.getUint16(32, true)
    this.#miniCutoff = this.#view.getUint32(56, true)
    if (this.#sectorSize < 512 || this.#sectorSize > 4096) throw new RangeError('bad sector size')
    this.#table = this.#tableSectors().flatMap((sector) => this.#numbersOf(this.#sector(sector)))
    this.#miniTable = this.#numbersOf(this.#chain(this.#view.getUint32(60, true)))
    this.#entries = this.#directory(this.#chain(this.#view.getUint32(48, true)))
  }

  streams(): CompoundFile {
    const found = new Map<string, CompoundStream>()
    const seen = new Set<number>()
    const visit = (index: number, folder: string): void => {
      const entry = this.#entries[index]
      if (!entry || seen.has(index)) return
      seen.add(index)
      visit(entry.left, folder)
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.type === 1) visit(entry.child, path)
      else if (entry.type === 2) found.set(path, { path, size: entry.size, read: () => this.#read(entry) })
      visit(entry.right, folder)
    }
    visit(this.#entries[0]?.child ?? -1, '')
    return found
  }

  #sector(index: number): Uint8Array {
    const start = (index + 1) * this.#sectorSize
    if (start >= this.#bytes.length) throw new RangeError(`sector ${index} lies outside the file`)
    return this.#bytes.subarray(start, start + this.#sectorSize)
  }

  #numbersOf(bytes: Uint8Array): readonly number[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true))
  }

  /** The sectors that hold the allocation table: 109 in the header, the rest in a chain of their own. */
  #tableSectors(): readonly number[] {
    const sectors = Array.from({ length: 109 }, (_, index) => this.#view.getUint32(76 + index * 4, true))
    let next = this.#view.getUint32(68, true)
    for (let left = this.#view.getUint32(72, true); left > 0 && next < END_OF_CHAIN; left -= 1) {
      const numbers = this.#numbersOf(this.#sector(next))
      sectors.push(...numbers.slice(0, -1))
      next = numbers.at(-1) ?? END_OF_CHAIN
      if (sectors.length * this.#sectorSize > this.#bytes.length * 2) throw new RangeError('endless table')
    }
    return sectors.filter((sector) => sector < END_OF_CHAIN)
  }

  #chain(start: number): Uint8Array {
    const parts: Uint8Array[] = []
    for (let sector = start; sector < END_OF_CHAIN; sector = this.#table[sector] ?? END_OF_CHAIN) {
      parts.push(this.#sector(sector))
      if (parts.length > this.#table.length) throw new RangeError('endless chain')
    }
    return Buffer.concat(parts)
  }

  #directory(bytes: Uint8Array): readonly DirectoryEntry[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return Array.from({ length: Math.floor(bytes.length / 128) }, (_, index) => {
      const at = index * 128
      const length = Math.min(64, Math.max(2, view.getUint16(at + 64, true)))
      return {
        name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      }
    })
  }

  #read(entry: DirectoryEntry): Uint8Array {
    if (entry.size >= this.#miniCutoff) return this.#chain(entry.start).subarray(0, entry.size)
    this.#miniStream ??= this.#chain(this.#entries[0]?.start ?? END_OF_CHAIN)
    const parts: Uint8Array[] = []
    for (let sector = entry.start; sector < END_OF_CHAIN; sector = this.#miniTable[sector] ?? END_OF_CHAIN) {
      parts.push(this.#miniStream.subarray(sector * this.#miniSize, (sector + 1) * this.#miniSize))
      if (parts.length > this.#miniTable.length) throw new RangeError('endless chain')
    }
    return Buffer.concat(parts).subarray(0, entry.size)
  }
}
