/** Filters of document lists come in, the counts beside the list go out, counted once for all its pages. */
import type { DocumentFilter, Facets } from '../../shared/contract/views.ts'
import { contentVersion } from './contentVersion.ts'
import { countFacets } from './documentLists.ts'
import type { ReadHandle } from './handles.ts'

/**
 * Keeps the counts of the last filter asked for. The first page of a list counts anew whatever was written meanwhile; a
 * later page is asked while somebody scrolls, who sees the counts of the first, and takes those.
 */
export function createListedFacets(db: ReadHandle): (filter: DocumentFilter, isFirstPage: boolean) => Facets {
  let kept: { readonly filter: string; readonly version: string; readonly facets: Facets } | null = null
  return (filter, isFirstPage) => {
    const asked = JSON.stringify(filter)
    if (kept?.filter === asked && (!isFirstPage || kept.version === contentVersion(db))) return kept.facets
    const version = contentVersion(db)
    kept = { filter: asked, version, facets: countFacets(db, filter) }
    return kept.facets
  }
}
