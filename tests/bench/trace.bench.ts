/** Counts of documents and citations come in (default 20000 × 15); how long tracing takes in a library of that size goes out. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { databasePath } from '../../electron/db/open.ts'
import { createLibraryHost } from '../../electron/library/host.ts'
import { generateLibrary } from './libraryGenerator.ts'

const checkout = fileURLToPath(new URL('../../', import.meta.url))
const [documents = 20_000, citationsEach = 15] = process.argv.slice(2).map(Number).filter(Number.isFinite)
const SAMPLE = 200
const folder = mkdtempSync(join(tmpdir(), 'chi-do-trace-'))

const round = (value: number): number => Math.round(value * 10) / 10
function describeTimes(times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (share: number): number => round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${round(sorted.at(-1) ?? 0)} ms`
}

/** Instruments to ask for: any, and the most cited. */
function chooseRoots(): { any: number[]; hubs: number[] } {
  const db = new Database(databasePath(folder), { readonly: true })
  const ids = db.prepare<[], number>('SELECT id FROM instruments ORDER BY id').pluck().all()
  const hubs = db
    .prepare<[number], number>('SELECT id FROM instruments ORDER BY cited_by DESC LIMIT ?')
    .pluck()
    .all(50)
  db.close()
  const step = Math.max(1, Math.floor(ids.length / SAMPLE))
  return { any: ids.filter((_, index) => index % step === 0), hubs }
}

try {
  const started = performance.now()
  generateLibrary(folder, { documents, citationsEach, citedOnly: Math.floor(documents * 0.6) })
  console.log(
    `${documents} documents, ${documents * citationsEach} citations, generated in ${round((performance.now() - started) / 1000)} s`,
  )
  const host = createLibraryHost({
    resourcesFolder: join(checkout, 'resources'),
    extractionEntry: '',
    access: 'read',
    emit: () => undefined,
  })
  const ask = async (method: string, params: unknown): Promise<number> => {
    const before = performance.now()
    const result = await host.dispatch(method, params)
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.failure)}`)
    return performance.now() - before
  }
  await ask('library.open', { folder })
  const { any, hubs } = chooseRoots()
  const questions: [string, (id: number) => [string, unknown]][] = [
    ['trace down, depth 6', (id) => ['graph.trace', { instrumentId: id, depth: 6 }]],
    ['trace up, depth 6', (id) => ['graph.trace', { instrumentId: id, direction: 'sources', depth: 6 }]],
    ['tree down, depth 6', (id) => ['tracing.tree', { instrumentId: id, depth: 6 }]],
    ['tree up, depth 6', (id) => ['tracing.tree', { instrumentId: id, direction: 'sources', depth: 6 }]],
    ['instrument page', (id) => ['tracing.instrument', { id }]],
    ['cited by', (id) => ['instruments.citedBy', { id, limit: 20 }]],
  ]
  for (const [name, ask1] of questions) {
    for (const [which, roots] of [
      ['any', any],
      ['most cited', hubs],
    ] as const) {
      const times: number[] = []
      for (const id of roots) times.push(await ask(...ask1(id)))
      console.log(`${name} (${which}): ${describeTimes(times)}`)
    }
  }
  const years = { from: '2001-01-01', to: '2031-12-31' }
  const rarer: [string, [string, unknown][]][] = [
    [
      'timeline of 30 years',
      hubs.slice(0, 10).map((id) => ['tracing.timeline', { instrumentId: id, ...years }]),
    ],
    [
      'gaps of the districts',
      hubs.slice(0, 10).map((id) => ['tracing.gaps', { instrumentId: id, expected: { level: 'district' } }]),
    ],
    [
      'due in two years',
      hubs.slice(0, 10).map(() => ['tracing.due', { from: '2026-01-01', to: '2027-12-31' }]),
    ],
    [
      'missing list, a page',
      hubs.slice(0, 10).map((_, at) => ['missing.list', { limit: 200, offset: at * 1000 }]),
    ],
  ]
  for (const [name, requests] of rarer) {
    const times: number[] = []
    for (const request of requests) times.push(await ask(...request))
    console.log(`${name}: ${describeTimes(times)}`)
  }
  await host.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
