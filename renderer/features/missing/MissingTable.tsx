/** Items of the work list and those chosen come in; a virtual table goes out: how often cited, what was done, a note. */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { MissingItem } from '../../../shared/contract/tracing.ts'
import { useWords } from '../../i18n/language.ts'
import { MissingRow } from './MissingRow.tsx'
import { MISSING_COLUMNS } from './missingColumns.ts'

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
  readonly items: readonly MissingItem[]
  readonly chosen: ReadonlySet<number>
  readonly isReadOnly: boolean
  readonly onChoose: (chosen: ReadonlySet<number>) => void
}

/** The table. */
export function MissingTable({ items, chosen, isReadOnly, onChoose }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
  })
  const isAllChosen = items.every(({ id }) => chosen.has(id))
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
          onChange={() => onChoose(isAllChosen ? new Set() : new Set(items.map(({ id }) => id)))}
        />
        <span>{t('library.citedBy')}</span>
        <span>{t('tracing.document')}</span>
        <span>{t('tracing.state')}</span>
        <span>{t('tracing.note')}</span>
      </div>
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          return item === undefined ? null : (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.slot}
              style={{ transform: `translateY(${start}px)` }}
            >
              <MissingRow
                item={item}
                isChosen={chosen.has(item.id)}
                isReadOnly={isReadOnly}
                onChoose={() => choose(item.id)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
