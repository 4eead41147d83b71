/** Pointer and focus over citations come in; out goes the one whose card is shown, after a moment of rest. */
import { useCallback, useEffect, useRef, useState } from 'react'

/** Long enough that crossing a citation on the way elsewhere opens nothing. */
const OPEN_DELAY_MS = 250
/** Long enough to move from the citation into its card. */
const CLOSE_DELAY_MS = 250

interface Pointed {
  readonly citationId: number | null
  readonly element: HTMLElement | null
}

const NONE: Pointed = { citationId: null, element: null }

/** The citation with an open card, and the ways it changes. */
export function usePointedCitation() {
  const [pointed, setPointed] = useState<Pointed>(NONE)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const isPinned = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])

  const later = useCallback((next: Pointed, delayMs: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (!isPinned.current) setPointed(next)
    }, delayMs)
  }, [])

  const point = useCallback(
    (citationId: number | null, element: HTMLElement | null, isFocus: boolean): void => {
      if (citationId === null) later(NONE, CLOSE_DELAY_MS)
      else later({ citationId, element }, isFocus ? 0 : OPEN_DELAY_MS)
    },
    [later],
  )
  const keep = useCallback(() => clearTimeout(timer.current), [])
  const clear = useCallback(() => {
    clearTimeout(timer.current)
    isPinned.current = false
    setPointed(NONE)
  }, [])
  /** Opens at once and stays until closed: for a choice that must be made in the card. */
  const pin = useCallback((citationId: number, element: HTMLElement) => {
    clearTimeout(timer.current)
    isPinned.current = true
    setPointed({ citationId, element })
  }, [])
  return { ...pointed, point, keep, clear, pin }
}
