/** Fingerprints in, the documents that look like versions of one another out; and what a person decided of them. */
import { bandsOf, likeness } from '../../shared/documents/fingerprint.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** Alike enough to be proposed: a re-scan with its errors, another format with its headers; not two plans of one mould. */
const PROPOSED_FROM = 0.7
/** Documents compared with a new one: a mould copied a thousand times must not slow an import. */
const COMPARED_AT_MOST = 50

/** Keeps the fingerprint of a new document and proposes the documents it may be a version of. */
export function saveFingerprint(db: WriteHandle, documentId: number, print: Uint32Array): void {
  const bands = bandsOf(print)
  const met = statement<[string, number, number], number>(
    db,
    `SELECT document_id FROM fingerprint_bands WHERE band IN (SELECT value FROM json_each(?)) AND document_id <> ?
     GROUP BY document_id ORDER BY count(*) DESC, document_id LIMIT ?`,
  )
    .pluck()
    .all(JSON.stringify(bands), documentId, COMPARED_AT_MOST)
  for (const other of met) {
    const stored = statement<[number], Buffer>(db, 'SELECT print FROM fingerprints WHERE document_id = ?')
      .pluck()
      .get(other)
    const alike = stored ? likeness(print, toPrint(stored)) : 0
    if (alike >= PROPOSED_FROM) {
      statement(
        db,
        'INSERT OR REPLACE INTO version_proposals (earlier_id, later_id, likeness) VALUES (?, ?, ?)',
      ).run(Math.min(other, documentId), Math.max(other, documentId), alike)
    }
  }
  statement(db, 'INSERT OR REPLACE INTO fingerprints (document_id, print) VALUES (?, ?)').run(
    documentId,
    Buffer.from(print.buffer, print.byteOffset, print.byteLength),
  )
  const insert = statement(db, 'INSERT OR IGNORE INTO fingerprint_bands (band, document_id) VALUES (?, ?)')
  for (const band of bands) insert.run(band, documentId)
}

/**
 * Proposes the documents read from the same place before: a scanner that writes one PDF page by page, a paper saved
 * again under its name. Two that bear different numbers are different papers in a place used twice.
 */
export function proposeSamePlace(db: WriteHandle, documentId: number): void {
  const own = statement<[number], Buffer>(db, 'SELECT print FROM fingerprints WHERE document_id = ?')
    .pluck()
    .get(documentId)
  const others = statement<[number], { id: number; print: Buffer | null }>(
    db,
    `SELECT other.id, f.print FROM documents own JOIN documents other ON other.source_path = own.source_path
     LEFT JOIN fingerprints f ON f.document_id = other.id
     WHERE own.id = ? AND other.id <> own.id
       AND (other.family = own.family OR own.number IS NULL OR other.number IS NULL)`,
  ).all(documentId)
  for (const { id, print } of others) {
    statement(
      db,
      'INSERT OR IGNORE INTO version_proposals (earlier_id, later_id, likeness) VALUES (?, ?, ?)',
    ).run(
      Math.min(id, documentId),
      Math.max(id, documentId),
      own && print ? likeness(toPrint(own), toPrint(print)) : 0,
    )
  }
}

/** Forgets the fingerprint of a document and what it proposed. */
export function dropFingerprint(db: WriteHandle, documentId: number): void {
  statement(db, 'DELETE FROM fingerprints WHERE document_id = ?').run(documentId)
  statement(db, 'DELETE FROM fingerprint_bands WHERE document_id = ?').run(documentId)
  statement(db, 'DELETE FROM version_proposals WHERE earlier_id = ? OR later_id = ?').run(
    documentId,
    documentId,
  )
}

/** A copy: a view over SQLite's buffer may not be aligned to four bytes. */
function toPrint(stored: Buffer): Uint32Array {
  return new Uint32Array(Uint8Array.from(stored).buffer)
}

/** A document that is, or may be, a version of another. `isDecided` is null while nobody has said. */
export interface VersionRow {
  readonly documentId: number
  readonly likeness: number
  readonly isDecided: boolean | null
}

/** Versions of a document, those a person refused left out. */
export function readVersions(db: ReadHandle, documentId: number): VersionRow[] {
  return statement<[number], { documentId: number; likeness: number; decided: number | null }>(
    db,
    `WITH own AS (SELECT id, sha256 FROM documents WHERE id = ?),
       alike AS (
         SELECT CASE WHEN p.earlier_id = own.id THEN p.later_id ELSE p.earlier_id END AS id, p.likeness
         FROM own JOIN version_proposals p ON p.earlier_id = own.id OR p.later_id = own.id
         UNION ALL
         -- Of one number and date, or found alike under an earlier reading: a person said so.
         SELECT other.id, 0 FROM own JOIN version_decisions d ON own.sha256 IN (d.sha256, d.other_sha256)
           JOIN documents other ON other.sha256 IN (d.sha256, d.other_sha256) AND other.id <> own.id)
     SELECT other.id AS documentId, max(alike.likeness) AS likeness, d.is_version AS decided
     FROM own, alike JOIN documents other ON other.id = alike.id
     LEFT JOIN version_decisions d
       ON d.sha256 = min(own.sha256, other.sha256) AND d.other_sha256 = max(own.sha256, other.sha256)
     WHERE coalesce(d.is_version, 1) = 1
     GROUP BY other.id ORDER BY 2 DESC, 1`,
  )
    .all(documentId)
    .map(({ decided, ...row }) => ({ ...row, isDecided: decided === null ? null : decided === 1 }))
}

/** Remembers what a person said of two documents; null forgets it. */
export function saveVersionDecision(
  db: WriteHandle,
  pair: readonly [string, string],
  isVersion: boolean | null,
  decidedAt: string,
): void {
  const [first, second] = [...pair].sort()
  if (isVersion === null) {
    statement(db, 'DELETE FROM version_decisions WHERE sha256 = ? AND other_sha256 = ?').run(first, second)
    return
  }
  statement(
    db,
    'INSERT OR REPLACE INTO version_decisions (sha256, other_sha256, is_version, decided_at) VALUES (?, ?, ?, ?)',
  ).run(first, second, Number(isVersion), decidedAt)
}
