/** Whole pages through the real engine: upright, turned, in a TIFF, cancelled, and without a model. */
import { readFileSync } from 'node:fs'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../../../electron/ingest/ocr/engine.ts'
import { createOcr, defaultModelFolder } from '../../../../electron/ingest/ocr/ocr.ts'
import type { OcrPage, ReadPage } from '../../../../electron/ingest/ocr/page.ts'
import { greyOf, turnCanvas } from '../../../../electron/ingest/ocr/pixels.ts'
import { locateWords } from '../../../../electron/ingest/ocr/placed.ts'
import { type RecogniseOptions, recognisePage } from '../../../../electron/ingest/ocr/recognise.ts'
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

async function read(canvas: Canvas, options: RecogniseOptions = {}): Promise<OcrPage> {
  const result = await ocr.recognise(async () => canvas, options)
  if (!result.ok || !result.value) throw new Error(JSON.stringify(result))
  return result.value
}

const LONG_MS = 120_000

describe('createOcr', () => {
  it('reads a letterhead column by column and lists its numbers', { timeout: LONG_MS }, async () => {
    const { text, words, warnings, rotation, confidence } = await read(await pictureOf('m01'))
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
      const turned = await read(turnCanvas(page, quarter, tilt))
      expect(turned.rotation).toBe(expected)
      expect(turned.skew).toBeCloseTo(-tilt, 0)
      expect(turned.text).toContain('KẾ HOẠCH')
    }
  })

  it('reads a page lying like the one before it only once', { timeout: LONG_MS }, async () => {
    const engine = createEngine(defaultModelFolder())
    let readings = 0
    const counting: Engine = {
      ...engine,
      recognise: (page, signal) => {
        readings += 1
        return engine.recognise(page, signal)
      },
    }
    try {
      const upsideDown = turnCanvas(await pictureOf('m01'), 180, 0)
      expect((await recognisePage(upsideDown, counting)).rotation).toBe(180)
      expect(readings).toBe(2)
      readings = 0
      const likely = { likelyRotation: () => 180 as const }
      expect((await recognisePage(upsideDown, counting, likely)).rotation).toBe(180)
      expect(readings).toBe(1)
    } finally {
      await engine.close()
    }
  })

  it('reads a TIFF, and a page known already not again', { timeout: LONG_MS }, async () => {
    const tiff = encodeTiff(greyOf(await pictureOf('m03')), 200)
    const seen: ReadPage[] = []
    const result = await ocr.recogniseImage(tiff, { onPage: (_, page) => seen.push(page) })
    if (!result.ok) throw new Error(result.failure.detail)
    expect(seen).toEqual(result.value)
    expect(result.value[0]?.readWords.map(({ text }) => text)).toContain('1526-CV/BDVTW')
    const known = new Map(result.value.entries())
    expect(await ocr.recogniseImage(tiff, { known, onPage: () => expect.unreachable() })).toEqual(result)
  })

  it('gives an empty page no words', { timeout: LONG_MS }, async () => {
    const canvas = createCanvas(1654, 2339)
    const context = canvas.getContext('2d')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, 1654, 2339)
    expect(await read(canvas)).toMatchObject({ text: '', words: [], confidence: 0 })
  })

  it('stops in the middle of a page and reads on afterwards', { timeout: LONG_MS }, async () => {
    const page = await pictureOf('m01')
    const again = await pictureOf('m01')
    const controller = new AbortController()
    const reading = ocr.recognise(async () => page, { signal: controller.signal })
    setTimeout(() => controller.abort(), 300)
    expect(await reading).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    expect((await read(again)).text).toContain('41-KH/BDVTU')
  })

  it('says so when there is no model or no picture', { timeout: LONG_MS }, async () => {
    const lost = createOcr({ jobs: 1, modelFolder: 'tests/fixtures/no-such-folder' })
    const canvas = createCanvas(400, 400)
    canvas.getContext('2d').fillText('chữ', 100, 100)
    expect(await lost.recognise(async () => canvas)).toMatchObject({
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
