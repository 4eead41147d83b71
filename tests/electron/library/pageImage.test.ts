/** Pages drawn from kept originals: scans turned upright with their words in place, PDFs with text, and what has no pages. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { greyOf, turnCanvas } from '../../../electron/ingest/ocr/pixels.ts'
import { encryptedPdf } from './encryptedPdf.ts'
import { drawFixture, encodePages, topOf } from './scans.ts'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

const LONG_MS = 120_000
const formats = join(import.meta.dirname, '../../golden/formats')

let library: TemporaryLibrary
beforeAll(async () => {
  // One reader for imports, whatever the machine has: it is to be busy while a page is drawn.
  library = await openTemporaryLibrary(undefined, 1)
})
afterAll(() => library.dispose())

const importOne = async (path: string): Promise<number> => {
  const [item] = await library.import(path)
  return item?.documentId ?? 0
}

const decode = async ({ content }: { content: string }) => {
  const picture = await loadImage(Buffer.from(content, 'base64'))
  const canvas = createCanvas(picture.width, picture.height)
  canvas.getContext('2d').drawImage(picture, 0, 0)
  return canvas
}

/** Mean darkness (0 white to 1 black) inside a box given in shares of the page. */
function inkIn(canvas: Canvas, box: { left: number; top: number; width: number; height: number }): number {
  const { width, height, data } = greyOf(canvas)
  let dark = 0
  let count = 0
  for (let y = Math.floor(box.top * height); y < (box.top + box.height) * height; y += 1) {
    for (let x = Math.floor(box.left * width); x < (box.left + box.width) * width; x += 1) {
      dark += 255 - (data[y * width + x] ?? 255)
      count += 255
    }
  }
  return dark / count
}

describe('documents.pageImage', () => {
  it(
    'draws a scan that lies on its side upright, every word under its box',
    async () => {
      const path = join(library.folder, 'nằm ngang.tif')
      const pages = [await drawFixture('m03'), topOf(await drawFixture('m01'), 700)]
      const [first, second] = pages
      if (!first || !second) throw new Error('two pages were drawn')
      writeFileSync(path, encodePages([turnCanvas(first, 90, 1), second], 200))
      const id = await importOne(path)
      const { text, recognised } = await library.call('documents.get', { id })
      expect(recognised.map(({ page }) => page)).toEqual([1, 2])

      const image = await library.call('documents.pageImage', { id, page: 1, maxWidth: 800 })
      expect(image).toMatchObject({ format: 'image/jpeg', width: 800, pages: 2 })
      expect(image.height).toBeGreaterThan(image.width)
      const { words } = await library.call('documents.pageWords', { id, page: 1 })
      expect(words.length).toBeGreaterThan(60)
      const canvas = await decode(image)
      const paper = inkIn(canvas, { left: 0, top: 0, width: 1, height: 1 })
      for (const word of words) {
        expect(inkIn(canvas, word), text.slice(word.start, word.end)).toBeGreaterThan(paper)
      }
      const number = words.find(({ start, end }) => text.slice(start, end).includes('1526-CV/BDVTW'))
      expect(number?.top).toBeLessThan(0.25)
      expect(number?.left).toBeLessThan(0.5)

      const next = await library.call('documents.pageWords', { id, page: 2 })
      expect(next.words.map(({ start, end }) => text.slice(start, end))).toContain('41-KH/BDVTU')
      expect(await library.ask('documents.pageImage', { id, page: 3 })).toMatchObject({
        ok: false,
        failure: { code: 'not_found' },
      })
    },
    LONG_MS,
  )

  it('draws a PDF with text, which has no recognised words, as wide as asked', async () => {
    const id = await importOne(join(formats, 's003.pdf'))
    const wide = await library.call('documents.pageImage', { id, page: 1, maxWidth: 1500 })
    const narrow = await library.call('documents.pageImage', { id, page: 1, maxWidth: 300 })
    expect([wide.width, narrow.width]).toEqual([1500, 300])
    // Sizes at which rounding up would be a pixel too wide.
    for (const maxWidth of [1600, 999, 333]) {
      expect((await library.call('documents.pageImage', { id, page: 2, maxWidth })).width).toBe(maxWidth)
    }
    expect(wide.content.length).toBeGreaterThan(narrow.content.length)
    expect(await library.call('documents.pageWords', { id, page: 1 })).toEqual({ words: [] })
  })

  it('draws while an import keeps every reader busy', async () => {
    const id = await importOne(join(formats, 's003.pdf'))
    const scan = join(library.folder, 'dài.tif')
    const page = await drawFixture('m02')
    writeFileSync(scan, encodePages([page, page, page, page], 200))
    const { jobId } = await library.call('import.start', { paths: [scan] })
    await library.call('documents.pageImage', { id, page: 1, maxWidth: 200 })
    expect((await library.call('import.jobs', {})).find((job) => job.id === jobId)?.state).not.toBe(
      'finished',
    )
    await library.call('import.cancel', { jobId })
  })

  it('asks for the password of an encrypted one', async () => {
    const path = join(library.folder, 'mật khẩu.pdf')
    writeFileSync(path, encryptedPdf(['Thuc hien Ke hoach so 41-KH/BDVTU'], 'lang-son'))
    const [failed] = await library.import(path)
    expect(failed?.failure?.code).toBe('password_protected')
    const [job] = await library.call('import.jobs', {})
    const read = await library.call('import.withPassword', {
      jobId: job?.id ?? 0,
      path,
      password: 'lang-son',
    })
    const id = read.documentId ?? 0
    expect(await library.ask('documents.pageImage', { id, page: 1 })).toMatchObject({
      ok: false,
      failure: { code: 'password_protected', subject: 'mật khẩu.pdf' },
    })
    expect(await library.call('documents.pageImage', { id, page: 1, password: 'lang-son' })).toMatchObject({
      pages: 1,
    })
  })

  it.each([
    ['Word', 's003.docx'],
    ['RTF', 's003.rtf'],
  ])('has no page image of %s', async (_, name) => {
    const id = await importOne(join(formats, name))
    expect(await library.ask('documents.pageImage', { id, page: 1 })).toMatchObject({
      ok: false,
      failure: { code: 'no_page_image', subject: name },
    })
  })

  it('says so when the document or its original is gone', async () => {
    expect(await library.ask('documents.pageImage', { id: 9999, page: 1 })).toMatchObject({
      failure: { code: 'not_found' },
    })
    expect(await library.ask('documents.pageWords', { id: 9999, page: 1 })).toMatchObject({
      failure: { code: 'not_found' },
    })
    expect(await library.ask('documents.pageImage', { id: 1, page: 1, maxWidth: 9000 })).toMatchObject({
      failure: { code: 'bad_request' },
    })
    const copy = join(library.folder, 'bản sao.pdf')
    writeFileSync(copy, Buffer.concat([readFileSync(join(formats, 's001.pdf')), Buffer.from('\n')]))
    const id = await importOne(copy)
    const { file } = await library.call('documents.get', { id })
    rmSync(join(library.folder, 'files', file.sha256))
    expect(await library.ask('documents.pageImage', { id, page: 1 })).toMatchObject({
      ok: false,
      failure: { code: 'file_missing', subject: 'bản sao.pdf' },
    })
  })
})
