/** Bytes of a ZIP package (docx, odt, xlsx, zip) come in, its entries go out, refused when they would inflate to a bomb. */
import yauzl from 'yauzl'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'

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

/** One entry; `name` uses `/` and is already checked to stay inside the package. */
export interface ArchiveEntry {
  readonly name: string
  readonly isFolder: boolean
  readonly isEncrypted: boolean
  readonly bytes: number
  read(): Promise<Uint8Array>
}

/** A package's directory by entry name. */
export type ArchiveDirectory = ReadonlyMap<string, ArchiveEntry>

/** Thrown inside a read when the bytes that come out exceed what the directory declared or the limits allow. */
export class ArchiveBombError extends Error {}

function readAll(file: yauzl.ZipFile, entry: yauzl.Entry, limits: ArchiveLimits): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error)
        return
      }
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > limits.entryBytes) stream.destroy(new ArchiveBombError(entry.fileName))
        else chunks.push(chunk)
      })
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}

function isBomb(entry: yauzl.Entry, limits: ArchiveLimits): boolean {
  if (entry.uncompressedSize > limits.entryBytes) return true
  if (entry.uncompressedSize < limits.ratioFloorBytes) return false
  return entry.uncompressedSize > Math.max(1, entry.compressedSize) * limits.ratio
}

/**
 * Reads the directory and refuses it by declared sizes: `archive_bomb`, or `file_damaged` when it cannot be read.
 * Entries are inflated only when asked for; yauzl ends a stream that outgrows its declaration.
 */
export function openArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = PACKAGE_LIMITS,
): Promise<Result<ArchiveDirectory>> {
  return new Promise((resolve) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    yauzl.fromBuffer(buffer, { lazyEntries: true }, (error, file) => {
      if (error) {
        resolve(fail('file_damaged', undefined, error.message))
        return
      }
      const entries = new Map<string, ArchiveEntry>()
      let total = 0
      const stop = (result: Result<ArchiveDirectory>): void => {
        file.removeAllListeners('entry')
        resolve(result)
      }
      file.on('error', (problem: Error) => stop(fail('file_damaged', undefined, problem.message)))
      file.on('end', () => resolve(succeed(entries)))
      file.on('entry', (entry: yauzl.Entry) => {
        total += entry.uncompressedSize
        if (entries.size >= limits.entries || total > limits.totalBytes || isBomb(entry, limits)) {
          stop(fail('archive_bomb', undefined, `${entry.fileName}: ${entry.uncompressedSize} bytes declared`))
          return
        }
        entries.set(entry.fileName, {
          name: entry.fileName,
          isFolder: entry.fileName.endsWith('/'),
          isEncrypted: (entry.generalPurposeBitFlag & 1) === 1,
          bytes: entry.uncompressedSize,
          read: () => readAll(file, entry, limits),
        })
        file.readEntry()
      })
      file.readEntry()
    })
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
    const bytes = await entry.read()
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
    return succeed(new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes))
  } catch (error) {
    if (error instanceof ArchiveBombError) return fail('archive_bomb', name)
    return fail('file_damaged', name, error instanceof Error ? error.message : String(error))
  }
}
