/** A mark's kind comes in; its sign goes out, told apart by shape alone: disc, diamond, hollow diamond, flag. */
import type { TimelineMark } from '../../../shared/contract/tracing.ts'

interface Props {
  readonly kind: TimelineMark['kind']
  /** A review that was due and made. */
  readonly isDone?: boolean
}

/** Drawn in the colour of the text around it. */
export function MarkSign({ kind, isDone = false }: Props) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden style={{ flex: '0 0 auto' }}>
      {kind === 'issued' ? <circle cx="7" cy="7" r="4.5" fill="currentColor" /> : null}
      {kind === 'review' ? <path d="M7 1 13 7 7 13 1 7Z" fill="currentColor" /> : null}
      {kind === 'review_due' ? (
        <path
          d={isDone ? 'M7 1 13 7 7 13 1 7ZM4 7l2.2 2.2L10 5' : 'M7 1 13 7 7 13 1 7Z'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
        />
      ) : null}
      {kind === 'deadline' ? (
        <path d="M3 13V1.5h8L8.8 4.7 11 8H3" fill="none" stroke="currentColor" strokeWidth="1.5" />
      ) : null}
    </svg>
  )
}
