/** A document and one of its pages come in; the page's image and the places of its words go out. */
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { MethodResult } from '../../../shared/contract/methods.ts'
import type { PlacedWord } from '../../../shared/contract/pageMethods.ts'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { DRAWN_ONCE, useAnswer } from '../../app/queries.ts'
import { ask } from '../../library.ts'

/** Sharp up to twice the width of half a window. */
const IMAGE_WIDTH = 1600

/** Formats with pages of their own; other files can be opened, not shown. */
const FORMATS_WITH_PAGES: ReadonlySet<string> = new Set(['pdf', 'image', 'png', 'jpg', 'jpeg', 'tif', 'tiff'])

/** Whether a document has page images. A file kept unread is known by its extension. */
export const hasPages = ({ file }: DocumentDetail): boolean => FORMATS_WITH_PAGES.has(file.format)

/** A password as typed; `attempt` tells one try from the next without keeping the password in a key. */
export interface GivenPassword {
  readonly value: string
  readonly attempt: number
}

interface PageState {
  readonly image: UseQueryResult<MethodResult<'documents.pageImage'>>
  /** Null until they are known. */
  readonly words: readonly PlacedWord[] | null
}

const NO_WORDS: readonly PlacedWord[] = []

/** A page's image and its words; what was drawn stays until the other page is there. */
export function usePageImage(
  { id, file, recognised }: DocumentDetail,
  page: number,
  password: GivenPassword | null,
): PageState {
  const client = useQueryClient()
  const queryOfPage = (number: number) => ({
    // By content and by its reading: an id may come to mean another document, and reading again may turn the page.
    queryKey: [
      DRAWN_ONCE,
      file.sha256,
      number,
      recognised.find((one) => one.page === number)?.confidence ?? null,
      password?.attempt ?? 0,
    ] as const,
    queryFn: () =>
      ask('documents.pageImage', {
        id,
        page: number,
        maxWidth: IMAGE_WIDTH,
        ...(password === null ? {} : { password: password.value }),
      }),
  })
  const image = useQuery({ ...queryOfPage(page), placeholderData: keepPreviousData })
  const words = useAnswer('documents.pageWords', { id, page })
  const hasNext = page < (image.data?.pages ?? 0)
  // The next page is drawn while this one is read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query follows from the page
  useEffect(() => {
    if (hasNext && !image.isPlaceholderData) void client.prefetchQuery(queryOfPage(page + 1))
  }, [client, hasNext, image.isPlaceholderData, page])
  const isKnown = !image.isPlaceholderData && (words.isError || words.data !== undefined)
  return { image, words: isKnown ? (words.data?.words ?? NO_WORDS) : null }
}
