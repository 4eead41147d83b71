/** Files kept although nothing could be read from them, read again later; texts corrected by hand; reports of an import. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderPdfPage } from '../../../electron/ingest/ocr/render.ts'
import { PDF_SOURCES } from '../../../electron/ingest/pdf/sources.ts'
import { readXlsx } from '../../../electron/ingest/readers/xlsx.ts'
import { encryptedPdf } from './encryptedPdf.ts'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

let library: TemporaryLibrary
beforeAll(async () => {
  library = await openTemporaryLibrary()
})
afterAll(() => library.dispose())

const inLibrary = (name: string): string => join(library.folder, name)
const isSound = async () =>
  expect(await library.call('library.verify', {})).toEqual({ ok: true, problems: [] })

/** A page of a plan as a scanner gives it: pixels, no text. */
async function pictureOfPage(): Promise<Buffer> {
  const data = Uint8Array.from(readFileSync(join(import.meta.dirname, '../../fixtures/ocr/m02.pdf')))
  const document = await getDocument({ data, verbosity: 0, ...PDF_SOURCES }).promise
  const canvas = await renderPdfPage(await document.getPage(1))
  await document.loadingTask.destroy()
  return canvas.toBuffer('image/png')
}

/** The beginning of a DWG drawing: sound, and no reader for it. */
const DRAWING = Buffer.concat([
  Buffer.from('AC1032'),
  Buffer.alloc(600, 0x01),
  Buffer.from([0, 255, 3, 0, 9]),
])

describe('a file without a reader', () => {
  it('is kept with its name, told as failed, found, filtered and removed', async () => {
    const path = inLibrary('Bản đồ quy hoạch xã Hữu Lũng.dwg')
    writeFileSync(path, DRAWING)
    const [item] = await library.import(path)
    expect(item).toMatchObject({ state: 'failed', failure: { code: 'format_unsupported' } })
    const id = item?.documentId ?? 0
    expect(id).toBeGreaterThan(0)
    const [job] = await library.call('import.jobs', {})
    expect(job).toMatchObject({ imported: 0, unread: 1, failed: 0, done: 1, total: 1 })

    const listed = await library.call('documents.list', { filter: { isUnread: true }, limit: 10 })
    expect(listed.documents).toMatchObject([
      {
        id,
        title: 'Bản đồ quy hoạch xã Hữu Lũng.dwg',
        unreadCode: 'format_unsupported',
        format: 'dwg',
        needsReview: false,
      },
    ])
    const found = await library.call('search.query', { query: 'ban do quy hoach', limit: 5 })
    expect(found.hits.map(({ documentId }) => documentId)).toEqual([id])
    expect(
      readFileSync(join(library.folder, 'files', (await library.call('documents.get', { id })).file.sha256)),
    ).toEqual(DRAWING)
    await isSound()

    const [again] = await library.import(path)
    expect(again).toMatchObject({ state: 'failed', documentId: id })
    expect(await library.ask('documents.reread', { id })).toMatchObject({
      ok: false,
      failure: { code: 'format_unsupported' },
    })
    const named = await library.call('documents.correct', {
      id,
      changes: { kind: 'Bản đồ', title: 'Quy hoạch xã' },
    })
    expect(named.metadata).toMatchObject({ kind: 'Bản đồ', title: 'Quy hoạch xã' })
    await library.call('documents.remove', { id })
    expect((await library.call('documents.list', { filter: { isUnread: true }, limit: 10 })).total).toBe(0)
    await isSound()
  })

  it('leaves nothing of a damaged one', async () => {
    const path = inLibrary('hỏng.pdf')
    writeFileSync(path, '%PDF-1.7\n1 0 obj\n<<')
    const [item] = await library.import(path)
    expect(item).toMatchObject({ state: 'failed', documentId: null, failure: { code: 'file_damaged' } })
    const [job] = await library.call('import.jobs', {})
    expect(job).toMatchObject({ unread: 0, failed: 1 })
  })
})

