/** Bytes of a ZIP package (docx, odt, xlsx, zip) come in, its entries go out, refused when they would inflate to a bomb. */
import type { Readable } from 'node:stream'
import { crc32, inflateRawSync } from 'node:zlib'
import yauzl from 'yauzl'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import { decodeName, freeName } from './memberName.ts'
import { ArchivePasswordError, decryptEntry, type ZipEncryption } from './zipDecryption.ts'

/** Bounds of a package. Sizes in bytes; `ratio` is inflated size over stored size, watched above `ratioFloorBytes`. */
export interface ArchiveLimits {
  readonly entries: number
  readonly totalBytes: number
  readonly entryBytes: number
  readonly ratio: number
  readonly ratioFloorBytes: number
}

/**
 * Real documents of 2,000 pages inflate 15–40 times to 60 MB; the bomb that was measured inflated 300 times to
 * 30 MB and kept a converter busy for 40 s.
 */
export const PACKAGE_LIMITS: ArchiveLimits = {
  entries: 20_000,
  totalBytes: 512 * 1024 * 1024,
  entryBytes: 256 * 1024 * 1024,
  ratio: 120,
  ratioFloorBytes: 8 * 1024 * 1024,
}

/** An archive is unpacked to the disk piece by piece, so sizes matter less than being a trap. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 20_000,
  totalBytes: 4 * 1024 ** 3,
  entryBytes: 2 * 1024 ** 3,
  ratio: 200,
  ratioFloorBytes: 64 * 1024 * 1024,
}

/** One entry. `name` uses `/` and is only a key: a hostile package may call an entry anything. */
export interface ArchiveEntry {
  readonly name: string
  /** False for folders and symbolic links. */
  readonly isFile: boolean
  readonly isEncrypted: boolean
  readonly bytes: number
  /** The contents piece by piece, checked against size and CRC; throws `ArchiveBombError`, `ArchivePasswordError` or `Error`. */
  chunks(): AsyncIterable<Uint8Array>
}

/** A package's directory by entry name. */
export type ArchiveDirectory = ReadonlyMap<string, ArchiveEntry>

/** Thrown inside a read when the bytes that come out exceed what the directory declared or the limits allow. */
export class ArchiveBombError extends Error {}

async function* readChunks(
  file: yauzl.ZipFile,
  entry: yauzl.Entry,
  limits: ArchiveLimits,
  password: string | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0
  let crc = 0
  const pieces = entry.isEncrypted()
    ? [await decrypt(file, entry, limits, password)]
    : await openStream(file, entry, {})
  for await (const piece of pieces) {
    size += piece.length
    if (size > limits.entryBytes) throw new ArchiveBombError(entry.fileName)
    crc = crc32(piece, crc)
    yield piece
  }
  // WinZip's AE-2 keeps no CRC: its seal was checked instead.
  const isSealed = entry.isEncrypted() && entry.crc32 === 0
  if (size !== entry.uncompressedSize || (crc !== entry.crc32 && !isSealed)) {
    throw new Error(`${entry.fileName}: contents do not match their checksum`)
  }
}

function openStream(
  file: yauzl.ZipFile,
  entry: yauzl.Entry,
  options: yauzl.ZipFileOptions,
): Promise<Readable> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, options, (error, stream) => {
      if (error) reject(error)
      else resolve(stream)
    })
  })
}

async function decrypt(
  file: yauzl.ZipFile,
  entry: yauzl.Entry,
  limits: ArchiveLimits,
  password: string | undefined,
): Promise<Buffer> {
  if (password === undefined) throw new ArchivePasswordError()
  const { encryption, method } = encryptionOf(entry)
  const plain = decryptEntry(
    await collect(await openStream(file, entry, { decodeFileData: false })),
    encryption,
    password,
  )
  if (method === STORED) return plain
  if (method !== DEFLATED) throw new Error(`compression method ${method}`)
  return inflateRawSync(plain, { maxOutputLength: limits.entryBytes })
}

const STORED = 0
const DEFLATED = 8
const AES_METHOD = 99
const AES_FIELD = 0x9901

function encryptionOf(entry: yauzl.Entry): { encryption: ZipEncryption; method: number } {
  const aes = entry.extraFields.find(({ id }) => id === AES_FIELD)?.data
  if (entry.compressionMethod === AES_METHOD && aes && aes.length >= 7) {
    const strength = aes.readUInt8(4)
    if (strength !== 1 && strength !== 2 && strength !== 3) throw new Error(`encryption strength ${strength}`)
    return { encryption: { kind: 'aes', strength }, method: aes.readUInt16LE(5) }
  }
  // Where sizes follow the data the CRC was not known yet, and the time stands in for it.
  const check = (entry.generalPurposeBitFlag & 8) === 0 ? entry.crc32 >>> 24 : entry.lastModFileTime >>> 8
  return { encryption: { kind: 'zipCrypto', check }, method: entry.compressionMethod }
}

