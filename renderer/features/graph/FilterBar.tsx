/** Facts of a graph and the filter chosen come in; the bar above the picture goes out: what is drawn, and what is looked for. */
import {
  Button,
  Dropdown,
  Input,
  makeStyles,
  Option,
  Slider,
  Text,
  tokens,
  useId,
} from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons'
import { type ReactNode, useMemo } from 'react'
import { formatCount } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { useWords } from '../../i18n/language.ts'
import { type GraphFacts, yearOf } from './graphFacts.ts'
import { drawAll, type GraphFilter, isFiltering, type VisibleGraph } from './graphFilter.ts'
import { HiddenMenu, ShownMenu } from './ShownMenu.tsx'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px 12px',
    alignItems: 'center',
    padding: '8px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  names: { flex: '1 1 220px', minWidth: 0 },
  depth: { minWidth: '110px' },
  years: { display: 'flex', alignItems: 'center', gap: '4px' },
  slider: { width: '110px', minWidth: '80px' },
  year: { minWidth: '34px', marginRight: '10px', fontVariantNumeric: 'tabular-nums' },
  search: { width: '190px' },
})

const DEPTHS = ['1', '2', '3'] as const

interface Props {
  readonly facts: GraphFacts
  readonly visible: VisibleGraph
  readonly filter: GraphFilter
  readonly rootId: number | null
  readonly depth: number
  readonly words: string
  readonly isComplete: boolean
  readonly onFilter: (filter: GraphFilter) => void
  readonly onDepth: (depth: number) => void
  readonly onWords: (words: string) => void
  /** What else stands in the bar. */
  readonly children?: ReactNode
}

/** The bar. */
export function FilterBar(props: Props) {
  const { facts, visible, filter, rootId, depth, words, isComplete } = props
  const { onFilter, onDepth, onWords, children } = props
  const styles = useStyles()
  const { t, language } = useWords()
  const root = rootId === null ? undefined : facts.nodes.get(rootId)
  const years = useMemo(() => yearsOf(facts), [facts])
  const alone = facts.nodes.size - facts.degrees.size
  return (
    <div className={styles.bar}>
      <div className={styles.names}>
        <Text as="h1" size={400} weight="semibold" style={{ margin: 0, display: 'block' }}>
          {root === undefined ? t('tracing.graphWhole') : instrumentName(root, language)}
        </Text>
        <Text size={200} data-testid="graph-summary">
          {t('tracing.graphSummary', {
            n: formatCount(visible.ids.size, language),
            total: formatCount(facts.nodes.size, language),
            edges: formatCount(visible.edgeKeys.size, language),
          })}
          {isComplete
            ? alone === 0
              ? ''
              : ` · ${t('tracing.aloneCount', { n: formatCount(alone, language) })}`
            : ` · ${t('app.loading')}`}
        </Text>
      </div>
      {rootId === null ? null : (
        <Dropdown
          size="small"
          className={styles.depth}
          aria-label={t('trace.depth')}
          value={t('tracing.steps', { n: depth })}
          selectedOptions={[String(depth)]}
          onOptionSelect={(_, data) => onDepth(Number(data.optionValue))}
          data-testid="graph-depth"
        >
          {DEPTHS.map((value) => (
            <Option key={value} value={value} text={value}>
              {t('tracing.steps', { n: value })}
            </Option>
          ))}
        </Dropdown>
      )}
      {years === null ? null : (
        <div className={styles.years}>
          <YearSlider
            label={t('tracing.fromYear')}
            years={years}
            year={filter.from ?? years[0]}
            onChange={(from) => onFilter({ ...filter, from: from === years[0] ? null : from })}
          />
          <YearSlider
            label={t('tracing.toYear')}
            years={years}
            year={filter.to ?? years[1]}
            onChange={(to) => onFilter({ ...filter, to: to === years[1] ? null : to })}
          />
        </div>
      )}
      <ShownMenu facts={facts} filter={filter} onFilter={onFilter} />
      <HiddenMenu facts={facts} filter={filter} onFilter={onFilter} />
      {!isFiltering(filter) ? null : (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => onFilter({ ...drawAll, hiddenIds: filter.hiddenIds })}
        >
          {t('library.clearFilters')}
        </Button>
      )}
      <Input
        size="small"
        className={styles.search}
        value={words}
        aria-label={t('tracing.findInGraph')}
        placeholder={t('tracing.findInGraph')}
        contentBefore={<Search20Regular />}
        onChange={(_, data) => onWords(data.value)}
        data-testid="graph-find"
      />
      {children}
    </div>
  )
}

function yearsOf(facts: GraphFacts): readonly [number, number] | null {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const node of facts.nodes.values()) {
    const year = yearOf(node)
    if (year === null) continue
    first = Math.min(first, year)
    last = Math.max(last, year)
  }
  return last > first ? [first, last] : null
}

interface SliderProps {
  readonly label: string
  readonly years: readonly [number, number]
  readonly year: number
  readonly onChange: (year: number) => void
}

function YearSlider({ label, years, year, onChange }: SliderProps) {
  const styles = useStyles()
  const id = useId('year')
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Slider
        id={id}
        size="small"
        className={styles.slider}
        min={years[0]}
        max={years[1]}
        value={year}
        onChange={(_, data) => onChange(data.value)}
      />
      <span className={styles.year}>{year}</span>
    </>
  )
}
