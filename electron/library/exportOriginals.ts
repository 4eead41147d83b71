/** Documents and a pattern in, verified copies of their originals under readable names out, with a table beside them. */
import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { ExportedOriginal } from '../../shared/contract/dossierMethods.ts'
import type { MethodResult, ParsedParams } from '../../shared/contract/methods.ts'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import { numberedPath, unknownFields } from '../../shared/documents/readableNames.ts'
import { originalsTableWording } from '../../shared/wording/originals.ts'
import { chosenIds } from './chosenDocuments.ts'
import { type OriginalLine, writeOriginalsTable } from './export/originalsTable.ts'
import { claimedNames, type NameClaims, type NamedOriginal, readNamed } from './originalNames.ts'
import { copyVerified, identifyFile, originalPath } from './originals.ts'
import type { LibraryContext } from './session.ts'
import { createTurns } from './turns.ts'

type Request = ParsedParams<'documents.exportOriginals'>
type Report = MethodResult<'documents.exportOriginals'>

/** Copies made at a time: enough to keep a disk busy. */
const COPIES = 4
/** The window needs no more progress than this. */
const PROGRESS_INTERVAL_MS = 120

/** The exports of one library: one at a time. */
export interface OriginalsExport {
  run(request: Request): Promise<Result<Report>>
  cancel(): Result<Record<string, never>>
  /** Stops after the files being copied. */
  close(): Promise<void>
}

/** Builds the exports of an open library; they only read it. */
export function createOriginalsExport(context: LibraryContext): OriginalsExport {
  let running: { readonly stopping: AbortController; readonly finished: Promise<unknown> } | null = null
  return {
    run: (request) => {
      if (running) return Promise.resolve(fail('already_running'))
      const stopping = new AbortController()
      const finished = exportAll(context, request, stopping.signal).finally(() => {
        running = null
      })
      running = { stopping, finished }
      return finished
    },
    cancel: () => {
      if (!running) return fail('not_found')
      running.stopping.abort()
      return succeed({})
    },
    close: async () => {
      running?.stopping.abort()
      await running?.finished
    },
  }
}

async function exportAll(
  { session, emit }: LibraryContext,
  request: Request,
  cancelled: AbortSignal,
): Promise<Result<Report>> {
  const [unknown] = unknownFields(request.pattern)
  if (unknown !== undefined) return fail('bad_request', `{${unknown}}`)
  const folder = resolve(request.folder)
  const kept = resolve(session.folder, 'files')
  // Among the originals themselves nothing else may stand.
  if (`${folder}${sep}`.startsWith(`${kept}${sep}`)) return fail('target_unwritable', folder)
  const made = await makeFolder(folder)
  if (!made.ok) return made

  const db = session.reader
  const ids = chosenIds(db, request.documents)
  const lines: OriginalLine[] = []
  const names = claimedNames()
  const turns = createTurns()
  const full = new AbortController()
  const signal = AbortSignal.any([cancelled, full.signal])
  let toldAt = 0
  const tell = (isLast: boolean): void => {
    if (!isLast && Date.now() - toldAt < PROGRESS_INTERVAL_MS) return
    toldAt = Date.now()
    emit('originals.progress', { done: lines.length, total: ids.length })
  }
  const next = ids[Symbol.iterator]()
  const worker = async (): Promise<void> => {
    for (const id of next) {
      if (signal.aborted) return
      const original = readNamed(db, id)
      if (!original) continue
      const path = await turns('name', () => reserve(folder, original, request.pattern, names))
      const outcome = path.ok ? await put(session.folder, folder, original, path.value) : path
      if (!outcome.ok && outcome.failure.code === 'disk_full') full.abort()
      lines.push({ original, exported: toExported(id, outcome) })
      tell(false)
    }
  }
  tell(true)
  await Promise.all(Array.from({ length: COPIES }, worker))
  tell(true)
  if (full.signal.aborted) return fail('disk_full', folder)
  return report(request, folder, ids.length, lines, cancelled.aborted)
}

