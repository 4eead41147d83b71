/** Dossiers as rows: names in, the dossiers with what lies in them out; membership is kept by the file's SHA-256. */
import type { Dossier } from '../../shared/contract/dossierMethods.ts'
import { dossiersAbove } from '../../shared/documents/dossierNames.ts'
import { countDossiers, dossierMembers } from './dossierCounts.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** A dossier without its counts. */
export interface DossierRow {
  readonly id: number
  readonly name: string
  readonly note: string
}

/** SQL: `inner` is the dossier named by `outer` or lies somewhere in it. */
const liesIn = (inner: string, outer: string): string =>
  `(${inner} = ${outer} OR substr(${inner}, 1, length(${outer}) + 1) = ${outer} || '/')`

/** SQL that is true of the documents in one of the dossiers named by a JSON array, or below one; one parameter. */
export const IN_DOSSIERS = `documents.sha256 IN (
  SELECT f.sha256 FROM dossier_files f JOIN dossiers d ON d.id = f.dossier_id
  WHERE d.removed_at IS NULL AND EXISTS (SELECT 1 FROM json_each(?) wanted WHERE ${liesIn('d.name', 'wanted.value')}))`

/** SQL for the names of a document's dossiers as a JSON array, in order. */
export const DOSSIER_NAMES = `(SELECT json_group_array(name) FROM (
  SELECT d.name FROM dossier_files f JOIN dossiers d ON d.id = f.dossier_id
  WHERE f.sha256 = documents.sha256 AND d.removed_at IS NULL ORDER BY d.name))`

/** Every dossier by name, with how many held documents lie in it or below it. */
export function listDossiers(db: ReadHandle): Dossier[] {
  const counts = new Map(countDossiers(dossierMembers(db)).map(({ value, count }) => [value, count]))
  return statement<[], DossierRow>(
    db,
    'SELECT id, name, note FROM dossiers WHERE removed_at IS NULL ORDER BY name',
  )
    .all()
    .map((row) => ({ ...row, documents: counts.get(row.name) ?? 0 }))
}

/** One dossier, or undefined. */
export function findDossier(db: ReadHandle, id: number): DossierRow | undefined {
  return statement<[number], DossierRow>(
    db,
    'SELECT id, name, note FROM dossiers WHERE id = ? AND removed_at IS NULL',
  ).get(id)
}

/** The dossier of this very name, or undefined. */
export function findDossierByName(db: ReadHandle, name: string): DossierRow | undefined {
  return statement<[string], DossierRow>(
    db,
    'SELECT id, name, note FROM dossiers WHERE name = ? AND removed_at IS NULL',
  ).get(name)
}

/** The dossiers a document lies in, by name. */
export function readDossiersOf(db: ReadHandle, sha256: string): { id: number; name: string }[] {
  return statement<[string], { id: number; name: string }>(
    db,
    `SELECT d.id, d.name FROM dossier_files f JOIN dossiers d ON d.id = f.dossier_id
     WHERE f.sha256 = ? AND d.removed_at IS NULL ORDER BY d.name`,
  ).all(sha256)
}

/** The dossier of this name; it and those it lies in are made when they are not there. */
export function ensureDossier(db: WriteHandle, name: string, madeAt: string): number {
  const known = findDossierByName(db, name)
  if (known) return known.id
  const insert = statement(
    db,
    `INSERT INTO dossiers (name, made_at) VALUES (?, ?)
     ON CONFLICT (name) WHERE removed_at IS NULL DO NOTHING`,
  )
  return db.transaction(() => {
    for (const above of dossiersAbove(name)) insert.run(above, madeAt)
    return Number(insert.run(name, madeAt).lastInsertRowid)
  })()
}

/** Changes the note of a dossier. */
export function setDossierNote(db: WriteHandle, id: number, note: string): void {
  statement(db, 'UPDATE dossiers SET note = ? WHERE id = ?').run(note, id)
}

/** Puts files into a dossier; answers which were not in it before. */
export function addToDossier(
  db: WriteHandle,
  dossierId: number,
  files: Iterable<string>,
  addedAt: string,
): string[] {
  const insert = statement(
    db,
    'INSERT OR IGNORE INTO dossier_files (dossier_id, sha256, added_at) VALUES (?, ?, ?)',
  )
  return db.transaction(() =>
    [...files].filter((sha256) => insert.run(dossierId, sha256, addedAt).changes > 0),
  )()
}

