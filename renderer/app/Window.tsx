/** The whole window: settings and the open library come in; the welcome page or the shell with a screen goes out. */
import { FluentProvider } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { Loaded } from '../components/Loaded.tsx'
import { PageBoundary } from '../components/PageBoundary.tsx'
import { Welcome } from '../features/welcome/Welcome.tsx'
import { changeLanguage } from '../i18n/language.ts'
import { useAnswer, useLibraryChanges } from './queries.ts'
import { Shell } from './Shell.tsx'
import { type ThemeName, type ThemeSetting, themeOf } from './theme.ts'

/** Follows the computer's own choice of light, dark and high contrast. */
function useSystemTheme(): ThemeName {
  const read = (): ThemeName => {
    if (window.matchMedia('(forced-colors: active)').matches) return 'contrast'
    return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }
  const [name, setName] = useState(read)
  useEffect(() => {
    const queries = ['(forced-colors: active)', '(prefers-color-scheme: dark)'].map((query) =>
      window.matchMedia(query),
    )
    const update = (): void => setName(read())
    for (const query of queries) query.addEventListener('change', update)
    return () => {
      for (const query of queries) query.removeEventListener('change', update)
    }
  })
  return name
}

/** The window's root component. */
export function Window() {
  const systemTheme = useSystemTheme()
  const settings = useAnswer('host.settings', {})
  const startup = useAnswer('host.startup', {})
  useLibraryChanges()
  const setting: ThemeSetting = settings.data?.theme ?? 'system'
  const language = settings.data?.language
  useEffect(() => {
    if (language !== undefined) void changeLanguage(language)
  }, [language])

  return (
    <FluentProvider
      theme={themeOf(setting === 'system' ? systemTheme : setting)}
      style={{ height: '100%', display: 'flex', flexDirection: 'column' }}
    >
      <PageBoundary>
        <Loaded answer={startup}>
          {(found) => (found.library === null ? <Welcome startup={found} /> : <Shell />)}
        </Loaded>
      </PageBoundary>
    </FluentProvider>
  )
}
