/** Holds `chido export` and `chido audit` to design/cli.md: one JSON value, exit codes, the file where it was asked for. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftAudit } from '../../../shared/contract/tracing.ts'

const checkout = fileURLToPath(new URL('../../../', import.meta.url))
const samples = join(checkout, 'resources', 'samples')
const root = mkdtempSync(join(tmpdir(), 'chi-do-cli-export-'))
const folder = join(root, 'kho')
afterAll(() => rmSync(root, { recursive: true, force: true }))

function chido(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(checkout, 'electron/cli/main.ts'), ...words, '--library', folder],
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

beforeAll(async () => {
  expect((await chido('import', samples)).code).toBe(0)
}, 120_000)

describe('chido export', () => {
  it('writes the graph and the register beside the caller and says how many rows', async () => {
    for (const format of ['graphml', 'gexf', 'csv', 'json', 'dot']) {
      const { code, out } = await chido(
        'export',
        'graph',
        '--format',
        format,
        '--out',
        `do-thi.${format}`,
        '--json',
      )
      expect(code).toBe(0)
      const { written, rows } = JSON.parse(out)
      expect(written).toBe(join(root, `do-thi.${format}`))
      expect(rows).toBeGreaterThan(20)
      expect(readFileSync(written, 'utf8')).toContain('25-NQ/TW')
    }
    for (const format of ['xlsx', 'csv']) {
      const { code, out } = await chido(
        'export',
        'register',
        '--format',
        format,
        '--out',
        `so.${format}`,
        '--json',
      )
      expect(code).toBe(0)
      expect(JSON.parse(out)).toEqual({ written: join(root, `so.${format}`), rows: 8 })
    }
  })

  it('takes the thread of one number, and asks for the date when it names two', async () => {
    const one = await chido(
      'export',
      'graph',
      '--format',
      'json',
      '--out',
      'mot.json',
      '--from',
      '25-NQ/TW',
      '--date',
      '2013-06-03',
    )
    expect(one.code).toBe(0)
    expect(one.out).toMatch(/^Đã ghi \d+ dòng vào .*mot\.json\.\n$/)
    expect(
      (await chido('export', 'graph', '--format', 'json', '--out', 'x.json', '--from', '9999-KH/TW')).code,
    ).toBe(1)
  })

  it.each([
    ['an unknown format', ['export', 'graph', '--format', 'pdf', '--out', 'a.pdf']],
    ['no target', ['export', 'register', '--format', 'csv']],
  ])('takes %s for wrong usage', async (_, words) => {
    expect((await chido(...words)).code).toBe(2)
  })

  it('says in one sentence what it could not write', async () => {
    const { code, err } = await chido('export', 'register', '--format', 'csv', '--out', 'không có/so.csv')
    expect(code).toBe(1)
    expect(err).toMatch(/^Không ghi được /)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})

describe('chido audit', () => {
  it('prints one JSON value, and writes the report when asked', async () => {
    const draft = join(samples, '72-KH-HU-dan-van-kheo-chi-lang-2021.pdf')
    const { code, out } = await chido('audit', draft, '--json', '--out', 'ra-soat.docx')
    expect(code).toBe(0)
    const audit = draftAudit.parse(JSON.parse(out))
    expect(audit.items.map(({ citation, state }) => [citation.raw, state])).toEqual([['41-KH/BDVTU', 'held']])
    expect(readFileSync(join(root, 'ra-soat.docx')).subarray(0, 2).toString()).toBe('PK')
    expect((await chido('audit', 'không có.docx')).code).toBe(1)
  })
})
