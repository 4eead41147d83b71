/** Clauses as lunr's parser made them come in; runs of words that stood side by side go out. */
import type { Word } from '../../shared/vietnamese/words.ts'
import { OPTIONAL } from './lunrParts.ts'
import type { PlacedClause } from './queryLanguage.ts'

/** Syllables joined to one term. */
export const JOINED_BY_UNDERSCORE = /_/u // «bắt_buộc»

/** Between two clauses it belongs to one of them and is no word: «title:dân title:vận», «dân^5 vận^5». */
const OPERATOR = /[:^~]/u // «:» of «title:vận»

/** `v*` and `vân~1`. */
export const isSpecial = (clause: PlacedClause['clause']): boolean =>
  clause.editDistance !== undefined || (!clause.usePipeline && clause.term.includes('*'))

/** Neighbouring plain clauses of one scope and weight are one run of words; every other clause stands alone. */
export function runsOf(clauses: readonly PlacedClause[], text: string): PlacedClause[][] {
  const runs: PlacedClause[][] = []
  for (const placed of clauses) {
    const run = runs.at(-1)
    const previous = run?.at(-1)
    const isNext = previous && !OPERATOR.test(text.slice(previous.end, placed.start))
    if (run && isNext && isPlain(previous) && isPlain(placed) && isSameScope(previous, placed))
      run.push(placed)
    else runs.push([placed])
  }
  return runs
}

const isPlain = ({ clause }: PlacedClause): boolean =>
  !isSpecial(clause) && clause.presence === OPTIONAL && !JOINED_BY_UNDERSCORE.test(clause.term)

const isSameScope = (one: PlacedClause, other: PlacedClause): boolean =>
  one.clause.boost === other.clause.boost && one.clause.fields.join() === other.clause.fields.join()

/** Each word with the one after it. */
export function neighbours(words: readonly Word[]): (readonly [Word, Word])[] {
  return words.slice(1).flatMap((second, index) => {
    const first = words[index]
    return first ? [[first, second] as const] : []
  })
}
