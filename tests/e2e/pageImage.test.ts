/** The page image in the real window: a scan read page by page, its words pointed at from both sides, one put right by hand. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { scaleCanvas } from '../../electron/ingest/ocr/pixels.ts'
import { encryptedPdf } from '../electron/library/encryptedPdf.ts'
import { drawFixture, encodePages } from '../electron/library/scans.ts'
import {
  checkoutFolder,
  discard,
  type OpenProgram,
  openProgram,
  START_LIMIT_MS,
  skipReason,
} from './program.ts'

const LONG_MS = 180_000
const DPI = 200
/** Pages of a bad copy: the engine is not sure of every word. */
const BAD_DPI = 78

describe.skipIf(skipReason() !== null)('the page image', () => {
  let program: OpenProgram
  let page: Page
  const shownPage = () => page.getByTestId('page-image-page').innerText()
  const drawn = () => page.locator('[data-testid=page-image-picture][data-drawn]').waitFor()
  const textTop = () => page.getByTestId('reader-text').evaluate((element) => element.scrollTop)
  const open = async (name: string): Promise<void> => {
    await page.getByTestId('rail-library').click()
    await page.getByTestId('library-row').filter({ hasText: name }).first().dblclick()
    await page.getByTestId('reader').waitFor()
  }

  beforeAll(async () => {
    program = await openProgram()
    page = program.page
    page.setDefaultTimeout(30_000)
    await page.getByTestId('welcome').waitFor()
    await program.invoke('library.open', { folder: path.join(program.folder, 'Kho ảnh'), create: true })
    await page.reload()
    await page.getByTestId('shell').waitFor()
    const folder = path.join(program.folder, 'Quét')
    mkdirSync(folder)
    const bad = await drawFixture('m02', 1, BAD_DPI)
    const pages = [
      await drawFixture('m01', 1, DPI),
      await drawFixture('m03', 1, DPI),
      scaleCanvas(bad, DPI / BAD_DPI, DPI / BAD_DPI),
    ]
    writeFileSync(path.join(folder, 'bản quét.tif'), encodePages(pages, DPI))
    for (const name of ['s001.pdf', 's003.docx'])
      copyFileSync(path.join(checkoutFolder(), 'tests/golden/formats', name), path.join(folder, name))
    await page.getByTestId('import-button').click()
    await program.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, folder)
  }, START_LIMIT_MS)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await program.picture(`failed-${task.id}`)
  })
  afterAll(async () => {
    await program.close()
    await discard(program.folder)
  })

  it(
    'is told how far the scan has come, page by page',
    async () => {
      // Every line that is ever shown: a page takes less than a second, which looking now and then would miss.
      await page.evaluate(() => {
        const seen: string[] = []
        Reflect.set(window, 'pagesSeen', seen)
        new MutationObserver(() => {
          const line = document.querySelector('[data-testid=import-pages]')?.textContent
          if (line) seen.push(line)
        }).observe(document.body, { subtree: true, childList: true, characterData: true })
      })
      await page.getByTestId('import-folder').click()
      await page.getByTestId('import-pages').waitFor()
      await program.picture('page-image-1-import')
      await page.getByTestId('import-finished').waitFor({ timeout: LONG_MS })
      const seen = await page.evaluate(() => Reflect.get(window, 'pagesSeen') as string[])
      expect(seen.filter((line) => /^trang [0-3]\/3$/.test(line))).not.toEqual([])
      await page.getByTestId('import-close').click()
    },
    LONG_MS,
  )

  it(
    'stands beside the text and follows it, and the text follows the image',
    async () => {
      await open('41-KH/BDVTU')
      await page.getByTestId('page-image-toggle').click()
      await drawn()
      expect(await shownPage()).toBe('Trang 1/3')
      await program.picture('page-image-2-beside')

      await page.getByTestId('reader-text').hover()
      await page.mouse.wheel(0, 100_000)
      await expect.poll(shownPage).not.toBe('Trang 1/3')
      await drawn()
      const below = await textTop()
      await page.getByTestId('page-image-previous').click()
      await expect.poll(textTop).toBeLessThan(below)
      await page.getByTestId('page-image-next').click()
      await page.getByTestId('page-image-previous').click()
      await drawn()

      // Zoomed in, the image is higher than the pane: scrolling it takes the text along.
      for (let step = 0; step < 3; step += 1) await page.getByTestId('page-image-zoom-in').click()
      const before = await textTop()
      await page.getByTestId('page-image-scroller').hover()
      await page.mouse.wheel(0, 700)
      await expect.poll(textTop).toBeGreaterThan(before)
      await program.picture('page-image-3-zoom')
      for (let step = 0; step < 3; step += 1) await page.getByTestId('page-image-zoom-out').click()

      // Scrolling on past the end of a page leads to the next one, by keys too.
      const pageNow = await shownPage()
      await page.getByTestId('page-image-scroller').focus()
      await expect
        .poll(async () => {
          await page.keyboard.press('PageDown')
          return shownPage()
        })
        .not.toBe(pageNow)
    },
    LONG_MS,
  )

  it(
    'leads from a word to its place in the text and back, by mouse and by keys',
    async () => {
      const marked = page.locator('[data-testid=page-words] [aria-selected=true]')
      const word = page.getByTestId('page-words').getByLabel('LẠNG', { exact: true }).first()
      await page.getByTestId('reader-text').hover()
      await page.mouse.wheel(0, -100_000)
      await expect.poll(shownPage).toBe('Trang 1/3')
      await word.click()
      await page.getByTestId('correct-text').waitFor()
      await page.getByTestId('reader-text').getByText('TỈNH ỦY LẠNG SƠN').first().waitFor()
      await expect.poll(() => marked.getAttribute('aria-label')).toBe('LẠNG')

      await page.getByTestId('page-words').focus()
      await page.keyboard.press('ArrowRight')
      const walked = await marked.getAttribute('aria-label')
      expect(walked).toBe('SƠN')
      await page.keyboard.press('Enter')
      await expect.poll(() => marked.getAttribute('aria-label')).toBe(walked)

      await page
        .getByTestId('reader-text')
        .getByText('BAN DÂN VẬN')
        .first()
        .click({ position: { x: 4, y: 8 } })
      await expect.poll(() => marked.count()).toBe(1)
      expect(await marked.getAttribute('aria-label')).not.toBe(walked)
    },
    LONG_MS,
  )

  it(
    'steps through the doubtful words, where one can be put right',
    async () => {
      const marked = page.locator('[data-testid=page-words] [aria-selected=true]')
      const next = page.getByTestId('page-image-doubtful-next')
      await next.click()
      await expect.poll(() => marked.getAttribute('data-doubtful')).toBe('true')
      const first = await marked.getAttribute('aria-label')
      await next.click()
      await expect.poll(() => marked.getAttribute('aria-label')).not.toBe(first)
      await program.picture('page-image-4-doubtful')
      const count = await page.locator('[data-testid=page-words] [data-doubtful]').count()
      await page.getByTestId('correct-text').click()
      const input = page.getByTestId('correct-text-input')
      await input.fill('chữđãsửa')
      await page.getByTestId('correct-text-save').click()
      await page.getByTestId('reader-text').getByText('chữđãsửa').first().waitFor()
      await expect
        .poll(() => page.locator('[data-testid=page-words] [data-doubtful]').count())
        .toBe(count - 1)
    },
    LONG_MS,
  )

  it(
    'tells the pages of a scan read again, and asks for the password of an encrypted file',
    async () => {
      await page.getByTestId('reader-more').click()
      await page.getByText('Đọc lại, nhận dạng mọi trang').click()
      await page.getByTestId('reread-pages').waitFor()
      await program.picture('page-image-7-reread')
      await page.getByTestId('reread-pages').waitFor({ state: 'detached', timeout: LONG_MS })

      const locked = path.join(program.folder, 'khóa.pdf')
      writeFileSync(
        locked,
        encryptedPdf(['Thuc hien Ke hoach so 99-KH/BDVTU ve cong tac dan van'], 'lang-son'),
      )
      const started = (await program.invoke('import.start', { paths: [locked] })) as {
        value: { jobId: number }
      }
      const { jobId } = started.value
      const read = () => program.invoke('import.withPassword', { jobId, path: locked, password: 'lang-son' })
      await expect.poll(read, { timeout: LONG_MS }).toMatchObject({ ok: true, value: { state: 'imported' } })
      await open('khóa.pdf')
      await page.getByTestId('page-image-toggle').click()
      const password = page.getByTestId('page-image-password')
      await password.fill('sai')
      await password.press('Enter')
      await page.getByText('Mật khẩu chưa đúng').waitFor()
      await program.picture('page-image-8-password')
      await password.fill('lang-son')
      await password.press('Enter')
      await drawn()
    },
    LONG_MS,
  )

  it(
    'can be looked at in the dark, shows pages of PDFs with text, and is not offered for Word',
    async () => {
      await program.invoke('host.changeSettings', { theme: 'dark' })
      await page.reload()
      await open('41-KH/BDVTU')
      await page.getByTestId('page-image-toggle').click()
      await drawn()
      await program.picture('page-image-5-dark')
      await program.invoke('host.changeSettings', { theme: 'light' })
      await open('Triển khai thực hiện Phong trào')
      await page.getByTestId('page-image-toggle').click()
      await drawn()
      expect(await page.getByTestId('page-words').count()).toBe(0)
      await program.picture('page-image-6-text')
      await page.getByTestId('page-image-close').click()
      expect(await page.getByTestId('page-image').count()).toBe(0)
      await open('Công tác dân vận năm 2024')
      expect(await page.getByTestId('page-image-toggle').count()).toBe(0)
      expect(program.pageErrors).toEqual([])
    },
    LONG_MS,
  )
})
