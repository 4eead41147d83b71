/** Runs `chido` as a person does, in processes of its own, and reads its two outputs and its exit code. */
import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { takeLock } from '../../../electron/db/lock.ts'
import { metadata } from '../../../shared/contract/document.ts'
import { edge, instrument } from '../../../shared/contract/instrument.ts'
import { scanResult } from '../../../shared/contract/scan.ts'
import { samplesFolder } from '../library/temporaryLibrary.ts'

const checkout = fileURLToPath(new URL('../../../', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'chi-do-cli-'))
const folder = join(root, 'kho')
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line as a person does: a process of its own, its words, its two outputs. */
function chido(...words: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(checkout, 'electron/cli/main.ts'), ...words],
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

async function json(...words: string[]): Promise<{ code: number; value: unknown }> {
  const { code, out, err } = await chido(...words, '--library', folder, '--json')
  if (out === '') throw new Error(`${words.join(' ')}: ${err}`)
  return { code, value: JSON.parse(out) }
}

const imported = z.object({
  imported: z.array(z.object({ path: z.string(), documentId: z.number(), seconds: z.number() })),
  duplicates: z.array(z.object({ path: z.string(), documentId: z.number() })),
  failed: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  seconds: z.number(),
})

beforeAll(async () => {
  const { code, value } = await json('import', samplesFolder)
  expect(code).toBe(0)
  expect(imported.parse(value).failed).toEqual([])
}, 120_000)

