/** Facts and what of them is seen come in; the drawing goes out with its tools, legend and overview. */
import { makeStyles, tokens, useFluent } from '@fluentui/react-components'
import {
  ArrowDownload20Regular,
  Molecule20Regular,
  Stop20Regular,
  TextPositionSquare20Regular,
} from '@fluentui/react-icons'
import { type MutableRefObject, useEffect, useRef, useState } from 'react'
import { levelWording } from '../../../shared/wording/instruments.ts'
import { GraphTool } from '../../components/GraphTool.tsx'
import { ZoomTools } from '../../components/ZoomTools.tsx'
import { useWords } from '../../i18n/language.ts'
import { addEdges, buildExplorerGraph, type Look } from './explorerGraph.ts'
import { drawExplorer, type ExplorerPicture } from './explorerPicture.ts'
import { GraphLegend } from './GraphLegend.tsx'
import type { EdgeFact, GraphFacts } from './graphFacts.ts'
import { extendLayout, type Layout, layOut, placesIn } from './layout.ts'
import { drawMinimap, shareAt } from './minimap.ts'
import { coloursAt, type PictureColours } from './pictureColours.ts'
import type { PictureLook } from './pictureLook.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minWidth: 0, minHeight: 0 },
  picture: { position: 'relative', flex: '1 1 0', minHeight: 0 },
  canvas: {
    position: 'absolute',
    inset: 0,
    forcedColorAdjust: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    // The end of this change is how the drawing hears of another theme, whoever chose it.
    transition: 'background-color 1ms',
  },
  tools: {
    position: 'absolute',
    right: '8px',
    top: '8px',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  minimap: {
    position: 'absolute',
    right: '8px',
    bottom: '8px',
    width: '150px',
    height: '100px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
})

/** From here on an overview is worth its room. */
const MINIMAP_FROM = 60

interface Props {
  /** All facts: places are given for all, so that another part of them drawn later stands where it belongs. */
  readonly all: GraphFacts
  /** Those drawn. */
  readonly facts: GraphFacts
  /** Edges of the selected instrument, those the picture is too full for among them. */
  readonly selectedEdges: readonly EdgeFact[]
  readonly rootId: number | null
  readonly look: PictureLook
  readonly picture: MutableRefObject<ExplorerPicture | null>
  readonly areForcesRunning: boolean
  readonly onSelect: (id: number | null) => void
  readonly onExpand: (id: number) => void
  readonly onPlaced: (id: number) => void
  readonly onForces: (areRunning: boolean) => void
  readonly onSave: (format: 'png' | 'svg') => void
}

