/** An instrument comes in; the documents of the library that cite it go out, each opening at its sentence. */
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { documentRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { EvidenceQuote } from '../../components/EvidenceQuote.tsx'
import { DelayedSkeleton } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'

/** Quotes shown a document before the rest is left to the document itself. */
const MOST_QUOTES = 3

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { padding: '6px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface Props {
  readonly instrumentId: number
  readonly headingClass?: string
}

/** «Được văn bản khác dẫn (3)». */
export function CitedByList({ instrumentId, headingClass }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const answer = useAnswer('instruments.get', { id: instrumentId })
  if (answer.data === undefined) return <DelayedSkeleton lines={2} />
  const { citedBy } = answer.data
  return (
    <section data-testid="cited-by">
      <h3 className={headingClass}>{t('reader.citedBy', { n: citedBy.length })}</h3>
      {citedBy.length === 0 ? <Text className={styles.quiet}>{t('reader.citedByNone')}</Text> : null}
      <ul className={styles.list}>
        {citedBy.map(({ document, evidence }) => (
          <li key={document.id} className={styles.item}>
            <Link
              onClick={() => history.navigate(documentRoute(document.id, evidence[0] ?? null))}
              data-testid="cited-by-document"
            >
              {instrumentName({ ...document, title: document.title ?? document.fileName }, language)}
            </Link>{' '}
            <Text size={200} className={styles.quiet}>
              {[formatDate(document.issuedOn), document.issuer].filter(Boolean).join(' · ')}
            </Text>
            {evidence.slice(0, MOST_QUOTES).map((place) => (
              <EvidenceQuote key={place.citationId} evidence={place} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
