/** A listing and its size come in; a virtual table of documents goes out, driven by mouse or arrows and Enter. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { formatCount } from '../../../shared/wording/dates.ts'
import type { DocumentSort } from '../../app/history.ts'
import { useRememberedScroll, useVisitNumber } from '../../app/visitMemory.ts'
import { useWords } from '../../i18n/language.ts'
import { COLUMNS, useColumnStyles } from './columns.ts'
import { DocumentCells } from './DocumentCells.tsx'
import { type Listing, useRows } from './documentPages.ts'
import { HeaderCell } from './HeaderCell.tsx'

const ROW_HEIGHT = 44
const HEADER_HEIGHT = 33

const useStyles = makeStyles({
  table: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minHeight: 0,
    minWidth: 0,
    containerType: 'inline-size',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: `${HEADER_HEIGHT}px`,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  scroller: {
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'scroll',
  },
  rows: { position: 'relative' },
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorNeutralForeground1}`,
  },
  foot: {
    padding: '4px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
})

interface Props {
  readonly listing: Listing
  readonly total: number
  readonly selectedId: number | null
  readonly onSelect: (id: number) => void
  readonly onOpen: (id: number) => void
  readonly onSort: (sort: DocumentSort, isDescending: boolean) => void
}

/** The table. Its rows are one tab stop; the arrows move inside. */
export function DocumentTable({ listing, total, selectedId, onSelect, onOpen, onSort }: Props) {
  const styles = useStyles()
  const columns = useColumnStyles()
  const { t, language } = useWords()
  const grid = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    // The titles stick to the top of the same scroll area, so that they keep to the columns.
    scrollMargin: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
  })
  const visible = virtual.getVirtualItems()
  const rowAt = useRows(listing, visible[0]?.index ?? 0, visible.at(-1)?.index ?? 0)
  const [rememberedRow, noteRow] = useVisitNumber('row')
  const [current, setCurrent] = useState(rememberedRow ?? 0)
  const noteScroll = useRememberedScroll(scroller)
  const [isAwaiting, setAwaiting] = useState(false)

  // A new order or filter starts at its top. The listing's parts are the trigger, not read inside.
  const order = JSON.stringify([listing.sort, listing.isDescending, listing.filter])
  const shownOrder = useRef(order)
  useEffect(() => {
    if (shownOrder.current === order) return
    shownOrder.current = order
    setCurrent(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [order])

  const moveTo = (index: number): void => {
    const target = Math.max(0, Math.min(total - 1, index))
    setCurrent(target)
    noteRow(target)
    virtual.scrollToIndex(target)
    setAwaiting(true)
  }

  // A far jump (End) lands on a row whose page is still on its way: it is chosen once it is there.
  const currentId = rowAt(current)?.id
  useEffect(() => {
    if (!isAwaiting || currentId === undefined) return
    setAwaiting(false)
    onSelect(currentId)
  }, [isAwaiting, currentId, onSelect])

  const onKeyDown = (event: KeyboardEvent): void => {
    // The titles' buttons and menus keep their own keys.
    if (event.target instanceof Element && event.target.closest('button, [role=menu]') !== null) return
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1)
    const moves = new Map([
      ['ArrowDown', current + 1],
      ['ArrowUp', current - 1],
      ['PageDown', current + pageRows],
      ['PageUp', current - pageRows],
      ['Home', 0],
      ['End', total - 1],
    ])
    const target = moves.get(event.key)
    if (target !== undefined && !event.altKey) {
      event.preventDefault()
      moveTo(target)
    } else if (event.key === 'Enter') {
      const row = rowAt(current)
      if (row !== undefined) onOpen(row.id)
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be virtual; the grid role tells the same
    <div
      ref={grid}
      className={styles.table}
      role="grid"
      aria-label={t('library.table')}
      aria-rowcount={total + 1}
      aria-activedescendant={`library-row-${current}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-testid="library-table"
    >
      <div ref={scroller} className={styles.scroller} onScroll={noteScroll} data-testid="library-rows">
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="row" tabIndex={-1} className={mergeClasses(styles.header, columns.grid)}>
          {COLUMNS.map((column) => (
            <HeaderCell key={column.name} column={column} listing={listing} onSort={onSort} />
          ))}
        </div>
        <div className={styles.rows} style={{ height: total * ROW_HEIGHT }} role="presentation">
          {visible.map(({ index, start }) => {
            const row = rowAt(index)
            const isSelected = row !== undefined && row.id === selectedId
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the grid, the one tab stop
              <div
                key={index}
                id={`library-row-${index}`}
                role="row"
                tabIndex={-1}
                aria-rowindex={index + 2}
                aria-selected={isSelected}
                data-testid={row === undefined ? undefined : 'library-row'}
                data-document-id={row?.id}
                className={mergeClasses(styles.row, columns.grid, isSelected && styles.selected)}
                style={{ transform: `translateY(${start - HEADER_HEIGHT}px)` }}
                onMouseDown={(event) => {
                  // The grid keeps the focus, so that the arrows go on from the row clicked.
                  event.preventDefault()
                  grid.current?.focus()
                }}
                onClick={() => {
                  setCurrent(index)
                  noteRow(index)
                  if (row !== undefined) onSelect(row.id)
                }}
                onDoubleClick={() => row !== undefined && onOpen(row.id)}
              >
                <DocumentCells row={row} />
              </div>
            )
          })}
        </div>
      </div>
      <div className={styles.foot} aria-live="polite">
        {t('library.total', { n: formatCount(total, language) })}
      </div>
    </div>
  )
}
