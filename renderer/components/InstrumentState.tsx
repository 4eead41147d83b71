/** Whether an instrument is held comes in; a small badge that tells it by words goes out. */
import { Badge } from '@fluentui/react-components'
import { useWords } from '../i18n/language.ts'

/** «có trong kho» on a plate, «chưa có trong kho» in an outline. */
export function HeldBadge({ isHeld }: { readonly isHeld: boolean }) {
  const { t } = useWords()
  return (
    <Badge
      appearance={isHeld ? 'tint' : 'outline'}
      color={isHeld ? 'brand' : 'informative'}
      shape="rounded"
      style={{ whiteSpace: 'nowrap', flexShrink: 0 }}
    >
      {isHeld ? t('reader.held') : t('reader.notHeld')}
    </Badge>
  )
}
