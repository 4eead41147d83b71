/** A narrowed work list and what is chosen of it come in; a virtual table goes out: how often cited, what was done, a note. */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useWords } from '../../i18n/language.ts'
import { MissingRow } from './MissingRow.tsx'
import { MISSING_COLUMNS } from './missingColumns.ts'
import { type MissingFilter, useMissingItems } from './missingPages.ts'

/** Height of a row before it is measured. */
const ROW_PX = 76

const useStyles = makeStyles({
  scroller: { flex: '1 1 0', minWidth: 0, minHeight: 0, overflow: 'auto', padding: '0 16px 24px' },
  head: {
    display: 'grid',
    gridTemplateColumns: MISSING_COLUMNS,
    alignItems: 'center',
    gap: '0 8px',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  rows: { position: 'relative', minWidth: '640px' },
  slot: { position: 'absolute', left: 0, right: 0 },
})

interface Props {
  readonly filter: MissingFilter
  readonly total: number
  readonly chosen: ReadonlySet<number>
  readonly isReadOnly: boolean
  readonly onChoose: (chosen: ReadonlySet<number>) => void
  readonly onChooseAll: () => void
}

/** The table. */
export function MissingTable({ filter, total, chosen, isReadOnly, onChoose, onChooseAll }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  })
  const visible = virtual.getVirtualItems()
  const itemAt = useMissingItems(filter, visible[0]?.index ?? 0, visible.at(-1)?.index ?? 0)
  const isAllChosen = chosen.size >= total
  const choose = (id: number): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  return (
    <div ref={scroller} className={styles.scroller} data-testid="missing-table">
      <div className={styles.head}>
        <Checkbox
          aria-label={t('tracing.chooseAll')}
          checked={isAllChosen ? true : chosen.size > 0 ? 'mixed' : false}
          onChange={() => (isAllChosen ? onChoose(new Set()) : onChooseAll())}
          data-testid="choose-all"
        />
        <span>{t('library.citedBy')}</span>
        <span>{t('tracing.document')}</span>
        <span>{t('tracing.state')}</span>
        <span>{t('tracing.note')}</span>
      </div>
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {visible.map(({ index, key, start }) => {
          const item = itemAt(index)
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.slot}
              style={{ transform: `translateY(${start}px)` }}
            >
              {item === undefined ? (
                <div style={{ height: ROW_PX }} />
              ) : (
                <MissingRow
                  // A row typed into must not pass its words on to the next instrument.
                  key={item.id}
                  item={item}
                  isChosen={chosen.has(item.id)}
                  isReadOnly={isReadOnly}
                  onChoose={() => choose(item.id)}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
