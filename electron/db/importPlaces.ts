/** Jobs and their files in, the places a document came from and the folders given to imports out. */
import type { ReadHandle } from './handles.ts'
import { statement } from './statements.ts'

/** Folders of a job whose sub-folders become dossiers; none when it makes no dossiers. */
export function readDossierRoots(db: ReadHandle, jobId: number): string[] {
  return readPaths(db, 'SELECT dossier_roots FROM import_jobs WHERE id = ?', jobId)
}

/** Files and folders given to a job. */
export function readJobPaths(db: ReadHandle, jobId: number): string[] {
  return readPaths(db, 'SELECT paths FROM import_jobs WHERE id = ?', jobId)
}

function readPaths(db: ReadHandle, sql: string, jobId: number): string[] {
  const paths = statement<[number], string>(db, sql).pluck().get(jobId)
  return paths === undefined ? [] : JSON.parse(paths)
}

/** Where a document lay each time it was imported. */
export function listImportPlaces(db: ReadHandle, documentId: number): { path: string; jobId: number }[] {
  return statement<[number], { path: string; jobId: number }>(
    db,
    'SELECT path, job_id AS jobId FROM import_items WHERE document_id = ? ORDER BY id',
  ).all(documentId)
}

/** Every file and folder ever given to an import, and the watched folders. */
export function listImportFolders(db: ReadHandle): string[] {
  return statement<[], string>(
    db,
    `SELECT given.value FROM import_jobs job, json_each(job.paths) given
     UNION SELECT path FROM watched_folders`,
  )
    .pluck()
    .all()
}
