/** Before the first word is typed: searches saved by name, the last queries, and examples of what can be typed. */
import { Button, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components'
import { Dismiss16Regular, History16Regular, Star16Regular } from '@fluentui/react-icons'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { useWords } from '../../i18n/language.ts'
import { invoke } from '../../library.ts'
import { QueryExamples } from './QueryHelp.tsx'
import { useRememberedSearches } from './rememberedSearches.ts'

const useStyles = makeStyles({
  start: {
    flex: '1 1 0',
    overflowY: 'auto',
    padding: '24px 32px',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '14px',
    alignContent: 'start',
  },
  group: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  pair: { display: 'inline-flex', alignItems: 'center', maxWidth: '100%' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  row: { maxWidth: '100%', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** The search screen with an empty box. */
export function SearchStart() {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const status = useAnswer('library.status', {})
  const { saved, recent, refresh } = useRememberedSearches()
  const isReadOnly = status.data?.isReadOnly ?? false
  const run = (query: string): void => {
    const { route } = history.state()
    if (route.screen === 'search') history.replace({ ...route, query })
  }
  return (
    <div className={styles.start} data-testid="search-start">
      <Text as="h1" size={500} weight="semibold" style={{ margin: 0 }}>
        {t('search.startTitle')}
      </Text>
      <Text>{t('search.startBody')}</Text>
      <section aria-label={t('search.saved')}>
        <Text weight="semibold">{t('search.saved')}</Text>
        <div className={styles.group}>
          {saved.length === 0 ? <Text className={styles.quiet}>{t('search.savedNone')}</Text> : null}
          {saved.map(({ id, name, query, filter, sort }) => (
            <span key={id} className={styles.pair}>
              <Button
                className={styles.row}
                size="small"
                icon={<Star16Regular />}
                title={query}
                onClick={() => history.replace({ screen: 'search', query, filter, sort })}
                data-testid="saved-search"
              >
                <span className={styles.name}>{name}</span>
              </Button>
              <Tooltip content={t('search.removeSaved', { name })} relationship="label">
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<Dismiss16Regular />}
                  disabled={isReadOnly}
                  onClick={() => void invoke('searches.remove', { id }).then(refresh)}
                />
              </Tooltip>
            </span>
          ))}
        </div>
      </section>
      {recent.length === 0 ? null : (
        <section aria-label={t('search.recent')}>
          <Text weight="semibold">{t('search.recent')}</Text>
          <div className={styles.group}>
            {recent.map((query) => (
              <Button
                key={query}
                className={styles.row}
                size="small"
                appearance="subtle"
                title={query}
                icon={<History16Regular />}
                onClick={() => run(query)}
                data-testid="recent-search"
              >
                <span className={styles.name}>{query}</span>
              </Button>
            ))}
            <Button
              size="small"
              appearance="transparent"
              disabled={isReadOnly}
              onClick={() => void invoke('searches.forgetRecent', {}).then(refresh)}
            >
              {t('search.forgetRecent')}
            </Button>
          </div>
        </section>
      )}
      <QueryExamples />
    </div>
  )
}
