/** An instrument in, the edges at it out: by relation and level, window by window with their quotes. */
import type { EdgeRelation } from '../../shared/contract/citation.ts'
import type { Evidence, Level } from '../../shared/contract/instrument.ts'
import type { EdgeStatus, LinkGroup, LinkSide, TracedLink } from '../../shared/contract/tracing.ts'
import type { ReadHandle } from './handles.ts'
import { findInstruments } from './instruments.ts'
import { EVIDENCE, readQuotes } from './quotes.ts'
import { statement } from './statements.ts'

/** The near and the far end of a side's edges. */
const ENDS = { actsOn: ['from_id', 'to_id'], actedOnBy: ['to_id', 'from_id'] } as const

/** An edge all of whose places were rejected is left out unless asked for. */
const keptOnly = (withRejected: boolean): string => (withRejected ? '' : "AND status <> 'rejected'")

interface LinkRow {
  readonly relation: EdgeRelation
  readonly level: Level
  readonly total: number
  readonly rank: number
  readonly other: number
  readonly places: number
  readonly confirmed: number
  readonly rejected: number
  readonly first_citation: number
  readonly is_impossible: number
  readonly is_contradicted: number
}

/** Which links of a side to read: of every group or of one, newest first, from `offset` on at most `limit` a group. */
export interface LinkWindow {
  readonly group: { readonly relation: EdgeRelation; readonly level: Level } | null
  readonly limit: number
  readonly offset: number
  readonly withRejected: boolean
}

/**
 * The links of one side by relation and level, each with its first place; the others by `readPlaces`. The edges are read
 * once, from their index, whatever the number of groups; quotes and names are read for the window alone.
 */
export function readLinkGroups(db: ReadHandle, id: number, side: LinkSide, window: LinkWindow): LinkGroup[] {
  const [near, far] = ENDS[side]
  const { group, offset, limit } = window
  // The first row of a group is read even when the window begins behind it: it carries the group's total.
  const rows = statement<
    [Record<'id' | 'offset' | 'limit', number> & { relation: string | null; level: string | null }],
    LinkRow
  >(
    db,
    `SELECT ranked.*, EXISTS (SELECT 1 FROM edges back WHERE back.${far} = @id AND back.relation = ranked.relation
         AND back.${near} = ranked.other AND back.status <> 'rejected') AS is_contradicted
     FROM (
       SELECT grouped.*, instruments.level, count(*) OVER (PARTITION BY grouped.relation, instruments.level) AS total,
         row_number() OVER (PARTITION BY grouped.relation, instruments.level
           ORDER BY instruments.issued_on DESC NULLS LAST, grouped.other) AS rank
       FROM (
         SELECT relation, ${far} AS other, count(*) AS places, sum(status = 'confirmed') AS confirmed,
           sum(status = 'rejected') AS rejected, max(is_impossible) AS is_impossible, min(citation_id) AS first_citation
         FROM edges
         WHERE ${near} = @id AND ${far} <> @id ${group ? 'AND relation = @relation' : ''} ${keptOnly(window.withRejected)}
         GROUP BY relation, ${far}
       ) grouped JOIN instruments ON instruments.id = grouped.other ${group ? 'WHERE instruments.level = @level' : ''}
     ) ranked
     WHERE rank = 1 OR (rank > @offset AND rank <= @offset + @limit)
     ORDER BY relation, level, rank`,
  ).all({ id, offset, limit, relation: group?.relation ?? null, level: group?.level ?? null })
  const shown = rows.filter(({ rank }) => rank > offset)
  const instruments = findInstruments(
    db,
    shown.map(({ other }) => other),
  )
  const quotes = readQuotes(
    db,
    shown.map(({ first_citation }) => first_citation),
  )
  const toLink = (row: LinkRow): TracedLink[] => {
    const instrument = instruments.get(row.other)
    const first = quotes.get(row.first_citation)
    if (!instrument || !first) return []
    const ends = side === 'actsOn' ? { from: id, to: row.other } : { from: row.other, to: id }
    const isDecided = row.confirmed + row.rejected > 0
    const decision = isDecided ? readPlaces(db, { ...ends, relation: row.relation }, 1, 0)[0] : undefined
    return [
      {
        relation: row.relation,
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
  }
  return rows
    .filter(({ rank }) => rank === 1)
    .map(({ relation, level, total }) => ({
      relation,
      level,
      total,
      links: shown.filter((row) => row.relation === relation && row.level === level).flatMap(toLink),
    }))
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
    `SELECT ${EVIDENCE},
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

/** Places where a document cites itself: its own citations are few, whoever else cites it may be thousands (CROSS JOIN). */
export function readSelfCitations(db: ReadHandle, id: number, limit: number): Evidence[] {
  return statement<[number, number, number], Evidence>(
    db,
    `SELECT ${EVIDENCE}
     FROM documents d CROSS JOIN citations c ON c.document_id = d.id
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
