/** Originals written out: readable names, verified copies, nothing overwritten, cancelled and run again. */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readXlsx } from '../../../electron/ingest/readers/xlsx.ts'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

const letter = (number: number, about: string): string =>
  `HUYỆN ỦY CHI LĂNG\n*\nSố ${number}-KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nChi Lăng, ngày 05 tháng 5 năm 2023\n\nKẾ HOẠCH\n${about}\n\nCăn cứ Quyết định số 23-QĐ/TW, ngày 30/7/2021 của Bộ Chính trị.\n`
/** The same number and title twice: two drafts of one plan. */
const FILES: Readonly<Record<string, string>> = {
  'kh 1.txt': letter(1, 'thực hiện công tác dân vận'),
  'kh 2.TXT': letter(2, 'về phòng, chống thiên tai'),
  'kh 2 (sửa).txt': `${letter(2, 'về phòng, chống thiên tai')}\nBản sửa.\n`,
}
const PATTERN = '{year}/{kind}/{date} {number} {title}'

let library: TemporaryLibrary
let target: string
beforeAll(async () => {
  library = await openTemporaryLibrary()
  const source = join(library.folder, 'nguồn')
  mkdirSync(source)
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(source, name), text)
  await library.import(source)
  target = join(library.folder, 'Xuất ra')
})
afterAll(() => library.dispose())

const exportAll = (folder = target, pattern = PATTERN) =>
  library.call('documents.exportOriginals', { documents: { filter: {} }, pattern, folder })

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

const PLANS = '2023/Kế hoạch/2023-05-05'
const EXPECTED = [
  `${PLANS} 1-KH-HU thực hiện công tác dân vận.txt`,
  `${PLANS} 2-KH-HU về phòng, chống thiên tai (2).txt`,
  `${PLANS} 2-KH-HU về phòng, chống thiên tai.txt`,
]

