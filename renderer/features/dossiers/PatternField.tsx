/** A pattern of names comes in; it goes out typed, taken from ready-made ones, or with a field added by a click. */
import { Button, Dropdown, Field, Input, makeStyles, Option, Text, tokens } from '@fluentui/react-components'
import { NAME_FIELDS } from '../../../shared/documents/readableNames.ts'
import { useWords } from '../../i18n/language.ts'

const PRESETS = [
  ['presetPlain', '{date} {number} {kind} {title}'],
  ['presetYears', '{year}/{kind}/{date} {number} {title}'],
  ['presetIssuers', '{issuer}/{year}/{date} {number} {title}'],
  ['presetDossiers', '{dossier}/{date} {number} {title}'],
  ['presetNames', '{name}'],
] as const

/** What an export starts with. */
export const FIRST_PATTERN = PRESETS[0][1]

const useStyles = makeStyles({
  group: { display: 'grid', gap: '8px' },
  fields: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'center' },
  hint: { color: tokens.colorNeutralForeground3 },
  field: { minWidth: 0, paddingLeft: '8px', paddingRight: '8px' },
})

interface Props {
  readonly pattern: string
  readonly onPattern: (pattern: string) => void
}

/** The box for the pattern with its helps. */
export function PatternField({ pattern, onPattern }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const preset = PRESETS.find(([, known]) => known === pattern)
  return (
    <div className={styles.group}>
      <Field label={t('dossiers.patternPreset')}>
        <Dropdown
          value={preset ? t(`dossiers.${preset[0]}`) : ''}
          selectedOptions={preset ? [preset[1]] : []}
          placeholder={t('dossiers.presetOwn')}
          onOptionSelect={(_, data) => data.optionValue !== undefined && onPattern(data.optionValue)}
          data-testid="export-preset"
        >
          {PRESETS.map(([title, known]) => (
            <Option key={known} value={known}>
              {t(`dossiers.${title}`)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label={t('dossiers.pattern')}>
        <Input
          value={pattern}
          onChange={(_, data) => onPattern(data.value)}
          spellCheck={false}
          data-testid="export-pattern"
        />
      </Field>
      <div className={styles.fields}>
        <Text size={200} className={styles.hint}>
          {t('dossiers.patternHint')}
        </Text>
        {NAME_FIELDS.map((field) => (
          <Button
            key={field}
            size="small"
            appearance="outline"
            className={styles.field}
            title={`{${field}}`}
            onClick={() => onPattern(`${pattern.trimEnd()} {${field}}`.replace(/(^|\/) /, '$1'))}
          >
            {t(`dossiers.field.${field}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
