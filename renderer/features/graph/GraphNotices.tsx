/** What of a graph is not in its picture comes in; lines go out that say so, and what can be done about it. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { formatCount } from '../../../shared/wording/dates.ts'
import { useWords } from '../../i18n/language.ts'
import type { DrawnPart } from './drawnPart.ts'

interface Props {
  readonly part: DrawnPart
  /** How many instruments an answer was cut at; null when none was. */
  readonly cutAt: number | null
}

/** Nothing while everything is drawn. */
export function GraphNotices({ part, cutAt }: Props) {
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
  return lines.map((line) => (
    <MessageBar key={line} intent="info" layout="multiline" data-testid="graph-cut">
      <MessageBarBody>{line}</MessageBarBody>
    </MessageBar>
  ))
}
