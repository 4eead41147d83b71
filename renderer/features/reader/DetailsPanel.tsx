/** An opened document comes in; its metadata goes out as a form with confidence, correction and undo, and its file. */
import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { MetadataField } from '../../../shared/contract/document.ts'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { formatBytes, formatMoment } from '../../../shared/wording/dates.ts'
import { formatWording } from '../../../shared/wording/fields.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'
import { DocumentDossiers } from '../dossiers/DocumentDossiers.tsx'
import { ConvertedPieces } from './ConvertedPieces.tsx'
import { DocumentHistory } from './DocumentHistory.tsx'
import { MetadataInput } from './MetadataInput.tsx'

/** In the order a reader meets them on the page, then what is derived. */
const FORM_FIELDS = [
  'kind',
  'number',
  'symbol',
  'issuedOn',
  'issuer',
  'organ',
  'place',
  'title',
  'signer',
  'signerTitle',
  'recipients',
  'secrecy',
  'urgency',
  'province',
  'year',
] as const satisfies readonly MetadataField[]

const useStyles = makeStyles({
  panel: {
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px 12px 24px',
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  file: { display: 'grid', gap: '2px', overflowWrap: 'anywhere', marginTop: '8px' },
  sha: { fontFamily: tokens.fontFamilyMonospace },
})

interface Props {
  readonly document: DocumentDetail
  readonly onReveal: (start: number, end: number) => void
}

/** The panel «Thông tin». */
export function DetailsPanel({ document, onReveal }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const status = useAnswer('library.status', {})
  const correct = useCommand('documents.correct')
  const undo = useCommand('documents.undoCorrection')
  const isReadOnly = status.data?.isReadOnly ?? false
  const failure = correct.error ?? undo.error
  return (
    <form
      className={styles.panel}
      aria-label={t('details.form')}
      onSubmit={(event) => event.preventDefault()}
      data-testid="metadata-form"
    >
      {isReadOnly ? (
        <MessageBar>
          <MessageBarBody>{t('details.readOnly')}</MessageBarBody>
        </MessageBar>
      ) : (
        <Text size={200} className={styles.quiet}>
          {t('details.hint')}
        </Text>
      )}
      {failure === null ? null : <FailureBar failure={failureOf(failure)} />}
      {FORM_FIELDS.map((field) => (
        <MetadataInput
          key={field}
          field={field}
          metadata={document.metadata}
          isCorrected={document.corrected.includes(field)}
          isReadOnly={isReadOnly}
          onSave={(changes) => correct.mutate({ id: document.id, changes })}
          onUndo={() => undo.mutate({ id: document.id, fields: [field] })}
        />
      ))}
      <DocumentDossiers document={document} />
      <ConvertedPieces document={document} isReadOnly={isReadOnly} onReveal={onReveal} />
      <DocumentHistory document={document} isReadOnly={isReadOnly} />
      <div className={styles.file}>
        <Text weight="semibold">{t('details.file')}</Text>
        <Text>{document.file.name}</Text>
        <Text size={200} className={styles.quiet}>
          {[
            formatWording(document.file.format, language),
            formatBytes(document.file.bytes, language),
            t('library.pages', { n: document.pages.length }),
          ].join(' · ')}
        </Text>
        <Text size={200} className={styles.quiet}>
          {t('details.importedAt', { moment: formatMoment(document.importedAt) })}
        </Text>
        <Text size={200} className={styles.quiet}>
          {document.file.sourcePath}
        </Text>
        <Text size={100} className={styles.sha} title={document.file.sha256}>
          {t('details.sha')} {document.file.sha256.slice(0, 16)}…
        </Text>
      </div>
    </form>
  )
}
