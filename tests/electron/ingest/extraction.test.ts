/** Extraction processes: files are read outside, and one that costs too much is killed alone. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExtractor, type Extractor } from '../../../electron/ingest/extraction.ts'
import type { ExtractionLimits } from '../../../electron/ingest/limits.ts'
import { fixture } from './fixtures.ts'

const ENTRY = new URL('../../../electron/ingest/extractionProcess.ts', import.meta.url)

let folder = ''
let extractor: Extractor | null = null
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chido-extraction-'))
})
afterEach(async () => {
  await extractor?.close()
  await rm(folder, { recursive: true, force: true })
})

function start(limits: Partial<ExtractionLimits> = {}, entry: string | URL = ENTRY): Extractor {
  extractor = createExtractor({ entry, jobs: 1, limits })
  return extractor
}

const codeOf = (result: Awaited<ReturnType<Extractor['extract']>>): string =>
  result.ok ? 'read' : result.failure.code

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A document of many paragraphs: slow and large, yet nothing a directory of sizes would refuse. */
async function largeDocument(paragraphs: number): Promise<string> {
  const path = join(folder, 'large.docx')
  const body = Array.from(
    { length: paragraphs },
    (_, index) => `<w:p><w:r><w:t>Đoạn ${index} ${(index * 7919) % 99991}</w:t></w:r></w:p>`,
  )
  await writeFile(
    path,
    zipSync(
      {
        '[Content_Types].xml': strToU8('<Types/>'),
        'word/document.xml': strToU8(`<w:document>${body.join('')}</w:document>`),
      },
      { level: 1 },
    ),
  )
  return path
}

