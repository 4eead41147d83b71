/** A listing and its size come in; a virtual table of documents goes out, several chosen by mouse or keys as in a file manager. */
import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { formatCount } from '../../../shared/wording/dates.ts'
import type { DocumentSort } from '../../app/history.ts'
import { useRememberedScroll } from '../../app/visitMemory.ts'
import { useWords } from '../../i18n/language.ts'
import { COLUMNS, useColumnStyles } from './columns.ts'
import { DocumentCells } from './DocumentCells.tsx'
import { type Listing, useRows } from './documentPages.ts'
import { HeaderCell } from './HeaderCell.tsx'
import { allRows, countChosen, isChosen, noRows, type RowChoice } from './rowChoice.ts'
import { useRowKeys } from './useRowKeys.ts'

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
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
  },
  shown: { boxShadow: `inset 3px 0 0 ${tokens.colorNeutralForeground1}` },
  current: { outline: `1px dashed ${tokens.colorNeutralForeground3}`, outlineOffset: '-2px' },
  box: { display: 'flex', justifyContent: 'center', overflow: 'hidden' },
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
  /** The row in the quick view. */
  readonly shownId: number | null
  readonly choice: RowChoice
  readonly onChoose: (choice: RowChoice) => void
  readonly onShow: (id: number) => void
  readonly onOpen: (id: number) => void
  readonly onSort: (sort: DocumentSort, isDescending: boolean) => void
  /** Asked for a context menu at this place of the window, pixels. */
  readonly onMenu: (place: { readonly x: number; readonly y: number }) => void
}

/** The table. Its rows are one tab stop; the arrows move inside. */
export function DocumentTable(props: Props) {
  const { listing, total, shownId, choice, onChoose, onShow, onOpen, onSort, onMenu } = props
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
  const noteScroll = useRememberedScroll(scroller)
  const keys = useRowKeys({
    listing,
    total,
    rowAt,
    choice,
    onChoose,
    onShow,
    onOpen,
    scrollTo: (index) => virtual.scrollToIndex(index),
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1),
  })
  const chosen = countChosen(choice, total)

  // A new order or filter starts at its top. The listing's parts are the trigger, not read inside.
  const order = JSON.stringify([listing.sort, listing.isDescending, listing.filter])
  const shownOrder = useRef(order)
  useEffect(() => {
    if (shownOrder.current === order) return
    shownOrder.current = order
    scroller.current?.scrollTo({ top: 0 })
  }, [order])

  const onKeyDown = (event: KeyboardEvent): void => {
    // The titles' buttons and menus keep their own keys.
    if (event.target instanceof Element && event.target.closest('button, input, [role=menu]') !== null) return
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault()
      keys.onRowMenu(keys.current)
      const row = grid.current?.querySelector(`#library-row-${keys.current}`)?.getBoundingClientRect()
      onMenu({ x: (row?.left ?? 0) + 48, y: row?.bottom ?? 0 })
    } else keys.onKeyDown(event)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be virtual; the grid role tells the same
    <div
      ref={grid}
      className={styles.table}
      role="grid"
      aria-label={t('library.table')}
      aria-rowcount={total + 1}
      aria-multiselectable
      aria-activedescendant={`library-row-${keys.current}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-testid="library-table"
    >
      <div ref={scroller} className={styles.scroller} onScroll={noteScroll} data-testid="library-rows">
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="row" tabIndex={-1} className={mergeClasses(styles.header, columns.grid)}>
          {/* biome-ignore lint/a11y/useSemanticElements: see above */}
          <div role="columnheader" tabIndex={-1} className={styles.box}>
            <Checkbox
              checked={chosen === 0 ? false : chosen === total ? true : 'mixed'}
              aria-label={chosen === 0 ? t('dossiers.chooseAll') : t('dossiers.chooseNone')}
              title={chosen === 0 ? t('dossiers.chooseAll') : t('dossiers.chooseNone')}
              onChange={() => onChoose(chosen === 0 ? allRows : noRows)}
              data-testid="choose-all"
            />
          </div>
          {COLUMNS.map((column) => (
            <HeaderCell key={column.name} column={column} listing={listing} onSort={onSort} />
          ))}
        </div>
        <div className={styles.rows} style={{ height: total * ROW_HEIGHT }} role="presentation">
          {visible.map(({ index, start }) => {
            const row = rowAt(index)
            const isRowChosen = row !== undefined && isChosen(choice, row.id)
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the grid, the one tab stop
              <div
                key={index}
                id={`library-row-${index}`}
                role="row"
                tabIndex={-1}
                aria-rowindex={index + 2}
                aria-selected={isRowChosen}
                data-testid={row === undefined ? undefined : 'library-row'}
                data-document-id={row?.id}
                className={mergeClasses(
                  styles.row,
                  columns.grid,
                  isRowChosen && styles.chosen,
                  row !== undefined && row.id === shownId && styles.shown,
                  index === keys.current && chosen > 1 && styles.current,
                )}
                style={{ transform: `translateY(${start - HEADER_HEIGHT}px)` }}
                onMouseDown={(event) => {
                  // The grid keeps the focus, so that the arrows go on from the row clicked.
                  event.preventDefault()
                  grid.current?.focus()
                }}
                onClick={(event) => keys.onRowClick(event, index)}
                onDoubleClick={() => row !== undefined && onOpen(row.id)}
                onContextMenu={(event) => {
                  event.preventDefault()
                  keys.onRowMenu(index)
                  onMenu({ x: event.clientX, y: event.clientY })
                }}
              >
                {row === undefined ? null : (
                  // biome-ignore lint/a11y/useSemanticElements: see above
                  // biome-ignore lint/a11y/useKeyWithClickEvents: Space toggles the current row
                  <div
                    role="gridcell"
                    tabIndex={-1}
                    className={styles.box}
                    onClick={(event) => event.stopPropagation()}
                    onDoubleClick={(event) => event.stopPropagation()}
                  >
                    <Checkbox
                      checked={isRowChosen}
                      input={{ tabIndex: -1 }}
                      aria-label={t('dossiers.chooseRow')}
                      onChange={() => keys.onToggle(index)}
                      data-testid="choose-row"
                    />
                  </div>
                )}
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