describe('a scan imported without recognition', () => {
  it('is kept unread, and becomes a document under the same id when it is read again', async () => {
    const scan = inLibrary('quét.png')
    writeFileSync(scan, await pictureOfPage())
    const { jobId } = await library.call('import.start', { paths: [scan], ocr: 'never' })
    await expect
      .poll(async () => (await library.call('import.jobs', {})).find(({ id }) => id === jobId)?.state, {
        timeout: 60_000,
      })
      .toBe('finished')
    const [item] = (await library.call('import.items', { jobId, limit: 5 })).items
    expect(item).toMatchObject({ state: 'failed', failure: { code: 'no_text_layer' } })
    const id = item?.documentId ?? 0
    const read = await library.call('documents.reread', { id, ocr: 'auto' })
    expect(read).toMatchObject({ id, unreadCode: null })
    expect(read.text.length).toBeGreaterThan(100)
    expect(read.recognised).toHaveLength(1)
    for (const { start, end } of read.recognised[0]?.doubtful ?? []) expect(end).toBeGreaterThan(start)
    await isSound()
  }, 120_000)
})

describe('an encrypted file', () => {
  it('is read with its password, refused with another, and keeps the password nowhere', async () => {
    const path = inLibrary('mật.pdf')
    writeFileSync(
      path,
      encryptedPdf(['Thuc hien Ke hoach so 41-KH/BDVTU ve cong tac dan van nam 2021'], 'lang-son'),
    )
    const [item] = await library.import(path)
    expect(item).toMatchObject({ state: 'failed', failure: { code: 'password_protected' } })
    const [job] = await library.call('import.jobs', {})
    const jobId = job?.id ?? 0
    expect(await library.call('import.withPassword', { jobId, path, password: 'sai' })).toMatchObject({
      state: 'failed',
      documentId: null,
      failure: { code: 'password_protected' },
    })
    const read = await library.call('import.withPassword', { jobId, path, password: 'lang-son' })
    expect(read).toMatchObject({ state: 'imported', failure: null })
    expect((await library.call('documents.get', { id: read.documentId ?? 0 })).text).toContain('41-KH/BDVTU')
    expect((await library.call('import.jobs', {}))[0]).toMatchObject({ id: jobId, imported: 1, failed: 0 })
    expect(await library.ask('import.withPassword', { jobId, path, password: 'lang-son' })).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
    })
    for (const name of ['library.db', 'library.db-wal'])
      expect(readFileSync(inLibrary(name)).includes('lang-son')).toBe(false)
  })
})

describe('the report of an import', () => {
  it('tells of every file what became of it, why and what to do', async () => {
    const good = inLibrary('tốt.txt')
    const empty = inLibrary('rỗng.txt')
    const drawing = inLibrary('bản vẽ.dwg')
    writeFileSync(good, 'Căn cứ Quyết định số 23-QĐ/TW, ngày 30/7/2021 của Bộ Chính trị.')
    writeFileSync(empty, '')
    writeFileSync(drawing, Buffer.concat([DRAWING, Buffer.from([7])]))
    await library.import(good, empty, drawing)
    const [job] = await library.call('import.jobs', {})
    expect(job).toMatchObject({ imported: 1, unread: 1, failed: 1, duplicates: 0 })
    const target = inLibrary('báo cáo.xlsx')
    expect(await library.call('import.exportReport', { jobId: job?.id ?? 0, target })).toEqual({
      written: target,
      rows: 3,
    })
    const sheet = await readXlsx(readFileSync(target), {})
    const text = sheet.ok ? sheet.value.text : ''
    for (const words of [
      'rỗng.txt',
      'file_empty',
      'tệp không có nội dung',
      'chưa đọc được',
      'bản vẽ.dwg',
      'đã nhập',
    ])
      expect(text).toContain(words)
    expect(await library.ask('import.exportReport', { jobId: 99_999, target })).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
    })
    expect(
      await library.ask('import.exportReport', {
        jobId: job?.id ?? 0,
        target: inLibrary('không có/báo cáo.xlsx'),
      }),
    ).toMatchObject({ ok: false, failure: { code: 'target_unwritable' } })
  })
})

