/** An ambiguous or decided citation comes in; its candidates go out with a button each; one already decided can be taken back. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { StoredCitation } from '../../../shared/contract/views.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '4px' },
  candidate: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 8px',
    alignItems: 'center',
    padding: '4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface Props {
  readonly citation: StoredCitation
  readonly onDecided?: () => void
}

/** «Chọn đúng văn bản được dẫn». */
export function CandidateChoice({ citation, onDecided }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const status = useAnswer('library.status', {})
  const decide = useCommand('review.decideCitation')
  const isReadOnly = status.data?.isReadOnly ?? false
  if (citation.resolution === 'decided') {
    return (
      <Button
        size="small"
        disabled={isReadOnly}
        onClick={() =>
          decide.mutate({ citationId: citation.id, instrumentId: null }, { onSuccess: () => onDecided?.() })
        }
        data-testid="undecide"
      >
        {t('reader.undecide')}
      </Button>
    )
  }
  return (
    <div className={styles.list} data-testid="candidates">
      <Text weight="semibold">{t('reader.candidates')}</Text>
      {decide.isError ? <FailureBar failure={failureOf(decide.error)} /> : null}
      {citation.candidates.map((instrumentId) => (
        <Candidate
          key={instrumentId}
          instrumentId={instrumentId}
          isDisabled={isReadOnly}
          onChoose={() =>
            decide.mutate({ citationId: citation.id, instrumentId }, { onSuccess: () => onDecided?.() })
          }
        />
      ))}
    </div>
  )
}

function Candidate({
  instrumentId,
  isDisabled,
  onChoose,
}: {
  readonly instrumentId: number
  readonly isDisabled: boolean
  readonly onChoose: () => void
}) {
  const styles = useStyles()
  const { t, language } = useWords()
  const answer = useAnswer('instruments.get', { id: instrumentId })
  const instrument = answer.data
  if (instrument === undefined) return null
  return (
    <div className={styles.candidate}>
      <span>
        {instrumentName(instrument, language)}{' '}
        <Text size={200} className={styles.quiet}>
          {[formatDate(instrument.issuedOn) || t('instrument.unknownDate'), instrument.issuer]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </span>
      <Button size="small" disabled={isDisabled} onClick={onChoose} data-testid="choose-candidate">
        {t('reader.decide')}
      </Button>
    </div>
  )
}
