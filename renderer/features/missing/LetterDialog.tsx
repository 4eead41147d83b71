/** How many documents are asked for comes in; the facts a request letter needs go out. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useWords } from '../../i18n/language.ts'

const useStyles = makeStyles({ form: { display: 'grid', gap: '10px' } })

/** What the letter says besides the list. */
export interface Letter {
  readonly sender: string
  readonly recipient: string
  readonly place: string
  readonly signer: string
  readonly style: 'party' | 'state'
}

const FIELDS = ['sender', 'recipient', 'place', 'signer'] as const
const EMPTY: Letter = { sender: '', recipient: '', place: '', signer: '', style: 'party' }
/** The next letter of this session starts with what the last one said. */
let lastLetter = EMPTY

interface Props {
  readonly count: number
  readonly onClose: () => void
  readonly onWrite: (letter: Letter) => void
}

/** The dialog before a request letter. */
export function LetterDialog({ count, onClose, onWrite }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const [letter, setLetter] = useState(lastLetter)
  return (
    <Dialog open onOpenChange={(_, data) => (data.open ? undefined : onClose())}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            lastLetter = letter
            onWrite(letter)
          }}
        >
          <DialogBody>
            <DialogTitle>{t('tracing.letterTitle', { n: count })}</DialogTitle>
            <DialogContent className={styles.form}>
              {FIELDS.map((field) => (
                <Field key={field} label={t(`tracing.letterField.${field}`)}>
                  <Input
                    value={letter[field]}
                    onChange={(_, data) => setLetter({ ...letter, [field]: data.value })}
                    data-testid={`letter-${field}`}
                  />
                </Field>
              ))}
              <Field label={t('tracing.letterStyle')}>
                <RadioGroup
                  layout="horizontal"
                  value={letter.style}
                  onChange={(_, data) =>
                    setLetter({ ...letter, style: data.value === 'state' ? 'state' : 'party' })
                  }
                >
                  <Radio value="party" label={t('tracing.styleParty')} />
                  <Radio value="state" label={t('tracing.styleState')} />
                </RadioGroup>
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t('app.cancel')}</Button>
              <Button type="submit" appearance="primary" data-testid="letter-write">
                {t('tracing.saveWord')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
