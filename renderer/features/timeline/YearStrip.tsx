/** Years of marks come in; a strip along time goes out, a column a year with its signs, a click shows that year below. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { TIMELINE_KINDS } from '../../../shared/contract/tracing.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { timelineWording } from '../../../shared/wording/tracing.ts'
import { chidoTokens } from '../../app/theme.ts'
import { useWords } from '../../i18n/language.ts'
import { MarkSign } from './MarkSign.tsx'
import { todayHere, type YearOfMarks } from './marks.ts'

/** Signs drawn in one column; the rest is a number. */
const MOST_SIGNS = 12

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    flex: '0 0 auto',
    overflowX: 'auto',
    padding: '8px 16px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  year: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: '4px',
    flex: '1 0 52px',
    maxWidth: '110px',
    minHeight: '96px',
    padding: '4px 2px',
    border: 'none',
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: chidoTokens.focusBackground,
      boxShadow: `inset 0 0 0 1px ${tokens.colorTransparentStroke}`,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    ':disabled': { cursor: 'default', color: tokens.colorNeutralForegroundDisabled },
  },
  shown: {
    backgroundColor: chidoTokens.focusBackground,
    boxShadow: `inset 0 -2px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  signs: {
    display: 'flex',
    flexWrap: 'wrap-reverse',
    justifyContent: 'center',
    gap: '1px',
    maxWidth: '48px',
  },
  name: { fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200 },
  now: { fontWeight: tokens.fontWeightBold, textDecorationLine: 'underline' },
  more: { fontSize: tokens.fontSizeBase100 },
})

interface Props {
  readonly years: readonly YearOfMarks[]
  readonly shownYear: number | null
  readonly onShow: (year: number) => void
}

/** The strip. The list below carries the same facts. */
export function YearStrip({ years, shownYear, onShow }: Props) {
  const styles = useStyles()
  const { language } = useWords()
  const strip = useRef<HTMLDivElement>(null)
  const thisYear = Number(todayHere().slice(0, 4))
  // A long thread starts at its end: what falls due is what is looked for.
  useEffect(() => {
    if (strip.current !== null) strip.current.scrollLeft = strip.current.scrollWidth
  }, [])
  return (
    <div ref={strip} className={styles.strip} data-testid="year-strip">
      {years.map(({ year, lines }) => {
        const counts = TIMELINE_KINDS.map((kind) => ({
          kind,
          n: lines.filter(({ mark }) => mark.kind === kind).length,
        })).filter(({ n }) => n > 0)
        const words = counts
          .map(({ kind, n }) => `${timelineWording({ kind, years: null }, language)}: ${n}`)
          .join('; ')
        return (
          <button
            key={year}
            type="button"
            className={mergeClasses(styles.year, year === shownYear && styles.shown)}
            disabled={lines.length === 0}
            aria-label={words === '' ? String(year) : `${year}: ${words}`}
            title={words === '' ? undefined : words}
            onClick={() => onShow(year)}
          >
            {lines.length > MOST_SIGNS ? (
              <span className={styles.more}>+{formatCount(lines.length - MOST_SIGNS, language)}</span>
            ) : null}
            <span className={styles.signs}>
              {lines.slice(0, MOST_SIGNS).map(({ mark, key }) => (
                <MarkSign key={key} kind={mark.kind} isDone={mark.doneBy !== null} />
              ))}
            </span>
            <span className={mergeClasses(styles.name, year === thisYear && styles.now)}>{year}</span>
          </button>
        )
      })}
    </div>
  )
}
