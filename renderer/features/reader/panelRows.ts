/** A document's citations come in; the rows of the panel go out: a heading a relation, each citation, its nested ones. */
import type { Relation } from '../../../shared/contract/citation.ts'
import type { StoredCitation } from '../../../shared/contract/views.ts'
import { RELATION_ORDER } from '../../../shared/wording/relations.ts'
import { type NestedCitation, nestCitations } from './citationState.ts'

/** One row; `depth` counts from 0, a nested citation stands one deeper than the one it is told in. */
export type PanelRow =
  | { readonly kind: 'heading'; readonly relation: Relation; readonly count: number }
  | { readonly kind: 'citation'; readonly citation: StoredCitation; readonly depth: number }

/** Rows from top to bottom: relations in the order of `RELATION_ORDER`, citations in the order of the text. */
export function panelRows(citations: readonly StoredCitation[]): readonly PanelRow[] {
  const nested = nestCitations(citations)
  const rows: PanelRow[] = []
  const add = ({ citation, children }: NestedCitation, depth: number): void => {
    rows.push({ kind: 'citation', citation, depth })
    for (const child of children) add(child, depth + 1)
  }
  for (const relation of RELATION_ORDER) {
    const items = nested.filter(({ citation }) => citation.relation === relation)
    const first = items[0]
    if (first === undefined) continue
    rows.push({ kind: 'heading', relation: first.citation.relation, count: items.length })
    for (const item of items) add(item, 0)
  }
  return rows
}
