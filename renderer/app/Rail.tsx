/** The column of screens at the left: the current place marks its button, a click goes to the screen as it was left. */
import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  ClipboardTaskListLtr24Regular,
  Library24Regular,
  Organization24Regular,
  Search24Regular,
  Settings24Regular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { useWords } from '../i18n/language.ts'
import { libraryRoute, type Route, type Screen, traceRoute } from './history.ts'
import { useHistory, usePlace } from './navigation.ts'
import { useAnswer } from './queries.ts'

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: '2px',
    width: '76px',
    height: '100%',
    padding: '8px 4px',
    boxSizing: 'border-box',
  },
  button: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '2px',
    padding: '8px 2px 6px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-2px',
      top: '12px',
      bottom: '12px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorNeutralForeground1,
    },
  },
  gap: { flex: '1 1 auto' },
  badge: { position: 'absolute', top: '4px', right: '8px' },
})

interface Entry {
  readonly screen: Screen
  readonly short: 'rail.library' | 'rail.search' | 'rail.trace' | 'rail.review' | 'rail.settings'
  readonly long:
    | 'rail.libraryLong'
    | 'rail.searchLong'
    | 'rail.traceLong'
    | 'rail.reviewLong'
    | 'rail.settings'
  readonly icon: ReactElement
  readonly first: Route
}

const ENTRIES: readonly Entry[] = [
  {
    screen: 'library',
    short: 'rail.library',
    long: 'rail.libraryLong',
    icon: <Library24Regular />,
    first: libraryRoute,
  },
  {
    screen: 'search',
    short: 'rail.search',
    long: 'rail.searchLong',
    icon: <Search24Regular />,
    first: { screen: 'search', query: '', filter: {}, sort: 'relevance' },
  },
  {
    screen: 'trace',
    short: 'rail.trace',
    long: 'rail.traceLong',
    icon: <Organization24Regular />,
    first: traceRoute(null),
  },
  {
    screen: 'review',
    short: 'rail.review',
    long: 'rail.reviewLong',
    icon: <ClipboardTaskListLtr24Regular />,
    first: { screen: 'review' },
  },
  {
    screen: 'settings',
    short: 'rail.settings',
    long: 'rail.settings',
    icon: <Settings24Regular />,
    first: { screen: 'settings' },
  },
]

/** Screens of tracing; their tabs tell them apart. */
const TRACING_SCREENS: ReadonlySet<Screen> = new Set([
  'instrument',
  'trace',
  'graph',
  'missing',
  'due',
  'audit',
])

/** Which rail button a place belongs to: a document belongs to the library, an instrument to tracing. */
function railScreen(route: Route): Screen {
  if (route.screen === 'document') return 'library'
  return TRACING_SCREENS.has(route.screen) ? 'trace' : route.screen
}

/** The rail. */
export function Rail() {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const { route } = usePlace()
  const status = useAnswer('library.status', {})
  const current = railScreen(route)
  const open = ({ screen, first }: Entry): void => {
    // A second click on the current screen starts it afresh.
    if (current === screen && screen === 'trace') history.navigate(first)
    else if (route.screen !== screen) history.navigate(history.lastOf(screen) ?? first)
  }
  return (
    <nav className={styles.rail} aria-label={t('app.navigation')}>
      {ENTRIES.map((entry) => (
        <RailSlot key={entry.screen} isLast={entry.screen === 'settings'}>
          <button
            type="button"
            className={mergeClasses(styles.button, current === entry.screen && styles.current)}
            aria-label={t(entry.long)}
            aria-current={current === entry.screen ? 'page' : undefined}
            data-testid={`rail-${entry.screen}`}
            onClick={() => open(entry)}
          >
            {entry.icon}
            {t(entry.short)}
            {entry.screen === 'review' && (status.data?.toReview ?? 0) > 0 ? (
              <CounterBadge
                className={styles.badge}
                size="small"
                color="informative"
                count={status.data?.toReview ?? 0}
                overflowCount={99}
              />
            ) : null}
          </button>
        </RailSlot>
      ))}
    </nav>
  )
}

function RailSlot({ isLast, children }: { readonly isLast: boolean; readonly children: ReactElement }) {
  const styles = useStyles()
  return (
    <>
      {isLast ? <div className={styles.gap} /> : null}
      {children}
    </>
  )
}
