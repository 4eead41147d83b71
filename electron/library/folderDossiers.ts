/** Where files came from in, the dossiers their folders make out: at an import, or later for documents already held. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportItem } from '../../shared/contract/views.ts'
import { dossierName } from '../../shared/documents/dossierNames.ts'
import { findDocument, folderOf } from '../db/documents.ts'
import { addToDossier, ensureDossier } from '../db/dossiers.ts'
import type { WriteHandle } from '../db/handles.ts'
import { listImportFolders, listImportPlaces, readDossierRoots, readJobPaths } from '../db/importPlaces.ts'

/** Documents worked on between two breaths. */
const STEP = 100

/** Folders given to an import, without the strokes at their ends. */
type GivenFolders = ReadonlySet<string>

/**
 * Puts the document of a finished file into the dossier of its folder, when its job makes dossiers of folders. What a
 * job was given is read once.
 */
export function createFolderFiling(
  db: WriteHandle,
  now: () => string,
): (jobId: number, item: ImportItem) => void {
  const given = new Map<number, GivenFolders>()
  return (jobId, { path, documentId }) => {
    const roots = given.get(jobId) ?? toFolders(readDossierRoots(db, jobId))
    given.set(jobId, roots)
    const name = documentId === null ? null : dossierBelow(roots, path)
    const document = name === null || documentId === null ? undefined : findDocument(db, documentId)
    if (name && document) addToDossier(db, ensureDossier(db, name, now()), [document.sha256], now())
  }
}

/** What `fileByFoldersOfImports` did. */
export interface FiledByFolder {
  readonly dossiers: number
  readonly documents: number
}

/**
 * Puts held documents into dossiers made of the folders they came from, as the imports that brought them would have. A
 * document given by itself goes by the nearest folder ever imported above it, else into a dossier named as its folder.
 */
export async function fileByFoldersOfImports(
  db: WriteHandle,
  documentIds: readonly number[],
  now: string,
): Promise<FiledByFolder> {
  const everGiven = toFolders(listImportFolders(db))
  const givenTo = new Map<number, GivenFolders>()
  const foldersOf = (jobId: number): GivenFolders => {
    const known = givenTo.get(jobId) ?? toFolders(readJobPaths(db, jobId))
    givenTo.set(jobId, known)
    return known
  }
  const made = new Set<number>()
  let documents = 0
  const fileOne = (id: number): void => {
    const document = findDocument(db, id)
    if (!document) return
    const own = listImportPlaces(db, id).flatMap(
      ({ path, jobId }) => dossierBelow(foldersOf(jobId), path) ?? [],
    )
    const alone = dossierBelow(everGiven, document.source_path) ?? dossierName(lastPart(document.folder))
    let isFiled = false
    for (const name of new Set(own.length > 0 ? own : [alone])) {
      if (name === '') continue
      const dossierId = ensureDossier(db, name, now)
      if (addToDossier(db, dossierId, [document.sha256], now).length === 0) continue
      made.add(dossierId)
      isFiled = true
    }
    if (isFiled) documents += 1
  }
  for (let from = 0; from < documentIds.length; from += STEP) {
    db.transaction(() => {
      for (const id of documentIds.slice(from, from + STEP)) fileOne(id)
    })()
    await nextTurn()
  }
  return { dossiers: made.size, documents }
}

const STROKES = /[\\/]+/ // «D:\\Kho\\2023», «/kho/2023/»

const partsOf = (path: string): string[] => path.split(STROKES).filter((part) => part !== '')
const toFolders = (paths: readonly string[]): GivenFolders =>
  new Set(paths.map((path) => partsOf(path).join('/')))
const lastPart = (folder: string): string => partsOf(folder).at(-1) ?? ''

/** The dossier of a file: the nearest given folder above it, and the folders from there down; null outside of all. */
function dossierBelow(given: GivenFolders, path: string): string | null {
  const parts = partsOf(folderOf(path))
  for (let depth = parts.length; depth > 0; depth -= 1) {
    if (given.has(parts.slice(0, depth).join('/')))
      return dossierName(parts.slice(depth - 1).join('/')) || null
  }
  return null
}
