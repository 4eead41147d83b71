/** A PDF of scanned pages and pages with text, through a process of its own: what is recognised, told, kept and not done again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createExtractor, type ExtractOptions } from '../../../electron/ingest/extraction.ts'
import type { KeptPage } from '../../../electron/ingest/extractionProtocol.ts'
import { drawFixture, encodePdf, topOf } from '../library/scans.ts'

const LONG_MS = 120_000
const TYPED =
  'Cong van so 15-CV/HU ngay 02/3/2023 cua Huyen uy Chi Lang ve viec bao cao ket qua cong tac dan van'

const folder = mkdtempSync(join(tmpdir(), 'chido-scanned-'))
const path = join(folder, 'lẫn.pdf')
// Two pages at a time, whatever the machine has.
const extractor = createExtractor({
  entry: new URL('../../../electron/ingest/extractionProcess.ts', import.meta.url),
  jobs: 2,
})
afterAll(async () => {
  await extractor.close()
  rmSync(folder, { recursive: true, force: true })
})

async function read(options: ExtractOptions = {}) {
  const kept: KeptPage[] = []
  const told: (readonly [number, number | null])[] = []
  const result = await extractor.extract(path, {
    ...options,
    onRecognised: (page) => kept.push(page),
    onProgress: (page, pages) => told.push([page, pages]),
  })
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  const { text, pages, recognised } = result.value
  return {
    value: result.value,
    told,
    kept: kept.toSorted((one, other) => one.page - other.page),
    recognised: (recognised ?? []).map(({ page }) => page),
    pages: pages.map(({ start, end }) => text.slice(start, end)),
  }
}

describe('a PDF partly scanned', () => {
  let whole: Awaited<ReturnType<typeof read>>
  beforeAll(async () => {
    const [first, last] = [topOf(await drawFixture('m01'), 700), topOf(await drawFixture('m03'), 700)]
    writeFileSync(path, encodePdf([first, TYPED, last]))
    whole = await read()
  }, LONG_MS)

  it('recognises the pages without text and no other', () => {
    expect(whole.recognised).toEqual([0, 2])
    expect(whole.kept.map(({ page }) => page)).toEqual([0, 2])
    const [first, typed, last] = whole.pages
    expect(first).toContain('41-KH/BDVTU')
    expect(typed?.trim()).toBe(TYPED)
    expect(last).toContain('1526-CV/BDVTW')
  })

  it('tells the pages finished, never fewer than before, to the last', () => {
    const finished = whole.told.map(([page]) => page)
    expect(finished).toEqual(finished.toSorted((one, other) => one - other))
    expect(finished[0]).toBeLessThan(3)
    expect(whole.told.at(-1)).toEqual([3, 3])
    expect(new Set(whole.told.map(([, pages]) => pages))).toEqual(new Set([3]))
  })

  it('goes on behind the pages it is given, to the same end', { timeout: LONG_MS }, async () => {
    for (const [known, expected] of [
      [whole.kept.slice(0, 1), [2]],
      [whole.kept.slice(1), [0]],
      [whole.kept, []],
    ] as const) {
      const rest = await read({ known })
      expect(rest.kept.map(({ page }) => page)).toEqual(expected)
      expect(rest.value).toEqual(whole.value)
    }
  })

  it('obeys the choice: none, or every page, also of those it is given', { timeout: LONG_MS }, async () => {
    const never = await read({ ocr: 'never', known: whole.kept })
    expect([never.recognised, never.kept]).toEqual([[], []])
    expect(never.pages.map((page) => page.trim())).toEqual(['', TYPED, ''])
    const forced = await read({ ocr: 'force', known: whole.kept })
    expect(forced.recognised).toEqual([0, 1, 2])
    expect(forced.kept.map(({ page }) => page)).toEqual([1])
    expect(forced.pages[1]).toContain('15-CV/HU')
  })
})