describe('writing originals out', () => {
  it('shows the first names before anything is written', async () => {
    const preview = await library.call('documents.previewOriginals', {
      documents: { filter: {} },
      pattern: PATTERN,
      limit: 2,
    })
    expect(preview.total).toBe(3)
    expect(preview.bytes).toBe(Object.values(FILES).reduce((sum, text) => sum + Buffer.byteLength(text), 0))
    expect(preview.names).toHaveLength(2)
    for (const name of preview.names) expect(EXPECTED).toContain(name)
    expect(existsSync(target)).toBe(false)
  })

  it('copies each under its name, unlike files apart, with a table beside them', async () => {
    const report = await exportAll()
    const manifest = join(target, 'Danh mục bản gốc.xlsx')
    expect(report).toEqual({
      folder: target,
      manifest,
      total: 3,
      written: 3,
      alreadyThere: 0,
      failed: [],
      isCancelled: false,
    })
    expect(filesBelow(target)).toEqual([...EXPECTED, 'Danh mục bản gốc.xlsx'].sort())
    expect(EXPECTED.map((name) => readFileSync(join(target, name), 'utf8')).sort()).toEqual(
      Object.values(FILES).sort(),
    )
    const table = await readXlsx(readFileSync(manifest), {})
    const text = table.ok ? table.value.text : ''
    const sha256 = createHash('sha256')
      .update(FILES['kh 1.txt'] ?? '')
      .digest('hex')
    for (const words of [...EXPECTED, '1-KH/HU', 'kh 2 (sửa).txt', sha256, 'đã xuất'])
      expect(text).toContain(words)
    const progress = library.events.filter(({ name }) => name === 'originals.progress')
    expect(progress[0]?.payload).toEqual({ done: 0, total: 3 })
    expect(progress.at(-1)?.payload).toEqual({ done: 3, total: 3 })
  })

  it('leaves what stands there as it is', async () => {
    const own = join(target, EXPECTED[0] ?? '')
    writeFileSync(own, 'của người khác')
    const report = await exportAll()
    expect(report).toMatchObject({ written: 1, alreadyThere: 2, failed: [] })
    expect(report.manifest).toBe(join(target, 'Danh mục bản gốc (2).xlsx'))
    expect(readFileSync(own, 'utf8')).toBe('của người khác')
    expect(filesBelow(target)).toContain(`${PLANS} 1-KH-HU thực hiện công tác dân vận (2).txt`)
    // Run again, everything is there: nothing grows.
    expect(await exportAll()).toMatchObject({ written: 0, alreadyThere: 3 })
  })

  it('goes by a selection and a filter', async () => {
    const { documents } = await library.call('documents.list', { limit: 10 })
    const [first] = documents
    const some = await library.call('documents.exportOriginals', {
      documents: { ids: [first?.id ?? 0, 99_999] },
      pattern: '{name}',
      folder: join(library.folder, 'một'),
      language: 'en',
    })
    expect(some).toMatchObject({ total: 1, written: 1 })
    expect(filesBelow(some.folder)).toEqual(
      [(first?.fileName ?? '').replace('TXT', 'txt'), 'List of originals.xlsx'].sort(),
    )
    const none = await library.call('documents.exportOriginals', {
      documents: { filter: { kind: ['Nghị quyết'] } },
      pattern: '{name}',
      folder: join(library.folder, 'không'),
    })
    expect(none).toMatchObject({ total: 0, written: 0 })
  })

  it('tells of an original that is missing or has changed, and writes the others', async () => {
    const { documents } = await library.call('documents.list', {
      sort: 'number',
      descending: false,
      limit: 10,
    })
    const details = await Promise.all(documents.map(({ id }) => library.call('documents.get', { id })))
    const kept = details.map(({ file }) => join(library.folder, 'files', file.sha256))
    const bytes = kept.map((path) => readFileSync(path))
    rmSync(kept[0] ?? '')
    writeFileSync(kept[1] ?? '', 'khác')
    const folder = join(library.folder, 'hỏng')
    try {
      const report = await exportAll(folder, '{id}')
      expect(report.written).toBe(1)
      expect(report.failed.map(({ path, failure }) => [path, failure?.code, failure?.subject])).toEqual(
        [
          [documents[0]?.id, null, 'file_missing', documents[0]?.fileName],
          [documents[1]?.id, null, 'original_changed', documents[1]?.fileName],
        ]
          .sort((one, other) => Number(one[0]) - Number(other[0]))
          .map(([, ...rest]) => rest),
      )
      expect(filesBelow(folder)).toEqual([`${documents[2]?.id}.txt`, 'Danh mục bản gốc.xlsx'].sort())
    } finally {
      kept.forEach((path, at) => {
        writeFileSync(path, bytes[at] ?? '')
      })
    }
  })

  it('refuses a field there is not, and a folder it cannot or may not write to', async () => {
    expect(
      await library.ask('documents.previewOriginals', { documents: { filter: {} }, pattern: '{ngày}' }),
    ).toMatchObject({ failure: { code: 'bad_request', subject: '{ngày}' } })
    const refuse = async (folder: string, pattern = '{name}'): Promise<unknown> => {
      const answer = await library.ask('documents.exportOriginals', {
        documents: { filter: {} },
        pattern,
        folder,
      })
      return answer.ok ? null : answer.failure.code
    }
    expect(await refuse(join(library.folder, 'sai'), '{ngày} {name}')).toBe('bad_request')
    expect(existsSync(join(library.folder, 'sai'))).toBe(false)
    expect(await refuse(join(library.folder, 'files', 'trong kho'))).toBe('target_unwritable')
    expect(await refuse(join(library.folder, 'library.db'))).toBe('target_unwritable')
    if (process.getuid?.() === 0) return
    const locked = join(library.folder, 'khóa')
    mkdirSync(locked)
    chmodSync(locked, 0o555)
    expect(await refuse(join(locked, 'trong'))).toBe('target_unwritable')
  })

  it('stops when told to, one at a time, and goes on from there', async () => {
    const many = join(library.folder, 'nhiều')
    mkdirSync(many)
    for (let at = 0; at < 60; at += 1) writeFileSync(join(many, `cv ${at}.txt`), letter(100 + at, 'về việc'))
    await library.import(many)
    const folder = join(library.folder, 'dở dang')
    const running = exportAll(folder, '{number}')
    expect(
      await library.ask('documents.exportOriginals', {
        documents: { filter: {} },
        pattern: '{name}',
        folder,
      }),
    ).toMatchObject({ failure: { code: 'already_running' } })
    await library.call('documents.cancelExportOriginals', {})
    const stopped = await running
    expect(stopped.isCancelled).toBe(true)
    expect(stopped.written).toBeLessThan(stopped.total)
    // What is there is whole; nothing half written stays.
    const files = filesBelow(folder)
    expect(files).toHaveLength(stopped.written + 1)
    for (const name of files) expect(statSync(join(folder, name)).size).toBeGreaterThan(0)
    expect(await library.ask('documents.cancelExportOriginals', {})).toMatchObject({
      failure: { code: 'not_found' },
    })
    const rest = await exportAll(folder, '{number}')
    expect(rest).toMatchObject({
      total: 63,
      written: 63 - stopped.written,
      alreadyThere: stopped.written,
      isCancelled: false,
    })
    expect((await library.call('library.verify', {})).ok).toBe(true)
  })

  it('ends with the library: closing waits for the files being copied', async () => {
    const folder = join(library.folder, 'đóng')
    const running = exportAll(folder, '{number}')
    await library.call('library.close', {})
    expect((await running).isCancelled).toBe(true)
    expect(filesBelow(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
