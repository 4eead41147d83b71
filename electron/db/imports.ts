/** The import queue as rows: jobs and their files, so that an import survives a restart. */
import type { Failure } from '../../shared/contract/result.ts'
import type { ImportItem, ImportJob } from '../../shared/contract/views.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** How images of pages are to be read. */
export type OcrChoice = 'auto' | 'never' | 'force'

/** Starts a job in the `listing` state. Folders among `dossierRoots` become dossiers, with those below them. */
export function insertJob(
  db: WriteHandle,
  paths: readonly string[],
  ocr: OcrChoice,
  startedAt: string,
  dossierRoots: readonly string[],
): number {
  const { lastInsertRowid } = statement(
    db,
    "INSERT INTO import_jobs (started_at, state, ocr, paths, dossier_roots) VALUES (?, 'listing', ?, ?, ?)",
  ).run(startedAt, ocr, JSON.stringify(paths), JSON.stringify(dossierRoots))
  return Number(lastInsertRowid)
}

/** Changes a job's state; a finished or cancelled job gets its end time. */
export function setJobState(
  db: WriteHandle,
  id: number,
  state: ImportJob['state'],
  finishedAt: string | null,
): void {
  statement(db, 'UPDATE import_jobs SET state = ?, finished_at = ? WHERE id = ?').run(state, finishedAt, id)
}

/** Queues files of a job. */
export function insertItems(db: WriteHandle, jobId: number, paths: readonly string[]): void {
  const insert = statement(db, "INSERT INTO import_items (job_id, path, state) VALUES (?, ?, 'waiting')")
  db.transaction(() => {
    for (const path of paths) insert.run(jobId, path)
  })()
}

/** Reports a path that could not even be listed as a failed file of the job. */
export function insertFailedItem(db: WriteHandle, jobId: number, path: string, failure: Failure): void {
  statement(
    db,
    "INSERT INTO import_items (job_id, path, state, seconds, code, subject, detail) VALUES (?, ?, 'failed', 0, ?, ?, ?)",
  ).run(jobId, path, failure.code, failure.subject ?? path, failure.detail ?? null)
}

/** A queued file; `rootId` is the item of the file on the disk a member stands in, `depth` the containers around it. */
export interface QueuedItem {
  readonly id: number
  readonly path: string
  readonly rootId: number | null
  readonly depth: number
}

/**
 * Takes the next waiting file of a job and marks it as being read. Members come first, so that one archive is done with
 * before the next takes its room on the disk.
 */
export function takeNextItem(db: WriteHandle, jobId: number): QueuedItem | undefined {
  const take = (which: string): QueuedItem | undefined =>
    statement<[number], QueuedItem>(
      db,
      `UPDATE import_items SET state = 'reading' WHERE id = (
           SELECT id FROM import_items WHERE job_id = ? AND state = 'waiting' ${which} ORDER BY id LIMIT 1)
         RETURNING id, path, root_id AS rootId, depth`,
    ).get(jobId)
  return take('AND root_id IS NOT NULL') ?? take('')
}

/** What became of a file. */
export type ItemOutcome =
  | { readonly state: 'imported' | 'duplicate'; readonly documentId: number; readonly seconds: number }
  /** An archive: no document, but the files in it. */
  | { readonly state: 'opened'; readonly seconds: number }
  /** With a document the file is kept unread. */
  | {
      readonly state: 'failed'
      readonly failure: Failure
      readonly seconds: number
      readonly documentId?: number | undefined
    }
  | { readonly state: 'cancelled' }

/** Records what became of a file. */
export function finishItem(db: WriteHandle, itemId: number, outcome: ItemOutcome): void {
  const failure = outcome.state === 'failed' ? outcome.failure : null
  statement(
    db,
    'UPDATE import_items SET state = ?, document_id = ?, seconds = ?, code = ?, subject = ?, detail = ? WHERE id = ?',
  ).run(
    outcome.state,
    'documentId' in outcome ? (outcome.documentId ?? null) : null,
    'seconds' in outcome ? outcome.seconds : null,
    failure?.code ?? null,
    failure?.subject ?? null,
    failure?.detail ?? null,
    itemId,
  )
}

/** Marks what a cancelled job had still to read. */
export function cancelWaitingItems(db: WriteHandle, jobId: number): void {
  statement(
    db,
    "UPDATE import_items SET state = 'cancelled' WHERE job_id = ? AND state IN ('waiting', 'reading')",
  ).run(jobId)
}

/** Puts files a killed program left half read back into the queue; returns the unfinished jobs. */
export function reviveJobs(
  db: WriteHandle,
): { id: number; ocr: OcrChoice; state: ImportJob['state']; paths: string[] }[] {
  statement(db, "UPDATE import_items SET state = 'waiting' WHERE state = 'reading'").run()
  return statement<[], { id: number; ocr: OcrChoice; state: ImportJob['state']; paths: string }>(
    db,
    "SELECT id, ocr, state, paths FROM import_jobs WHERE state IN ('listing', 'running', 'paused') ORDER BY id",
  )
    .all()
    .map((row) => ({ ...row, paths: JSON.parse(row.paths) }))
}

/** How a paused job reads images; undefined when the job is not paused. */
export function readPausedOcr(db: ReadHandle, jobId: number): OcrChoice | undefined {
  return statement<[number], OcrChoice>(db, "SELECT ocr FROM import_jobs WHERE id = ? AND state = 'paused'")
    .pluck()
    .get(jobId)
}

