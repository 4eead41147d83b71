/** Counts over a whole library. */
import type { LibraryStatus } from '../../shared/contract/views.ts'
import type { ReadHandle } from './handles.ts'

/** Counts for the status bar and `chido stats`; `databaseBytes` counts pages in use, not the file with its slack. */
export interface LibraryCounts
  extends Pick<LibraryStatus, 'documents' | 'pages' | 'instruments' | 'citations' | 'missing'> {
  readonly edges: number
  readonly databaseBytes: number
}

/** Counts everything once. */
export function countLibrary(db: ReadHandle): LibraryCounts {
  const counts = db
    .prepare<[], Omit<LibraryCounts, 'databaseBytes'>>(
      `SELECT (SELECT count(*) FROM documents) AS documents,
         (SELECT coalesce(sum(page_count), 0) FROM documents) AS pages,
         (SELECT count(*) FROM instruments) AS instruments,
         (SELECT count(*) FROM citations) AS citations,
         (SELECT count(*) FROM edges) AS edges,
         (SELECT count(*) FROM instruments WHERE held_document_id IS NULL) AS missing`,
    )
    .get()
  const pages =
    Number(db.pragma('page_count', { simple: true })) - Number(db.pragma('freelist_count', { simple: true }))
  return {
    documents: counts?.documents ?? 0,
    pages: counts?.pages ?? 0,
    instruments: counts?.instruments ?? 0,
    citations: counts?.citations ?? 0,
    edges: counts?.edges ?? 0,
    missing: counts?.missing ?? 0,
    databaseBytes: pages * Number(db.pragma('page_size', { simple: true })),
  }
}
