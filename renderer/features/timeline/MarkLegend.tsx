/** Which kinds of mark are shown comes in; a line of switches that is also the legend goes out. */
import { makeStyles, ToggleButton } from '@fluentui/react-components'
import { TIMELINE_KINDS, type TimelineMark } from '../../../shared/contract/tracing.ts'
import { timelineWording } from '../../../shared/wording/tracing.ts'
import { useWords } from '../../i18n/language.ts'
import { MarkSign } from './MarkSign.tsx'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  button: { gap: '6px' },
})

type Kind = TimelineMark['kind']

interface Props {
  readonly kinds: readonly Kind[]
  readonly hidden: ReadonlySet<Kind>
  readonly onChange: (hidden: ReadonlySet<Kind>) => void
}

/** The legend; a click hides or shows one kind. */
export function MarkLegend({ kinds, hidden, onChange }: Props) {
  const styles = useStyles()
  const { language } = useWords()
  return (
    <div className={styles.line}>
      {TIMELINE_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => (
        <ToggleButton
          key={kind}
          size="small"
          className={styles.button}
          checked={!hidden.has(kind)}
          icon={<MarkSign kind={kind} />}
          onClick={() => {
            const next = new Set(hidden)
            if (!next.delete(kind)) next.add(kind)
            onChange(next)
          }}
        >
          {timelineWording({ kind, years: null }, language)}
        </ToggleButton>
      ))}
    </div>
  )
}
