/** One citation comes in; its row of the panel goes out: number, date, state, title, and the ways to follow or decide. */
import { Button, makeStyles, mergeClasses, Text, Tooltip, tokens } from '@fluentui/react-components'
import { ArrowEnterLeft20Regular, Open16Regular } from '@fluentui/react-icons'
import type { StoredCitation } from '../../../shared/contract/views.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { printedNumber } from '../../../shared/wording/instruments.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { chidoTokens } from '../../app/theme.ts'
import { useWords } from '../../i18n/language.ts'
import { CandidateChoice } from './CandidateChoice.tsx'
import { citedFacts, stateOf } from './citationState.ts'

const INDENT_PX = 14

const useStyles = makeStyles({
  nested: { borderLeft: `1px solid ${chidoTokens.threadForeground}` },
  row: { display: 'flex', alignItems: 'flex-start', borderRadius: tokens.borderRadiusMedium },
  current: { backgroundColor: chidoTokens.threadBackground },
  main: {
    flex: '1 1 auto',
    minWidth: 0,
    padding: '6px',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  number: {
    color: chidoTokens.threadForeground,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  relation: { fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
  title: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  choice: { padding: '0 6px 8px' },
})

interface Props {
  readonly citation: StoredCitation
  /** 0 for what the document itself says, 1 and more for what a cited title says of another. */
  readonly depth: number
  readonly ownInstrumentId: number
  readonly isCurrent: boolean
  readonly onShow: (citation: StoredCitation) => void
  readonly onFollow: (citationId: number) => void
}

/** A row of the panel «Viện dẫn». */
export function CitationRow({ citation, depth, ownInstrumentId, isCurrent, onShow, onFollow }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const state = stateOf(citation, ownInstrumentId)
  const facts = citedFacts(citation)
  const hasChoice =
    (state === 'ambiguous' && citation.candidates.length > 0) || citation.resolution === 'decided'
  return (
    <div className={depth > 0 ? styles.nested : undefined} style={{ marginLeft: depth * INDENT_PX }}>
      <div
        className={mergeClasses(styles.row, isCurrent && styles.current)}
        data-panel-citation={citation.id}
      >
        <button
          type="button"
          className={styles.main}
          onClick={() => onShow(citation)}
          aria-current={isCurrent ? 'true' : undefined}
          data-testid="panel-citation"
        >
          {depth > 0 && citation.nestedRelation !== null ? (
            <span className={styles.relation}>
              {relationWording(citation.nestedRelation, language).active}{' '}
            </span>
          ) : null}
          <span className={styles.number}>{printedNumber(citation)}</span>{' '}
          <Text size={200} className={styles.quiet}>
            {[
              formatDate(facts.issuedOn),
              t(`reader.${state}`),
              citation.unverified ? t('reader.unverified') : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {facts.title === null ? null : <span className={styles.title}>{facts.title}</span>}
        </button>
        {state === 'ambiguous' || state === 'itself' ? null : (
          <Tooltip
            content={state === 'held' ? t('reader.follow') : t('reader.followInstrument')}
            relationship="label"
          >
            <Button
              appearance="subtle"
              size="small"
              icon={state === 'held' ? <Open16Regular /> : <ArrowEnterLeft20Regular />}
              onClick={() => onFollow(citation.id)}
            />
          </Tooltip>
        )}
      </div>
      {hasChoice ? (
        <div className={styles.choice}>
          <CandidateChoice citation={citation} />
        </div>
      ) : null}
    </div>
  )
}
