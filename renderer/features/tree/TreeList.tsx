/** Visible lines and gaps come in; an indented list goes out that the arrows walk, gaps standing below as rows. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { CircleHint16Regular } from '@fluentui/react-icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { BodyAnswer } from '../../../shared/contract/tracing.ts'
import { gapWording } from '../../../shared/wording/tracing.ts'
import { useHistory } from '../../app/navigation.ts'
import { LIST_HEIGHT, SHORT_WINDOW } from '../../app/shortWindow.ts'
import { useRememberedScroll } from '../../app/visitMemory.ts'
import { useWords } from '../../i18n/language.ts'
import { TreeRow } from './TreeRow.tsx'
import type { VisibleLine } from './treeLines.ts'

const useStyles = makeStyles({
  tree: {
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    padding: '0 12px 32px',
    [SHORT_WINDOW]: { flex: `0 0 ${LIST_HEIGHT}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  rows: { position: 'relative' },
  slot: { position: 'absolute', left: 0, right: 0 },
  gap: {
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    margin: '2px 0 2px 24px',
    padding: '6px 8px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
})

interface Props {
  readonly rows: readonly VisibleLine[]
  readonly gaps: readonly BodyAnswer[]
  readonly direction: 'implementers' | 'sources'
  readonly pointedId: number | null
  readonly onPoint: (instrumentId: number | null) => void
  readonly onFold: (instrumentId: number, isFolded: boolean) => void
}

/** Up and down walk, right unfolds, left folds or goes to the parent, Enter opens the instrument. */
export function TreeList({ rows, gaps, direction, pointedId, onPoint, onFold }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const rootId = rows[0]?.line.instrument.id ?? 0
  const [currentId, setCurrentId] = useState(rootId)
  const [wantedId, setWantedId] = useState<number | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const noteScroll = useRememberedScroll(tree)
  const names = new Map(rows.map(({ line }) => [line.instrument.id, line.instrument]))
  const nameOf = (id: number): string => {
    const instrument = names.get(id)
    return instrument === undefined
      ? `#${id}`
      : [instrument.number, instrument.symbol].filter(Boolean).join('-')
  }
  const current = names.has(currentId) ? currentId : rootId
  const virtual = useVirtualizer({
    count: rows.length + gaps.length,
    getScrollElement: () => tree.current,
    estimateSize: (index) => (index < rows.length ? 92 : 36),
    getItemKey: (index) => rows[index]?.line.instrument.id ?? `gap ${index - rows.length}`,
    overscan: 8,
  })
  const goTo = (row: VisibleLine | undefined): void => {
    if (row === undefined) return
    const { id } = row.line.instrument
    // The row may not be drawn yet: it takes the focus itself as soon as it is.
    setWantedId(id)
    setCurrentId(id)
    onPoint(id)
    virtual.scrollToIndex(rows.indexOf(row))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // Buttons inside a row keep their own keys.
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return
    const at = rows.findIndex(({ line }) => line.instrument.id === current)
    const row = rows[at]
    if (row === undefined || event.altKey) return
    const { line, hasChildren, isFolded } = row
    switch (event.key) {
      case 'ArrowDown':
        goTo(rows[at + 1])
        break
      case 'ArrowUp':
        goTo(rows[at - 1])
        break
      case 'Home':
        goTo(rows[0])
        break
      case 'End':
        goTo(rows.at(-1))
        break
      case 'ArrowRight':
        if (isFolded) onFold(line.instrument.id, false)
        else if (hasChildren) goTo(rows[at + 1])
        break
      case 'ArrowLeft':
        if (hasChildren && !isFolded) onFold(line.instrument.id, true)
        else goTo(rows.find((other) => other.line.instrument.id === line.parentId))
        break
      case 'Enter':
        history.navigate({ screen: 'instrument', id: line.instrument.id })
        break
      default:
        return
    }
    event.preventDefault()
  }
  return (
    <div
      ref={tree}
      className={styles.tree}
      role="tree"
      aria-label={t('trace.tree')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onMouseLeave={() => onPoint(null)}
      onScroll={noteScroll}
      data-testid="trace-tree"
    >
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          const gap = gaps[index - rows.length]
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="presentation"
              className={styles.slot}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row !== undefined ? (
                <TreeRow
                  visible={row}
                  direction={direction}
                  nameOf={nameOf}
                  isCurrent={row.line.instrument.id === current}
                  isPointed={row.line.instrument.id === pointedId}
                  isWanted={row.line.instrument.id === wantedId}
                  onFold={onFold}
                  onPoint={onPoint}
                  onFocus={() => {
                    setWantedId(null)
                    setCurrentId(row.line.instrument.id)
                  }}
                />
              ) : gap === undefined ? null : (
                // biome-ignore lint/a11y/useFocusableInteractive: a gap has nothing to do; it is read, not walked to
                <div role="treeitem" aria-selected={false} className={styles.gap} data-testid="gap-row">
                  <CircleHint16Regular />
                  <span>
                    <strong>{gap.body.name}</strong>:{' '}
                    {gapWording(gap.state, language).toLocaleLowerCase('vi')}
                  </span>
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
