/** Bytes of a 7z or RAR archive come in, its files go out, unpacked by libarchive in a thread of its own. */
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { type Endpoint, proxy, releaseProxy, wrap } from 'comlink'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import { ARCHIVE_LIMITS } from './archive.ts'
import type { Member } from './members.ts'

/** An entry as the thread gives it; `fileData` only when it was unpacked. */
interface PackedEntry {
  readonly path: string
  readonly size: number
  readonly type: string | undefined
  readonly fileData?: Uint8Array
}

/** What libarchive.js' thread answers. Its own front keeps entries in a plain object by name, which a name can poison. */
interface ArchiveThread {
  open(file: Blob, opened: () => void): void
  listFiles(): PackedEntry[]
  extractFiles(): PackedEntry[]
  extractSingleFile(path: string): PackedEntry | undefined
  hasEncryptedData(): boolean | null
}

/** Unpacked sizes up to which all files are taken in one go, in bytes; a larger archive is read once for each file. */
const ALL_AT_ONCE = 128 * 1024 * 1024

/** An opened archive; `close` ends its thread. */
export interface PackedArchive {
  readonly members: readonly Member[]
  close(): Promise<void>
}

/**
 * Lists an archive. Fails with `archive_bomb` by declared sizes, `encryption_unsupported`, `file_damaged`. The contents
 * of a member throw as `ArchiveEntry.chunks` does.
 */
export async function openPacked(bytes: Uint8Array): Promise<Result<PackedArchive>> {
  const worker = new Worker(
    createRequire(import.meta.url).resolve('libarchive.js/dist/worker-bundle-node.mjs'),
  )
  const died = new Promise<never>((_, reject) => worker.once('error', reject))
  died.catch(() => undefined) // it may die when nobody waits for it any more
  const answered = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, died])
  const Thread = wrap<new (ready: () => void) => ArchiveThread>(endpointOf(worker))
  const close = async (): Promise<void> => {
    Thread[releaseProxy]()
    await worker.terminate()
  }
  try {
    const ready = Promise.withResolvers<void>()
    const thread = await answered(new Thread(proxy(ready.resolve)))
    await answered(ready.promise)
    const opened = Promise.withResolvers<void>()
    await answered(thread.open(new Blob([Uint8Array.from(bytes)]), proxy(opened.resolve)))
    await answered(opened.promise)

    const files = (await answered(thread.listFiles())).filter(({ type }) => type === 'FILE')
    const total = files.reduce((sum, { size }) => sum + size, 0)
    const trouble = troubleOf(files, total, bytes.length)
    if (trouble === 'file_damaged' && (await answered(thread.hasEncryptedData())) === true) {
      await close()
      return fail('encryption_unsupported')
    }
    if (trouble) {
      await close()
      return fail(trouble, undefined, `${files.length} files of ${total} bytes`)
    }
    const all = total <= ALL_AT_ONCE ? await answered(unpackAll(thread)) : new Map<string, Uint8Array>()
    const read = async (path: string): Promise<Uint8Array> => {
      const entry = await answered(thread.extractSingleFile(path))
      if (!entry?.fileData) throw new Error(`${path}: not found again`)
      return entry.fileData
    }
    const members = files.map(({ path: name }) => ({
      name,
      async *chunks() {
        yield all.get(name) ?? (await read(name))
      },
    }))
    return succeed({ members, close })
  } catch (error) {
    await close()
    if (!(error instanceof Error)) throw error
    return fail(isEncryption(error) ? 'encryption_unsupported' : 'file_damaged', undefined, error.message)
  }
}

/** Node's threads speak in events where those of a browser have listeners; all of them end with the thread. */
const endpointOf = (worker: Worker): Endpoint => {
  const heard = new Map<unknown, (data: unknown) => void>()
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer as []),
    addEventListener: (_, listener) => {
      const hear = (data: unknown): void => {
        const event = new MessageEvent('message', { data })
        if ('handleEvent' in listener) listener.handleEvent(event)
        else listener(event)
      }
      heard.set(listener, hear)
      worker.on('message', hear)
    },
    removeEventListener: (_, listener) => {
      const hear = heard.get(listener)
      if (hear) worker.off('message', hear)
    },
  }
}

const isEncryption = (error: Error): boolean => /encrypt|passphrase/i.test(error.message)

function troubleOf(files: readonly PackedEntry[], total: number, packed: number) {
  const { entries, totalBytes, ratio, ratioFloorBytes } = ARCHIVE_LIMITS
  if (files.length === 0) return 'file_damaged'
  const isTrap = total > ratioFloorBytes && total > packed * ratio
  return files.length > entries || total > totalBytes || isTrap ? 'archive_bomb' : null
}

/** All files by path; those of an archive with a damaged one are read one by one, so that the others are had. */
async function unpackAll(thread: {
  extractFiles(): Promise<PackedEntry[]>
}): Promise<Map<string, Uint8Array>> {
  try {
    const entries = await thread.extractFiles()
    return new Map(entries.flatMap(({ path, fileData }) => (fileData ? [[path, fileData] as const] : [])))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (isEncryption(error)) throw error
    return new Map()
  }
}
