/** What a person should look at, as one list over warnings, ambiguous and unverified citations, doubtful metadata and impossible edges. */
import type { ReviewItem, ReviewKind } from '../../shared/contract/views.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** One open question, before it is worded. */
export interface ReviewRow {
  readonly id: string
  readonly kind: ReviewItem['kind']
  readonly code: string
  readonly message: string
  readonly document_id: number
  readonly doc_kind: string | null
  readonly doc_title: string | null
  readonly file_name: string
  readonly confidence: string
  readonly start_offset: number | null
  readonly end_offset: number | null
  readonly quote: string | null
  readonly suggestion: string | null
  readonly citation_id: number | null
  readonly other_id: number | null
}

/** Every source of questions in one shape. Ids carry a letter so that they never collide. */
const SOURCES = [
  `
  SELECT 'w' || w.id AS id, 'anomaly' AS kind, w.code, w.message, w.document_id, w.start_offset, w.end_offset,
    NULL AS quote, w.suggestion, NULL AS citation_id, 1 AS rank, NULL AS other_id
  FROM text_warnings w WHERE w.status = 'open'`,
  `
  SELECT 'a' || c.id, 'ambiguous', c.resolution_reason, c.raw, c.document_id, c.start_offset, c.end_offset,
    c.quote, NULL, c.id, 2, NULL
  FROM citations c WHERE c.resolution = 'ambiguous'`,
  `
  SELECT 'e' || c.id || '.' || e.from_id, 'impossible_edge', e.relation, c.raw, c.document_id, c.start_offset, c.end_offset,
    c.quote, NULL, c.id, 3, NULL
  FROM edges e JOIN citations c ON c.id = e.citation_id WHERE e.is_impossible = 1`,
  `
  SELECT 'u' || c.id, 'unverified', 'unverified', c.raw, c.document_id, c.start_offset, c.end_offset,
    c.quote, NULL, c.id, 4, NULL
  FROM citations c WHERE c.unverified = 1 AND c.resolution <> 'decided'`,
  `
  SELECT 'm' || d.id, 'metadata', 'doubtful_metadata', '', d.id, NULL, NULL, NULL, NULL, NULL, 5, NULL
  FROM documents d WHERE d.is_doubtful = 1`,
  `
  SELECT 'v' || p.later_id || '.' || p.earlier_id, 'version', 'version', earlier.file_name, p.later_id, NULL, NULL, NULL,
    NULL, NULL, 6, p.earlier_id
  FROM version_proposals p JOIN documents later ON later.id = p.later_id JOIN documents earlier ON earlier.id = p.earlier_id
  WHERE NOT EXISTS (SELECT 1 FROM version_decisions v
    WHERE v.sha256 = min(later.sha256, earlier.sha256) AND v.other_sha256 = max(later.sha256, earlier.sha256))`,
  `
  SELECT 'n' || d.id, 'same_number', 'same_number', d.file_name, d.id, NULL, NULL, NULL, NULL, NULL, 7, i.held_document_id
  FROM instruments i JOIN documents d ON d.instrument_id = i.id
    JOIN documents held ON held.id = i.held_document_id
  WHERE i.held_document_id <> d.id
    AND NOT EXISTS (SELECT 1 FROM version_decisions v
      WHERE v.sha256 = min(d.sha256, held.sha256) AND v.other_sha256 = max(d.sha256, held.sha256))
    AND NOT EXISTS (SELECT 1 FROM version_proposals p
      WHERE p.earlier_id = min(d.id, i.held_document_id) AND p.later_id = max(d.id, i.held_document_id))`,
] as const

const QUESTIONS = SOURCES.join('\n  UNION ALL')

/** One window of the open questions, oddities first. */
export function listQuestions(
  db: ReadHandle,
  kind: ReviewKind | null,
  limit: number,
  offset: number,
): { total: number; rows: ReviewRow[]; counts: { kind: ReviewKind; count: number }[] } {
  const rows = statement<[string | null, number, number], ReviewRow>(
    db,
    `SELECT q.*, d.kind AS doc_kind, d.title AS doc_title, d.file_name, d.confidence FROM (${QUESTIONS}) q
       JOIN documents d ON d.id = q.document_id
       WHERE q.kind = coalesce(?, q.kind)
       ORDER BY q.rank, q.document_id, q.start_offset, q.id LIMIT ? OFFSET ?`,
  ).all(kind, limit, offset)
  const counts = statement<[], { kind: ReviewKind; count: number }>(
    db,
    `SELECT kind, count(*) AS count FROM (${QUESTIONS}) GROUP BY kind ORDER BY min(rank)`,
  ).all()
  const counted = counts.filter((each) => kind === null || each.kind === kind)
  return { total: counted.reduce((sum, { count }) => sum + count, 0), rows, counts }
}

/** How many open questions there are. */
export function countQuestions(db: ReadHandle): number {
  // Each source by itself: counted from its index, with no row put together.
  const counts = SOURCES.map((source) => `(SELECT count(*) FROM (${source}))`)
  return (
    statement<[], number>(db, `SELECT ${counts.join(' + ')}`)
      .pluck()
      .get() ?? 0
  )
}

/** Ids of the instruments an ambiguous citation may mean. */
export function readCandidateIds(db: ReadHandle, citationId: number): number[] {
  return statement<[number], number>(
    db,
    'SELECT instrument_id FROM citation_candidates WHERE citation_id = ? ORDER BY 1',
  )
    .pluck()
    .all(citationId)
}

/** Remembers which instrument a person chose for a citation. */
export function saveDecision(
  db: WriteHandle,
  decision: { sha256: string; start: number; end: number; instrumentKey: string; decidedAt: string },
): void {
  statement(
    db,
    `INSERT OR REPLACE INTO citation_decisions (sha256, start_offset, end_offset, instrument_key, decided_at)
     VALUES (@sha256, @start, @end, @instrumentKey, @decidedAt)`,
  ).run(decision)
}

/** Forgets a decision. */
export function deleteDecision(db: WriteHandle, sha256: string, start: number, end: number): void {
  statement(
    db,
    'DELETE FROM citation_decisions WHERE sha256 = ? AND start_offset = ? AND end_offset = ?',
  ).run(sha256, start, end)
}
