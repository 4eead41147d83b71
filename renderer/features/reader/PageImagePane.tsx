/** A document and the place being read come in; the image of that page goes out beside the text, each following the other. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { FailureState } from '../../components/FailureMessage.tsx'
import { DelayedSkeleton } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'
import { PagePassword } from './PagePassword.tsx'
import { PageToolbar } from './PageToolbar.tsx'
import { PageWords } from './PageWords.tsx'
import { doubtfulFrom, heightOf, offsetAt, pageAt, wordAt } from './pagePlaces.ts'
import type { TextSpan } from './segments.ts'
import { type GivenPassword, usePageImage } from './usePageImage.ts'

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minWidth: 0,
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  scroller: {
    flex: '1 1 0',
    minHeight: 0,
    overflow: 'auto',
    padding: '8px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  paper: { position: 'relative', boxShadow: tokens.shadow4, backgroundColor: '#fff' },
  image: { display: 'block', width: '100%', height: '100%', userSelect: 'none' },
})

/** A wheel turned on past the end of a page must not run through the whole file. */
const TURN_REST_MS = 500

/** What the screen may tell the pane. */
export interface PageImageHandle {
  /** The text was scrolled by the person: its upper edge stands at `offset`. */
  follow(offset: number): void
  /** A place of the text was pointed at: it is shown and marked. */
  point(offset: number): void
}

interface Props {
  readonly document: DocumentDetail
  readonly handle: Ref<PageImageHandle>
  /** Where the text stands when the pane opens. */
  readonly offset: number
  /** The image was scrolled by the person: the text is to stand at `offset`. */
  readonly onScrolledTo: (offset: number) => void
  /** A word of the image was pointed at. */
  readonly onWord: (span: TextSpan) => void
  readonly onClose: () => void
}

