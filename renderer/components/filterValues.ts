/** A filter of the contract comes in; its values as the facets write them, and the filter changed by one, go out. */
import type { Level } from '../../shared/contract/instrument.ts'
import type { DocumentFilter, Facets } from '../../shared/contract/views.ts'

/** The values chosen in one facet, written as the facet writes them. */
export const chosenValues = (filter: DocumentFilter, field: keyof Facets): readonly string[] =>
  (filter[field] ?? []).map(String)

/** Whether anything narrows the list. */
export const isFiltered = (filter: DocumentFilter): boolean =>
  Object.values(filter).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined))

/** The filter with a value chosen, or no longer chosen; an emptied field is left out. */
export function toggleValue(filter: DocumentFilter, field: keyof Facets, value: string): DocumentFilter {
  const before = chosenValues(filter, field)
  const after = before.includes(value) ? before.filter((known) => known !== value) : [...before, value]
  const { [field]: _former, ...rest } = filter
  if (after.length === 0) return rest
  if (field === 'year') return { ...rest, year: after.map(Number) }
  // Level facets carry the contract's level codes.
  if (field === 'level') return { ...rest, level: after as Level[] }
  return { ...rest, [field]: after }
}
