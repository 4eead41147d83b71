/** Documents chosen in a list of any length: single ones, or all but some; what a click or a key makes of it goes out. */
import type { DocumentSelection } from '../../../shared/contract/dossierMethods.ts'
import type { DocumentFilter } from '../../../shared/contract/views.ts'

/** `ids` are those chosen, or those left out when all are. */
export interface RowChoice {
  readonly isAll: boolean
  readonly ids: ReadonlySet<number>
}

/** Nothing is chosen. */
export const noRows: RowChoice = { isAll: false, ids: new Set() }
/** Every row of the list is chosen, also those never loaded. */
export const allRows: RowChoice = { isAll: true, ids: new Set() }

/** Just these. */
export const onlyRows = (ids: Iterable<number>): RowChoice => ({ isAll: false, ids: new Set(ids) })

/** Whether a document is chosen. */
export const isChosen = ({ isAll, ids }: RowChoice, id: number): boolean => ids.has(id) !== isAll

/** The choice with one document more, or less. */
export function toggleRow({ isAll, ids }: RowChoice, id: number): RowChoice {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { isAll, ids: next }
}

/** How many of a list of `total` are chosen. */
export const countChosen = ({ isAll, ids }: RowChoice, total: number): number =>
  isAll ? Math.max(0, total - ids.size) : ids.size

/** The choice as requests name it. */
export const chosenDocuments = ({ isAll, ids }: RowChoice, filter: DocumentFilter): DocumentSelection =>
  isAll ? { filter, except: [...ids] } : { ids: [...ids] }
