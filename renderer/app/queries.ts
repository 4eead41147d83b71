/** Contract methods as cached queries: a method and its parameters come in, data with its state goes out. */
import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Method, MethodResult, Params } from '../../shared/contract/methods.ts'
import { ask, invoke, on } from '../library.ts'
import { libraryRoute } from './history.ts'
import { useHistory } from './navigation.ts'

/** The cache of answers. The library says when something changed, so nothing is asked again by itself. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })

/** First part of the key of pictures drawn from originals, which never change: they are never asked again. */
export const DRAWN_ONCE = 'drawn'

interface QueryChoices {
  readonly enabled?: boolean
  /** Keeps showing the former answer while a new one is on its way (typing, sorting, filtering). */
  readonly keepsFormer?: boolean
}

/** Key and function of a query, for hooks that need them apart. */
export const queryOf = <M extends Method>(method: M, params: Params<M>) => ({
  queryKey: [method, params] as const,
  queryFn: (): Promise<MethodResult<M>> => ask(method, params),
})

/** The answer of a method, cached by its parameters. */
export function useAnswer<M extends Method>(
  method: M,
  params: Params<M>,
  { enabled = true, keepsFormer = false }: QueryChoices = {},
): UseQueryResult<MethodResult<M>> {
  // The query library cannot see that no answer is a function, which it would call as a placeholder.
  const former = keepsFormer ? { placeholderData: keepPreviousData } : {}
  const options = { ...queryOf(method, params), enabled, ...former } as UseQueryOptions<MethodResult<M>>
  return useQuery(options)
}

/** A method that changes something. */
export function useCommand<M extends Method>(
  method: M,
): UseMutationResult<MethodResult<M>, Error, Params<M>> {
  return useMutation({ mutationFn: (params: Params<M>) => ask(method, params) })
}

/** Asks everything on screen again when the library says that it changed; bursts during an import count as one. */
export function useLibraryChanges(): void {
  const client = useQueryClient()
  const history = useHistory()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const refresh = (): void => {
      timer = null
      void client.invalidateQueries({
        predicate: ({ queryKey: [first] }) => first !== DRAWN_ONCE && !String(first).startsWith('host.'),
      })
    }
    const enterOpened = async (): Promise<void> => {
      const answer = await invoke('library.status', {})
      const startupKey = queryOf('host.startup', {}).queryKey
      const startup = client.getQueryData<MethodResult<'host.startup'>>(startupKey)
      // The first opening is the start itself, whose answer is on its way or already here; a library process that
      // was restarted opens the same one again.
      if (!answer.ok || startup === undefined || startup.library?.folder === answer.value.folder)
        return refresh()
      // Another library, opened from the menu: nothing known of the former one holds.
      client.setQueryData(startupKey, { ...startup, library: answer.value, failure: null })
      history.restart(libraryRoute)
      await forgetLibrary(client)
    }
    const stop = on('library.changed', ({ reason }) => {
      if (reason === 'opened') {
        void enterOpened()
        return
      }
      if (timer !== null) return
      timer = setTimeout(refresh, reason === 'import' ? 1000 : 0)
    })
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [client, history])
}

/** Drops every answer of the library; what is on screen is asked again and meanwhile shows as loading. */
const forgetLibrary = (client: QueryClient): Promise<void> =>
  client.resetQueries({ predicate: (query) => !String(query.queryKey[0]).startsWith('host.') })
