/** Facts and what of them is seen come in; the drawing goes out with its tools, legend and overview. */
import { makeStyles, tokens, useFluent } from '@fluentui/react-components'
import {
  ArrowDownload20Regular,
  FullScreenMaximize20Regular,
  Molecule20Regular,
  Stop20Regular,
  TextPositionSquare20Regular,
  ZoomIn20Regular,
  ZoomOut20Regular,
} from '@fluentui/react-icons'
import { type MutableRefObject, useEffect, useRef, useState } from 'react'
import { levelWording } from '../../../shared/wording/instruments.ts'
import { useAnswer } from '../../app/queries.ts'
import { GraphTool } from '../../components/GraphTool.tsx'
import { useWords } from '../../i18n/language.ts'
import { buildExplorerGraph } from './explorerGraph.ts'
import { drawExplorer, type ExplorerPicture, type PictureLook } from './explorerPicture.ts'
import { GraphLegend } from './GraphLegend.tsx'
import type { GraphFacts } from './graphFacts.ts'
import { drawMinimap } from './minimap.ts'
import { coloursAt } from './pictureColours.ts'

const useStyles = makeStyles({
  root: { position: 'relative', flex: '1 1 0', minWidth: 0, minHeight: 0 },
  canvas: { position: 'absolute', inset: 0 },
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
  readonly facts: GraphFacts
  readonly rootId: number | null
  readonly look: PictureLook
  readonly picture: MutableRefObject<ExplorerPicture | null>
  readonly areForcesRunning: boolean
  readonly onSelect: (id: number | null) => void
  readonly onExpand: (id: number) => void
  readonly onForces: (areRunning: boolean) => void
  readonly onSave: (format: 'png' | 'svg') => void
}

/** The picture; the list beside it carries the same facts. */
export function ExplorerCanvas(props: Props) {
  const { facts, rootId, look, picture, areForcesRunning, onSave } = props
  const styles = useStyles()
  const { t, language } = useWords()
  const { targetDocument } = useFluent()
  const canvas = useRef<HTMLDivElement>(null)
  const minimap = useRef<HTMLCanvasElement>(null)
  const latest = useRef(props)
  latest.current = props
  const [layout, setLayout] = useState(0)
  const [isDark, setDark] = useState(false)
  const theme = useAnswer('host.settings', {}).data?.theme

  // The picture is built anew for new facts, another language, theme or «layers»; its looks change without that.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const element = canvas.current
    if (element === null || targetDocument === undefined) return
    const colours = coloursAt(element)
    setDark(colours.isDark)
    let isOverviewDue = false
    const drawn = drawExplorer(
      element,
      buildExplorerGraph(facts, { rootId, language, colours }),
      colours,
      { levelOf: (level) => levelWording(level, language), undated: t('instrument.unknownDate') },
      latest.current.look,
      {
        onSelect: (id) => latest.current.onSelect(id),
        onExpand: (id) => latest.current.onExpand(id),
        onForces: (areRunning) => latest.current.onForces(areRunning),
        onMove: () => {
          if (isOverviewDue || minimap.current === null) return
          isOverviewDue = true
          requestAnimationFrame(() => {
            isOverviewDue = false
            const overview = picture.current?.overview()
            if (overview !== undefined && minimap.current !== null)
              drawMinimap(minimap.current, overview, colours)
          })
        },
      },
    )
    picture.current = drawn
    const { selectedId } = latest.current.look
    if (selectedId !== null) drawn.goTo(selectedId)
    return () => {
      picture.current = null
      drawn.remove()
    }
  }, [facts, rootId, language, targetDocument, layout, theme])

  useEffect(() => picture.current?.show(look), [look, picture])

  return (
    <div className={styles.root}>
      <div
        ref={canvas}
        className={styles.canvas}
        role="img"
        aria-label={t('trace.graphLabel', { n: look.ids.size })}
        data-testid="explorer"
        data-nodes={facts.nodes.size}
      />
      <div className={styles.tools}>
        <GraphTool
          words={t('trace.zoomIn')}
          icon={<ZoomIn20Regular />}
          onClick={() => picture.current?.zoom(0.7)}
        />
        <GraphTool
          words={t('trace.zoomOut')}
          icon={<ZoomOut20Regular />}
          onClick={() => picture.current?.zoom(1.4)}
        />
        <GraphTool
          words={t('trace.fit')}
          icon={<FullScreenMaximize20Regular />}
          onClick={() => picture.current?.fit()}
        />
        <GraphTool
          words={t('tracing.layers')}
          icon={<TextPositionSquare20Regular />}
          onClick={() => setLayout(layout + 1)}
          testId="layout-layers"
        />
        <GraphTool
          words={areForcesRunning ? t('tracing.stopForces') : t('tracing.forces')}
          icon={areForcesRunning ? <Stop20Regular /> : <Molecule20Regular />}
          onClick={() => (areForcesRunning ? picture.current?.stopForces() : picture.current?.startForces())}
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
      <GraphLegend facts={facts} isDark={isDark} />
      {facts.nodes.size >= MINIMAP_FROM ? (
        <canvas ref={minimap} className={styles.minimap} width={150} height={100} aria-hidden />
      ) : null}
    </div>
  )
}
