/** The import queue: paths in, documents in the library and events on the way; it lives in the database and survives a kill. */
import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import type { ImportItem } from '../../shared/contract/views.ts'
import type { StoredDocument } from '../db/documents.ts'
import type { WriteHandle } from '../db/handles.ts'
import { hasWaiting, insertMembers } from '../db/importMembers.ts'
import { readDossierRoots } from '../db/importPlaces.ts'
import {
  cancelWaitingItems,
  findItem,
  findItemByPath,
  finishItem,
  insertFailedItem,
  insertItems,
  insertJob,
  listFailedPaths,
  listJobs,
  type OcrChoice,
  type QueuedItem,
  readPausedOcr,
  reviveJobs,
  setJobState,
  takeNextItem,
} from '../db/imports.ts'
import { dropOldRecognisedPages } from '../db/recognisedPages.ts'
import { discover } from '../ingest/discover.ts'
import type { Extractor } from '../ingest/extraction.ts'
import { createFolderFiling } from './folderDossiers.ts'
import { type IngestOutcome, type IngestParts, ingestFile, rereadFile } from './ingestFile.ts'
import { resolveHeld, resolveHeldInSteps, resolveInSteps, resolvePending } from './resolvePending.ts'
import type { LibraryContext } from './session.ts'
import { createTurns } from './turns.ts'
import { createUnpackedFiles } from './unpackedFiles.ts'

