/** A thread comes in; it goes out along years: issued, reviewed, reviews due, deadlines with their sentence, and a calendar. */
import { Button, makeStyles, SpinButton, Text } from '@fluentui/react-components'
import { CalendarLtr20Regular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { TimelineMark } from '../../../shared/contract/tracing.ts'
import { useAnswer } from '../../app/queries.ts'
import { SHORT_WINDOW } from '../../app/shortWindow.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import type { SaveAs } from '../../components/useSaveAs.ts'
import { useWords } from '../../i18n/language.ts'
import { invoke } from '../../library.ts'
import type { TraceRoute } from '../trace/TraceScreen.tsx'
import { MarkLegend } from './MarkLegend.tsx'
import { MarkList } from './MarkList.tsx'
import { marksByYear, todayHere } from './marks.ts'
import { YearStrip } from './YearStrip.tsx'

/** How far back a thread reaches and how far ahead reviews are told, years. */
const YEARS_BACK = 25
const YEARS_AHEAD = 5

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minHeight: 0,
    minWidth: 0,
    [SHORT_WINDOW]: { flex: '0 0 auto' },
  },
  tools: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center', padding: '8px 16px' },
  years: { display: 'flex', gap: '6px', alignItems: 'center' },
  spin: { width: '84px' },
})

interface Props {
  readonly route: TraceRoute
  readonly instrumentId: number
  readonly saving: SaveAs
}

/** The timeline of a thread. */
export function ThreadTimeline({ route, instrumentId, saving }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const thisYear = Number(todayHere().slice(0, 4))
  const [from, setFrom] = useState(thisYear - YEARS_BACK)
  const [to, setTo] = useState(thisYear + YEARS_AHEAD)
  const span = { from: `${from}-01-01`, to: `${Math.max(from, to)}-12-31` }
  const answer = useAnswer(
    'tracing.timeline',
    { instrumentId, depth: route.depth, ...span },
    { keepsFormer: true },
  )
  return (
    <div className={styles.view} data-testid="timeline">
      <div className={styles.tools}>
        <YearRange label={t('tracing.fromYear')} year={from} onChange={setFrom} />
        <YearRange label={t('tracing.toYear')} year={to} onChange={setTo} />
        <Button
          size="small"
          icon={<CalendarLtr20Regular />}
          disabled={saving.isBusy}
          onClick={() =>
            void saving.save(`${t('tracing.fileCalendar')}.ics`, (out) =>
              invoke('export.calendar', { out, instrumentId, depth: route.depth, ...span }),
            )
          }
          data-testid="save-calendar"
        >
          {t('tracing.saveCalendar')}
        </Button>
      </div>
      <Loaded answer={answer} lines={10}>
        {({ marks, isCut }) =>
          marks.length === 0 ? (
            <EmptyState
              testId="timeline-empty"
              icon={<CalendarLtr20Regular />}
              title={t('tracing.timelineEmpty')}
              body={t('tracing.timelineEmptyBody')}
            />
          ) : (
            <Marks marks={marks} isCut={isCut} />
          )
        }
      </Loaded>
    </div>
  )
}

interface MarksProps {
  readonly marks: readonly TimelineMark[]
  readonly isCut: boolean
}

function Marks({ marks, isCut }: MarksProps) {
  const styles = useStyles()
  const { t } = useWords()
  const [hidden, setHidden] = useState<ReadonlySet<TimelineMark['kind']>>(new Set())
  const [shownYear, setShownYear] = useState<number | null>(null)
  const years = useMemo(() => marksByYear(marks.filter(({ kind }) => !hidden.has(kind))), [marks, hidden])
  return (
    <>
      <div className={styles.tools} style={{ paddingTop: 0 }}>
        <MarkLegend kinds={marks.map(({ kind }) => kind)} hidden={hidden} onChange={setHidden} />
        {isCut ? <Text size={200}>{t('tracing.timelineCut')}</Text> : null}
      </div>
      <YearStrip years={years} shownYear={shownYear} onShow={setShownYear} />
      <MarkList years={years} shownYear={shownYear} />
    </>
  )
}

interface YearProps {
  readonly label: string
  readonly year: number
  readonly onChange: (year: number) => void
}

function YearRange({ label, year, onChange }: YearProps) {
  const styles = useStyles()
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the spin button inside is a control
    <label className={styles.years}>
      {label}
      <SpinButton
        className={styles.spin}
        size="small"
        min={1930}
        max={2100}
        value={year}
        onChange={(_, data) => {
          const wanted = data.value ?? Number(data.displayValue)
          if (Number.isInteger(wanted) && wanted >= 1930 && wanted <= 2100) onChange(wanted)
        }}
      />
    </label>
  )
}
