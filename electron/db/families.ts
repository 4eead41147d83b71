/** Families waiting to be resolved: marks in, facts out, and the resolved instruments back into their rows. */
import type { Level } from '../../shared/contract/instrument.ts'
import type { FamilyFact, ResolvedInstrument } from '../../shared/graph/facts.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** Marks families to be resolved again. */
export function markPending(db: WriteHandle, families: Iterable<string>): void {
  const mark = statement(db, 'INSERT OR IGNORE INTO pending_families (family) VALUES (?)')
  for (const family of families) mark.run(family)
}

/** Some of the families that wait, in a fixed order. */
export function readPending(db: ReadHandle, limit: number): string[] {
  return statement<[number], string>(db, 'SELECT family FROM pending_families ORDER BY family LIMIT ?')
    .pluck()
    .all(limit)
}

/** How many families wait. */
export function countPending(db: ReadHandle): number {
  return statement<[], number>(db, 'SELECT count(*) FROM pending_families').pluck().get() ?? 0
}

/** Families that wait and hold a document no instrument stands for yet: it cannot be opened before. */
export function readPendingHeld(db: ReadHandle, limit: number): string[] {
  return statement<[number], string>(
    db,
    `SELECT DISTINCT p.family FROM documents d CROSS JOIN pending_families p ON p.family = d.family
     WHERE d.instrument_id IS NULL ORDER BY 1 LIMIT ?`,
  )
    .pluck()
    .all(limit)
}

/** Families that wait, of a document and of what it cites. */
export function readPendingOf(db: ReadHandle, documentId: number): string[] {
  return statement<[number, number], string>(
    db,
    `SELECT family FROM pending_families WHERE family IN (
       SELECT family FROM documents WHERE id = ? UNION SELECT family FROM citations WHERE document_id = ?)
     ORDER BY family`,
  )
    .pluck()
    .all(documentId, documentId)
}

/** Takes a family off the list. */
export function clearPending(db: WriteHandle, family: string): void {
  statement(db, 'DELETE FROM pending_families WHERE family = ?').run(family)
}

/** A fact with what the resolver does not need: where it is stored and what it was tied to before. */
export interface StoredFact extends Omit<FamilyFact, 'kind'> {
  readonly kind: string | null
  readonly documentId: number
  readonly citationId: number | null
  readonly instrumentId: number | null
  /** Resolution and reason as stored, to write only what changes. */
  readonly standing: string
}

interface HeldRow {
  readonly id: number
  readonly sha256: string
  readonly scope: string | null
  readonly level: Level
  readonly number: string | null
  readonly symbol: string | null
  readonly kind: string | null
  readonly year: number | null
  readonly issued_on: string | null
  readonly issuer: string | null
  readonly title: string | null
  readonly instrument_id: number | null
}

interface CitedRow {
  readonly id: number
  readonly document_id: number
  readonly sha256: string
  readonly ordinal: number
  readonly scope: string | null
  readonly level: Level
  readonly number: string
  readonly symbol: string
  readonly type: string | null
  readonly year: number | null
  readonly date: string | null
  readonly term: string | null
  readonly issuer: string | null
  readonly subject: string | null
  readonly citing_date: string | null
  readonly quote: string
  readonly parent: string | null
  readonly decided_key: string | null
  readonly instrument_id: number | null
  readonly raw: string
  readonly standing: string
}

/** Facts as they are stored; `system` and the years of a review are read from them by the caller. */
export type RawFact = Omit<StoredFact, 'system' | 'expectedYear'> & {
  /** The sentence and the number in it, to take the year of a review («tổng kết 10 năm …») from; null for a held document. */
  readonly said: { readonly quote: string; readonly raw: string } | null
}