/** Takes files out of a dossier and of those in it; answers which file was in which. */
export function takeOutOfDossier(
  db: WriteHandle,
  name: string,
  files: Iterable<string>,
): { sha256: string; dossier: string }[] {
  const names = new Map(listSubtree(db, name).map((row) => [row.id, row.name]))
  const remove = statement<[string, string], number>(
    db,
    `DELETE FROM dossier_files WHERE sha256 = ? AND dossier_id IN (SELECT value FROM json_each(?))
     RETURNING dossier_id`,
  ).pluck()
  const within = JSON.stringify([...names.keys()])
  return db.transaction(() =>
    [...files].flatMap((sha256) =>
      remove.all(sha256, within).map((id) => ({ sha256, dossier: names.get(id) ?? name })),
    ),
  )()
}

/** Gives a dossier and those in it another name; false when one of the new names is taken. */
export function renameDossier(db: WriteHandle, { name }: DossierRow, next: string, madeAt: string): boolean {
  return db.transaction(() => {
    const moved = listSubtree(db, name)
    const isTaken = moved.some((row) => findDossierByName(db, next + row.name.slice(name.length)))
    if (isTaken) return false
    for (const row of moved) {
      statement(db, 'UPDATE dossiers SET name = ? WHERE id = ?').run(
        next + row.name.slice(name.length),
        row.id,
      )
    }
    for (const above of dossiersAbove(next)) ensureDossier(db, above, madeAt)
    return true
  })()
}

/** Moves all that lies in one dossier into another, dossiers of the same name within them alike; the first is gone. */
export function mergeDossiers(db: WriteHandle, from: DossierRow, into: DossierRow, madeAt: string): void {
  db.transaction(() => {
    for (const row of listSubtree(db, from.name)) {
      const target = ensureDossier(db, into.name + row.name.slice(from.name.length), madeAt)
      statement(
        db,
        `INSERT OR IGNORE INTO dossier_files (dossier_id, sha256, added_at)
         SELECT ?, sha256, added_at FROM dossier_files WHERE dossier_id = ?`,
      ).run(target, row.id)
      const note = findDossier(db, target)?.note ?? ''
      if (row.note !== '' && note !== row.note)
        setDossierNote(db, target, [note, row.note].filter(Boolean).join('\n'))
      statement(db, 'DELETE FROM dossiers WHERE id = ?').run(row.id)
    }
  })()
}

/** Removes a dossier and those in it, their documents stay; answers how many. What was removed before is gone for good. */
export function removeDossier(db: WriteHandle, { name }: DossierRow, removedAt: string): number {
  return db.transaction(() => {
    statement(db, 'DELETE FROM dossiers WHERE removed_at IS NOT NULL').run()
    const removed = listSubtree(db, name)
    for (const { id } of removed)
      statement(db, 'UPDATE dossiers SET removed_at = ? WHERE id = ?').run(removedAt, id)
    return removed.length
  })()
}

/** Brings the dossiers removed last back; where a name was taken meanwhile, into the dossier that has it. */
export function restoreDossiers(db: WriteHandle, madeAt: string): number {
  return db.transaction(() => {
    const removed = statement<[], DossierRow>(
      db,
      'SELECT id, name, note FROM dossiers WHERE removed_at IS NOT NULL ORDER BY name',
    ).all()
    for (const { id, name } of removed) {
      const taken = findDossierByName(db, name)
      if (taken) {
        statement(
          db,
          `INSERT OR IGNORE INTO dossier_files (dossier_id, sha256, added_at)
           SELECT ?, sha256, added_at FROM dossier_files WHERE dossier_id = ?`,
        ).run(taken.id, id)
        statement(db, 'DELETE FROM dossiers WHERE id = ?').run(id)
        continue
      }
      for (const above of dossiersAbove(name)) ensureDossier(db, above, madeAt)
      statement(db, 'UPDATE dossiers SET removed_at = NULL WHERE id = ?').run(id)
    }
    return removed.length
  })()
}

function listSubtree(db: ReadHandle, name: string): DossierRow[] {
  return statement<[{ name: string }], DossierRow>(
    db,
    `SELECT d.id, d.name, d.note FROM dossiers d WHERE d.removed_at IS NULL AND ${liesIn('d.name', '@name')}
     ORDER BY d.name`,
  ).all({ name })
}
