/** Matches brought by a search, or words typed here, come in; the places, the current one and its steps go out. */
import { useEffect, useMemo, useState } from 'react'
import { finderOf } from './findInText.ts'
import type { TextSpan } from './segments.ts'

/** The state of finding in one document. */
export interface Matches {
  readonly isOpen: boolean
  readonly query: string
  readonly places: readonly TextSpan[]
  readonly current: number
  readonly focusRequest: number
  setQuery(query: string): void
  step(by: 1 | -1): void
  close(): void
}

/** `given` are the places a search found; they stand until other words are typed. */
export function useMatches(
  text: string,
  given: { readonly query: string; readonly places: readonly TextSpan[] },
  onReveal: (place: TextSpan) => void,
): Matches {
  const [isOpen, setOpen] = useState(given.places.length > 0)
  const [query, setTyped] = useState(given.query)
  const [current, setCurrent] = useState(0)
  const [focusRequest, setFocusRequest] = useState(0)
  // Folding a 5 MB text costs tens of milliseconds: only once somebody types here.
  const isTyped = query !== given.query
  const find = useMemo(() => (isTyped ? finderOf(text) : null), [isTyped, text])
  const places = useMemo(
    () => (isOpen ? (find === null ? given.places : find(query)) : []),
    [isOpen, find, query, given.places],
  )

  const goTo = (at: number): void => {
    const place = places[at]
    if (place === undefined) return
    setCurrent(at)
    onReveal(place)
  }
  const step = (by: 1 | -1): void => goTo((current + by + places.length) % Math.max(1, places.length))

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
        event.preventDefault()
        setOpen(true)
        setFocusRequest((count) => count + 1)
      } else if (event.key === 'F3') {
        event.preventDefault()
        step(event.shiftKey ? -1 : 1)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  return {
    isOpen,
    query,
    places,
    current,
    focusRequest,
    setQuery(typed) {
      setTyped(typed)
      setCurrent(0)
    },
    step,
    close() {
      setOpen(false)
      setCurrent(0)
    },
  }
}
