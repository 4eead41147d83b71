/** Nothing comes in; whether the system now forces its high contrast on every window goes out. */
import { useSyncExternalStore } from 'react'

const query = (): MediaQueryList => window.matchMedia('(forced-colors: active)')

const subscribe = (onChange: () => void): (() => void) => {
  const list = query()
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}

/** True while the system's high contrast is on. */
export const useForcedColours = (): boolean => useSyncExternalStore(subscribe, () => query().matches)
