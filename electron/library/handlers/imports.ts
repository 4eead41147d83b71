/** Requests about imports: start, cancel, retry, and what became of each file. */
import { fail, succeed } from '../../../shared/contract/result.ts'
import { listItems, listJobs } from '../../db/imports.ts'
import type { Handlers } from '../dispatch.ts'
import { writeImportReport } from '../export/importReport.ts'
import type { FolderWatches } from '../folderWatches.ts'
import type { ImportQueue } from '../importQueue.ts'
import type { LibraryContext } from '../session.ts'

type ImportHandlers = Pick<
  Handlers,
  | 'import.start'
  | 'import.cancel'
  | 'import.pause'
  | 'import.unpause'
  | 'import.jobs'
  | 'import.items'
  | 'import.retryFailed'
  | 'import.withPassword'
  | 'import.exportReport'
  | 'watch.list'
  | 'watch.add'
  | 'watch.remove'
>

/** Rows of a report: as many as a sheet of Excel holds. */
const REPORT_LIMIT = 1_000_000

/** Handlers of `import.*`. `queue` is null in a library opened for reading. */
export function importHandlers(
  { session }: LibraryContext,
  queue: ImportQueue | null,
  watches: FolderWatches | null,
): ImportHandlers {
  const readOnly = fail('library_read_only', session.folder)
  return {
    'import.start': ({ paths, ocr, dossiers }) =>
      queue ? succeed({ jobId: queue.start(paths, ocr, dossiers === 'folders' ? paths : []) }) : readOnly,
    'import.cancel': ({ jobId }) => (queue ? queue.cancel(jobId) : readOnly),
    'import.pause': ({ jobId }) => (queue ? queue.pause(jobId) : readOnly),
    'import.unpause': ({ jobId }) => (queue ? queue.unpause(jobId) : readOnly),
    'import.retryFailed': ({ jobId }) => (queue ? queue.retryFailed(jobId) : readOnly),
    'import.withPassword': ({ jobId, path, password }) =>
      queue ? queue.withPassword(jobId, path, password) : readOnly,
    'import.exportReport': async ({ jobId, target, language }) => {
      const [job] = listJobs(session.reader, jobId)
      if (!job) return fail('not_found', String(jobId))
      const { items } = listItems(session.reader, jobId, REPORT_LIMIT, 0)
      const written = await writeImportReport(target, job, items, language)
      return written.ok ? succeed({ written: written.value, rows: items.length }) : written
    },
    'watch.list': () => succeed(watches?.list() ?? []),
    'watch.add': ({ folder, isTemporary }) => (watches ? watches.add(folder, isTemporary) : readOnly),
    'watch.remove': async ({ folder }) => {
      if (!watches) return readOnly
      await watches.remove(folder)
      return succeed({})
    },
    'import.jobs': () => succeed(listJobs(session.reader)),
    'import.items': ({ jobId, limit, offset }) => succeed(listItems(session.reader, jobId, limit, offset)),
  }
}