async function report(
  request: Request,
  folder: string,
  total: number,
  lines: readonly OriginalLine[],
  isCancelled: boolean,
): Promise<Result<Report>> {
  const sorted = [...lines].sort((one, other) => one.original.id - other.original.id)
  const name = await freeName(folder, `${originalsTableWording[request.language].name}.xlsx`)
  if (!name.ok) return name
  const manifest = await writeOriginalsTable(name.value, sorted, request.language)
  if (!manifest.ok) return manifest
  const count = (outcome: ExportedOriginal['outcome']): number =>
    lines.filter(({ exported }) => exported.outcome === outcome).length
  return succeed({
    folder,
    manifest: manifest.value,
    total,
    written: count('written'),
    alreadyThere: count('alreadyThere'),
    failed: sorted.flatMap(({ exported }) => (exported.outcome === 'failed' ? [exported] : [])),
    isCancelled,
  })
}

/** Holds the first free name for a file: «Danh mục.xlsx», «Danh mục (2).xlsx». */
async function freeName(folder: string, name: string): Promise<Result<string>> {
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? name : numberedPath(name, copy))
    const held = await holdName(path)
    if (!held.ok) return held
    if (held.value) return succeed(path)
  }
}

/** A place for one file: its path below the folder, and whether this very file stands there already. */
interface Place {
  readonly path: string
  readonly isThere: boolean
}

function toExported(documentId: number, outcome: Result<Place>): ExportedOriginal {
  if (!outcome.ok) return { documentId, path: null, outcome: 'failed', failure: outcome.failure }
  const { path, isThere } = outcome.value
  return { documentId, path, outcome: isThere ? 'alreadyThere' : 'written', failure: null }
}

/**
 * Finds the first free name and holds it with an empty file, which nobody else can then take. A file that stands there
 * with the same content is this export's own, from an earlier run.
 */
async function reserve(
  folder: string,
  original: NamedOriginal,
  pattern: string,
  names: NameClaims,
): Promise<Result<Place>> {
  for (;;) {
    const path = names.claim(pattern, original)
    const target = join(folder, path)
    const made = await makeFolder(dirname(target))
    if (!made.ok) return made
    const held = await holdName(target)
    if (held.ok && held.value) return succeed({ path, isThere: false })
    if (!held.ok) return held
    const there = await identifyFile(target)
    if (there.ok && there.value.sha256 === original.sha256) return succeed({ path, isThere: true })
  }
}

/** Takes a name with an empty file; false when it is taken. */
async function holdName(target: string): Promise<Result<boolean>> {
  try {
    await (await open(target, 'wx')).close()
    return succeed(true)
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return succeed(false)
    return failFromTarget(error, target)
  }
}

async function put(
  libraryFolder: string,
  folder: string,
  original: NamedOriginal,
  place: Place,
): Promise<Result<Place>> {
  if (place.isThere) return succeed(place)
  const target = join(folder, place.path)
  const part = join(dirname(target), `.${original.sha256}.part`)
  const copied = await copyVerified(
    originalPath(libraryFolder, original.sha256),
    target,
    part,
    original.sha256,
  )
  if (copied.ok) return succeed(place)
  await rm(target, { force: true })
  const { code, detail } = copied.failure
  return fail(code === 'file_changed_while_reading' ? 'original_changed' : code, original.fileName, detail)
}

async function makeFolder(folder: string): Promise<Result<string>> {
  try {
    await mkdir(folder, { recursive: true })
    return succeed(folder)
  } catch (error) {
    return failFromTarget(error, folder)
  }
}

function failFromTarget(error: unknown, target: string): Result<never> {
  if (!isSystemError(error)) throw error
  return fail(error.code === 'ENOSPC' ? 'disk_full' : 'target_unwritable', target, error.message)
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error
