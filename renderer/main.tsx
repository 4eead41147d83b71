/** The page's entry: reads the settings, sets up language and cache, and draws the window. */
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createHistory, libraryRoute } from './app/history.ts'
import { HistoryContext } from './app/navigation.ts'
import { createQueryClient, queryOf } from './app/queries.ts'
import { Window } from './app/Window.tsx'
import { changeLanguage, startLanguage } from './i18n/language.ts'
import { invoke } from './library.ts'

async function start(): Promise<void> {
  const settings = await invoke('host.settings', {})
  const language = settings.ok ? settings.value.language : 'vi'
  await startLanguage(language)
  await changeLanguage(language)
  const cache = createQueryClient()
  if (settings.ok) cache.setQueryData(queryOf('host.settings', {}).queryKey, settings.value)
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no #root')
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={cache}>
        <HistoryContext value={createHistory(libraryRoute)}>
          <Window />
        </HistoryContext>
      </QueryClientProvider>
    </StrictMode>,
  )
}

await start()
