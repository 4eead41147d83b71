/** Importing in the real window: pause, report, retry, a password, a file kept unread, a watched folder, two versions. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { encryptedPdf } from '../electron/library/encryptedPdf.ts'
import {
  checkoutFolder,
  discard,
  type OpenProgram,
  openProgram,
  START_LIMIT_MS,
  skipReason,
} from './program.ts'

const LONG_MS = 90_000
/** Enough files that an import can be stopped while it runs. */
const MANY = 150

const letter = (number: number): string =>
  `HUYỆN ỦY CHI LĂNG\n*\nSố ${number}-CV/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nChi Lăng, ngày 05 tháng 5 năm 2023\n\nKính gửi: các chi bộ\n\nThực hiện Kế hoạch số 72-KH/HU, ngày 13/12/2021 của Huyện ủy Chi Lăng, đề nghị báo cáo lần ${number}.\n\n1. Quán triệt Kế hoạch số 72 đến đảng viên.\n`

describe.skipIf(skipReason() !== null)('importing', () => {
  let program: OpenProgram
  let page: Page
  let folder: string
  const chooses = (answer: string): Promise<void> =>
    program.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
    }, answer)
  const item = (name: string) => page.getByTestId('import-item').filter({ hasText: name })
  const importFolder = async (name: string): Promise<void> => {
    await chooses(name)
    await page.getByTestId('import-folder').click()
  }
  const finished = () => page.getByTestId('import-finished').waitFor({ timeout: LONG_MS })

  beforeAll(async () => {
    program = await openProgram()
    page = program.page
    page.setDefaultTimeout(20_000)
    folder = path.join(program.folder, 'Văn bản')
    mkdirSync(folder)
    await page.getByTestId('welcome').waitFor()
    await program.invoke('library.open', { folder: path.join(program.folder, 'Kho thử'), create: true })
    await page.reload()
    await page.getByTestId('shell').waitFor()
    await page.getByTestId('import-button').click()
  }, START_LIMIT_MS)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await program.picture(`failed-${task.id}`)
  })
  afterAll(async () => {
    await program.close()
    await discard(program.folder)
  })

  it(
    'pauses, goes on and finishes, with the counts',
    async () => {
      const many = path.join(folder, 'Nhiều')
      mkdirSync(many)
      for (let at = 1; at <= MANY; at++) writeFileSync(path.join(many, `cv ${at}.txt`), letter(at))
      await importFolder(many)
      await page.getByTestId('import-pause').click()
      await page.getByTestId('import-paused').waitFor()
      await program.picture('imports-1-paused')
      await page.getByTestId('import-unpause').click()
      await finished()
      expect((await page.getByTestId('import-counts').innerText()).replace(/\s+/g, ' ')).toContain(
        String(MANY),
      )
    },
    LONG_MS,
  )

  it(
    'tells each failure, keeps what it cannot read, asks for a password and saves the report',
    async () => {
      const mixed = path.join(folder, 'Lẫn lộn')
      mkdirSync(mixed)
      writeFileSync(path.join(mixed, 'rỗng.txt'), '')
      writeFileSync(
        path.join(mixed, 'bản đồ.dwg'),
        Buffer.concat([Buffer.from('AC1032'), Buffer.alloc(500, 1), Buffer.from([0, 255, 3])]),
      )
      writeFileSync(
        path.join(mixed, 'mật khẩu.pdf'),
        encryptedPdf(['Thuc hien Ke hoach so 41-KH/BDVTU ve cong tac dan van'], 'lang-son'),
      )
      await importFolder(mixed)
      await finished()
      await expect.poll(() => item('rỗng.txt').innerText()).toContain('tệp không có nội dung')
      await expect.poll(() => item('bản đồ.dwg').innerText()).toContain('giữ trong kho')
      await item('mật khẩu.pdf').getByTestId('import-password').click()
      const password = page.getByTestId('import-password-input')
      await password.fill('sai')
      await password.press('Enter')
      await item('mật khẩu.pdf').getByText('Mật khẩu chưa đúng').waitFor()
      await program.picture('imports-2-mixed')
      await password.fill('lang-son')
      await password.press('Enter')
      await expect.poll(() => item('mật khẩu.pdf').getAttribute('data-state')).toBe('imported')

      const report = path.join(program.folder, 'báo cáo.xlsx')
      await chooses(report)
      await page.getByTestId('import-report').click()
      await expect.poll(() => existsSync(report)).toBe(true)
      await page.getByTestId('saved').waitFor()
      await program.picture('imports-3-report')
    },
    LONG_MS,
  )

  it(
    'reads repaired files again on «retry»',
    async () => {
      writeFileSync(path.join(folder, 'Lẫn lộn', 'rỗng.txt'), letter(900))
      await page.getByTestId('import-retry').click()
      await expect
        .poll(() => item('rỗng.txt').getAttribute('data-state'), { timeout: LONG_MS })
        .toBe('imported')
      await finished()
    },
    LONG_MS,
  )

  it(
    'opens archives, one by its password, and lists the files in them',
    async () => {
      const packed = path.join(folder, 'Tệp nén')
      mkdirSync(packed)
      const fixtures = path.join(checkoutFolder(), 'tests', 'fixtures', 'ingest')
      copyFileSync(path.join(fixtures, 'ho-so.7z'), path.join(packed, 'hồ sơ.7z'))
      copyFileSync(path.join(fixtures, 'ho-so-aes256.zip'), path.join(packed, 'kín.zip'))
      await importFolder(packed)
      await expect
        .poll(() => item('hồ sơ.7z').first().innerText(), { timeout: LONG_MS })
        .toContain('đã mở, 2 tệp bên trong')
      await finished()
      expect(await item('ghi chú.txt').getAttribute('data-state')).toBe('imported')
      expect(await item('ghi chú.txt').innerText()).toContain('trong hồ sơ.7z')
      await item('kín.zip').first().getByTestId('import-password').click()
      const password = page.getByTestId('import-password-input')
      await password.fill('sai')
      await password.press('Enter')
      await item('kín.zip').first().getByText('Mật khẩu chưa đúng').waitFor()
      await password.fill('dan-van')
      await password.press('Enter')
      await expect
        .poll(() => item('kín.zip').first().innerText(), { timeout: LONG_MS })
        .toContain('đã mở, 2 tệp bên trong')
      await expect.poll(() => item('ghi chú.txt').count(), { timeout: LONG_MS }).toBe(2)
      await finished()
      await expect
        .poll(() => page.getByTestId('import-finished').innerText(), { timeout: LONG_MS })
        .toContain('Xong 6/6 tệp. Trong đó 2 tệp nén đã mở ra.')
      await program.picture('imports-9-archives')

      const [low, high] = [600, 740]
      const isHigh = async (height: number): Promise<void> => {
        await program.app.evaluate(
          ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, wanted),
          height,
        )
        await expect.poll(() => page.evaluate(() => window.innerHeight)).toBe(height)
      }
      await isHigh(low)
      await page.getByTestId('import-items').scrollIntoViewIfNeeded()
      await program.picture('imports-10-low-window')
      // Several files and what to do about them can be read at once, however low the window.
      expect((await page.getByTestId('import-items').boundingBox())?.height).toBeGreaterThan(200)
      await isHigh(high)
    },
    LONG_MS,
  )

  it('lists files kept unread, and opens them with the way to read them again', async () => {
    await page.getByTestId('import-close').click()
    await page.getByTestId('rail-library').click()
    await page.getByTestId('only-unread').check()
    const row = page.getByTestId('library-row').filter({ hasText: 'bản đồ.dwg' })
    await row.getByTestId('unread-badge').waitFor()
    await expect.poll(() => page.getByTestId('library-row').count()).toBe(1)
    await program.picture('imports-4-unread-list')
    await row.dblclick()
    await page.getByTestId('unread-notice').waitFor()
    await page.getByTestId('unread-reread').click()
    await expect.poll(() => page.getByTestId('unread-notice').innerText()).toContain('chưa được hỗ trợ')
    await program.picture('imports-5-unread')
    await page.getByTestId('history-back').click()
    await page.getByTestId('clear-filters').click()
  })

  it(
    'watches a folder: a file that appears is imported by itself',
    async () => {
      const watched = path.join(folder, 'Máy quét')
      mkdirSync(watched)
      await page.getByTestId('import-button').click()
      await chooses(watched)
      await page.getByTestId('watch-add').click()
      await page.getByTestId('watched-folder').waitFor()
      writeFileSync(path.join(watched, 'mới đến.txt'), letter(950))
      await item('mới đến.txt').waitFor({ timeout: LONG_MS })
      await expect
        .poll(() => item('mới đến.txt').getAttribute('data-state'), { timeout: LONG_MS })
        .toBe('imported')
      await program.picture('imports-6-watched')
      await item('mới đến.txt').getByRole('button').or(item('mới đến.txt').getByRole('link')).first().click()
      const mention = page.getByTestId('mention').filter({ hasText: 'Kế hoạch số 72' })
      await mention.hover()
      await page.getByTestId('citation-card').getByText('72-KH/HU').first().waitFor()
      await program.picture('imports-6-mention')
      await page.getByTestId('history-back').click()
      await page.getByTestId('watch-remove').click()
      await expect.poll(() => page.getByTestId('watched-folder').count()).toBe(0)
    },
    LONG_MS,
  )

  it(
    'asks about two files of one plan, shows both, and takes the answer back',
    async () => {
      const formats = path.join(folder, 'Hai dạng')
      mkdirSync(formats)
      for (const name of ['s003.docx', 's003.pdf'])
        copyFileSync(
          path.join(checkoutFolder(), 'tests', 'golden', 'formats', name),
          path.join(formats, name),
        )
      await importFolder(formats)
      await expect
        .poll(() => item('s003.docx').getAttribute('data-state'), { timeout: LONG_MS })
        .toBe('imported')
      await finished()
      await page.getByTestId('import-close').click()
      await page.getByTestId('rail-review').click()
      await page.getByTestId('review-kind-version').click()
      const card = page.getByTestId('review-item').filter({ hasText: 's003.docx' }).first()
      await card.getByTestId('review-compare').click()
      await page.getByTestId('compare-dialog').locator('[data-shared=true]').first().waitFor()
      await program.picture('imports-7-compare')
      await page.keyboard.press('Escape')
      await program.picture('imports-8-review')
      await card.getByTestId('review-same').click()
      await page.getByTestId('review-decided').waitFor()
      await expect.poll(() => page.locator('[data-testid=review-item][data-kind=version]').count()).toBe(0)
      await page.getByTestId('review-undo').click()
      await card.waitFor()
      expect(program.pageErrors).toEqual([])
    },
    LONG_MS,
  )
})
