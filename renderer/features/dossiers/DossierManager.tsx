/** All dossiers come in; a dialog goes out in which they are made, renamed, annotated, merged and deleted. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Dossier } from '../../../shared/contract/dossierMethods.ts'
import { compareDossiers } from '../../../shared/documents/dossierNames.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'
import { DossierForm } from './DossierForm.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '820px' },
  form: { display: 'grid', gap: '12px' },
  row: { display: 'flex', gap: '8px' },
  grow: { flex: '1 1 0', minWidth: 0 },
  columns: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '16px' },
  list: {
    height: '340px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  item: {
    display: 'flex',
    gap: '8px',
    alignItems: 'baseline',
    width: '100%',
    padding: '6px 10px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected },
  name: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
})

interface Props {
  readonly isReadOnly: boolean
  readonly onClose: () => void
  readonly onShow: (name: string) => void
}

/** The dialog «Hồ sơ». */
export function DossierManager({ isReadOnly, onClose, onShow }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const answer = useAnswer('dossiers.list', {})
  const create = useCommand('dossiers.create')
  const undoRemove = useCommand('dossiers.undoRemove')
  const [name, setName] = useState('')
  const [chosenId, setChosenId] = useState<number | null>(null)
  const [notice, setNotice] = useState<{ readonly text: string; readonly canUndo: boolean } | null>(null)
  const tell = (text: string, canUndo = false): void => setNotice({ text, canUndo })
  const failure = create.error ?? undoRemove.error

  const make = (): void => {
    if (name.trim() === '') return
    create.mutate(
      { name },
      {
        onSuccess: ({ id }) => {
          setName('')
          setChosenId(id)
          setNotice(null)
        },
      },
    )
  }

  return (
    <Dialog open onOpenChange={(_, data) => (data.open ? undefined : onClose())}>
      <DialogSurface className={styles.surface} data-testid="dossier-manager">
        <DialogBody>
          <DialogTitle>{t('dossiers.manageTitle')}</DialogTitle>
          <DialogContent className={styles.form}>
            {isReadOnly ? null : (
              <form
                className={styles.row}
                onSubmit={(event) => {
                  event.preventDefault()
                  make()
                }}
              >
                <Input
                  className={styles.grow}
                  value={name}
                  placeholder={t('dossiers.newName')}
                  aria-label={t('dossiers.newName')}
                  onChange={(_, data) => setName(data.value)}
                  data-testid="dossier-new"
                />
                <Button type="submit" disabled={name.trim() === '' || create.isPending}>
                  {t('dossiers.create')}
                </Button>
              </form>
            )}
            {failure === null ? null : <FailureBar failure={failureOf(failure)} />}
            {notice === null ? null : (
              <MessageBar intent="success" layout="multiline">
                <MessageBarBody>{notice.text}</MessageBarBody>
                {notice.canUndo ? (
                  <MessageBarActions>
                    <Button
                      size="small"
                      onClick={() => undoRemove.mutate({}, { onSuccess: () => tell(t('dossiers.restored')) })}
                      data-testid="dossier-undo-remove"
                    >
                      {t('dossiers.undo')}
                    </Button>
                  </MessageBarActions>
                ) : null}
              </MessageBar>
            )}
            <Loaded answer={answer}>
              {(dossiers) => {
                const chosen = dossiers.find(({ id }) => id === chosenId)
                return dossiers.length === 0 ? (
                  <Text className={styles.quiet}>{t('dossiers.manageEmpty')}</Text>
                ) : (
                  <div className={styles.columns}>
                    <nav className={styles.list} aria-label={t('dossiers.list')} data-testid="dossier-list">
                      {[...dossiers]
                        .sort((one, other) => compareDossiers(one.name, other.name))
                        .map((dossier) => (
                          <DossierItem
                            key={dossier.id}
                            dossier={dossier}
                            isCurrent={dossier.id === chosenId}
                            onChoose={() => setChosenId(dossier.id)}
                          />
                        ))}
                    </nav>
                    {chosen === undefined ? (
                      <Text className={styles.quiet}>{t('dossiers.chooseOne')}</Text>
                    ) : (
                      <DossierForm
                        key={`${chosen.id} ${chosen.name}`}
                        dossier={chosen}
                        others={dossiers.filter(({ id }) => id !== chosen.id)}
                        isReadOnly={isReadOnly}
                        onShow={() => onShow(chosen.name)}
                        onSaved={() => tell(t('dossiers.saved'))}
                        onMerged={(into) => {
                          setChosenId(into.id)
                          tell(t('dossiers.merged', { name: into.name }))
                        }}
                        onRemoved={(removed) => {
                          setChosenId(null)
                          const n = formatCount(removed, language)
                          tell(t('dossiers.removed', { name: chosen.name, n }), true)
                        }}
                      />
                    )}
                  </div>
                )
              }}
            </Loaded>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose} data-testid="dossier-manager-close">
              {t('app.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

interface ItemProps {
  readonly dossier: Dossier
  readonly isCurrent: boolean
  readonly onChoose: () => void
}

function DossierItem({ dossier, isCurrent, onChoose }: ItemProps) {
  const styles = useStyles()
  const { language } = useWords()
  const parts = dossier.name.split('/')
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, isCurrent && styles.current)}
      style={{ paddingLeft: `${10 + Math.min(parts.length - 1, 6) * 16}px` }}
      aria-current={isCurrent}
      title={dossier.name}
      onClick={onChoose}
      data-testid="dossier-item"
    >
      <span className={styles.name}>{parts.at(-1)}</span>
      <span className={styles.quiet}>{formatCount(dossier.documents, language)}</span>
    </button>
  )
}
