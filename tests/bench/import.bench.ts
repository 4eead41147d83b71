/** Documents made from sample sentences come in; documents a minute, memory and how long the window waits go out. */
import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLibraryHost, type LibraryHost } from '../../electron/library/host.ts'
import type { ImportJob } from '../../shared/contract/views.ts'
import type { BenchRow } from './citations.bench.ts'
import { BENCH_FORMATS, type BenchFormat, writeDocuments } from './importFiles.ts'
import { type Gauged, gauge } from './libraryGauge.ts'

/** Word and text files of the first run; `CHIDO_BENCH_FILES` asks for more. */
const FILES = Number(process.env.CHIDO_BENCH_FILES ?? 120)
/** Files of the second run, in all formats. */
const MIXED_FILES = Math.min(FILES, 500)
/** Entries of the folder to be listed; `CHIDO_BENCH_ENTRIES` asks for more. */
const ENTRIES = Number(process.env.CHIDO_BENCH_ENTRIES ?? 20_000)
/** Hard links a folder: file systems allow some tens of thousands to one file. */
const LINKS = 20_000
const checkout = join(import.meta.dirname, '../..')

interface Bench {
  readonly host: LibraryHost
  readonly folder: string
  /** Resolves when the job is as asked, with the ms since it was started. */
  until(isReached: (job: ImportJob) => boolean): Promise<number>
}

/** A new library beside an empty folder for what it is to import. */
async function withLibrary<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'chi-do-bench-'))
  const folder = join(root, 'tệp')
  mkdirSync(folder)
  const listeners = new Set<(job: ImportJob) => void>()
  const host = createLibraryHost({
    resourcesFolder: join(checkout, 'resources'),
    extractionEntry: join(checkout, 'electron/ingest/extractionProcess.ts'),
    emit: (name, payload) => {
      if (name === 'import.progress' && 'state' in payload) for (const listen of listeners) listen(payload)
    },
  })
  try {
    await host.dispatch('library.open', { folder: join(root, 'kho'), create: true })
    return await work({
      host,
      folder,
      until: (isReached) => {
        const startedAt = performance.now()
        return new Promise((resolve) => {
          const listen = (job: ImportJob): void => {
            if (!isReached(job)) return
            listeners.delete(listen)
            resolve(performance.now() - startedAt)
          }
          listeners.add(listen)
        })
      },
    })
  } finally {
    await host.close()
    rmSync(root, { recursive: true, force: true })
  }
}

const MEGABYTE = 1024 * 1024

const costs = ({ longestBlock, waits, memory, extractionMemory, cpu }: Gauged, files: number): BenchRow[] => [
  {
    name: '  library process',
    value: cpu / files,
    unit: 'ms/doc',
    note: 'processor time: citations, store, resolve, index',
  },
  {
    name: '  a request waits, p95',
    value: waits.p95,
    unit: 'ms',
    note: `middle ${waits.middle.toFixed(1)} ms, longest ${waits.longest.toFixed(0)} ms, longest block ${longestBlock.toFixed(0)} ms`,
  },
  {
    name: '  memory',
    value: memory / MEGABYTE,
    unit: 'MB',
    note: `library process; reading beside it ${(extractionMemory / MEGABYTE).toFixed(0)} MB`,
  },
]

const isOver = ({ state }: ImportJob): boolean => state === 'finished' || state === 'cancelled'

/** Imports files of the formats into a new library until they are stored, resolved and indexed. */
function importRows(name: string, files: number, formats: readonly BenchFormat[]): Promise<BenchRow[]> {
  return withLibrary(async ({ host, folder, until }) => {
    writeDocuments(folder, files, formats)
    const stop = gauge(host)
    const over = until(isOver)
    await host.dispatch('import.start', { paths: [folder] })
    const ms = await over
    const note = `${files} documents of 5 pages: ${formats.join(', ')}`
    return [{ name, value: (files / ms) * 60_000, unit: 'docs/min', note }, ...costs(stop(), files)]
  })
}

/** Lists a folder of very many entries, then cancels. */
function listingRows(): Promise<BenchRow[]> {
  return withLibrary(async ({ host, folder, until }) => {
    for (let made = 0; made < ENTRIES; made += LINKS) {
      const part = join(folder, `năm ${2000 + made / LINKS}`)
      mkdirSync(part)
      const first = join(part, '0.txt')
      writeFileSync(first, `Kế hoạch số ${made}-KH/TU`)
      for (let index = 1; index < Math.min(LINKS, ENTRIES - made); index++) {
        linkSync(first, join(part, `${index}.txt`))
      }
    }
    const stop = gauge(host)
    const first = until(({ total }) => total > 0)
    const all = until(({ state }) => state !== 'listing')
    const started = await host.dispatch('import.start', { paths: [folder] })
    if (!started.ok) throw new Error(started.failure.code)
    const { jobId } = started.value as { jobId: number }
    const [firstMs, allMs] = await Promise.all([first, all])
    const asked = performance.now()
    await host.dispatch('import.items', { jobId, limit: 200 })
    const pageMs = performance.now() - asked
    const over = until(isOver)
    await host.dispatch('import.cancel', { jobId })
    const cancelMs = await over
    const { waits, longestBlock } = stop()
    const waited = `a request waits p95 ${waits.p95.toFixed(1)} ms, longest block ${longestBlock.toFixed(0)} ms`
    return [
      { name: 'listing, first entries', value: firstMs, unit: 'ms', note: `of ${ENTRIES} entries` },
      { name: 'listing, all', value: allMs, unit: 'ms', note: waited },
      { name: 'a page of the list', value: pageMs, unit: 'ms', note: '200 items, all entries listed' },
      { name: 'cancelled', value: cancelMs, unit: 'ms', note: 'until the rest is marked' },
    ]
  })
}

/** Measures the import of documents and the listing of a large folder. */
export async function run(): Promise<readonly BenchRow[]> {
  return [
    ...(await importRows('import, Word and text', FILES, ['docx', 'txt'])),
    ...(await importRows('import, all kinds', MIXED_FILES, BENCH_FORMATS)),
    ...(await listingRows()),
  ]
}
