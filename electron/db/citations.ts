/** Rows of citations: readings in, stored citations out, each with the instrument it was resolved to. */
import type { MarkedQuote } from '../../shared/citations/quote.ts'
import type { Citation, EdgeRelation, Relation } from '../../shared/contract/citation.ts'
import type { Level } from '../../shared/contract/instrument.ts'
import type { StoredCitation } from '../../shared/contract/views.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { type StoredInstrument, toInstrument } from './instruments.ts'
import { statement } from './statements.ts'

/** Where a citation's number belongs for resolving. */
export interface CitationPlace extends MarkedQuote {
  readonly family: string
  readonly scope: string | null
  readonly level: Level
  readonly page: number
}

/** A row of `citations`. */
export interface CitationRow {
  readonly id: number
  readonly document_id: number
  readonly ordinal: number
  readonly start_offset: number
  readonly end_offset: number
  readonly raw: string
  readonly type: string | null
  readonly number: string
  readonly symbol: string
  readonly year: number | null
  readonly date: string | null
  readonly issuer: string | null
  readonly subject: string | null
  readonly relation: Relation
  readonly relation_detail: string | null
  readonly governed_by: number | null
  readonly nested_relation: EdgeRelation | null
  readonly term: string | null
  readonly sentence_start: number
  readonly sentence_end: number
  readonly quote: string
  readonly page: number
  readonly unverified: number
  readonly family: string
  readonly scope: string | null
  readonly level: Level
  readonly instrument_id: number | null
  readonly resolution: StoredCitation['resolution']
  readonly resolution_reason: string
}

/** Removes the citations of a document, and with them the edges they show. */
export function deleteCitations(db: WriteHandle, documentId: number): void {
  statement(db, 'DELETE FROM citations WHERE document_id = ?').run(documentId)
}

/** Stores the citations of a document, in their order. */
export function insertCitations(
  db: WriteHandle,
  documentId: number,
  citations: readonly (Citation & CitationPlace)[],
): void {
  const insert = statement(
    db,
    `INSERT INTO citations (document_id, ordinal, start_offset, end_offset, raw, type, number, symbol, year, date, issuer,
       subject, relation, relation_detail, governed_by, nested_relation, term, sentence_start, sentence_end, quote, quote_start, quote_end,
       page, unverified, family, scope, level)
     VALUES (@documentId, @ordinal, @start, @end, @raw, @type, @number, @symbol, @year, @date, @issuer,
       @subject, @relation, @relationDetail, @governedBy, @nestedRelation, @term, @sentenceStart, @sentenceEnd, @quote, @quoteStart, @quoteEnd,
       @page, @unverified, @family, @scope, @level)`,
  )
  for (const [ordinal, { sentence, unverified, ...citation }] of citations.entries()) {
    insert.run({
      ...citation,
      documentId,
      ordinal,
      sentenceStart: sentence.start,
      sentenceEnd: sentence.end,
      unverified: Number(unverified),
    })
  }
}

/** Puts the citations of a document to where its metadata now says they belong. */
export function moveCitations(
  db: WriteHandle,
  places: readonly { id: number; scope: string | null; level: Level }[],
): void {
  const update = statement(db, 'UPDATE citations SET scope = ?, level = ? WHERE id = ?')
  for (const { id, scope, level } of places) update.run(scope, level, id)
}

/** Raw rows of a document, in order. */
export function readCitationRows(db: ReadHandle, documentId: number): CitationRow[] {
  return statement<[number], CitationRow>(
    db,
    'SELECT * FROM citations WHERE document_id = ? ORDER BY ordinal',
  ).all(documentId)
}

/** One citation's row. */
export function findCitation(db: ReadHandle, id: number): CitationRow | undefined {
  return statement<[number], CitationRow>(db, 'SELECT * FROM citations WHERE id = ?').get(id)
}

/** The citations of a document as the contract shows them. */
export function readCitationsOf(db: ReadHandle, documentId: number): StoredCitation[] {
  const rows = readCitationRows(db, documentId)
  const candidates = groupCandidates(db, documentId)
  const instruments = new Map(
    statement<[number], StoredInstrument>(
      db,
      'SELECT * FROM instruments WHERE id IN (SELECT instrument_id FROM citations WHERE document_id = ?)',
    )
      .all(documentId)
      .map((row) => [row.id, toInstrument(row)]),
  )
  return rows.map((row) => ({
    ...toCitation(row),
    id: row.id,
    documentId,
    page: row.page,
    resolution: row.resolution,
    resolutionReason: row.resolution_reason,
    instrumentId: row.instrument_id,
    candidates: candidates.get(row.id) ?? [],
    instrument: (row.instrument_id !== null && instruments.get(row.instrument_id)) || null,
  }))
}

/** A stored row as the reading it came from. */
export function toCitation(row: CitationRow): Citation {
  return {
    start: row.start_offset,
    end: row.end_offset,
    raw: row.raw,
    type: row.type,
    number: row.number,
    symbol: row.symbol,
    year: row.year,
    date: row.date,
    issuer: row.issuer,
    subject: row.subject,
    relation: row.relation,
    governedBy: row.governed_by,
    nestedRelation: row.nested_relation,
    relationDetail: row.relation_detail,
    term: row.term,
    sentence: { start: row.sentence_start, end: row.sentence_end },
    unverified: row.unverified === 1,
  }
}

function groupCandidates(db: ReadHandle, documentId: number): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  const rows = statement<[number], { citation_id: number; instrument_id: number }>(
    db,
    `SELECT citation_id, instrument_id FROM citation_candidates
       WHERE citation_id IN (SELECT id FROM citations WHERE document_id = ?) ORDER BY instrument_id`,
  ).all(documentId)
  for (const row of rows)
    groups.set(row.citation_id, [...(groups.get(row.citation_id) ?? []), row.instrument_id])
  return groups
}
