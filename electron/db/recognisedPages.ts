/** Pages recognised in files that are not finished yet: kept one by one, given back when the file is read again. */
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** One page; `page` counts from 0, `packed` is known to its recogniser alone. */
export interface RecognisedPageRow {
  readonly page: number
  readonly packed: Uint8Array
}

/** Keeps a page in the place of what another recogniser made of it. */
export function keepRecognisedPage(
  db: WriteHandle,
  sha256: string,
  recogniser: string,
  { page, packed }: RecognisedPageRow,
  keptAt: string,
): void {
  statement(
    db,
    'INSERT OR REPLACE INTO recognised_pages (sha256, page, recogniser, packed, kept_at) VALUES (?, ?, ?, ?, ?)',
  ).run(sha256, page, recogniser, packed, keptAt)
}

/** The pages of a file this recogniser has read, in order. */
export function readRecognisedPages(db: ReadHandle, sha256: string, recogniser: string): RecognisedPageRow[] {
  return statement<[string, string], RecognisedPageRow>(
    db,
    'SELECT page, packed FROM recognised_pages WHERE sha256 = ? AND recogniser = ? ORDER BY page',
  ).all(sha256, recogniser)
}

/** Drops the pages of a file: it is saved, or will not be. */
export function dropRecognisedPages(db: WriteHandle, sha256: string): void {
  statement(db, 'DELETE FROM recognised_pages WHERE sha256 = ?').run(sha256)
}

/** Drops pages kept before a moment (ISO 8601 UTC): nobody came back for their file. */
export function dropOldRecognisedPages(db: WriteHandle, before: string): void {
  statement(db, 'DELETE FROM recognised_pages WHERE kept_at < ?').run(before)
}
