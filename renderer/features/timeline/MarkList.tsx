/** Years of marks come in; a virtual list by year goes out: what, which document, and the sentence that says so. */
import { Badge, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { timelineWording } from '../../../shared/wording/tracing.ts'
import { useHistory } from '../../app/navigation.ts'
import { LIST_HEIGHT, SHORT_WINDOW } from '../../app/shortWindow.ts'
import { EvidenceQuote } from '../../components/EvidenceQuote.tsx'
import { useWords } from '../../i18n/language.ts'
import { MarkSign } from './MarkSign.tsx'
import { isPastDue, type MarkLine, todayHere, type YearOfMarks } from './marks.ts'

const useStyles = makeStyles({
  scroller: {
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    padding: '0 16px 24px',
    [SHORT_WINDOW]: { flex: `0 0 ${LIST_HEIGHT}` },
  },
  rows: { position: 'relative' },
  slot: { position: 'absolute', left: 0, right: 0 },
  year: {
    margin: 0,
    padding: '14px 0 4px',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '22px 92px minmax(0, 1fr)',
    gap: '0 8px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  sign: { paddingTop: '3px' },
  date: { fontVariantNumeric: 'tabular-nums' },
  late: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  title: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '2px 8px', alignItems: 'center' },
})

interface Props {
  readonly years: readonly YearOfMarks[]
  /** Scrolled into view when it changes. */
  readonly shownYear: number | null
}

type Row = { readonly year: number; readonly line: MarkLine | null }

/** Headings of years and their marks. */
export function MarkList({ years, shownYear }: Props) {
  const styles = useStyles()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo<readonly Row[]>(
    () =>
      years
        .filter(({ lines }) => lines.length > 0)
        .flatMap(({ year, lines }) => [{ year, line: null }, ...lines.map((line) => ({ year, line }))]),
    [years],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.line === null ? 40 : 84),
    getItemKey: (index) => rows[index]?.line?.key ?? `year ${rows[index]?.year}`,
    overscan: 8,
  })
  // Only another year moves the list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const at = rows.findIndex(({ year, line }) => year === shownYear && line === null)
    if (at >= 0) virtual.scrollToIndex(at, { align: 'start' })
  }, [shownYear])
  return (
    <div ref={scroller} className={styles.scroller} data-testid="marks">
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.slot}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.line === null ? <h2 className={styles.year}>{row.year}</h2> : <MarkRow line={row.line} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function MarkRow({ line: { mark, times } }: { readonly line: MarkLine }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const { kind, on, instrument, doneBy, evidence, recurrence } = mark
  const isLate = isPastDue(mark, todayHere())
  return (
    <div className={styles.row} data-testid="mark" data-kind={kind}>
      <span className={styles.sign}>
        <MarkSign kind={kind} isDone={doneBy !== null} />
      </span>
      <span className={mergeClasses(styles.date, isLate && styles.late)}>{formatDate(on)}</span>
      <div>
        <div className={styles.line}>
          <span>{timelineWording(mark, language)}</span>
          <Link onClick={() => history.navigate({ screen: 'instrument', id: instrument.id })}>
            {instrumentName(instrument, language)}
          </Link>
          {recurrence === null ? null : (
            <Badge appearance="outline" color="informative" shape="rounded">
              {t(`tracing.every.${recurrence}`)} · {t('tracing.timesAYear', { n: times })}
            </Badge>
          )}
          {isLate ? (
            <Badge appearance="tint" color="informative" shape="rounded">
              {t('tracing.past')}
            </Badge>
          ) : null}
        </div>
        <span className={styles.quiet}>{instrument.issuer}</span>
        {instrument.title === null || instrument.number === null || kind === 'deadline' ? null : (
          <span className={styles.title}>{instrument.title}</span>
        )}
        {doneBy === null ? null : (
          <div className={styles.quiet}>
            {t('tracing.doneBy')}{' '}
            <Link onClick={() => history.navigate({ screen: 'instrument', id: doneBy.id })}>
              {instrumentName(doneBy, language)}
            </Link>
          </div>
        )}
        {evidence === null ? null : <EvidenceQuote evidence={{ ...evidence, citationId: 0 }} />}
      </div>
    </div>
  )
}
