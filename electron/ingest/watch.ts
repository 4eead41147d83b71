/** A folder in, the files that appear or change in it out, each once it has stopped growing; a share may come and go. */
import { stat } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { type FSWatcher, watch as watchTree } from 'chokidar'
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
  /** How often it is asked whether the folder is there. */
  readonly probeMs?: number | undefined
}

/** A running watch. */
export interface FolderWatch {
  readonly folder: string
  close(): Promise<void>
}

const SETTLE_MS = 2000
const RESCAN_MS = 5 * 60_000
const PROBE_MS = 10_000
/** Files looked at together. */
const BATCH = 200
/** Settled files wait for others, so that a thousand copied at once are a few imports and not a thousand. */
const GATHER_MS = 500
const GATHERED_AT_MOST = 1000

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
  /** By path: an event and a look through the folder may both have met a file. */
  const gathered = new Map<string, SeenFile>()
  let handingOver: NodeJS.Timeout | undefined

  async function settle(path: string): Promise<SeenFile | null> {
    if (settling.has(path)) return null
    settling.add(path)
    try {
      let before = await look(path)
      while (before && !signal.aborted) {
        const waiting = gathered.get(path)
        if (options.isKnown(before) || (waiting && isSame(waiting, before))) return null
        await pause(settleMs, undefined, { signal })
        const after = await look(path)
        if (after && isSame(after, before)) return after
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

  /** Each settled file puts the handing over off a little, until there are enough. */
  function gather(file: SeenFile): void {
    if (signal.aborted) return
    gathered.set(file.path, file)
    clearTimeout(handingOver)
    if (gathered.size >= GATHERED_AT_MOST) handOver()
    else handingOver = setTimeout(handOver, GATHER_MS)
  }

  function handOver(): void {
    const files = [...gathered.values()]
    gathered.clear()
    if (files.length > 0 && !signal.aborted) options.onFiles(files)
  }

  async function offer(path: string): Promise<void> {
    const settled = await settle(path)
    if (settled) gather(settled)
  }

  async function rescan(): Promise<void> {
    let batch: string[] = []
    for await (const found of discover([folder], signal)) {
      if (!found.ok) continue
      const file = await look(found.value)
      if (file && !options.isKnown(file)) batch.push(found.value)
      if (batch.length < BATCH) continue
      await Promise.all(batch.map(offer))
      batch = []
    }
    await Promise.all(batch.map(offer))
  }

  function listen(): FSWatcher {
    const events = watchTree(folder, { ignoreInitial: true, ignored: (path) => isLeftover(path) })
    const noticed = (path: string): void => void offer(path)
    events.on('add', noticed).on('change', noticed)
    // An event source that fails (too many folders, a share that is gone) leaves the rescans, which need none.
    events.on('error', () => undefined)
    return events
  }

  const watching = (async () => {
    let events: FSWatcher | null = null
    let nextRescan = 0
    while (!signal.aborted) {
      const isThere = (await look(folder)) !== null
      if (isThere !== isReachable) {
        isReachable = isThere
        // Events of a folder that went away do not come back with it.
        await events?.close()
        events = isThere && !signal.aborted ? listen() : null
        nextRescan = 0
        if (!signal.aborted) options.onReachable(isThere)
      }
      if (isThere && performance.now() >= nextRescan) {
        await rescan()
        nextRescan = performance.now() + (options.rescanMs ?? RESCAN_MS)
      }
      await pause(options.probeMs ?? PROBE_MS, undefined, { signal, ref: false }).catch(() => undefined)
    }
    await events?.close()
  })()

  return {
    folder,
    close: async () => {
      stopping.abort()
      clearTimeout(handingOver)
      await watching
    },
  }
}

const isSame = (one: SeenFile, other: SeenFile): boolean =>
  one.size === other.size && one.changedMs === other.changedMs

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
