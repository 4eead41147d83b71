/** A day comes in; an input goes out that takes one as people type it, «23/11/2021», and says when there is no such day. */
import { Input, makeStyles, Text, useId } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { formatDate } from '../../../shared/wording/dates.ts'
import { useWords } from '../../i18n/language.ts'
import { readField } from '../reader/fieldValues.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' },
  input: { width: '120px', minWidth: 0 },
})

interface Props {
  readonly label: string
  /** `YYYY-MM-DD`, null for none. */
  readonly day: string | null
  readonly onChange: (day: string | null) => void
  readonly testId: string
}

/** Enter or leaving the input takes the day; an empty one takes it away. */
export function DayInput({ label, day, onChange, testId }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const [typed, setTyped] = useState(formatDate(day))
  const [isWrong, setWrong] = useState(false)
  useEffect(() => setTyped(formatDate(day)), [day])
  const take = (): void => {
    const reading = readField('issuedOn', typed)
    setWrong(!reading.ok)
    if (!reading.ok) return
    const next = reading.changes.issuedOn ?? null
    if (next !== day) onChange(next)
  }
  const id = useId('day')
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        size="small"
        className={styles.input}
        value={typed}
        aria-invalid={isWrong}
        placeholder={t('details.datePlaceholder')}
        onChange={(_, data) => setTyped(data.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
        }}
        data-testid={testId}
      />
      {isWrong ? (
        <Text size={200} role="alert">
          {t('details.badDate')}
        </Text>
      ) : null}
    </div>
  )
}
