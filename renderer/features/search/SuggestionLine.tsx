/** An answer's notice, better spelling and other readings come in; a line of words to click goes out. */
import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { SearchAnswer } from '../../../shared/contract/views.ts'
import { searchNoticeWording } from '../../../shared/wording/search.ts'
import { useWords } from '../../i18n/language.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    padding: '6px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground2,
  },
  part: { display: 'inline-flex', flexWrap: 'wrap', gap: '8px' },
})

interface Props {
  readonly answer: SearchAnswer
  readonly onQuery: (query: string) => void
}

/** «Ý bạn là …», «Thử thêm …»; nothing when there is nothing to offer. */
export function SuggestionLine({ answer, onQuery }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const { suggestions, notice, didYouMean } = answer
  if (didYouMean === null && suggestions.length === 0 && notice === null) return null
  return (
    <div className={styles.line} role="status">
      {notice === null ? null : <span>{searchNoticeWording(notice, language)}</span>}
      {didYouMean === null ? null : (
        <span className={styles.part}>
          {t('search.didYouMean')}
          <Link onClick={() => onQuery(didYouMean)} data-testid="did-you-mean">
            {didYouMean}
          </Link>
        </span>
      )}
      {suggestions.length === 0 ? null : (
        <span className={styles.part}>
          {t('search.alsoTry')}
          {suggestions.map(({ label, query }) => (
            <Link key={query} onClick={() => onQuery(query)}>
              {label}
            </Link>
          ))}
        </span>
      )}
    </div>
  )
}
