/** An instrument comes in, or none for the whole library; its graph goes out as a picture and a list of the same facts. */
import { makeStyles } from '@fluentui/react-components'
import { DataScatter24Regular } from '@fluentui/react-icons'
import { useMemo, useRef, useState } from 'react'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FailureBar, FailureState } from '../../components/FailureMessage.tsx'
import { GraphExportMenu } from '../../components/GraphExportMenu.tsx'
import { DelayedSkeleton } from '../../components/Loaded.tsx'
import { SaveNotice } from '../../components/SaveNotice.tsx'
import { useSaveAs } from '../../components/useSaveAs.ts'
import { useWords } from '../../i18n/language.ts'
import { invoke } from '../../library.ts'
import { hasWebGl } from '../trace/graphPicture.ts'
import { TracingTabs } from '../trace/TracingTabs.tsx'
import { drawnPart } from './drawnPart.ts'
import { ExplorerCanvas } from './ExplorerCanvas.tsx'
import type { ExplorerPicture } from './explorerPicture.ts'
import { FilterBar } from './FilterBar.tsx'
import { GraphList } from './GraphList.tsx'
import { GraphNotices } from './GraphNotices.tsx'
import { type EdgeFact, edgeKey } from './graphFacts.ts'
import { drawAll, filterGraph, findInGraph, hide, unhideLast } from './graphFilter.ts'
import { useGraphFacts } from './useGraphFacts.ts'

const useStyles = makeStyles({
  screen: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minHeight: 0,
    minWidth: 0,
    overflowX: 'hidden',
    overflowY: 'auto',
  },
  // In a low window, or one seen at twice its size, the screen scrolls rather than squeeze the picture away.
  body: { display: 'flex', flex: '1 0 380px', height: 0, minWidth: 0 },
})

const NOTHING: ReadonlySet<number> = new Set()
const NO_EDGES: readonly EdgeFact[] = []

/** The graph explorer. */
export function GraphScreen({ id }: { readonly id: number | null }) {
  const styles = useStyles()
  const { t } = useWords()
  const [depth, setDepth] = useState(id === null ? 3 : 1)
  const { facts, isComplete, cutAt, isStale, failure, expand, retry } = useGraphFacts(id, depth)
  const [filter, setFilter] = useState(drawAll)
  const [words, setWords] = useState('')
  const [selectedId, setSelectedId] = useState<number | null>(null)
  const [pinned, setPinned] = useState(NOTHING)
  const [areForcesRunning, setForcesRunning] = useState(false)
  const picture = useRef<ExplorerPicture | null>(null)
  const saving = useSaveAs()
  const [isDrawable] = useState(hasWebGl)
  const visible = useMemo(() => filterGraph(facts, filter, id), [facts, filter, id])
  const part = useMemo(() => drawnPart(facts, visible), [facts, visible])
  const selectedEdges = useMemo(
    () =>
      selectedId === null
        ? NO_EDGES
        : [...facts.edges.values()].filter(
            (edge) =>
              (edge.from === selectedId || edge.to === selectedId) && visible.edgeKeys.has(edgeKey(edge)),
          ),
    [facts, visible, selectedId],
  )
  const found = useMemo(() => findInGraph(facts, visible.ids, words), [facts, visible, words])
  const look = useMemo(
    () => ({ ...visible, selectedId, found, pinned }),
    [visible, selectedId, found, pinned],
  )
  const isWhole = id === null && visible.ids.size === facts.nodes.size
  const select = (chosen: number | null, isToBeShown: boolean): void => {
    setSelectedId(chosen)
    if (chosen !== null && isToBeShown) picture.current?.goTo(chosen)
  }
  const pin = (chosen: number): void => {
    const next = new Set(pinned)
    if (!next.delete(chosen)) next.add(chosen)
    setPinned(next)
  }
  const hideAway = (chosen: number): void => {
    setFilter(hide(filter, chosen))
    setSelectedId(null)
  }
  const save = async (format: 'png' | 'svg'): Promise<void> => {
    const content = await picture.current?.save(format)
    if (content === undefined) return
    saving.report(
      await invoke('host.savePicture', {
        suggestedName: `${t('tracing.fileGraph')}.${format}`,
        format,
        content,
      }),
    )
  }
  const content =
    failure !== null && facts.nodes.size === 0 ? (
      <FailureState failure={failure} onRetry={retry} />
    ) : facts.nodes.size === 0 ? (
      isComplete ? (
        <EmptyState
          testId="graph-empty"
          icon={<DataScatter24Regular />}
          title={t('tracing.graphEmpty')}
          body={t('tracing.graphEmptyBody')}
        />
      ) : (
        <DelayedSkeleton lines={10} />
      )
    ) : (
      <div className={styles.body}>
        <GraphList
          facts={facts}
          visible={visible}
          drawn={part.facts}
          selectedEdges={selectedEdges}
          found={found}
          selectedId={selectedId}
          pinned={pinned}
          onSelect={(chosen) => select(chosen, true)}
          onPin={pin}
          onHide={hideAway}
          onUndoHide={() => setFilter(unhideLast(filter))}
          onExpand={expand}
        />
        {isDrawable ? (
          <ExplorerCanvas
            all={facts}
            facts={part.facts}
            selectedEdges={selectedEdges}
            rootId={id}
            look={look}
            picture={picture}
            areForcesRunning={areForcesRunning}
            onSelect={(chosen) => select(chosen, false)}
            onExpand={expand}
            onPlaced={(chosen) => setPinned((known) => new Set([...known, chosen]))}
            onForces={setForcesRunning}
            onSave={(format) => void save(format)}
          />
        ) : (
          <EmptyState testId="graph-unavailable" title={t('trace.graphUnavailable')} />
        )}
      </div>
    )
  return (
    <div className={styles.screen} data-testid="graph-screen" data-complete={isComplete}>
      <TracingTabs />
      <FilterBar
        facts={facts}
        visible={visible}
        filter={filter}
        rootId={id}
        depth={depth}
        words={words}
        isComplete={isComplete}
        onFilter={setFilter}
        onDepth={setDepth}
        onWords={setWords}
      >
        <GraphExportMenu
          saving={saving}
          name={t('tracing.fileGraph')}
          // All of a library is written from its tables, though only its first instruments may be known here.
          selection={isWhole ? undefined : { instrumentIds: [...visible.ids] }}
        />
      </FilterBar>
      <GraphNotices part={part} cutAt={cutAt} isStale={isStale} onRetry={retry} />
      {failure === null || facts.nodes.size === 0 ? null : <FailureBar failure={failure} />}
      <SaveNotice saving={saving} />
      {content}
    </div>
  )
}
