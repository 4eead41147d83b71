/** `chido synonyms` and what `chido search` says when nothing is found, run as a person runs them. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'chi-do-cli-synonyms-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function chido(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words, '--library', join(root, 'kho')], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

beforeAll(async () => {
  writeFileSync(join(root, 'một.txt'), 'Thông báo về việc cấp sổ đỏ cho các hộ dân trong xã.')
  const { code, err } = await chido('import', join(root, 'một.txt'))
  expect([code, err]).toEqual([0, expect.any(String)])
}, 120_000)

it('adds, lists, finds by and removes a group', async () => {
  expect((await chido('search', 'bìa hồng')).out).toContain('0 kết quả')
  const added = JSON.parse((await chido('synonyms', 'add', 'bìa hồng', 'sổ đỏ', '--json')).out)
  expect(added).toEqual({ id: 1 })
  expect((await chido('synonyms')).out).toContain('bìa hồng = sổ đỏ')
  expect((await chido('search', 'bìa hồng')).out).toContain('sổ đỏ')
  expect((await chido('synonyms', 'remove', '1')).code).toBe(0)
  expect(JSON.parse((await chido('synonyms', 'list', '--json')).out)).toMatchObject({ own: [] })
}, 120_000)

it.each([
  [['add', 'chỉ một'], 2],
  [['remove', 'x'], 2],
  [['remove', '1', '2'], 2],
  [['xyz'], 2],
  [['remove', '77'], 1],
])(
  'refuses %j with %i',
  async (words, code) => {
    const outcome = await chido('synonyms', ...words)
    expect(outcome.code).toBe(code)
    expect(outcome.err.trim()).not.toBe('')
  },
  60_000,
)

it('offers a wider search where nothing is found', async () => {
  const { out } = await chido('search', '+sổ', '+qwertyuiop')
  expect(out).toContain('Thử rộng hơn (bỏ +, - và tên trường): sổ qwertyuiop → 1 kết quả')
  expect((await chido('search', 'sổ')).out).not.toContain('Thử rộng hơn')
}, 60_000)
