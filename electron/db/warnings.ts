/** Warnings about a document's text: readings in, open questions with their status out. */
import type { TextWarning } from '../../shared/contract/document.ts'
import type { DocumentDetail } from '../../shared/contract/views.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** Whether a person has looked at a warning. */
export type WarningStatus = 'open' | 'accepted' | 'dismissed'

/** Stores the warnings of a document. */
export function insertWarnings(db: WriteHandle, documentId: number, warnings: readonly TextWarning[]): void {
  const insert = statement(
    db,
    'INSERT INTO text_warnings (document_id, start_offset, end_offset, code, message, suggestion) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const warning of warnings) {
    insert.run(
      documentId,
      warning.start,
      warning.end,
      warning.code,
      warning.message,
      warning.suggestion ?? null,
    )
  }
}

/** Stores the warnings of a new reading; what a person said of one that stays as it was is kept. */
export function replaceWarnings(db: WriteHandle, documentId: number, warnings: readonly TextWarning[]): void {
  const said = readWarnings(db, documentId).filter(({ status }) => status !== 'open')
  statement(db, 'DELETE FROM text_warnings WHERE document_id = ?').run(documentId)
  insertWarnings(db, documentId, warnings)
  for (const { code, message, status } of said) {
    statement(
      db,
      'UPDATE text_warnings SET status = ? WHERE document_id = ? AND code = ? AND message = ?',
    ).run(status, documentId, code, message)
  }
}

/** The warnings of a document, in reading order. */
export function readWarnings(db: ReadHandle, documentId: number): DocumentDetail['warnings'] {
  return statement<[number], DocumentDetail['warnings'][number]>(
    db,
    `SELECT id, start_offset AS start, end_offset AS "end", code, message, suggestion, status
       FROM text_warnings WHERE document_id = ? ORDER BY start_offset, id`,
  ).all(documentId)
}

/** Marks a warning; false when there is no such warning. */
export function setWarningStatus(db: WriteHandle, id: number, status: WarningStatus): boolean {
  return statement(db, 'UPDATE text_warnings SET status = ? WHERE id = ?').run(status, id).changes === 1
}
