/** A thread and the bodies expected to answer come in; who answered with what goes out, those who did not standing first. */
import { Checkbox, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular, CircleHalfFill16Regular, CircleHint16Regular } from '@fluentui/react-icons'
import { type ReactElement, useState } from 'react'
import type { Instrument } from '../../../shared/contract/instrument.ts'
import type { BodyAnswer } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { gapWording } from '../../../shared/wording/tracing.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { SHORT_WINDOW } from '../../app/shortWindow.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import type { TraceRoute } from '../trace/TraceScreen.tsx'
import { ExpectedChoice } from './ExpectedChoice.tsx'
import { countStates, gapsFirst } from './gapOrder.ts'

/** Documents of one body shown on its row. */
const MOST_SHOWN = 6

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px 16px 32px',
    [SHORT_WINDOW]: { flex: '0 0 auto', overflowY: 'visible' },
  },
  summary: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center', margin: '12px 0 4px' },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    textAlign: 'left',
    padding: '6px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: {
    padding: '6px 8px',
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  state: { display: 'flex', gap: '6px', alignItems: 'flex-start' },
  none: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

const ICONS: Readonly<Record<BodyAnswer['state'], ReactElement>> = {
  none: <CircleHint16Regular />,
  plan_without_report: <CircleHalfFill16Regular />,
  report_without_plan: <CircleHalfFill16Regular />,
  complete: <CheckmarkCircle16Regular />,
}

interface Props {
  readonly route: TraceRoute
  readonly instrumentId: number
}

/** The gaps of a thread. */
export function GapsView({ route, instrumentId }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const { expected, reportYear, depth } = route
  return (
    <div className={styles.page} data-testid="gaps">
      <ExpectedChoice
        expected={expected}
        reportYear={reportYear}
        onChange={(next, year) => history.replace({ ...route, expected: next, reportYear: year })}
      />
      {expected === null ? (
        <EmptyState testId="gaps-empty" title={t('tracing.gapsStart')} body={t('tracing.gapsStartBody')} />
      ) : (
        <Answers
          key={JSON.stringify(expected)}
          params={{
            instrumentId,
            depth,
            expected,
            ...(reportYear === null ? {} : { year: reportYear }),
          }}
        />
      )}
    </div>
  )
}

function Answers({ params }: { readonly params: Parameters<typeof useAnswer<'tracing.gaps'>>[1] }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const [isOnlyGaps, setOnlyGaps] = useState(false)
  const answer = useAnswer('tracing.gaps', params, { keepsFormer: true })
  return (
    <Loaded answer={answer} lines={8}>
      {(answers) => {
        if (answers.length === 0)
          return (
            <EmptyState testId="gaps-none" title={t('tracing.noBodies')} body={t('tracing.noBodiesBody')} />
          )
        const counts = countStates(answers)
        const shown = gapsFirst(answers).filter(({ state }) => !isOnlyGaps || state !== 'complete')
        return (
          <>
            <div className={styles.summary}>
              <Text weight="semibold">
                {t('tracing.gapsSummary', { n: answers.length - counts.complete, total: answers.length })}
              </Text>
              {(['none', 'plan_without_report', 'report_without_plan', 'complete'] as const).map((state) =>
                counts[state] === 0 ? null : (
                  <Text key={state} className={styles.quiet}>
                    {gapWording(state, language)}: {counts[state]}
                  </Text>
                ),
              )}
              <Checkbox
                label={t('tracing.onlyGaps')}
                checked={isOnlyGaps}
                onChange={(_, data) => setOnlyGaps(data.checked === true)}
              />
            </div>
            <table className={styles.table} data-testid="gaps-table">
              <thead>
                <tr>
                  <th className={styles.head}>{t('tracing.body')}</th>
                  <th className={styles.head}>{t('tracing.answer')}</th>
                  <th className={styles.head}>{t('tracing.plans')}</th>
                  <th className={styles.head}>{t('tracing.reports')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ body, state, plans, reports }) => (
                  <tr key={`${body.name} ${body.scope ?? ''} ${body.series ?? ''}`} data-testid="gap">
                    <td className={styles.cell}>
                      {body.name}
                      <div className={styles.quiet}>{body.scope ?? t('tracing.unplaced')}</div>
                    </td>
                    <td className={styles.cell}>
                      <span className={state === 'none' ? `${styles.state} ${styles.none}` : styles.state}>
                        {ICONS[state]} {gapWording(state, language)}
                      </span>
                    </td>
                    <td className={styles.cell}>
                      <Issued instruments={plans} />
                    </td>
                    <td className={styles.cell}>
                      <Issued instruments={reports} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )
      }}
    </Loaded>
  )
}

function Issued({ instruments }: { readonly instruments: readonly Instrument[] }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  if (instruments.length === 0) return <span className={styles.quiet}>—</span>
  return (
    <>
      {instruments.slice(0, MOST_SHOWN).map((instrument) => (
        <div key={instrument.id}>
          <Link onClick={() => history.navigate({ screen: 'instrument', id: instrument.id })}>
            {instrumentName(instrument, language)}
          </Link>{' '}
          <span className={styles.quiet}>{formatDate(instrument.issuedOn)}</span>
        </div>
      ))}
      {instruments.length > MOST_SHOWN ? (
        <span className={styles.quiet}>{t('tracing.andMore', { n: instruments.length - MOST_SHOWN })}</span>
      ) : null}
    </>
  )
}
