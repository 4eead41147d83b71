/** The citation panel: groups in their order, nested citations below the one they are told in, no row lost to a loop. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateOf } from '../../../renderer/features/reader/citationState.ts'
import { panelRows } from '../../../renderer/features/reader/panelRows.ts'
import type { Relation } from '../../../shared/contract/citation.ts'
import type { Instrument } from '../../../shared/contract/instrument.ts'
import type { StoredCitation } from '../../../shared/contract/views.ts'

const citation = (id: number, relation: Relation, governedBy: number | null = null): StoredCitation => ({
  id,
  documentId: 1,
  page: 1,
  start: id * 10,
  end: id * 10 + 5,
  raw: '1-A/B',
  type: null,
  number: '1',
  symbol: 'A/B',
  year: null,
  date: null,
  issuer: null,
  subject: null,
  relation,
  governedBy,
  nestedRelation: governedBy === null ? null : 'continues',
  relationDetail: null,
  term: null,
  sentence: { start: 0, end: 1 },
  unverified: false,
  resolution: 'resolved',
  resolutionReason: 'date',
  instrumentId: 7,
  candidates: [],
  instrument: null,
})

const draw = (citations: readonly StoredCitation[]): string =>
  panelRows(citations)
    .map((row) =>
      row.kind === 'heading' ? `${row.relation}(${row.count})` : `${'-'.repeat(row.depth)}${row.citation.id}`,
    )
    .join(' ')

describe('panelRows', () => {
  it.each([
    [[], ''],
    [[citation(0, 'mentions'), citation(1, 'basis'), citation(2, 'basis')], 'basis(2) 1 2 mentions(1) 0'],
    [
      [citation(0, 'implements'), citation(1, 'mentions', 0), citation(2, 'mentions', 1)],
      'implements(1) 0 -1 --2',
    ],
    // Links that lead nowhere or back to themselves leave the citation at the top.
    [[citation(0, 'mentions', 0), citation(1, 'mentions', 9)], 'mentions(2) 0 1'],
    [[citation(0, 'basis', 1), citation(1, 'basis', 0)], 'basis(2) 0 1'],
  ] as const)('case %#', (citations, rows) => expect(draw(citations)).toBe(rows))

  it('shows every citation exactly once, whatever the links', () => {
    const link = fc.option(fc.integer({ min: -1, max: 12 }), { nil: null })
    fc.assert(
      fc.property(fc.array(link, { maxLength: 10 }), (links) => {
        const citations = links.map((governedBy, id) => citation(id, 'basis', governedBy))
        const shown = panelRows(citations).flatMap((row) =>
          row.kind === 'citation' ? [row.citation.id] : [],
        )
        expect(shown.toSorted((a, b) => a - b)).toEqual(citations.map(({ id }) => id))
      }),
    )
  })
})

describe('stateOf', () => {
  const instrument = (heldDocumentId: number | null): Instrument => ({
    id: 7,
    key: 'k',
    system: null,
    kind: null,
    number: '1',
    symbol: 'A/B',
    year: null,
    issuedOn: null,
    term: null,
    issuer: null,
    scope: null,
    level: 'other',
    title: null,
    heldDocumentId,
    validity: 'unknown',
  })
  it.each([
    ['held', { instrument: instrument(3) }, 1],
    ['notHeld', { instrument: instrument(null) }, 1],
    ['notHeld', { instrument: null }, 1],
    ['ambiguous', { instrumentId: null, candidates: [1, 2] }, 1],
    ['itself', { instrument: instrument(3) }, 7],
  ] as const)('%s', (state, part, own) =>
    expect(stateOf({ ...citation(0, 'basis'), ...part, candidates: [] }, own)).toBe(state),
  )
})
