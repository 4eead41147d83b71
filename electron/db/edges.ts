/** The graph as rows: instruments in, the ones they act on or are acted on by out, a level at a time. */
import type { EdgeRelation } from '../../shared/contract/citation.ts'
import type { Edge, Evidence } from '../../shared/contract/instrument.ts'
import type { ReadHandle } from './handles.ts'
import { EVIDENCE, readQuotes } from './quotes.ts'
import { statement } from './statements.ts'

/** Which end of an edge a walk starts from. */
export type WalkDirection = 'against' | 'along' | 'both'

/** What a walk may follow and how far. */
export interface Walk {
  readonly rootId: number
  /** `along` follows edges from the acting to the acted on, `against` the other way. */
  readonly direction: WalkDirection
  readonly depth: number
  readonly relations: readonly EdgeRelation[]
  /** Most instruments to reach; the walk stops between levels once it has them. */
  readonly limit: number
}

/**
 * Instruments reached from the root with their distance in edges, the root included at 0.
 * Level by level over the edge indexes: a cycle is met once and never walked again.
 */
export function walkGraph(db: ReadHandle, walk: Walk): Map<number, number> {
  const relations = JSON.stringify(walk.relations)
  const steps = stepStatements(db, walk.direction)
  const reached = new Map([[walk.rootId, 0]])
  let frontier = [walk.rootId]
  for (let depth = 1; depth <= walk.depth && frontier.length > 0 && reached.size < walk.limit; depth++) {
    const next: number[] = []
    for (const step of steps) {
      for (const id of step.all(JSON.stringify(frontier), relations)) {
        if (reached.has(id) || reached.size >= walk.limit) continue
        reached.set(id, depth)
        next.push(id)
      }
    }
    frontier = next
  }
  return reached
}

function stepStatements(db: ReadHandle, direction: WalkDirection) {
  const step = (near: string, far: string) =>
    statement<[string, string], number>(
      db,
      `SELECT DISTINCT ${far} FROM edges WHERE ${near} IN (SELECT value FROM json_each(?))
         AND relation IN (SELECT value FROM json_each(?)) AND status <> 'rejected' ORDER BY 1`,
    ).pluck()
  const along = step('from_id', 'to_id')
  const against = step('to_id', 'from_id')
  return direction === 'along' ? [along] : direction === 'against' ? [against] : [against, along]
}

/** An edge with its places counted. */
interface GroupedRow {
  readonly from: number
  readonly to: number
  readonly relation: EdgeRelation
  readonly isImpossible: number
  readonly places: number
  readonly firstCitation: number
}

/** Beyond this many edges a view is read as a whole, not edge by edge: one quote each is enough. */
const CLOSE_VIEW = 300

/**
 * Edges with both ends among these instruments, each with at most `evidenceLimit` quotes (0: none are read); one each when
 * there are very many. The edges come from their index alone; quotes are read for what is shown.
 */
export function readEdgesAmong(
  db: ReadHandle,
  ids: readonly number[],
  relations: readonly EdgeRelation[],
  evidenceLimit: number,
): Edge[] {
  const rows = statement<[string, string, string], GroupedRow>(
    db,
    `SELECT from_id AS "from", to_id AS "to", relation, max(is_impossible) AS isImpossible, count(*) AS places,
       min(citation_id) AS firstCitation
     FROM edges
     WHERE from_id IN (SELECT value FROM json_each(?)) AND to_id IN (SELECT value FROM json_each(?))
       AND relation IN (SELECT value FROM json_each(?)) AND from_id <> to_id AND status <> 'rejected'
     GROUP BY from_id, relation, to_id`,
  ).all(JSON.stringify(ids), JSON.stringify(ids), JSON.stringify(relations))
  const quotes = readQuotes(db, evidenceLimit === 0 ? [] : rows.map(({ firstCitation }) => firstCitation))
  const isClose = rows.length <= CLOSE_VIEW
  return rows.map(({ from, to, relation, isImpossible, places, firstCitation }) => {
    const first = quotes.get(firstCitation)
    const evidence =
      isClose && places > 1 && evidenceLimit > 1
        ? readKeptPlaces(db, from, to, relation, evidenceLimit)
        : first
          ? [first]
          : []
    return { from, to, relation, evidence, isImpossible: isImpossible === 1 }
  })
}

function readKeptPlaces(
  db: ReadHandle,
  from: number,
  to: number,
  relation: EdgeRelation,
  limit: number,
): Evidence[] {
  return statement<[number, EdgeRelation, number, number], Evidence>(
    db,
    `SELECT ${EVIDENCE}
     FROM edges JOIN citations c ON c.id = edges.citation_id
     WHERE edges.from_id = ? AND edges.relation = ? AND edges.to_id = ? AND edges.status <> 'rejected'
     ORDER BY c.document_id, c.start_offset LIMIT ?`,
  ).all(from, relation, to, limit)
}
