/** A document's text with decorations comes in; the scrolling page goes out, telling where it stands and what is hit. */
import { makeStyles, tokens } from '@fluentui/react-components'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  type SyntheticEvent,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../../i18n/language.ts'
import { ChunkText } from './ChunkText.tsx'
import type { TextDecoration } from './ParagraphText.tsx'
import { type Chunk, lastStartingBy, type TextSpan } from './segments.ts'
import { caretOffset, offsetAtTop, selectedSpan, TOP_MARGIN, topOf } from './textPlaces.ts'

const useStyles = makeStyles({
  scroller: {
    flex: '1 1 0',
    minWidth: 0,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  page: {
    maxWidth: '46em',
    margin: '0 auto',
    padding: '20px 32px 40vh 76px',
    fontSize: '16px',
    lineHeight: 1.6,
    '@container (max-width: 620px)': { padding: '16px 20px 40vh 64px' },
  },
})

/** What the screen may ask of the text. */
export interface ReaderTextHandle {
  /** Brings a span to the middle of the view. */
  reveal(span: TextSpan): void
  /** Brings an offset to the top of the view. */
  showAtTop(offset: number): void
  /** The drawn element of a citation, if it is near the view. */
  citationElement(id: number): HTMLElement | null
}

interface Props extends TextDecoration {
  readonly text: string
  readonly chunks: readonly Chunk[]
  readonly handle: Ref<ReaderTextHandle>
  /** The stored offset at the top of the view, after each scroll. */
  readonly onPlace: (offset: number) => void
  readonly onFollow: (citationId: number) => void
  readonly onEscape: () => void
  /** Words of the text are selected; null when none are any more. */
  readonly onSelection: (span: TextSpan | null) => void
  /** The text was clicked at an offset. */
  readonly onCaret: (offset: number) => void
  /** A citation is pointed at or focused; null when it is left. */
  readonly onPoint: (citationId: number | null, element: HTMLElement | null, isFocus: boolean) => void
}

const citationOf = (event: SyntheticEvent): { readonly id: number; readonly element: HTMLElement } | null => {
  const element =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-citation]') : null
  return element === null ? null : { id: Number(element.dataset.citation), element }
}

/** The text of a document. Long texts are cut in chunks that are drawn as they come near. */
export function ReaderText({
  text,
  chunks,
  handle,
  onPlace,
  onFollow,
  onEscape,
  onPoint,
  onSelection,
  onCaret,
  ...decoration
}: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const frame = useRef(0)
  const [wanted, setWanted] = useState<ReadonlySet<number>>(new Set())

  useImperativeHandle(handle, () => ({
    reveal(span) {
      const index = lastStartingBy(chunks, span.start)
      // The chunk must be drawn before a place in it can be scrolled to, its neighbours so that it does not shift.
      flushSync(() => setWanted((old) => new Set([...old, index - 1, index, index + 1])))
      const scrollTo = (): void => runAt(page.current, index, span.start)?.scrollIntoView({ block: 'center' })
      scrollTo()
      // Neighbours laid out only now may have moved it.
      requestAnimationFrame(scrollTo)
    },
    showAtTop(offset) {
      const index = lastStartingBy(chunks, offset)
      flushSync(() => setWanted((old) => new Set([...old, index - 1, index, index + 1])))
      const run = runAt(page.current, index, offset)
      if (scroller.current === null || run === null) return
      const { top } = scroller.current.getBoundingClientRect()
      scroller.current.scrollTop += topOf(run, offset) - top - TOP_MARGIN
    },
    citationElement: (id) =>
      page.current?.querySelector<HTMLElement>(`[data-citation="${id}"]:not([data-mention])`) ?? null,
  }))

  const onScroll = (): void => {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      if (scroller.current !== null && page.current !== null) {
        onPlace(offsetAtTop(scroller.current, page.current, chunks))
      }
    })
  }
  const onCopy = (event: ClipboardEvent): void => {
    const span = page.current === null ? null : selectedSpan(page.current, document.getSelection())
    if (span === null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', text.slice(span.start, span.end))
  }
  const tellSelection = (): void =>
    onSelection(page.current === null ? null : selectedSpan(page.current, document.getSelection()))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onEscape()
    const citation = citationOf(event)
    if (citation !== null && event.key === 'Enter') {
      event.preventDefault()
      onFollow(citation.id)
    }
  }

  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={t('reader.text')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable to scroll it by keys
      tabIndex={0}
      onScroll={onScroll}
      onCopy={onCopy}
      onKeyDown={onKeyDown}
      onKeyUp={tellSelection}
      onMouseUp={tellSelection}
      onClick={(event) => {
        const citation = citationOf(event)
        const caret = page.current === null ? null : caretOffset(page.current, document.getSelection())
        if (caret !== null) onCaret(caret)
        // A drag over a citation selects its number; only a plain click follows it.
        if (citation !== null && (document.getSelection()?.isCollapsed ?? true)) onFollow(citation.id)
      }}
      onMouseOver={(event) => {
        const citation = citationOf(event)
        onPoint(citation?.id ?? null, citation?.element ?? null, false)
      }}
      onMouseLeave={() => onPoint(null, null, false)}
      onFocus={(event) => {
        const citation = citationOf(event)
        if (citation?.element.matches(':focus-visible')) onPoint(citation.id, citation.element, true)
      }}
      onBlur={() => onPoint(null, null, true)}
      data-testid="reader-text"
    >
      <div ref={page} className={styles.page}>
        {chunks.map((chunk, index) => (
          <ChunkText
            key={chunk.start}
            text={text}
            chunk={chunk}
            index={index}
            isWanted={wanted.has(index)}
            {...decoration}
          />
        ))}
      </div>
    </section>
  )
}

/** The drawn run that holds an offset. */
function runAt(page: HTMLElement | null, chunkIndex: number, offset: number): Element | null {
  const chunk = page?.children[chunkIndex]
  if (chunk === undefined) return null
  const runs = [...chunk.querySelectorAll<HTMLElement>('[data-start]')]
  return runs.findLast((run) => Number(run.dataset.start) <= offset) ?? runs[0] ?? chunk
}
