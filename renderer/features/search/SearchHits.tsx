/** Hits come in; a virtual list goes out, each opening the reader at its match, the next page asked at the end. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { SearchHit } from '../../../shared/contract/views.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { useRememberedScroll } from '../../app/visitMemory.ts'
import { HighlightedText } from '../../components/HighlightedText.tsx'
import { useWords } from '../../i18n/language.ts'
import { focusSearchBox } from './searchBox.ts'

const useStyles = makeStyles({
  scroller: { flex: '1 1 0', minHeight: 0, overflowY: 'auto' },
  list: { position: 'relative' },
  slot: { position: 'absolute', left: 0, right: 0 },
  hit: {
    display: 'block',
    width: '100%',
    padding: '10px 16px',
    boxSizing: 'border-box',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  line: { display: 'flex', gap: '8px', alignItems: 'baseline' },
  title: {
    flex: '1 1 0',
    minWidth: 0,
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  snippet: { display: 'block', maxWidth: '860px', marginTop: '4px', color: tokens.colorNeutralForeground2 },
  former: { opacity: 0.6 },
  previewed: { boxShadow: `inset 3px 0 0 ${tokens.colorNeutralForeground1}` },
})

interface Props {
  readonly query: string
  readonly hits: readonly SearchHit[]
  /** The hits belong to the query before this one. */
  readonly isFormer: boolean
  readonly previewedId: number | null
  /** A hit is pointed at or focused. */
  readonly onPreview: (documentId: number) => void
  readonly onOpen: (hit: SearchHit) => void
  readonly onMore: () => void
  readonly top: ReactNode
}

/** The list of hits, walked with the arrows. */
export function SearchHits({ query, hits, isFormer, previewedId, onPreview, onOpen, onMore, top }: Props) {
  const styles = useStyles()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 112,
    overscan: 6,
  })
  const noteScroll = useRememberedScroll(scroller)
  const rows = virtual.getVirtualItems()
  const isNearEnd = (rows.at(-1)?.index ?? 0) >= hits.length - 10
  useEffect(() => {
    if (isNearEnd) onMore()
  })
  // A new query starts at its best hit; the query is the trigger, not read inside.
  const shownQuery = useRef(query)
  useEffect(() => {
    if (shownQuery.current === query) return
    shownQuery.current = query
    scroller.current?.scrollTo({ top: 0 })
  }, [query])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const results = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-search-result]') ?? [])]
    const { activeElement } = document
    const at = activeElement instanceof HTMLElement ? results.indexOf(activeElement) : -1
    if (at === -1) return
    event.preventDefault()
    const next = results[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (next !== undefined) next.focus()
    else if (event.key === 'ArrowUp') focusSearchBox()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only moves the focus between the buttons inside
    <div
      ref={scroller}
      className={mergeClasses(styles.scroller, isFormer && styles.former)}
      onKeyDown={onKeyDown}
      onScroll={noteScroll}
      data-testid="search-results"
    >
      {top}
      <div className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {rows.map((row) => {
          const hit = hits[row.index]
          return hit === undefined ? null : (
            <div
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              className={styles.slot}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <Hit
                hit={hit}
                isPreviewed={hit.documentId === previewedId}
                onPreview={onPreview}
                onOpen={onOpen}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface HitProps {
  readonly hit: SearchHit
  readonly isPreviewed: boolean
  readonly onPreview: (documentId: number) => void
  readonly onOpen: (hit: SearchHit) => void
}

function Hit({ hit, isPreviewed, onPreview, onOpen }: HitProps) {
  const styles = useStyles()
  const { t } = useWords()
  const number = hit.number ?? ''
  return (
    <button
      type="button"
      className={mergeClasses(styles.hit, isPreviewed && styles.previewed)}
      onClick={() => onOpen(hit)}
      onMouseEnter={() => onPreview(hit.documentId)}
      onFocus={() => onPreview(hit.documentId)}
      data-search-result
      data-testid="search-hit"
      data-document-id={hit.documentId}
    >
      <span className={styles.line}>
        <span className={styles.title}>
          {[hit.kind, number].filter(Boolean).join(' ')}
          {hit.kind || number ? ' · ' : ''}
          {hit.title}
        </span>
      </span>
      <span className={styles.facts}>
        {[
          formatDate(hit.issuedOn),
          hit.issuer,
          t('reader.page', { page: hit.page }),
          hit.textMatches.length > 1 ? t('search.matches', { n: hit.textMatches.length }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={styles.snippet}>
        <HighlightedText text={hit.snippet} spans={hit.matches} />
      </span>
    </button>
  )
}
