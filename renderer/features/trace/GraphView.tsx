/** A stretch of the graph comes in; sigma's picture of it goes out, or a line that says why there is none. */
import { makeStyles, Text, tokens, useFluent } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { TraceGraph } from '../../../shared/contract/views.ts'
import { ZoomTools } from '../../components/ZoomTools.tsx'
import { useWords } from '../../i18n/language.ts'
import { drawGraph, type GraphPicture, hasWebGl } from './graphPicture.ts'

const useStyles = makeStyles({
  root: { position: 'relative', flex: '1 1 0', minWidth: 0, minHeight: 0, display: 'flex' },
  canvas: { position: 'absolute', inset: 0 },
  tools: {
    position: 'absolute',
    right: '8px',
    top: '8px',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  legend: {
    position: 'absolute',
    left: '12px',
    bottom: '8px',
    display: 'flex',
    gap: '12px',
    padding: '2px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  sign: {
    display: 'inline-block',
    width: '10px',
    height: '10px',
    marginRight: '4px',
    borderRadius: '50%',
    boxSizing: 'border-box',
    border: `2px solid ${tokens.colorNeutralForeground2}`,
  },
  held: { backgroundColor: tokens.colorNeutralForeground2 },
  root_sign: { outline: `2px solid ${tokens.colorNeutralForeground1}`, outlineOffset: '1px' },
  unavailable: {
    margin: 'auto',
    maxWidth: '40ch',
    padding: '24px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
})

interface Props {
  readonly graph: TraceGraph
  readonly highlightedId: number | null
  readonly onPoint: (instrumentId: number | null) => void
  readonly onOpen: (instrumentId: number) => void
}

/** The picture; the list beside it always carries the same facts. */
export function GraphView({ graph, highlightedId, onPoint, onOpen }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const { targetDocument } = useFluent()
  const canvas = useRef<HTMLDivElement>(null)
  const picture = useRef<GraphPicture | null>(null)
  const handlers = useRef({ onPoint, onOpen })
  handlers.current = { onPoint, onOpen }
  const [isAvailable] = useState(hasWebGl)

  useEffect(() => {
    const element = canvas.current
    if (element === null || !isAvailable || targetDocument === undefined) return
    const drawn = drawGraph(element, graph, language, {
      onPoint: (id) => handlers.current.onPoint(id),
      onOpen: (id) => handlers.current.onOpen(id),
    })
    picture.current = drawn
    return () => {
      picture.current = null
      drawn.remove()
    }
  }, [graph, language, isAvailable, targetDocument])

  useEffect(() => picture.current?.highlight(highlightedId), [highlightedId])

  if (!isAvailable) return <Text className={styles.unavailable}>{t('trace.graphUnavailable')}</Text>
  return (
    <div className={styles.root}>
      <div
        ref={canvas}
        className={styles.canvas}
        role="img"
        aria-label={t('trace.graphLabel', { n: graph.nodes.length })}
        data-testid="graph"
      />
      <div className={styles.tools}>
        <ZoomTools onZoom={(ratio) => picture.current?.zoom(ratio)} onFit={() => picture.current?.fit()} />
      </div>
      <div className={styles.legend} aria-hidden>
        <span>
          <span className={`${styles.sign} ${styles.held}`} />
          {t('trace.legendHeld')}
        </span>
        <span>
          <span className={styles.sign} />
          {t('trace.legendCited')}
        </span>
      </div>
    </div>
  )
}
