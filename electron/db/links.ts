/** An instrument in, the edges at it out: counted by relation and level, and window by window with their quotes. */
import type { EdgeRelation } from '../../shared/contract/citation.ts'
import type { Evidence, Level } from '../../shared/contract/instrument.ts'
import type { EdgeStatus, LinkSide, TracedLink } from '../../shared/contract/tracing.ts'
import type { ReadHandle } from './handles.ts'
import { findInstruments } from './instruments.ts'
import { readQuotes } from './quotes.ts'
import { statement } from './statements.ts'

/** Edges of one relation whose other end is of one level. */
export interface LinkCount {
  readonly relation: EdgeRelation
  readonly level: Level
  readonly total: number
}

/** The near and the far end of a side's edges. */
const ENDS = { actsOn: ['from_id', 'to_id'], actedOnBy: ['to_id', 'from_id'] } as const

/** An edge all of whose places were rejected is left out unless asked for. */
const keptOnly = (withRejected: boolean): string => (withRejected ? '' : "AND edges.status <> 'rejected'")

/** How many other instruments each relation and level has on one side. */
export function countLinks(db: ReadHandle, id: number, side: LinkSide, withRejected: boolean): LinkCount[] {
  const [near, far] = ENDS[side]
  return statement<[number, number], LinkCount>(
    db,
    `SELECT links.relation, instruments.level, count(*) AS total FROM (
       SELECT DISTINCT relation, ${far} AS other FROM edges WHERE ${near} = ? AND ${far} <> ? ${keptOnly(withRejected)}
     ) links JOIN instruments ON instruments.id = links.other
     GROUP BY links.relation, instruments.level`,
  ).all(id, id)
}

interface LinkRow {
  readonly other: number
  readonly places: number
  readonly confirmed: number
  readonly rejected: number
  readonly first_citation: number
  readonly is_impossible: number
  readonly is_contradicted: number
}

/** One window of a group of links, newest first, each with its first place; the others by `readPlaces`. */
export function readLinks(
  db: ReadHandle,
  id: number,
  group: { readonly side: LinkSide; readonly relation: EdgeRelation; readonly level: Level },
  window: { readonly limit: number; readonly offset: number; readonly withRejected: boolean },
): TracedLink[] {
  const [near, far] = ENDS[group.side]
  const rows = statement<[number, EdgeRelation, number, EdgeRelation, Level, number, number], LinkRow>(
    db,
    `SELECT page.*, EXISTS (SELECT 1 FROM edges back WHERE back.${far} = ? AND back.relation = ? AND back.${near} = page.other
         AND back.status <> 'rejected') AS is_contradicted
     FROM (
       SELECT edges.${far} AS other, count(*) AS places, sum(edges.status = 'confirmed') AS confirmed,
         sum(edges.status = 'rejected') AS rejected, max(edges.is_impossible) AS is_impossible,
         min(edges.citation_id) AS first_citation
       FROM edges JOIN instruments ON instruments.id = edges.${far}
       WHERE edges.${near} = ? AND edges.relation = ? AND edges.from_id <> edges.to_id AND instruments.level = ?
         ${keptOnly(window.withRejected)}
       GROUP BY edges.${far}
       ORDER BY instruments.issued_on DESC NULLS LAST, edges.${far} LIMIT ? OFFSET ?
     ) page`,
  ).all(id, group.relation, id, group.relation, group.level, window.limit, window.offset)
  const instruments = findInstruments(
    db,
    rows.map(({ other }) => other),
  )
  const quotes = readQuotes(
    db,
    rows.map(({ first_citation }) => first_citation),
  )
  return rows.flatMap((row) => {
    const instrument = instruments.get(row.other)
    const first = quotes.get(row.first_citation)
    if (!instrument || !first) return []
    const decision = row.confirmed + row.rejected > 0 ? readDecision(db, id, row.other, group) : null
    return [
      {
        relation: group.relation,
        instrument,
        status: statusOf(row),
        decidedBy: decision?.decidedBy ?? null,
        decidedAt: decision?.decidedAt ?? null,
        isImpossible: row.is_impossible === 1,
        isContradicted: row.is_contradicted === 1,
        evidenceTotal: row.places,
        evidence: [first],
      },
    ]
  })
}

