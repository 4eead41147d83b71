/** Visible row numbers come in; the pages of `documents.list` holding them are asked, and rows by number go out. */
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { DocumentFilter, DocumentRow } from '../../../shared/contract/views.ts'
import type { DocumentSort } from '../../app/history.ts'
import { queryOf, useAnswer } from '../../app/queries.ts'

/** Rows asked at once: about four screens, small enough to answer within a frame or two. */
export const PAGE_ROWS = 200

/** What is listed and in which order. */
export interface Listing {
  readonly filter: DocumentFilter
  readonly sort: DocumentSort
  readonly isDescending: boolean
}

const paramsOf = ({ filter, sort, isDescending }: Listing, page: number) => ({
  filter,
  sort,
  descending: isDescending,
  offset: page * PAGE_ROWS,
  limit: PAGE_ROWS,
})

/** The first page: total, facets and the list's state. */
export const useFirstPage = (listing: Listing) =>
  useAnswer('documents.list', paramsOf(listing, 0), { keepsFormer: true })

/** Rows by their place in the list; undefined while their page is on its way. */
export function useRows(
  listing: Listing,
  firstVisible: number,
  lastVisible: number,
): (index: number) => DocumentRow | undefined {
  const firstPage = Math.floor(Math.max(0, firstVisible) / PAGE_ROWS)
  const lastPage = Math.floor(Math.max(0, lastVisible) / PAGE_ROWS)
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, at) => firstPage + at)
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...queryOf('documents.list', paramsOf(listing, page)),
      placeholderData: page === 0 ? keepPreviousData : undefined,
    })),
  })
  return (index) => answers[Math.floor(index / PAGE_ROWS) - firstPage]?.data?.documents[index % PAGE_ROWS]
}
