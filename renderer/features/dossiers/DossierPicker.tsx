/** Every dossier there is and what is typed come in; the name chosen, or typed anew where that is allowed, goes out. */
import { Combobox, makeStyles, Option } from '@fluentui/react-components'
import { useState } from 'react'
import { compareDossiers, dossierName } from '../../../shared/documents/dossierNames.ts'
import { foldWord } from '../../../shared/vietnamese/fold.ts'
import { useAnswer } from '../../app/queries.ts'
import { useWords } from '../../i18n/language.ts'

/** Names offered at a time. */
const MOST_OFFERED = 50

const useStyles = makeStyles({
  // Stronger than the height the box would take by itself: all there is in the window.
  offers: { maxHeight: '240px !important' },
})

interface Props {
  readonly value: string
  /** Called while typing, and with the name of an offer that was taken. */
  readonly onValue: (value: string) => void
  /** Enter was pressed, or an offer taken. */
  readonly onTaken?: (name: string) => void
  /** A name there is no dossier of may be taken, too. */
  readonly canBeNew: boolean
  readonly testId: string
}

/** A box to type in, with the dossiers that contain what was typed, marks or not. */
export function DossierPicker({ value, onValue, onTaken, canBeNew, testId }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const answer = useAnswer('dossiers.list', {})
  const [isOpen, setOpen] = useState(false)
  const typed = foldWord(value.trim())
  const tidy = dossierName(value)
  const names = (answer.data ?? []).map(({ name }) => name)
  const offers = names
    .filter((name) => foldWord(name).includes(typed))
    .sort(compareDossiers)
    .slice(0, MOST_OFFERED)
  const isNew = canBeNew && tidy !== '' && !names.includes(tidy)
  const take = (name: string): void => {
    onValue(name)
    setOpen(false)
    onTaken?.(name)
  }
  return (
    <Combobox
      freeform
      open={isOpen && (offers.length > 0 || isNew)}
      onOpenChange={(_, data) => setOpen(data.open)}
      listbox={{ className: styles.offers }}
      value={value}
      selectedOptions={[value]}
      placeholder={t(canBeNew ? 'dossiers.addPlaceholder' : 'dossiers.mergeChoose')}
      aria-label={t('dossiers.name')}
      onChange={(event) => {
        onValue(event.target.value)
        setOpen(true)
      }}
      onOptionSelect={(_, data) => {
        if (data.optionValue !== undefined) take(data.optionValue)
      }}
      onKeyDown={(event) => {
        // An offer under the arrows is taken by the box itself; a closed box leaves Enter to the form around it.
        const isOffering = event.currentTarget.getAttribute('aria-activedescendant')
        if (event.key !== 'Enter' || isOffering || tidy === '' || (!isOpen && !onTaken)) return
        event.preventDefault()
        take(tidy)
      }}
      data-testid={testId}
    >
      {isNew ? (
        <Option value={tidy} text={tidy}>
          {t('dossiers.createNamed', { name: tidy })}
        </Option>
      ) : null}
      {offers.map((name) => (
        <Option key={name} value={name}>
          {name}
        </Option>
      ))}
    </Combobox>
  )
}