describe('extraction', () => {
  it('reads files one after another and tells its pages', async () => {
    const reading = start()
    const pages: (number | null)[] = []
    const pdf = await reading.extract(fixture('chi-lang-2023.pdf'), {
      onProgress: (_, total) => pages.push(total),
    })
    expect(pdf.ok && pdf.value.pages).toHaveLength(7)
    expect(new Set(pages)).toEqual(new Set([7]))
    expect(codeOf(await reading.extract(fixture('chi-lang-2023.docx')))).toBe('read')
  })

  it('goes by the name it is told when the path is a hash', async () => {
    const path = join(folder, 'f3a1b2')
    await writeFile(path, 'không phải PDF')
    const read = await start().extract(path, { fileName: 'báo cáo.pdf' })
    expect(read).toMatchObject({ ok: false, failure: { code: 'format_mismatch', subject: 'báo cáo.pdf' } })
  })

  it('kills a file past its time and reads the next', async () => {
    const entry = join(folder, 'stuck.mjs')
    await writeFile(
      entry,
      `process.on('message', ({ id, path, task }) => {
        if (task !== 'read') return
        if (path === 'stuck') for (;;) Math.random()
        process.send({ id, type: 'done', rss: 1, result: { ok: true, value: { text: 'x' } } })
      })`,
    )
    const reading = start({ baseMs: 4000, perPageMs: 0 }, entry)
    expect(codeOf(await reading.extract('stuck'))).toBe('extraction_timeout')
    expect(codeOf(await reading.extract('quick'))).toBe('read')
  })

  it('kills a file past its memory and reads the next', async () => {
    const reading = start({ memoryBytes: 220 * 1024 * 1024 })
    expect(codeOf(await reading.extract(await largeDocument(900_000)))).toBe('extraction_out_of_memory')
    expect(codeOf(await reading.extract(fixture('chi-lang-2023.txt')))).toBe('read')
  })

  it('calls a process that dies by itself a crash', async () => {
    const entry = join(folder, 'dying.mjs')
    await writeFile(entry, "process.on('message', () => process.exit(7))")
    expect(codeOf(await start({}, entry).extract(fixture('chi-lang-2023.txt')))).toBe('extraction_crashed')
  })

  it('cancels what is being read and what waits', async () => {
    const entry = join(folder, 'silent.mjs')
    await writeFile(entry, "process.on('message', () => undefined)")
    const reading = start({}, entry)
    const controller = new AbortController()
    const both = Promise.all(
      [1, 2].map(() => reading.extract(fixture('chi-lang-2023.txt'), { signal: controller.signal })),
    )
    setTimeout(() => controller.abort(), 50)
    expect((await both).map(codeOf)).toEqual(['cancelled', 'cancelled'])
    expect(codeOf(await reading.extract('x', { signal: controller.signal }))).toBe('cancelled')
  })

  it('replaces a process after its share of files', async () => {
    const entry = join(folder, 'counting.mjs')
    await writeFile(
      entry,
      "process.on('message', ({ id, task }) => task === 'read' && process.send({ id, type: 'done', rss: 1, result: { ok: false, failure: { code: 'internal', detail: String(process.pid) } } }))",
    )
    const reading = start({ filesPerProcess: 2 }, entry)
    const pids: (string | undefined)[] = []
    for (let index = 0; index < 4; index += 1) {
      const read = await reading.extract('x')
      if (!read.ok) pids.push(read.failure.detail)
    }
    expect(pids[0]).toBe(pids[1])
    expect(pids[2]).toBe(pids[3])
    expect(pids[1]).not.toBe(pids[2])
  })

  it('lends the cores no other file needs, with the memory they take', async () => {
    const entry = join(folder, 'sharing.mjs')
    // Tells each share as a page; the short file ends with its first, the long one with its third.
    await writeFile(
      entry,
      `let task, shares = 0
      process.on('message', (message) => {
        if (message.task === 'read') return void (task = message)
        shares += 1
        process.send({ id: task.id, type: 'page', page: message.engines, pages: message.memoryBytes })
        if (shares >= (task.path === 'short' ? 1 : 3))
          process.send({ id: task.id, type: 'done', rss: 1, result: { ok: true, value: { text: 'x' } } })
      })`,
    )
    extractor = createExtractor({
      entry,
      jobs: 4,
      limits: { recognisingBytes: 1000, engineBytes: 10, perPageMs: 0 },
    })
    const told: Record<string, (readonly [number, number | null])[]> = { long: [], short: [] }
    const read = (path: string) =>
      extractor?.extract(path, { onProgress: (engines, bytes) => told[path]?.push([engines, bytes]) })
    const long = read('long')
    expect(await read('short')).toMatchObject({ ok: true })
    expect(await long).toMatchObject({ ok: true })
    expect(told).toEqual({
      long: [
        [4, 1030],
        [2, 1010],
        [4, 1030],
      ],
      short: [[2, 1010]],
    })
  })

  it('ends a process that has had nothing to do for a while', async () => {
    const entry = join(folder, 'resting.mjs')
    await writeFile(
      entry,
      "process.on('message', ({ id, task }) => task === 'read' && process.send({ id, type: 'done', rss: 1, result: { ok: false, failure: { code: 'internal', detail: String(process.pid) } } }))",
    )
    const reading = start({ idleMs: 100 }, entry)
    const pidOf = async (): Promise<number> => {
      const read = await reading.extract('x')
      return read.ok ? 0 : Number(read.failure.detail)
    }
    const first = await pidOf()
    await expect.poll(() => isAlive(first), { timeout: 30_000 }).toBe(false)
    expect(await pidOf()).not.toBe(first)
  })

  it('reads on with another process when one dies at rest', async () => {
    const path = fixture('chi-lang-2023.txt')
    const entry = join(folder, 'mortal.mjs')
    await writeFile(
      entry,
      "process.on('message', ({ id, task }) => task === 'read' && process.send({ id, type: 'done', rss: 1, result: { ok: false, failure: { code: 'internal', detail: String(process.pid) } } }))",
    )
    const mortal = start({}, entry)
    const first = await mortal.extract(path)
    const pid = first.ok ? 0 : Number(first.failure.detail)
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false)
    await expect.poll(async () => codeOf(await mortal.extract(path)), { timeout: 30_000 }).toBe('internal')
  })

  it('gives a code for what cannot be opened', async () => {
    const reading = start({ fileBytes: 100 })
    expect(codeOf(await reading.extract(join(folder, 'none.txt')))).toBe('file_missing')
    expect(codeOf(await reading.extract(folder))).toBe('file_unreadable')
    await writeFile(join(folder, 'empty.txt'), '')
    expect(codeOf(await reading.extract(join(folder, 'empty.txt')))).toBe('file_empty')
    expect(codeOf(await reading.extract(fixture('chi-lang-2023.txt')))).toBe('file_too_large')
  })

  it.skipIf(process.getuid?.() === 0)('tells a file nobody may read', async () => {
    const path = join(folder, 'locked.txt')
    await writeFile(path, 'x')
    await chmod(path, 0)
    expect(codeOf(await start().extract(path))).toBe('file_unreadable')
  })

  it('answers cancelled once closed', async () => {
    const reading = start()
    await reading.close()
    expect(codeOf(await reading.extract(fixture('chi-lang-2023.txt')))).toBe('cancelled')
  })
})
