/** Word, PDF and text files made from the sample plans come in; documents a minute, end to end, and memory go out. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { createLibraryHost } from '../../electron/library/host.ts'
import type { BenchRow } from './citations.bench.ts'

/** Files a run; `CHIDO_BENCH_FILES` asks for more. */
const FILES = Number(process.env.CHIDO_BENCH_FILES ?? 120)
const checkout = join(import.meta.dirname, '../..')
const golden = join(checkout, 'tests/golden')

/** A plan of its own for every index: other numbers, dates and one sentence, so that neither bytes nor text repeat. */
function vary(text: string, index: number): string {
  return text
    .replace(/(\d{1,3})-(QĐ|CT|KL|NQ|ĐA)\/TU/g, (_, number: string, kind: string) => {
      return `${((Number(number) + index * 7) % 400) + 1}-${kind}/TU`
    })
    .replace('MỤC ĐÍCH', `MỤC ĐÍCH SỐ ${index}`)
}

function makeFiles(folder: string): void {
  const text = readFileSync(join(golden, 'metadata/samples/ke-hoach-dan-van-lang-son-2024.txt'), 'utf8')
  const word = unzipSync(readFileSync(join(golden, 'formats/s003.docx')))
  const body = strFromU8(word['word/document.xml'] ?? new Uint8Array())
  for (let index = 0; index < FILES; index++) {
    if (index % 3 === 0) {
      writeFileSync(join(folder, `${index}.txt`), vary(text, index))
      continue
    }
    const parts = { ...word, 'word/document.xml': strToU8(vary(body, index)) }
    writeFileSync(join(folder, `${index}.docx`), zipSync(parts, { level: 1 }))
  }
}

/** Imports the files into a new library and waits until they are stored, resolved and indexed. */
export async function run(): Promise<readonly BenchRow[]> {
  const root = mkdtempSync(join(tmpdir(), 'chi-do-bench-'))
  const folder = join(root, 'tệp')
  mkdirSync(folder)
  makeFiles(folder)
  const { promise, resolve } = Promise.withResolvers<void>()
  let longestBlock = 0
  let last = performance.now()
  const heartbeat = setInterval(() => {
    const now = performance.now()
    longestBlock = Math.max(longestBlock, now - last - 10)
    last = now
  }, 10)
  const host = createLibraryHost({
    resourcesFolder: join(checkout, 'resources'),
    extractionEntry: join(checkout, 'electron/ingest/extractionProcess.ts'),
    emit: (name, payload) => {
      if (name === 'import.progress' && 'state' in payload && payload.state === 'finished') resolve()
    },
  })
  try {
    await host.dispatch('library.open', { folder: join(root, 'kho'), create: true })
    const startedAt = performance.now()
    const cpuBefore = process.cpuUsage()
    await host.dispatch('import.start', { paths: [folder] })
    await promise
    const seconds = (performance.now() - startedAt) / 1000
    const cpu = process.cpuUsage(cpuBefore)
    return [
      {
        name: 'import',
        value: (FILES / seconds) * 60,
        unit: 'docs/min',
        note: `${FILES} plans of 7 pages, a third text, two thirds Word`,
      },
      {
        name: 'library process',
        value: (cpu.user + cpu.system) / 1000 / FILES,
        unit: 'ms/doc',
        note: 'processor time: citations, store, resolve, index',
      },
      {
        name: 'longest block',
        value: longestBlock,
        unit: 'ms',
        note: 'of the library process, while a request waits',
      },
      { name: 'memory', value: process.memoryUsage().rss / 1024 / 1024, unit: 'MB', note: 'library process' },
    ]
  } finally {
    clearInterval(heartbeat)
    await host.close()
    rmSync(root, { recursive: true, force: true })
  }
}
