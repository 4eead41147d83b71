/** Visible row numbers come in; the pages of `missing.list` holding them are asked, and rows by number go out. */
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { Params } from '../../../shared/contract/methods.ts'
import type { MissingItem } from '../../../shared/contract/tracing.ts'
import { queryOf, useAnswer } from '../../app/queries.ts'

/** Rows asked at once. */
const PAGE_ROWS = 200

/** What the list is narrowed to. */
export type MissingFilter = Params<'missing.ids'>

const paramsOf = (filter: MissingFilter, page: number) => ({
  ...filter,
  offset: page * PAGE_ROWS,
  limit: PAGE_ROWS,
})

/** The first page: total, issuers and the list's state. */
export const useFirstMissing = (filter: MissingFilter) =>
  useAnswer('missing.list', paramsOf(filter, 0), { keepsFormer: true })

/** Items by their place in the list; undefined while their page is on its way. */
export function useMissingItems(
  filter: MissingFilter,
  firstVisible: number,
  lastVisible: number,
): (index: number) => MissingItem | undefined {
  const firstPage = Math.floor(Math.max(0, firstVisible) / PAGE_ROWS)
  const lastPage = Math.floor(Math.max(0, lastVisible) / PAGE_ROWS)
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, at) => firstPage + at)
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...queryOf('missing.list', paramsOf(filter, page)),
      placeholderData: page === 0 ? keepPreviousData : undefined,
    })),
  })
  return (index) => answers[Math.floor(index / PAGE_ROWS) - firstPage]?.data?.items[index % PAGE_ROWS]
}
