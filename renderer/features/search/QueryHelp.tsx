/** Nothing comes in; examples of queries go out, on the page or behind a button, each runs when clicked. */
import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, Text } from '@fluentui/react-components'
import { QuestionCircle20Regular } from '@fluentui/react-icons'
import { useHistory } from '../../app/navigation.ts'
import { useWords } from '../../i18n/language.ts'

const EXAMPLES = [
  ['search.helpPlain', ['dân vận khéo', 'dan van kheo']],
  ['search.helpPhrase', ['"quy chế dân chủ"']],
  ['search.helpRequired', ['+dân +vận -tôn_giáo']],
  ['search.helpField', ['title:"dân vận"', 'issuer:"huyện ủy"', 'signer:hoàng']],
  ['search.helpYear', ['dân vận +kind:KH year:2021..2024']],
  ['search.helpCites', ['cites:25-NQ/TW', 'citedby:72-KH/HU']],
  ['search.helpInside', ['chuyển đổi số in:"dân vận"', 'năm 2023 in:"""dân vận khéo"" +kind:KH"']],
  ['search.helpWildcard', ['tuyên tr*', 'vân~1']],
] as const

const useStyles = makeStyles({
  sheet: { display: 'grid', gap: '10px', maxWidth: '460px' },
  examples: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginTop: '2px' },
})

/** Examples of every kind of query; a click runs one. */
export function QueryExamples() {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const run = (query: string): void => {
    const { route } = history.state()
    if (route.screen === 'search') history.replace({ ...route, query })
    else history.navigate({ screen: 'search', query, filter: {}, sort: 'relevance' })
  }
  return EXAMPLES.map(([words, queries]) => (
    <div key={words}>
      <Text>{t(words)}</Text>
      <div className={styles.examples}>
        {queries.map((query) => (
          <Button key={query} size="small" onClick={() => run(query)} data-testid="query-example">
            {query}
          </Button>
        ))}
      </div>
    </div>
  ))
}

/** «Hướng dẫn tìm»; only its sign where room is short. */
export function QueryHelp({ isShort = false }: { readonly isShort?: boolean }) {
  const styles = useStyles()
  const { t } = useWords()
  return (
    <Popover positioning={{ position: 'below', align: 'end', autoSize: true }}>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          size="small"
          icon={<QuestionCircle20Regular />}
          {...(isShort ? { title: t('search.helpOpen'), 'aria-label': t('search.helpOpen') } : {})}
          data-testid="search-help"
        >
          {isShort ? null : t('search.helpOpen')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.sheet} aria-label={t('search.helpTitle')}>
        <Text weight="semibold" size={400}>
          {t('search.helpTitle')}
        </Text>
        <QueryExamples />
      </PopoverSurface>
    </Popover>
  )
}
