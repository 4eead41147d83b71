/** Instruments in, what happened and what falls due along time out: issued, reviewed, reviews due, deadlines. */
import type { Instrument } from '../../shared/contract/instrument.ts'
import type { TimelineMark } from '../../shared/contract/tracing.ts'
import { isReviewedKind, issueSpans, reviewsDue, yearsReviewed } from '../../shared/graph/anniversaries.ts'
import { isReport } from '../../shared/graph/answers.ts'
import { occurrences } from '../../shared/graph/dueTimes.ts'
import { readDeadlinesOf, readDeadlinesWithin, type StoredDeadline } from '../db/deadlines.ts'
import type { ReadHandle } from '../db/handles.ts'
import { findInstruments, listReviewable } from '../db/instruments.ts'
import { readReviews, type StoredReview } from '../db/threads.ts'

/** Days asked for, both included, `YYYY-MM-DD`. */
export interface Window {
  readonly from: string
  readonly to: string
}

type Place = NonNullable<TimelineMark['evidence']>

/** Marks of a thread: all its instruments of the window, and what falls due of them. */
export function threadMarks(db: ReadHandle, ids: readonly number[], window: Window): TimelineMark[] {
  const instruments = findInstruments(db, ids)
  const reviews = readReviews(db, ids)
  const reviewing = new Map(reviews.map((review) => [review.instrumentId, review]))
  const issued = [...instruments.values()].flatMap((instrument): TimelineMark[] => {
    const { issuedOn } = instrument
    if (issuedOn === null || issuedOn < window.from || issuedOn > window.to) return []
    const review = reviewing.get(instrument.id)
    const isReview = review !== undefined || isReport(instrument)
    return [
      {
        ...plain(instrument, issuedOn),
        kind: isReview ? 'review' : 'issued',
        years: review ? yearsReviewed(review.quote, review.raw) : null,
        evidence: review ? placeOf(review) : null,
      },
    ]
  })
  return sorted([
    ...issued,
    ...dueReviewMarks(db, [...instruments.values()], reviews, window),
    ...deadlineMarks(readDeadlinesOf(db, ids), instruments, window),
  ])
}

/** What falls due in the whole library. */
export function dueMarks(db: ReadHandle, window: Window, citedAtLeast: number): TimelineMark[] {
  const reviewable = listReviewable(db, citedAtLeast, issueSpans(window.from, window.to))
  const reviews = readReviews(
    db,
    reviewable.filter(({ kind, symbol }) => isReviewedKind(kind, symbol)).map(({ id }) => id),
  )
  const deadlines = readDeadlinesWithin(db, window.from, window.to)
  const instruments = findInstruments(db, [...new Set(deadlines.map(({ instrumentId }) => instrumentId))])
  return sorted([
    ...dueReviewMarks(db, reviewable, reviews, window),
    ...deadlineMarks(deadlines, instruments, window),
  ])
}

function dueReviewMarks(
  db: ReadHandle,
  instruments: readonly Instrument[],
  reviews: readonly StoredReview[],
  window: Window,
): TimelineMark[] {
  const reviewsOf = Map.groupBy(reviews, ({ reviewedId }) => reviewedId)
  const due = instruments.flatMap((instrument) => {
    const { issuedOn, kind, symbol, validity } = instrument
    const isOver = validity === 'repealed' || validity === 'replaced'
    if (issuedOn === null || isOver || !isReviewedKind(kind, symbol)) return []
    const made = (reviewsOf.get(instrument.id) ?? []).map(({ instrumentId, on, quote, raw }) => ({
      instrumentId,
      on,
      years: yearsReviewed(quote, raw),
    }))
    return reviewsDue(issuedOn, window.from, window.to, made).map((review) => ({ instrument, ...review }))
  })
  const doneBy = findInstruments(
    db,
    due.flatMap((review) => review.doneBy ?? []),
  )
  return due.map((review) => ({
    ...plain(review.instrument, review.on),
    kind: 'review_due',
    years: review.years,
    doneBy: (review.doneBy !== null && doneBy.get(review.doneBy)) || null,
  }))
}

function deadlineMarks(
  deadlines: readonly StoredDeadline[],
  instruments: ReadonlyMap<number, Instrument>,
  window: Window,
): TimelineMark[] {
  return deadlines.flatMap((deadline) => {
    const instrument = instruments.get(deadline.instrumentId)
    if (!instrument) return []
    const { due } = deadline
    return occurrences(due, deadline.issuedOn, window.from, window.to).map((on) => ({
      ...plain(instrument, on),
      kind: 'deadline' as const,
      evidence: placeOf(deadline),
      recurrence: due.kind === 'recurring' ? due.every : null,
    }))
  })
}

/** The place alone, of a row that carries more. */
const placeOf = ({ documentId, start, end, quote, quoteStart, quoteEnd, page }: Place): Place => ({
  documentId,
  start,
  end,
  quote,
  quoteStart,
  quoteEnd,
  page,
})

const plain = (instrument: Instrument, on: string): TimelineMark => ({
  kind: 'issued',
  on,
  instrument,
  years: null,
  doneBy: null,
  evidence: null,
  recurrence: null,
})

const sorted = (marks: readonly TimelineMark[]): TimelineMark[] =>
  [...marks].sort(
    (one, other) =>
      (one.on < other.on ? -1 : one.on > other.on ? 1 : 0) || one.instrument.id - other.instrument.id,
  )
