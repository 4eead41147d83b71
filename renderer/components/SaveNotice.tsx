/** The outcome of saving comes in; one line goes out: where the file is, or why there is none. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { useWords } from '../i18n/language.ts'
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
      <MessageBarActions
        containerAction={
          <Button
            size="small"
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label={t('app.close')}
            onClick={saving.forget}
          />
        }
      />
    </MessageBar>
  )
}
