/** The hit pointed at comes in; its facts and its matching passages go out, each opening the document at its place. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentText20Regular } from '@fluentui/react-icons'
import type { DocumentDetail, SearchHit } from '../../../shared/contract/views.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { useAnswer } from '../../app/queries.ts'
import { HighlightedText } from '../../components/HighlightedText.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import { passagesOf } from './passages.ts'

const SHOWN_PASSAGES = 12

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    width: '320px',
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px 16px',
    boxSizing: 'border-box',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  passage: {
    display: 'block',
    width: '100%',
    padding: '6px 8px',
    border: 'none',
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

interface Props {
  readonly hit: SearchHit
  /** Opens the document at its match of this index. */
  readonly onOpen: (hit: SearchHit, match: number) => void
}

/** The preview pane. */
export function SearchPreview({ hit, onOpen }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const answer = useAnswer('documents.get', { id: hit.documentId })
  return (
    <aside className={styles.pane} aria-label={t('search.preview')} data-testid="search-preview">
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
        {[hit.kind, hit.number].filter(Boolean).join(' ') || hit.title}
      </Text>
      <Text className={styles.quiet}>
        {[formatDate(hit.issuedOn), hit.issuer].filter(Boolean).join(' · ')}
      </Text>
      <Text>{hit.title}</Text>
      <div>
        <Button
          appearance="primary"
          size="small"
          icon={<DocumentText20Regular />}
          onClick={() => onOpen(hit, 0)}
        >
          {t('library.openDocument')}
        </Button>
      </div>
      <Loaded answer={answer}>
        {(document) => <Passages document={document} hit={hit} onOpen={onOpen} />}
      </Loaded>
    </aside>
  )
}

function Passages({ document, hit, onOpen }: Props & { readonly document: DocumentDetail }) {
  const styles = useStyles()
  const { t } = useWords()
  const passages = passagesOf(document.text, document.pages, hit.textMatches)
  const rest = passages.length - SHOWN_PASSAGES
  return (
    <>
      {hit.textMatches.length === 0 ? null : (
        <Text weight="semibold" size={200}>
          {t('search.previewMatches', { n: hit.textMatches.length })}
        </Text>
      )}
      {passages.slice(0, SHOWN_PASSAGES).map((passage) => (
        <button
          key={passage.start}
          type="button"
          className={styles.passage}
          onClick={() => onOpen(hit, passage.firstMatch)}
          data-testid="preview-passage"
        >
          <HighlightedText text={passage.text} spans={passage.matches} />{' '}
          <span className={styles.quiet}>{t('reader.page', { page: passage.page })}</span>
        </button>
      ))}
      {rest > 0 ? (
        <Text size={200} className={styles.quiet}>
          {t('search.previewMore', { n: rest })}
        </Text>
      ) : null}
    </>
  )
}
