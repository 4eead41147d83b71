/** Pages, matches, focus and warnings of a document come in; out go the markings the text is drawn with. */
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import type { Marking, PageStart } from './runs.ts'
import type { TextSpan } from './segments.ts'

/** Where each page begins, moved past line ends so that the mark stands at its first line of text. */
export function pageStartsOf(text: string, pages: readonly TextSpan[]): readonly PageStart[] {
  return pages.map(({ start, end }, index) => {
    let first = start
    while (first < end && /\s/.test(text.charAt(first))) first += 1
    return { start: first < end ? first : start, page: index + 1 }
  })
}

interface Marked {
  readonly places: readonly TextSpan[]
  readonly current: number
  readonly focus: TextSpan | null
  readonly warnings: DocumentDetail['warnings']
  readonly recognised: DocumentDetail['recognised']
}

/** All markings in order of `start`. */
export function markingsOf({ places, current, focus, warnings, recognised }: Marked): readonly Marking[] {
  const markings: Marking[] = places.map(({ start, end }) => ({ start, end, mark: 'match' }))
  const place = places[current]
  if (place !== undefined) markings.push({ start: place.start, end: place.end, mark: 'currentMatch' })
  if (focus !== null) markings.push({ start: focus.start, end: focus.end, mark: 'focus' })
  for (const { start, end, status } of warnings) {
    if (status === 'open') markings.push({ start, end, mark: 'warning' })
  }
  for (const { doubtful } of recognised) {
    for (const { start, end } of doubtful) markings.push({ start, end, mark: 'doubtful' })
  }
  return markings.sort((a, b) => a.start - b.start)
}
