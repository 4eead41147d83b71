/** One file on disk in, one document in the library (or a coded failure) out; the only place that knows the order of stages. */
import { basename } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type Failure, type FailureCode, fail, type Result, succeed } from '../../shared/contract/result.ts'
import { scanSource } from '../../shared/documents/scan.ts'
import type { Vocabulary } from '../../shared/documents/vocabulary.ts'
import { findDocumentBySha256, type StoredDocument } from '../db/documents.ts'
import type { WriteHandle } from '../db/handles.ts'
import type { ItemOutcome, OcrChoice } from '../db/imports.ts'
import { dropRecognisedPages, keepRecognisedPage, readRecognisedPages } from '../db/recognisedPages.ts'
import type { Extractor } from '../ingest/extraction.ts'
import { DEFAULT_LIMITS } from '../ingest/limits.ts'
import { RECOGNISER } from '../ingest/ocr/keptPage.ts'
import { isArchive, isMail } from '../ingest/reader.ts'
import type { UnpackedMember, UnpackRequest } from '../ingest/unpack.ts'
import { dropOriginal, type FileIdentity, identifyFile, keepOriginal, originalPath } from './originals.ts'
import { replaceReading, type ScannedText, saveDocument } from './saveDocument.ts'
import { applyTextCorrections } from './textCorrections.ts'
import type { Turns } from './turns.ts'
import { unreadText } from './unreadText.ts'

/** What an ingest works with. */
export interface IngestParts {
  readonly folder: string
  readonly db: WriteHandle
  readonly vocabulary: Vocabulary
  readonly extractor: Extractor
  readonly ocr: OcrChoice
  readonly signal: AbortSignal
  /** By SHA-256: the same bytes are read by one import at a time. */
  readonly turns: Turns
  /** The file to read, where `path` only says how the person knows it: a file inside another. */
  readonly source: string
  /** Where files found inside go. */
  readonly unpack: UnpackRequest
  /** For an encrypted file; never stored. */
  readonly password?: string | undefined
  /** Called as pages are finished; `pages` is null while their number is unknown. */
  readonly onPages?: ((finished: number, pages: number | null) => void) | undefined
  /** The clock, ISO 8601 UTC. */
  readonly now: () => string
}

/** Failures of a file that is sound but for which there is no reader, or no text: it is kept, marked unread. */
const KEPT_UNREAD: ReadonlySet<FailureCode> = new Set([
  'format_unsupported',
  'heic_unsupported',
  'encryption_unsupported',
  'no_text_layer',
])

/**
 * Reads a file into the library. Never throws for what a file can be: a damaged file leaves nothing behind, one that
 * merely cannot be read is kept with its name, and its failure carries the document.
 */
export async function ingestFile(path: string, parts: IngestParts): Promise<IngestOutcome> {
  const startedAt = performance.now()
  const { members = [], ...outcome } = await ingest(path, parts)
  if (outcome.state === 'failed' && outcome.failure.code === 'cancelled')
    return { state: 'cancelled', members: [] }
  return { ...outcome, members, seconds: (performance.now() - startedAt) / 1000 }
}

/** What became of a file, and the files found inside it, which are to be ingested next. */
export type IngestOutcome = ItemOutcome & { readonly members: readonly UnpackedMember[] }

type Ingested = (
  | { readonly state: 'imported' | 'duplicate'; readonly documentId: number }
  | { readonly state: 'opened' }
  | { readonly state: 'failed'; readonly failure: Failure; readonly documentId?: number | undefined }
) & { readonly members?: readonly UnpackedMember[] }

async function ingest(path: string, parts: IngestParts): Promise<Ingested> {
  const identity = await identifyFile(parts.source, parts.signal, DEFAULT_LIMITS.fileBytes)
  if (!identity.ok) return { state: 'failed', failure: { ...identity.failure, subject: path } }
  return parts.turns(identity.value.sha256, () => ingestIdentified(path, identity.value, parts))
}

