/** Whether a password was wrong comes in; a field for another goes out: an encrypted file's pages are drawn with it. */
import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../i18n/language.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start', padding: '16px' },
})

interface Props {
  readonly isWrong: boolean
  readonly onPassword: (password: string) => void
}

/** The password is held while the pane is open, and kept nowhere. */
export function PagePassword({ isWrong, onPassword }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const [written, setWritten] = useState('')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (written !== '') onPassword(written)
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <Field
        label={t('imports.passwordLabel')}
        {...(isWrong ? { validationMessage: t('imports.passwordWrong') } : {})}
      >
        <Input
          type="password"
          value={written}
          onChange={(_, data) => setWritten(data.value)}
          data-testid="page-image-password"
        />
      </Field>
      <Button type="submit" appearance="primary" disabled={written === ''}>
        {t('pageImage.draw')}
      </Button>
    </form>
  )
}
