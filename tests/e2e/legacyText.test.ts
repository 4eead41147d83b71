/** A document in old fonts in the real window: what was converted is listed, shown as it was, left alone and given back. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { docxOf, MIXED } from '../electron/ingest/legacyFiles.ts'
import { discard, type OpenProgram, openProgram, START_LIMIT_MS, skipReason } from './program.ts'

describe.skipIf(skipReason() !== null)('old fonts', () => {
  let program: OpenProgram
  let page: Page

  beforeAll(async () => {
    program = await openProgram()
    page = program.page
    page.setDefaultTimeout(20_000)
    await page.getByTestId('welcome').waitFor()
    const file = path.join(program.folder, 'văn bản cũ.docx')
    writeFileSync(file, docxOf([...MIXED, [['các bác hát', '.VnTime']]]))
    await program.invoke('library.open', { folder: path.join(program.folder, 'Kho'), create: true })
    await program.invoke('import.start', { paths: [file] })
    await page.reload()
    await page.getByTestId('shell').waitFor()
  }, START_LIMIT_MS)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await program.picture(`failed-${task.id}`)
  })
  afterAll(async () => {
    await program?.close()
    if (program) await discard(program.folder)
  })

  it('lists the pieces, shows the letters of the file and reads a piece otherwise', async () => {
    await page.getByTestId('library-row').first().dblclick()
    await page.getByTestId('reader').waitFor()
    await page.getByTestId('tab-details').click()
    const section = page.getByTestId('converted-pieces')
    await section.waitFor()
    expect(await section.innerText()).toContain('Chuyển mã: TCVN3, VNI, 4 đoạn, 1 đoạn ngờ')
    const piece = section.getByTestId('converted-piece').filter({ hasText: '41-KH/BDVTU' })
    await piece.getByRole('button', { name: 'Xem chữ gốc' }).click()
    expect(await piece.getByTestId('converted-original').innerText()).toBe('KÕ ho¹ch sè 41-KH/BDVTU')
    await section.scrollIntoViewIfNeeded()
    await program.picture('legacy-pieces')

    await piece.getByTestId('converted-choice').selectOption('original')
    await expect.poll(() => page.getByTestId('reader').innerText()).toContain('Thực hiện KÕ ho¹ch sè 41')
    const kept = section.getByTestId('converted-piece').filter({ hasText: 'KÕ ho¹ch sè 41' })
    await kept.getByTestId('converted-choice').selectOption('tcvn3')
    await expect.poll(() => page.getByTestId('reader').innerText()).toContain('Thực hiện Kế hoạch số 41')
  })
})
