/** Facets with counts and the filter chosen come in; out goes the column of checkboxes that changes the filter. */
import { Button, Checkbox, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Level } from '../../shared/contract/instrument.ts'
import type { DocumentFilter, Facets } from '../../shared/contract/views.ts'
import { compareDossiers } from '../../shared/documents/dossierNames.ts'
import { formatCount } from '../../shared/wording/dates.ts'
import { formatWording } from '../../shared/wording/fields.ts'
import { LEVEL_ORDER, levelWording } from '../../shared/wording/instruments.ts'
import { useWords } from '../i18n/language.ts'
import { chosenValues, isFiltered, toggleValue } from './filterValues.ts'

const SHORT_LIST = 6
/** Values lying deeper are not moved in further: the column is narrow. */
const DEEPEST = 4

const useStyles = makeStyles({
  panel: {
    width: '216px',
    flex: '0 0 auto',
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    padding: '8px 4px 16px 12px',
    boxSizing: 'border-box',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: '32px',
    paddingRight: '8px',
  },
  group: { border: 'none', margin: '0 0 8px', padding: 0, minWidth: 0 },
  legend: { padding: '6px 0 0', fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', alignItems: 'flex-start', minWidth: 0 },
  box: {
    flex: '1 1 auto',
    minWidth: 0,
    maxWidth: 'none',
    alignItems: 'flex-start',
    '& label': { overflowWrap: 'anywhere', paddingTop: '5px', paddingBottom: '3px', lineHeight: '18px' },
    '& .fui-Checkbox__indicator': { marginTop: '6px', marginBottom: '4px' },
  },
  count: {
    padding: '6px 8px 0 2px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  more: { paddingLeft: '8px', fontSize: tokens.fontSizeBase200 },
})

interface Props {
  readonly facets: Facets
  readonly filter: DocumentFilter
  readonly onChange: (filter: DocumentFilter) => void
}

const GROUPS = [
  ['dossier', 'dossiers.facet'],
  ['kind', 'library.facetKind'],
  ['issuer', 'library.facetIssuer'],
  ['level', 'library.facetLevel'],
  ['year', 'library.facetYear'],
  ['province', 'library.facetProvince'],
  ['format', 'library.facetFormat'],
  ['folder', 'library.facetFolder'],
] as const

/** The filter column of the library and of search. */
export function FilterPanel({ facets, filter, onChange }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const order = (field: keyof Facets) => [...facets[field]].sort(compareFor(field))
  return (
    <section className={styles.panel} aria-label={t('library.filters')} data-testid="filters">
      <div className={styles.head}>
        <Text weight="semibold">{t('library.filters')}</Text>
        {isFiltered(filter) ? (
          <Button size="small" appearance="subtle" onClick={() => onChange({})} data-testid="clear-filters">
            {t('library.clearFilters')}
          </Button>
        ) : null}
      </div>
      <Checkbox
        label={t('library.onlyReview')}
        checked={filter.needsReview === true}
        onChange={(_, data) => {
          const { needsReview: _former, ...rest } = filter
          onChange(data.checked === true ? { ...rest, needsReview: true } : rest)
        }}
      />
      <Checkbox
        label={t('library.onlyUnread')}
        checked={filter.isUnread === true}
        onChange={(_, data) => {
          const { isUnread: _former, ...rest } = filter
          onChange(data.checked === true ? { ...rest, isUnread: true } : rest)
        }}
        data-testid="only-unread"
      />
      {GROUPS.map(([field, title]) => (
        <FacetGroup
          key={field}
          title={t(title)}
          values={order(field)}
          chosen={chosenValues(filter, field)}
          wordingOf={(value) => {
            if (value === '') return t('library.facetNone')
            if (field === 'level') return levelWording(value as Level, language)
            if (field === 'folder') return endOfPath(value)
            if (field === 'dossier') return value.slice(value.lastIndexOf('/') + 1)
            return field === 'format' ? formatWording(value, language) : value
          }}
          depthOf={(value) => (field === 'dossier' ? value.split('/').length - 1 : 0)}
          onToggle={(value) => onChange(toggleValue(filter, field, value))}
        />
      ))}
    </section>
  )
}

const PATH_PARTS = /[\\/]+/ // «D:\\Kho\\2023»

/** The last two parts of a folder's path: the whole does not fit beside a checkbox, and its end tells it apart. */
const endOfPath = (path: string): string =>
  path.split(PATH_PARTS).filter(Boolean).slice(-2).join(' / ') || path

type FacetValue = Facets['kind'][number]

function compareFor(field: keyof Facets): (a: FacetValue, b: FacetValue) => number {
  if (field === 'year') return (a, b) => b.value.localeCompare(a.value, 'vi', { numeric: true })
  if (field === 'level') {
    const levels: readonly string[] = LEVEL_ORDER
    return (a, b) => levels.indexOf(a.value) - levels.indexOf(b.value)
  }
  if (field === 'dossier') return (a, b) => compareDossiers(a.value, b.value)
  return (a, b) => b.count - a.count || a.value.localeCompare(b.value, 'vi')
}

interface GroupProps {
  readonly title: string
  readonly values: readonly FacetValue[]
  readonly chosen: readonly string[]
  readonly wordingOf: (value: string) => string
  /** How deep a value lies in others of the list. */
  readonly depthOf: (value: string) => number
  readonly onToggle: (value: string) => void
}

function FacetGroup({ title, values, chosen, wordingOf, depthOf, onToggle }: GroupProps) {
  const styles = useStyles()
  const { t, language } = useWords()
  const [isLong, setLong] = useState(false)
  // A chosen value stays visible even when the other filters leave nothing of it.
  const listed = [
    ...values,
    ...chosen
      .filter((value) => !values.some((known) => known.value === value))
      .map((value) => ({ value, count: 0 })),
  ]
  if (listed.length === 0) return null
  const shown = isLong ? listed : listed.filter(({ value }, at) => at < SHORT_LIST || chosen.includes(value))
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {shown.map(({ value, count }) => (
        <div
          key={value}
          className={styles.row}
          style={{ paddingLeft: `${Math.min(depthOf(value), DEEPEST) * 12}px` }}
          title={value}
        >
          <Checkbox
            className={styles.box}
            label={wordingOf(value)}
            checked={chosen.includes(value)}
            onChange={() => onToggle(value)}
          />
          <span className={styles.count}>{formatCount(count, language)}</span>
        </div>
      ))}
      {listed.length > SHORT_LIST ? (
        <Link as="button" className={styles.more} onClick={() => setLong(!isLong)}>
          {isLong ? t('library.facetLess') : t('library.facetMore', { n: listed.length - SHORT_LIST })}
        </Link>
      ) : null}
    </fieldset>
  )
}
