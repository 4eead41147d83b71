/** A number and a few facts come in; an instrument, an edge or a line of a tree as the library answers them goes out. */
import type { Edge, Instrument } from '../../shared/contract/instrument.ts'
import type { TreeLine } from '../../shared/contract/tracing.ts'

/** An instrument about which nothing is known but what is given. */
export const instrumentOf = (id: number, facts: Partial<Instrument> = {}): Instrument => ({
  id,
  key: `key ${id}`,
  system: null,
  kind: null,
  number: `${id}`,
  symbol: null,
  year: null,
  issuedOn: null,
  term: null,
  issuer: null,
  scope: null,
  level: 'other',
  title: null,
  heldDocumentId: null,
  validity: 'unknown',
  ...facts,
})

/** An edge without quotes, from the one that acts. */
export const edgeBetween = (from: number, to: number, relation: Edge['relation'] = 'implements'): Edge => ({
  from,
  to,
  relation,
  evidence: [],
  isImpossible: false,
})

/** A line below `parentId`; null for the root. */
export const treeLineOf = (
  id: number,
  parentId: number | null,
  facts: Partial<Instrument> = {},
  line: Partial<TreeLine> = {},
): TreeLine => {
  const instrument = instrumentOf(id, facts)
  return {
    instrument,
    parentId,
    depth: parentId === null ? 0 : 1,
    relation: parentId === null ? null : 'implements',
    status: parentId === null ? null : 'proposed',
    isImpossible: false,
    year: instrument.issuedOn === null ? null : Number(instrument.issuedOn.slice(0, 4)),
    children: 0,
    evidenceTotal: 0,
    evidence: null,
    alsoUnder: [],
    ...line,
  }
}
