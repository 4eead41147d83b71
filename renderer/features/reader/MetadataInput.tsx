/** One metadata field comes in; an input goes out that says how sure it is, saves when left, and can be given back. */
import { Button, Field, Input, makeStyles, Textarea, Tooltip, tokens } from '@fluentui/react-components'
import {
  ArrowUndo16Regular,
  CheckmarkCircle16Regular,
  Edit16Regular,
  QuestionCircle16Regular,
} from '@fluentui/react-icons'
import { type KeyboardEvent, type ReactElement, useEffect, useState } from 'react'
import type { Metadata, MetadataField } from '../../../shared/contract/document.ts'
import {
  type ConfidenceBand,
  confidenceBand,
  confidenceWording,
  fieldLabel,
} from '../../../shared/wording/fields.ts'
import { useWords } from '../../i18n/language.ts'
import { type Changes, fieldText, readField } from './fieldValues.ts'

const LONG_FIELDS: ReadonlySet<MetadataField> = new Set(['title', 'recipients', 'signerTitle'])

const useStyles = makeStyles({
  label: { display: 'flex', alignItems: 'center', gap: '6px', minHeight: '24px' },
  undo: { minWidth: '24px', height: '24px', padding: 0 },
  hint: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  doubtful: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
})

const BAND_ICONS: Readonly<Record<ConfidenceBand, ReactElement | null>> = {
  corrected: <Edit16Regular />,
  certain: <CheckmarkCircle16Regular />,
  likely: null,
  doubtful: <QuestionCircle16Regular />,
  absent: null,
}

interface Props {
  readonly field: MetadataField
  readonly metadata: Metadata
  readonly isCorrected: boolean
  readonly isReadOnly: boolean
  readonly onSave: (changes: Changes) => void
  readonly onUndo: () => void
}

/** Enter (Ctrl+Enter in long fields) or leaving the field saves; Escape takes back what was typed. */
export function MetadataInput({ field, metadata, isCorrected, isReadOnly, onSave, onUndo }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const stored = fieldText(metadata, field)
  const [typed, setTyped] = useState(stored)
  const [problem, setProblem] = useState<'badDate' | 'badYear' | null>(null)
  useEffect(() => {
    setTyped(stored)
    setProblem(null)
  }, [stored])

  const save = (): void => {
    if (typed.trim() === stored.trim()) return
    const reading = readField(field, typed)
    if (reading.ok) onSave(reading.changes)
    setProblem(reading.ok ? null : reading.problem)
  }
  const isLong = LONG_FIELDS.has(field)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      setTyped(stored)
      setProblem(null)
    } else if (event.key === 'Enter' && (!isLong || event.ctrlKey)) {
      event.preventDefault()
      save()
    }
  }
  const label = fieldLabel(field, language)
  const isEmpty = stored === ''
  const band = confidenceBand(isEmpty && !isCorrected ? undefined : metadata.confidence[field], isCorrected)
  const input = {
    value: typed,
    disabled: isReadOnly,
    onBlur: save,
    onKeyDown,
    'data-testid': `field-${field}`,
  }
  return (
    <Field
      label={{
        className: styles.label,
        children: (
          <>
            {label}
            {isCorrected && !isReadOnly ? (
              <Tooltip content={t('details.undoField', { field: label })} relationship="label">
                <Button
                  appearance="subtle"
                  size="small"
                  className={styles.undo}
                  icon={<ArrowUndo16Regular />}
                  onClick={onUndo}
                  data-testid={`undo-${field}`}
                />
              </Tooltip>
            ) : null}
          </>
        ),
      }}
      hint={
        <span className={band === 'doubtful' ? `${styles.hint} ${styles.doubtful}` : styles.hint}>
          {BAND_ICONS[band]}
          {confidenceWording(band, language)}
          {field === 'recipients' && !isEmpty ? ` · ${t('details.recipientsHint')}` : ''}
        </span>
      }
      {...(problem === null ? {} : { validationState: 'error', validationMessage: t(`details.${problem}`) })}
    >
      {isLong ? (
        <Textarea
          {...input}
          resize="vertical"
          rows={Math.min(8, Math.max(2, Math.ceil(typed.length / 40)))}
          onChange={(_, data) => setTyped(data.value)}
        />
      ) : (
        <Input
          {...input}
          {...(field === 'issuedOn' ? { placeholder: t('details.datePlaceholder') } : {})}
          onChange={(_, data) => setTyped(data.value)}
        />
      )}
    </Field>
  )
}
