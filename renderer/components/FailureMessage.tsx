/** A coded failure comes in; out goes its wording, as a bar above other content or as a whole screen. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { DocumentError24Regular } from '@fluentui/react-icons'
import type { Failure } from '../../shared/contract/result.ts'
import { describeFailure } from '../../shared/wording/errors.ts'
import { useWords } from '../i18n/language.ts'
import { EmptyState } from './EmptyState.tsx'

interface Props {
  readonly failure: Failure
  readonly onRetry?: () => void
}

/** A failure as a bar; the rest of the screen stays usable. */
export function FailureBar({ failure, onRetry }: Props) {
  const { t, language } = useWords()
  const words = describeFailure(failure, language)
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="failure">
      <MessageBarBody>
        <MessageBarTitle>{words.what}</MessageBarTitle> {words.safe} {words.next}
      </MessageBarBody>
      {onRetry === undefined ? null : (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}

/** A failure in place of a screen. */
export function FailureState({ failure, onRetry }: Props) {
  const { t, language } = useWords()
  const words = describeFailure(failure, language)
  return (
    <EmptyState
      testId="failure"
      icon={<DocumentError24Regular />}
      title={words.what}
      body={`${words.safe} ${words.next}`.trim()}
      actions={onRetry === undefined ? undefined : <Button onClick={onRetry}>{t('app.retry')}</Button>}
    />
  )
}
