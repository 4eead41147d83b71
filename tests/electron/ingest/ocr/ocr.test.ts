/** Whole pages through the real engine: upright, turned, in a TIFF, cancelled, and without a model. */
import { readFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, it } from 'vitest'
import { createOcr, defaultModelFolder } from '../../../../electron/ingest/ocr/ocr.ts'
import { greyOf, turnCanvas } from '../../../../electron/ingest/ocr/pixels.ts'
import { locateWords } from '../../../../electron/ingest/ocr/placed.ts'
import { renderPdfPage } from '../../../../electron/ingest/ocr/render.ts'
import { encodeTiff } from '../../../../electron/ingest/ocr/tiff.ts'
import { PDF_SOURCES } from '../../../../electron/ingest/pdf/sources.ts'

const ocr = createOcr({ jobs: 2, modelFolder: defaultModelFolder() })
afterAll(() => ocr.close())

async function pictureOf(name: string) {
  const data = Uint8Array.from(readFileSync(`tests/fixtures/ocr/${name}.pdf`))
  const document = await getDocument({ data, verbosity: 0, ...PDF_SOURCES }).promise
  const canvas = await renderPdfPage(await document.getPage(1))
  await document.loadingTask.destroy()
  return canvas
}

const LONG_MS = 120_000

describe('createOcr', () => {
  it('reads a letterhead column by column and lists its numbers', { timeout: LONG_MS }, async () => {
    const result = await ocr.recogniseCanvas(await pictureOf('m01'))
    if (!result.ok) throw new Error(result.failure.detail)
    const { text, words, warnings, rotation, confidence } = result.value
    expect(text).toContain('TỈNH ỦY LẠNG SƠN\nBAN DÂN VẬN\nSố 41-KH/BDVTU')
    expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
    expect(rotation).toBe(0)
    expect(confidence).toBeGreaterThan(85)
    for (const word of words) expect(text.slice(word.start, word.end)).not.toMatch(/\s/)
    expect(warnings.map(({ start, end, code }) => [text.slice(start, end), code])).toEqual([
      ['41-KH/BDVTU', 'unverified'],
      ['23-QĐ/TW', 'unverified'],
      ['25-NQ/TW', 'unverified'],
    ])
  })

  it('turns pages upright and straight', { timeout: LONG_MS }, async () => {
    const page = await pictureOf('m02')
    const turns = [
      [90, 1.5, 270],
      [180, 0, 180],
    ] as const
    for (const [quarter, tilt, expected] of turns) {
      const result = await ocr.recogniseCanvas(turnCanvas(page, quarter, tilt))
      if (!result.ok) throw new Error(result.failure.detail)
      expect(result.value.rotation).toBe(expected)
      expect(result.value.skew).toBeCloseTo(-tilt, 0)
      expect(result.value.text).toContain('KẾ HOẠCH')
    }
  })

  it('reads a TIFF and only the pages asked for', { timeout: LONG_MS }, async () => {
    const tiff = encodeTiff(greyOf(await pictureOf('m03')), 200)
    const seen: number[] = []
    const result = await ocr.recogniseImage(tiff, { onPage: (page) => seen.push(page) })
    if (!result.ok) throw new Error(result.failure.detail)
    expect(seen).toEqual([0])
    expect(result.value[0]?.text).toContain('1526-CV/BDVTW')
    expect(await ocr.recogniseImage(tiff, { pages: [] })).toEqual({ ok: true, value: [] })
  })

  it('gives an empty page no words', { timeout: LONG_MS }, async () => {
    const canvas = createCanvas(1654, 2339)
    const context = canvas.getContext('2d')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, 1654, 2339)
    const result = await ocr.recogniseCanvas(canvas)
    expect(result).toMatchObject({ ok: true, value: { text: '', words: [], confidence: 0 } })
  })

  it('stops in the middle of a page and reads on afterwards', { timeout: LONG_MS }, async () => {
    const page = await pictureOf('m01')
    const controller = new AbortController()
    const reading = ocr.recogniseCanvas(page, { signal: controller.signal })
    setTimeout(() => controller.abort(), 300)
    expect(await reading).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    expect(await ocr.recogniseCanvas(page)).toMatchObject({ ok: true })
  })

  it('says so when there is no model or no picture', { timeout: LONG_MS }, async () => {
    const lost = createOcr({ jobs: 1, modelFolder: 'tests/fixtures/no-such-folder' })
    const canvas = createCanvas(400, 400)
    canvas.getContext('2d').fillText('chữ', 100, 100)
    expect(await lost.recogniseCanvas(canvas)).toMatchObject({
      ok: false,
      failure: { code: 'ocr_unavailable' },
    })
    await lost.close()
    for (const damaged of ['not a picture', 'II*\0 cut']) {
      const result = await ocr.recogniseImage(Buffer.from(damaged, 'latin1'))
      expect(result).toMatchObject({ ok: false, failure: { code: 'file_damaged' } })
    }
  })
})

describe('locateWords', () => {
  it('finds each word once, in the order of the text', () => {
    const word = (text: string) => ({
      text,
      original: null,
      confidence: 90,
      box: { left: 0, top: 0, width: 1, height: 1 },
      baseline: 0,
      size: 1,
      line: 0,
    })
    const text = 'của dân, của nước'
    const found = locateWords(['của', 'nước', 'của', 'mất', 'dân,'].map(word), text, 10)
    expect(found.map(({ start, end }) => text.slice(start - 10, end - 10))).toEqual([
      'của',
      'dân,',
      'của',
      'nước',
    ])
  })
})