/** Paths on the disk of what failed in a job. */
export function listFailedPaths(db: ReadHandle, jobId: number): { paths: string[]; ocr: OcrChoice } {
  const paths = statement<[number], string>(
    db,
    // A member cannot be found without the file on the disk it stands in; what is held by then is passed over.
    `SELECT DISTINCT coalesce(root.path, item.path)
       FROM import_items item LEFT JOIN import_items root ON root.id = item.root_id
       WHERE item.job_id = ? AND item.state = 'failed' ORDER BY coalesce(item.root_id, item.id)`,
  )
    .pluck()
    .all(jobId)
  const ocr = statement<[number], OcrChoice>(db, 'SELECT ocr FROM import_jobs WHERE id = ?')
    .pluck()
    .get(jobId)
  return { paths, ocr: ocr ?? 'auto' }
}

/** One file of a job by its path, and how the job reads images. */
export function findItemByPath(
  db: ReadHandle,
  jobId: number,
  path: string,
): (QueuedItem & { readonly state: ImportItem['state']; readonly ocr: OcrChoice }) | undefined {
  return statement<[number, string], QueuedItem & { state: ImportItem['state']; ocr: OcrChoice }>(
    db,
    `SELECT item.id, item.path, item.root_id AS rootId, item.depth, item.state, job.ocr
       FROM import_items item JOIN import_jobs job ON job.id = item.job_id
       WHERE item.job_id = ? AND item.path = ? ORDER BY item.id DESC LIMIT 1`,
  ).get(jobId, path)
}

interface JobRow {
  readonly id: number
  readonly started_at: string
  readonly finished_at: string | null
  readonly state: ImportJob['state']
  readonly total: number
  readonly imported: number
  readonly duplicates: number
  readonly unread: number
  readonly failed: number
  readonly opened: number
  readonly cancelled: number
  readonly current: string | null
}

/** Jobs with their counts, newest first; one when `id` is given. How far the file being read has come is not stored. */
export function listJobs(db: ReadHandle, id: number | null = null): ImportJob[] {
  const rows = statement<[number | null, number | null], JobRow>(
    db,
    // Each count from the index alone: a job of 164,800 files tells its progress many times while it is listed.
    `SELECT job.id, job.started_at, job.finished_at, job.state,
         (SELECT count(*) FROM import_items WHERE job_id = job.id) AS total,
         (SELECT count(*) FROM import_items WHERE job_id = job.id AND state = 'imported') AS imported,
         (SELECT count(*) FROM import_items WHERE job_id = job.id AND state = 'duplicate') AS duplicates,
         (SELECT count(*) FROM import_items WHERE job_id = job.id AND state = 'failed' AND document_id IS NOT NULL) AS unread,
         (SELECT count(*) FROM import_items WHERE job_id = job.id AND state = 'failed' AND document_id IS NULL) AS failed,
         (SELECT count(*) FROM import_items WHERE job_id = job.id AND state = 'opened') AS opened,
         (SELECT count(*) FROM import_items WHERE job_id = job.id AND state = 'cancelled') AS cancelled,
         (SELECT max(path) FROM import_items WHERE job_id = job.id AND state = 'reading') AS current
       FROM import_jobs job WHERE ? IS NULL OR job.id = ? ORDER BY job.id DESC LIMIT 50`,
  ).all(id, id)
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    state: row.state,
    total: row.total,
    done: row.imported + row.duplicates + row.opened + row.unread + row.failed + row.cancelled,
    imported: row.imported,
    duplicates: row.duplicates,
    opened: row.opened,
    unread: row.unread,
    failed: row.failed,
    current: row.current,
    pages: null,
  }))
}

interface ItemRow {
  readonly path: string
  readonly state: ImportItem['state']
  readonly document_id: number | null
  readonly title: string | null
  readonly seconds: number | null
  readonly members: number | null
  readonly code: Failure['code'] | null
  readonly subject: string | null
  readonly detail: string | null
}

const ITEM = `SELECT item.path, item.state, item.document_id, documents.title, item.seconds, item.members,
    item.code, item.subject, item.detail
  FROM import_items item LEFT JOIN documents ON documents.id = item.document_id`

/** One window of a job's files: failures first, for they are what a person must act on; members follow their file. */
export function listItems(
  db: ReadHandle,
  jobId: number,
  limit: number,
  offset: number,
): { total: number; items: ImportItem[] } {
  const total = statement<[number], number>(db, 'SELECT count(*) FROM import_items WHERE job_id = ?')
    .pluck()
    .get(jobId)
  const rows = statement<[number, number, number], ItemRow>(
    db,
    `${ITEM} WHERE item.job_id = ? ORDER BY item.state <> 'failed', coalesce(item.root_id, item.id), item.id LIMIT ? OFFSET ?`,
  ).all(jobId, limit, offset)
  return { total: total ?? 0, items: rows.map(toItem) }
}

/** One file of a job. */
export function findItem(db: ReadHandle, itemId: number): ImportItem | undefined {
  const row = statement<[number], ItemRow>(db, `${ITEM} WHERE item.id = ?`).get(itemId)
  return row && toItem(row)
}

function toItem(row: ItemRow): ImportItem {
  return {
    path: row.path,
    state: row.state,
    documentId: row.document_id,
    title: row.title,
    seconds: row.seconds,
    members: row.members,
    failure: row.code && {
      code: row.code,
      subject: row.subject ?? undefined,
      detail: row.detail ?? undefined,
    },
  }
}
