/** What a person should look at comes in; a list goes out with the quote, a suggestion, and a decision for each. */
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircle24Regular } from '@fluentui/react-icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { ReviewKind } from '../../../shared/contract/views.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { useAnswer } from '../../app/queries.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import { DecisionBar } from './DecisionBar.tsx'
import { KindChoice } from './KindChoice.tsx'
import { ReviewCard } from './ReviewCard.tsx'
import type { VersionDecision } from './VersionChoice.tsx'

/** Decisions are made one by one: nobody reaches the end of more in one sitting. */
const MOST_ITEMS = 1000

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minHeight: 0 },
  head: { padding: '16px 24px 8px', display: 'grid', gap: '2px' },
  scroller: { flex: '1 1 0', minHeight: 0, overflowY: 'auto' },
  list: { position: 'relative', listStyleType: 'none', margin: 0, padding: 0 },
  slot: { position: 'absolute', left: '24px', right: '24px', maxWidth: '920px' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** The review screen. */
export function ReviewScreen() {
  const styles = useStyles()
  const { t, language } = useWords()
  const [kind, setKind] = useState<ReviewKind | null>(null)
  const answer = useAnswer(
    'review.list',
    { offset: 0, limit: MOST_ITEMS, ...(kind !== null && { kind }) },
    { keepsFormer: true },
  )
  const scroller = useRef<HTMLDivElement>(null)
  const [decision, setDecision] = useState<VersionDecision | null>(null)
  const items = answer.data?.items ?? []
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 150,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 5,
  })
  return (
    <Loaded answer={answer} lines={10}>
      {({ total, counts }) =>
        counts.length === 0 && decision === null ? (
          <EmptyState
            icon={<CheckmarkCircle24Regular />}
            title={t('review.emptyTitle')}
            body={t('review.emptyBody')}
          />
        ) : (
          <div className={styles.screen}>
            <div className={styles.head}>
              <Text as="h1" size={500} weight="semibold" style={{ margin: 0 }}>
                {t('review.title')}{' '}
                <Text className={styles.quiet}>{t('review.total', { n: formatCount(total, language) })}</Text>
              </Text>
              <Text className={styles.quiet}>{t('review.intro')}</Text>
              <KindChoice counts={counts} kind={kind} onKind={setKind} />
            </div>
            {decision === null ? null : <DecisionBar decision={decision} onOver={() => setDecision(null)} />}
            <div ref={scroller} className={styles.scroller}>
              <ul
                className={styles.list}
                style={{ height: virtual.getTotalSize() }}
                aria-label={t('review.list')}
              >
                {virtual.getVirtualItems().map((row) => {
                  const item = items[row.index]
                  return item === undefined ? null : (
                    <li
                      key={row.key}
                      ref={virtual.measureElement}
                      data-index={row.index}
                      className={styles.slot}
                      style={{ transform: `translateY(${row.start}px)` }}
                    >
                      <ReviewCard item={item} onDecided={setDecision} />
                    </li>
                  )
                })}
              </ul>
            </div>
          </div>
        )
      }
    </Loaded>
  )
}
