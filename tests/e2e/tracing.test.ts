/** Tracing in the real window: 25-NQ/TW down to a district plan and back with evidence, gaps, work list, audit, graph. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { generateLibrary } from '../bench/libraryGenerator.ts'
import { framesWhilePanning } from './panning.ts'
import {
  checkoutFolder,
  discard,
  type OpenProgram,
  openProgram,
  START_LIMIT_MS,
  skipReason,
} from './program.ts'

const SAMPLES = 8
const IMPORT_LIMIT_MS = 60_000
/** A library whose whole graph is drawn: about 10,000 instruments, 40,000 edges. */
const LARGE = { documents: 7000, citationsEach: 5, citedOnly: 3000 }

describe.skipIf(skipReason() !== null)('a researcher at work', () => {
  let program: OpenProgram
  let page: Page
  /** The next save dialog answers with this file; gives its path. */
  const saveTo = async (name: string): Promise<string> => {
    const target = path.join(program.folder, name)
    await program.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, target)
    return target
  }
  const treeRow = (number: string) =>
    page.getByTestId('trace-row').filter({ has: page.getByTestId('tree-name').filter({ hasText: number }) })

  beforeAll(async () => {
    program = await openProgram()
    page = program.page
    page.setDefaultTimeout(20_000)
  }, START_LIMIT_MS)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await program.picture(`failed-tracing-${task.id}`)
  })
  afterAll(async () => {
    await program.close()
    await discard(program.folder)
  })

  it('opens the samples', async () => {
    await page.getByTestId('open-sample').click()
    await expect
      .poll(() => page.getByTestId('library-row').count(), { timeout: IMPORT_LIMIT_MS })
      .toBe(SAMPLES)
    await expect
      .poll(() => page.getByTestId('status-bar').textContent(), { timeout: IMPORT_LIMIT_MS })
      .not.toContain('Đang nhập')
  })

  it('walks from the resolution down to a district plan, with the sentence at each step', async () => {
    await page.getByTestId('rail-trace').click()
    await page.getByTestId('trace-number').fill('25 nq tw')
    await page.keyboard.press('Enter')
    await page
      .getByTestId('trace-found')
      .locator('li')
      .filter({ hasText: '03/06/2013' })
      .getByTestId('trace-instrument')
      .click()
    await treeRow('72-KH/HU').first().waitFor()
    await program.picture('tracing-1-tree')
    for (const number of ['41-KH/BDVTU', '72-KH/HU']) {
      const row = treeRow(number).first()
      await row.getByTestId('show-evidence').click()
      await row.getByTestId('evidence').first().waitFor()
    }
    const quote = treeRow('72-KH/HU').first().getByTestId('evidence').first()
    expect(await quote.textContent()).toMatch(/41-KH\/BDVTU|25-NQ\/TW/)
    await quote.click()
    await page.getByTestId('reader-text').waitFor()
    expect(await page.getByTestId('reader-name').textContent()).toContain('72-KH/HU')
  })

  it('climbs back from the plan to the resolution', async () => {
    await page.getByTestId('history-back').click()
    await treeRow('72-KH/HU').first().getByTestId('tree-name').click()
    await page.getByTestId('instrument-page').getByRole('heading', { level: 1 }).waitFor()
    await program.picture('tracing-2-instrument')
    await page.getByTestId('instrument-trace').click()
    await page.getByTestId('trace-sources').click()
    await treeRow('25-NQ/TW').first().waitFor()
    await program.picture('tracing-3-sources')
  })

  it('rejects an edge, keeps it out of the tree, and takes that back', async () => {
    await treeRow('72-KH/HU').first().getByTestId('tree-name').click()
    const links = page.getByTestId('links-actsOn').getByTestId('link-row').filter({ hasText: '41-KH/BDVTU' })
    const total = await links.count()
    for (let at = 0; at < total; at += 1) {
      await links.first().getByTestId('edge-reject').click()
      await expect.poll(() => links.count()).toBe(total - at - 1)
    }
    await page.getByTestId('show-rejected').click()
    await links.first().waitFor()
    expect(await links.first().getByTestId('edge-verdict').textContent()).toContain('Đã bác bỏ')
    await program.picture('tracing-4-rejected')
    for (let at = 0; at < total; at += 1)
      await links.filter({ hasText: 'Đã bác bỏ' }).first().getByTestId('edge-undo').click()
    await expect.poll(() => links.filter({ hasText: 'Đã bác bỏ' }).count()).toBe(0)
    await links.first().getByTestId('edge-confirm').click()
    await links.first().getByText('Đã xác nhận').waitFor()
  })

  it('judges validity as at a day', async () => {
    await page.getByTestId('validity-day').fill('31/02/2020')
    await page.getByTestId('validity-day').press('Enter')
    await page.getByText('Ghi ngày theo dạng').waitFor()
    await page.getByTestId('validity-day').fill('1/1/2022')
    await page.getByTestId('validity-day').press('Enter')
    await expect.poll(() => page.getByTestId('validity-day').inputValue()).toBe('01/01/2022')
    await page.getByTestId('validity-words').waitFor()
  })

  it('shows which expected bodies have no plan, in a table and in the tree', async () => {
    await page.getByTestId('rail-trace').click()
    await page.getByTestId('trace-number').fill('25-NQ/TW')
    await page.keyboard.press('Enter')
    const found = page.getByTestId('trace-found').locator('li').filter({ hasText: '03/06/2013' })
    await found.getByTestId('trace-instrument').click()
    await page.getByTestId('trace-gaps').click()
    await program.picture('tracing-5-gaps-empty')
    await page.getByTestId('edit-body-lists').click()
    await page.getByTestId('list-name').fill('Các huyện Lạng Sơn')
    await page.getByTestId('list-province').fill('Lạng Sơn')
    await page
      .getByTestId('list-bodies')
      .fill('Huyện ủy Chi Lăng\nHuyện ủy Bình Gia\nHuyện ủy Đình Lập\nThành ủy Lạng Sơn')
    await program.picture('tracing-5-gaps-list')
    await page.getByTestId('list-save').click()
    const gap = (name: string) => page.getByTestId('gap').filter({ hasText: name })
    await gap('Huyện ủy Chi Lăng').getByText('72-KH/HU').waitFor()
    expect(await gap('Huyện ủy Bình Gia').textContent()).toContain('Chưa thấy văn bản triển khai')
    await program.picture('tracing-5-gaps')
    await page.getByTestId('trace-implementers').click()
    await page.getByTestId('trace-tree').press('End')
    await page.getByTestId('trace-tree').evaluate((tree) => tree.scrollTo(0, tree.scrollHeight))
    await page.getByTestId('gap-row').filter({ hasText: 'Huyện ủy Bình Gia' }).waitFor()
    await program.picture('tracing-6-tree-gaps')
  })

  it('saves the tree to Word and Excel, and lays it on paper', async () => {
    for (const format of ['docx', 'xlsx'] as const) {
      const target = await saveTo(`cây.${format}`)
      await page.getByTestId('save-tree').click()
      await page.getByTestId(`save-tree-${format}`).click()
      await page
        .getByTestId('saved')
        .filter({ hasText: `cây.${format}` })
        .waitFor()
      expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK')
    }
    await page.evaluate(() => {
      window.print = () => undefined
    })
    await page.getByTestId('save-tree').click()
    await page.getByTestId('print-tree').click()
    await page.getByTestId('print-sheet').waitFor({ state: 'attached' })
    expect(await page.getByTestId('print-sheet').textContent()).toContain('72-KH/HU')
    await page.emulateMedia({ media: 'print' })
    await program.picture('tracing-7-paper')
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.getByTestId('print-sheet').waitFor({ state: 'detached' })
  })

  it('exports the thread, and all of the library, as a network', async () => {
    const nodes = (target: string): number =>
      existsSync(target) ? (readFileSync(target, 'utf8').match(/<node /g) ?? []).length : 0
    const thread = await saveTo('mạch.graphml')
    await page.getByTestId('export-graph').click()
    await page.getByTestId('export-graph-graphml').click()
    await page.getByTestId('saved').filter({ hasText: 'mạch.graphml' }).waitFor()
    expect(nodes(thread)).toBeGreaterThan(3)
    await page.getByTestId('tracing-graph').click()
    await page.getByTestId('explorer').waitFor()
    const whole = await saveTo('kho.graphml')
    await page.getByTestId('export-graph').click()
    await page.getByTestId('export-graph-graphml').click()
    await page.getByTestId('saved').filter({ hasText: 'kho.graphml' }).waitFor()
    expect(nodes(whole)).toBeGreaterThan(nodes(thread))
    await page.getByTestId('history-back').click()
    await page.getByTestId('trace-timeline').waitFor()
  })

  it('stands along years, and gives a calendar', async () => {
    await page.getByTestId('trace-timeline').click()
    await page.getByTestId('year-strip').waitFor()
    await page.getByTestId('mark').first().waitFor()
    await program.picture('tracing-8-timeline')
    const target = await saveTo('hạn.ics')
    await page.getByTestId('save-calendar').click()
    await page.getByTestId('saved').waitFor()
    expect(readFileSync(target, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/)
    await page.getByTestId('tracing-due').click()
    await page.getByTestId('due-screen').waitFor()
    await page.getByText('Cả 12 tháng đã qua').click()
    await program.picture('tracing-9-due')
  })

  it('keeps a work list of what is missing', async () => {
    await page.getByTestId('tracing-missing').click()
    const row = page.getByTestId('missing-row').filter({ hasText: '25-NQ/TW' }).first()
    await row.getByTestId('missing-note').fill('Đã hỏi Văn phòng Tỉnh ủy')
    await row.getByTestId('missing-note').press('Enter')
    await row.getByRole('checkbox').click()
    await page.getByTestId('missing-mark').click()
    await page.getByTestId('mark-requested').click()
    await row.getByText('Đã đề nghị cung cấp').waitFor()
    await page.getByTestId('tracing-due').click()
    await page.getByTestId('tracing-missing').click()
    await expect.poll(() => row.getByTestId('missing-note').inputValue()).toBe('Đã hỏi Văn phòng Tỉnh ủy')
    await program.picture('tracing-10-missing')
    const sheet = await saveTo('thiếu.xlsx')
    await page.getByTestId('missing-excel').click()
    await page.getByTestId('saved').waitFor()
    expect(readFileSync(sheet).subarray(0, 2).toString()).toBe('PK')
    const letter = await saveTo('công văn.docx')
    await page.getByTestId('missing-letter').click()
    await page.getByTestId('letter-recipient').fill('Văn phòng Tỉnh ủy Lạng Sơn')
    await page.getByTestId('letter-write').click()
    await page.getByTestId('saved').filter({ hasText: 'công văn.docx' }).waitFor()
    expect(existsSync(letter)).toBe(true)
  })

  it('sorts a pasted list of numbers into held, missing and unreadable', async () => {
    await page.getByTestId('check-numbers').click()
    await page.getByTestId('numbers').fill('72-KH/HU\n9999-QĐ/XYZ\nkhông có số nào')
    await page.getByTestId('check-now').click()
    const checked = page.getByTestId('checked-number')
    await expect
      .poll(() => checked.evaluateAll((lines) => lines.map((line) => line.getAttribute('data-state'))))
      .toEqual(['held', 'missing', 'unreadable'])
    await program.picture('tracing-11-check')
  })

  it('audits a draft without importing it', async () => {
    const draft = path.join(
      checkoutFolder(),
      'resources',
      'samples',
      '1526-CV-BDVTW-bao-cao-nghi-quyet-25-2023.docx',
    )
    await page.getByTestId('tracing-audit').click()
    await program.picture('tracing-12-audit-empty')
    await program.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, draft)
    await page.getByTestId('audit-choose').click()
    await page.getByTestId('audit-item').first().waitFor({ timeout: IMPORT_LIMIT_MS })
    await program.picture('tracing-12-audit')
    await page.getByTestId('basis-line').first().click()
    await page.getByTestId('basis-party').click()
    const copied = await page.evaluate(() => navigator.clipboard.readText().catch(() => 'unreadable'))
    // Reading the clipboard is refused to the page, as it should be; the program's own clipboard tells.
    expect(copied).toBe('unreadable')
    const text = await program.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(text).toMatch(/^Căn cứ /)
    const report = await saveTo('kiểm tra.docx')
    await page.getByTestId('audit-word').click()
    await page.getByTestId('saved').waitFor()
    expect(existsSync(report)).toBe(true)
    await page.getByTestId('rail-library').click()
    await expect.poll(() => page.getByTestId('library-row').count()).toBe(SAMPLES)
  })

  it('explores the graph around an instrument and saves it', async () => {
    await page.getByTestId('rail-trace').click()
    await page.getByTestId('tracing-graph').click()
    await page.getByTestId('explorer').waitFor()
    const firstRow = page.getByTestId('graph-row').first()
    await firstRow.click()
    await page.getByTestId('graph-tie').first().waitFor()
    await program.picture('tracing-13-graph-small')
    for (const format of ['png', 'svg'] as const) {
      const target = await saveTo(`sơ đồ.${format}`)
      await page.getByTestId(`save-${format}`).click()
      await page
        .getByTestId('saved')
        .filter({ hasText: `sơ đồ.${format}` })
        .waitFor()
      const start = readFileSync(target).subarray(0, 4).toString('latin1')
      expect(start).toBe(format === 'png' ? '\x89PNG' : '<svg')
    }
    // The forces run in a worker the page's policy must allow; a blocked one would only write to the console.
    const worker = page.waitForEvent('worker')
    await page.getByTestId('layout-forces').click()
    expect((await worker).url()).toContain('forceWorker')
    await page.getByTestId('layout-forces').click()
    await page.getByTestId('layout-layers').click()
    await page.getByTestId('graph-find').fill('dan van')
    await program.picture('tracing-13-graph-find')
    await page.getByTestId('graph-find').fill('')
    const shown = await page.getByTestId('graph-summary').textContent()
    await page.getByTestId('graph-hide').click()
    await expect.poll(() => page.getByTestId('graph-summary').textContent()).not.toBe(shown)
    expect(program.pageErrors).toEqual([])
  })

  it('keeps its shape in the dark and at 1024 px', async () => {
    await page.getByTestId('rail-settings').click()
    await page.getByTestId('theme-dark').click()
    await program.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700),
    )
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThanOrEqual(1024)
    const isTooWide = (): Promise<boolean> =>
      page.evaluate(() => {
        const main = document.querySelector('main')
        return main === null || main.scrollWidth > main.clientWidth + 1
      })
    await page.getByTestId('rail-trace').click()
    for (const name of ['missing', 'due', 'audit', 'graph'] as const) {
      await page.getByTestId(`tracing-${name}`).click()
      await page.getByTestId(`${name}-screen`).waitFor()
      if (name === 'graph') await page.getByTestId('explorer').waitFor()
      await program.picture(`tracing-15-dark-${name}`)
      expect(await isTooWide(), name).toBe(false)
    }
    await page.getByTestId('tracing-trace').click()
    await page.getByTestId('tracing-trace').click()
    await page.getByTestId('trace-number').fill('25-NQ/TW')
    await page.keyboard.press('Enter')
    const found = page.getByTestId('trace-found').locator('li').filter({ hasText: '03/06/2013' })
    await found.getByTestId('trace-instrument').click()
    for (const name of ['sources', 'gaps', 'timeline', 'implementers'] as const) {
      await page.getByTestId(`trace-${name}`).click()
      await program.picture(`tracing-15-dark-${name}`)
      expect(await isTooWide(), name).toBe(false)
    }
    await treeRow('25-NQ/TW').first().getByTestId('tree-name').click()
    await page.getByTestId('validity').waitFor()
    await program.picture('tracing-15-dark-instrument')
    await page.getByTestId('rail-settings').click()
    await page.getByTestId('theme-light').click()
    await program.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 740),
    )
  })

  it('keeps every list within reach with the text at twice its size', async () => {
    const zoomTo = (zoomPercent: number): Promise<unknown> =>
      program.invoke('host.changeSettings', { zoomPercent })
    await zoomTo(200)
    try {
      await expect.poll(() => page.evaluate(() => window.innerHeight)).toBeLessThan(500)
      const reach = async (list: string): Promise<void> => {
        const found = page.getByTestId(list)
        await found.scrollIntoViewIfNeeded()
        const box = await found.boundingBox()
        expect(box?.height ?? 0, list).toBeGreaterThan(200)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
      }
      await page.getByTestId('rail-trace').click()
      await page.getByTestId('tracing-missing').click()
      await page.getByTestId('missing-row').first().waitFor()
      await reach('missing-table')
      await page.getByTestId('tracing-trace').click()
      await page.getByTestId('tracing-trace').click()
      await page.getByTestId('trace-number').fill('25-NQ/TW')
      await page.keyboard.press('Enter')
      const found = page.getByTestId('trace-found').locator('li').filter({ hasText: '03/06/2013' })
      await found.getByTestId('trace-instrument').click()
      await page.getByTestId('trace-row').first().waitFor()
      await reach('trace-tree')
      await page.getByTestId('trace-timeline').click()
      await page.getByTestId('mark').first().waitFor()
      await reach('marks')
    } finally {
      await zoomTo(100)
    }
  })

  it('opens the graph of ten thousand instruments, moves in it, and lists the same', async () => {
    const folder = path.join(program.folder, 'Kho lớn')
    generateLibrary(folder, LARGE)
    await program.invoke('library.open', { folder: folder })
    await page.getByTestId('rail-trace').click()
    await expect.poll(() => page.getByTestId('status-bar').textContent()).toContain('7.000')
    const opened = Date.now()
    await page.getByTestId('tracing-graph').click()
    await page.getByTestId('explorer').waitFor({ timeout: 60_000 })
    const milliseconds = Date.now() - opened
    await expect
      .poll(() => page.getByTestId('graph-screen').getAttribute('data-complete'), { timeout: 120_000 })
      .toBe('true')
    const nodes = Number(await page.getByTestId('explorer').getAttribute('data-nodes'))
    expect(nodes).toBeGreaterThan(7000)
    const frames = await framesWhilePanning(page)
    console.log(
      `${nodes} instruments drawn after ${milliseconds} ms; panning at ${frames.toFixed(0)} frames/s`,
    )
    await program.picture('tracing-14-graph-large')
    await page.getByTestId('graph-list').press('ArrowDown')
    await page.getByTestId('graph-selected').waitFor()
    await program.picture('tracing-14-graph-large-selected')
  })
})
