/** One import comes in; its progress with pause and stop, its counts, and what to do about the rest go out. */
import { Button, Checkbox, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import {
  ArrowClockwise16Regular,
  Pause16Regular,
  Play16Regular,
  RecordStop16Regular,
  TableArrowUp20Regular,
} from '@fluentui/react-icons'
import { useState } from 'react'
import type { ImportJob } from '../../../shared/contract/views.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { fileNameOf } from '../../../shared/wording/errors.ts'
import { SaveNotice } from '../../components/SaveNotice.tsx'
import { useSaveAs } from '../../components/useSaveAs.ts'
import { useWords } from '../../i18n/language.ts'
import { invoke } from '../../library.ts'
import { ImportItems } from './ImportItems.tsx'
import { useImports } from './importsState.ts'

const useStyles = makeStyles({
  job: { display: 'flex', flexDirection: 'column', gap: '6px' },
  row: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  file: { display: 'flex', gap: '8px', justifyContent: 'space-between' },
  pages: { flex: '0 0 auto', fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
  current: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
  },
  notice: { flex: '1 1 100%', minWidth: 0 },
  counts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    gap: '4px',
    margin: 0,
  },
  count: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  term: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: '16px' },
})

/** The job shown in the panel. */
export function JobView({ job, isReadOnly }: { readonly job: ImportJob; readonly isReadOnly: boolean }) {
  const styles = useStyles()
  const { t } = useWords()
  const imports = useImports()
  const [isFailedOnly, setFailedOnly] = useState(false)
  const isOver = job.state === 'finished' || job.state === 'cancelled'
  const toRetry = job.failed + job.unread
  return (
    <>
      <div className={styles.job}>
        <JobSummary job={job} />
        {isOver ? null : <JobProgress job={job} isReadOnly={isReadOnly} />}
        {job.total > 0 ? <JobCounts job={job} /> : null}
        <div className={styles.row}>
          {isOver && toRetry > 0 ? (
            <Button
              size="small"
              icon={<ArrowClockwise16Regular />}
              disabled={isReadOnly}
              onClick={() => void imports.retryFailed(job.id)}
              data-testid="import-retry"
            >
              {t('imports.retryFailed', { n: toRetry })}
            </Button>
          ) : null}
          {isOver && job.total > 0 ? <SaveReport job={job} /> : null}
        </div>
        {toRetry > 0 ? (
          <Checkbox
            label={t('imports.filterFailed')}
            checked={isFailedOnly}
            onChange={(_, data) => setFailedOnly(data.checked === true)}
          />
        ) : null}
      </div>
      <ImportItems jobId={job.id} isFailedOnly={isFailedOnly} />
    </>
  )
}

function JobProgress({ job, isReadOnly }: { readonly job: ImportJob; readonly isReadOnly: boolean }) {
  const styles = useStyles()
  const { t } = useWords()
  const imports = useImports()
  const isPaused = job.state === 'paused'
  return (
    <>
      {job.total > 0 ? (
        <ProgressBar value={job.done} max={job.total} aria-label={t('imports.title')} />
      ) : (
        <ProgressBar aria-label={t('imports.title')} />
      )}
      {job.current === null ? null : (
        <div className={styles.file}>
          <Text size={200} className={styles.current} title={job.current}>
            {fileNameOf(job.current)}
          </Text>
          {job.pages === null || job.pages.total < 2 ? null : (
            <Text size={200} className={styles.pages} data-testid="import-pages">
              {t('imports.pages', job.pages)}
            </Text>
          )}
        </div>
      )}
      <div className={styles.row}>
        {isPaused ? (
          <Button
            size="small"
            appearance="primary"
            icon={<Play16Regular />}
            disabled={isReadOnly}
            onClick={() => void imports.unpause(job.id)}
            data-testid="import-unpause"
          >
            {t('imports.unpause')}
          </Button>
        ) : (
          <Button
            size="small"
            icon={<Pause16Regular />}
            disabled={isReadOnly || job.state === 'listing'}
            onClick={() => void imports.pause(job.id)}
            data-testid="import-pause"
          >
            {t('imports.pause')}
          </Button>
        )}
        <Button
          size="small"
          icon={<RecordStop16Regular />}
          disabled={isReadOnly}
          onClick={() => void imports.cancel(job.id)}
          data-testid="import-cancel"
        >
          {t('imports.cancel')}
        </Button>
      </div>
    </>
  )
}

function JobCounts({ job }: { readonly job: ImportJob }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const counts = [
    [t('imports.countImported'), job.imported],
    [t('imports.countDuplicates'), job.duplicates],
    [t('imports.countUnread'), job.unread],
    [t('imports.countFailed'), job.failed],
  ] as const
  return (
    <dl className={styles.counts} data-testid="import-counts">
      {counts.map(([term, value]) => (
        <div key={term} className={styles.count}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.number}>{formatCount(value, language)}</dd>
        </div>
      ))}
    </dl>
  )
}

function SaveReport({ job }: { readonly job: ImportJob }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const saving = useSaveAs()
  const day = job.startedAt.slice(0, 10)
  return (
    <>
      <Button
        size="small"
        icon={<TableArrowUp20Regular />}
        disabled={saving.isBusy}
        onClick={() =>
          void saving.save(t('imports.reportName', { day }), (target) =>
            invoke('import.exportReport', { jobId: job.id, target, language }),
          )
        }
        data-testid="import-report"
      >
        {t('imports.report')}
      </Button>
      <div className={styles.notice}>
        <SaveNotice saving={saving} />
      </div>
    </>
  )
}

function JobSummary({ job }: { readonly job: ImportJob }) {
  const { t, language } = useWords()
  const count = (value: number): string => formatCount(value, language)
  const facts = { done: count(job.done), total: count(job.total) }
  switch (job.state) {
    case 'listing':
      return <Text aria-live="polite">{t('imports.listing')}</Text>
    case 'running':
      return <Text aria-live="polite">{t('imports.progress', facts)}</Text>
    case 'paused':
      return (
        <Text aria-live="polite" data-testid="import-paused">
          {t('imports.paused', facts)}
        </Text>
      )
    case 'cancelled':
      return <Text>{t('imports.cancelled', facts)}</Text>
    case 'finished':
      return (
        <Text aria-live="polite" data-testid="import-finished">
          {job.total === 0 ? t('imports.noneFound') : t('imports.finished', facts)}
          {job.opened > 0 ? ` ${t('imports.opened', { n: count(job.opened) })}` : ''}
        </Text>
      )
  }
}
