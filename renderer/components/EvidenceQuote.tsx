/** One place that shows a relation comes in; its sentence with the citation in red goes out and opens the reader. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { Evidence } from '../../shared/contract/instrument.ts'
import { documentRoute } from '../app/history.ts'
import { useHistory } from '../app/navigation.ts'
import { chidoTokens } from '../app/theme.ts'
import { useWords } from '../i18n/language.ts'
import { MarkedQuote } from './MarkedQuote.tsx'

const useStyles = makeStyles({
  quote: {
    display: 'block',
    width: '100%',
    margin: '4px 0',
    padding: '4px 8px',
    boxSizing: 'border-box',
    border: 'none',
    borderLeft: `2px solid ${chidoTokens.threadForeground}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: chidoTokens.focusBackground,
      boxShadow: `inset 0 0 0 1px ${tokens.colorTransparentStroke}`,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  text: { display: 'block' },
  page: { color: tokens.colorNeutralForeground3 },
})

/** A quoted sentence; a click opens the document at that place. */
export function EvidenceQuote({ evidence }: { readonly evidence: Evidence }) {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const { documentId, start, end, page } = evidence
  return (
    <button
      type="button"
      className={styles.quote}
      title={t('instrument.openEvidence', { page })}
      onClick={() => history.navigate(documentRoute(documentId, { start, end }))}
      data-testid="evidence"
    >
      <span className={styles.text}>
        <MarkedQuote {...evidence} />
      </span>
      <span className={styles.page}>{t('reader.page', { page })}</span>
    </button>
  )
}
