/** Keeps the search index in shape behind everything else: an open library in, merged segments or a rebuilt index out. */

import type { WriteHandle } from '../db/handles.ts'
import { compact } from '../search/compaction.ts'
import { needsRebuild } from '../search/state.ts'
import { rebuildIndex } from './searchIndex.ts'

/** A turn of work is short, so that a request of the window never waits longer than this for it. */
const TURN_MS = 25
/** Between two turns while there is work, and between two looks when there was none. */
const BUSY_PAUSE_MS = 200
const IDLE_PAUSE_MS = 5000

/** The running upkeep of one library. */
export interface IndexUpkeep {
  /** Stops after the step at hand; what is left is done at the next opening. */
  close(): Promise<void>
}

/** Starts the upkeep. An index of another format is rebuilt first; searches use the old one until the new one is whole. */
export function startIndexUpkeep(db: WriteHandle, onRebuilt: () => void): IndexUpkeep {
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  const turn = (): void => {
    const isDone = compact(db, TURN_MS)
    timer = setTimeout(turn, isDone ? IDLE_PAUSE_MS : BUSY_PAUSE_MS).unref()
  }
  const starting = (async () => {
    if (needsRebuild(db)) {
      await rebuildIndex(db, () => isClosed)
      if (!isClosed) onRebuilt()
    }
    if (!isClosed) turn()
  })()
  return {
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await starting
    },
  }
}