/** The picture; the list beside it carries the same facts. */
export function ExplorerCanvas(props: Props) {
  const { all, facts, selectedEdges, rootId, look, picture, areForcesRunning, onSave } = props
  const styles = useStyles()
  const { t, language } = useWords()
  const { targetDocument } = useFluent()
  const canvas = useRef<HTMLDivElement>(null)
  const minimap = useRef<HTMLCanvasElement>(null)
  const latest = useRef(props)
  latest.current = props
  const layout = useRef<Layout | null>(null)
  const [round, setRound] = useState(0)
  const [themes, setThemes] = useState(0)
  const [colours, setColours] = useState<PictureColours | null>(null)
  const [drawn, setDrawn] = useState<GraphFacts | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme or language needs another canvas
  useEffect(() => {
    const element = canvas.current
    if (element === null || targetDocument === undefined) return
    const read = coloursAt(element)
    let isOverviewDue = false
    const made = drawExplorer(
      element,
      read,
      { levelOf: (level) => levelWording(level, language), undated: t('instrument.unknownDate') },
      latest.current.look,
      {
        onSelect: (id) => latest.current.onSelect(id),
        onExpand: (id) => latest.current.onExpand(id),
        onPlaced: (id) => latest.current.onPlaced(id),
        onForces: (areRunning) => latest.current.onForces(areRunning),
        onMove: () => {
          if (isOverviewDue || minimap.current === null) return
          isOverviewDue = true
          requestAnimationFrame(() => {
            isOverviewDue = false
            const overview = picture.current?.overview()
            if (overview !== undefined && minimap.current !== null)
              drawMinimap(minimap.current, overview, read)
          })
        },
      },
    )
    picture.current = made
    setColours(read)
    return () => {
      layout.current = placesIn(made.graph(), layout.current, made.isMoved())
      picture.current = null
      made.remove()
    }
  }, [targetDocument, language, themes])

  // What was known keeps its place; newcomers are placed around it. Another round of «layers» places all anew.
  const lastRound = useRef(round)
  useEffect(() => {
    const made = picture.current
    if (made === null || colours === null) return
    const former = placesIn(made.graph(), layout.current, made.isMoved())
    const isContinued = former !== null && lastRound.current === round && former.places.size > 0
    lastRound.current = round
    layout.current = isContinued ? extendLayout(former, all) : layOut(all)
    const graph = buildExplorerGraph(facts, layout.current.places, { rootId, language, colours })
    made.draw({ graph, map: layout.current.map, isContinued }, latest.current.look)
    setDrawn(facts)
  }, [all, facts, colours, round, rootId, language, picture])

  useEffect(() => {
    const made = picture.current
    if (made === null || colours === null) return
    const how: Look = { rootId, language, colours }
    const hasGrown = addEdges(made.graph(), selectedEdges, how)
    made.show(look, hasGrown)
  }, [look, selectedEdges, colours, rootId, language, picture])

  return (
    <div className={styles.root}>
      <div className={styles.picture}>
        <div
          ref={canvas}
          className={styles.canvas}
          role="img"
          onTransitionEnd={({ target, currentTarget }) => {
            if (target === currentTarget) setThemes(themes + 1)
          }}
          aria-label={t('trace.graphLabel', { n: look.ids.size })}
          data-testid="explorer"
          data-nodes={facts.nodes.size}
          data-total={all.nodes.size}
          data-edges={facts.edges.size}
          data-drawn={drawn === facts ? 'yes' : 'no'}
        />
        <div className={styles.tools}>
          <ZoomTools onZoom={(ratio) => picture.current?.zoom(ratio)} onFit={() => picture.current?.fit()} />
          <GraphTool
            words={t('tracing.layers')}
            icon={<TextPositionSquare20Regular />}
            onClick={() => setRound(round + 1)}
            testId="layout-layers"
          />
          <GraphTool
            words={areForcesRunning ? t('tracing.stopForces') : t('tracing.forces')}
            icon={areForcesRunning ? <Stop20Regular /> : <Molecule20Regular />}
            onClick={() =>
              areForcesRunning ? picture.current?.stopForces() : picture.current?.startForces()
            }
            testId="layout-forces"
          />
          <GraphTool
            words={t('tracing.savePng')}
            icon={<ArrowDownload20Regular />}
            onClick={() => onSave('png')}
            testId="save-png"
          >
            PNG
          </GraphTool>
          <GraphTool
            words={t('tracing.saveSvg')}
            icon={<ArrowDownload20Regular />}
            onClick={() => onSave('svg')}
            testId="save-svg"
          >
            SVG
          </GraphTool>
        </div>
        {facts.nodes.size >= MINIMAP_FROM ? (
          <canvas
            ref={minimap}
            className={styles.minimap}
            width={150}
            height={100}
            aria-hidden
            onPointerDown={(event) => {
              const { left, top } = event.currentTarget.getBoundingClientRect()
              const share = shareAt(event.currentTarget, event.clientX - left, event.clientY - top)
              if (share !== null) picture.current?.goToShare(share.x, share.y)
            }}
            data-testid="graph-minimap"
          />
        ) : null}
      </div>
      <GraphLegend facts={all} isDark={colours?.isDark ?? false} />
    </div>
  )
}
