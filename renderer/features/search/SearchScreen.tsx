/** A query's place comes in; filters, direct hits of a number, suggestions and the list of hits go out. */
import { Dropdown, makeStyles, Option, Text, tokens } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { SearchAnswer, SearchHit } from '../../../shared/contract/views.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import type { Route } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { FailureState } from '../../components/FailureMessage.tsx'
import { FilterPanel } from '../../components/FilterPanel.tsx'
import { DelayedSkeleton } from '../../components/Loaded.tsx'
import { SaveNotice } from '../../components/SaveNotice.tsx'
import { useSaveAs } from '../../components/useSaveAs.ts'
import { useWords } from '../../i18n/language.ts'
import { ask, failureOf } from '../../library.ts'
import { useSettled } from '../library/useSettled.ts'
import { InstrumentHits } from './InstrumentHits.tsx'
import { NoHits } from './NoHits.tsx'
import { QueryHelp } from './QueryHelp.tsx'
import { useRememberQuery } from './rememberedSearches.ts'
import { SearchActions } from './SearchActions.tsx'
import { SearchHits } from './SearchHits.tsx'
import { SearchedInside, SearchInsideButton } from './SearchInside.tsx'
import { SearchPreview } from './SearchPreview.tsx'
import { SearchStart } from './SearchStart.tsx'
import { SuggestionLine } from './SuggestionLine.tsx'

/** A passage is chosen for each, at every keystroke; more come as one scrolls. */
const PAGE_HITS = 30

const useStyles = makeStyles({
  screen: { display: 'flex', flex: '1 1 0', minHeight: 0, minWidth: 0, containerType: 'inline-size' },
  filters: { display: 'flex', minHeight: 0, '@container (max-width: 640px)': { display: 'none' } },
  middle: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minWidth: 0, minHeight: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '8px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  count: { color: tokens.colorNeutralForeground2 },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginLeft: 'auto' },
  sort: { minWidth: '130px' },
  preview: { display: 'flex', minHeight: 0, '@container (max-width: 1000px)': { display: 'none' } },
})

type SearchRoute = Extract<Route, { screen: 'search' }>

/** Phrases are checked text by text within each answer's time: asking again goes on with it. */
const CHECK_ON_MS = 250
const MOST_CHECKS = 20

/** Answers of a query page by page. A newer query makes the former answer stale, whenever that one arrives. */
function useSearch({ query, filter, sort }: SearchRoute) {
  const search = useInfiniteQuery({
    queryKey: ['search.query', { query, filter, sort }],
    queryFn: ({ pageParam }) =>
      ask('search.query', { query, filter, sort, offset: pageParam, limit: PAGE_HITS }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.hits.length, 0)
      return last.hits.length > 0 && loaded < last.total ? loaded : undefined
    },
    enabled: query.trim() !== '',
    placeholderData: (former) => former,
  })
  const { refetch, dataUpdatedAt, isPlaceholderData } = search
  const [first, ...others] = search.data?.pages ?? []
  const isUnchecked = first?.notice === 'phrase_not_checked' && others.length === 0 && !isPlaceholderData
  const checks = useRef({ query, count: 0 })
  useEffect(() => {
    if (checks.current.query !== query) checks.current = { query, count: 0 }
    if (!isUnchecked || dataUpdatedAt === 0 || checks.current.count >= MOST_CHECKS) return
    const timer = setTimeout(() => {
      checks.current.count += 1
      void refetch()
    }, CHECK_ON_MS)
    return () => clearTimeout(timer)
  }, [query, isUnchecked, dataUpdatedAt, refetch])
  return search
}

/** The search screen; the box itself is in the bar above. */
export function SearchScreen({ route }: { readonly route: SearchRoute }) {
  const styles = useStyles()
  const search = useSearch(route)
  if (route.query.trim() === '') return <SearchStart />
  const first = search.data?.pages[0]
  if (search.isError && !search.isPlaceholderData) {
    return <FailureState failure={failureOf(search.error)} onRetry={() => void search.refetch()} />
  }
  if (first === undefined) return <DelayedSkeleton lines={12} />
  return (
    <div className={styles.screen} data-testid="search-screen">
      <Results
        route={route}
        answer={first}
        hits={search.data?.pages.flatMap((page) => page.hits) ?? []}
        isFormer={search.isPlaceholderData}
        onMore={() => {
          if (search.hasNextPage && !search.isFetchingNextPage) void search.fetchNextPage()
        }}
      />
    </div>
  )
}

