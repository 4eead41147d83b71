/** Dossiers: from folders, by hand, as a filter; kept through removal and re-import, backup and restart. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { restoreLibrary } from '../../../electron/library/backup.ts'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

const letter = (number: number): string =>
  `HUYỆN ỦY CHI LĂNG\n*\nSố ${number}-CV/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nChi Lăng, ngày 05 tháng 5 năm 2023\n\nKính gửi: các chi bộ\n\nThực hiện Kế hoạch số 72-KH/HU, ngày 13/12/2021 của Huyện ủy Chi Lăng, đề nghị báo cáo lần ${number}.\n`

let library: TemporaryLibrary
let source: string
const inSource = (name: string): string => join(source, name)

/** «Văn bản đến»: two letters in it, two in «2022», one in «2023/Dân vận», and one of them again in «Sao lưu». */
function fillSource(folder: string): void {
  for (const inner of ['2022', '2023/Dân vận', 'Sao lưu'.normalize('NFD')])
    mkdirSync(join(folder, inner), { recursive: true })
  const files = ['cv 1.txt', 'cv 2.txt', '2022/cv 3.txt', '2022/cv 4.txt', '2023/Dân vận/cv 5.txt']
  files.forEach((name, at) => {
    writeFileSync(join(folder, name), letter(at + 1))
  })
  copyFileSync(join(folder, '2022/cv 3.txt'), join(folder, 'Sao lưu'.normalize('NFD'), 'cv 3 (sao).txt'))
}

async function importWith(paths: string[], dossiers: 'none' | 'folders'): Promise<number> {
  const { jobId } = await library.call('import.start', { paths, dossiers })
  await isFinished(jobId)
  return jobId
}

const isFinished = (jobId: number): Promise<void> =>
  vi.waitFor(
    async () => {
      const job = (await library.call('import.jobs', {})).find(({ id }) => id === jobId)
      if (job?.state !== 'finished') throw new Error('not finished')
    },
    { timeout: 60_000, interval: 50 },
  )

const counts = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await library.call('dossiers.list', {})).map(({ name, documents }) => [name, documents]),
  )
const idOf = async (name: string): Promise<number> =>
  (await library.call('dossiers.list', {})).find((dossier) => dossier.name === name)?.id ?? 0
/** Numbers of the letters in these dossiers: a file and its copy have one, whichever came in first. */
const listed = async (...dossier: string[]): Promise<string[]> =>
  (await library.call('documents.list', { filter: { dossier }, limit: 100 })).documents
    .map(({ number }) => number ?? '')
    .sort()
const documentOf = async (number: string): Promise<number> =>
  (await library.call('documents.list', { limit: 100 })).documents.find((row) => row.number === number)?.id ??
  0
const isSound = async (): Promise<void> =>
  expect(await library.call('library.verify', {})).toEqual({ ok: true, problems: [] })

