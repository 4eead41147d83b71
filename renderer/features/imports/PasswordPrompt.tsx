/** An encrypted file of an import comes in; a field for its password goes out, and the file is read with it. */
import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { LockClosed16Regular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { failureSentence } from '../../../shared/wording/errors.ts'
import { useCommand } from '../../app/queries.ts'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'

const useStyles = makeStyles({
  form: { display: 'flex', gap: '8px', alignItems: 'flex-end', marginTop: '4px' },
  field: { flex: '1 1 auto', minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
})

interface Props {
  readonly jobId: number
  readonly path: string
}

/** «Nhập mật khẩu…». The password goes to the reading process and is kept nowhere. */
export function PasswordPrompt({ jobId, path }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const client = useQueryClient()
  const read = useCommand('import.withPassword')
  const [isOpen, setOpen] = useState(false)
  const [password, setPassword] = useState('')
  if (!isOpen) {
    return (
      <Button
        size="small"
        icon={<LockClosed16Regular />}
        onClick={() => setOpen(true)}
        data-testid="import-password"
      >
        {t('imports.password')}
      </Button>
    )
  }
  const isWrong = read.data?.failure?.code === 'password_protected'
  const problem = read.isError
    ? failureSentence(failureOf(read.error), language)
    : isWrong && !read.isPending
      ? t('imports.passwordWrong')
      : undefined
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (password === '' || read.isPending) return
    read.mutate(
      { jobId, path, password },
      {
        onSuccess: (item) => {
          if (item.failure === null) void client.invalidateQueries({ queryKey: ['import.items'] })
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <Field
        className={styles.field}
        label={t('imports.passwordLabel')}
        {...(problem === undefined ? {} : { validationMessage: problem })}
      >
        <Input
          className={styles.input}
          size="small"
          type="password"
          autoComplete="off"
          autoFocus
          value={password}
          onChange={(_, data) => setPassword(data.value)}
          data-testid="import-password-input"
        />
      </Field>
      <Button size="small" type="submit" disabled={password === '' || read.isPending}>
        {t('imports.passwordRead')}
      </Button>
    </form>
  )
}
