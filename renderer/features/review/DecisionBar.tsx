/** A decision about two documents just made comes in; a line that says so goes out, with the way to take it back. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useCommand } from '../../app/queries.ts'
import { DismissButton } from '../../components/DismissButton.tsx'
import { useWords } from '../../i18n/language.ts'
import type { VersionDecision } from './VersionChoice.tsx'

interface Props {
  readonly decision: VersionDecision
  readonly onOver: () => void
}

/** Stays until dismissed or undone. */
export function DecisionBar({ decision: { documentId, otherDocumentId, isVersion }, onOver }: Props) {
  const { t } = useWords()
  const decide = useCommand('review.decideVersion')
  return (
    <MessageBar intent="success" data-testid="review-decided">
      <MessageBarBody>{isVersion ? t('review.decidedSame') : t('review.decidedDifferent')}</MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onDismiss={onOver} />}>
        <Button
          size="small"
          onClick={() =>
            decide.mutate({ documentId, otherDocumentId, isVersion: null }, { onSuccess: onOver })
          }
          data-testid="review-undo"
        >
          {t('review.undo')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
