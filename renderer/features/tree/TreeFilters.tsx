/** The choices a tree offers and the filter chosen come in; a line of menus goes out that changes filter and order. */
import { Button, Dropdown, makeStyles, Option } from '@fluentui/react-components'
import { FilterDismiss16Regular } from '@fluentui/react-icons'
import type { TreeLine } from '../../../shared/contract/tracing.ts'
import { levelWording } from '../../../shared/wording/instruments.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { useWords } from '../../i18n/language.ts'
import {
  choicesOf,
  emptyFilter,
  isNarrowed,
  TREE_SORTS,
  type TreeFilter,
  type TreeSort,
} from './treeLines.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'center' },
  menu: { minWidth: '96px', maxWidth: '150px' },
  year: { minWidth: '84px', maxWidth: '100px' },
})

interface Props {
  readonly lines: readonly TreeLine[]
  readonly filter: TreeFilter
  readonly sort: TreeSort
  readonly direction: 'implementers' | 'sources'
  readonly onFilter: (filter: TreeFilter) => void
  readonly onSort: (sort: TreeSort) => void
}

/** Filters by level, issuer, relation and years, and the order. */
export function TreeFilters({ lines, filter, sort, direction, onFilter, onSort }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const choices = choicesOf(lines)
  const relationWords = (relation: (typeof choices.relations)[number]): string => {
    const words = relationWording(relation, language)
    return direction === 'implementers' ? words.passiveHeading : words.heading
  }
  return (
    <div className={styles.line} data-testid="tree-filters">
      <Many
        label={t('library.facetLevel')}
        values={choices.levels}
        chosen={filter.levels}
        wordingOf={(level) => levelWording(level, language)}
        onChange={(levels) => onFilter({ ...filter, levels })}
      />
      <Many
        label={t('library.issuer')}
        values={choices.issuers}
        chosen={filter.issuers}
        wordingOf={(issuer) => issuer}
        onChange={(issuers) => onFilter({ ...filter, issuers })}
      />
      <Many
        label={t('tracing.relation')}
        values={choices.relations}
        chosen={filter.relations}
        wordingOf={relationWords}
        onChange={(relations) => onFilter({ ...filter, relations })}
      />
      <Year
        label={t('tracing.fromYear')}
        years={choices.years}
        chosen={filter.from}
        onChange={(from) => onFilter({ ...filter, from })}
      />
      <Year
        label={t('tracing.toYear')}
        years={choices.years}
        chosen={filter.to}
        onChange={(to) => onFilter({ ...filter, to })}
      />
      <Dropdown
        size="small"
        className={styles.menu}
        aria-label={t('search.sort')}
        value={t(`tracing.sort.${sort}`)}
        selectedOptions={[sort]}
        onOptionSelect={(_, data) => onSort(TREE_SORTS.find((name) => name === data.optionValue) ?? 'level')}
      >
        {TREE_SORTS.map((name) => (
          <Option key={name} value={name}>
            {t(`tracing.sort.${name}`)}
          </Option>
        ))}
      </Dropdown>
      {isNarrowed(filter) ? (
        <Button
          size="small"
          appearance="subtle"
          icon={<FilterDismiss16Regular />}
          onClick={() => onFilter(emptyFilter)}
        >
          {t('library.clearFilters')}
        </Button>
      ) : null}
    </div>
  )
}

interface ManyProps<T extends string> {
  readonly label: string
  readonly values: readonly T[]
  readonly chosen: readonly T[]
  readonly wordingOf: (value: T) => string
  readonly onChange: (chosen: readonly T[]) => void
}

/** A menu of which any number may be chosen; none chosen narrows nothing. */
function Many<T extends string>({ label, values, chosen, wordingOf, onChange }: ManyProps<T>) {
  const styles = useStyles()
  const value = chosen.length === 0 ? label : `${label}: ${chosen.map(wordingOf).join(', ')}`
  return (
    <Dropdown
      size="small"
      className={styles.menu}
      multiselect
      disabled={values.length === 0}
      aria-label={label}
      value={value}
      title={value}
      selectedOptions={[...chosen]}
      onOptionSelect={(_, data) => onChange(values.filter((known) => data.selectedOptions.includes(known)))}
    >
      {values.map((known) => (
        <Option key={known} value={known}>
          {wordingOf(known)}
        </Option>
      ))}
    </Dropdown>
  )
}

interface YearProps {
  readonly label: string
  readonly years: readonly number[]
  readonly chosen: number | null
  readonly onChange: (year: number | null) => void
}

function Year({ label, years, chosen, onChange }: YearProps) {
  const styles = useStyles()
  const { t } = useWords()
  return (
    <Dropdown
      size="small"
      className={styles.year}
      disabled={years.length === 0}
      aria-label={label}
      value={chosen === null ? label : `${label} ${chosen}`}
      selectedOptions={[String(chosen ?? '')]}
      onOptionSelect={(_, data) => onChange(data.optionValue ? Number(data.optionValue) : null)}
    >
      <Option value="" text={t('tracing.anyYear')}>
        {t('tracing.anyYear')}
      </Option>
      {years.map((year) => (
        <Option key={year} value={String(year)}>
          {String(year)}
        </Option>
      ))}
    </Dropdown>
  )
}
