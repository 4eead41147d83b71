/** Two documents come in; a dialog with both texts side by side goes out, what only one of them says marked. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useMemo } from 'react'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { useAnswer } from '../../app/queries.ts'
import { chidoTokens } from '../../app/theme.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import { type ComparedParagraph, compareTexts } from './compareTexts.ts'

/** Paragraphs drawn of one text: enough to decide, and the dialog opens at once. */
const SHOWN_PARAGRAPHS = 400

const useStyles = makeStyles({
  surface: { maxWidth: '1200px', width: '94vw' },
  columns: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '16px', height: '68vh' },
  column: { display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, gap: '6px' },
  text: {
    flex: '1 1 0',
    overflowY: 'auto',
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  paragraph: { margin: '0 0 6px' },
  only: { backgroundColor: chidoTokens.matchBackground, color: chidoTokens.matchForeground },
})

interface Props {
  readonly ids: readonly [number, number]
  readonly onClose: () => void
}

/** «Xem hai bản cạnh nhau». */
export function CompareDialog({ ids: [oneId, otherId], onClose }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const one = useAnswer('documents.get', { id: oneId })
  const other = useAnswer('documents.get', { id: otherId })
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface} data-testid="compare-dialog">
        <DialogBody>
          <DialogTitle>{t('review.compareTitle')}</DialogTitle>
          <DialogContent>
            <Text size={200}>{t('review.compareHint')}</Text>
            <Loaded answer={one}>
              {(first) => (
                <Loaded answer={other}>{(second) => <Columns one={first} other={second} />}</Loaded>
              )}
            </Loaded>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('app.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Columns({ one, other }: { readonly one: DocumentDetail; readonly other: DocumentDetail }) {
  const styles = useStyles()
  const [ofOne, ofOther] = useMemo(() => compareTexts(one.text, other.text), [one.text, other.text])
  return (
    <div className={styles.columns}>
      <Column document={one} paragraphs={ofOne} />
      <Column document={other} paragraphs={ofOther} />
    </div>
  )
}

interface ColumnProps {
  readonly document: DocumentDetail
  readonly paragraphs: readonly ComparedParagraph[]
}

function Column({ document, paragraphs }: ColumnProps) {
  const styles = useStyles()
  return (
    <section className={styles.column} aria-label={document.file.name}>
      <Text weight="semibold">{document.file.name}</Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable to scroll it by keys */}
      <div className={styles.text} tabIndex={0}>
        {paragraphs.slice(0, SHOWN_PARAGRAPHS).map(({ start, text, isShared }) => (
          <p
            key={start}
            className={mergeClasses(styles.paragraph, !isShared && styles.only)}
            data-shared={isShared}
          >
            {text}
          </p>
        ))}
      </div>
    </section>
  )
}
