/** Watched folders of a real library: what appears is imported, what is written again is a version, what goes stays. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

let library: TemporaryLibrary
let share: string

beforeEach(async () => {
  library = await openTemporaryLibrary()
  share = mkdtempSync(join(tmpdir(), 'chi-do-share-'))
})
afterEach(async () => {
  await library.dispose()
  rmSync(share, { recursive: true, force: true })
})

async function until(test: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400 && !(await test()); tries++) await pause(50)
  expect(await test()).toBe(true)
}

const documents = async () => (await library.call('documents.list', { filter: {}, limit: 100 })).documents

const pageOf = (page: number): string =>
  Array.from(
    { length: 12 },
    (_, line) =>
      `Trang ${page}, dòng ${line}: nội dung thứ ${page * 31 + line * 7} của kế hoạch công tác dân vận năm ${2000 + line}`,
  ).join('\n')

describe('a watched folder', () => {
  it('offers a file written page by page as versions of one document', async () => {
    const path = join(share, 'quét.txt')
    writeFileSync(path, pageOf(1))
    await library.call('watch.add', { folder: share, isTemporary: false })
    await until(async () => (await documents()).length === 1)
    const [first] = await documents()
    writeFileSync(path, `${pageOf(1)}\n${pageOf(2)}\n${pageOf(3)}`)
    await until(async () => (await documents()).length === 2)
    const detail = await library.call('documents.get', { id: first?.id ?? 0 })
    expect(detail.versions).toMatchObject([{ isDecided: null, fileName: 'quét.txt' }])
  })

  it('does not take papers of different numbers for versions when they lay in one place', async () => {
    const path = join(share, 'tải về.txt')
    const paper = (number: string) =>
      `TỈNH ỦY LẠNG SƠN\n*\nSố ${number}-KH/TU\nLạng Sơn, ngày 03 tháng 6 năm 2013\n\nKẾ HOẠCH\n\nthực hiện công tác\n`
    writeFileSync(path, paper('15'))
    await library.import(path)
    writeFileSync(path, paper('90'))
    const [item] = await library.import(path)
    const detail = await library.call('documents.get', { id: item?.documentId ?? 0 })
    expect(detail.metadata.number).toBe('90')
    expect(detail.versions).toEqual([])
  })

  it('keeps what was removed at the source, and goes on when the share comes back', async () => {
    const path = join(share, 'a.txt')
    writeFileSync(path, pageOf(1))
    await library.call('watch.add', { folder: share, isTemporary: false })
    await until(async () => (await documents()).length === 1)
    rmSync(path)
    const away = `${share}-ngắt`
    renameSync(share, away)
    // The library is closed while the share is away, and opened again.
    await library.call('library.close', {})
    await library.call('library.open', { folder: library.folder })
    await until(async () => (await library.call('watch.list', {})).some((one) => !one.isReachable))
    expect(await documents()).toHaveLength(1)
    mkdirSync(join(away, 'quý 2'))
    writeFileSync(join(away, 'quý 2', 'b.txt'), pageOf(9))
    renameSync(away, share)
    await library.call('watch.remove', { folder: share })
    await library.call('watch.add', { folder: share, isTemporary: false })
    await until(async () => (await documents()).length === 2)
    expect((await library.call('watch.list', {}))[0]).toMatchObject({ folder: share, isReachable: true })
  })

  it('refuses a folder that is not there, or is a file', async () => {
    for (const folder of [join(share, 'không có'), join(share, 'tệp.txt')]) {
      writeFileSync(join(share, 'tệp.txt'), 'x')
      expect(await library.ask('watch.add', { folder, isTemporary: false })).toMatchObject({
        ok: false,
        failure: { code: 'file_missing' },
      })
    }
    expect(await library.call('watch.list', {})).toEqual([])
  })
})
