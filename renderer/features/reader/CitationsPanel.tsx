/** A document's citations come in; the panel goes out: grouped by relation, nested ones below, then who cites it. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { DocumentDetail, StoredCitation } from '../../../shared/contract/views.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useWords } from '../../i18n/language.ts'
import { CitationRow } from './CitationRow.tsx'
import { CitedByList } from './CitedByList.tsx'
import { panelRows } from './panelRows.ts'
import { WarningList } from './WarningList.tsx'

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minHeight: 0 },
  scroller: { flex: '1 1 0', minHeight: 0, overflowY: 'auto', padding: '0 12px 24px' },
  heading: {
    margin: 0,
    padding: '12px 0 4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    textTransform: 'uppercase',
    letterSpacing: '0.02em',
    color: tokens.colorNeutralForeground2,
  },
  list: { position: 'relative', listStyleType: 'none', margin: 0, padding: 0 },
  slot: { position: 'absolute', left: 0, right: 0 },
})

interface Props {
  readonly document: DocumentDetail
  /** The citation at the top of the text, kept in view here. */
  readonly currentId: number | null
  readonly onShow: (citation: StoredCitation) => void
  readonly onFollow: (citationId: number) => void
  readonly onReveal: (start: number, end: number) => void
}

/** The panel «Viện dẫn». */
export function CitationsPanel({ document, currentId, onShow, onFollow, onReveal }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => panelRows(document.citations), [document.citations])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? 36 : 66),
    overscan: 10,
  })

  // The text leads; while the pointer or focus is in the panel, the person leads.
  const currentIndex = rows.findIndex((row) => row.kind === 'citation' && row.citation.id === currentId)
  const scrollTo = virtual.scrollToIndex
  useEffect(() => {
    if (currentIndex === -1 || scroller.current?.matches(':hover, :focus-within')) return
    scrollTo(currentIndex, { align: 'auto' })
  }, [currentIndex, scrollTo])

  return (
    <div className={styles.panel} data-testid="cites-panel">
      <WarningList warnings={document.warnings} onReveal={onReveal} />
      <div ref={scroller} className={styles.scroller}>
        {rows.length === 0 ? <EmptyState title={t('reader.noCitations')} /> : null}
        <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index]
            return row === undefined ? null : (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={styles.slot}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row.kind === 'heading' ? (
                  <h3 className={styles.heading}>
                    {relationWording(row.relation, language).heading} ({row.count})
                  </h3>
                ) : (
                  <CitationRow
                    citation={row.citation}
                    depth={row.depth}
                    ownInstrumentId={document.instrument.id}
                    isCurrent={row.citation.id === currentId}
                    onShow={onShow}
                    onFollow={onFollow}
                  />
                )}
              </li>
            )
          })}
        </ul>
        <CitedByList instrumentId={document.instrument.id} headingClass={styles.heading} />
      </div>
    </div>
  )
}
