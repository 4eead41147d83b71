/** How to zoom and fit a graph's picture comes in, the three tools for it go out. */
import { FullScreenMaximize20Regular, ZoomIn20Regular, ZoomOut20Regular } from '@fluentui/react-icons'
import { useWords } from '../i18n/language.ts'
import { GraphTool } from './GraphTool.tsx'

interface Props {
  /** A ratio below 1 comes nearer. */
  readonly onZoom: (ratio: number) => void
  readonly onFit: () => void
}

/** Nearer, farther, all of it. */
export function ZoomTools({ onZoom, onFit }: Props) {
  const { t } = useWords()
  return (
    <>
      <GraphTool words={t('trace.zoomIn')} icon={<ZoomIn20Regular />} onClick={() => onZoom(0.7)} />
      <GraphTool words={t('trace.zoomOut')} icon={<ZoomOut20Regular />} onClick={() => onZoom(1.4)} />
      <GraphTool words={t('trace.fit')} icon={<FullScreenMaximize20Regular />} onClick={onFit} />
    </>
  )
}
