/** A search that found nothing comes in; what was searched, and wider searches that do find something, go out. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { SearchInfo24Regular } from '@fluentui/react-icons'
import type { DocumentFilter, SearchAnswer } from '../../../shared/contract/views.ts'
import { findConditions, withoutConditions } from '../../../shared/search/conditions.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { useAnswer } from '../../app/queries.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useWords } from '../../i18n/language.ts'
import { QueryHelp } from './QueryHelp.tsx'

const useStyles = makeStyles({
  wider: { display: 'flex', flexDirection: 'column', gap: '6px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

const DROPPED = {
  filters: 'search.widerFilters',
  conditions: 'search.widerConditions',
  phrases: 'search.widerPhrases',
  requirements: 'search.widerRequirements',
  spelling: 'search.widerSpelling',
} as const satisfies Readonly<Record<SearchAnswer['wider'][number]['dropped'], string>>

/** What was searched inside of stands above. */
const wordsOf = (query: string): string =>
  withoutConditions(
    query,
    findConditions(query).filter(({ name }) => name === 'in'),
  ).trim() || query.trim()

interface Props {
  readonly query: string
  readonly wider: SearchAnswer['wider']
  readonly onSearch: (search: { readonly query: string; readonly filter: DocumentFilter }) => void
}

/** Nothing found: fewer conditions, nearest spellings, or the help. */
export function NoHits({ query, wider, onSearch }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const status = useAnswer('library.status', {})
  const documents = formatCount(status.data?.documents ?? 0, language)
  return (
    <EmptyState
      testId="search-empty"
      icon={<SearchInfo24Regular />}
      title={t('search.noneTitle', { query: wordsOf(query) })}
      body={t('search.noneBody', { n: documents })}
      actions={
        wider.length === 0 ? (
          <div className={styles.wider}>
            <Text className={styles.quiet}>{t('search.noneMore')}</Text>
            <QueryHelp />
          </div>
        ) : (
          <div className={styles.wider}>
            <Text weight="semibold">{t('search.wider')}</Text>
            {wider.map((search) => (
              <Button
                key={search.dropped}
                onClick={() => onSearch({ query: search.query, filter: search.filter })}
                data-testid={`wider-${search.dropped}`}
              >
                {t('search.widerResult', {
                  words: t(DROPPED[search.dropped]),
                  n: formatCount(search.total, language),
                })}
              </Button>
            ))}
          </div>
        )
      }
    />
  )
}
