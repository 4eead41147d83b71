/** Groups of phrases that a library holds for the same come in and go out. */
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** A group a person made. */
export interface SynonymGroup {
  readonly id: number
  readonly phrases: string[]
}

/** All groups, the oldest first. */
export function readSynonymGroups(db: ReadHandle): SynonymGroup[] {
  return statement<[], { id: number; phrases: string }>(db, 'SELECT id, phrases FROM synonyms ORDER BY id')
    .all()
    .map(({ id, phrases }) => ({ id, phrases: JSON.parse(phrases) as string[] }))
}

/** Keeps a group; the same one again changes nothing. Returns its id. */
export function saveSynonymGroup(db: WriteHandle, phrases: readonly string[]): number {
  const row = statement<[string], { id: number }>(
    db,
    'INSERT INTO synonyms (phrases) VALUES (?) ON CONFLICT (phrases) DO UPDATE SET phrases = excluded.phrases RETURNING id',
  ).get(JSON.stringify(phrases))
  if (!row) throw new Error('RETURNING gave no row')
  return row.id
}

/** Forgets a group; false when there is none. */
export function deleteSynonymGroup(db: WriteHandle, id: number): boolean {
  return statement(db, 'DELETE FROM synonyms WHERE id = ?').run(id).changes === 1
}
