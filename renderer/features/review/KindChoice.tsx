/** How many questions of each kind there are comes in; buttons that show one kind, or all, go out. */
import { makeStyles, ToggleButton } from '@fluentui/react-components'
import type { ReviewKind } from '../../../shared/contract/views.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { reviewKindWording } from '../../../shared/wording/warnings.ts'
import { useWords } from '../../i18n/language.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginTop: '6px' },
})

interface Props {
  readonly counts: readonly { readonly kind: ReviewKind; readonly count: number }[]
  /** Null: all kinds. */
  readonly kind: ReviewKind | null
  readonly onKind: (kind: ReviewKind | null) => void
}

/** One button a kind that has questions; a second click shows all again. */
export function KindChoice({ counts, kind, onKind }: Props) {
  const styles = useStyles()
  const { language } = useWords()
  // The last question of a kind may just have been answered: its button stays until another is chosen.
  const shown =
    kind === null || counts.some((each) => each.kind === kind) ? counts : [...counts, { kind, count: 0 }]
  if (shown.length < 2) return null
  return (
    <div className={styles.row}>
      {shown.map((each) => (
        <ToggleButton
          key={each.kind}
          size="small"
          checked={each.kind === kind}
          onClick={() => onKind(each.kind === kind ? null : each.kind)}
          data-testid={`review-kind-${each.kind}`}
        >
          {reviewKindWording(each.kind, language)} ({formatCount(each.count, language)})
        </ToggleButton>
      ))}
    </div>
  )
}
