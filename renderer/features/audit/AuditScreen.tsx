/** A draft is chosen or dropped; each of its citations goes out held against the library, nothing of it being stored. */
import { Button, makeStyles, Switch, Text, tokens } from '@fluentui/react-components'
import {
  DocumentSearch24Regular,
  DocumentText20Regular,
  FolderOpen20Regular,
  Print20Regular,
} from '@fluentui/react-icons'
import { useState } from 'react'
import type { DraftAudit } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import type { Route } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { SHORT_WINDOW } from '../../app/shortWindow.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { SaveNotice } from '../../components/SaveNotice.tsx'
import { type SaveAs, useSaveAs } from '../../components/useSaveAs.ts'
import { useWords } from '../../i18n/language.ts'
import { invoke } from '../../library.ts'
import { DayInput } from '../trace/DayInput.tsx'
import { TracingTabs } from '../trace/TracingTabs.tsx'
import { AuditRow } from './AuditRow.tsx'
import { AuditSheet } from './AuditSheet.tsx'
import { countAudit, needsLook } from './auditSummary.ts'

const useStyles = makeStyles({
  screen: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minHeight: 0,
    minWidth: 0,
    [SHORT_WINDOW]: { overflowY: 'auto' },
  },
  tools: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'center', padding: '10px 16px' },
  names: { flex: '1 1 280px', minWidth: 0, overflowWrap: 'anywhere' },
  list: {
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    padding: '0 16px 32px',
    margin: 0,
    [SHORT_WINDOW]: { flex: '0 0 auto', overflowY: 'visible' },
  },
  counts: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center', padding: '0 16px 4px' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type AuditRoute = Extract<Route, { screen: 'audit' }>

/** The draft audit. */
export function AuditScreen({ route }: { readonly route: AuditRoute }) {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const saving = useSaveAs()
  const choose = async (): Promise<void> => {
    const chosen = await invoke('host.chooseFiles', {})
    if (!chosen.ok) return saving.report(chosen)
    const [path] = chosen.value
    if (path !== undefined) history.replace({ screen: 'audit', path })
  }
  const chooseButton = (
    <Button
      size="small"
      icon={<FolderOpen20Regular />}
      appearance={route.path === null ? 'primary' : 'secondary'}
      onClick={() => void choose()}
      data-testid="audit-choose"
    >
      {t('tracing.chooseDraft')}
    </Button>
  )
  return (
    <div className={styles.screen} data-testid="audit-screen">
      <TracingTabs />
      {route.path === null ? (
        <EmptyState
          testId="audit-empty"
          icon={<DocumentSearch24Regular />}
          title={t('tracing.auditTitle')}
          body={t('tracing.auditBody')}
          actions={chooseButton}
        />
      ) : (
        <Audit key={route.path} path={route.path} saving={saving} chooseButton={chooseButton} />
      )}
    </div>
  )
}

interface AuditProps {
  readonly path: string
  readonly saving: SaveAs
  readonly chooseButton: React.ReactElement
}

function Audit({ path, saving, chooseButton }: AuditProps) {
  const styles = useStyles()
  const { t } = useWords()
  const [asAt, setAsAt] = useState<string | null>(null)
  const [isPrinting, setPrinting] = useState(false)
  const day = asAt === null ? {} : { asAt }
  const answer = useAnswer('audit.file', { path, ...day }, { keepsFormer: true })
  const name = path.split(/[\\/]/).at(-1) ?? path
  return (
    <>
      <div className={styles.tools}>
        <div className={styles.names}>
          <Text as="h1" size={400} weight="semibold" style={{ margin: 0, display: 'block' }}>
            {name}
          </Text>
          {answer.data === undefined ? null : <DraftFacts audit={answer.data} />}
        </div>
        <DayInput
          label={t('tracing.asAt')}
          day={asAt ?? answer.data?.asAt ?? null}
          onChange={setAsAt}
          testId="audit-day"
        />
        <Button
          size="small"
          icon={<DocumentText20Regular />}
          disabled={saving.isBusy || answer.data === undefined}
          onClick={() =>
            void saving.save(
              `${t('tracing.fileAudit', { name: name.replace(/\.[^.]+$/, '') })}.docx`,
              (out) => invoke('export.audit', { path, out, ...day }),
            )
          }
          data-testid="audit-word"
        >
          {t('tracing.saveWord')}
        </Button>
        <Button
          size="small"
          icon={<Print20Regular />}
          disabled={answer.data === undefined}
          onClick={() => setPrinting(true)}
          data-testid="audit-print"
        >
          {t('tracing.print')}
        </Button>
        {chooseButton}
      </div>
      <SaveNotice saving={saving} />
      <Loaded answer={answer} lines={12}>
        {(audit) => (
          <>
            <AuditItems audit={audit} />
            {isPrinting ? <AuditSheet audit={audit} name={name} onDone={() => setPrinting(false)} /> : null}
          </>
        )}
      </Loaded>
    </>
  )
}

function DraftFacts({ audit: { document } }: { readonly audit: DraftAudit }) {
  const styles = useStyles()
  const { language } = useWords()
  return (
    <Text size={200} className={styles.quiet}>
      {[instrumentName(document, language), formatDate(document.issuedOn), document.issuer]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  )
}

function AuditItems({ audit }: { readonly audit: DraftAudit }) {
  const styles = useStyles()
  const { t } = useWords()
  const [isOnlyDoubtful, setOnlyDoubtful] = useState(false)
  const counts = countAudit(audit.items)
  const shown = audit.items.filter((item) => !isOnlyDoubtful || needsLook(item))
  if (counts.total === 0)
    return (
      <EmptyState testId="audit-none" title={t('reader.noCitations')} body={t('tracing.auditNoneBody')} />
    )
  return (
    <>
      <div className={styles.counts} data-testid="audit-counts">
        <Text weight="semibold">{t('tracing.auditTotal', { n: counts.total })}</Text>
        <Text>{t('tracing.auditToLook', { n: counts.toLook })}</Text>
        <Text>{t('tracing.auditOutOfForce', { n: counts.outOfForce })}</Text>
        <Text>{t('tracing.auditMissing', { n: counts.missing })}</Text>
        <Switch
          label={t('tracing.onlyDoubtful')}
          checked={isOnlyDoubtful}
          onChange={(_, data) => setOnlyDoubtful(data.checked)}
        />
      </div>
      <ol className={styles.list} data-testid="audit-items">
        {shown.map((item) => (
          <AuditRow key={item.citation.start} item={item} />
        ))}
      </ol>
    </>
  )
}
