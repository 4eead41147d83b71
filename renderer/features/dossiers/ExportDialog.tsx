/** Documents of a list come in; a dialog goes out that copies their originals under readable names into a folder. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components'
import { FolderOpen20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { formatBytes, formatCount } from '../../../shared/wording/dates.ts'
import { useAnswer } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf, invoke } from '../../library.ts'
import { useSettled } from '../library/useSettled.ts'
import { ExportOutcome } from './ExportOutcome.tsx'
import { useExport } from './exportState.ts'
import { FIRST_PATTERN, PatternField } from './PatternField.tsx'
import { documentsOf, firstScope, type Scope, ScopeChoice } from './ScopeChoice.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '680px' },
  form: { display: 'grid', gap: '12px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  preview: {
    display: 'grid',
    gap: '2px',
    padding: '8px 12px',
    minHeight: '96px',
    maxHeight: '180px',
    overflowY: 'auto',
    alignContent: 'start',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  folder: { display: 'flex', gap: '8px', alignItems: 'center', minWidth: 0 },
  path: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
})

/** The next export of this session starts with what the last one had. */
let last: { readonly pattern: string; readonly folder: string | null } = {
  pattern: FIRST_PATTERN,
  folder: null,
}

interface Props {
  readonly scope: Scope
  readonly onClose: () => void
}

/** The dialog «Xuất bản gốc». It stays until the export is over or stopped. */
export function ExportDialog({ scope, onClose }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const [kind, setKind] = useState(firstScope(scope))
  const [pattern, setPattern] = useState(last.pattern)
  const [folder, setFolder] = useState(last.folder)
  const { state, start, stop } = useExport()
  const documents = documentsOf(scope, kind)
  const asked = useSettled(pattern)
  const preview = useAnswer(
    'documents.previewOriginals',
    { documents, pattern: asked },
    { enabled: asked.trim() !== '', keepsFormer: true },
  )
  const isRunning = state.kind === 'running'
  const isOver = state.kind === 'over'

  const chooseFolder = async (): Promise<void> => {
    const chosen = await invoke('host.chooseFolder', { purpose: 'originals' })
    if (chosen.ok && chosen.value !== null) setFolder(chosen.value)
  }
  const run = (): void => {
    if (folder === null) return
    last = { pattern, folder }
    void start({ documents, pattern, folder, language })
  }

  return (
    <Dialog open onOpenChange={(_, data) => (data.open || isRunning ? undefined : onClose())}>
      <DialogSurface className={styles.surface} data-testid="export-dialog">
        <DialogBody>
          <DialogTitle>{t('dossiers.exportTitle')}</DialogTitle>
          <DialogContent className={styles.form}>
            {state.kind === 'over' ? (
              <ExportOutcome report={state.report} />
            ) : (
              <>
                <Text size={200} className={styles.quiet}>
                  {t('dossiers.exportHint')}
                </Text>
                <ScopeChoice scope={scope} kind={kind} onKind={setKind} />
                <PatternField pattern={pattern} onPattern={setPattern} />
                {preview.isError ? (
                  <FailureBar failure={failureOf(preview.error)} />
                ) : (
                  <div>
                    <Text weight="semibold">{t('dossiers.preview')}</Text>{' '}
                    <Text size={200} className={styles.quiet}>
                      {preview.data &&
                        t('dossiers.previewTotal', {
                          n: formatCount(preview.data.total, language),
                          size: formatBytes(preview.data.bytes, language),
                        })}
                    </Text>
                    <div className={styles.preview} data-testid="export-preview">
                      {preview.data?.names.map((name) => (
                        <span key={name}>{name}</span>
                      ))}
                    </div>
                  </div>
                )}
                <div className={styles.folder}>
                  <Button
                    icon={<FolderOpen20Regular />}
                    disabled={isRunning}
                    onClick={() => void chooseFolder()}
                    data-testid="export-folder"
                  >
                    {t('dossiers.chooseFolder')}
                  </Button>
                  <Text className={styles.path}>{folder ?? t('dossiers.folderNone')}</Text>
                </div>
                {state.kind === 'running' ? (
                  <div aria-live="polite">
                    <ProgressBar
                      {...(state.total > 0 && { value: state.done, max: state.total })}
                      aria-label={t('dossiers.exportTitle')}
                    />
                    <Text size={200}>
                      {t('dossiers.exporting', {
                        done: formatCount(state.done, language),
                        total: formatCount(state.total, language),
                      })}
                    </Text>
                  </div>
                ) : null}
                {state.kind === 'failed' ? <FailureBar failure={state.failure} /> : null}
              </>
            )}
          </DialogContent>
          <DialogActions>
            {isRunning || (state.kind === 'failed' && state.failure.code === 'already_running') ? (
              <Button onClick={stop} data-testid="export-stop">
                {t(isRunning ? 'dossiers.exportStop' : 'dossiers.exportStopOther')}
              </Button>
            ) : null}
            <Button disabled={isRunning} onClick={onClose} data-testid="export-close">
              {t('app.close')}
            </Button>
            {isOver ? null : (
              <Button
                appearance="primary"
                disabled={isRunning || folder === null || preview.isError || (preview.data?.total ?? 0) === 0}
                onClick={run}
                data-testid="export-start"
              >
                {t('dossiers.exportStart')}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