describe('chido', () => {
  it('scans a file without a library', async () => {
    const { code, out } = await chido(
      'scan',
      join(samplesFolder, 'ke-hoach-dan-van-lang-son-2024.txt'),
      '--json',
    )
    expect(code).toBe(0)
    const scan = scanResult.parse(JSON.parse(out))
    expect(scan.citations.length).toBeGreaterThan(20)
    for (const { start, end, raw } of scan.citations) expect(scan.text.slice(start, end)).toBe(raw)
  })

  it('imports again as duplicates, and reports what failed with exit code 1', async () => {
    const again = await json('import', samplesFolder)
    expect(again.code).toBe(0)
    const { imported: fresh, duplicates } = imported.parse(again.value)
    expect(fresh).toEqual([])
    expect(duplicates.length).toBeGreaterThan(5)
    const empty = join(root, 'rỗng.txt')
    writeFileSync(empty, '')
    const failing = await json('import', empty)
    expect(failing.code).toBe(1)
    expect(imported.parse(failing.value).failed).toMatchObject([{ path: empty, code: 'file_empty' }])
  })

  it('lists by kind, in code or in words, with and without marks', async () => {
    const counts = await Promise.all(
      ['KH', 'Kế hoạch', 'ke hoach'].map(async (kind) => {
        const { value } = await json('list', '--kind', kind)
        const { total, documents } = z
          .object({ total: z.number(), documents: z.array(metadata.extend({ id: z.number() })) })
          .parse(value)
        expect(documents.every((document) => document.kind === 'Kế hoạch')).toBe(true)
        return total
      }),
    )
    expect(counts[0]).toBeGreaterThan(2)
    expect(new Set(counts).size).toBe(1)
  })

  it('shows a document by number and by id alike', async () => {
    const byNumber = await json('show', '72-KH/HU')
    const shown = scanResult
      .extend({ id: z.number(), citations: z.array(z.object({ instrumentId: z.number().nullable() })) })
      .parse(byNumber.value)
    const byId = await json('show', String(shown.id))
    expect(byId.value).toEqual(byNumber.value)
    const { out } = await chido('show', '72-KH/HU', '--library', folder)
    expect(out).toContain('Ngày ban hành: 13/12/2021')
  })

  it('searches with and without marks', async () => {
    const answer = z.object({
      total: z.number(),
      milliseconds: z.number(),
      hits: z.array(
        z.object({
          documentId: z.number(),
          title: z.string(),
          score: z.number(),
          page: z.number(),
          snippet: z.string(),
          matches: z.array(z.tuple([z.number(), z.number()])),
        }),
      ),
    })
    const marked = answer.parse((await json('search', 'dân vận khéo')).value)
    const bare = answer.parse((await json('search', 'dan van kheo')).value)
    expect(marked.total).toBe(bare.total)
    expect(marked.hits[0]?.documentId).toBe(bare.hits[0]?.documentId)
  })

  it('takes quotes a shell has taken away for the quotes they were', async () => {
    const total = async (...words: string[]) =>
      z.object({ total: z.number() }).parse((await json('search', ...words)).value).total
    expect(await total('in:dân vận khéo', '+kind:KH')).toBe(await total('in:"dân vận khéo" +kind:KH'))
    expect(await total('quy chế dân chủ', 'năm')).toBe(await total('"quy chế dân chủ" năm'))
    expect(await total('title:dân vận', 'in:"kế hoạch"')).toBe(await total('title:"dân vận" in:"kế hoạch"'))
    expect(await total('quy chế dân chủ')).toBeGreaterThan(await total('"quy chế dân chủ"'))
  })

  it('names the act a number stands for, held or only cited', async () => {
    const { out } = await chido('search', 'Nghị quyết số 25-NQ/TW về dân vận', '--library', folder)
    expect(out).toContain('25-NQ/TW')
    expect(out).toMatch(/03\/0?6\/2013/)
    const { out: offered } = await chido('search', 'BTV', '--library', folder)
    expect(offered).toContain('Ban Thường vụ')
  })

  it('traces a number, and asks for a date when it means several acts', async () => {
    const graph = z.object({ root: instrument, nodes: z.array(instrument), edges: z.array(edge) })
    const dated = await json('trace', '25-NQ/TW', '--date', '2013-06-03')
    expect(dated.code).toBe(0)
    expect(graph.parse(dated.value).nodes.length).toBeGreaterThan(3)
    const youth = join(root, 'thanh niên.txt')
    writeFileSync(
      youth,
      'Thực hiện Nghị quyết số 25-NQ/TW, ngày 25/7/2008 của Ban Chấp hành Trung ương về công tác thanh niên.',
    )
    await json('import', youth)
    const several = await json('trace', '25-NQ/TW')
    expect(several.code).toBe(1)
    expect(z.object({ ambiguous: z.array(instrument) }).parse(several.value).ambiguous).toHaveLength(2)
  })

  it('lists what is missing, most cited first', async () => {
    const { value } = await json('missing')
    const missing = z.array(instrument.extend({ citedBy: z.number() })).parse(value)
    expect(missing.every(({ heldDocumentId }) => heldDocumentId === null)).toBe(true)
    const counts = missing.map(({ citedBy }) => citedBy)
    expect(counts).toEqual([...counts].sort((one, other) => other - one))
  })

  it('counts, checks and rebuilds', async () => {
    const stats = z
      .object({ documents: z.number(), citations: z.number(), databaseBytes: z.number() })
      .parse((await json('stats')).value)
    expect(stats.documents).toBeGreaterThan(7)
    expect(await json('reindex')).toMatchObject({ code: 0, value: { documents: stats.documents } })
    expect(await json('verify')).toEqual({ code: 0, value: { ok: true, problems: [] } })
  })

  it('backs up a whole library and restores it', async () => {
    const copy = join(root, 'sao lưu')
    const restored = join(root, 'kho dựng lại')
    const { code, value } = await json('backup', copy)
    const written = z.object({ written: z.string(), documents: z.number(), bytes: z.number() })
    expect(code).toBe(0)
    expect(written.parse(value).documents).toBeGreaterThan(7)
    expect((await chido('backup', copy, '--library', folder)).code).toBe(3)
    expect((await json('restore', copy, restored)).code).toBe(0)
    const { out } = await chido('verify', '--library', restored, '--json')
    expect(JSON.parse(out)).toEqual({ ok: true, problems: [] })
  })

  it('watches a folder until interrupted, then prints what it imported', async () => {
    const watched = join(root, 'theo dõi')
    mkdirSync(watched)
    writeFileSync(
      join(watched, 'có sẵn.txt'),
      'Căn cứ Quyết định số 290-QĐ/TW, ngày 25/02/2010 của Bộ Chính trị.',
    )
    const child = spawn(process.execPath, [
      join(checkout, 'electron/cli/main.ts'),
      ...['import', watched, '--watch', '--json', '--library', join(root, 'kho theo dõi')],
    ])
    let out = ''
    let err = ''
    child.stdout.on('data', (text) => {
      out += String(text)
    })
    child.stderr.on('data', (text) => {
      err += String(text)
    })
    const library = join(root, 'kho theo dõi', 'files')
    const count = (): number => (existsSync(library) ? readdirSync(library).length : 0)
    const until = async (files: number): Promise<void> => {
      for (let tries = 0; tries < 400 && count() < files; tries++) await pause(100)
      expect(count(), err).toBe(files)
    }
    await until(1)
    writeFileSync(join(watched, 'mới.txt'), 'Căn cứ Quy định số 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư.')
    await until(2)
    await pause(1500)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(imported.parse(JSON.parse(out)).imported).toHaveLength(2)
  })

  it('names a number nobody cites whole', async () => {
    const outcome = await chido('trace', '999-KH/HU', '--library', folder)
    expect(outcome.code).toBe(1)
    expect(outcome.err).toContain('Không tìm thấy “999-KH/HU”')
  })

  const wrongUses: [string, string[], number, string][] = [
    ['no command', ['nhập'], 2, 'Không có lệnh «nhập»'],
    ['a command misspelt', ['lst'], 2, 'Có phải «list»?'],
    ['an option that is none', ['list', '--kinds', 'KH'], 2, 'Không có tùy chọn «--kinds»'],
    ['a missing argument', ['search'], 2, 'Còn thiếu «query»'],
    ['an option without its value', ['list', '--limit'], 2, 'Sau «--limit <n>» còn thiếu giá trị'],
    ['too many words', ['stats', 'kho', 'khác'], 2, 'Thừa từ'],
    ['a day that is none', ['list', '--from', '2023-13-45'], 2, '«2023-13-45» không hợp với «--from <day>»'],
    ['a choice that is none', ['list', '--lang', 'fr'], 2, 'chọn một trong vi, en'],
    ['a missing library', ['list', '--library', join(root, 'không có')], 3, 'không có'],
    ['a document nobody holds', ['show', '999999', '--library', folder], 1, '999999'],
    ['a missing file', ['scan', join(root, 'không có.pdf')], 1, 'không có.pdf'],
  ]
  it.each(wrongUses)('answers %s with one sentence and its exit code', async (_, words, code, said) => {
    const outcome = await chido(...words)
    expect(outcome.code).toBe(code)
    expect(outcome.out).toBe('')
    expect(outcome.err).not.toMatch(/^\s+at /m)
    expect(outcome.err.trim().split('\n')).toHaveLength(1)
    expect(outcome.err).toContain(said)
  })

  it('takes its common options before the command too', async () => {
    const { code, out } = await chido('--library', folder, '--json', 'stats')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual((await json('stats')).value)
  })

  it('helps in Vietnamese', async () => {
    const { code, out } = await chido('list', '--help')
    expect(code).toBe(0)
    expect(out).toContain('Cách gọi: chido list')
    expect(out).toContain('Tùy chọn chung:')
    expect(out).not.toMatch(/Usage|Options|default|display help/)
  })

  it('says so when another process holds the library', async () => {
    const lock = takeLock(folder)
    if (!lock.ok) throw new Error('should lock')
    const outcome = await chido('import', samplesFolder, '--library', folder)
    lock.value.release()
    expect(outcome.code).toBe(3)
  })
})
