/** Names of benches come in (all when none is given); each prints its table (`npm run bench -- citations`). */
import { readdir } from 'node:fs/promises'
import type { BenchRow } from './citations.bench.ts'

const SUFFIX = '.bench.ts'

/** A bench either exports `run` and gets its table printed here, or is a script that prints on import. */
function hasRun(bench: unknown): bench is { run: () => Promise<readonly BenchRow[]> } {
  return typeof bench === 'object' && bench !== null && 'run' in bench && typeof bench.run === 'function'
}

const asked = process.argv.slice(2).filter((argument) => /^[a-z]+$/.test(argument))
const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(SUFFIX)).sort()
for (const file of files) {
  const name = file.slice(0, -SUFFIX.length)
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n${name}`)
  const bench: unknown = await import(new URL(file, import.meta.url).href)
  if (!hasRun(bench)) continue
  for (const row of await bench.run()) {
    console.log(`${row.name.padEnd(28)}${row.value.toFixed(1).padStart(9)} ${row.unit.padEnd(7)}${row.note}`)
  }
}
