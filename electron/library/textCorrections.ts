/** A document and words corrected by hand in, the document read anew with them out; the machine's text can always be had back. */
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import { editText, keepsLines, type TextEdit } from '../../shared/documents/editText.ts'
import { scanSource } from '../../shared/documents/scan.ts'
import type { SourceText } from '../../shared/documents/sourceText.ts'
import type { Vocabulary } from '../../shared/documents/vocabulary.ts'
import { type PieceChoice, readPieceAs } from '../../shared/vietnamese/legacy/readings.ts'
import { readConvertedPieces } from '../db/convertedPieces.ts'
import { readRecognised, readText, type StoredDocument } from '../db/documents.ts'
import type { ReadHandle, WriteHandle } from '../db/handles.ts'
import {
  deleteTextCorrection,
  insertTextCorrection,
  readTextCorrections,
  shiftDecisions,
} from '../db/textCorrections.ts'
import { readWarnings } from '../db/warnings.ts'
import { replaceReading } from './saveDocument.ts'

/** The text of a file with the corrections once made in it; one that no longer fits what was read is passed over. */
export function applyTextCorrections<T extends SourceText>(
  db: ReadHandle,
  sha256: string,
  source: T,
): SourceText {
  return readTextCorrections(db, sha256).reduce<SourceText>(
    (text, correction) =>
      text.text.slice(correction.start, correction.end) === correction.former
        ? editText(text, correction)
        : text,
    source,
  )
}

/** Corrects words of a document's text and reads metadata and citations anew. Fails with `bad_request` across lines. */
export function correctText(
  db: WriteHandle,
  vocabulary: Vocabulary,
  document: StoredDocument,
  edit: TextEdit,
  madeAt: string,
): Result<Record<string, never>> {
  const source = storedSource(db, vocabulary, document)
  const replacement = edit.replacement.normalize('NFC')
  if (!keepsLines(source.text, { ...edit, replacement })) return fail('bad_request', edit.replacement)
  const former = source.text.slice(edit.start, edit.end)
  if (former === replacement) return succeed({})
  rewrite(db, vocabulary, document, source, [{ ...edit, replacement }], madeAt)
  return succeed({})
}

/** Reads converted pieces as a person says: those that begin at `starts`, or all of them. */
export function recodePieces(
  db: WriteHandle,
  vocabulary: Vocabulary,
  document: StoredDocument,
  { starts, choice }: { readonly starts: readonly number[] | null; readonly choice: PieceChoice },
  madeAt: string,
): Result<Record<string, never>> {
  const source = storedSource(db, vocabulary, document)
  const asked = starts && new Set(starts)
  const pieces = (source.converted ?? []).filter(({ start }) => asked === null || asked.has(start))
  if (pieces.length === 0) return fail('not_found', document.file_name)
  const edits = pieces
    .map((piece) => ({ start: piece.start, end: piece.end, replacement: readPieceAs(piece, choice) }))
    .filter(({ start, end, replacement }) => source.text.slice(start, end) !== replacement)
    // From the end, so that the places of those still to come stay.
    .reverse()
  if (edits.length > 0) rewrite(db, vocabulary, document, source, edits, madeAt)
  return succeed({})
}

/** Remembers edits made at one moment, each in the text the one before left, and reads the document anew. */
function rewrite(
  db: WriteHandle,
  vocabulary: Vocabulary,
  document: StoredDocument,
  source: SourceText,
  edits: readonly TextEdit[],
  madeAt: string,
): void {
  db.transaction(() => {
    for (const edit of edits) {
      const former = source.text.slice(edit.start, edit.end)
      insertTextCorrection(db, document.sha256, { ...edit, former, madeAt })
    }
    applyEdits(db, vocabulary, document, source, edits)
  })()
}

/** Takes what was last corrected in a document back, all that was done at that moment; false when there is nothing. */
export function undoTextCorrection(
  db: WriteHandle,
  vocabulary: Vocabulary,
  document: StoredDocument,
): boolean {
  const made = readTextCorrections(db, document.sha256)
  const last = made.at(-1)
  if (!last) return false
  const source = storedSource(db, vocabulary, document)
  const undone = made.filter(({ madeAt }) => madeAt === last.madeAt).reverse()
  const edits: TextEdit[] = []
  let { text } = source
  for (const { start, former, replacement } of undone) {
    const end = start + replacement.length
    if (text.slice(start, end) !== replacement) continue
    edits.push({ start, end, replacement: former })
    text = text.slice(0, start) + former + text.slice(end)
  }
  db.transaction(() => {
    for (const { id } of undone) deleteTextCorrection(db, id)
    if (edits.length > 0) applyEdits(db, vocabulary, document, source, edits)
  })()
  return true
}

function applyEdits(
  db: WriteHandle,
  vocabulary: Vocabulary,
  document: StoredDocument,
  source: SourceText,
  edits: readonly TextEdit[],
): void {
  for (const { start, end, replacement } of edits) {
    shiftDecisions(db, document.sha256, { start, length: end - start, newLength: replacement.length })
  }
  const edited = edits.reduce(editText, source)
  replaceReading(db, vocabulary, document, {
    format: document.format,
    blocks: edited.blocks,
    recognised: edited.recognised,
    converted: edited.converted,
    scan: scanSource(edited, vocabulary),
  })
}

/** The text as it is stored, with the warnings its file's reader gave: those that scanning does not give again. */
function storedSource(db: ReadHandle, vocabulary: Vocabulary, { id }: StoredDocument): SourceText {
  const stored = readText(db, id)
  if (!stored) throw new Error(`document ${id} has no text`)
  const bare = { text: stored.text, pages: stored.pages, blocks: stored.blocks, warnings: [] }
  const nameOf = ({ code, start, end }: { code: string; start: number; end: number }): string =>
    `${code}|${start}|${end}`
  const scanned = new Set(scanSource(bare, vocabulary).warnings.map(nameOf))
  const warnings = readWarnings(db, id).filter((warning) => !scanned.has(nameOf(warning)))
  return {
    ...bare,
    recognised: readRecognised(db, id),
    converted: readConvertedPieces(db, id),
    warnings: warnings.map(({ start, end, code, message, suggestion }) => ({
      start,
      end,
      code,
      message,
      suggestion,
    })),
  }
}
