/** A TIFF of several pages is read to its end; interrupted, killed or cancelled, it goes on at the next page. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventPayload } from '../../../shared/contract/methods.ts'
import { drawFixture, encodePages, topOf } from './scans.ts'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

const checkout = fileURLToPath(new URL('../../../', import.meta.url))
const LONG_MS = 300_000
/** One page at a time: on a machine of many cores all would be done before they could be interrupted. */
const ONE_JOB = 1

const root = mkdtempSync(join(tmpdir(), 'chi-do-scans-'))
const SCAN = join(root, 'quét.tif')
/** What each page of the scan says, and nothing else says. */
const PAGES = [
  ['m01', '41-KH/BDVTU'],
  ['m03', '1526-CV/BDVTW'],
  ['m02', '72-KH/HU'],
  ['m04', '41/KH-UBND'],
  ['m05', '59/2023/NĐ-CP'],
  ['m06', '69-KL/TU'],
] as const
afterAll(() => rmSync(root, { recursive: true, force: true }))

const databaseOf = (folder: string) => new Database(join(folder, 'library.db'))
const keptPages = (folder: string): number[] => {
  const db = databaseOf(folder)
  try {
    return db.prepare<[], number>('SELECT page FROM recognised_pages ORDER BY page').pluck().all()
  } finally {
    db.close()
  }
}

/** From here on every page recognised in a library is written down, whoever recognises it. */
function listRecognitions(folder: string): void {
  const db = databaseOf(folder)
  db.exec(`CREATE TABLE recognitions (page INTEGER NOT NULL);
    CREATE TRIGGER note_recognition AFTER INSERT ON recognised_pages
      BEGIN INSERT INTO recognitions VALUES (new.page); END;`)
  db.close()
}
const recognitions = (folder: string): number[] => {
  const db = databaseOf(folder)
  try {
    return db.prepare<[], number>('SELECT page FROM recognitions ORDER BY page').pluck().all()
  } finally {
    db.close()
  }
}

async function makeLibrary(name: string): Promise<string> {
  const folder = join(root, name)
  const library = await openTemporaryLibrary(folder, ONE_JOB)
  await library.host.close()
  listRecognitions(folder)
  return folder
}

const readingOf = async (library: TemporaryLibrary) => {
  const { documents } = await library.call('documents.list', { limit: 10 })
  expect(documents).toHaveLength(1)
  const { text, pages, blocks, recognised, warnings, metadata } = await library.call('documents.get', {
    id: documents[0]?.id ?? 0,
  })
  return { text, pages, blocks, recognised, warnings: warnings.map(({ id: _, ...rest }) => rest), metadata }
}

/** Imports the scan from the command line and kills it once `pages` pages are kept. */
async function killAfter(pages: number, folder: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      join(checkout, 'electron/cli/main.ts'),
      'import',
      SCAN,
      '--library',
      folder,
      '--json',
      '--jobs',
      String(ONE_JOB),
    ],
    { stdio: 'ignore' },
  )
  const exited = new Promise((resolve) => child.once('exit', resolve))
  try {
    while (child.exitCode === null && keptPages(folder).length < pages) await pause(20)
    expect(child.exitCode, 'the import ended before it could be killed').toBeNull()
  } finally {
    child.kill('SIGKILL')
    await exited
  }
}

describe('an interrupted scan', () => {
  let undisturbed: Awaited<ReturnType<typeof readingOf>>
  beforeAll(async () => {
    const pages = await Promise.all(PAGES.map(async ([name]) => topOf(await drawFixture(name), 700)))
    writeFileSync(SCAN, encodePages(pages, 200))
    const library = await openTemporaryLibrary(join(root, 'yên'), ONE_JOB)
    try {
      await library.import(SCAN)
      undisturbed = await readingOf(library)
    } finally {
      await library.host.close()
    }
  }, LONG_MS)

  it('is read page by page', async () => {
    expect(undisturbed.pages).toHaveLength(PAGES.length)
    for (const [index, [, words]] of PAGES.entries()) {
      const { start, end } = undisturbed.pages[index] ?? { start: 0, end: 0 }
      expect(undisturbed.text.slice(start, end)).toContain(words)
    }
    expect(undisturbed.recognised.map(({ page }) => page)).toEqual(
      undisturbed.pages.map((_, index) => index + 1),
    )
    expect(keptPages(join(root, 'yên'))).toEqual([])
  })

  it(
    'goes on at the next page after a kill, to the same end',
    async () => {
      const folder = await makeLibrary('bị ngắt')
      await killAfter(2, folder)
      const before = keptPages(folder)
      expect(before.length).toBeGreaterThanOrEqual(2)
      expect(before.length).toBeLessThan(undisturbed.pages.length)
      const library = await openTemporaryLibrary(folder, ONE_JOB)
      try {
        // The job goes on by itself at the opening.
        await expect
          .poll(async () => (await library.call('import.jobs', {}))[0]?.state, { timeout: LONG_MS })
          .toBe('finished')
        expect(await readingOf(library)).toEqual(undisturbed)
        expect(recognitions(folder)).toEqual(undisturbed.pages.map((_, index) => index))
        expect(keptPages(folder)).toEqual([])
        const finished = library.events.flatMap(({ name, payload }) => {
          const pages = name === 'import.progress' ? (payload as EventPayload<'import.progress'>).pages : null
          return pages ? [pages] : []
        })
        expect(finished.every(({ total }) => total === undisturbed.pages.length)).toBe(true)
        expect(finished[0]?.finished).toBeGreaterThanOrEqual(before.length)
      } finally {
        await library.host.close()
      }
    },
    LONG_MS,
  )

  it(
    'keeps its pages when cancelled, and reads those of another recogniser anew',
    async () => {
      const folder = await makeLibrary('dừng')
      const library = await openTemporaryLibrary(folder, ONE_JOB)
      try {
        const { jobId } = await library.call('import.start', { paths: [SCAN] })
        await expect.poll(() => keptPages(folder).length, { timeout: LONG_MS }).toBeGreaterThan(1)
        await library.call('import.cancel', { jobId })
        await expect
          .poll(async () => (await library.call('import.jobs', {}))[0]?.state, { timeout: LONG_MS })
          .toBe('cancelled')
        const kept = keptPages(folder)
        const db = databaseOf(folder)
        db.prepare("UPDATE recognised_pages SET recogniser = 'another', packed = x'00' WHERE page = ?").run(
          kept[0] ?? -1,
        )
        db.close()
        await library.import(SCAN)
        expect(await readingOf(library)).toEqual(undisturbed)
        const again = undisturbed.pages.map((_, index) => index)
        expect(recognitions(folder)).toEqual(
          [...again, kept[0]].sort((one, other) => (one ?? 0) - (other ?? 0)),
        )

        // Reading again tells how far it has come, and starts from the image, not from what the document keeps.
        const [document] = (await library.call('documents.list', { limit: 1 })).documents
        const id = document?.id ?? 0
        await library.call('documents.reread', { id })
        expect(await readingOf(library)).toEqual(undisturbed)
        expect(recognitions(folder)).toHaveLength(2 * again.length + 1)
        const told = library.events.filter(({ name }) => name === 'document.reading')
        expect(told.at(-1)?.payload).toEqual({ id, finished: again.length, total: again.length })
      } finally {
        await library.host.close()
      }
    },
    LONG_MS,
  )
})
