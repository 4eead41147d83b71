/** Dossiers and originals from the terminal: filed by folder at the import, told and filtered by, written out. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const checkout = fileURLToPath(new URL('../../../', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'chi-do-cli-'))
const source = join(root, 'Văn bản')
afterAll(() => rmSync(root, { recursive: true, force: true }))

function chido(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(checkout, 'electron/cli/main.ts'), ...words, '--library', join(root, 'kho')],
      { cwd: root },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

const letter = (number: number): string =>
  `HUYỆN ỦY CHI LĂNG\n*\nSố ${number}-KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nChi Lăng, ngày 05 tháng 5 năm 2023\n\nKẾ HOẠCH\nthực hiện công tác dân vận lần ${number}\n`

const rows = z.object({
  total: z.number(),
  documents: z.array(z.object({ id: z.number(), number: z.string(), dossiers: z.array(z.string()) })),
})

beforeAll(async () => {
  mkdirSync(join(source, 'Đợt 1'), { recursive: true })
  writeFileSync(join(source, 'kh 1.txt'), letter(1))
  writeFileSync(join(source, 'Đợt 1', 'kh 2.txt'), letter(2))
  expect((await chido('import', source, '--dossiers')).code).toBe(0)
})

describe('chido with dossiers', () => {
  it('tells and filters by them', async () => {
    const listed = rows.parse(JSON.parse((await chido('list', '--dossier', 'Văn bản/Đợt 1', '--json')).out))
    expect(listed.documents).toMatchObject([{ number: '2', dossiers: ['Văn bản/Đợt 1'] }])
    expect(rows.parse(JSON.parse((await chido('list', '--dossier', 'Văn bản', '--json')).out)).total).toBe(2)
    const shown = await chido('show', '2-KH/HU', '--json')
    expect(JSON.parse(shown.out)).toMatchObject({ dossiers: ['Văn bản/Đợt 1'] })
    expect((await chido('show', '2-KH/HU')).out).toContain('Hồ sơ: Văn bản/Đợt 1')
    const found = await chido('search', 'dan van', '--dossier', 'Văn bản/Đợt 1', '--json')
    expect(JSON.parse(found.out)).toMatchObject({ total: 1 })
    const none = await chido('list', '--dossier', 'Đợt 1', '--json')
    expect(rows.parse(JSON.parse(none.out)).total).toBe(0)
    expect((await chido('import', source, '--dossiers', '--watch')).code).toBe(2)
  })

  it('writes originals out', async () => {
    const { code, out } = await chido(
      ...['export', 'originals', '--out', 'ra', '--pattern', '{dossier}/{number}', '--kind', 'KH', '--json'],
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      folder: join(root, 'ra'),
      manifest: join(root, 'ra', 'Danh mục bản gốc.xlsx'),
      total: 2,
      written: 2,
      alreadyThere: 0,
      failed: [],
      isCancelled: false,
    })
    expect(readdirSync(join(root, 'ra'), { recursive: true }).map(String).sort()).toEqual([
      'Danh mục bản gốc.xlsx',
      'Văn bản',
      join('Văn bản', '1-KH-HU.txt'),
      join('Văn bản', 'Đợt 1'),
      join('Văn bản', 'Đợt 1', '2-KH-HU.txt'),
    ])
    expect((await chido('export', 'originals', '--out', 'ra', '--pattern', '{ngày}')).code).toBe(2)
    expect((await chido('export', 'originals')).code).toBe(2)
  })
})
