/** An instrument comes in; the documents of the library that cite it go out, each opening at its sentence. */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { formatCount, formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { documentRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { EvidenceQuote } from '../../components/EvidenceQuote.tsx'
import { DelayedSkeleton } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'

/** Documents shown at first, and added by «Xem thêm». */
const FIRST_DOCUMENTS = 20
const MORE_DOCUMENTS = 200

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
  const [limit, setLimit] = useState(FIRST_DOCUMENTS)
  const answer = useAnswer('instruments.citedBy', { id: instrumentId, limit }, { keepsFormer: true })
  if (answer.data === undefined) return <DelayedSkeleton lines={2} />
  const { total, documents } = answer.data
  return (
    <section data-testid="cited-by">
      <h3 className={headingClass}>{t('reader.citedBy', { n: formatCount(total, language) })}</h3>
      {total === 0 ? <Text className={styles.quiet}>{t('reader.citedByNone')}</Text> : null}
      <ul className={styles.list}>
        {documents.map(({ document, evidence }) => (
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
            {evidence.map((place) => (
              <EvidenceQuote key={place.citationId} evidence={place} />
            ))}
          </li>
        ))}
      </ul>
      {documents.length < total ? (
        <Button
          size="small"
          appearance="subtle"
          disabled={answer.isFetching}
          onClick={() => setLimit(limit + MORE_DOCUMENTS)}
        >
          {t('library.facetMore', { n: formatCount(total - documents.length, language) })}
        </Button>
      ) : null}
    </section>
  )
}
