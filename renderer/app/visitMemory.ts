/** Where a screen was scrolled when it was left comes in; the same place goes out when that visit is returned to. */
import { type RefObject, useLayoutEffect } from 'react'
import { usePlace } from './navigation.ts'

/** Numbers by visit and name; a session has hundreds of visits, so nothing is ever dropped. */
const memory = new Map<string, number>()

/** What a visit remembers under `name`, null at first, and the way to note it without drawing again. */
export function useVisitNumber(name: string): readonly [number | null, (value: number) => void] {
  const { visit } = usePlace()
  const key = `${visit}:${name}`
  return [memory.get(key) ?? null, (value) => memory.set(key, value)]
}

/**
 * Scrolls an element back to where this visit left it, once, when it is first drawn. The function returned notes the
 * present place; call it on scroll.
 */
export function useRememberedScroll(scroller: RefObject<HTMLElement | null>): () => void {
  const [top, note] = useVisitNumber('scroll')
  // Only the first drawing of a visit goes back; later ones belong to the person scrolling.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    if (top !== null && scroller.current !== null) scroller.current.scrollTop = top
  }, [])
  return () => {
    if (scroller.current !== null) note(scroller.current.scrollTop)
  }
}