/** All pieces as one. */
export async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

const UTF8_FLAG = 0x0800
const UNICODE_PATH_FIELD = 0x7075

/** The name by its own word for its encoding, else guessed; Windows writes strokes the other way now and then. */
function nameOf(entry: yauzl.Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
  const isDeclared =
    (generalPurposeBitFlag & UTF8_FLAG) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH_FIELD)
  const name = isDeclared
    ? yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
    : decodeName(fileNameRaw)
  return name.replaceAll('\\', '/')
}

const FILE_TYPE = 0xf000
const SYMBOLIC_LINK = 0xa000

const isFile = (entry: yauzl.Entry, name: string): boolean =>
  !name.endsWith('/') && ((entry.externalFileAttributes >>> 16) & FILE_TYPE) !== SYMBOLIC_LINK

function isBomb(entry: yauzl.Entry, limits: ArchiveLimits): boolean {
  if (entry.uncompressedSize > limits.entryBytes) return true
  if (entry.uncompressedSize < limits.ratioFloorBytes) return false
  return entry.uncompressedSize > Math.max(1, entry.compressedSize) * limits.ratio
}

/**
 * Reads the directory and refuses it by declared sizes: `archive_bomb`, or `file_damaged` when it cannot be read.
 * Entries are inflated only when asked for; yauzl ends a stream that outgrows its declaration.
 */
export async function openArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = PACKAGE_LIMITS,
  password?: string,
): Promise<Result<ArchiveDirectory>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const opened = await open((ready) => yauzl.fromBuffer(buffer, OPTIONS, ready))
  return opened.ok ? readDirectory(opened.value, limits, password) : opened
}

/** The same of an archive on the disk that is too large to hold; `close` it when its entries were read. */
export async function openArchiveFile(
  path: string,
  password?: string,
): Promise<Result<{ readonly directory: ArchiveDirectory; close(): void }>> {
  const opened = await open((ready) => yauzl.open(path, { ...OPTIONS, autoClose: false }, ready))
  if (!opened.ok) return opened
  const directory = await readDirectory(opened.value, ARCHIVE_LIMITS, password)
  if (directory.ok) return succeed({ directory: directory.value, close: () => opened.value.close() })
  opened.value.close()
  return directory
}

// Names are decoded here: a package that calls an entry «../x» is still read.
const OPTIONS = { lazyEntries: true, decodeStrings: false } as const

type Ready = (error: Error | null, file: yauzl.ZipFile) => void

function open(start: (ready: Ready) => void): Promise<Result<yauzl.ZipFile>> {
  return new Promise((resolve) => {
    start((error, file) => resolve(error ? fail('file_damaged', undefined, error.message) : succeed(file)))
  })
}

function readDirectory(
  file: yauzl.ZipFile,
  limits: ArchiveLimits,
  password: string | undefined,
): Promise<Result<ArchiveDirectory>> {
  return new Promise((resolve) => {
    const entries = new Map<string, ArchiveEntry>()
    let total = 0
    const stop = (result: Result<ArchiveDirectory>): void => {
      file.removeAllListeners('entry')
      resolve(result)
    }
    file.on('error', (problem: Error) => stop(fail('file_damaged', undefined, problem.message)))
    file.on('end', () => resolve(succeed(entries)))
    file.on('entry', (entry: yauzl.Entry) => {
      const name = freeName(nameOf(entry), entries)
      total += entry.uncompressedSize
      if (entries.size >= limits.entries || total > limits.totalBytes || isBomb(entry, limits)) {
        stop(fail('archive_bomb', undefined, `${name}: ${entry.uncompressedSize} bytes declared`))
        return
      }
      entries.set(name, {
        name,
        isFile: isFile(entry, name),
        isEncrypted: entry.isEncrypted(),
        bytes: entry.uncompressedSize,
        chunks: () => readChunks(file, entry, limits, password),
      })
      file.readEntry()
    })
    file.readEntry()
  })
}

/** Reads one entry as UTF-8 (or UTF-16 with a mark), null when the package has none of that name. */
export async function readTextEntry(
  directory: ArchiveDirectory,
  name: string,
): Promise<Result<string | null>> {
  const entry = directory.get(name)
  if (!entry) return succeed(null)
  try {
    const bytes = await collect(entry.chunks())
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
    return succeed(new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes))
  } catch (error) {
    if (error instanceof ArchiveBombError) return fail('archive_bomb', name)
    return fail('file_damaged', name, error instanceof Error ? error.message : String(error))
  }
}
