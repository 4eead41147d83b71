/** Opens, refuses, migrates and locks real library folders. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import { takeLock } from '../../../electron/db/lock.ts'
import { MIGRATIONS, migrate, SCHEMA_VERSION } from '../../../electron/db/migrate.ts'
import { databasePath, openForReading, openForWriting } from '../../../electron/db/open.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chi-do-db-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('opening a library', () => {
  it('creates, closes and opens again at the current schema', () => {
    const created = openForWriting(folder, true)
    if (!created.ok) throw new Error(created.failure.code)
    created.value.close()
    const again = openForWriting(folder, false)
    if (!again.ok) throw new Error(again.failure.code)
    expect(again.value.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
    expect(again.value.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(again.value.pragma('journal_mode', { simple: true })).toBe('wal')
    again.value.close()
  })

  it('makes every table STRICT', () => {
    const created = openForWriting(folder, true)
    if (!created.ok) throw new Error(created.failure.code)
    const loose = created.value
      .prepare<[], string>(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all()
    created.value.close()
    expect(loose).toEqual([])
  })

  const refused: [string, (path: string) => void, string][] = [
    ['a missing library', () => undefined, 'library_missing'],
    [
      'a file that is no database',
      (path) => writeFileSync(path, 'đây không phải cơ sở dữ liệu '.repeat(200)),
      'library_damaged',
    ],
    [
      'the database of another program',
      (path) => {
        const other = new Database(path)
        other.exec('CREATE TABLE photos (id INTEGER)')
        other.close()
      },
      'library_damaged',
    ],
    [
      'a newer schema',
      (path) => {
        const created = openForWriting(folder, true)
        if (!created.ok) throw new Error(created.failure.code)
        created.value.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
        created.value.close()
        expect(existsSync(path)).toBe(true)
      },
      'schema_too_new',
    ],
  ]
  it.each(refused)('refuses %s and leaves it as it was', (_, prepare, code) => {
    prepare(databasePath(folder))
    const opened = openForWriting(folder, false)
    expect(opened).toMatchObject({ ok: false, failure: { code } })
  })

  it('lets a reader in beside the writer, and stops the reader from writing', () => {
    const writer = openForWriting(folder, true)
    const reader = openForReading(folder, SCHEMA_VERSION)
    if (!writer.ok || !reader.ok) throw new Error('both should open')
    expect(() => reader.value.exec("INSERT INTO settings VALUES ('a', 'b')")).toThrow(/readonly/)
    reader.value.close()
    writer.value.close()
  })
})

describe('migrating', () => {
  it('goes step by step from an empty database, keeping rows, with a backup of what was there', () => {
    const db = new Database(join(folder, 'step.db')) as WriteHandle
    const backups = join(folder, 'backups')
    for (const { version } of MIGRATIONS) {
      expect(migrate(db, backups, version)).toEqual({ ok: true, value: version })
      if (version === 1) db.exec("INSERT INTO settings VALUES ('tên', 'kho mẫu')")
    }
    expect(db.prepare('SELECT value FROM settings').pluck().get()).toBe('kho mẫu')
    expect(readdirSync(backups)).toHaveLength(MIGRATIONS.length - 1)
    const backup = new Database(join(backups, 'before-migration-from-1.db'), { readonly: true })
    expect(backup.prepare('SELECT value FROM settings').pluck().get()).toBe('kho mẫu')
    backup.close()
    db.close()
  })

  it('leaves a database as it was when a step fails', () => {
    const db = new Database(join(folder, 'step.db')) as WriteHandle
    migrate(db, join(folder, 'backups'), 1)
    db.exec('CREATE TABLE search_documents (id INTEGER)')
    expect(() => migrate(db, join(folder, 'backups'))).toThrow()
    expect(db.pragma('user_version', { simple: true })).toBe(1)
    db.close()
  })
})

describe('the lock of the one writer', () => {
  it('refuses a second holder and is free again after release', () => {
    const first = takeLock(folder)
    if (!first.ok) throw new Error('should lock')
    expect(takeLock(folder)).toMatchObject({ ok: false, failure: { code: 'library_locked' } })
    first.value.release()
    const second = takeLock(folder)
    expect(second.ok).toBe(true)
    if (second.ok) second.value.release()
  })

  it('ends with the process that holds it, however it ends', async () => {
    const lockModule = new URL('../../../electron/db/lock.ts', import.meta.url).href
    const holder = spawn(
      process.execPath,
      [
        '-e',
        `import(${JSON.stringify(lockModule)}).then(({ takeLock }) => { globalThis.held = takeLock(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000) })`,
      ],
      { cwd: fileURLToPath(new URL('../../../', import.meta.url)) },
    )
    await new Promise((held) => holder.stdout.once('data', held))
    expect(takeLock(folder)).toMatchObject({ ok: false, failure: { code: 'library_locked' } })
    holder.kill('SIGKILL')
    await new Promise((ended) => holder.once('exit', ended))
    const lock = takeLock(folder)
    expect(lock.ok).toBe(true)
    if (lock.ok) lock.value.release()
  })
})
