/** Watched folders of an open library: folders in, imports of what appears in them out. */
import { stat } from 'node:fs/promises'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import type { WatchedFolder } from '../../shared/contract/views.ts'
import type { WriteHandle } from '../db/handles.ts'
import {
  deleteWatchedFolder,
  isFileKnown,
  listWatchedFolders,
  saveKnownFile,
  saveWatchedFolder,
} from '../db/watches.ts'
import { type FolderWatch, watchFolder } from '../ingest/watch.ts'
import type { ImportQueue } from './importQueue.ts'
import type { LibraryContext } from './session.ts'

/** The watches of one library. */
export interface FolderWatches {
  list(): WatchedFolder[]
  /** Fails with `file_missing` when there is no such folder now; a known folder may be away later. */
  add(folder: string, isTemporary: boolean): Promise<Result<Record<string, never>>>
  remove(folder: string): Promise<void>
  /** Starts the folders kept in the library. */
  resume(): void
  close(): Promise<void>
}

/** What the watches work with. */
export interface WatchParts {
  readonly context: LibraryContext
  readonly db: WriteHandle
  readonly queue: Pick<ImportQueue, 'start'>
  readonly now: () => string
}

/** Builds the watches of an open library; none runs until `resume` or `add`. */
export function createFolderWatches({ context, db, queue, now }: WatchParts): FolderWatches {
  const running = new Map<string, { watch: FolderWatch; state: WatchedFolder }>()
  const list = (): WatchedFolder[] => [...running.values()].map(({ state }) => state)

  function change(folder: string, next: (state: WatchedFolder) => WatchedFolder): void {
    const entry = running.get(folder)
    if (!entry) return
    running.set(folder, { ...entry, state: next(entry.state) })
    context.emit('watch.changed', list())
  }

  function start(folder: string, isTemporary: boolean, isThere: boolean): void {
    const watch = watchFolder(folder, {
      isKnown: (file) => isFileKnown(db, file.path, file.size, file.changedMs),
      onReachable: (isReachable) => change(folder, (state) => ({ ...state, isReachable })),
      onFiles: (files) => {
        db.transaction(() => {
          for (const file of files) saveKnownFile(db, file.path, file.size, file.changedMs)
        })()
        queue.start(
          files.map(({ path }) => path),
          'auto',
        )
        change(folder, (state) => ({ ...state, taken: state.taken + files.length }))
      },
    })
    // A share that does not answer is asked for by the watch, in its own time.
    running.set(folder, { watch, state: { folder, isReachable: isThere, isTemporary, taken: 0 } })
  }

  return {
    list,
    add: async (folder, isTemporary) => {
      if (!(await isFolder(folder))) return fail('file_missing', folder)
      if (!isTemporary) saveWatchedFolder(db, folder, now())
      if (!running.has(folder)) start(folder, isTemporary, true)
      context.emit('watch.changed', list())
      return succeed({})
    },
    remove: async (folder) => {
      deleteWatchedFolder(db, folder)
      const entry = running.get(folder)
      running.delete(folder)
      await entry?.watch.close()
      context.emit('watch.changed', list())
    },
    resume: () => {
      for (const folder of listWatchedFolders(db)) start(folder, false, false)
    },
    close: async () => {
      const closing = [...running.values()]
      running.clear()
      await Promise.all(closing.map(({ watch }) => watch.close()))
    },
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