describe('folders as dossiers', () => {
  beforeAll(async () => {
    library = await openTemporaryLibrary()
    source = join(library.folder, 'nguồn', 'Văn bản đến')
    fillSource(source)
    await importWith([source], 'folders')
  })
  afterAll(() => library.dispose())

  it('take each file, nested, duplicates with them', async () => {
    expect(await counts()).toEqual({
      'Văn bản đến': 5,
      'Văn bản đến/2022': 2,
      'Văn bản đến/2023': 1,
      'Văn bản đến/2023/Dân vận': 1,
      'Văn bản đến/Sao lưu': 1,
    })
    expect(await listed('Văn bản đến/Sao lưu')).toEqual(['3'])
    expect(await listed('Văn bản đến/2023')).toEqual(['5'])
    expect(await listed('Văn bản đến/2022', 'Văn bản đến/2023')).toEqual(['3', '4', '5'])
    // A name is no beginning of another one.
    expect(await listed('Văn bản')).toEqual([])
    expect(await listed('văn bản đến')).toEqual([])
  })

  it('are told with each document, and counted as a facet over all matches, of lists and of searches', async () => {
    const id = await documentOf('3')
    expect((await library.call('documents.get', { id })).dossiers.map(({ name }) => name)).toEqual([
      'Văn bản đến/2022',
      'Văn bản đến/Sao lưu',
    ])
    const all = await library.call('documents.list', { limit: 1 })
    const expected = [
      { value: 'Văn bản đến', count: 5 },
      { value: 'Văn bản đến/2022', count: 2 },
      { value: 'Văn bản đến/2023', count: 1 },
      { value: 'Văn bản đến/2023/Dân vận', count: 1 },
      { value: 'Văn bản đến/Sao lưu', count: 1 },
    ]
    expect(all.facets.dossier).toEqual(expected)
    const found = await library.call('search.query', { query: 'bao cao', limit: 1 })
    expect(found.total).toBe(5)
    expect(found.facets.dossier).toEqual(expected)
    const narrowed = await library.call('search.query', {
      query: 'bao cao',
      filter: { dossier: ['Văn bản đến/2022'] },
      limit: 10,
    })
    expect(narrowed.total).toBe(2)
    expect(narrowed.facets.dossier).toEqual([
      { value: 'Văn bản đến', count: 2 },
      { value: 'Văn bản đến/2022', count: 2 },
      { value: 'Văn bản đến/Sao lưu', count: 1 },
    ])
  })

  it('survive removal and re-import of a document', async () => {
    const id = await documentOf('5')
    await library.call('documents.remove', { id })
    expect((await counts())['Văn bản đến/2023/Dân vận']).toBe(0)
    await isSound()
    await importWith([inSource('2023/Dân vận/cv 5.txt')], 'none')
    expect(await listed('Văn bản đến/2023/Dân vận')).toEqual(['5'])
  })

  it('are kept by a retry of failed files', async () => {
    mkdirSync(inSource('2024'))
    writeFileSync(inSource('2024/cv 6.txt'), '')
    const jobId = await importWith([inSource('2024')], 'folders')
    expect(await idOf('2024')).toBe(0)
    writeFileSync(inSource('2024/cv 6.txt'), letter(6))
    const retried = await library.call('import.retryFailed', { jobId })
    await isFinished(retried.jobId)
    expect(await listed('2024')).toEqual(['6'])
  })

  it('are not made unless asked for', async () => {
    mkdirSync(inSource('Khác'))
    writeFileSync(inSource('Khác/cv 7.txt'), letter(7))
    await importWith([inSource('Khác')], 'none')
    expect(await idOf('Khác')).toBe(0)
  })

  it('are made later of what is held, as the import would have', async () => {
    for (const { id, name } of await library.call('dossiers.list', {}))
      if (!name.includes('/')) await library.call('dossiers.remove', { id })
    expect(await counts()).toEqual({})
    // «cv 5» came again by itself: it goes by the folder ever imported above it.
    const made = await library.call('dossiers.fromFolders', { documents: { filter: {} } })
    expect(made).toEqual({ dossiers: 6, documents: 7 })
    expect(await counts()).toEqual({
      '2024': 1,
      Khác: 1,
      'Văn bản đến': 5,
      'Văn bản đến/2022': 2,
      'Văn bản đến/2023': 1,
      'Văn bản đến/2023/Dân vận': 1,
      'Văn bản đến/Sao lưu': 1,
    })
    expect(await library.call('dossiers.fromFolders', { documents: { filter: {} } })).toEqual({
      dossiers: 0,
      documents: 0,
    })
    await isSound()
  })

  it('are in a backup', async () => {
    const target = join(library.folder, 'sao lưu')
    await library.call('library.backup', { target })
    const folder = join(library.folder, 'phục hồi')
    expect((await restoreLibrary(target, folder)).ok).toBe(true)
    const other = await openTemporaryLibrary(folder)
    try {
      expect(await other.call('dossiers.list', {})).toEqual(await library.call('dossiers.list', {}))
      expect((await other.call('library.verify', {})).ok).toBe(true)
    } finally {
      await other.dispose()
    }
  })
})

