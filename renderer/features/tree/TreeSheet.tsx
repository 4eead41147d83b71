/** A tree with its filter comes in; the same lines go to paper as an indented outline with relation, date and quote. */
import type { TracingTree } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName, levelWording } from '../../../shared/wording/instruments.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { MarkedQuote } from '../../components/MarkedQuote.tsx'
import { useWords } from '../../i18n/language.ts'
import { PrintSheet } from '../trace/PrintSheet.tsx'
import type { TraceRoute } from '../trace/TraceScreen.tsx'
import { visibleLines } from './treeLines.ts'

interface Props {
  readonly route: TraceRoute
  readonly tree: TracingTree
  readonly name: string
  readonly onDone: () => void
}

const NOTHING_FOLDED: ReadonlySet<number> = new Set()

/** The printed tree. */
export function TreeSheet({ route, tree, name, onDone }: Props) {
  const { t, language } = useWords()
  const { direction } = tree
  return (
    <PrintSheet title={t('tracing.fileTree', { name })} onDone={onDone}>
      {visibleLines(tree.lines, route.filter, route.sort, NOTHING_FOLDED).map(({ line }) => {
        const { instrument, relation, depth, evidence } = line
        const words = relation === null ? null : relationWording(relation, language)
        return (
          <p key={instrument.id} style={{ margin: '0 0 4pt', marginLeft: `${depth * 14}pt` }}>
            {words === null ? '' : `${direction === 'implementers' ? words.passive : words.active} `}
            <strong>{instrumentName(instrument, language)}</strong>
            {[
              formatDate(instrument.issuedOn) || t('instrument.unknownDate'),
              instrument.issuer,
              levelWording(instrument.level, language),
              instrument.number === null ? '' : instrument.title,
            ]
              .filter(Boolean)
              .map((part) => ` · ${part}`)
              .join('')}
            {evidence === null ? null : (
              <em style={{ display: 'block' }}>
                «
                <MarkedQuote {...evidence} />» ({t('reader.page', { page: evidence.page })})
              </em>
            )}
          </p>
        )
      })}
    </PrintSheet>
  )
}
