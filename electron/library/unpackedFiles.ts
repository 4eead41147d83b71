/** Files inside mails and archives, for as long as an import needs them on the disk: unpacked once, found again after a kill. */
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import type { WriteHandle } from '../db/handles.ts'
import { isUnfinished, listContainers, rootOf } from '../db/importMembers.ts'
import type { QueuedItem } from '../db/imports.ts'
import type { Extractor } from '../ingest/extraction.ts'
import { type UnpackedMember, type UnpackRequest, unpackedFile } from '../ingest/unpack.ts'
import { createTurns } from './turns.ts'

/** All that may come of one file on the disk, whatever is nested in it: enough for an archive of years, not for a trap. */
const LIMITS = { files: 20_000, bytes: 4 * 1024 ** 3 } as const

/** How a container is opened again when its unpacked files are gone. */
export interface OpenOptions {
  readonly password?: string | undefined
  readonly signal: AbortSignal
}

/** The work folder of one library's imports. */
export interface UnpackedFiles {
  /** Keeps what came of the item's file on the disk until it is released as often. */
  hold(item: QueuedItem): void
  /** Where the file of an item stands; a member whose container was cleared away is unpacked again. */
  locate(item: QueuedItem, options: OpenOptions): Promise<Result<string>>
  /** How an item is to be unpacked, should it be a container. */
  requestFor(item: QueuedItem): UnpackRequest
  /** Counts what was found in an item. */
  count(item: QueuedItem, members: readonly UnpackedMember[]): void
  /** Clears away what came of the item's file on the disk, once all of it was read. */
  release(item: QueuedItem): Promise<void>
  /** Clears away all that no import needs. */
  sweep(): Promise<void>
}

/** Opens the work folder of a library; nothing is written until a container comes. */
export function createUnpackedFiles(
  libraryFolder: string,
  db: WriteHandle,
  extractor: Extractor,
): UnpackedFiles {
  const work = join(libraryFolder, 'unpacked')
  const folderOf = (root: number): string => join(work, String(root))
  const held = new Map<number, number>()
  const counted = new Map<number, { files: number; bytes: number }>()
  const turns = createTurns()

  function requestFor(item: QueuedItem): UnpackRequest {
    const { files, bytes } = counted.get(rootOf(item)) ?? { files: 0, bytes: 0 }
    return {
      folder: folderOf(rootOf(item)),
      path: item.path,
      depth: item.depth,
      files: LIMITS.files - files,
      bytes: LIMITS.bytes - bytes,
    }
  }

  async function clear(root: number): Promise<void> {
    if (held.has(root) || isUnfinished(db, root)) return
    counted.delete(root)
    await rm(folderOf(root), { recursive: true, force: true })
  }

  /** Opens the containers of a member one after the other, from the file on the disk inwards. */
  async function unpackAgain(member: QueuedItem, { password, signal }: OpenOptions): Promise<Result<string>> {
    const file = unpackedFile(folderOf(rootOf(member)), member.path)
    if (existsSync(file)) return succeed(file)
    for (const container of listContainers(db, member)) {
      const source =
        container.rootId === null ? container.path : unpackedFile(folderOf(container.rootId), container.path)
      const opened = await extractor.extract(source, {
        fileName: basename(container.path),
        ocr: 'never',
        password,
        signal,
        unpack: { ...requestFor(container), ...LIMITS },
      })
      if (!opened.ok) return { ok: false, failure: { ...opened.failure, subject: member.path } }
    }
    return existsSync(file) ? succeed(file) : fail('file_missing', member.path)
  }

  return {
    hold: (item) => {
      held.set(rootOf(item), (held.get(rootOf(item)) ?? 0) + 1)
    },
    locate: async (item, options) =>
      item.rootId === null
        ? succeed(item.path)
        : turns(String(item.rootId), () => unpackAgain(item, options)),
    requestFor,
    count: (item, members) => {
      if (members.length === 0) return
      const root = rootOf(item)
      const { files, bytes } = counted.get(root) ?? { files: 0, bytes: 0 }
      const added = members.reduce((sum, member) => sum + member.bytes, 0)
      counted.set(root, { files: files + members.length, bytes: bytes + added })
    },
    release: async (item) => {
      const root = rootOf(item)
      const left = (held.get(root) ?? 1) - 1
      if (left > 0) held.set(root, left)
      else held.delete(root)
      if (item.rootId !== null || counted.has(root)) await clear(root)
    },
    sweep: async () => {
      if (!existsSync(work)) return
      for (const name of await readdir(work)) await clear(Number(name))
    },
  }
}
