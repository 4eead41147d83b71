/** One review item comes in; its card goes out with the decisions its kind allows. */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReviewItem } from '../../../shared/contract/views.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { fieldLabel } from '../../../shared/wording/fields.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { reviewKindWording, warningTitle } from '../../../shared/wording/warnings.ts'
import { documentRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { HeldBadge } from '../../components/InstrumentState.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'
import { VersionChoice, type VersionDecision } from './VersionChoice.tsx'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: '4px',
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  quote: {
    margin: 0,
    padding: '4px 10px',
    borderLeft: `2px solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground2,
  },
  actions: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  candidate: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
})

/** The id of a warning's item names its row: «w12». */
const WARNING_ITEM = /^w(\d+)$/

const warningIdOf = (item: ReviewItem): number | null => {
  const match = WARNING_ITEM.exec(item.id)
  return match === null ? null : Number(match[1])
}

interface Props {
  readonly item: ReviewItem
  /** Tells of a decision about two documents, which takes the item off the list. */
  readonly onDecided: (decision: VersionDecision) => void
}

/** One thing to look at. */
export function ReviewCard({ item, onDecided }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const status = useAnswer('library.status', {})
  const setStatus = useCommand('review.setWarningStatus')
  const decide = useCommand('review.decideCitation')
  const isReadOnly = status.data?.isReadOnly ?? false
  const warningId = warningIdOf(item)
  const { citationId, start, end } = item
  const isPair = item.otherDocumentId !== null
  const open = (): void => {
    const place = start === null || end === null ? null : { start, end }
    history.navigate(
      documentRoute(item.documentId, place, item.kind === 'metadata' ? 'details' : 'citations'),
    )
  }
  const failure = setStatus.error ?? decide.error
  const title = item.field === null ? warningTitle(item.code, language) : fieldLabel(item.field, language)
  return (
    <article className={styles.card} data-testid="review-item" data-kind={item.kind}>
      <Text size={200} className={styles.quiet}>
        {reviewKindWording(item.kind, language)}
        {' · '}
        <Link onClick={open} data-testid="review-open">
          {item.documentTitle}
        </Link>
      </Text>
      {title === null ? null : <Text weight="semibold">{title}</Text>}
      {isPair ? null : <Text>{item.message === '' ? t('review.doubtful') : item.message}</Text>}
      {isPair ? <VersionChoice item={item} isReadOnly={isReadOnly} onDecided={onDecided} /> : null}
      {item.quote === null ? null : <blockquote className={styles.quote}>{item.quote}</blockquote>}
      {item.suggestion === null ? null : <Text>{t('review.suggestion', { text: item.suggestion })}</Text>}
      {failure === null ? null : <FailureBar failure={failureOf(failure)} />}
      {citationId === null
        ? null
        : item.candidates.map((candidate) => (
            <div key={candidate.id} className={styles.candidate}>
              <Button
                size="small"
                disabled={isReadOnly}
                onClick={() => decide.mutate({ citationId, instrumentId: candidate.id })}
                data-testid="review-choose"
              >
                {t('reader.decide')}
              </Button>
              <Text>
                {[
                  instrumentName(candidate, language),
                  formatDate(candidate.issuedOn) || t('instrument.unknownDate'),
                  candidate.issuer,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <HeldBadge isHeld={candidate.heldDocumentId !== null} />
            </div>
          ))}
      <div className={styles.actions}>
        {warningId === null ? null : (
          <>
            <Button
              size="small"
              disabled={isReadOnly}
              onClick={() => setStatus.mutate({ warningId, status: 'accepted' })}
              data-testid="review-accept"
            >
              {t('review.accept')}
            </Button>
            <Button
              size="small"
              disabled={isReadOnly}
              onClick={() => setStatus.mutate({ warningId, status: 'dismissed' })}
              data-testid="review-dismiss"
            >
              {t('review.dismiss')}
            </Button>
          </>
        )}
        {isPair ? null : (
          <Button size="small" appearance="subtle" onClick={open}>
            {item.kind === 'metadata' ? t('review.correct') : t('review.open')}
          </Button>
        )}
      </div>
    </article>
  )
}
