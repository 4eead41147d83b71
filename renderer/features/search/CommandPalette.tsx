/** Ctrl+K comes in; out goes a box over the window that finds documents, numbers, former searches and commands. */
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  Input,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { libraryRoute, type Route, traceRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { useWords } from '../../i18n/language.ts'
import { useImports } from '../imports/importsState.ts'
import { useSettled } from '../library/useSettled.ts'
import { type PaletteCommand, type PaletteGroup, paletteRows } from './paletteRows.ts'
import { useRememberedSearches, useRememberQuery } from './rememberedSearches.ts'

const SEARCHED_HITS = 8

const useStyles = makeStyles({
  surface: { maxWidth: '680px', width: '90vw', padding: '12px', alignSelf: 'start', marginTop: '10vh' },
  body: { display: 'block' },
  content: { display: 'flex', flexDirection: 'column', gap: '8px', padding: 0 },
  list: { maxHeight: '56vh', overflowY: 'auto' },
  group: { padding: '8px 8px 2px', color: tokens.colorNeutralForeground3 },
  row: {
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    outline: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** Listens for Ctrl+K anywhere in the window. */
export function CommandPalette() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setOpen((former) => !former)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return isOpen ? <OpenPalette onClose={() => setOpen(false)} /> : null
}

/** Everything that can be done from anywhere. */
function useCommands(): readonly PaletteCommand[] {
  const { t } = useWords()
  const imports = useImports()
  const go = (key: string, name: string, target: Route): PaletteCommand => ({
    key,
    title: t('palette.goTo', { name }),
    target,
  })
  return [
    go('library', t('rail.libraryLong'), libraryRoute),
    go('unread', t('palette.unread'), { ...libraryRoute, filter: { isUnread: true } }),
    go('search', t('rail.searchLong'), { screen: 'search', query: '', filter: {}, sort: 'relevance' }),
    go('trace', t('rail.traceLong'), traceRoute(null)),
    go('missing', t('tracing.tab.missing'), { screen: 'missing' }),
    go('due', t('tracing.tab.due'), { screen: 'due' }),
    go('audit', t('tracing.tab.audit'), { screen: 'audit', path: null }),
    go('graph', t('tracing.tab.graph'), { screen: 'graph', id: null }),
    go('review', t('rail.reviewLong'), { screen: 'review' }),
    go('settings', t('rail.settings'), { screen: 'settings' }),
    {
      key: 'files',
      title: `${t('top.import')}: ${t('imports.files')}`,
      target: () => void imports.chooseFiles(),
    },
    {
      key: 'folder',
      title: `${t('top.import')}: ${t('imports.folder')}`,
      target: () => void imports.chooseFolder(),
    },
    { key: 'imports', title: t('imports.items'), target: () => imports.setOpen(true) },
  ]
}

const GROUP_WORDS = {
  instruments: 'palette.instruments',
  documents: 'palette.documents',
  recent: 'palette.recent',
  saved: 'palette.saved',
  commands: 'palette.commands',
  search: null,
} as const satisfies Readonly<Record<PaletteGroup, string | null>>

function OpenPalette({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const commands = useCommands()
  const remembered = useRememberedSearches()
  const remember = useRememberQuery()
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const settled = useSettled(query)
  const search = useAnswer(
    'search.query',
    { query: settled, limit: SEARCHED_HITS },
    { enabled: settled.trim() !== '', keepsFormer: true },
  )
  const rows = paletteRows({
    query,
    answer: query.trim() === '' ? null : (search.data ?? null),
    remembered,
    commands,
    searchAll: t('palette.searchAll', { query }),
    language,
  })
  const chosen = Math.min(current, Math.max(0, rows.length - 1))
  useEffect(() => {
    list.current?.querySelector(`[data-row="${chosen}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const run = (at: number): void => {
    const row = rows[at]
    if (row === undefined) return
    onClose()
    if (row.group === 'documents' || row.group === 'instruments' || row.group === 'search') remember(query)
    if (typeof row.target === 'function') row.target()
    else history.navigate(row.target)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && rows.length > 0) {
      event.preventDefault()
      setCurrent((chosen + step + rows.length) % rows.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(chosen)
    }
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface} aria-label={t('palette.title')} data-testid="palette">
        <DialogBody className={styles.body}>
          <DialogContent className={styles.content}>
            <Input
              size="large"
              autoFocus
              contentBefore={<Search20Regular />}
              placeholder={t('palette.hint')}
              value={query}
              onChange={(_, data) => {
                setQuery(data.value)
                setCurrent(0)
              }}
              onKeyDown={onKeyDown}
              role="combobox"
              aria-expanded
              aria-controls={listId}
              aria-activedescendant={`${listId}-${chosen}`}
              data-testid="palette-input"
            />
            <div
              ref={list}
              id={listId}
              role="listbox"
              aria-label={t('palette.title')}
              className={styles.list}
            >
              {rows.length === 0 ? <Text className={styles.quiet}>{t('palette.none')}</Text> : null}
              {rows.map((row, at) => {
                const words = GROUP_WORDS[row.group]
                const startsGroup = words !== null && rows[at - 1]?.group !== row.group
                return (
                  <div key={row.key}>
                    {startsGroup ? (
                      <Text as="span" size={200} block className={styles.group}>
                        {t(words)}
                      </Text>
                    ) : null}
                    {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the box, which keeps the focus */}
                    <div
                      id={`${listId}-${at}`}
                      role="option"
                      tabIndex={-1}
                      aria-selected={at === chosen}
                      data-row={at}
                      data-testid="palette-row"
                      data-group={row.group}
                      className={mergeClasses(styles.row, at === chosen && styles.current)}
                      onMouseMove={() => setCurrent(at)}
                      onClick={() => run(at)}
                    >
                      {row.title}{' '}
                      {row.detail === '' ? null : <span className={styles.quiet}>{row.detail}</span>}
                    </div>
                  </div>
                )
              })}
            </div>
            <Text size={200} className={styles.quiet}>
              {t('palette.keys')}
            </Text>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
