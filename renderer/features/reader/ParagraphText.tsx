/** One paragraph with its citations and marks comes in; the drawn line goes out, every run knowing its offset. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, type ReactNode } from 'react'
import { chidoTokens } from '../../app/theme.ts'
import { useWords } from '../../i18n/language.ts'
import { citationName, stateOf } from './citationState.ts'
import { type Mark, type Marking, type PageStart, type Piece, piecesOf, type Run } from './runs.ts'
import { overlapping, type Paragraph, type TextSpan } from './segments.ts'
import type { Thread } from './threads.ts'

const useStyles = makeStyles({
  paragraph: {
    position: 'relative',
    margin: 0,
    minHeight: '0.6em',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    paddingBottom: '0.45em',
  },
  heading: { fontWeight: tokens.fontWeightSemibold, paddingTop: '0.35em' },
  bold: { fontWeight: tokens.fontWeightSemibold },
  centred: { textAlign: 'center' },
  listItem: { paddingLeft: '1.2em' },
  note: {
    margin: '0 0 0.45em',
    padding: '2px 0 2px 12px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    fontSize: '0.875em',
    color: tokens.colorNeutralForeground2,
  },
  row: { display: 'grid', gridAutoFlow: 'column', gridAutoColumns: 'minmax(0, 1fr)', paddingBottom: 0 },
  cell: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '2px 6px',
    marginTop: '-1px',
    marginLeft: '-1px',
  },
  citation: {
    color: chidoTokens.threadForeground,
    textDecorationLine: 'underline',
    textDecorationColor: chidoTokens.threadForeground,
    textDecorationThickness: '1px',
    textUnderlineOffset: '3px',
    // A number is read as one word: «25-NQ/TW» must not part after its hyphen.
    whiteSpace: 'pre',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationThickness: '2px', backgroundColor: chidoTokens.threadBackground },
    ':focus-visible': { outline: `2px solid ${chidoTokens.threadForeground}`, outlineOffset: '1px' },
  },
  // A short mention is the same thread, drawn finer: the full citation stays the place to look for.
  mention: {
    color: 'inherit',
    whiteSpace: 'pre-wrap',
    textDecorationStyle: 'dotted',
    ':hover': { color: chidoTokens.threadForeground },
  },
  notHeld: { textDecorationStyle: 'dashed' },
  ambiguous: { textDecorationStyle: 'wavy' },
  active: { backgroundColor: chidoTokens.threadBackground },
  match: {
    backgroundColor: chidoTokens.matchBackground,
    color: chidoTokens.matchForeground,
    borderRadius: '2px',
  },
  currentMatch: { outline: `2px solid ${tokens.colorNeutralForeground1}` },
  focus: {
    backgroundColor: chidoTokens.focusBackground,
    boxShadow: `0 2px 0 ${tokens.colorNeutralStrokeAccessible}`,
  },
  warning: {
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationColor: tokens.colorNeutralForeground3,
    textUnderlineOffset: '3px',
  },
  doubtful: {
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationThickness: '2px',
    textDecorationColor: tokens.colorNeutralForeground3,
    textUnderlineOffset: '3px',
  },
  page: {
    position: 'absolute',
    right: 'calc(100% + 12px)',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '1.6em',
    whiteSpace: 'nowrap',
    userSelect: 'none',
    '::before': { content: 'attr(data-label)' },
  },
  pageRule: {
    display: 'block',
    borderTop: `1px dashed ${tokens.colorNeutralStroke1}`,
    margin: '0.6em 0',
    userSelect: 'none',
  },
})

/** What is drawn over a text; every list is in order of `start`. */
export interface TextDecoration {
  readonly threads: readonly Thread[]
  readonly markings: readonly Marking[]
  readonly pageStarts: readonly PageStart[]
  readonly ownInstrumentId: number
  readonly activeCitationId: number | null
}

interface Props extends TextDecoration {
  readonly text: string
  readonly paragraph: Paragraph
}

