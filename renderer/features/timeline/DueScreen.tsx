/** Nothing comes in; what falls due in the whole library goes out, soonest first, and as a calendar file. */
import { Button, Dropdown, makeStyles, Option, Switch, Text } from '@fluentui/react-components'
import { CalendarLtr20Regular, CalendarLtr24Regular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { TimelineMark } from '../../../shared/contract/tracing.ts'
import { formatCount, formatDate } from '../../../shared/wording/dates.ts'
import { useAnswer } from '../../app/queries.ts'
import { SHORT_WINDOW } from '../../app/shortWindow.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { SaveNotice } from '../../components/SaveNotice.tsx'
import { useSaveAs } from '../../components/useSaveAs.ts'
import { useWords } from '../../i18n/language.ts'
import { invoke } from '../../library.ts'
import { TracingTabs } from '../trace/TracingTabs.tsx'
import { MarkLegend } from './MarkLegend.tsx'
import { MarkList } from './MarkList.tsx'
import { marksByYear, monthsAfter, todayHere } from './marks.ts'

const useStyles = makeStyles({
  screen: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minHeight: 0,
    minWidth: 0,
    [SHORT_WINDOW]: { overflowY: 'auto' },
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    alignItems: 'center',
    padding: '10px 16px 6px',
  },
  menu: { minWidth: '150px' },
})

/** Months ahead a person may look. */
const AHEAD = ['3', '12', '36', '60'] as const
/** Months back «also what has passed» reaches. */
const MONTHS_BACK = 12
const CITED_AT_LEAST = 3

/** What falls due. */
export function DueScreen() {
  const styles = useStyles()
  const { t, language } = useWords()
  const saving = useSaveAs()
  const [ahead, setAhead] = useState<(typeof AHEAD)[number]>('12')
  const [withPast, setWithPast] = useState(false)
  const [hidden, setHidden] = useState<ReadonlySet<TimelineMark['kind']>>(new Set())
  const today = todayHere()
  const span = {
    from: withPast ? monthsAfter(today, -MONTHS_BACK) : today,
    to: monthsAfter(today, Number(ahead)),
  }
  const answer = useAnswer('tracing.due', { ...span, citedAtLeast: CITED_AT_LEAST }, { keepsFormer: true })
  const years = useMemo(
    () => marksByYear((answer.data ?? []).filter(({ kind }) => !hidden.has(kind))),
    [answer.data, hidden],
  )
  return (
    <div className={styles.screen} data-testid="due-screen">
      <TracingTabs />
      <div className={styles.tools}>
        <Text as="h1" size={400} weight="semibold" style={{ margin: 0 }}>
          {t('tracing.dueTitle')}
        </Text>
        <Text>{t('tracing.dueSpan', { from: formatDate(span.from), to: formatDate(span.to) })}</Text>
        <Dropdown
          size="small"
          className={styles.menu}
          aria-label={t('tracing.ahead')}
          value={t(`tracing.months.${ahead}`)}
          selectedOptions={[ahead]}
          onOptionSelect={(_, data) => setAhead(AHEAD.find((months) => months === data.optionValue) ?? '12')}
        >
          {AHEAD.map((months) => (
            <Option key={months} value={months}>
              {t(`tracing.months.${months}`)}
            </Option>
          ))}
        </Dropdown>
        <Switch
          label={t('tracing.withPast')}
          checked={withPast}
          onChange={(_, data) => setWithPast(data.checked)}
        />
        <Button
          size="small"
          icon={<CalendarLtr20Regular />}
          disabled={saving.isBusy}
          onClick={() =>
            void saving.save(`${t('tracing.fileCalendar')}.ics`, (out) =>
              invoke('export.calendar', { out, citedAtLeast: CITED_AT_LEAST, ...span }),
            )
          }
          data-testid="save-calendar"
        >
          {t('tracing.saveCalendar')}
        </Button>
      </div>
      <SaveNotice saving={saving} />
      <Loaded answer={answer} lines={10}>
        {(marks) =>
          marks.length === 0 ? (
            <EmptyState
              testId="due-empty"
              icon={<CalendarLtr24Regular />}
              title={t('tracing.dueEmpty')}
              body={t('tracing.dueEmptyBody', { n: CITED_AT_LEAST })}
            />
          ) : (
            <>
              <div className={styles.tools} style={{ paddingTop: 0 }}>
                <MarkLegend kinds={marks.map(({ kind }) => kind)} hidden={hidden} onChange={setHidden} />
                <Text size={200}>{t('tracing.dueCount', { n: formatCount(marks.length, language) })}</Text>
              </div>
              <MarkList years={years} shownYear={null} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}
