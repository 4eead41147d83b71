/** The cross that closes a notice. */
import { Button } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { useWords } from '../i18n/language.ts'

/** A small cross, named «Đóng» for those who do not see it. */
export function DismissButton({ onDismiss }: { readonly onDismiss: () => void }) {
  const { t } = useWords()
  return (
    <Button
      size="small"
      appearance="transparent"
      icon={<Dismiss16Regular />}
      aria-label={t('app.close')}
      onClick={onDismiss}
    />
  )
}
