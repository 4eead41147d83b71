/** Words selected in the text come in; a button and a dialog to rewrite them go out. */
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
  tokens,
} from '@fluentui/react-components'
import { Edit16Regular } from '@fluentui/react-icons'
import { type FormEvent, useState } from 'react'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'
import type { TextSpan } from './segments.ts'

/** Longer stretches are rewritten in the original, not here. */
const LONGEST_CORRECTED = 400

const useStyles = makeStyles({
  bar: {
    position: 'absolute',
    bottom: '16px',
    left: '50%',
    transform: 'translateX(-50%)',
    zIndex: 2,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
  },
})

interface Props {
  readonly documentId: number
  readonly text: string
  readonly selection: TextSpan
  readonly onDone: () => void
}

/** «Sửa chữ…», offered while a few words of one line are selected. */
export function CorrectText({ documentId, text, selection, onDone }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const status = useAnswer('library.status', {})
  const correct = useCommand('documents.correctText')
  const [written, setWritten] = useState<string | null>(null)
  const former = text.slice(selection.start, selection.end)
  if (status.data?.isReadOnly !== false || former.length > LONGEST_CORRECTED || former.includes('\n'))
    return null
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (written === null) return
    correct.mutate(
      { id: documentId, start: selection.start, end: selection.end, replacement: written },
      { onSuccess: onDone },
    )
  }
  return (
    <>
      <div className={styles.bar}>
        <Button icon={<Edit16Regular />} onClick={() => setWritten(former)} data-testid="correct-text">
          {t('reader.correctText')}
        </Button>
      </div>
      {written === null ? null : (
        <Dialog open onOpenChange={(_, data) => !data.open && setWritten(null)}>
          <DialogSurface>
            <form onSubmit={send}>
              <DialogBody>
                <DialogTitle>{t('reader.correctTitle')}</DialogTitle>
                <DialogContent>
                  <Field label={t('reader.correctLabel')} hint={t('reader.correctHint')}>
                    <Input
                      value={written}
                      onChange={(_, data) => setWritten(data.value)}
                      data-testid="correct-text-input"
                    />
                  </Field>
                  {correct.isError ? <FailureBar failure={failureOf(correct.error)} /> : null}
                </DialogContent>
                <DialogActions>
                  <Button onClick={() => setWritten(null)}>{t('app.cancel')}</Button>
                  <Button
                    type="submit"
                    appearance="primary"
                    disabled={written === former || correct.isPending}
                    data-testid="correct-text-save"
                  >
                    {t('reader.correctSave')}
                  </Button>
                </DialogActions>
              </DialogBody>
            </form>
          </DialogSurface>
        </Dialog>
      )}
    </>
  )
}
