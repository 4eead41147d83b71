/** A selection of the contract in, the documents it names as the library holds them now out. */
import type { DocumentSelection } from '../../shared/contract/dossierMethods.ts'
import { filteredIds } from '../db/documentLists.ts'
import type { ReadHandle } from '../db/handles.ts'
import { statement } from '../db/statements.ts'

/** Ids in ascending order; those of documents removed meanwhile are left out. */
export function chosenIds(db: ReadHandle, selection: DocumentSelection): number[] {
  const all = statement<[], number>(db, 'SELECT id FROM documents ORDER BY id').pluck()
  if ('ids' in selection) {
    const wanted = new Set(selection.ids)
    return all.all().filter((id) => wanted.has(id))
  }
  const allowed = filteredIds(db, selection.filter)
  const excepted = new Set(selection.except)
  return all.all().filter((id) => (allowed === null || allowed.has(id)) && !excepted.has(id))
}
