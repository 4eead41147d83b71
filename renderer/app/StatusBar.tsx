/** The line below: counts of the open library, whether it is read-only, and the running import. */
import { Button, makeStyles, ProgressBar, Tooltip, tokens } from '@fluentui/react-components'
import { LockClosed16Regular } from '@fluentui/react-icons'
import { formatCount } from '../../shared/wording/dates.ts'
import { useImports } from '../features/imports/importsState.ts'
import { useWords } from '../i18n/language.ts'
import { useAnswer } from './queries.ts'

/** Imports of earlier days are no news: only those begun in this window are summed up. */
const OPENED_AT = new Date().toISOString()

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '28px',
    padding: '0 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  counts: { overflow: 'hidden', textOverflow: 'ellipsis' },
  badge: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  gap: { flex: '1 1 auto' },
  progress: { width: '120px' },
})

/** The status bar. */
export function StatusBar() {
  const styles = useStyles()
  const { t, language } = useWords()
  const status = useAnswer('library.status', {})
  const { running, isOpen, setOpen, latest } = useImports()
  const count = (value: number): string => formatCount(value, language)
  return (
    <footer className={styles.bar} data-testid="status-bar">
      {status.data === undefined ? null : (
        <>
          <Tooltip content={status.data.folder} relationship="description">
            <strong>{status.data.isSample ? t('status.sample') : status.data.name}</strong>
          </Tooltip>
          <span className={styles.counts}>
            {[
              t('status.documents', { n: count(status.data.documents) }),
              t('status.citations', { n: count(status.data.citations) }),
              t('status.missing', { n: count(status.data.missing) }),
            ].join(' · ')}
          </span>
          {status.data.isReadOnly ? (
            <Tooltip content={t('status.readOnlyHint')} relationship="description">
              <span className={styles.badge}>
                <LockClosed16Regular /> {t('status.readOnly')}
              </span>
            </Tooltip>
          ) : null}
        </>
      )}
      <div className={styles.gap} />
      {running !== null ? (
        <>
          <span aria-live="polite">
            {running.state === 'listing'
              ? t('status.listing', { total: count(running.total) })
              : t('status.importing', { done: count(running.done), total: count(running.total) })}
          </span>
          {running.total > 0 ? (
            <ProgressBar
              className={styles.progress}
              value={running.done}
              max={running.total}
              aria-label={t('imports.title')}
            />
          ) : (
            <ProgressBar className={styles.progress} aria-label={t('imports.title')} />
          )}
        </>
      ) : latest !== null && !isOpen && latest.startedAt >= OPENED_AT ? (
        <Button size="small" appearance="subtle" onClick={() => setOpen(true)} data-testid="import-summary">
          {t('status.finished', {
            imported: count(latest.imported),
            unread: count(latest.unread),
            failed: count(latest.failed),
          })}
        </Button>
      ) : null}
      {running !== null && !isOpen ? (
        <Button size="small" appearance="subtle" onClick={() => setOpen(true)}>
          {t('app.open')}
        </Button>
      ) : null}
    </footer>
  )
}
