/** Dossiers and originals in the real window: from folders at an import, rows chosen by mouse and keys, filed, exported. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { discard, type OpenProgram, openProgram, START_LIMIT_MS, skipReason } from './program.ts'

const LONG_MS = 90_000
const LETTERS = 12

const letter = (number: number): string =>
  `HUYỆN ỦY CHI LĂNG\n*\nSố ${number}-CV/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nChi Lăng, ngày 05 tháng 5 năm 2023\n\nV/v báo cáo công tác dân vận lần ${number}\n\nKính gửi: các chi bộ\n\nThực hiện Kế hoạch số 72-KH/HU, ngày 13/12/2021 của Huyện ủy Chi Lăng, đề nghị báo cáo lần ${number}.\n`

describe.skipIf(skipReason() !== null)('dossiers', () => {
  let program: OpenProgram
  let page: Page
  let source: string
  const chooses = (answer: string): Promise<void> =>
    program.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, answer)
  const rows = () => page.getByTestId('library-row')
  const chosen = () => page.locator('[data-testid=library-row][aria-selected=true]')
  const count = () => page.getByTestId('chosen-count').innerText()
  const facet = (name: string) =>
    page.getByTestId('filters').locator(`[title="${name}"]`).getByRole('checkbox')
  const menu = async (action: string): Promise<void> => {
    await page.getByTestId('dossier-menu').click()
    await page.getByTestId(action).click()
  }

  beforeAll(async () => {
    program = await openProgram()
    page = program.page
    page.setDefaultTimeout(20_000)
    source = path.join(program.folder, 'Văn bản đi')
    mkdirSync(path.join(source, 'Quý I', 'Dân vận'), { recursive: true })
    for (let at = 1; at <= LETTERS; at++) {
      const inner = at > 10 ? 'Quý I/Dân vận' : at > 6 ? 'Quý I' : ''
      writeFileSync(path.join(source, inner, `cv ${at}.txt`), letter(at))
    }
    await page.getByTestId('welcome').waitFor()
    await program.invoke('library.open', { folder: path.join(program.folder, 'Kho thử'), create: true })
    await page.reload()
    await page.getByTestId('shell').waitFor()
  }, START_LIMIT_MS)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await program.picture(`failed-${task.id}`)
  })
  afterAll(async () => {
    await program.close()
    await discard(program.folder)
  })

  it(
    'are made of folders at an import, and filter the list',
    async () => {
      await page.getByTestId('import-button').click()
      await page.getByTestId('import-dossiers').check()
      await chooses(source)
      await page.getByTestId('import-folder').click()
      await page.getByTestId('import-finished').waitFor({ timeout: LONG_MS })
      await program.picture('dossiers-1-import')
      await page.getByTestId('import-close').click()
      await page.getByTestId('rail-library').click()
      await expect.poll(() => rows().count()).toBe(LETTERS)
      await facet('Văn bản đi/Quý I').check()
      await expect.poll(() => rows().count()).toBe(6)
      await facet('Văn bản đi/Quý I').uncheck()
      await expect.poll(() => rows().count()).toBe(LETTERS)
      await program.picture('dossiers-2-list')
    },
    LONG_MS,
  )

  it('choose rows by mouse and by keys', async () => {
    await rows().nth(1).click()
    await expect.poll(() => chosen().count()).toBe(1)
    await rows()
      .nth(4)
      .click({ modifiers: ['Shift'] })
    await expect.poll(() => chosen().count()).toBe(4)
    await rows()
      .nth(2)
      .click({ modifiers: ['ControlOrMeta'] })
    await expect.poll(() => chosen().count()).toBe(3)
    await rows().nth(7).getByRole('checkbox').click()
    await expect.poll(count).toContain('4')
    // Keys go on from the row touched last.
    await page.getByTestId('library-table').focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => chosen().count()).toBe(1)
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => chosen().count()).toBe(3)
    await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press(' ')
    await expect.poll(() => chosen().count()).toBe(4)
    await page.keyboard.press('Control+a')
    await expect.poll(count).toContain(String(LETTERS))
    await program.picture('dossiers-3-all-chosen')
    await page.keyboard.press('Escape')
    await expect.poll(() => chosen().count()).toBe(0)
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+End')
    await expect.poll(() => chosen().count()).toBe(LETTERS)
    await page.getByTestId('choose-none').click()
    await expect.poll(() => chosen().count()).toBe(0)
  })

  it('take the chosen in from the context menu, and give them back', async () => {
    await rows().nth(0).click()
    await rows()
      .nth(2)
      .click({ modifiers: ['Shift'] })
    await rows().nth(1).click({ button: 'right' })
    await page.getByTestId('row-menu').waitFor()
    await program.picture('dossiers-4-context-menu')
    await page.getByTestId('row-menu').getByTestId('action-add').click()
    const name = page.getByTestId('filing-name')
    await name.fill('Báo cáo/2023')
    await program.picture('dossiers-5-add')
    await page.getByTestId('filing-done').click()
    await page.getByTestId('filing-notice').waitFor()
    await facet('Báo cáo').check()
    await expect.poll(() => rows().count()).toBe(3)
    await page.getByTestId('filing-undo').click()
    await expect.poll(() => rows().count()).toBe(0)
    await page.getByTestId('clear-filters').click()
    await expect.poll(() => rows().count()).toBe(LETTERS)
  })

  it('are shown, left and entered beside a document', async () => {
    await rows().filter({ hasText: '12-CV/HU' }).click()
    const beside = page.getByTestId('quick-view').getByTestId('document-dossiers')
    await beside.getByText('Văn bản đi/Quý I/Dân vận').waitFor()
    await beside.getByTestId('document-dossier-add').fill('Theo dõi')
    await beside.getByTestId('document-dossier-add').press('Enter')
    await beside.getByText('Theo dõi', { exact: true }).waitFor()
    await program.picture('dossiers-6-quick-view')
    await beside.getByRole('button', { name: 'Bỏ khỏi “Văn bản đi/Quý I/Dân vận”' }).click()
    await expect.poll(() => beside.getByTestId('document-dossier').count()).toBe(1)
  })

  it('are renamed, merged, deleted and brought back', async () => {
    await menu('action-manage')
    const item = (name: string) => page.getByTestId('dossier-item').filter({ hasText: name })
    await item('Theo dõi').click()
    await page.getByTestId('dossier-name').fill('Theo dõi 2023')
    await page.getByTestId('dossier-note').fill('Giữ 10 năm')
    await page.getByTestId('dossier-save').click()
    await item('Theo dõi 2023').waitFor()
    await program.picture('dossiers-7-manager')
    await page.getByTestId('dossier-remove').click()
    await expect.poll(() => item('Theo dõi 2023').count()).toBe(0)
    await page.getByTestId('dossier-undo-remove').click()
    await item('Theo dõi 2023').click()
    expect(await page.getByTestId('dossier-note').inputValue()).toBe('Giữ 10 năm')
    await page.getByTestId('dossier-merge-into').click()
    await page.getByRole('option', { name: 'Văn bản đi', exact: true }).click()
    await page.getByTestId('dossier-merge').click()
    await expect.poll(() => item('Theo dõi 2023').count()).toBe(0)
    await page.getByTestId('dossier-manager-close').click()
  })

  it('writes the originals of a dossier out under readable names', async () => {
    const target = path.join(program.folder, 'Bàn giao')
    await facet('Văn bản đi/Quý I').check()
    await expect.poll(() => rows().count()).toBe(5)
    await page.getByTestId('action-export').click()
    await page.getByTestId('scope-listed').check()
    await page.getByTestId('export-pattern').fill('{ngày} {number}')
    await page.getByTestId('export-dialog').getByTestId('failure').waitFor()
    await page.getByTestId('export-pattern').fill('{dossier}/{number} {title}')
    await page.getByTestId('export-preview').getByText('7-CV-HU').waitFor()
    await chooses(target)
    await page.getByTestId('export-folder').click()
    await program.picture('dossiers-8-export')
    await page.getByTestId('export-start').click()
    await page.getByTestId('export-outcome').waitFor()
    await program.picture('dossiers-9-exported')
    expect(existsSync(path.join(target, 'Danh mục bản gốc.xlsx'))).toBe(true)
    const files = readdirSync(target, { recursive: true }).map(String)
    expect(files.filter((name) => name.endsWith('.txt'))).toHaveLength(5)
    expect(files.some((name) => name.includes('7-CV-HU'))).toBe(true)
    await page.getByTestId('export-close').click()
    expect(program.pageErrors).toEqual([])
  })
})
