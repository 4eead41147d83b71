/** Sizes of a made-up library come in (default 1000 5000 20000); one table of our search beside four others goes out. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LIBRARY_V8_FLAGS } from '../../electron/main/libraryFlags.ts'
import type { IndexedDocument } from '../../electron/search/fields.ts'
import { makeDocuments } from '../golden/search/corpus.ts'
import type { Ask, Engine } from './engine.ts'
import { askLibrary, openReading, ownSearch } from './ownSearch.ts'
import { ENGINES } from './searchEngines.ts'
import { describe, describeSlow, type Lap, lapOf, peakMemory, printTable } from './searchTimes.ts'

/** What people type; every beginning of each is a keystroke. */
const TYPED = [
  'dân vận khéo',
  'quy chế dân chủ ở cơ sở',
  'chuyển đổi số tỉnh Lạng Sơn',
  'ke hoach thuc hien nghi quyet',
  '12-KH/HU',
  'bao ve rung bien gioi',
  'MTTQ giám sát',
  'tiếp công dân Krông Năng',
] as const
const KEYSTROKES = TYPED.flatMap((typed) => [...typed].map((_, length) => typed.slice(0, length + 1)))
const DEFAULT_SIZES = [1000, 5000, 20_000]
/** Engines in memory want gigabytes; those with a file get what the program gives its library process. */
const MEMORY = { inMemory: ['--max-old-space-size=6000'], inFile: LIBRARY_V8_FLAGS } as const
const DELETED = 50
const NONE = '–'
/** How the bench calls itself, so that every engine has a process of its own and memory can be told apart. */
const CHILD = { build: '--build', ask: '--ask', whole: '--whole' } as const
const HEADINGS = [
  'documents',
  'engine',
  'documents/s, first → last tenth (slowest)',
  'building MB',
  'index ÷ text',
  'delete',
  'first',
  'keystroke cold',
  'warm',
  'asking MB',
  'first whole',
  'whole',
  'whole MB',
]

const askAll = (ask: Ask): Lap[] => KEYSTROKES.map((typed) => lapOf(() => ask(typed)))
const inBoth = ({ wallMs, cpuMs }: Lap): string => `${wallMs.toFixed(0)} (${cpuMs.toFixed(0)})`

/** Compiled code for both; then whatever the engine keeps from one question to the next is cold, then warm. */
function measure(first: Lap, ask: Ask, fresh: () => Ask): string[] {
  askAll(ask)
  const asked = fresh()
  asked('a')
  const cold = askAll(asked)
  return [inBoth(first), describe(cold), describe(askAll(asked)), peakMemory()]
}

function build(engine: Engine, count: number, folder: string): string[] {
  const building = engine.build(folder)
  const tenths: number[] = []
  const deleted: IndexedDocument[] = []
  let spent = 0
  let textBytes = 0
  for (const document of makeDocuments({ count, seed: 1, shortest: 300, longest: 4000 })) {
    spent += lapOf(() => building.add(document)).cpuMs
    textBytes += Buffer.byteLength(document.fields.body)
    if (document.documentId % 7 === 1 && deleted.length < DELETED) deleted.push(document)
    if (document.documentId % Math.ceil(count / 10) !== 0) continue
    tenths.push(count / 10 / (spent / 1000))
    spent = 0
  }
  const ask = building.finish()
  const [first, last, slowest] = [tenths[0] ?? 0, tenths.at(-1) ?? 0, Math.min(...tenths)].map(Math.round)
  const rate = `${first} → ${last} (${slowest})`
  const share = building.indexBytes ? (building.indexBytes() / textBytes).toFixed(2) : NONE
  const memory = peakMemory()
  const { remove } = building
  const deletes = remove ? describe(deleted.map((document) => lapOf(() => remove(document)))) : NONE
  const built = [rate, memory, share, deletes]
  if (engine.open) return built
  const firstAnswer = lapOf(() => ask('dân vận khéo'))
  return [...built, ...measure(firstAnswer, ask, () => ask)]
}

function askFile(engine: Engine, folder: string): string[] {
  const { open } = engine
  if (!open) return []
  let ask: Ask = () => []
  const first = lapOf(() => {
    ask = open(folder)
    ask('dân vận khéo')
  })
  return measure(first, ask, () => open(folder))
}

/** The answer of the window with everything in it: passages, facets, direct numbers. */
function askWhole(folder: string): string[] {
  const db = openReading(folder)
  const first = lapOf(() => askLibrary(db, folder)('dân vận khéo'))
  const ask = askLibrary(db, folder)
  askAll(ask)
  return [inBoth(first), describeSlow(askAll(ask)), peakMemory()]
}

function child(mode: string, engine: Engine, count: number, folder: string): string[] {
  const memory = engine.open ? MEMORY.inFile : MEMORY.inMemory
  const output = execFileSync(
    process.execPath,
    [...memory, import.meta.filename, mode, engine.name, String(count), folder],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return output.trim().split('\n')
}

function rowOf(engine: Engine, count: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'search-bench-'))
  try {
    const built = child(CHILD.build, engine, count, folder)
    const asked = engine.open ? child(CHILD.ask, engine, count, folder) : []
    const whole = engine === ownSearch ? child(CHILD.whole, engine, count, folder) : [NONE, NONE, NONE]
    return [String(count), engine.name, ...built, ...asked, ...whole]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compare(sizes: readonly number[]): void {
  const rows: string[][] = []
  const leftOut: string[] = []
  for (const count of sizes) {
    for (const engine of ENGINES) {
      if (engine.limit && count > engine.limit.documents) {
        leftOut.push(`${engine.name} is left out at ${count} documents: ${engine.limit.reason}`)
        continue
      }
      const measured = rowOf(engine, count)
      rows.push(measured)
      process.stderr.write(`${measured.join('  ')}\n`)
    }
  }
  console.log('Times in ms, median/95th percentile by the clock, in brackets by the processor')
  printTable([HEADINGS, ...rows])
  for (const line of leftOut) console.log(line)
}

const [mode, name, size, folder] = process.argv.slice(2)
const engine = ENGINES.find((each) => each.name === name)
if (engine && folder !== undefined) {
  const lines =
    mode === CHILD.build
      ? build(engine, Number(size), folder)
      : mode === CHILD.ask
        ? askFile(engine, folder)
        : askWhole(folder)
  console.log(lines.join('\n'))
} else {
  const sizes = process.argv
    .slice(2)
    .filter((argument) => /^\d+$/.test(argument))
    .map(Number)
  compare(sizes.length > 0 ? sizes : DEFAULT_SIZES)
}
