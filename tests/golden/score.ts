/** The golden data comes in; a table of accuracy, part by part, goes out on the terminal (`npm run accuracy`). */

import { scoreBlind } from './citations/blind.ts'
import { scoreCitations } from './citations/score.ts'
import { scoreInstruments } from './instruments/score.ts'
import { scoreMetadata } from './metadata/score.ts'

interface Row {
  readonly field: string
  readonly right: number
  readonly total: number
  readonly misses: readonly string[]
}

/** One part of the golden set: what it measures and how. A new part is a line here. */
const PARTS: readonly { readonly title: string; readonly score: () => Promise<readonly Row[]> }[] = [
  { title: 'Citations', score: scoreCitations },
  { title: 'Whole documents, written before the reader was seen', score: scoreBlind },
  { title: 'Metadata', score: scoreMetadata },
  { title: 'Instruments (pairs of mentions)', score: scoreInstruments },
]

function line(row: Row): string {
  const rate = row.total === 0 ? 1 : row.right / row.total
  return `${row.field.padEnd(14)}${rate.toFixed(4).padStart(8)}${`${row.right}/${row.total}`.padStart(12)}`
}

const isVerbose = process.argv.includes('--misses')
for (const part of PARTS) {
  console.log(`\n${part.title}`)
  for (const row of await part.score()) {
    console.log(line(row))
    if (isVerbose) for (const miss of row.misses) console.log(`    ${miss}`)
  }
}
