/** What was just done comes in; one line with «Hoàn tác» goes out, or why that failed. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import type { Failure } from '../../../shared/contract/result.ts'
import { DismissButton } from '../../components/DismissButton.tsx'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'
import type { Done } from './useFiling.ts'

interface Props {
  readonly done: Done | null
  readonly onClose: () => void
}

/** Nothing while there is nothing to tell. */
export function DoneNotice({ done, onClose }: Props) {
  const { t } = useWords()
  const [failure, setFailure] = useState<Failure | null>(null)
  const undo = async (): Promise<void> => {
    try {
      await done?.undo?.()
      onClose()
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  if (done === null) return null
  if (failure !== null) return <FailureBar failure={failure} />
  return (
    <MessageBar intent="success" layout="multiline" data-testid="filing-notice">
      <MessageBarBody>{done.text}</MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onDismiss={onClose} />}>
        {done.undo === undefined ? null : (
          <Button size="small" onClick={() => void undo()} data-testid="filing-undo">
            {t('dossiers.undo')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  )
}
