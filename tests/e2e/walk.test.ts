/** The main job in the real window: sample library, citation, cited page, search without marks, trace, import, restart. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fillDamagedFolder } from './damagedFolder.ts'
import {
  checkoutFolder,
  discard,
  type OpenProgram,
  openProgram,
  START_LIMIT_MS,
  skipReason,
} from './program.ts'

const SAMPLES = 8
/** Reading eight files on a busy machine, milliseconds. */
const IMPORT_LIMIT_MS = 90_000

describe.skipIf(skipReason() !== null)('a clerk at work', () => {
  let program: OpenProgram
  let page: Page
  const row = (text: string) => page.getByTestId('library-row').filter({ hasText: text })
  const openFromLibrary = async (number: string): Promise<void> => {
    await page.getByTestId('rail-library').click()
    await row(number).dblclick()
    await page.getByTestId('reader-text').waitFor()
  }

  beforeAll(async () => {
    program = await openProgram()
    page = program.page
    page.setDefaultTimeout(20_000)
  }, START_LIMIT_MS)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await program.picture(`failed-${task.id}`)
  })
  afterAll(async () => {
    await program.close()
    await discard(program.folder)
  })

  it('opens the sample library on a first start', async () => {
    await page.getByTestId('welcome').waitFor()
    await program.picture('1-welcome')
    await page.getByTestId('open-sample').click()
    await expect
      .poll(() => page.getByTestId('library-row').count(), { timeout: IMPORT_LIMIT_MS })
      .toBe(SAMPLES)
    await row('72-KH/HU').waitFor()
    await program.picture('2-library')
  })

  it('shows a document with its citations, in the text and beside it', async () => {
    await openFromLibrary('72-KH/HU')
    expect(await page.getByTestId('reader-name').textContent()).toContain('72-KH/HU')
    await page.getByTestId('citation').filter({ hasText: '41-KH/BDVTU' }).first().waitFor()
    await page.getByTestId('cites-panel').getByText('41-KH/BDVTU').first().waitFor()
    await program.picture('3-reader')
  })

  it('follows a citation to the document it names', async () => {
    await page.getByTestId('citation').filter({ hasText: '41-KH/BDVTU' }).first().click()
    await expect.poll(() => page.getByTestId('reader-name').textContent()).toContain('41-KH/BDVTU')
    await page.getByTestId('citation').filter({ hasText: '25-NQ/TW' }).first().waitFor()
    await program.picture('4-cited-document')
  })

  it('follows a citation of what is not held to a page that says who cites it', async () => {
    await page.getByTestId('citation').filter({ hasText: '25-NQ/TW' }).first().click()
    await page.getByTestId('instrument-page').waitFor()
    await page.getByTestId('not-held').waitFor()
    await page.getByTestId('instrument-page').getByText('41-KH/BDVTU').first().waitFor()
    await program.picture('5-not-held')
  })

  it('shows who carries it out, as a tree', async () => {
    await page.getByTestId('instrument-trace').click()
    const tree = page.getByTestId('trace-tree')
    await tree.waitFor()
    await tree.getByText('41-KH/BDVTU').first().waitFor()
    await program.picture('6-trace')
  })

  it('finds words typed without marks', async () => {
    await page.getByTestId('search-input').fill('dan van kheo')
    const first = page.getByTestId('search-hit').first()
    await first.waitFor()
    expect((await first.locator('mark').allInnerTexts()).join(' ')).toMatch(/vận|khéo/i)
    expect(await page.getByTestId('search-hit').count()).toBeGreaterThanOrEqual(3)
    await program.picture('7-search')
    await first.click()
    await page.getByTestId('reader-text').waitFor()
    await program.picture('8-search-in-reader')
  })

  it('imports a folder with broken files: one line each, nothing stops', async () => {
    const folder = path.join(program.folder, 'Văn bản đến')
    mkdirSync(folder)
    const damaged = fillDamagedFolder(folder, path.join(checkoutFolder(), 'resources', 'samples'))
    await program.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, folder)
    await page.getByTestId('import-button').click()
    await page.getByTestId('import-folder').click()
    const items = page.getByTestId('import-item')
    for (const name of [...damaged.readable, ...damaged.duplicates, ...damaged.unreadable]) {
      await items.filter({ hasText: name }).waitFor()
    }
    for (const name of damaged.unreadable) {
      await expect
        .poll(() => items.filter({ hasText: name }).innerText(), { timeout: IMPORT_LIMIT_MS })
        .toContain('Tệp gốc vẫn nguyên')
    }
    await page.getByTestId('import-finished').waitFor()
    await program.picture('9-import')
    await page.getByTestId('import-close').click()
    await page.getByTestId('rail-library').click()
    await expect.poll(() => page.getByTestId('library-row').count()).toBe(SAMPLES + damaged.readable.length)
  })

  it('ties the new document to the one it cites without a further step', async () => {
    await openFromLibrary('205-BC/HU')
    await page.getByTestId('citation').filter({ hasText: '72-KH/HU' }).first().click()
    await expect.poll(() => page.getByTestId('reader-name').textContent()).toContain('72-KH/HU')
    await page.getByTestId('cited-by').getByText('205-BC/HU').first().waitFor()
  })

  it('survives the sudden end of the library process', async () => {
    await program.app.evaluate(async ({ app, dialog }) => {
      dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
      const library = app.getAppMetrics().find((metric) => metric.serviceName === 'node.mojom.NodeService')
      if (!library) throw new Error('no library process')
      process.kill(library.pid, 'SIGKILL')
    })
    await page.getByTestId('rail-library').click()
    await expect.poll(() => page.getByTestId('library-row').count()).toBe(SAMPLES + 1)
    await page.getByTestId('search-input').fill('giếng nước sạch')
    await page.getByTestId('search-hit').filter({ hasText: '205-BC/HU' }).waitFor()
  })

  it('opens the same library at the next start, as it was left', async () => {
    await page.getByTestId('rail-settings').click()
    await page.getByTestId('theme-dark').click()
    await program.picture('10-settings-dark')
    await program.close()
    program = await openProgram({ folder: program.folder })
    page = program.page
    page.setDefaultTimeout(20_000)
    await expect.poll(() => page.getByTestId('library-row').count()).toBe(SAMPLES + 1)
    await program.picture('11-library-dark')
    await openFromLibrary('72-KH/HU')
    await program.picture('12-reader-dark')
    expect(program.pageErrors).toEqual([])
  })
})
