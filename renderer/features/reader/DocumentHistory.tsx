/** A document comes in; its other versions, its pages read from images and the words corrected by hand go out, with undo. */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { documentRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'

const SHOWN_CORRECTIONS = 20

const useStyles = makeStyles({
  section: { display: 'grid', gap: '4px', overflowWrap: 'anywhere', marginTop: '8px' },
  row: { display: 'grid', gap: '2px', justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface Props {
  readonly document: DocumentDetail
  readonly isReadOnly: boolean
}

/** Part of the panel «Thông tin»; empty for most documents. */
export function DocumentHistory({ document, isReadOnly }: Props) {
  return (
    <>
      <Versions document={document} isReadOnly={isReadOnly} />
      <Recognised document={document} />
      <Corrections document={document} isReadOnly={isReadOnly} />
    </>
  )
}

function Versions({ document: { id, versions }, isReadOnly }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const decide = useCommand('review.decideVersion')
  if (versions.length === 0) return null
  return (
    <div className={styles.section} data-testid="document-versions">
      <Text weight="semibold">{t('details.versions')}</Text>
      {decide.error === null ? null : <FailureBar failure={failureOf(decide.error)} />}
      {versions.map(({ documentId, title, fileName, likeness, isDecided }) => {
        const answer = (isVersion: boolean | null): void =>
          decide.mutate({ documentId: id, otherDocumentId: documentId, isVersion })
        return (
          <div key={documentId} className={styles.row}>
            <Link onClick={() => history.navigate(documentRoute(documentId))} title={title}>
              {fileName}
            </Link>
            <Text size={200} className={styles.quiet}>
              {isDecided === true
                ? t('details.versionDecided')
                : likeness === 0
                  ? t('details.versionSamePlace')
                  : t('details.versionProposed', { n: Math.round(likeness * 100) })}
            </Text>
            {isDecided === true ? (
              <Button size="small" disabled={isReadOnly} onClick={() => answer(null)}>
                {t('details.versionUndo')}
              </Button>
            ) : (
              <span>
                <Button size="small" disabled={isReadOnly} onClick={() => answer(true)}>
                  {t('review.sameDocument')}
                </Button>{' '}
                <Button size="small" disabled={isReadOnly} onClick={() => answer(false)}>
                  {t('review.differentDocuments')}
                </Button>
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}

function Recognised({ document: { recognised } }: { readonly document: DocumentDetail }) {
  const styles = useStyles()
  const { t } = useWords()
  if (recognised.length === 0) return null
  return (
    <div className={styles.section} data-testid="document-recognised">
      <Text>{t('reader.recognisedShort', { n: recognised.length })}</Text>
      {recognised.map(({ page, confidence }) => (
        <Text key={page} size={200} className={styles.quiet}>
          {t('reader.recognised', { page, n: Math.round(confidence) })}
        </Text>
      ))}
    </div>
  )
}

function Corrections({ document: { id, textCorrections }, isReadOnly }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const undo = useCommand('documents.undoTextCorrection')
  if (textCorrections.length === 0) return null
  return (
    <div className={styles.section} data-testid="document-corrections">
      <Text weight="semibold">{t('reader.corrections', { n: textCorrections.length })}</Text>
      {undo.error === null ? null : <FailureBar failure={failureOf(undo.error)} />}
      {textCorrections.slice(0, SHOWN_CORRECTIONS).map(({ former, replacement, madeAt }, at) => (
        // Two corrections may be made at the same moment of a test; their order is their identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Text key={`${madeAt}:${at}`} size={200}>
          <del>{former}</del> → <ins>{replacement}</ins>
        </Text>
      ))}
      <div>
        <Button
          size="small"
          disabled={isReadOnly || undo.isPending}
          onClick={() => undo.mutate({ id })}
          data-testid="correction-undo"
        >
          {t('reader.correctionUndo')}
        </Button>
      </div>
    </div>
  )
}