describe('dossiers by hand', () => {
  const ids: number[] = []
  beforeAll(async () => {
    library = await openTemporaryLibrary()
    source = join(library.folder, 'nguồn')
    mkdirSync(source)
    for (let at = 1; at <= 4; at += 1) writeFileSync(inSource(`cv ${at}.txt`), letter(at))
    // Files are read several at a time: which comes in first is not told by its name.
    ids.push(...(await library.import(source)).map(({ documentId }) => documentId ?? 0).sort((a, b) => a - b))
  })
  afterAll(() => library.dispose())

  it('are made with those they lie in, tidied, and once only', async () => {
    const made = await library.call('dossiers.create', { name: '  Dân vận //2023 ', note: 'đợt 1' })
    expect(made).toMatchObject({ name: 'Dân vận/2023', note: 'đợt 1', documents: 0 })
    expect(await counts()).toEqual({ 'Dân vận': 0, 'Dân vận/2023': 0 })
    expect(await library.ask('dossiers.create', { name: 'Dân vận/2023'.normalize('NFD') })).toEqual({
      ok: false,
      failure: { code: 'dossier_exists', subject: 'Dân vận/2023' },
    })
    for (const name of ['', ' / ', '../..', '\u200b'])
      expect(await library.ask('dossiers.create', { name })).toMatchObject({
        ok: false,
        failure: { code: 'bad_request' },
      })
  })

  it('take documents in and give them back, telling what changed', async () => {
    const added = await library.call('dossiers.add', {
      name: 'Dân vận/2023',
      documents: { ids: [...ids.slice(0, 2), 99_999] },
    })
    expect(added.changed).toEqual(ids.slice(0, 2))
    expect(added.dossier.documents).toBe(2)
    const again = await library.call('dossiers.add', { name: 'Dân vận/2023', documents: { filter: {} } })
    expect(again.changed).toEqual(ids.slice(2))
    // Taken back: only what the second call had added.
    const undone = await library.call('dossiers.takeOut', {
      id: again.dossier.id,
      documents: { ids: again.changed },
    })
    expect(undone.changed).toEqual(ids.slice(2))
    expect(undone.from).toEqual([{ name: 'Dân vận/2023', ids: ids.slice(2) }])
    // Out of a dossier is out of those in it, each told, so that it can be undone.
    const whole = await library.call('dossiers.takeOut', {
      id: await idOf('Dân vận'),
      documents: { filter: {} },
    })
    expect(whole).toEqual({
      changed: ids.slice(0, 2),
      from: [{ name: 'Dân vận/2023', ids: ids.slice(0, 2) }],
    })
    expect(await listed('Dân vận')).toEqual([])
    for (const { name, ids } of whole.from) await library.call('dossiers.add', { name, documents: { ids } })
    const excepted = await library.call('dossiers.add', {
      name: 'Tất cả trừ một',
      documents: { filter: { kind: ['Công văn'] }, except: [ids[0] ?? 0] },
    })
    expect(excepted.changed).toEqual(ids.slice(1))
    // A document lies in several.
    expect(
      (await library.call('documents.get', { id: ids[1] ?? 0 })).dossiers.map(({ name }) => name),
    ).toEqual(['Dân vận/2023', 'Tất cả trừ một'])
    expect(await library.ask('dossiers.takeOut', { id: 99_999, documents: { ids } })).toMatchObject({
      failure: { code: 'not_found' },
    })
  })

  it('are renamed with those in them, never over another', async () => {
    const id = await idOf('Dân vận')
    await library.call('dossiers.change', { id, name: 'Khối dân vận', note: 'giữ 10 năm' })
    expect(await counts()).toEqual({ 'Khối dân vận': 2, 'Khối dân vận/2023': 2, 'Tất cả trừ một': 3 })
    expect(await listed('Khối dân vận')).toHaveLength(2)
    const other = await idOf('Tất cả trừ một')
    expect(await library.ask('dossiers.change', { id: other, name: 'Khối dân vận' })).toMatchObject({
      failure: { code: 'dossier_exists' },
    })
    expect(await library.ask('dossiers.change', { id, name: 'Khối dân vận/2023/cũ' })).toMatchObject({
      failure: { code: 'bad_request' },
    })
    expect(await library.ask('dossiers.change', { id: 99_999, name: 'x' })).toMatchObject({
      failure: { code: 'not_found' },
    })
    expect((await library.call('dossiers.list', {})).find((dossier) => dossier.id === id)?.note).toBe(
      'giữ 10 năm',
    )
    // Under a dossier there was none of.
    await library.call('dossiers.change', { id, name: 'Lưu trữ/Khối dân vận' })
    expect(await counts()).toMatchObject({ 'Lưu trữ': 2, 'Lưu trữ/Khối dân vận/2023': 2 })
  })

  it('are merged with those in them', async () => {
    const from = await idOf('Lưu trữ/Khối dân vận')
    const into = await idOf('Tất cả trừ một')
    expect(await library.ask('dossiers.merge', { from, into: from })).toMatchObject({
      failure: { code: 'bad_request' },
    })
    expect(await library.ask('dossiers.merge', { from: await idOf('Lưu trữ'), into: from })).toMatchObject({
      failure: { code: 'bad_request' },
    })
    const merged = await library.call('dossiers.merge', { from, into })
    expect(merged).toMatchObject({ name: 'Tất cả trừ một', note: 'giữ 10 năm', documents: 4 })
    expect(await counts()).toEqual({ 'Lưu trữ': 0, 'Tất cả trừ một': 4, 'Tất cả trừ một/2023': 2 })
  })

  it('are removed without their documents, and brought back', async () => {
    const id = await idOf('Tất cả trừ một')
    expect(await library.call('dossiers.remove', { id })).toEqual({ removed: 2 })
    expect(await counts()).toEqual({ 'Lưu trữ': 0 })
    expect((await library.call('documents.list', { limit: 1 })).total).toBe(4)
    expect((await library.call('documents.list', { limit: 1 })).facets.dossier).toEqual([])
    expect(await listed('Tất cả trừ một')).toEqual([])
    // Its name is free meanwhile; what was removed comes back into the new one.
    await library.call('dossiers.add', { name: 'Tất cả trừ một', documents: { ids: ids.slice(0, 1) } })
    expect(await library.call('dossiers.undoRemove', {})).toEqual({ restored: 2 })
    expect(await counts()).toEqual({ 'Lưu trữ': 0, 'Tất cả trừ một': 4, 'Tất cả trừ một/2023': 2 })
    expect(await library.ask('dossiers.undoRemove', {})).toMatchObject({ failure: { code: 'not_found' } })
    await isSound()
  })

  it('give the ids of a stretch of the list in its order', async () => {
    const { documents } = await library.call('documents.list', {
      sort: 'number',
      descending: false,
      limit: 10,
    })
    const order = documents.map(({ id }) => id)
    expect(
      await library.call('documents.ids', { sort: 'number', descending: false, offset: 1, limit: 2 }),
    ).toEqual(order.slice(1, 3))
    expect(await library.call('documents.ids', { filter: { dossier: ['Lưu trữ'] }, limit: 5 })).toEqual([])
  })

  it('are told by the check when one is damaged', async () => {
    const made = await library.call('dossiers.create', { name: 'A/B' })
    const db = new Database(join(library.folder, 'library.db'))
    db.prepare("DELETE FROM dossiers WHERE name = 'A'").run()
    db.close()
    expect((await library.call('library.verify', {})).problems).toMatchObject([
      { code: 'dossier_parent_missing', subject: 'A/B' },
    ])
    await library.call('dossiers.remove', { id: made.id })
    await isSound()
    rmSync(source, { recursive: true })
  })
})
