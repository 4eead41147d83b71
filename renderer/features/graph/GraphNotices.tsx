/** What of a graph is not in its picture comes in; lines go out that say so, and what can be done about it. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { formatCount } from '../../../shared/wording/dates.ts'
import { useWords } from '../../i18n/language.ts'
import type { DrawnPart } from './drawnPart.ts'

interface Props {
  readonly part: DrawnPart
  /** How many instruments an answer was cut at; null when none was. */
  readonly cutAt: number | null
  /** The library has changed since the graph was gathered. */
  readonly isStale: boolean
  readonly onRetry: () => void
}

/** Nothing while everything is drawn as the library has it. */
export function GraphNotices({ part, cutAt, isStale, onRetry }: Props) {
  const { t, language } = useWords()
  const count = (n: number): string => formatCount(n, language)
  const lines = [
    cutAt === null ? '' : t('tracing.cutAround', { n: count(cutAt) }),
    part.leftNodes === 0
      ? ''
      : t('tracing.cutNodes', { n: count(part.facts.nodes.size), left: count(part.leftNodes) }),
    part.leftEdges === 0
      ? ''
      : t('tracing.cutEdges', { n: count(part.facts.edges.size), left: count(part.leftEdges) }),
  ].filter(Boolean)
  return (
    <>
      {isStale ? (
        <MessageBar intent="info" data-testid="graph-stale">
          <MessageBarBody>{t('tracing.graphStale')}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={onRetry}>
              {t('tracing.drawAnew')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {lines.map((line) => (
        <MessageBar key={line} intent="info" layout="multiline" data-testid="graph-cut">
          <MessageBarBody>{line}</MessageBarBody>
        </MessageBar>
      ))}
    </>
  )
}
