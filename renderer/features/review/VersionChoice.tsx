/** Two documents that may be versions of one come in; their facts, both texts to look at, and the two answers go out. */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentMultiple20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReviewItem } from '../../../shared/contract/views.ts'
import { formatMoment } from '../../../shared/wording/dates.ts'
import { formatWording } from '../../../shared/wording/fields.ts'
import { documentRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'
import { CompareDialog } from './CompareDialog.tsx'

const useStyles = makeStyles({
  pair: { display: 'grid', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', gap: '8px', flexWrap: 'wrap', marginTop: '4px' },
})

/** What a person said of two documents, for taking it back. */
export interface VersionDecision {
  readonly documentId: number
  readonly otherDocumentId: number
  readonly isVersion: boolean
}

interface Props {
  readonly item: ReviewItem
  readonly isReadOnly: boolean
  readonly onDecided: (decision: VersionDecision) => void
}

/** The choice of a `version` or `same_number` item. */
export function VersionChoice({ item, isReadOnly, onDecided }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const decide = useCommand('review.decideVersion')
  const [isComparing, setComparing] = useState(false)
  const { documentId, otherDocumentId, compared = [] } = item
  if (otherDocumentId === null) return null
  const answer = (isVersion: boolean): void => {
    const decision = { documentId, otherDocumentId, isVersion }
    decide.mutate(decision, { onSuccess: () => onDecided(decision) })
  }
  return (
    <>
      <div className={styles.pair}>
        {compared.map((one) => (
          <div key={one.documentId} data-testid="compared-document">
            <Link onClick={() => history.navigate(documentRoute(one.documentId))}>{one.title}</Link>{' '}
            <Text size={200} className={styles.quiet}>
              {t('review.comparedFile', {
                name: one.fileName,
                format: formatWording(one.format, language),
                n: one.pages,
                moment: formatMoment(one.importedAt),
              })}
            </Text>
          </div>
        ))}
      </div>
      {decide.error === null ? null : <FailureBar failure={failureOf(decide.error)} />}
      <div className={styles.actions}>
        <Button
          size="small"
          icon={<DocumentMultiple20Regular />}
          onClick={() => setComparing(true)}
          data-testid="review-compare"
        >
          {t('review.compare')}
        </Button>
        <Button
          size="small"
          disabled={isReadOnly || decide.isPending}
          onClick={() => answer(true)}
          data-testid="review-same"
        >
          {t('review.sameDocument')}
        </Button>
        <Button
          size="small"
          disabled={isReadOnly || decide.isPending}
          onClick={() => answer(false)}
          data-testid="review-different"
        >
          {t('review.differentDocuments')}
        </Button>
      </div>
      {isComparing ? (
        <CompareDialog ids={[documentId, otherDocumentId]} onClose={() => setComparing(false)} />
      ) : null}
    </>
  )
}