/** A paragraph; `data-start` of its runs is the offset of their first character in the stored text. */
export const ParagraphText = memo(function ParagraphText(props: Props) {
  const styles = useStyles()
  const { paragraph } = props
  const { kind, isBold, isCentred, cells } = paragraph
  return (
    <p
      data-paragraph={paragraph.start}
      role={kind === 'note' ? 'note' : undefined}
      className={mergeClasses(
        styles.paragraph,
        kind === 'heading' && styles.heading,
        kind === 'listItem' && styles.listItem,
        kind === 'note' && styles.note,
        isBold && styles.bold,
        isCentred && styles.centred,
        cells.length > 0 && styles.row,
      )}
    >
      {cells.length === 0 ? (
        <Stretch {...props} span={paragraph} />
      ) : (
        cells.map((cell) => (
          <span key={cell.start} className={styles.cell}>
            <Stretch {...props} span={cell} />
          </span>
        ))
      )}
    </p>
  )
})

function Stretch({ span, text, ...decoration }: Props & { readonly span: TextSpan }) {
  const styles = useStyles()
  const { t } = useWords()
  const pieces = piecesOf(
    span,
    overlapping(decoration.threads, span),
    decoration.markings.filter(({ start, end }) => start < span.end && end > span.start),
    decoration.pageStarts.filter(
      ({ start }) => start >= span.start && start < Math.max(span.end, span.start + 1),
    ),
  )
  return pieces.map((piece) => (
    <PieceText key={piece.runs[0]?.start} piece={piece} {...decoration}>
      {piece.page === null || piece.page === 1 ? null : (
        <>
          {piece.runs[0]?.start === span.start ? <span className={styles.pageRule} aria-hidden /> : null}
          <span
            className={styles.page}
            data-label={t('reader.page', { page: piece.page })}
            data-page={piece.page}
          />
        </>
      )}
      {piece.runs.map((run) => (
        <RunText key={run.start} run={run} text={text} />
      ))}
    </PieceText>
  ))
}

interface PieceProps extends TextDecoration {
  readonly piece: Piece<Thread>
  readonly children: ReactNode
}

function PieceText({
  piece: { citation: thread },
  ownInstrumentId,
  activeCitationId,
  children,
}: Omit<PieceProps, 'text'>) {
  const styles = useStyles()
  const { t } = useWords()
  if (thread === null) return children
  const { citation, isMention } = thread
  const state = stateOf(citation, ownInstrumentId)
  return (
    // biome-ignore lint/a11y/useSemanticElements: an anchor needs an address, and navigation by address is denied
    <span
      role="link"
      tabIndex={0}
      data-testid={isMention ? 'mention' : 'citation'}
      data-mention={isMention || undefined}
      data-citation={citation.id}
      data-state={state}
      aria-label={t(isMention ? 'reader.mentionLabel' : 'reader.citationLabel', {
        name: citationName(citation),
        state: t(`reader.${state}`),
      })}
      className={mergeClasses(
        styles.citation,
        isMention && styles.mention,
        state === 'notHeld' && !isMention && styles.notHeld,
        state === 'ambiguous' && styles.ambiguous,
        !isMention && citation.id === activeCitationId && styles.active,
      )}
    >
      {children}
    </span>
  )
}

function RunText({ run, text }: { readonly run: Run; readonly text: string }) {
  const styles = useStyles()
  const has = (mark: Mark): boolean => run.marks.includes(mark)
  const content = text.slice(run.start, run.end)
  const className = mergeClasses(
    has('doubtful') && styles.doubtful,
    has('warning') && styles.warning,
    has('focus') && styles.focus,
    has('match') && styles.match,
    has('currentMatch') && styles.currentMatch,
  )
  return has('match') ? (
    <mark data-start={run.start} className={className}>
      {content}
    </mark>
  ) : (
    <span data-start={run.start} className={className}>
      {content}
    </span>
  )
}
