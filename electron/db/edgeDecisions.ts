/** A person's verdict on an edge in, kept by file and place so that it survives re-import; the edges carry it on. */
import type { EdgeStatus } from '../../shared/contract/tracing.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import type { EdgeName } from './links.ts'
import { statement } from './statements.ts'

/** The verdict, who gave it and when (ISO 8601 UTC). `citationId` narrows it to one place. */
export interface EdgeVerdict {
  readonly status: EdgeStatus
  readonly citationId: number | null
  readonly by: string
  readonly at: string
}

interface DecidedPlace {
  readonly citation_id: number
  readonly sha256: string
  readonly start_offset: number
  readonly end_offset: number
}

/** Writes the verdict at every place of the edge, or at one; returns how many places it reached. */
export function decideEdge(db: WriteHandle, edge: EdgeName, verdict: EdgeVerdict): number {
  const places = readDecidedPlaces(db, edge).filter(
    ({ citation_id }) => verdict.citationId === null || citation_id === verdict.citationId,
  )
  const forget = statement(
    db,
    'DELETE FROM edge_decisions WHERE sha256 = ? AND start_offset = ? AND end_offset = ? AND relation = ?',
  )
  const remember = statement(
    db,
    `INSERT OR REPLACE INTO edge_decisions (sha256, start_offset, end_offset, relation, status, decided_by, decided_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const mark = statement(
    db,
    'UPDATE edges SET status = ? WHERE citation_id = ? AND from_id = ? AND relation = ?',
  )
  for (const place of places) {
    const where = [place.sha256, place.start_offset, place.end_offset, edge.relation] as const
    if (verdict.status === 'proposed') forget.run(...where)
    else remember.run(...where, verdict.status, verdict.by, verdict.at)
    mark.run(verdict.status, place.citation_id, edge.from, edge.relation)
  }
  return places.length
}

function readDecidedPlaces(db: ReadHandle, { from, to, relation }: EdgeName): DecidedPlace[] {
  return statement<[number, string, number], DecidedPlace>(
    db,
    `SELECT c.id AS citation_id, d.sha256, c.start_offset, c.end_offset FROM edges
     JOIN citations c ON c.id = edges.citation_id JOIN documents d ON d.id = c.document_id
     WHERE edges.from_id = ? AND edges.relation = ? AND edges.to_id = ?`,
  ).all(from, relation, to)
}
