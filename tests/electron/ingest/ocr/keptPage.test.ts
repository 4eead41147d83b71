/** A recognised page packed and unpacked is the same page, in a few kilobytes. */
import { expect, it } from 'vitest'
import { packPage, unpackPage } from '../../../../electron/ingest/ocr/keptPage.ts'
import type { ReadPage } from '../../../../electron/ingest/ocr/page.ts'

const WORDS = 'Căn cứ Quyết định số 23-QĐ/TW, ngày 30/7/2021 của Bộ Chính trị'.split(' ')

/** About the words of a full page. */
const page: ReadPage = {
  rotation: 270,
  skew: -1.25,
  confidence: 91.53,
  width: 1654,
  height: 2339,
  readWords: Array.from({ length: 420 }, (_, index) => ({
    text: WORDS[index % WORDS.length] ?? '',
    original: index % 50 === 0 ? '23-OĐ/TW' : null,
    confidence: 60 + ((index * 7) % 40),
    box: { left: 100 + ((index * 37) % 1400), top: 100 + index * 5, width: 60, height: 31 },
    baseline: 125 + index * 5,
    size: 40.5,
    line: Math.floor(index / 12),
  })),
}

it('comes back as it was', () => {
  const packed = packPage(page)
  expect(packed.byteLength).toBeLessThan(10_000)
  expect(unpackPage(packed)).toEqual(page)
  expect(unpackPage(packPage({ ...page, readWords: [] }))).toEqual({ ...page, readWords: [] })
})
