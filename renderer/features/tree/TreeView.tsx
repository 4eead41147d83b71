/** A tree comes in; the list and the picture of it go out side by side, narrowed and ordered as chosen, gaps included. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Organization24Regular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { TracingTree } from '../../../shared/contract/tracing.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { SHORT_WINDOW } from '../../app/shortWindow.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useWords } from '../../i18n/language.ts'
import { GraphView } from '../trace/GraphView.tsx'
import type { TraceRoute } from '../trace/TraceScreen.tsx'
import { TreeFilters } from './TreeFilters.tsx'
import { TreeList } from './TreeList.tsx'
import { treeGraph } from './treeGraph.ts'
import { foldableIds, visibleLines } from './treeLines.ts'

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flex: '1 1 0',
    minHeight: 0,
    minWidth: 0,
    containerType: 'inline-size',
    [SHORT_WINDOW]: { flex: '0 0 auto' },
  },
  list: { display: 'flex', flexDirection: 'column', flex: '1 1 55%', minWidth: 0, minHeight: 0 },
  tools: { display: 'flex', flexWrap: 'wrap', gap: '4px', padding: '6px 12px' },
  graph: {
    display: 'flex',
    flex: '1 1 45%',
    minWidth: 0,
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@container (max-width: 720px)': { display: 'none' },
  },
})

interface Props {
  readonly route: TraceRoute
  readonly tree: TracingTree
  readonly instrumentId: number
}

/** The tree view. */
export function TreeView({ route, tree, instrumentId }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const [pointedId, setPointedId] = useState<number | null>(null)
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set())
  const { direction, filter, sort, expected, reportYear, depth } = route
  const { lines } = tree
  const rows = useMemo(() => visibleLines(lines, filter, sort, folded), [lines, filter, sort, folded])
  const graph = useMemo(
    () =>
      treeGraph(
        visibleLines(lines, filter, sort, new Set()).map(({ line }) => line),
        direction,
      ),
    [lines, filter, sort, direction],
  )
  const answers = useAnswer(
    'tracing.gaps',
    {
      instrumentId,
      depth,
      expected: expected ?? { level: 'district' },
      ...(reportYear === null ? {} : { year: reportYear }),
    },
    { enabled: expected !== null && direction === 'implementers' },
  )
  const gaps =
    expected === null || direction !== 'implementers'
      ? []
      : (answers.data ?? []).filter(({ state }) => state !== 'complete')
  const fold = (id: number, isFolded: boolean): void => {
    const next = new Set(folded)
    if (isFolded) next.add(id)
    else next.delete(id)
    setFolded(next)
  }
  if (lines.length <= 1 && gaps.length === 0) {
    const other = direction === 'implementers' ? 'sources' : 'implementers'
    return (
      <EmptyState
        testId="trace-empty"
        icon={<Organization24Regular />}
        title={direction === 'implementers' ? t('trace.emptyImplementers') : t('trace.emptySources')}
        body={t('trace.emptyBody')}
        actions={
          <Button onClick={() => history.replace({ ...route, direction: other })}>
            {t(`trace.${other}`)}
          </Button>
        }
      />
    )
  }
  return (
    <div className={styles.body}>
      <div className={styles.list}>
        <div className={styles.tools}>
          <Button size="small" appearance="subtle" onClick={() => setFolded(new Set())}>
            {t('trace.expandAll')}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => setFolded(new Set(foldableIds(lines).filter((id) => id !== instrumentId)))}
          >
            {t('trace.collapseAll')}
          </Button>
          <TreeFilters
            lines={lines}
            filter={filter}
            sort={sort}
            direction={direction}
            onFilter={(next) => history.replace({ ...route, filter: next })}
            onSort={(next) => history.replace({ ...route, sort: next })}
          />
        </div>
        <TreeList
          rows={rows}
          gaps={gaps}
          direction={direction}
          pointedId={pointedId}
          onPoint={setPointedId}
          onFold={fold}
        />
      </div>
      <div className={styles.graph}>
        {graph === null ? null : (
          <GraphView
            graph={graph}
            highlightedId={pointedId}
            onPoint={setPointedId}
            onOpen={(id) => history.navigate({ screen: 'instrument', id })}
          />
        )}
      </div>
    </div>
  )
}
