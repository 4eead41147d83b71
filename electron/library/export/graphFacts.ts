/** Rows of instruments and edges come in; the facts every graph format carries, each with its type, go out. */
import { printedNumber } from '../../../shared/wording/instruments.ts'
import type { GraphEdgeRow } from '../../db/graphRows.ts'
import type { StoredInstrument } from '../../db/instruments.ts'

/** A fact of a node or an edge. Null is left out where the format can. */
export interface Fact<Row> {
  readonly name: string
  readonly type: 'string' | 'integer' | 'boolean'
  readonly read: (row: Row) => string | number | boolean | null
}

/** Name under which an instrument is shown: its number, else its title, else its id. */
export function nodeLabel(row: StoredInstrument): string {
  return printedNumber(row) || row.title || `#${row.id}`
}

/** Facts of an instrument. */
export const NODE_FACTS: readonly Fact<StoredInstrument>[] = [
  { name: 'key', type: 'string', read: ({ key }) => key },
  { name: 'number', type: 'string', read: ({ number }) => number },
  { name: 'symbol', type: 'string', read: ({ symbol }) => symbol },
  { name: 'kind', type: 'string', read: ({ kind }) => kind },
  { name: 'system', type: 'string', read: ({ system }) => system },
  { name: 'issuedOn', type: 'string', read: ({ issued_on }) => issued_on },
  { name: 'term', type: 'string', read: ({ term }) => term },
  { name: 'issuer', type: 'string', read: ({ issuer }) => issuer },
  { name: 'scope', type: 'string', read: ({ scope }) => scope },
  { name: 'level', type: 'string', read: ({ level }) => level },
  { name: 'title', type: 'string', read: ({ title }) => title },
  { name: 'validity', type: 'string', read: ({ validity }) => validity },
  { name: 'isHeld', type: 'boolean', read: ({ held_document_id }) => held_document_id !== null },
  { name: 'documentId', type: 'integer', read: ({ held_document_id }) => held_document_id },
  { name: 'citedBy', type: 'integer', read: ({ cited_by }) => cited_by },
]

/** Facts of an edge. `quote` is the sentence of its first place. */
export const EDGE_FACTS: readonly Fact<GraphEdgeRow>[] = [
  { name: 'relation', type: 'string', read: ({ relation }) => relation },
  { name: 'places', type: 'integer', read: ({ places }) => places },
  { name: 'isConfirmed', type: 'boolean', read: ({ isConfirmed }) => isConfirmed === 1 },
  { name: 'isImpossible', type: 'boolean', read: ({ isImpossible }) => isImpossible === 1 },
  { name: 'documentId', type: 'integer', read: ({ documentId }) => documentId },
  { name: 'quote', type: 'string', read: ({ quote }) => quote },
]

/** Identity of an edge inside a file. */
export const edgeId = ({ from, to, relation }: GraphEdgeRow): string => `${from}-${relation}-${to}`

/** What a format is written from. */
export interface GraphRows {
  readonly nodes: Iterable<StoredInstrument>
  readonly edges: Iterable<GraphEdgeRow>
}

/** Facts of a row that are known, with their place in the list. */
export function knownFacts<Row>(
  facts: readonly Fact<Row>[],
  row: Row,
): { index: number; name: string; value: string | number | boolean }[] {
  return facts.flatMap(({ name, read }, index) => {
    const value = read(row)
    return value === null ? [] : [{ index, name, value }]
  })
}
