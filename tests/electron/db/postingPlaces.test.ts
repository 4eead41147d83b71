/** A library whose postings still lie by segment and term is opened: they come over, and every search answers as before. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import { migrate, SCHEMA_VERSION } from '../../../electron/db/migrate.ts'
import { compact } from '../../../electron/search/compaction.ts'
import { indexDocument } from '../../../electron/search/indexing.ts'
import { createSearcher } from '../../../electron/search/searcher.ts'
import { listSegments } from '../../../electron/search/segments.ts'
import { verifyIndex } from '../../../electron/search/verify.ts'
import { makeDocuments } from '../../golden/search/corpus.ts'

const BEFORE = 14
/** The table as it was before, filled from the one that is. */
const BACK = `
  CREATE TABLE earlier (
    segment_id INTEGER NOT NULL, term_id INTEGER NOT NULL, entry_count INTEGER NOT NULL, postings BLOB NOT NULL,
    PRIMARY KEY (segment_id, term_id)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO earlier SELECT place >> 32, place & 4294967295, entry_count, postings FROM search_postings;
  DROP TABLE search_postings;
  ALTER TABLE earlier RENAME TO search_postings;
  PRAGMA user_version = ${BEFORE};
`

let folder: string
let db: WriteHandle

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'posting-places-'))
  db = new Database(join(folder, 'library.db')) as WriteHandle
})

afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

it('brings the postings of every segment over and goes on from there', () => {
  migrate(db, folder)
  const documents = [...makeDocuments({ count: 1400, seed: 12, shortest: 20, longest: 60 })]
  const [first, rest] = [documents.slice(0, 1350), documents.slice(1350)]
  db.transaction(() => {
    for (const document of first) indexDocument(db, document)
  })()
  compact(db, Number.POSITIVE_INFINITY)
  expect(listSegments(db).length).toBeGreaterThan(2)
  const ask = () => createSearcher(db).search({ query: 'công tác tôn giáo', limit: 500, offset: 0 }).hits
  const before = ask()
  expect(before.length).toBeGreaterThan(50)

  db.exec(BACK)
  expect(migrate(db, folder)).toEqual({ ok: true, value: SCHEMA_VERSION })

  expect(ask()).toEqual(before)
  expect(verifyIndex(db, first)).toEqual([])
  db.transaction(() => {
    for (const document of rest) indexDocument(db, document)
  })()
  compact(db, Number.POSITIVE_INFINITY)
  expect(verifyIndex(db, documents)).toEqual([])
})
