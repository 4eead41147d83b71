/** The outcome of saving comes in; one line goes out: where the file is, or why there is none. */
import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useWords } from '../i18n/language.ts'
import { DismissButton } from './DismissButton.tsx'
import { FailureBar } from './FailureMessage.tsx'
import type { SaveAs } from './useSaveAs.ts'

/** Nothing while there is nothing to tell. */
export function SaveNotice({ saving }: { readonly saving: SaveAs }) {
  const { t } = useWords()
  const { outcome } = saving
  if (outcome === null) return null
  if (outcome.kind === 'failed') return <FailureBar failure={outcome.failure} />
  return (
    <MessageBar intent="success" layout="multiline" data-testid="saved">
      <MessageBarBody style={{ overflowWrap: 'anywhere' }}>
        {t('tracing.saved', { path: outcome.path })}
      </MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onDismiss={saving.forget} />} />
    </MessageBar>
  )
}
