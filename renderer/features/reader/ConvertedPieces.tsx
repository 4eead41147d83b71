/** A document's pieces from before Unicode come in; what they were, the letters the file has, and another reading go out. */
import { Button, Checkbox, Field, Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { ConvertedPieceView } from '../../../shared/contract/conversion.ts'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { PIECE_CHOICES, type PieceChoice } from '../../../shared/vietnamese/legacy/readings.ts'
import { useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'
import { encodingsOf } from './encodingNames.ts'

/** Whole old documents have a piece a line: more are shown when asked for. */
const SHOWN_PIECES = 20

const useStyles = makeStyles({
  section: { display: 'grid', gap: '6px', overflowWrap: 'anywhere', marginTop: '8px' },
  pieces: { display: 'grid', gap: '8px', margin: 0, padding: 0, listStyleType: 'none' },
  piece: {
    display: 'grid',
    gap: '4px',
    minWidth: 0,
    paddingLeft: '8px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  doubtful: { borderLeftColor: tokens.colorPaletteMarigoldBorderActive },
  original: { fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground2 },
  link: { textAlign: 'left' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface Props {
  readonly document: DocumentDetail
  readonly isReadOnly: boolean
  readonly onReveal: (start: number, end: number) => void
}

/** «Chuyển mã: TCVN3, 3 đoạn, 1 đoạn ngờ», part of the panel «Thông tin»; nothing for a Unicode document. */
export function ConvertedPieces({ document: { id, text, converted }, isReadOnly, onReveal }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const recode = useCommand('documents.recode')
  const [isDoubtfulOnly, setDoubtfulOnly] = useState(false)
  const [shown, setShown] = useState(SHOWN_PIECES)
  if (converted.length === 0) return null
  const doubtful = converted.filter((piece) => piece.isDoubtful)
  const listed = isDoubtfulOnly && doubtful.length > 0 ? doubtful : converted
  const choose = (starts: number[] | null, choice: PieceChoice): void => recode.mutate({ id, starts, choice })
  return (
    <section className={styles.section} aria-label={t('converted.title')} data-testid="converted-pieces">
      <Text weight="semibold">
        {[
          t('converted.summary', { encodings: encodingsOf(converted, t), n: converted.length }),
          ...(doubtful.length > 0 ? [t('converted.doubtful', { n: doubtful.length })] : []),
        ].join(', ')}
      </Text>
      {recode.error === null ? null : <FailureBar failure={failureOf(recode.error)} />}
      {converted.length > 1 ? (
        <ReadingChoice
          label={t('converted.all')}
          choice={commonChoice(converted)}
          isDisabled={isReadOnly || recode.isPending}
          onChoose={(choice) => choose(null, choice)}
        />
      ) : null}
      {doubtful.length > 0 && doubtful.length < converted.length ? (
        <Checkbox
          label={t('converted.doubtfulOnly')}
          checked={isDoubtfulOnly}
          onChange={(_, data) => setDoubtfulOnly(data.checked === true)}
        />
      ) : null}
      <ul className={styles.pieces}>
        {listed.slice(0, shown).map((piece) => (
          <Piece
            key={piece.start}
            piece={piece}
            text={text.slice(piece.start, piece.end)}
            isDisabled={isReadOnly || recode.isPending}
            onReveal={onReveal}
            onChoose={(choice) => choose([piece.start], choice)}
          />
        ))}
      </ul>
      {listed.length > shown ? (
        <div>
          <Button size="small" onClick={() => setShown(shown + 5 * SHOWN_PIECES)}>
            {t('converted.more', { n: listed.length - shown })}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

interface PieceProps {
  readonly piece: ConvertedPieceView
  readonly text: string
  readonly isDisabled: boolean
  readonly onReveal: (start: number, end: number) => void
  readonly onChoose: (choice: PieceChoice) => void
}

function Piece({ piece, text, isDisabled, onReveal, onChoose }: PieceProps) {
  const styles = useStyles()
  const { t } = useWords()
  const [isOriginalShown, setOriginalShown] = useState(false)
  return (
    <li
      className={piece.isDoubtful ? `${styles.piece} ${styles.doubtful}` : styles.piece}
      data-testid="converted-piece"
    >
      <Link className={styles.link} onClick={() => onReveal(piece.start, piece.end)}>
        {shorten(text)}
      </Link>
      {piece.isDoubtful ? (
        <Text size={200} className={styles.quiet}>
          {t('converted.isDoubtful')}
        </Text>
      ) : null}
      {isOriginalShown ? (
        <Text size={200} className={styles.original} data-testid="converted-original">
          {piece.original}
        </Text>
      ) : null}
      <div>
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={isOriginalShown}
          onClick={() => setOriginalShown(!isOriginalShown)}
        >
          {t(isOriginalShown ? 'converted.hideOriginal' : 'converted.showOriginal')}
        </Button>
      </div>
      <ReadingChoice
        label={t('converted.readAs')}
        choice={piece.choice}
        isDisabled={isDisabled}
        onChoose={onChoose}
      />
    </li>
  )
}

interface ChoiceProps {
  readonly label: string
  /** Null where a person rewrote the words, or where pieces differ. */
  readonly choice: PieceChoice | null
  readonly isDisabled: boolean
  readonly onChoose: (choice: PieceChoice) => void
}

function ReadingChoice({ label, choice, isDisabled, onChoose }: ChoiceProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <Field label={label} size="small">
      <Select
        id={id}
        size="small"
        value={choice ?? ''}
        disabled={isDisabled}
        onChange={(_, { value }) => {
          const chosen = PIECE_CHOICES.find((one) => one === value)
          if (chosen !== undefined) onChoose(chosen)
        }}
        data-testid="converted-choice"
      >
        {choice === null ? <option value="">{t('converted.various')}</option> : null}
        {PIECE_CHOICES.map((one) => (
          <option key={one} value={one}>
            {t(`converted.choices.${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

const LONGEST_LINK = 120

const shorten = (text: string): string =>
  text.length > LONGEST_LINK ? `${text.slice(0, LONGEST_LINK).trimEnd()}…` : text

/** The choice all pieces share, or null. */
function commonChoice(pieces: readonly ConvertedPieceView[]): PieceChoice | null {
  const choices = new Set(pieces.map(({ choice }) => choice))
  const [first = null] = choices
  return choices.size === 1 ? first : null
}
