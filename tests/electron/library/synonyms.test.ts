/** Groups of phrases held for the same: kept, found by from the next search on, removed, and refused where they say nothing. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import { migrate } from '../../../electron/db/migrate.ts'
import { synonymsSchema } from '../../../electron/db/migrations/007-synonyms.ts'
import { readSynonymGroups, saveSynonymGroup } from '../../../electron/db/synonyms.ts'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

let library: TemporaryLibrary
const root = mkdtempSync(join(tmpdir(), 'chi-do-synonyms-'))
beforeAll(async () => {
  const sources = join(root, 'nguồn')
  mkdirSync(sources)
  writeFileSync(join(sources, 'một.txt'), 'Thông báo về việc cấp sổ đỏ cho các hộ dân trong xã.')
  writeFileSync(join(sources, 'hai.txt'), 'Báo cáo tình hình trồng rừng phòng hộ đầu nguồn.')
  library = await openTemporaryLibrary()
  await library.import(sources)
})
afterAll(async () => {
  await library.dispose()
  rmSync(root, { recursive: true, force: true })
})

const found = async (query: string): Promise<number> =>
  (await library.call('search.query', { query, limit: 5 })).total
const own = async () => (await library.call('search.synonyms', {})).own

describe('synonyms of a library', () => {
  it('are found by from the next search on, both ways, until they are removed', async () => {
    expect([await found('+bìa_hồng'), await found('bìa hồng')]).toEqual([0, 0])
    const { id } = await library.call('search.saveSynonym', { phrases: ['bìa hồng', 'sổ đỏ'] })
    expect(await found('bìa hồng')).toBe(1)
    expect(await own()).toEqual([{ id, phrases: ['bìa hồng', 'sổ đỏ'] }])
    await library.call('search.removeSynonym', { id })
    expect(await found('bìa hồng')).toBe(0)
    expect(await own()).toEqual([])
  })

  it('are kept once, however often they are saved, and outlive the program', async () => {
    const first = await library.call('search.saveSynonym', { phrases: ['lúa gạo', 'rừng phòng hộ'] })
    const again = await library.call('search.saveSynonym', { phrases: ['lúa gạo', 'rừng phòng hộ'] })
    expect(again).toEqual(first)
    await library.call('library.open', { folder: library.folder, create: false })
    expect(await own()).toEqual([{ id: first.id, phrases: ['lúa gạo', 'rừng phòng hộ'] }])
    expect(await found('lúa gạo')).toBe(1)
    await library.call('search.removeSynonym', { id: first.id })
  })

  it('come beside those of the program', async () => {
    const { shipped } = await library.call('search.synonyms', {})
    expect(shipped.length).toBeGreaterThan(3)
    expect(shipped.every((phrases) => phrases.length >= 2)).toBe(true)
  })

  it.each([
    ['one phrase', 'search.saveSynonym', { phrases: ['một'] }, 'bad_request'],
    ['an empty phrase', 'search.saveSynonym', { phrases: ['một', '  '] }, 'bad_request'],
    [
      'too many',
      'search.saveSynonym',
      { phrases: Array.from({ length: 21 }, (_, at) => `từ ${at}`) },
      'bad_request',
    ],
    ['too long', 'search.saveSynonym', { phrases: ['một', 'a'.repeat(201)] }, 'bad_request'],
    ['a group nobody made', 'search.removeSynonym', { id: 999 }, 'not_found'],
  ])('%s is refused', async (_, method, params, code) => {
    expect(await library.ask(method, params)).toMatchObject({ ok: false, failure: { code } })
    expect(await own()).toEqual([])
  })
})

describe('schema step 7', () => {
  it('adds the table to a library from before, beside what it held', () => {
    const db = new Database(':memory:') as WriteHandle
    db.exec(
      "CREATE TABLE documents (id INTEGER PRIMARY KEY, title TEXT) STRICT; INSERT INTO documents VALUES (1, 'cũ')",
    )
    synonymsSchema.up(db)
    expect(readSynonymGroups(db)).toEqual([])
    saveSynonymGroup(db, ['sổ đỏ', 'bìa hồng'])
    expect(readSynonymGroups(db)).toEqual([{ id: 1, phrases: ['sổ đỏ', 'bìa hồng'] }])
    expect(() => db.exec('INSERT INTO synonyms (phrases) VALUES (NULL)')).toThrow()
    expect(db.prepare('SELECT title FROM documents').pluck().get()).toBe('cũ')
    db.close()
  })

  it('is part of every new library', () => {
    const db = new Database(':memory:') as WriteHandle
    expect(migrate(db, join(root, 'backups')).ok).toBe(true)
    expect(readSynonymGroups(db)).toEqual([])
    db.close()
  })
})