describe('words corrected by hand', () => {
  const PLAN =
    'HUYỆN ỦY CHI LĂNG\n*\nSố 15-KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nChi Lăng, ngày 05 tháng 5 năm 2023\n\nKẾ HOẠCH\nthực hiện công tác dân vận\n\nThực hiện Kế hoạch số 4l-KH/BDVTU, ngày 23/11/2021 của Ban Dân vận Tỉnh ủy về phong trào; Chỉ thị số 18-CT/TW, ngày 04/9/2012 của Ban Bí thư về giao thông.'

  it('are read anew, survive removal and re-import, and are taken back one by one', async () => {
    const path = inLibrary('kế hoạch 15.txt')
    writeFileSync(path, PLAN)
    const [item] = await library.import(path)
    const id = item?.documentId ?? 0
    const before = await library.call('documents.get', { id })
    const start = before.text.indexOf('giao thông')
    const traffic = before.citations.find(({ number, symbol }) => number === '18' && symbol === 'CT/TW')
    expect(traffic?.instrumentId).not.toBeNull()
    await library.call('review.decideCitation', {
      citationId: traffic?.id ?? 0,
      instrumentId: traffic?.instrumentId ?? 0,
    })

    const place = before.text.indexOf('Kế hoạch số 4l')
    await library.call('documents.correctText', {
      id,
      start: place,
      end: place + 'Kế hoạch số 4l'.length,
      replacement: 'Kế hoạch liên tịch số 41',
    })
    const after = await library.call('documents.correctText', {
      id,
      start: start + 'liên tịch '.length,
      end: start + 'liên tịch giao thông'.length,
      replacement: 'an toàn giao thông',
    })
    expect(after.text).toContain('Kế hoạch liên tịch số 41-KH/BDVTU')
    expect(after.text).toContain('về an toàn giao thông.')
    for (const citation of after.citations)
      expect(after.text.slice(citation.start, citation.end)).toContain(citation.number)
    expect(after.citations.map(({ number, symbol }) => `${number}-${symbol}`)).toContain('41-KH/BDVTU')
    // The choice moved along with the words it was made for.
    expect(after.citations.find(({ symbol }) => symbol === 'CT/TW')).toMatchObject({ resolution: 'decided' })
    expect(after.textCorrections).toMatchObject([
      { former: 'giao thông', replacement: 'an toàn giao thông' },
      { former: 'Kế hoạch số 4l', replacement: 'Kế hoạch liên tịch số 41' },
    ])
    expect((await library.call('search.query', { query: '"an toàn giao thông"', limit: 5 })).total).toBe(1)
    await isSound()

    await library.call('documents.remove', { id })
    const [again] = await library.import(path)
    const restored = await library.call('documents.get', { id: again?.documentId ?? 0 })
    expect(restored.text).toBe(after.text)
    expect(restored.citations.find(({ symbol }) => symbol === 'CT/TW')).toMatchObject({
      resolution: 'decided',
    })

    const once = await library.call('documents.undoTextCorrection', { id: restored.id })
    expect(once.text).toContain('về giao thông.')
    const twice = await library.call('documents.undoTextCorrection', { id: restored.id })
    expect(twice.text).toBe(before.text)
    expect(twice.textCorrections).toEqual([])
    expect(await library.ask('documents.undoTextCorrection', { id: restored.id })).toMatchObject({
      ok: false,
    })
    await isSound()
  })

  it.each([
    ['over two lines', 0, 30, 'x'],
    ['with a line end in it', 0, 5, 'một\nhai'],
    ['of nothing', 4, 4, 'x'],
    ['past the end', 0, 100_000, 'x'],
  ])('are refused %s', async (_, start, end, replacement) => {
    const { documents } = await library.call('documents.list', { filter: { kind: ['Kế hoạch'] }, limit: 1 })
    const id = documents[0]?.id ?? 0
    expect(await library.ask('documents.correctText', { id, start, end, replacement })).toMatchObject({
      ok: false,
      failure: { code: 'bad_request' },
    })
  })
})
