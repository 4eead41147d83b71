/** An import killed twice and run again ends in the same library as one that was left alone. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { makeMixedFolder } from './mixedFolder.ts'
import { openTemporaryLibrary } from './temporaryLibrary.ts'

/** `CHIDO_MIXED_FILES=500` runs the whole size. */
const FILES = Number(process.env.CHIDO_MIXED_FILES ?? 100)
const checkout = fileURLToPath(new URL('../../../', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'chi-do-mixed-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const startImport = (folder: string, library: string): ChildProcess =>
  spawn(
    process.execPath,
    [join(checkout, 'electron/cli/main.ts'), 'import', folder, '--library', library, '--json'],
    {
      stdio: 'ignore',
    },
  )

const keptIn = (library: string): number => {
  try {
    return readdirSync(join(library, 'files')).length
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
    throw error
  }
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)))

/** What a library holds, without ids and times. */
async function picture(folder: string) {
  const library = await openTemporaryLibrary(folder)
  try {
    const { documents } = await library.call('documents.list', { limit: 5000 })
    const { items } = await library.call('instruments.missing', { limit: 5000 })
    const search = await library.call('search.query', { query: 'dân vận khéo', limit: 1 })
    const { databaseBytes: _, ...statistics } = await library.call('library.statistics', {})
    return {
      verify: await library.call('library.verify', {}),
      statistics,
      found: search.total,
      documents: documents
        .map(
          ({ fileName, title, citationCount, number }) => `${fileName}|${title}|${citationCount}|${number}`,
        )
        .sort(),
      missing: items.map(({ key, citedBy }) => `${key}|${citedBy}`).sort(),
    }
  } finally {
    await library.host.close()
  }
}

describe('an import', () => {
  it('killed twice and run again holds what an undisturbed one holds', async () => {
    const folder = join(root, 'tệp')
    makeMixedFolder(folder, FILES)
    const calm = join(root, 'kho yên')
    const disturbed = join(root, 'kho bị ngắt')
    expect(await ended(startImport(folder, calm))).toBe(1)

    for (const share of [0.25, 0.6]) {
      const child = startImport(folder, disturbed)
      const exit = ended(child)
      for (let tries = 0; tries < 1200 && keptIn(disturbed) < FILES * share; tries++) await pause(50)
      expect(keptIn(disturbed)).toBeGreaterThanOrEqual(FILES * share)
      child.kill('SIGKILL')
      await exit
    }
    expect(await ended(startImport(folder, disturbed))).toBe(1)

    const expected = await picture(calm)
    expect(expected.verify).toEqual({ ok: true, problems: [] })
    expect(expected.documents.length).toBeGreaterThan(FILES * 0.8)
    expect(await picture(disturbed)).toEqual(expected)
  }, 300_000)
})
