/** A folder in, the files that appear or change in it out, each once it has stopped growing; a share may come and go. */
import { stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { watch as watchTree } from 'chokidar'
import { discover, isLeftover } from './discover.ts'

/** The state of a file when it was seen. `changedMs` as the file system tells it. */
export interface SeenFile {
  readonly path: string
  readonly size: number
  readonly changedMs: number
}

/** How a folder is watched. Times in milliseconds. */
export interface WatchOptions {
  /** Files that settled, in batches. */
  readonly onFiles: (files: readonly SeenFile[]) => void
  /** Called when the folder can be reached again, or no longer. */
  readonly onReachable: (isReachable: boolean) => void
  /** True for a state of a file that was handed over before. */
  readonly isKnown: (file: SeenFile) => boolean
  /** A file must keep its size and time this long: scanners and copies write for a while. */
  readonly settleMs?: number | undefined
  /** The whole folder is looked through this often: events of network shares are not to be relied on. */
  readonly rescanMs?: number | undefined
}

/** A running watch. */
export interface FolderWatch {
  readonly folder: string
  close(): Promise<void>
}

const SETTLE_MS = 2000
const RESCAN_MS = 5 * 60_000
/** Files handed over together. */
const BATCH = 200

/**
 * Watches a folder and all below it. Events of the file system make it prompt; looking through the folder again and again
 * makes it sure, on shares that send none or were away. What is removed there is of no concern here.
 */
export function watchFolder(folder: string, options: WatchOptions): FolderWatch {
  const settleMs = options.settleMs ?? SETTLE_MS
  const stopping = new AbortController()
  const { signal } = stopping
  const settling = new Set<string>()
  let isReachable: boolean | null = null

  const tell = (now: boolean): void => {
    if (now !== isReachable) options.onReachable(now)
    isReachable = now
  }

  async function settle(path: string): Promise<SeenFile | null> {
    if (settling.has(path)) return null
    settling.add(path)
    try {
      let before = await look(path)
      while (before && !signal.aborted) {
        if (options.isKnown(before)) return null
        await pause(settleMs, undefined, { signal })
        const after = await look(path)
        if (after && after.size === before.size && after.changedMs === before.changedMs) return after
        before = after
      }
      return null
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return null
      throw error
    } finally {
      settling.delete(path)
    }
  }

  async function offer(paths: readonly string[]): Promise<void> {
    const settled = (await Promise.all(paths.map(settle))).filter((file) => file !== null)
    if (settled.length > 0 && !signal.aborted) options.onFiles(settled)
  }

  async function rescan(): Promise<void> {
    tell((await look(folder)) !== null)
    if (!isReachable) return
    let batch: string[] = []
    for await (const found of discover([folder], signal)) {
      if (!found.ok) continue
      const file = await look(found.value)
      if (file && !options.isKnown(file)) batch.push(found.value)
      if (batch.length < BATCH) continue
      await offer(batch)
      batch = []
    }
    await offer(batch)
  }

  const events = watchTree(folder, { ignoreInitial: true, ignored: (path) => isLeftover(path) })
  const noticed = (path: string): void => void offer([path])
  events.on('add', noticed).on('change', noticed)
  // An event source that fails (too many folders, a share that is gone) leaves the rescans, which need none.
  events.on('error', () => undefined)

  const rescanning = (async () => {
    while (!signal.aborted) {
      await rescan()
      await pause(options.rescanMs ?? RESCAN_MS, undefined, { signal, ref: false }).catch(() => undefined)
    }
  })()

  return {
    folder,
    close: async () => {
      stopping.abort()
      await events.close()
      await rescanning
    },
  }
}

/** Null for what is not there, not readable or not a file or folder. */
async function look(path: string): Promise<SeenFile | null> {
  try {
    const found = await stat(path)
    return { path, size: found.size, changedMs: found.mtimeMs }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
