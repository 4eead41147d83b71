/** Every dossier there is and what is typed come in; the name chosen, or typed anew where that is allowed, goes out. */
import { Combobox, Option } from '@fluentui/react-components'
import { compareDossiers } from '../../../shared/documents/dossierNames.ts'
import { foldWord } from '../../../shared/vietnamese/fold.ts'
import { useAnswer } from '../../app/queries.ts'
import { useWords } from '../../i18n/language.ts'

/** Names offered at a time. */
const MOST_OFFERED = 50

interface Props {
  readonly value: string
  /** Called while typing, and with the name of an offer that was taken. */
  readonly onValue: (value: string) => void
  /** Enter was pressed, or an offer taken. */
  readonly onTaken?: (name: string) => void
  readonly isDisabled?: boolean
  readonly testId: string
}

/** A box to type in, with the dossiers that contain what was typed, marks or not. */
export function DossierPicker({ value, onValue, onTaken, isDisabled = false, testId }: Props) {
  const { t } = useWords()
  const answer = useAnswer('dossiers.list', {})
  const typed = foldWord(value.trim())
  const offers = (answer.data ?? [])
    .map(({ name }) => name)
    .filter((name) => foldWord(name).includes(typed))
    .sort(compareDossiers)
    .slice(0, MOST_OFFERED)
  return (
    <Combobox
      freeform
      disabled={isDisabled}
      value={value}
      selectedOptions={[value]}
      placeholder={t('dossiers.addPlaceholder')}
      aria-label={t('dossiers.name')}
      onChange={(event) => onValue(event.target.value)}
      onOptionSelect={(_, data) => {
        if (data.optionValue === undefined) return
        onValue(data.optionValue)
        onTaken?.(data.optionValue)
      }}
      onKeyDown={(event) => {
        // An offer under the arrows is taken by the box itself.
        const isOffering = event.currentTarget.getAttribute('aria-activedescendant')
        if (event.key !== 'Enter' || isOffering || value.trim() === '') return
        event.preventDefault()
        onTaken?.(value)
      }}
      data-testid={testId}
    >
      {offers.map((name) => (
        <Option key={name} value={name}>
          {name}
        </Option>
      ))}
    </Combobox>
  )
}
