/** Back and forward, the search box that every screen shares, and the import button. */
import { Button, makeStyles, SearchBox, Tooltip, tokens } from '@fluentui/react-components'
import { ArrowImport20Regular, ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useImports } from '../features/imports/importsState.ts'
import { useRememberQuery } from '../features/search/rememberedSearches.ts'
import { useWords } from '../i18n/language.ts'
import { useHistory, usePlace } from './navigation.ts'

/** Long enough to skip the letters of one syllable typed in a row, short enough to feel instant. */
const TYPING_PAUSE_MS = 90

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minWidth: 0,
    padding: '8px 12px 8px 8px',
  },
  search: {
    flex: '1 1 auto',
    maxWidth: '760px',
    marginLeft: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  gap: { flex: '1 1 0' },
})

/** The bar above every screen. */
export function TopBar() {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const { canGoBack, canGoForward } = usePlace()
  const imports = useImports()
  return (
    <header className={styles.bar}>
      <Tooltip content={t('app.back')} relationship="label">
        <Button
          appearance="subtle"
          icon={<ChevronLeft20Regular />}
          disabled={!canGoBack}
          onClick={history.back}
          data-testid="history-back"
        />
      </Tooltip>
      <Tooltip content={t('app.forward')} relationship="label">
        <Button
          appearance="subtle"
          icon={<ChevronRight20Regular />}
          disabled={!canGoForward}
          onClick={history.forward}
          data-testid="history-forward"
        />
      </Tooltip>
      <TopSearch className={styles.search} />
      <div className={styles.gap} />
      <Button
        appearance="primary"
        icon={<ArrowImport20Regular />}
        onClick={() => imports.setOpen(!imports.isOpen)}
        aria-expanded={imports.isOpen}
        data-testid="import-button"
      >
        {t('top.import')}
      </Button>
    </header>
  )
}

function TopSearch({ className }: { readonly className: string }) {
  const { t } = useWords()
  const history = useHistory()
  const { route } = usePlace()
  const input = useRef<HTMLInputElement>(null)
  const remember = useRememberQuery()
  const routeQuery = route.screen === 'search' ? route.query : ''
  const [typed, setTyped] = useState(routeQuery)
  const sent = useRef(routeQuery)

  // Going back and forward puts the query of that place into the box, but never over what is being typed.
  useEffect(() => {
    if (routeQuery === sent.current) return
    sent.current = routeQuery
    setTyped(routeQuery)
  }, [routeQuery])

  const send = useCallback(
    (query: string): void => {
      if (query === sent.current) return
      sent.current = query
      const place = history.state().route
      if (place.screen === 'search') history.replace({ ...place, query })
      else if (query.trim() !== '') {
        history.navigate({ screen: 'search', query, filter: {}, sort: 'relevance' })
      }
    },
    [history],
  )
  useEffect(() => {
    const timer = setTimeout(() => send(typed), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, send])

  useEffect(() => {
    if (route.screen === 'search' && route.query === '') input.current?.focus()
  }, [route])

  return (
    <SearchBox
      className={className}
      input={{ ref: input }}
      value={typed}
      placeholder={t('top.search')}
      aria-label={t('top.searchLabel')}
      onChange={(_, data) => setTyped(data.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          send(typed)
          remember(typed)
        }
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        document.querySelector<HTMLElement>('[data-search-result]')?.focus()
      }}
      data-testid="search-input"
    />
  )
}
