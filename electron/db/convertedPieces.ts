/** Stretches of a document that came in an encoding from before Unicode, kept with what the file had there. */
import type { ConvertedPiece } from '../../shared/vietnamese/legacy/convert.ts'
import type { LegacyEncoding } from '../../shared/vietnamese/legacy/encodings.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** Puts the pieces of a document's text in the place of the former ones. */
export function replaceConvertedPieces(
  db: WriteHandle,
  documentId: number,
  pieces: readonly ConvertedPiece[],
): void {
  statement(db, 'DELETE FROM converted_pieces WHERE document_id = ?').run(documentId)
  const insert = statement(
    db,
    `INSERT INTO converted_pieces (document_id, start_offset, end_offset, encoding, original, reading, is_doubtful)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { start, end, encoding, original, reading, isDoubtful } of pieces) {
    insert.run(documentId, start, end, encoding, original, reading ?? null, isDoubtful ? 1 : 0)
  }
}

interface PieceRow {
  readonly start: number
  readonly end: number
  readonly encoding: LegacyEncoding
  readonly original: string
  readonly reading: string | null
  readonly is_doubtful: number
}

/** The pieces of a document, in the order of the text. */
export function readConvertedPieces(db: ReadHandle, documentId: number): ConvertedPiece[] {
  return statement<[number], PieceRow>(
    db,
    `SELECT start_offset AS start, end_offset AS "end", encoding, original, reading, is_doubtful
       FROM converted_pieces WHERE document_id = ? ORDER BY start_offset`,
  )
    .all(documentId)
    .map(({ reading, is_doubtful, ...piece }) => ({
      ...piece,
      ...(reading === null ? {} : { reading }),
      ...(is_doubtful === 1 ? { isDoubtful: true } : {}),
    }))
}
