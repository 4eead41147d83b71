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

interface Import {
  readonly child: ChildProcess
  /** The exit code, or null when killed; what it printed. */
  readonly ended: Promise<{ readonly code: number | null; readonly printed: string }>
}

function startImport(folder: string, library: string): Import {
  const child = spawn(
    process.execPath,
    [join(checkout, 'electron/cli/main.ts'), 'import', folder, '--library', library, '--json'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (printed += String(text)))
  return {
    child,
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, printed }))),
  }
}

const keptIn = (library: string): number => {
  try {
    return readdirSync(join(library, 'files')).length
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
    throw error
  }
}

/** Runs an import until the library keeps so many files, then kills it; fails when it ends before that. */
async function killAt(files: number, folder: string, library: string): Promise<void> {
  const { child, ended } = startImport(folder, library)
  try {
    let over: Awaited<typeof ended> | undefined
    void ended.then((end) => (over = end))
    while (!over && keptIn(library) < files) await pause(20)
    expect(over, `the import ended at ${keptIn(library)} of ${files} files`).toBeUndefined()
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}

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
    const alone = await startImport(folder, calm).ended
    expect(alone.code, alone.printed).toBe(1)

    await killAt(FILES * 0.25, folder, disturbed)
    await killAt(FILES * 0.6, folder, disturbed)
    const last = await startImport(folder, disturbed).ended
    expect(last.code, last.printed).toBe(1)

    const expected = await picture(calm)
    expect(expected.verify).toEqual({ ok: true, problems: [] })
    expect(expected.documents.length).toBeGreaterThan(FILES * 0.8)
    expect(await picture(disturbed)).toEqual(expected)
  }, 600_000)
})
