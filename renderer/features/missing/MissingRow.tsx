/** One missing instrument comes in; its row goes out, whose state and note are changed in place. */
import { Checkbox, Dropdown, Input, Link, makeStyles, Option, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { MISSING_STATES, type MissingItem } from '../../../shared/contract/tracing.ts'
import { formatCount, formatDate, formatMoment } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { missingWording } from '../../../shared/wording/tracing.ts'
import { useHistory } from '../../app/navigation.ts'
import { useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'
import { MISSING_COLUMNS } from './missingColumns.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: MISSING_COLUMNS,
    alignItems: 'center',
    gap: '0 8px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  count: { textAlign: 'right', paddingRight: '16px', fontVariantNumeric: 'tabular-nums' },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, display: 'block' },
  title: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  small: { minWidth: 0, width: '100%' },
})

interface Props {
  readonly item: MissingItem
  readonly isChosen: boolean
  readonly isReadOnly: boolean
  readonly onChoose: () => void
}

/** A row of the work list. Leaving the note, or Enter, saves it; Escape takes back what was typed. */
export function MissingRow({ item, isChosen, isReadOnly, onChoose }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const mark = useCommand('missing.mark')
  const [note, setNote] = useState(item.note)
  useEffect(() => setNote(item.note), [item.note])
  const name = instrumentName(item, language)
  const saveNote = (): void => {
    if (note.trim() !== item.note) mark.mutate({ instrumentIds: [item.id], note: note.trim() })
  }
  return (
    <div className={styles.row} data-testid="missing-row">
      <Checkbox aria-label={t('tracing.choose', { name })} checked={isChosen} onChange={onChoose} />
      <span className={styles.count}>{formatCount(item.citedBy, language)}</span>
      <div className={styles.text}>
        <Link
          onClick={() => history.navigate({ screen: 'instrument', id: item.id })}
          data-testid="missing-open"
        >
          {name}
        </Link>
        <span className={styles.quiet}>
          {[formatDate(item.issuedOn) || t('instrument.unknownDate'), item.issuer]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {item.title === null ? null : <span className={styles.title}>{item.title}</span>}
        {mark.isError ? <FailureBar failure={failureOf(mark.error)} /> : null}
      </div>
      <div>
        <Dropdown
          size="small"
          className={styles.small}
          disabled={isReadOnly}
          aria-label={t('tracing.state')}
          value={missingWording(item.state, language)}
          selectedOptions={[item.state]}
          onOptionSelect={(_, data) => {
            const state = MISSING_STATES.find((known) => known === data.optionValue)
            if (state !== undefined && state !== item.state) mark.mutate({ instrumentIds: [item.id], state })
          }}
          data-testid="missing-state"
        >
          {MISSING_STATES.map((state) => (
            <Option key={state} value={state}>
              {missingWording(state, language)}
            </Option>
          ))}
        </Dropdown>
        <span className={styles.quiet}>
          {[item.changedBy, formatMoment(item.changedAt)].filter(Boolean).join(' · ')}
        </span>
      </div>
      <Input
        size="small"
        className={styles.small}
        disabled={isReadOnly}
        aria-label={t('tracing.noteOf', { name })}
        placeholder={t('tracing.notePlaceholder')}
        value={note}
        onChange={(_, data) => setNote(data.value)}
        onBlur={saveNote}
        onKeyDown={(event) => {
          if (event.key === 'Enter') saveNote()
          if (event.key === 'Escape') setNote(item.note)
        }}
        data-testid="missing-note"
      />
    </div>
  )
}
