/** A document and words corrected by hand in, the document read anew with them out; the machine's text can always be had back. */
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import { editText, keepsLines, type TextEdit } from '../../shared/documents/editText.ts'
import { scanSource } from '../../shared/documents/scan.ts'
import type { SourceText } from '../../shared/documents/sourceText.ts'
import type { Vocabulary } from '../../shared/documents/vocabulary.ts'
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
  db.transaction(() => {
    insertTextCorrection(db, document.sha256, { ...edit, replacement, former, madeAt })
    applyEdit(db, vocabulary, document, source, { ...edit, replacement })
  })()
  return succeed({})
}

/** Takes the last correction of a document back; false when there is none. */
export function undoTextCorrection(
  db: WriteHandle,
  vocabulary: Vocabulary,
  document: StoredDocument,
): boolean {
  const last = readTextCorrections(db, document.sha256).at(-1)
  if (!last) return false
  const source = storedSource(db, vocabulary, document)
  const { start, former, replacement } = last
  db.transaction(() => {
    deleteTextCorrection(db, last.id)
    const end = start + replacement.length
    if (source.text.slice(start, end) !== replacement) return
    applyEdit(db, vocabulary, document, source, { start, end, replacement: former })
  })()
  return true
}

function applyEdit(
  db: WriteHandle,
  vocabulary: Vocabulary,
  document: StoredDocument,
  source: SourceText,
  edit: TextEdit,
): void {
  const edited = editText(source, edit)
  shiftDecisions(db, document.sha256, {
    start: edit.start,
    length: edit.end - edit.start,
    newLength: edit.replacement.length,
  })
  replaceReading(db, vocabulary, document, {
    format: document.format,
    blocks: edited.blocks,
    recognised: edited.recognised,
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
    warnings: warnings.map(({ start, end, code, message, suggestion }) => ({
      start,
      end,
      code,
      message,
      suggestion,
    })),
  }
}