interface ResultsProps {
  readonly route: SearchRoute
  readonly answer: SearchAnswer
  readonly hits: SearchAnswer['hits']
  readonly isFormer: boolean
  readonly onMore: () => void
}

const SORTS = [
  ['relevance', 'search.relevance'],
  ['issuedOn', 'search.date'],
  ['number', 'search.number'],
] as const

function Results({ route, answer, hits, isFormer, onMore }: ResultsProps) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const change = (part: Partial<SearchRoute>): void => history.replace({ ...route, ...part })
  const sortTitle = SORTS.find(([sort]) => sort === route.sort)?.[1] ?? 'search.relevance'
  const isEmpty = answer.total === 0
  const saving = useSaveAs()
  // What was saved of another query is no news for this one.
  const { forget } = saving
  const savedQuery = useRef(route.query)
  useEffect(() => {
    if (savedQuery.current === route.query) return
    savedQuery.current = route.query
    forget()
  }, [route.query, forget])
  const remember = useRememberQuery()
  const [previewedId, setPreviewedId] = useState<number | null>(null)
  const settledId = useSettled(previewedId)
  const previewed = hits.find(({ documentId }) => documentId === settledId) ?? hits[0]
  const open = (hit: SearchHit, match = 0): void => {
    remember(route.query)
    const places = hit.textMatches.map(([start, end]) => ({ start, end }))
    history.navigate({
      screen: 'document',
      id: hit.documentId,
      focus: match === 0 ? null : (places[match] ?? null),
      matches: places,
      query: route.query,
      panel: 'citations',
    })
  }
  return (
    <>
      <div className={styles.filters}>
        <FilterPanel facets={answer.facets} filter={route.filter} onChange={(filter) => change({ filter })} />
      </div>
      <div className={styles.middle}>
        <div className={styles.head}>
          <Text className={styles.count} aria-live="polite" data-testid="search-count">
            {t('search.results', {
              n: formatCount(answer.total, language),
              time: formatCount(Math.round(answer.milliseconds), language),
            })}
          </Text>
          <SearchInsideButton
            query={route.query}
            isEmpty={isEmpty}
            onQuery={(query) => history.navigate({ ...route, query })}
          />
          <div className={styles.tools}>
            <Dropdown
              className={styles.sort}
              size="small"
              aria-label={t('search.sort')}
              value={t(sortTitle)}
              selectedOptions={[route.sort]}
              onOptionSelect={(_, data) => {
                const sort = SORTS.find(([name]) => name === data.optionValue)?.[0]
                if (sort !== undefined) change({ sort })
              }}
            >
              {SORTS.map(([sort, title]) => (
                <Option key={sort} value={sort}>
                  {t(title)}
                </Option>
              ))}
            </Dropdown>
            <SearchActions route={route} saving={saving} isEmpty={isEmpty} />
            <QueryHelp isShort />
          </div>
        </div>
        <SaveNotice saving={saving} />
        <SearchedInside query={route.query} onQuery={(query) => change({ query })} />
        <SuggestionLine answer={answer} onQuery={(query) => change({ query })} />
        {isEmpty && answer.instruments.length === 0 ? (
          <NoHits query={route.query} wider={answer.wider} onSearch={change} />
        ) : (
          <SearchHits
            query={route.query}
            hits={hits}
            previewedId={previewed?.documentId ?? null}
            onPreview={setPreviewedId}
            onOpen={open}
            isFormer={isFormer}
            onMore={onMore}
            top={<InstrumentHits instruments={answer.instruments} />}
          />
        )}
      </div>
      {previewed === undefined ? null : (
        <div className={styles.preview}>
          <SearchPreview key={previewed.documentId} hit={previewed} onOpen={open} />
        </div>
      )}
    </>
  )
}
