/** Searching in the real window: preview, opening at a match, saved and recent searches, export, nothing found, Ctrl+K, correction. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { discard, type OpenProgram, openProgram, START_LIMIT_MS, skipReason } from './program.ts'

const IMPORT_LIMIT_MS = 90_000
const SAMPLES = 8

describe.skipIf(skipReason() !== null)('searching', () => {
  let program: OpenProgram
  let page: Page
  const searchFor = async (query: string): Promise<void> => {
    await page.getByTestId('search-input').fill(query)
    await page.getByTestId('search-count').waitFor()
  }

  beforeAll(async () => {
    program = await openProgram()
    page = program.page
    page.setDefaultTimeout(20_000)
    await page.getByTestId('open-sample').click()
    await page
      .getByTestId('library-row')
      .nth(SAMPLES - 1)
      .waitFor({ timeout: IMPORT_LIMIT_MS })
  }, START_LIMIT_MS + IMPORT_LIMIT_MS)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await program.picture(`failed-${task.id}`)
  })
  afterAll(async () => {
    await program.close()
    await discard(program.folder)
  })

  it('previews the hit pointed at, with its passages', async () => {
    await searchFor('dân vận khéo')
    const second = page.getByTestId('search-hit').nth(1)
    await second.hover()
    const preview = page.getByTestId('search-preview')
    await preview.getByTestId('preview-passage').first().waitFor()
    await program.picture('search-1-preview')
    await preview.getByTestId('preview-passage').nth(1).click()
    await page.getByTestId('reader-text').locator('mark').first().waitFor()
    await program.picture('search-2-opened')
    await page.getByTestId('history-back').click()
  })

  it('searches inside the results found, deeper and back', async () => {
    const count = page.getByTestId('search-count')
    const tags = page.getByTestId('searched-inside-tag')
    const box = page.getByTestId('search-input')
    const totalOf = async (): Promise<number> => Number.parseInt((await count.textContent()) ?? '', 10)
    await box.fill('"dân vận khéo"')
    await expect.poll(totalOf).toBeLessThan(SAMPLES)
    const total = await totalOf()
    await page.getByTestId('search-inside').click()
    await tags.waitFor()
    expect(await tags.textContent()).toBe('"dân vận khéo"')
    expect(await totalOf()).toBe(total)
    expect(await box.inputValue()).toBe('in:"""dân vận khéo""" ')
    // The box is ready for more words.
    await page.keyboard.type('year:2021')
    await expect.poll(totalOf).toBeLessThan(total)
    const fewer = await totalOf()
    expect(fewer).toBeGreaterThan(0)
    await page.getByTestId('search-inside').click()
    await expect.poll(() => tags.count()).toBe(2)
    expect(await totalOf()).toBe(fewer)
    await program.picture('search-inside')
    await tags.last().focus()
    await page.keyboard.press('Delete')
    await expect.poll(() => tags.count()).toBe(1)
    await expect.poll(totalOf).toBe(total)
    await tags.click()
    await expect.poll(() => box.inputValue()).toBe('"dân vận khéo"')
    expect(await totalOf()).toBe(total)
    await searchFor('dân vận khéo')
  })

  it('keeps a search by name, and the last queries', async () => {
    await page.getByTestId('search-save').click()
    await page.getByTestId('search-save-name').fill('Phong trào Dân vận khéo')
    await page.getByTestId('search-save-done').click()
    await page.getByTestId('search-input').fill('')
    await page.getByTestId('saved-search').filter({ hasText: 'Phong trào Dân vận khéo' }).waitFor()
    await page.getByTestId('recent-search').filter({ hasText: 'dân vận khéo' }).waitFor()
    await program.picture('search-3-start')
    await page.getByTestId('saved-search').click()
    await page.getByTestId('search-hit').first().waitFor()
  })

  it('writes the results to a file', async () => {
    const target = path.join(program.folder, 'kết quả.xlsx')
    await program.app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
    }, target)
    await page.getByTestId('search-export').click()
    await page.getByTestId('search-export-xlsx').click()
    await expect.poll(() => existsSync(target)).toBe(true)
    await page.getByTestId('saved').waitFor()
  })

  it('offers a wider search when nothing is found', async () => {
    await page.getByTestId('search-input').fill('"khéo khéo vận dân"')
    await page.getByTestId('wider-phrases').waitFor()
    await program.picture('search-4-nothing')
    await page.getByTestId('wider-phrases').click()
    await page.getByTestId('search-hit').first().waitFor()
  })

  it('takes a number for a number, not for a misspelling', async () => {
    await page.getByTestId('search-input').fill('25 NQ TW')
    await page.getByTestId('instrument-hit').first().waitFor()
    expect(await page.getByTestId('did-you-mean').count()).toBe(0)
  })

  it('goes anywhere with Ctrl+K', async () => {
    await page.keyboard.press('Control+k')
    await page.getByTestId('palette').waitFor()
    // The dialog fades in.
    await page
      .getByTestId('palette')
      .evaluate((box) => Promise.all(box.getAnimations().map(({ finished }) => finished)))
    await program.picture('search-5-palette')
    await page.getByTestId('palette-input').fill('72-KH/HU')
    await page.locator('[data-testid=palette-row][data-group=instruments]').first().waitFor()
    await program.picture('search-6-palette-number')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByTestId('reader-name').textContent()).toContain('72-KH/HU')
    await page.keyboard.press('Control+k')
    await page.getByTestId('palette-input').fill('ra soat')
    await page.locator('[data-testid=palette-row][data-group=commands]').first().click()
    await page.getByTestId('review-item').first().waitFor()
    await page.getByTestId('history-back').click()
  })

  it('corrects words by hand, reads the document anew, and takes it back', async () => {
    await page.getByTestId('reader-text').waitFor()
    const citation = page.getByTestId('citation').filter({ hasText: '41-KH/BDVTU' }).first()
    await citation.scrollIntoViewIfNeeded()
    const before = await citation.innerText()
    await citation.evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      const selection = document.getSelection()
      selection?.removeAllRanges()
      selection?.addRange(range)
      element.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
    })
    await page.getByTestId('correct-text').click()
    await page.getByTestId('correct-text-input').fill(before.replace('41-KH', '14-KH'))
    await program.picture('search-7-correct')
    await page.getByTestId('correct-text-save').click()
    await page.getByTestId('citation').filter({ hasText: '14-KH/BDVTU' }).first().waitFor()
    await page.getByTestId('tab-details').click()
    const corrections = page.getByTestId('document-corrections')
    await corrections.scrollIntoViewIfNeeded()
    await program.picture('search-8-corrected')
    await page.getByTestId('correction-undo').click()
    await page.getByTestId('citation').filter({ hasText: '41-KH/BDVTU' }).first().waitFor()
    await expect.poll(() => corrections.count()).toBe(0)
    expect(program.pageErrors).toEqual([])
  })

  it('fits a narrow window, dark, with the import panel open', async () => {
    await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1024, 768))
    await page.getByTestId('rail-settings').click()
    await page.getByTestId('synonym-input').fill('chín quy định = khéo dân')
    await page.getByTestId('synonym-add').click()
    await page.getByTestId('synonym-group').waitFor()
    await page.getByTestId('theme-dark').click()
    await program.picture('search-9-settings-dark')
    await searchFor('dân vận')
    await page.getByTestId('search-hit').first().waitFor()
    await program.picture('search-10-narrow-dark')
    await page.getByTestId('import-button').click()
    await page.getByTestId('import-panel').waitFor()
    await program.picture('search-11-narrow-import')
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(program.pageErrors).toEqual([])
  })
})
