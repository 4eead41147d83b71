/** The query on screen comes in; a button that searches inside its results, and what is searched inside of already, go out. */
import { Button, makeStyles, Tag, TagGroup, Text, tokens } from '@fluentui/react-components'
import { findConditions, leaveCondition, searchInside } from '../../../shared/search/conditions.ts'
import { useWords } from '../../i18n/language.ts'
import { focusSearchBox } from './searchBox.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '6px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground2,
  },
  tags: { flexWrap: 'wrap', gap: '4px', minWidth: 0, maxWidth: '100%' },
  tag: {
    maxWidth: '100%',
    '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  },
})

interface Props {
  readonly query: string
  readonly onQuery: (query: string) => void
}

/** «Tìm trong kết quả này». The box is left ready for more words. */
export function SearchInsideButton({ query, isEmpty, onQuery }: Props & { readonly isEmpty: boolean }) {
  const { t } = useWords()
  const inside = searchInside(query)
  return (
    <Button
      size="small"
      disabled={isEmpty || inside === null}
      title={t('search.insideHint')}
      onClick={() => {
        if (inside === null) return
        onQuery(inside)
        focusSearchBox()
      }}
      data-testid="search-inside"
    >
      {t('search.inside')}
    </Button>
  )
}

/** «Trong kết quả của: …», each removable; nothing where the whole library is searched. */
export function SearchedInside({ query, onQuery }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const conditions = findConditions(query).filter(({ name }) => name === 'in')
  if (conditions.length === 0) return null
  return (
    <div className={styles.line} data-testid="searched-inside">
      <span id="searched-inside">{t('search.insideOf')}</span>
      <TagGroup
        className={styles.tags}
        aria-labelledby="searched-inside"
        onDismiss={(_, { value }) => {
          const left = conditions[Number(value)]
          if (left) onQuery(leaveCondition(query, left))
        }}
      >
        {conditions.map(({ value, start }, index) => (
          <Tag
            key={start}
            className={styles.tag}
            value={String(index)}
            size="small"
            dismissible
            dismissIcon={{ 'aria-label': t('search.insideLeave', { query: value.trim() }) }}
            title={value.trim()}
            data-testid="searched-inside-tag"
          >
            {value.trim()}
          </Tag>
        ))}
      </TagGroup>
      {searchInside(query) === null ? <Text size={200}>{t('search.insideMore')}</Text> : null}
    </div>
  )
}
