/** Where the last page ended comes in; the next page of instruments or of edges goes out, in an order that never changes. */
import type { EdgeRelation } from '../../shared/contract/citation.ts'
import type { EdgeCursor, GraphEdge, GraphNode } from '../../shared/contract/graphMethods.ts'
import type { ReadHandle } from './handles.ts'
import { statement } from './statements.ts'

/** UTF-16 units of a title that a list shows; the rest is on the instrument's page. */
const LONGEST_TITLE = 160

/** Instruments with an id above `after`. One row more than asked for is read, to know whether there is a next page. */
export function readNodePage(
  db: ReadHandle,
  after: number,
  limit: number,
): { total: number; nodes: GraphNode[]; next: number | null } {
  const rows = statement<[number, number, number], GraphNode>(
    db,
    `SELECT id, kind, number, symbol, year, issued_on AS issuedOn, issuer, level, substr(title, 1, ?) AS title,
       held_document_id AS heldDocumentId, cited_by AS citedBy
     FROM instruments WHERE id > ? ORDER BY id LIMIT ?`,
  ).all(LONGEST_TITLE, after, limit + 1)
  const nodes = rows.slice(0, limit)
  return {
    total: statement<[], number>(db, 'SELECT count(*) FROM instruments').pluck().get() ?? 0,
    nodes,
    next: rows.length > limit ? (nodes.at(-1)?.id ?? null) : null,
  }
}

type EdgeRow = [
  acting: number,
  actedOn: number,
  kind: EdgeRelation,
  isConfirmed: number,
  isImpossible: number,
]

/** The edges after `after` in the order of their index, which holds all that is asked: no table is read. */
export function readEdgePage(
  db: ReadHandle,
  after: EdgeCursor | null,
  limit: number,
): { edges: GraphEdge[]; next: EdgeCursor | null } {
  const [from, relation, to] = after ?? [0, '', 0]
  const rows = statement<[from: number, relation: string, to: number, limit: number], EdgeRow>(
    db,
    `SELECT from_id, to_id, relation, max(status = 'confirmed'), max(is_impossible)
     FROM edges
     WHERE (from_id, relation, to_id) > (?, ?, ?) AND from_id <> to_id AND status <> 'rejected'
     GROUP BY from_id, relation, to_id ORDER BY from_id, relation, to_id LIMIT ?`,
  )
    .raw()
    .all(from, relation, to, limit + 1)
  const edges = rows
    .slice(0, limit)
    .map(
      ([acting, actedOn, kind, isConfirmed, isImpossible]): GraphEdge => [
        acting,
        actedOn,
        kind,
        isConfirmed === 1 ? 'confirmed' : isImpossible === 1 ? 'impossible' : 'proposed',
      ],
    )
  const last = rows.length > limit ? edges.at(-1) : undefined
  return { edges, next: last ? [last[0], last[2], last[1]] : null }
}
