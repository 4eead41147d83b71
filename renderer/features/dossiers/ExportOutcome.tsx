/** The report of an export comes in; what was written where, and each failure with its reason, goes out. */
import { MessageBar, MessageBarBody, makeStyles, Text } from '@fluentui/react-components'
import type { MethodResult } from '../../../shared/contract/methods.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { failureSentence } from '../../../shared/wording/errors.ts'
import { useWords } from '../../i18n/language.ts'

/** Failures shown; the table beside the files has them all. */
const MOST_SHOWN = 20

const useStyles = makeStyles({
  outcome: { display: 'grid', gap: '8px', overflowWrap: 'anywhere' },
  failures: { margin: 0, paddingLeft: '20px' },
})

/** What became of an export. */
export function ExportOutcome({ report }: { readonly report: MethodResult<'documents.exportOriginals'> }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const { folder, manifest, written, alreadyThere, failed, isCancelled } = report
  return (
    <div className={styles.outcome} data-testid="export-outcome">
      <MessageBar intent={isCancelled || failed.length > 0 ? 'warning' : 'success'} layout="multiline">
        <MessageBarBody>
          {t(isCancelled ? 'dossiers.exportCancelled' : 'dossiers.exportDone', {
            written: formatCount(written, language),
            folder,
          })}{' '}
          {alreadyThere > 0 ? t('dossiers.exportAlready', { n: formatCount(alreadyThere, language) }) : null}
        </MessageBarBody>
      </MessageBar>
      <Text>{t('dossiers.exportManifest', { path: manifest })}</Text>
      {failed.length === 0 ? null : (
        <>
          <Text weight="semibold">
            {t('dossiers.exportFailed', { n: formatCount(failed.length, language) })}
          </Text>
          <ul className={styles.failures}>
            {failed.slice(0, MOST_SHOWN).map(({ documentId, failure }) => (
              <li key={documentId}>{failure && failureSentence(failure, language)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
