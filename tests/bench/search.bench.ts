/** Sizes of a made-up library come in (default 1000 5000 20000); speed and memory of our search beside four others go out. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForWriting } from '../../electron/db/open.ts'
import { removeDocument } from '../../electron/search/indexing.ts'
import { makeDocuments } from '../golden/search/corpus.ts'
import { type Ask, type Engine, PAGE } from './engine.ts'
import { askLibrary, askSearcher, openReading, ownSearch } from './ownSearch.ts'
import { ENGINES } from './searchEngines.ts'
import { describe, type Lap, lap, lapOf, row } from './searchTimes.ts'

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
/** Plain lunr wants gigabytes at a few thousand documents. MB. */
const HEAP_MB = 6000
/** How the bench calls itself, so that every engine has a process of its own and memory can be told apart. */
const CHILD = { build: '--build', ask: '--ask', whole: '--whole' } as const

const askAll = (ask: Ask): Lap[] => KEYSTROKES.map((typed) => lapOf(() => ask(typed)))
const memory = (): string => `${Math.round(process.memoryUsage().rss / 1e6)}`

/** Compiled code for both; then whatever the engine keeps from one question to the next is cold, then warm. */
function measure(first: Lap, ask: Ask, fresh: () => Ask): string[] {
  askAll(ask)
  const asked = fresh()
  asked('a')
  const cold = askAll(asked)
  return [first.wallMs.toFixed(0), describe(cold), describe(askAll(asked)), memory()]
}

function build(engine: Engine, count: number, folder: string): string[] {
  const { add, finish } = engine.build(folder)
  const tenths: number[] = []
  let spent = 0
  for (const document of makeDocuments({ count, seed: 1, shortest: 300, longest: 4000 })) {
    spent += lapOf(() => add(document)).cpuMs
    if (document.documentId % Math.ceil(count / 10) === 0) {
      tenths.push(count / 10 / (spent / 1000))
      spent = 0
    }
  }
  let ask: Ask = () => []
  const finishing = lapOf(() => {
    ask = finish()
  })
  const rate = `${Math.round(tenths[0] ?? 0)} → ${Math.round(tenths.at(-1) ?? 0)}`
  const built = [rate, (finishing.cpuMs / 1000).toFixed(1), memory()]
  if (engine.open) return built
  const first = lapOf(() => ask('dân vận khéo'))
  return [...built, ...measure(first, ask, () => ask)]
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

/** The answer of the window with everything in it, and deletes. */
function askWhole(folder: string): string[] {
  const db = openReading(folder)
  const first = lapOf(() => askLibrary(db, folder)('dân vận khéo'))
  const ask = askLibrary(db, folder)
  askAll(ask)
  const whole = askAll(ask)
  const before = lap()
  const searcher = askSearcher(db)
  for (const typed of TYPED) searcher(typed)
  const alone = lap(before)
  db.close()
  const opened = openForWriting(folder, false)
  if (!opened.ok) throw new Error(opened.failure.code)
  const writer = opened.value
  const deletes = Array.from({ length: 50 }, (_, index) =>
    lapOf(() => writer.transaction(() => removeDocument(writer, 1 + index * 7))()),
  )
  const sizes = writer
    .prepare<[], { index: number; text: number }>(
      `SELECT (SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%search_%' AND name NOT LIKE '%searches%') AS "index",
         (SELECT sum(length(CAST(text AS BLOB))) FROM document_texts) AS text`,
    )
    .get()
  writer.close()
  const { index = 0, text = 1 } = sizes ?? {}
  return [
    `first whole answer of a process ${first.wallMs.toFixed(0)} ms (cpu ${first.cpuMs.toFixed(0)})`,
    `whole answer (${PAGE} passages, facets, numbers) a keystroke: ${describe(whole)}; memory ${memory()} MB`,
    `${TYPED.length} searches alone from cold: ${alone.wallMs.toFixed(0)} ms`,
    `delete: ${describe(deletes)}`,
    `text ${(text / 1e6).toFixed(0)} MB, index ${(index / 1e6).toFixed(0)} MB = ${(index / text).toFixed(2)} of the text`,
  ]
}

function child(mode: string, engine: Engine, count: number, folder: string): string[] {
  const output = execFileSync(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, import.meta.filename, mode, engine.name, String(count), folder],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return output.trim().split('\n')
}

function compare(count: number): void {
  console.log(`## ${count} documents; times in ms of wall clock, [CPU] in brackets`)
  console.log(
    row(['engine', 'documents/s CPU', 'finish s', 'MB', 'first', 'keystroke cold', 'warm', 'MB asking']),
  )
  for (const engine of ENGINES.filter(({ mostDocuments }) => count <= mostDocuments)) {
    const folder = mkdtempSync(join(tmpdir(), 'search-bench-'))
    try {
      const built = child(CHILD.build, engine, count, folder)
      const asked = engine.open ? child(CHILD.ask, engine, count, folder) : []
      console.log(row([engine.name, ...built, ...asked]))
      if (engine === ownSearch)
        for (const line of child(CHILD.whole, engine, count, folder)) console.log(`   ${line}`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
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
  for (const count of sizes.length > 0 ? sizes : DEFAULT_SIZES) compare(count)
}
