/** The present place comes in; the tabs of tracing go out: one thread, the missing, what falls due, drafts, the graph. */
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { type Route, traceRoute } from '../../app/history.ts'
import { useHistory, usePlace } from '../../app/navigation.ts'
import { useWords } from '../../i18n/language.ts'

const useStyles = makeStyles({
  tabs: {
    flex: '0 0 auto',
    padding: '0 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    flexWrap: 'wrap',
  },
})

const FIRST = {
  trace: traceRoute(null),
  missing: { screen: 'missing' },
  due: { screen: 'due' },
  audit: { screen: 'audit', path: null },
  graph: { screen: 'graph', id: null },
} as const satisfies Readonly<Record<string, Route>>

type TabName = keyof typeof FIRST
const TABS = ['trace', 'missing', 'due', 'audit', 'graph'] as const satisfies readonly TabName[]

/** The tabs above every screen of tracing. A tab returns to its screen as it was left. */
export function TracingTabs() {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const { route } = usePlace()
  const selected = route.screen === 'instrument' ? 'trace' : route.screen
  const open = (name: TabName): void => {
    if (name === selected) history.navigate(FIRST[name])
    else history.navigate(history.lastOf(name) ?? FIRST[name])
  }
  return (
    <TabList className={styles.tabs} size="small" selectedValue={selected} aria-label={t('tracing.tabs')}>
      {TABS.map((name) => (
        <Tab key={name} value={name} onClick={() => open(name)} data-testid={`tracing-${name}`}>
          {t(`tracing.tab.${name}`)}
        </Tab>
      ))}
    </TabList>
  )
}
