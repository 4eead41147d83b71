/** The document chosen in a list comes in; its facts, its beginning and the ways on go out. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentText20Regular, Organization20Regular } from '@fluentui/react-icons'
import { formatDate } from '../../../shared/wording/dates.ts'
import { formatWording } from '../../../shared/wording/fields.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { documentRoute, traceRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import { DocumentDossiers } from '../dossiers/DocumentDossiers.tsx'
import { useSettled } from './useSettled.ts'

const BEGINNING_LENGTH = 700

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    width: '296px',
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px 16px',
    boxSizing: 'border-box',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  content: { display: 'flex', flexDirection: 'column', gap: '8px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  beginning: {
    whiteSpace: 'pre-line',
    color: tokens.colorNeutralForeground2,
    maskImage: 'linear-gradient(black 70%, transparent)',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** The quick view beside a list. */
export function QuickView({ documentId: chosenId }: { readonly documentId: number | null }) {
  const styles = useStyles()
  const { t } = useWords()
  const documentId = useSettled(chosenId)
  return (
    <aside className={styles.pane} aria-label={t('library.quickView')} data-testid="quick-view">
      {documentId === null ? (
        <Text className={styles.quiet}>{t('library.quickViewEmpty')}</Text>
      ) : (
        <QuickDocument key={documentId} id={documentId} />
      )}
    </aside>
  )
}

function QuickDocument({ id }: { readonly id: number }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const answer = useAnswer('documents.get', { id })
  return (
    <Loaded answer={answer}>
      {(document) => (
        <div className={styles.content}>
          <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
            {instrumentName({ ...document.metadata, title: null }, language)}
          </Text>
          <Text className={styles.quiet}>
            {[formatDate(document.metadata.issuedOn), document.metadata.issuer].filter(Boolean).join(' · ')}
          </Text>
          <Text>{document.metadata.title ?? document.file.name}</Text>
          <div className={styles.actions}>
            <Button
              appearance="primary"
              icon={<DocumentText20Regular />}
              onClick={() => history.navigate(documentRoute(id))}
              data-testid="quick-open"
            >
              {t('library.openDocument')}
            </Button>
            <Button
              icon={<Organization20Regular />}
              onClick={() => history.navigate(traceRoute(document.instrument.id))}
            >
              {t('library.openTree')}
            </Button>
          </div>
          <Text size={200} className={styles.quiet}>
            {[
              t('library.quickCites', { n: document.citations.length }),
              t('library.pages', { n: document.pages.length }),
              formatWording(document.file.format, language),
            ].join(' · ')}
          </Text>
          <DocumentDossiers document={document} />
          <Text size={200} className={styles.beginning}>
            {document.text.slice(0, BEGINNING_LENGTH).replace(/\n{2,}/g, '\n')}
          </Text>
        </div>
      )}
    </Loaded>
  )
}
