/** Tables come in, an Excel workbook (.xlsx) as a file goes out; text stays text, so nothing in it can run. */
import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Result } from '../../../shared/contract/result.ts'
import type { Cell } from './csv.ts'
import { type Column, THREAD_DATA, type ToWorkbookThread, threadFile } from './workbookThread.ts'
import { writeWhole } from './writeWhole.ts'

/** A sheet: its name, columns and rows of cells, which are drawn a piece at a time while other requests are answered. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: Iterable<readonly Cell[]>
}

/** Drawing rows holds the process no longer than this at a time. */
const TURN_MS = 15
/** Rows handed over in one message: copying them takes about a millisecond. */
const ROWS_A_MESSAGE = 200

/**
 * Writes the workbook. It is built in a thread of its own, since the library answers nobody meanwhile otherwise: a tenth
 * of a second a thousand rows.
 */
export async function writeWorkbook(path: string, sheets: readonly Sheet[]): Promise<Result<string>> {
  const thread = new Worker(threadFile, { workerData: THREAD_DATA })
  try {
    const [[bytes]] = await Promise.all([once(thread, 'message'), handOver(thread, sheets)])
    // The channel between threads has no types.
    return await writeWhole(path, [bytes as Uint8Array])
  } finally {
    await thread.terminate()
  }
}

/** A row an item, drawn only when it is handed over. Ordinals count from 1. */
export function* drawRows<T>(
  items: Iterable<T>,
  draw: (item: T, ordinal: number) => readonly Cell[],
): Generator<readonly Cell[]> {
  let ordinal = 0
  for (const item of items) {
    ordinal += 1
    yield draw(item, ordinal)
  }
}

async function handOver(thread: Worker, sheets: readonly Sheet[]): Promise<void> {
  const post = (message: ToWorkbookThread): void => thread.postMessage(message)
  let turnEnds = performance.now() + TURN_MS
  for (const { name, columns, rows } of sheets) {
    post({ kind: 'sheet', name, columns: columns.map(plain) })
    let pending: (readonly Cell[])[] = []
    for (const row of rows) {
      pending.push(row)
      const isTurnOver = performance.now() >= turnEnds
      if (pending.length < ROWS_A_MESSAGE && !isTurnOver) continue
      post({ kind: 'rows', rows: pending })
      pending = []
      if (!isTurnOver) continue
      await nextTurn()
      turnEnds = performance.now() + TURN_MS
    }
    if (pending.length > 0) post({ kind: 'rows', rows: pending })
  }
  post({ kind: 'end' })
}

/** A column without what its owner keeps beside it: functions cannot be sent to a thread. */
const plain = ({ heading, width, isDay = false }: Column): Column => ({ heading, width, isDay })