/** Paths listed before the queue is written and the window told. */
const LISTING_BATCH = 500
/** Documents between two resolutions of instruments: a family is resolved once for all that arrived meanwhile. */
const RESOLVE_EVERY = 40
/** A resolution is followed by this many times its own time without one: families grow with the library. */
const RESOLVE_PAUSE = 9
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
  const unpacked = createUnpackedFiles(context.session.folder, db, parts.extractor)
  const fileByFolder = createFolderFiling(db, parts.now)
  const running = new Map<
    number,
    { controller: AbortController; pausing: AbortController; finished: Promise<void> }
  >()

  /** Pages finished of the files being read, by path; the one read longest first. */
  const pagesOf = new Map<
    string,
    { readonly jobId: number; readonly finished: number; readonly total: number }
  >()

  /** Files read outside a job; a library is not closed under them. */
  const asides = new Set<Promise<unknown>>()
  function aside<T>(reading: Promise<T>): Promise<T> {
    const settled = reading.finally(() => asides.delete(settled))
    asides.add(settled)
    return settled
  }

  async function resolveRest(): Promise<void> {
    for (const _ of resolveInSteps(db, context.vocabulary)) {
      if (stopping.signal.aborted) return
      await nextTurn()
    }
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
    let nextSettling = 0
    const settle = async (): Promise<void> => {
      // Until this one is over no other begins.
      nextSettling = Number.POSITIVE_INFINITY
      const startedAt = performance.now()
      let isChanged = false
      for (const _ of resolveInSteps(db, context.vocabulary)) {
        isChanged = true
        await nextTurn()
      }
      nextSettling = performance.now() + (performance.now() - startedAt) * RESOLVE_PAUSE
      if (isChanged) context.emit('library.changed', { reason: 'import' })
    }
    let reading = 0
    let oneFinished = Promise.withResolvers<void>()
    const isStopped = (outcome: IngestOutcome): boolean =>
      stopping.signal.aborted && outcome.state === 'cancelled'
    const worker = async (): Promise<void> => {
      for (;;) {
        const item = nextItem()
        if (!item && reading === 0) return
        if (!item) {
          // What is being read now may hold files for this worker.
          await oneFinished.promise
          continue
        }
        report.now(false)
        reading += 1
        const outcome = await ingestSafely(item, ocr, signal, {
          onPages: notePages(jobId, item.path, report),
        })
        pagesOf.delete(item.path)
        if (!isStopped(outcome)) record(jobId, item, outcome)
        reading -= 1
        oneFinished.resolve()
        oneFinished = Promise.withResolvers()
        await unpacked.release(item)
        if (isStopped(outcome)) return
        if (outcome.state === 'imported') unresolved += 1
        if (unresolved >= RESOLVE_EVERY) {
          unresolved = 0
          for (const _ of resolveHeldInSteps(db, context.vocabulary)) await nextTurn()
          if (performance.now() >= nextSettling) await settle()
        }
        report.now(false)
        // Lets requests of the window in between two files.
        await nextTurn()
      }
    }
    const nextItem = () => (signal.aborted || pausing.aborted ? undefined : takeNextItem(db, jobId))
    // One more than files are read at once: while one is stored the next is read already.
    const workers = (parts.jobs ?? defaultJobs()) + 1
    do {
      await Promise.all(Array.from({ length: workers }, worker))
      if (stopping.signal.aborted) return
      await settle()
      // A password may have opened an archive meanwhile.
    } while (!signal.aborted && !pausing.aborted && hasWaiting(db, jobId))
    if (signal.aborted) cancelWaitingItems(db, jobId)
    if (pausing.aborted && !signal.aborted) setJobState(db, jobId, 'paused', null)
    else setJobState(db, jobId, signal.aborted ? 'cancelled' : 'finished', parts.now())
    await unpacked.sweep()
    report.now(true)
  }

  const notePages = (jobId: number, path: string, report: ProgressReporter) => {
    return (finished: number, total: number | null): void => {
      if (total === null) return
      pagesOf.set(path, { jobId, finished, total })
      report.now(false)
    }
  }

  /**
   * A bug met by one file is that file's failure: it is told and logged, and the folder goes on. What is unpacked of the
   * file stays until `unpacked.release`.
   */
  async function ingestSafely(
    item: QueuedItem,
    ocr: OcrChoice,
    signal: AbortSignal,
    more: Pick<IngestParts, 'password' | 'onPages'>,
  ): Promise<IngestOutcome> {
    unpacked.hold(item)
    try {
      const source = await unpacked.locate(item, { password: more.password, signal })
      if (source.ok) {
        const places = { source: source.value, unpack: unpacked.requestFor(item) }
        return await ingestFile(item.path, { ...ingestParts(ocr, signal), ...places, ...more })
      }
      const isCancelled = source.failure.code === 'cancelled'
      if (isCancelled) return { state: 'cancelled', members: [] }
      return { state: 'failed', failure: source.failure, seconds: 0, members: [] }
    } catch (error) {
      console.error(error)
      const detail = error instanceof Error ? error.message : String(error)
      const failure = { code: 'internal', subject: item.path, detail } as const
      return { state: 'failed', failure, seconds: 0, members: [] }
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

  function record(jobId: number, item: QueuedItem, { members, ...outcome }: IngestOutcome): void {
    unpacked.count(item, members)
    const finished = db.transaction(() => {
      finishItem(db, item.id, outcome)
      const failed = members.length > 0 ? insertMembers(db, jobId, item, members) : []
      const items = [item.id, ...failed].flatMap((id) => findItem(db, id) ?? [])
      for (const one of items) fileByFolder(jobId, one)
      return items
    })()
    for (const one of finished) context.emit('import.item', { jobId, item: one })
  }

  function progressReporter(jobId: number): ProgressReporter {
    let last = 0
    return {
      now: (isLast) => {
        if (!isLast && Date.now() - last < PROGRESS_INTERVAL_MS) return
        last = Date.now()
        const [job] = listJobs(db, jobId)
        if (!job) return
        // Of several files being read, the one that takes long is the one a person asks about.
        const [current, pages] = [...pagesOf].find(([, file]) => file.jobId === jobId) ?? [job.current, null]
        context.emit('import.progress', {
          ...job,
          current,
          pages: pages && { finished: pages.finished, total: pages.total },
        })
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
      const outcome = await aside(ingestSafely(found, found.ocr, stopping.signal, { password }))
      // Stopped half-way the file stays as it was: failed, with the same reason.
      if (outcome.state !== 'cancelled') record(jobId, found, outcome)
      await unpacked.release(found)
      if (outcome.state === 'cancelled') return fail('cancelled', path)
      const isOver = listJobs(db, jobId).some(({ state }) => state === 'finished' || state === 'cancelled')
      if (outcome.members.length > 0 && isOver) launch(jobId, null, found.ocr)
      if ('documentId' in outcome && outcome.documentId !== undefined)
        resolvePending(db, context.vocabulary, outcome.documentId)
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
      if (read.ok) resolvePending(db, context.vocabulary, document.id)
      return read
    },
    resume: () => {
      dropOldRecognisedPages(db, new Date(Date.parse(parts.now()) - PAGES_KEPT_MS).toISOString())
      // What a kill left is resolved beside the first requests; documents are there at once.
      resolveHeld(db, context.vocabulary)
      void aside(resolveRest())
      const unfinished = reviveJobs(db)
      void aside(unpacked.sweep())
      for (const job of unfinished) {
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
