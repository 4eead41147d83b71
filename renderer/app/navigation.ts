/** The window's history for components: the current place and the ways to leave it. */
import { createContext, useContext, useSyncExternalStore } from 'react'
import { createHistory, type History, type HistoryState, libraryRoute } from './history.ts'

/** The history every component below the shell shares. */
export const HistoryContext = createContext<History>(createHistory(libraryRoute))

/** The history, for navigating. */
export const useHistory = (): History => useContext(HistoryContext)

/** The current place; the component renders again when it changes. */
export function usePlace(): HistoryState {
  const history = useHistory()
  return useSyncExternalStore(history.subscribe, history.state)
}
