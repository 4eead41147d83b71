/** The sample plans, repeated, come in; how fast numbers and citations are read, beside a bare pattern and `rg -o`, goes out. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCitations } from '../../shared/citations/read.ts'
import { findNumbers } from '../../shared/documents/number.ts'
import { vocabulary } from '../golden/vocabulary.ts'

/** One measured thing. `value` is MB of UTF-8 text a second unless `unit` says otherwise. */
export interface BenchRow {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly note: string
}

const COPIES = 120
const ROUNDS = 3
const FILES = ['ke-hoach-dan-van-lang-son-2024.txt', 'ke-hoach-dan-van-kheo-chi-lang-2023.txt']
/** What published extractors do: one pattern, one shape of number. */
const BARE = /\d+[-/][A-ZĐa-z0-9]+[-/][A-ZĐa-zđ]+/g

/** The best of a few rounds, in seconds: other work on the machine only ever adds. */
function fastest(task: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    task()
    best = Math.min(best, performance.now() - start)
  }
  return best / 1000
}

/** Measures on one core. */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = new URL('../golden/citations/', import.meta.url)
  const texts = await Promise.all(FILES.map((name) => readFile(new URL(name, folder), 'utf8')))
  const text = `${texts.join('\n\n').normalize('NFC')}\n\n`.repeat(COPIES)
  const megabytes = Buffer.byteLength(text) / 1e6
  const context = { vocabulary, pages: [], blocks: [], ownNumber: null, document: null }
  const cited = readCitations(text, context).citations.length
  const rows: BenchRow[] = []
  const add = (name: string, seconds: number, note: string) =>
    rows.push({ name, value: megabytes / seconds, unit: 'MB/s', note })
  add(
    'citations, whole reading',
    fastest(() => readCitations(text, context)),
    `${cited} citations in ${megabytes.toFixed(1)} MB`,
  )
  add(
    'numbers only',
    fastest(() => findNumbers(text)),
    `${findNumbers(text).length} numbers`,
  )
  const bare = text.match(BARE)?.length ?? 0
  add(
    'one bare pattern',
    fastest(() => text.match(BARE)),
    `${bare} matches, no details`,
  )
  const ripgrep = await measureRipgrep(text)
  if (ripgrep !== null) add('rg -o, same pattern', ripgrep, 'another process, start included')
  return rows
}

/** Seconds `rg -o` takes on the same text; null where it is not installed. */
async function measureRipgrep(text: string): Promise<number | null> {
  const folder = await mkdtemp(join(tmpdir(), 'chido-bench-'))
  try {
    const file = join(folder, 'text.txt')
    await writeFile(file, text)
    const search = () => execFileSync('rg', ['-o', '--count-matches', BARE.source, file], { stdio: 'pipe' })
    try {
      search()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
    return fastest(search)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
