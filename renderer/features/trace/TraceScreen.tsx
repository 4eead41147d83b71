/** A trace's place comes in; its tree, gaps or timeline goes out, or the question which instrument. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { Route } from '../../app/history.ts'
import { useAnswer } from '../../app/queries.ts'
import { SHORT_WINDOW } from '../../app/shortWindow.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { useSaveAs } from '../../components/useSaveAs.ts'
import { GapsView } from '../gaps/GapsView.tsx'
import { ThreadTimeline } from '../timeline/ThreadTimeline.tsx'
import { TreeView } from '../tree/TreeView.tsx'
import { TraceHeader } from './TraceHeader.tsx'
import { TracePicker } from './TracePicker.tsx'
import { TracingTabs } from './TracingTabs.tsx'

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minHeight: 0, minWidth: 0 },
  trace: { [SHORT_WINDOW]: { overflowY: 'auto' } },
})

/** The place of a trace. */
export type TraceRoute = Extract<Route, { screen: 'trace' }>

/** The tracing screen. */
export function TraceScreen({ route }: { readonly route: TraceRoute }) {
  const styles = useStyles()
  return (
    <div className={styles.screen} data-testid="trace-screen">
      <TracingTabs />
      {route.id === null ? <TracePicker /> : <Trace key={route.id} route={route} instrumentId={route.id} />}
    </div>
  )
}

function Trace({ route, instrumentId }: { readonly route: TraceRoute; readonly instrumentId: number }) {
  const styles = useStyles()
  const saving = useSaveAs()
  const { direction, depth, view } = route
  const answer = useAnswer('tracing.tree', { instrumentId, direction, depth }, { keepsFormer: true })
  return (
    <div className={mergeClasses(styles.screen, styles.trace)}>
      <Loaded answer={answer} lines={12}>
        {(tree) => (
          <>
            <TraceHeader route={route} tree={tree} saving={saving} />
            {view === 'timeline' ? (
              <ThreadTimeline route={route} instrumentId={instrumentId} saving={saving} />
            ) : view === 'gaps' ? (
              <GapsView route={route} instrumentId={instrumentId} />
            ) : (
              <TreeView route={route} tree={tree} instrumentId={instrumentId} />
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}