/** Who decided an edge last, and when. */
function readDecision(
  db: ReadHandle,
  id: number,
  other: number,
  { side, relation }: { readonly side: LinkSide; readonly relation: EdgeRelation },
): EdgePlace | undefined {
  const ends = side === 'actsOn' ? { from: id, to: other } : { from: other, to: id }
  return readPlaces(db, { ...ends, relation }, 1, 0)[0]
}

/** Confirmed by one place; rejected when every place is. */
export function statusOf(counts: { places: number; confirmed: number; rejected: number }): EdgeStatus {
  if (counts.confirmed > 0) return 'confirmed'
  return counts.rejected === counts.places ? 'rejected' : 'proposed'
}

/** Both ends of an edge and what it says. */
export interface EdgeName {
  readonly from: number
  readonly to: number
  readonly relation: EdgeRelation
}

/** One place that shows an edge, with what a person said of it. */
export interface EdgePlace extends Evidence {
  readonly status: EdgeStatus
  readonly decidedBy: string | null
  readonly decidedAt: string | null
}

/** How many places show an edge. */
export function countPlaces(db: ReadHandle, { from, to, relation }: EdgeName): number {
  return (
    statement<[number, EdgeRelation, number], number>(
      db,
      'SELECT count(*) FROM edges WHERE from_id = ? AND relation = ? AND to_id = ?',
    )
      .pluck()
      .get(from, relation, to) ?? 0
  )
}

/** The places that show an edge, decided ones first. */
export function readPlaces(
  db: ReadHandle,
  { from, to, relation }: EdgeName,
  limit: number,
  offset: number,
): EdgePlace[] {
  return statement<[number, EdgeRelation, number, number, number], EdgePlace>(
    db,
    `SELECT c.document_id AS documentId, c.id AS citationId, c.start_offset AS start, c.end_offset AS "end", c.quote, c.page,
       edges.status, decision.decided_by AS decidedBy, decision.decided_at AS decidedAt
     FROM edges
     JOIN citations c ON c.id = edges.citation_id
     JOIN documents d ON d.id = c.document_id
     LEFT JOIN edge_decisions decision ON decision.sha256 = d.sha256 AND decision.start_offset = c.start_offset
       AND decision.end_offset = c.end_offset AND decision.relation = edges.relation
     WHERE edges.from_id = ? AND edges.relation = ? AND edges.to_id = ?
     ORDER BY decision.decided_at DESC NULLS LAST, c.document_id, c.start_offset LIMIT ? OFFSET ?`,
  ).all(from, relation, to, limit, offset)
}

/** Places where a document cites itself. */
export function readSelfCitations(db: ReadHandle, id: number, limit: number): Evidence[] {
  return statement<[number, number, number], Evidence>(
    db,
    `SELECT c.document_id AS documentId, c.id AS citationId, c.start_offset AS start, c.end_offset AS "end", c.quote, c.page
     FROM documents d JOIN citations c ON c.document_id = d.id
     WHERE d.instrument_id = ? AND c.instrument_id = ? ORDER BY c.document_id, c.start_offset LIMIT ?`,
  ).all(id, id, limit)
}

/** How many edges at an instrument are rejected. */
export function countRejected(db: ReadHandle, id: number): number {
  return (
    statement<[number, number], number>(
      db,
      `SELECT count(*) FROM (SELECT DISTINCT from_id, to_id, relation FROM edges WHERE from_id = ? AND status = 'rejected'
       UNION SELECT DISTINCT from_id, to_id, relation FROM edges WHERE to_id = ? AND status = 'rejected')`,
    )
      .pluck()
      .get(id, id) ?? 0
  )
}
