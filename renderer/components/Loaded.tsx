/** A query's answer comes in; out goes its content, a skeleton after 150 ms, or the failure in words with a retry. */
import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../i18n/language.ts'
import { failureOf } from '../library.ts'
import { FailureState } from './FailureMessage.tsx'

const SKELETON_DELAY_MS = 150

const useStyles = makeStyles({
  skeleton: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '16px' },
})

/** Grey lines where text will be; nothing at all during the first 150 ms, so quick answers do not flicker. */
export function DelayedSkeleton({ lines = 8 }: { readonly lines?: number }) {
  const styles = useStyles()
  const { t } = useWords()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SKELETON_DELAY_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  return (
    <Skeleton aria-label={t('app.loading')} className={styles.skeleton} data-testid="skeleton">
      {Array.from({ length: lines }, (_, line) => (
        // Lines never move or change: their place is their identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <SkeletonItem key={line} size={16} style={{ width: `${92 - ((line * 17) % 40)}%` }} />
      ))}
    </Skeleton>
  )
}

interface Props<T> {
  readonly answer: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
  readonly lines?: number
}

/** Shows an answer in whichever state it is. Data once shown stays while a newer answer is on its way. */
export function Loaded<T>({ answer, children, lines = 8 }: Props<T>) {
  if (answer.data !== undefined) return <>{children(answer.data)}</>
  if (answer.isError) {
    return <FailureState failure={failureOf(answer.error)} onRetry={() => void answer.refetch()} />
  }
  return <DelayedSkeleton lines={lines} />
}