/** Every fact of a family: documents that carry the number and citations that name it. */
export function readFamily(db: ReadHandle, family: string): RawFact[] {
  const held = statement<[string], HeldRow>(
    db,
    `SELECT id, sha256, scope, level, number, symbol, kind, year, issued_on, coalesce(organ, issuer) AS issuer, title,
         instrument_id FROM documents WHERE family = ?`,
  ).all(family)
  const cited = statement<[string], CitedRow>(
    db,
    `SELECT c.id, c.document_id, d.sha256, c.ordinal, c.scope, c.level, c.number, c.symbol, c.type, c.year, c.date, c.term,
         c.issuer, c.subject, c.quote, c.raw, c.instrument_id, d.issued_on AS citing_date,
         c.resolution || '/' || c.resolution_reason AS standing,
         CASE WHEN p.date IS NOT NULL THEN p.family || '|' || coalesce(p.scope, '?') || '|' || p.date END AS parent,
         decision.instrument_key AS decided_key
       FROM citations c
       JOIN documents d ON d.id = c.document_id
       LEFT JOIN citations p ON p.document_id = c.document_id AND p.ordinal = c.governed_by
       LEFT JOIN citation_decisions decision
         ON decision.sha256 = d.sha256 AND decision.start_offset = c.start_offset AND decision.end_offset = c.end_offset
       WHERE c.family = ?`,
  ).all(family)
  return [...held.map((row) => fromHeld(family, row)), ...cited.map((row) => fromCited(family, row))]
}

function fromHeld(family: string, row: HeldRow): RawFact {
  return {
    ref: `d${row.id}`,
    family,
    isHeld: true,
    sha256: row.sha256,
    ordinal: 0,
    scope: row.scope,
    level: row.level,
    number: row.number ?? '',
    symbol: row.symbol ?? '',
    kind: row.kind,
    year: row.year,
    date: row.issued_on,
    term: null,
    issuer: row.issuer,
    title: row.title,
    citingDate: row.issued_on,
    parent: null,
    decidedKey: null,
    documentId: row.id,
    citationId: null,
    instrumentId: row.instrument_id,
    standing: '',
    said: null,
  }
}

function fromCited(family: string, row: CitedRow): RawFact {
  return {
    ref: `c${row.id}`,
    family,
    isHeld: false,
    sha256: row.sha256,
    ordinal: row.ordinal + 1,
    scope: row.scope,
    level: row.level,
    number: row.number,
    symbol: row.symbol,
    kind: row.type,
    year: row.year,
    date: row.date,
    term: row.term,
    issuer: row.issuer,
    title: row.subject,
    citingDate: row.citing_date,
    parent: row.parent,
    decidedKey: row.decided_key,
    documentId: row.document_id,
    citationId: row.id,
    instrumentId: row.instrument_id,
    standing: row.standing,
    said: { quote: row.quote, raw: row.raw },
  }
}

/** The instruments a family has now: id and date by key. */
export function readFamilyKeys(
  db: ReadHandle,
  family: string,
): Map<string, { id: number; issuedOn: string | null }> {
  const rows = statement<[string], { key: string; id: number; issuedOn: string | null }>(
    db,
    'SELECT key, id, issued_on AS issuedOn FROM instruments WHERE family = ?',
  ).all(family)
  return new Map(rows.map(({ key, id, issuedOn }) => [key, { id, issuedOn }]))
}

