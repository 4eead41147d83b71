/** The import queue: paths in, documents in the library and events on the way; it lives in the database and survives a kill. */
import { availableParallelism } from 'node:os'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import type { ImportItem } from '../../shared/contract/views.ts'
import type { StoredDocument } from '../db/documents.ts'
import type { WriteHandle } from '../db/handles.ts'
import { readDossierRoots } from '../db/importPlaces.ts'
import {
  cancelWaitingItems,
  findItem,
  findItemByPath,
  finishItem,
  type ItemOutcome,
  insertFailedItem,
  insertItems,
  insertJob,
  listFailedPaths,
  listJobs,
  type OcrChoice,
  readPausedOcr,
  reviveJobs,
  setJobState,
  takeNextItem,
} from '../db/imports.ts'
import { dropOldRecognisedPages } from '../db/recognisedPages.ts'
import { discover } from '../ingest/discover.ts'
import type { Extractor } from '../ingest/extraction.ts'
import { createFolderFiling } from './folderDossiers.ts'
import { type IngestParts, ingestFile, rereadFile } from './ingestFile.ts'
import { resolveInSteps, resolvePending } from './resolvePending.ts'
import type { LibraryContext } from './session.ts'
import { createTurns } from './turns.ts'

/** Paths listed before the queue is written and the window told. */
const LISTING_BATCH = 500
/** Documents between two resolutions of instruments: a family is resolved once for all that arrived meanwhile. */
const RESOLVE_EVERY = 40
/** Pages of a file nobody read to its end are kept so long: a month of holidays. */
const PAGES_KEPT_MS = 30 * 24 * 3_600_000
/** The window needs no more progress than this. */
const PROGRESS_INTERVAL_MS = 120

/** The running imports of one library. */
export interface ImportQueue {
  /** `dossierRoots`: folders among the paths that become dossiers with those below them. */
  start(paths: readonly string[], ocr: OcrChoice, dossierRoots?: readonly string[]): number
  cancel(jobId: number): Result<Record<string, never>>
  /** Lets the files being read end and takes no more, until resumed; survives a restart. */
  pause(jobId: number): Result<Record<string, never>>
  unpause(jobId: number): Result<Record<string, never>>
  retryFailed(jobId: number): Result<{ jobId: number }>
  /** Reads one failed file of a job again with a password; answers what became of it. */
  withPassword(jobId: number, path: string, password: string): Promise<Result<ImportItem>>
  /** Reads the kept original of a document again. */
  reread(
    document: StoredDocument,
    options: { readonly ocr: OcrChoice; readonly password?: string | undefined },
  ): Promise<Result<Record<string, never>>>
  /** Goes on with what a restart or a kill left unfinished. */
  resume(): void
  /** Stops reading without cancelling: the rest is resumed at the next opening. */
  close(): Promise<void>
}

/** What the queue works with. */
export interface QueueParts {
  readonly context: LibraryContext
  readonly db: WriteHandle
  readonly extractor: Extractor
  readonly jobs?: number | undefined
  readonly now: () => string
}

interface ProgressReporter {
  now(isLast: boolean): void
}

/** Reading uses every core but one: the window keeps the last. */
export const defaultJobs = (): number => Math.max(1, availableParallelism() - 1)

