/** The current place comes in, its screen goes out. */
import { assertNever } from '../../shared/contract/result.ts'
import { AuditScreen } from '../features/audit/AuditScreen.tsx'
import { GraphScreen } from '../features/graph/GraphScreen.tsx'
import { InstrumentScreen } from '../features/instrument/InstrumentScreen.tsx'
import { LibraryScreen } from '../features/library/LibraryScreen.tsx'
import { MissingScreen } from '../features/missing/MissingScreen.tsx'
import { ReaderScreen } from '../features/reader/ReaderScreen.tsx'
import { ReviewScreen } from '../features/review/ReviewScreen.tsx'
import { SearchScreen } from '../features/search/SearchScreen.tsx'
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx'
import { DueScreen } from '../features/timeline/DueScreen.tsx'
import { TraceScreen } from '../features/trace/TraceScreen.tsx'
import { usePlace } from './navigation.ts'

/** Draws the screen of the current route. */
export function ScreenOf() {
  const { route } = usePlace()
  switch (route.screen) {
    case 'library':
      return <LibraryScreen route={route} />
    case 'search':
      return <SearchScreen route={route} />
    case 'document':
      return <ReaderScreen key={route.id} route={route} />
    case 'instrument':
      return <InstrumentScreen key={route.id} id={route.id} />
    case 'trace':
      return <TraceScreen route={route} />
    case 'graph':
      return <GraphScreen key={route.id ?? 'all'} id={route.id} />
    case 'missing':
      return <MissingScreen />
    case 'due':
      return <DueScreen />
    case 'audit':
      return <AuditScreen route={route} />
    case 'review':
      return <ReviewScreen />
    case 'settings':
      return <SettingsScreen />
    default:
      return assertNever(route)
  }
}
