/** Holds schema step 3 to a library of step 2 with edges in it: nothing is lost, every edge is a proposal. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import { migrate, SCHEMA_VERSION } from '../../../electron/db/migrate.ts'
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