/** Writes one instrument: into `id` when it continues an earlier one, else into a new row; returns its id. */
export function saveInstrument(
  db: WriteHandle,
  family: string,
  instrument: ResolvedInstrument,
  heldDocumentId: number | null,
  id: number | null,
): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO instruments (id, key, family, system, kind, number, number_value, symbol, year, issued_on, term, issuer,
         scope, level, title, held_document_id)
       VALUES (@id, @key, @family, @system, @kind, @number, @numberValue, @symbol, @year, @issuedOn, @term, @issuer,
         @scope, @level, @title, @heldDocumentId)
       ON CONFLICT (id) DO UPDATE SET key = excluded.key, system = excluded.system, kind = excluded.kind,
         number = excluded.number, number_value = excluded.number_value, symbol = excluded.symbol, year = excluded.year,
         issued_on = excluded.issued_on, term = excluded.term, issuer = excluded.issuer, scope = excluded.scope,
         level = excluded.level, title = excluded.title, held_document_id = excluded.held_document_id`,
  ).run({
    id,
    key: instrument.key,
    family,
    system: instrument.system,
    kind: instrument.kind,
    number: instrument.number || null,
    numberValue: Number.parseInt(instrument.number, 10) || null,
    symbol: instrument.symbol || null,
    year: instrument.year,
    issuedOn: instrument.issuedOn,
    term: instrument.term,
    issuer: instrument.issuer,
    scope: instrument.scope,
    level: instrument.level,
    title: instrument.title,
    heldDocumentId,
  })
  return id ?? Number(lastInsertRowid)
}

/** Gives an instrument a key nothing else has, so that keys can change places inside one transaction. */
export function parkKey(db: WriteHandle, id: number): void {
  statement(db, "UPDATE instruments SET key = '~' || id WHERE id = ?").run(id)
}

/** Removes an instrument that no fact names any more. */
export function deleteInstrument(db: WriteHandle, id: number): void {
  statement(db, 'DELETE FROM instruments WHERE id = ?').run(id)
}

/** What a citation was resolved to. */
export interface CitationResolution {
  readonly citationId: number
  readonly instrumentId: number | null
  readonly resolution: string
  readonly reason: string
  readonly candidates: readonly number[]
}

/** Writes the resolution of a citation and its candidates. */
export function saveResolution(db: WriteHandle, resolution: CitationResolution): void {
  statement(
    db,
    'UPDATE citations SET instrument_id = ?, resolution = ?, resolution_reason = ? WHERE id = ?',
  ).run(resolution.instrumentId, resolution.resolution, resolution.reason, resolution.citationId)
  statement(db, 'DELETE FROM citation_candidates WHERE citation_id = ?').run(resolution.citationId)
  const insert = statement(db, 'INSERT INTO citation_candidates (citation_id, instrument_id) VALUES (?, ?)')
  for (const candidate of resolution.candidates) insert.run(resolution.citationId, candidate)
}

/** Ties a held document to its instrument. */
export function saveHeldInstrument(db: WriteHandle, documentId: number, instrumentId: number): void {
  statement(db, 'UPDATE documents SET instrument_id = ? WHERE id = ?').run(instrumentId, documentId)
}

/** Documents with an edge at this instrument. */
export function readTouching(db: ReadHandle, instrumentId: number): number[] {
  return statement<[number, number], number>(
    db,
    `SELECT c.document_id FROM edges JOIN citations c ON c.id = edges.citation_id WHERE edges.from_id = ?
       UNION SELECT c.document_id FROM edges JOIN citations c ON c.id = edges.citation_id WHERE edges.to_id = ?`,
  )
    .pluck()
    .all(instrumentId, instrumentId)
}

/**
 * Draws the edges of a document anew from its citations: its own, and those between instruments it cites. What a person
 * said of an edge is looked up by file and place, so it holds after a re-import.
 */
export function redrawEdges(db: WriteHandle, documentId: number): void {
  statement(
    db,
    'DELETE FROM edges WHERE citation_id IN (SELECT id FROM citations WHERE document_id = ?)',
  ).run(documentId)
  const select = (relation: string, acting: string) => `
    INSERT OR IGNORE INTO edges (citation_id, from_id, to_id, relation, is_impossible, status)
    SELECT c.id, acting.id, acted.id, ${relation},
      ${relation} <> 'mentions' AND acting.issued_on IS NOT NULL AND acted.issued_on IS NOT NULL
        AND acting.issued_on < acted.issued_on,
      coalesce((SELECT decision.status FROM edge_decisions decision WHERE decision.sha256 = d.sha256
        AND decision.start_offset = c.start_offset AND decision.end_offset = c.end_offset
        AND decision.relation = ${relation}), 'proposed')
    FROM citations c
    JOIN documents d ON d.id = c.document_id
    LEFT JOIN citations governing ON governing.document_id = c.document_id AND governing.ordinal = c.governed_by
    JOIN instruments acted ON acted.id = c.instrument_id
    JOIN instruments acting ON acting.id = ${acting}
    WHERE c.document_id = ?`
  statement(db, select('c.relation', 'd.instrument_id')).run(documentId)
  statement(
    db,
    `${select('c.nested_relation', 'governing.instrument_id')} AND c.nested_relation IS NOT NULL`,
  ).run(documentId)
}

/** Counts again how many documents cite each of these instruments; an act does not cite itself. */
export function refreshCounts(db: WriteHandle, instrumentIds: Iterable<number>): void {
  const refresh = statement(
    db,
    `UPDATE instruments SET
       cited_by = (SELECT count(DISTINCT c.document_id) FROM citations c JOIN documents d ON d.id = c.document_id
                   WHERE c.instrument_id = instruments.id AND d.instrument_id IS NOT instruments.id)
     WHERE id = ?`,
  )
  for (const id of instrumentIds) refresh.run(id)
}
