/** Schema step 6 over a library with documents in it: folders known, nothing marked unread; decisions follow edits of texts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderOf } from '../../../electron/db/documents.ts'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import { migrate } from '../../../electron/db/migrate.ts'
import { shiftDecisions } from '../../../electron/db/textCorrections.ts'

let folder: string
let db: WriteHandle
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chi-do-keeping-'))
  db = new Database(join(folder, 'library.db')) as WriteHandle
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

const PATHS = [
  ['/kho/2023/QĐ 45.pdf', '/kho/2023'],
  ['D:\\Văn bản\\2023\\QĐ 45.pdf', 'D:\\Văn bản\\2023'],
  ['\\\\máy chủ\\chung\\a.doc', '\\\\máy chủ\\chung'],
  ['/a.txt', ''],
  ['a.txt', ''],
] as const

describe('schema step 6', () => {
  it('gives documents stored before it their folder, and marks none unread', () => {
    expect(migrate(db, join(folder, 'backups'), 5)).toMatchObject({ ok: true })
    const insert = db.prepare(
      `INSERT INTO documents (sha256, file_name, source_path, format, byte_size, imported_at, page_count, citation_count,
         recipients, confidence, is_doubtful, level, family)
       VALUES (?, 'a', ?, 'txt', 1, '2026-01-01', 1, 0, '[]', '{}', 0, 'other', '')`,
    )
    for (const [index, [path]] of PATHS.entries()) insert.run(String(index), path)
    expect(migrate(db, join(folder, 'backups'), 6)).toMatchObject({ ok: true })
    expect(
      db.prepare('SELECT source_path, folder, unread_code FROM documents ORDER BY id').raw().all(),
    ).toEqual(PATHS.map(([path, expected]) => [path, expected, null]))
  })

  it.each(PATHS)('the folder of %s is «%s», in SQL and out of it', (path, expected) =>
    expect(folderOf(path)).toBe(expected),
  )
})

describe('decisions behind an edit', () => {
  const places = (): number[][] =>
    db
      .prepare('SELECT start_offset, end_offset FROM citation_decisions ORDER BY start_offset')
      .raw()
      .all() as number[][]

  it.each([
    [
      'before all of them',
      { start: 0, length: 2, newLength: 5 },
      [
        [13, 18],
        [18, 23],
        [33, 38],
      ],
    ],
    [
      'shorter by as much as lies between two',
      { start: 0, length: 5, newLength: 0 },
      [
        [5, 10],
        [10, 15],
        [25, 30],
      ],
    ],
    [
      'inside one',
      { start: 16, length: 1, newLength: 4 },
      [
        [10, 15],
        [33, 38],
      ],
    ],
    [
      'between two, putting in only',
      { start: 15, length: 0, newLength: 3 },
      [
        [10, 15],
        [18, 23],
        [33, 38],
      ],
    ],
    [
      'after all of them',
      { start: 40, length: 1, newLength: 9 },
      [
        [10, 15],
        [15, 20],
        [30, 35],
      ],
    ],
  ])('%s', (_, shift, expected) => {
    migrate(db, join(folder, 'backups'))
    const insert = db.prepare("INSERT INTO citation_decisions VALUES (?, ?, ?, 'key', '2026-01-01')")
    for (const [start, end] of [
      [10, 15],
      [15, 20],
      [30, 35],
    ])
      insert.run('own', start, end)
    insert.run('other', 10, 15)
    shiftDecisions(db, 'own', shift)
    const other = db
      .prepare("SELECT start_offset FROM citation_decisions WHERE sha256 = 'other'")
      .pluck()
      .all()
    expect(other).toEqual([10])
    db.prepare("DELETE FROM citation_decisions WHERE sha256 = 'other'").run()
    expect(places()).toEqual(expected)
  })
})