/** The page image beside the text. */
export function PageImagePane({ document, handle, offset, onScrolledTo, onWord, onClose }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const { pages: spans, text, recognised } = document
  const [page, setPage] = useState(() => pageAt(spans, offset))
  const [zoom, setZoom] = useState(1)
  const [password, setPassword] = useState<GivenPassword | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const { image, words: known } = usePageImage(document, page, password)
  const words = known ?? []
  const scroller = useRef<HTMLDivElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  /** Where to scroll once the page is drawn: to an offset's height at the top, or into view. */
  const target = useRef<{ readonly offset: number; readonly isPointed: boolean } | null>({
    offset,
    isPointed: false,
  })
  const lastTurn = useRef(0)
  /** Scrolling done from here must not be taken for the person's. */
  const expectedTop = useRef<number | null>(null)
  const span = spans[page - 1] ?? { start: 0, end: 0 }
  const isDrawn = image.data !== undefined && !image.isPlaceholderData && known !== null

  const scrollToTarget = (): void => {
    const [box, sheet, goal] = [scroller.current, paper.current, target.current]
    if (box === null || sheet === null || goal === null || !isDrawn) return
    target.current = null
    const top = heightOf(words, span, goal.offset) * sheet.offsetHeight
    const isInView = top > box.scrollTop + 24 && top < box.scrollTop + box.clientHeight - 48
    if (!goal.isPointed || !isInView) box.scrollTop = top - (goal.isPointed ? box.clientHeight / 3 : 24)
    const word = goal.isPointed ? words[wordAt(words, goal.offset)] : undefined
    if (word !== undefined) {
      const [left, right] = [word.left * sheet.offsetWidth, (word.left + word.width) * sheet.offsetWidth]
      const isBeside = left < box.scrollLeft || right > box.scrollLeft + box.clientWidth - 16
      if (isBeside) box.scrollLeft = left - box.clientWidth / 3
    }
    expectedTop.current = box.scrollTop
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes to the waiting place once page and words are there
  useLayoutEffect(scrollToTarget, [isDrawn, page])

  const show = (place: number, isPointed: boolean): void => {
    target.current = { offset: place, isPointed }
    const wanted = pageAt(spans, place)
    if (wanted === page) scrollToTarget()
    else setPage(wanted)
  }
  useImperativeHandle(handle, () => ({
    follow: (place) => show(place, false),
    point: (place) => {
      setPointed(place)
      show(place, true)
    },
  }))
  // Another reading of the document: its old places mean nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the text is another
  useEffect(() => setPointed(null), [text])

  const pageCount = image.data?.pages ?? Math.max(page, spans.length)
  const turnTo = (wanted: number, isToEnd = false): void => {
    const { start, end } = spans[wanted - 1] ?? { start: 0, end: 0 }
    const place = isToEnd ? Math.max(start, end - 1) : start
    target.current = { offset: place, isPointed: false }
    setPage(wanted)
    if (end > start) onScrolledTo(place)
  }
  /** Scrolling on at the end of a page leads to the next one; once a page, however long the wheel turns. */
  const scrollOn = (way: 1 | -1): void => {
    const box = scroller.current
    if (box === null || !isDrawn || page + way < 1 || page + way > pageCount) return
    const isAtEdge = way === 1 ? box.scrollTop + box.clientHeight >= box.scrollHeight - 1 : box.scrollTop <= 0
    if (!isAtEdge || performance.now() - lastTurn.current < TURN_REST_MS) return
    lastTurn.current = performance.now()
    turnTo(page + way, way === -1)
  }
  const onScroll = (): void => {
    const [box, sheet] = [scroller.current, paper.current]
    if (box === null || sheet === null || !isDrawn) return
    if (expectedTop.current !== null && Math.abs(expectedTop.current - box.scrollTop) < 2) {
      expectedTop.current = null
      return
    }
    expectedTop.current = null
    onScrolledTo(offsetAt(words, span, box.scrollTop / sheet.offsetHeight))
  }
  const doubtful = recognised.flatMap((one) => one.doubtful)
  const from = pointed ?? span.start - 1
  const stepDoubtful = (way: 1 | -1): void => {
    const next = doubtfulFrom(doubtful, from, way)
    if (next === undefined) return
    setPointed(next.start)
    show(next.start, true)
    onWord(next)
  }
  const { data } = image
  // Half a megabyte, not to be put together again at every step of a scroll.
  const source = useMemo(() => data && `data:${data.format};base64,${data.content}`, [data])
  const failure = image.isError ? failureOf(image.error) : null
  return (
    <section className={styles.pane} aria-label={t('pageImage.title')} data-testid="page-image">
      <PageToolbar
        page={page}
        pages={pageCount}
        onPage={(wanted) => turnTo(wanted)}
        zoom={zoom}
        onZoom={setZoom}
        doubtful={
          doubtful.length === 0
            ? null
            : {
                count: doubtful.length,
                before: doubtfulFrom(doubtful, from, -1) !== undefined,
                behind: doubtfulFrom(doubtful, from, 1) !== undefined,
              }
        }
        onDoubtful={stepDoubtful}
        onClose={onClose}
      />
      {failure?.code === 'password_protected' ? (
        <PagePassword
          isWrong={password !== null}
          onPassword={(value) => setPassword({ value, attempt: (password?.attempt ?? 0) + 1 })}
        />
      ) : failure !== null ? (
        <FailureState failure={failure} onRetry={() => void image.refetch()} />
      ) : image.data === undefined ? (
        <DelayedSkeleton lines={16} />
      ) : (
        <section
          ref={scroller}
          className={styles.scroller}
          aria-label={t('pageImage.alt', { page })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable to scroll it by keys
          tabIndex={0}
          onScroll={onScroll}
          onWheel={({ deltaY, ctrlKey }) => {
            if (!ctrlKey && deltaY !== 0) scrollOn(deltaY > 0 ? 1 : -1)
          }}
          onKeyDown={({ key }) => {
            if (key === 'PageDown') scrollOn(1)
            else if (key === 'PageUp') scrollOn(-1)
          }}
          data-testid="page-image-scroller"
        >
          <div
            ref={paper}
            className={styles.paper}
            style={{
              width: `${zoom * 100}%`,
              aspectRatio: `${image.data.width} / ${image.data.height}`,
              opacity: isDrawn ? 1 : 0.5,
            }}
          >
            <img
              className={styles.image}
              src={source}
              alt={t('pageImage.alt', { page })}
              draggable={false}
              data-drawn={isDrawn || undefined}
              data-testid="page-image-picture"
            />
            <PageWords
              key={page}
              words={words}
              text={text}
              current={pointed === null || pageAt(spans, pointed) !== page ? -1 : wordAt(words, pointed)}
              onPoint={(word) => {
                setPointed(word.start)
                onWord({ start: word.start, end: word.end })
              }}
            />
          </div>
        </section>
      )}
    </section>
  )
}
