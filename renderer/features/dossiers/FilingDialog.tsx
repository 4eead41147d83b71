/** Documents of a list come in; a dialog goes out that files them: into a dossier, out of one, or by their folders. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Text,
} from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { DocumentSelection } from '../../../shared/contract/dossierMethods.ts'
import { dossierName } from '../../../shared/documents/dossierNames.ts'
import { useAnswer } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { DossierPicker } from './DossierPicker.tsx'
import { documentsOf, firstScope, type Scope, ScopeChoice } from './ScopeChoice.tsx'
import { type Done, useFiling } from './useFiling.ts'

const useStyles = makeStyles({ form: { display: 'grid', gap: '12px' } })

const WORDS = {
  add: { title: 'dossiers.addTitle', hint: 'dossiers.addHint', done: 'dossiers.addDone' },
  takeOut: { title: 'dossiers.takeOutTitle', hint: 'dossiers.takeOutHint', done: 'dossiers.takeOutDone' },
  fromFolders: {
    title: 'dossiers.fromFolders',
    hint: 'dossiers.fromFoldersHint',
    done: 'dossiers.fromFoldersStart',
  },
} as const

interface Props {
  readonly mode: keyof typeof WORDS
  readonly scope: Scope
  readonly onClose: () => void
  readonly onDone: (done: Done) => void
}

/** The dialogs «Thêm vào hồ sơ», «Bỏ khỏi hồ sơ» and «Lập hồ sơ từ thư mục nguồn». */
export function FilingDialog({ mode, scope, onClose, onDone }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const words = WORDS[mode]
  // Folders are filed by the list; one row is chosen merely by looking at it.
  const [kind, setKind] = useState(firstScope(scope, mode === 'fromFolders' ? 2 : 1))
  // Seen through the filter of one dossier, that one is most likely meant.
  const [name, setName] = useState(mode === 'takeOut' ? (scope.filter.dossier?.[0] ?? '') : '')
  const dossiers = useAnswer('dossiers.list', {})
  const { isBusy, failure, file } = useFiling()
  const tidy = dossierName(name)
  const known = dossiers.data?.find((dossier) => dossier.name === tidy)

  /** What to do, null while something is missing. */
  const task = ((): ((documents: DocumentSelection) => Promise<Done | null>) | null => {
    if (mode === 'fromFolders') return file.byFolders
    if (mode === 'add') return tidy === '' ? null : (documents) => file.into(tidy, documents)
    return known === undefined ? null : (documents) => file.outOf(known, documents)
  })()

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const done = task && !isBusy ? await task(documentsOf(scope, kind)) : null
    if (done === null) return
    onDone(done)
    onClose()
  }

  return (
    <Dialog open onOpenChange={(_, data) => (data.open ? undefined : onClose())}>
      <DialogSurface data-testid="filing-dialog">
        <form onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{t(words.title)}</DialogTitle>
            <DialogContent className={styles.form}>
              {mode === 'fromFolders' ? null : (
                <Field label={t('dossiers.name')}>
                  <DossierPicker
                    value={name}
                    onValue={setName}
                    canBeNew={mode === 'add'}
                    testId="filing-name"
                  />
                </Field>
              )}
              <Text size={200}>{t(words.hint)}</Text>
              <ScopeChoice scope={scope} kind={kind} onKind={setKind} />
              {failure === null ? null : <FailureBar failure={failure} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t('app.cancel')}</Button>
              <Button
                type="submit"
                appearance="primary"
                disabled={task === null || isBusy}
                data-testid="filing-done"
              >
                {t(words.done)}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
