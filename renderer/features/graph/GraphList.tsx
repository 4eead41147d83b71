/** What a picture shows comes in; the same as a list goes out: instruments, and the relations of the one selected. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName, levelWording } from '../../../shared/wording/instruments.ts'
import { useHistory } from '../../app/navigation.ts'
import { useWords } from '../../i18n/language.ts'
import type { EdgeFact, GraphFacts } from './graphFacts.ts'
import type { VisibleGraph } from './graphFilter.ts'
import { SelectedPanel } from './SelectedPanel.tsx'

const ROW_HEIGHT = 46

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flex: '0 1 300px',
    minWidth: '200px',
    minHeight: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  scroller: {
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  rows: { position: 'relative' },
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
    padding: '4px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorNeutralForeground1}`,
  },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  none: { padding: '12px' },
  keys: { padding: '4px 12px', color: tokens.colorNeutralForeground3 },
})

interface Props {
  readonly facts: GraphFacts
  readonly visible: VisibleGraph
  /** What of it the picture has room for. */
  readonly drawn: GraphFacts
  readonly selectedEdges: readonly EdgeFact[]
  readonly found: ReadonlySet<number> | null
  readonly selectedId: number | null
  readonly pinned: ReadonlySet<number>
  readonly onSelect: (id: number) => void
  readonly onPin: (id: number) => void
  readonly onHide: (id: number) => void
  readonly onUndoHide: () => void
  readonly onExpand: (id: number) => void
}

/** The list: arrows walk, and a key does what each button of the panel does. The most connected stand first. */
export function GraphList(props: Props) {
  const { facts, visible, drawn, selectedEdges, found, selectedId, pinned } = props
  const { onSelect, onPin, onHide, onUndoHide, onExpand } = props
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo(
    () =>
      [...visible.ids]
        .filter((id) => found === null || found.has(id))
        .sort((a, b) => (facts.degrees.get(b) ?? 0) - (facts.degrees.get(a) ?? 0) || a - b),
    [facts, visible, found],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  })
  const at = selectedId === null ? -1 : rows.indexOf(selectedId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another selection moves the list
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at)
  }, [selectedId])
  const onKeyDown = (event: KeyboardEvent): void => {
    const targets = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['Home', 0],
      ['End', rows.length - 1],
    ])
    const target = targets.get(event.key)
    const id = rows[target ?? -1]
    if (target !== undefined && !event.altKey) {
      event.preventDefault()
      if (id !== undefined) onSelect(id)
    } else if (event.key === 'Enter' && selectedId !== null) {
      history.navigate({ screen: 'instrument', id: selectedId })
    } else if (event.key === '+' && selectedId !== null) onExpand(selectedId)
    else if (event.key.toLowerCase() === 'p' && selectedId !== null) onPin(selectedId)
    else if (event.key === 'Delete' && selectedId !== null) {
      onHide(selectedId)
      // The next one is at hand, so that several can be hidden in a row.
      const next = rows[at + 1]
      if (next !== undefined) onSelect(next)
    } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) onUndoHide()
  }
  const selected = selectedId === null ? undefined : facts.nodes.get(selectedId)
  return (
    <div className={styles.panel}>
      <Text size={200} className={styles.keys}>
        {t('tracing.graphKeys')}
      </Text>
      <div
        ref={scroller}
        className={styles.scroller}
        role="listbox"
        aria-label={t('tracing.graphList')}
        aria-activedescendant={selectedId === null ? undefined : `graph-row-${selectedId}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-testid="graph-list"
      >
        {rows.length === 0 ? <Text className={styles.none}>{t('tracing.graphNone')}</Text> : null}
        <div className={styles.rows} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const id = rows[index]
            const instrument = id === undefined ? undefined : facts.nodes.get(id)
            if (id === undefined || instrument === undefined) return null
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the list, the one tab stop
              <div
                key={id}
                id={`graph-row-${id}`}
                role="option"
                tabIndex={-1}
                aria-selected={id === selectedId}
                className={mergeClasses(styles.row, id === selectedId && styles.selected)}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => onSelect(id)}
                onDoubleClick={() => onExpand(id)}
                data-testid="graph-row"
              >
                <span className={styles.line}>{instrumentName(instrument, language)}</span>
                <span className={mergeClasses(styles.line, styles.quiet)}>
                  {[
                    t('tracing.ties', { n: facts.degrees.get(id) ?? 0 }),
                    formatDate(instrument.issuedOn),
                    instrument.heldDocumentId === null ? t('reader.notHeld') : '',
                    levelWording(instrument.level, language),
                    instrument.issuer,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
            )
          })}
        </div>
      </div>
      {selected === undefined ? null : (
        <SelectedPanel
          facts={facts}
          edges={selectedEdges}
          instrument={selected}
          isDrawn={drawn.nodes.has(selected.id)}
          isPinned={pinned.has(selected.id)}
          onSelect={onSelect}
          onPin={() => onPin(selected.id)}
          onHide={() => onHide(selected.id)}
          onExpand={() => onExpand(selected.id)}
        />
      )}
    </div>
  )
}
