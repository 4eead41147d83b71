/** Holds schema step 3 to a library of step 2 with edges in it: nothing is lost, every edge is a proposal. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import { migrate, SCHEMA_VERSION } from '../../../electron/db/migrate.ts'
import { readQuotes } from '../../../electron/db/quotes.ts'
import { readSteps } from '../../../electron/db/threads.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chi-do-step-3-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('schema step 3', () => {
  it('keeps the edges of an older library, all of them proposed', () => {
    const db = new Database(join(folder, 'library.db')) as WriteHandle
    migrate(db, folder, 2)
    db.pragma('foreign_keys = OFF')
    db.exec(`
      INSERT INTO instruments (id, key, family, level) VALUES (1, 'a', 'a', 'central'), (2, 'b', 'b', 'province');
      INSERT INTO edges (citation_id, from_id, to_id, relation, is_impossible) VALUES (1, 2, 1, 'implements', 0), (2, 2, 1, 'implements', 0);
    `)
    expect(migrate(db, folder)).toEqual({ ok: true, value: SCHEMA_VERSION })
    expect(readSteps(db, [1], 'implementers', ['implements'], 10)).toEqual([
      {
        near: 1,
        far: 2,
        relation: 'implements',
        isImpossible: false,
        status: 'proposed',
        places: 2,
        firstCitation: 1,
      },
    ])
    const plan = db
      .prepare(
        "EXPLAIN QUERY PLAN SELECT from_id FROM edges WHERE to_id = 1 AND relation = 'basis' AND status <> 'rejected'",
      )
      .all()
    expect(JSON.stringify(plan)).toContain('COVERING INDEX edges_to')
    db.close()
  })
})

describe('schema step 11', () => {
  it('marks the citation in quotes of an older library, and has deadlines read again', () => {
    const db = new Database(join(folder, 'library.db')) as WriteHandle
    migrate(db, folder, 10)
    db.pragma('foreign_keys = OFF')
    const insert = db.prepare(
      `INSERT INTO citations (id, document_id, ordinal, start_offset, end_offset, raw, number, symbol, relation, sentence_start,
         sentence_end, quote, page, unverified, family, level)
       VALUES (?, 1, ?, 9, 17, ?, '1', 'KH', 'basis', 0, 99, ?, 1, 0, 'f', 'province')`,
    )
    insert.run(1, 0, '25-NQ/TW', 'Căn cứ Nghị quyết số 25-NQ/TW; thực hiện 25-NQ/TW')
    insert.run(2, 1, '43\n-KL/TW', 'Kết luận số 43 -KL/TW')
    db.exec('INSERT INTO deadlines_read (document_id, reader) VALUES (1, 1)')
    expect(migrate(db, folder)).toEqual({ ok: true, value: SCHEMA_VERSION })
    const quotes = readQuotes(db, [1, 2])
    expect(quotes.get(1)).toMatchObject({ quoteStart: 21, quoteEnd: 29 })
    expect(quotes.get(2)).toMatchObject({ quoteStart: 0, quoteEnd: 0 })
    expect(db.prepare('SELECT count(*) FROM deadlines_read').pluck().get()).toBe(0)
    db.close()
  })
})