async function ingestIdentified(path: string, identity: FileIdentity, parts: IngestParts): Promise<Ingested> {
  const { db, vocabulary } = parts
  const { sha256, bytes } = identity
  const held = findDocumentBySha256(db, sha256)
  const fileName = basename(path).normalize('NFC')
  if (held && held.unread_code === null) {
    const members = isMail(held.format) ? await unpackHeld(held, fileName, parts) : []
    return { state: 'duplicate', documentId: held.id, members }
  }

  const original = await keepOriginal(parts.folder, parts.source, identity)
  if (!original.ok) return { state: 'failed', failure: { ...original.failure, subject: path } }
  const read = await readOriginal(original.value, fileName, sha256, parts.unpack, parts)
  // Held unread before, or removed by a person while it was being read.
  const twin = findDocumentBySha256(db, sha256)
  const members = read.ok ? read.value.members : []
  if (read.ok && isArchive(read.value.format)) {
    if (!twin) await dropOriginal(original.value)
    return { state: 'opened', members }
  }
  const isKept = read.ok || KEPT_UNREAD.has(read.failure.code)
  if (!isKept && !twin) await dropOriginal(original.value)

  const failure = read.ok ? null : { ...read.failure, subject: path }
  if (failure && !isKept) return { state: 'failed', failure, documentId: twin?.id }
  const text = read.ok ? read.value : unreadText(fileName, read.failure.code)
  const documentId = db.transaction(() => {
    // What the document keeps of its recognised pages is enough from here on.
    dropRecognisedPages(db, sha256)
    if (twin) return replaceHeld(parts, twin, text)
    return saveDocument(db, vocabulary, {
      ...text,
      sha256,
      fileName,
      sourcePath: path,
      byteSize: bytes,
      importedAt: parts.now(),
    })
  })()
  return failure ? { state: 'failed', failure, documentId } : { state: 'imported', documentId, members }
}

/** The attachments of a mail held already: one of them may have failed before, or been removed since. */
async function unpackHeld(
  held: StoredDocument,
  fileName: string,
  { folder, extractor, signal, password, unpack }: IngestParts,
): Promise<readonly UnpackedMember[]> {
  const original = originalPath(folder, held.sha256)
  const read = await extractor.extract(original, { fileName, ocr: 'never', signal, password, unpack })
  return read.ok ? read.value.members : []
}

/** What reading again works with: the file is the kept original. */
export type RereadParts = Omit<IngestParts, 'source' | 'unpack'>

/** Reads the kept original of a held document again, in the place of its former reading; the same failures as an import. */
export async function rereadFile(
  document: StoredDocument,
  parts: RereadParts,
): Promise<Result<Record<string, never>>> {
  return parts.turns(document.sha256, () => rereadHeld(document, parts))
}

async function rereadHeld(
  document: StoredDocument,
  parts: RereadParts,
): Promise<Result<Record<string, never>>> {
  const { sha256, file_name } = document
  const read = await readOriginal(originalPath(parts.folder, sha256), file_name, sha256, 'nowhere', parts)
  if (!read.ok) return { ok: false, failure: { ...read.failure, subject: file_name } }
  // An archive is opened by importing it; as a document it says nothing.
  if (isArchive(read.value.format)) return fail('format_unsupported', file_name)
  // It may have been removed while it was being read.
  const held = findDocumentBySha256(parts.db, sha256)
  if (!held) return fail('not_found', file_name)
  parts.db.transaction(() => {
    dropRecognisedPages(parts.db, sha256)
    replaceHeld(parts, held, read.value)
  })()
  return succeed({})
}

function replaceHeld({ db, vocabulary }: RereadParts, held: StoredDocument, text: ScannedText): number {
  replaceReading(db, vocabulary, held, text)
  return held.id
}

/** From the original to all that is read from it, with the corrections a person once made in this very file. */
async function readOriginal(
  original: string,
  fileName: string,
  sha256: string,
  unpack: UnpackRequest | 'nowhere',
  { db, vocabulary, extractor, signal, ocr, password, onPages, now }: RereadParts,
): Promise<Result<ScannedText & { readonly members: readonly UnpackedMember[] }>> {
  const extracted = await extractor.extract(original, {
    signal,
    ocr,
    fileName,
    password,
    unpack,
    known: readRecognisedPages(db, sha256, RECOGNISER),
    onRecognised: (kept) => keepRecognisedPage(db, sha256, RECOGNISER, kept, now()),
    onProgress: onPages,
  })
  if (!extracted.ok) return extracted
  if (signal.aborted) return fail('cancelled', fileName)
  const source = applyTextCorrections(db, sha256, extracted.value)
  return succeed({
    format: extracted.value.format,
    blocks: source.blocks,
    recognised: source.recognised,
    converted: source.converted,
    scan: scanSource(source, vocabulary),
    members: extracted.value.members,
  })
}