/** Builds the queue of an open library. */
export function createImportQueue(parts: QueueParts): ImportQueue {
  const { db, context } = parts
  const stopping = new AbortController()
  const turns = createTurns()
  const fileByFolder = createFolderFiling(db, parts.now)
  const running = new Map<
    number,
    { controller: AbortController; pausing: AbortController; finished: Promise<void> }
  >()

  /** Pages finished of the files being read, by path. */
  const pagesOf = new Map<string, { readonly finished: number; readonly total: number }>()

  /** Files read outside a job; a library is not closed under them. */
  const asides = new Set<Promise<unknown>>()
  function aside<T>(reading: Promise<T>): Promise<T> {
    const settled = reading.finally(() => asides.delete(settled))
    asides.add(settled)
    return settled
  }

  function launch(jobId: number, paths: readonly string[] | null, ocr: OcrChoice): void {
    const controller = new AbortController()
    const pausing = new AbortController()
    const signal = AbortSignal.any([controller.signal, stopping.signal])
    const finished = runJob(jobId, paths, ocr, signal, pausing.signal).finally(() => running.delete(jobId))
    running.set(jobId, { controller, pausing, finished })
  }

  async function runJob(
    jobId: number,
    paths: readonly string[] | null,
    ocr: OcrChoice,
    signal: AbortSignal,
    pausing: AbortSignal,
  ): Promise<void> {
    const report = progressReporter(jobId)
    if (paths) await list(jobId, paths, signal, report)
    if (!signal.aborted) setJobState(db, jobId, 'running', null)
    let unresolved = 0
    const settle = async (): Promise<void> => {
      unresolved = 0
      let isChanged = false
      for (const _ of resolveInSteps(db, context.vocabulary)) {
        isChanged = true
        await nextTurn()
      }
      if (isChanged) context.emit('library.changed', { reason: 'import' })
    }
    const worker = async (): Promise<void> => {
      for (let item = nextItem(); item; item = nextItem()) {
        report.now(false)
        const outcome = await ingestSafely(item.path, ocr, signal, { onPages: notePages(item.path, report) })
        pagesOf.delete(item.path)
        if (stopping.signal.aborted && outcome.state === 'cancelled') return
        record(jobId, item.id, outcome)
        if (outcome.state === 'imported' && ++unresolved >= RESOLVE_EVERY) await settle()
        report.now(false)
        // Lets requests of the window in between two files.
        await nextTurn()
      }
    }
    const nextItem = () => (signal.aborted || pausing.aborted ? undefined : takeNextItem(db, jobId))
    await Promise.all(Array.from({ length: parts.jobs ?? defaultJobs() }, worker))
    if (stopping.signal.aborted) return
    await settle()
    if (signal.aborted) cancelWaitingItems(db, jobId)
    if (pausing.aborted && !signal.aborted) setJobState(db, jobId, 'paused', null)
    else setJobState(db, jobId, signal.aborted ? 'cancelled' : 'finished', parts.now())
    report.now(true)
  }

  const notePages = (path: string, report: ProgressReporter) => (finished: number, total: number | null) => {
    if (total === null) return
    pagesOf.set(path, { finished, total })
    report.now(false)
  }

  /** A bug met by one file is that file's failure: it is told and logged, and the folder goes on. */
  async function ingestSafely(
    path: string,
    ocr: OcrChoice,
    signal: AbortSignal,
    more: Pick<IngestParts, 'password' | 'onPages'>,
  ): Promise<ItemOutcome> {
    try {
      return await ingestFile(path, { ...ingestParts(ocr, signal), ...more })
    } catch (error) {
      console.error(error)
      const detail = error instanceof Error ? error.message : String(error)
      return { state: 'failed', failure: { code: 'internal', subject: path, detail }, seconds: 0 }
    }
  }

  const ingestParts = (ocr: OcrChoice, signal: AbortSignal) => ({
    ...parts,
    folder: context.session.folder,
    vocabulary: context.vocabulary,
    ocr,
    signal,
    turns,
  })

  async function list(
    jobId: number,
    paths: readonly string[],
    signal: AbortSignal,
    report: ProgressReporter,
  ): Promise<void> {
    let batch: string[] = []
    const flush = (): void => {
      if (batch.length > 0) insertItems(db, jobId, batch)
      batch = []
      report.now(false)
    }
    for await (const found of discover(paths, signal)) {
      if (found.ok) batch.push(found.value)
      else insertFailedItem(db, jobId, found.failure.subject ?? '', found.failure)
      if (batch.length >= LISTING_BATCH) flush()
    }
    flush()
  }

  function record(jobId: number, itemId: number, outcome: ItemOutcome): void {
    const item = db.transaction(() => {
      finishItem(db, itemId, outcome)
      const finished = findItem(db, itemId)
      if (finished) fileByFolder(jobId, finished)
      return finished
    })()
    if (item) context.emit('import.item', { jobId, item })
  }

  function progressReporter(jobId: number): ProgressReporter {
    let last = 0
    return {
      now: (isLast) => {
        if (!isLast && Date.now() - last < PROGRESS_INTERVAL_MS) return
        last = Date.now()
        const [job] = listJobs(db, jobId)
        const pages = (job?.current && pagesOf.get(job.current)) || null
        if (job) context.emit('import.progress', { ...job, pages })
      },
    }
  }

  return {
    start: (paths, ocr, dossierRoots = []) => {
      const jobId = insertJob(db, paths, ocr, parts.now(), dossierRoots)
      launch(jobId, paths, ocr)
      return jobId
    },
    cancel: (jobId) => {
      const job = running.get(jobId)
      if (!job) return fail('not_found', String(jobId))
      job.controller.abort()
      return succeed({})
    },
    pause: (jobId) => {
      const job = running.get(jobId)
      if (!job) return fail('not_found', String(jobId))
      job.pausing.abort()
      return succeed({})
    },
    unpause: (jobId) => {
      const ocr = readPausedOcr(db, jobId)
      if (ocr === undefined) return fail('not_found', String(jobId))
      launch(jobId, null, ocr)
      return succeed({})
    },
    retryFailed: (jobId) => {
      const { paths, ocr } = listFailedPaths(db, jobId)
      if (paths.length === 0) return fail('not_found', String(jobId))
      const retried = insertJob(db, paths, ocr, parts.now(), readDossierRoots(db, jobId))
      launch(retried, paths, ocr)
      return succeed({ jobId: retried })
    },
    withPassword: async (jobId, path, password) => {
      const found = findItemByPath(db, jobId, path)
      if (found?.state !== 'failed') return fail('not_found', path)
      const outcome = await aside(ingestSafely(path, found.ocr, stopping.signal, { password }))
      // Stopped half-way the file stays as it was: failed, with the same reason.
      if (outcome.state === 'cancelled') return fail('cancelled', path)
      record(jobId, found.id, outcome)
      resolvePending(db, context.vocabulary)
      progressReporter(jobId).now(true)
      if (outcome.state === 'imported') context.emit('library.changed', { reason: 'import' })
      const item = findItem(db, found.id)
      return item ? succeed(item) : fail('not_found', path)
    },
    reread: async (document, { ocr, password }) => {
      const onPages = (finished: number, total: number | null): void => {
        if (total !== null) context.emit('document.reading', { id: document.id, finished, total })
      }
      const read = await aside(
        rereadFile(document, { ...ingestParts(ocr, stopping.signal), password, onPages }),
      )
      if (read.ok) resolvePending(db, context.vocabulary)
      return read
    },
    resume: () => {
      dropOldRecognisedPages(db, new Date(Date.parse(parts.now()) - PAGES_KEPT_MS).toISOString())
      resolvePending(db, context.vocabulary)
      for (const job of reviveJobs(db)) {
        // A job killed while listing starts its list again: what is held already is passed over as a duplicate.
        if (job.state !== 'paused') launch(job.id, job.state === 'listing' ? job.paths : null, job.ocr)
      }
    },
    close: async () => {
      stopping.abort()
      await Promise.all([...[...running.values()].map(({ finished }) => finished), ...asides])
    },
  }
}
