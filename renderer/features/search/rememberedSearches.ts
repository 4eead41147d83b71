/** The library's saved and recent searches come in; hooks to show them and to note one more go out. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { RememberedSearches } from '../../../shared/contract/views.ts'
import { useAnswer } from '../../app/queries.ts'
import { invoke } from '../../library.ts'

const NONE: RememberedSearches = { saved: [], recent: [] }

/** What is remembered, and the way to ask again after a change. */
export function useRememberedSearches(): RememberedSearches & { readonly refresh: () => void } {
  const client = useQueryClient()
  const { data } = useAnswer('searches.list', {})
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: ['searches.list'] }), [client])
  return { ...(data ?? NONE), refresh }
}

/** Notes a query somebody found something with; a library opened for reading only forgets it, which is no failure. */
export function useRememberQuery(): (query: string) => void {
  const client = useQueryClient()
  return useCallback(
    (query) => {
      if (query.trim() === '') return
      void invoke('searches.remember', { query: query.trim().slice(0, 2000) }).then(() =>
        client.invalidateQueries({ queryKey: ['searches.list'] }),
      )
    },
    [client],
  )
}
