/** The panel at the right: ways to choose files, the running job with its progress, and the outcome of every file. */
import { Button, Checkbox, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components'
import { Dismiss20Regular, DocumentAdd20Regular, FolderAdd20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { formatMoment } from '../../../shared/wording/dates.ts'
import { useAnswer } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { useImports } from './importsState.ts'
import { JobView } from './JobView.tsx'
import { WatchedFolders } from './WatchedFolders.tsx'

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    width: '380px',
    flex: '0 0 auto',
    minHeight: 0,
    // On a low window the panel scrolls as a whole: its parts keep heights at which they can be read.
    overflowY: 'auto',
    padding: '12px 16px',
    boxSizing: 'border-box',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  choose: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    flexShrink: 0,
    gap: '8px',
    padding: '12px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', justifyContent: 'center' },
  hint: { color: tokens.colorNeutralForeground3 },
  earlier: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: '2px',
    maxHeight: '128px',
    overflowY: 'auto',
  },
})

/** The import panel; it stays beside the screen, so work goes on while files come in. */
export function ImportPanel() {
  const styles = useStyles()
  const { t } = useWords()
  const imports = useImports()
  const status = useAnswer('library.status', {})
  const [chosenJob, setChosenJob] = useState<number | null>(null)
  const job = imports.running ?? imports.jobs.find(({ id }) => id === chosenJob) ?? imports.latest
  const isReadOnly = status.data?.isReadOnly ?? false
  return (
    <aside className={styles.panel} aria-label={t('imports.title')} data-testid="import-panel">
      <div className={styles.head}>
        <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
          {t('imports.title')}
        </Text>
        <Tooltip content={t('app.close')} relationship="label">
          <Button
            appearance="subtle"
            icon={<Dismiss20Regular />}
            onClick={() => imports.setOpen(false)}
            data-testid="import-close"
          />
        </Tooltip>
      </div>
      <div className={styles.choose}>
        <Text weight="semibold">{isReadOnly ? t('status.readOnlyHint') : t('imports.drop')}</Text>
        <div className={styles.buttons}>
          <Button
            icon={<DocumentAdd20Regular />}
            disabled={isReadOnly}
            onClick={() => void imports.chooseFiles()}
            data-testid="import-files"
          >
            {t('imports.files')}
          </Button>
          <Button
            icon={<FolderAdd20Regular />}
            disabled={isReadOnly}
            onClick={() => void imports.chooseFolder()}
            data-testid="import-folder"
          >
            {t('imports.folder')}
          </Button>
        </div>
        {job === null ? (
          <Text size={200} className={styles.hint}>
            {t('imports.dropBody')}
          </Text>
        ) : null}
        <Checkbox
          label={t('dossiers.importFolders')}
          title={t('dossiers.importFoldersHint')}
          checked={imports.foldersBecomeDossiers}
          disabled={isReadOnly}
          onChange={(_, data) => imports.setFoldersBecomeDossiers(data.checked === true)}
          data-testid="import-dossiers"
        />
      </div>
      {imports.failure === null ? null : <FailureBar failure={imports.failure} />}
      {job === null ? (
        <Text className={styles.hint}>{t('imports.empty')}</Text>
      ) : (
        <JobView key={job.id} job={job} isReadOnly={isReadOnly} />
      )}
      {imports.running === null && imports.jobs.length > 1 ? (
        <div className={styles.earlier}>
          <Text weight="semibold">{t('imports.earlier')}</Text>
          {imports.jobs.slice(0, 20).map((earlier) => (
            <Button
              key={earlier.id}
              size="small"
              appearance={earlier.id === job?.id ? 'secondary' : 'subtle'}
              onClick={() => setChosenJob(earlier.id)}
            >
              {t('imports.job', { moment: formatMoment(earlier.startedAt) })}
            </Button>
          ))}
        </div>
      ) : null}
      <WatchedFolders isReadOnly={isReadOnly} />
    </aside>
  )
}
