/** Corrections a person made in texts, kept by the file's SHA-256 so that they survive removal and re-import. */
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** One correction. Offsets count in the text as it stood when it was made; `former` is what stood there. */
export interface TextCorrection {
  readonly id: number
  readonly start: number
  readonly end: number
  readonly former: string
  readonly replacement: string
  readonly madeAt: string
}

/** The corrections of a file, in the order they were made. */
export function readTextCorrections(db: ReadHandle, sha256: string): TextCorrection[] {
  return statement<[string], TextCorrection>(
    db,
    `SELECT id, start_offset AS start, end_offset AS "end", former, replacement, made_at AS madeAt
       FROM text_corrections WHERE sha256 = ? ORDER BY id`,
  ).all(sha256)
}

/** Remembers a correction. */
export function insertTextCorrection(
  db: WriteHandle,
  sha256: string,
  { start, end, former, replacement, madeAt }: Omit<TextCorrection, 'id'>,
): void {
  statement(
    db,
    'INSERT INTO text_corrections (sha256, start_offset, end_offset, former, replacement, made_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(sha256, start, end, former, replacement, madeAt)
}

/** Forgets a correction. */
export function deleteTextCorrection(db: WriteHandle, id: number): void {
  statement(db, 'DELETE FROM text_corrections WHERE id = ?').run(id)
}

/** An edit of a text: `length` UTF-16 units from `start` became `newLength`. */
export interface Shift {
  readonly start: number
  readonly length: number
  readonly newLength: number
}

/** Moves what a person decided at places of a file behind an edit; a decision on the very words edited is dropped. */
export function shiftDecisions(db: WriteHandle, sha256: string, { start, length, newLength }: Shift): void {
  const end = start + length
  const by = newLength - length
  for (const table of ['citation_decisions', 'edge_decisions']) {
    statement(db, `DELETE FROM ${table} WHERE sha256 = ? AND start_offset < ? AND end_offset > ?`).run(
      sha256,
      end,
      start,
    )
    // By way of negative numbers: moved rows must not meet the keys of rows still to be moved.
    statement(
      db,
      `UPDATE ${table} SET start_offset = -1 - (start_offset + ?), end_offset = end_offset + ?
         WHERE sha256 = ? AND start_offset >= ? AND end_offset > ?`,
    ).run(by, by, sha256, end, start)
    statement(
      db,
      `UPDATE ${table} SET start_offset = -1 - start_offset WHERE sha256 = ? AND start_offset < 0`,
    ).run(sha256)
  }
}
