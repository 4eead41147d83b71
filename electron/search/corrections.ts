/** Words of a query that the library does not know, or never side by side, come in; what was probably meant goes out. */
import { displayForm } from '../../shared/vietnamese/spelling.ts'
import type { Word } from '../../shared/vietnamese/words.ts'
import { type Reading, readMisspelt, readTorn } from './misspellings.ts'
import type { IndexReader } from './reader.ts'
import { isPair, pairTerm } from './terms.ts'

/** Other words for a stretch of a text, UTF-16 offsets. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** `terms` to search as well; `keys`: the words as meant, `joints`: where they meet; `changes` to offer, in order. */
export interface Correction {
  readonly keys: readonly string[]
  readonly terms: readonly string[]
  readonly joints: readonly (readonly string[])[]
  readonly changes: readonly Change[]
}

const ONLY_LETTERS = /^[a-z]+$/u // «vna», not «25nqtw»
const STARTS_WITH_DIGIT = /^\d/u // «25»
const HAS_LETTER = /[a-z]/u // «1anh»
const CAPITALS = /^[^\p{Ll}]+$/u // «NQ», «TU»
const HAS_VOWEL = /[aeiouy]/u // «an»; not «nq»
const SHORTEST_CORRECTED = 3
/** Doubtful words looked at in one run: a long query finds its documents anyway. */
const MOST_DOUBTED = 8
/** Readings of one word that are tried against those of its neighbours. */
const MOST_READINGS = 12
/** Others that fit no worse than the best reading are searched for as well. */
const MOST_OTHERS = 3
const UNKNOWN_WORD = 1
const UNKNOWN_PAIR = 1
/** A pair of neighbours that many documents have is likelier: at most this much. */
const FREQUENT_SHARE = 0.25
const FREQUENT = 4 // powers of ten

/**
 * Corrects a run: of all ways to read its doubtful words (none has them, or none beside either neighbour), the one that
 * changes least and has the most neighbours the library knows. Null when that is the run as typed.
 */
export function correctRun(
  source: string,
  words: readonly Word[],
  reader: IndexReader,
  isLastUnfinished: boolean,
): Correction | null {
  if (reader.documentCount === 0 || words.length === 0) return null
  const lattice = readingsOf(source, words, reader, isLastUnfinished)
  if (lattice.every((readings) => readings.length <= 1)) return null
  const path = cheapestPath(lattice, words, reader)
  const isChanged = path.some(({ index, reading }) => reading !== lattice[index]?.[0])
  return isChanged ? describe(words, path, lattice, reader) : null
}

/** Every reading that begins at a word, the word itself first. */
function readingsOf(
  source: string,
  words: readonly Word[],
  reader: IndexReader,
  isLastUnfinished: boolean,
): Reading[][] {
  const numberParts = numberPartsOf(source, words)
  const unfinished = isLastUnfinished && canGoOn(words, reader) ? words.length - 1 : words.length
  let doubted = 0
  return words.map((word, index) => {
    const typed = source.slice(word.start, word.end)
    const isKnown = reader.frequency(word.key) > 0
    const itself = { keys: [word.key], shown: typed, takes: 1, cost: isKnown ? 0 : UNKNOWN_WORD }
    const isFixed = index >= unfinished || numberParts.has(index) || doubted >= MOST_DOUBTED
    if (isFixed || !isDoubtful(words, index, isKnown, unfinished, reader)) return [itself]
    doubted += 1
    const next = words[index + 1]
    const torn = next && index + 1 < unfinished ? readTorn(word, next, reader) : []
    const others = [...readMisspelt(word, typed, reader), ...torn]
    return [itself, ...mostLikely(others, words, index, reader)]
  })
}

/** Words that follow figures as a symbol does: «NQ» and «TW» of «25 NQ TW», «nd cp». None of them is a misspelt word. */
function numberPartsOf(source: string, words: readonly Word[]): ReadonlySet<number> {
  const parts = new Set<number>()
  words.forEach(({ key, start, end }, index) => {
    const before = words[index - 1]
    if (!before) return
    const isAfterFigures =
      (STARTS_WITH_DIGIT.test(before.key) && !HAS_LETTER.test(before.key)) || parts.has(index - 1)
    if (isAfterFigures && (CAPITALS.test(source.slice(start, end)) || !HAS_VOWEL.test(key))) parts.add(index)
  })
  return parts
}

/** True when the last word is the beginning of one the library has there: it is being typed, not mistyped. */
function canGoOn(words: readonly Word[], reader: IndexReader): boolean {
  const last = words.at(-1)
  if (!last) return false
  const before = last.joinsPrevious ? words.at(-2) : undefined
  return reader.startingWith(before ? pairTerm(before.key, last.key) : last.key, 1).length > 0
}

function isDoubtful(
  words: readonly Word[],
  index: number,
  isKnown: boolean,
  unfinished: number,
  reader: IndexReader,
): boolean {
  const word = words[index]
  if (!word) return false
  if (!isKnown) return true
  if (!ONLY_LETTERS.test(word.key)) return false
  const [before, after] = neighboursOf(words, index)
  const pairs: string[] = []
  if (before) pairs.push(pairTerm(before.key, word.key))
  // A pair with a word still being typed says nothing yet, unless it is known.
  if (after && (index + 1 < unfinished || reader.find(pairTerm(word.key, after.key)))) {
    pairs.push(pairTerm(word.key, after.key))
  }
  return pairs.length > 0 && pairs.every((pair) => reader.find(pair) === null)
}

function neighboursOf(words: readonly Word[], index: number): [Word | undefined, Word | undefined] {
  const after = words[index + 1]
  return [
    words[index]?.joinsPrevious ? words[index - 1] : undefined,
    after?.joinsPrevious ? after : undefined,
  ]
}

/**
 * Readings that stand beside a typed neighbour somewhere first; the others may still fit what a neighbour is read as. A
 * lone word has no neighbours to vouch for it: the most frequent one is taken.
 */
function mostLikely(
  readings: readonly Reading[],
  words: readonly Word[],
  index: number,
  reader: IndexReader,
): Reading[] {
  const isLone = words.length === 1 && (words[0]?.key.length ?? 0) >= SHORTEST_CORRECTED
  const rated = readings.map((reading) => {
    const [before] = neighboursOf(words, index)
    const [, after] = neighboursOf(words, index + reading.takes - 1)
    const [first = ''] = reading.keys
    const last = reading.keys.at(-1) ?? ''
    const support = isLone
      ? commonness(first, reader)
      : (before ? commonness(pairTerm(before.key, first), reader) : 0) +
        (after ? commonness(pairTerm(last, after.key), reader) : 0)
    return { reading: isLone ? { ...reading, cost: reading.cost - support } : reading, support }
  })
  return rated
    .sort((one, other) => other.support - other.reading.cost - (one.support - one.reading.cost))
    .slice(0, MOST_READINGS)
    .map(({ reading }) => reading)
}

/** 0 for a term nobody has, else up to `FREQUENT_SHARE`, plus 1. */
function commonness(term: string, reader: IndexReader): number {
  const frequency = reader.frequency(term)
  if (frequency === 0) return 0
  return 1 + (FREQUENT_SHARE * Math.min(Math.log10(frequency + 1), FREQUENT)) / FREQUENT
}

/** A reading in its place: `index` is the first typed word it stands for. */
interface Step {
  readonly index: number
  readonly reading: Reading
}

interface Path extends Step {
  readonly total: number
  readonly before: Path | null
}

/** Viterbi: the cheapest way from the first word to the last. */
function cheapestPath(
  lattice: readonly (readonly Reading[])[],
  words: readonly Word[],
  reader: IndexReader,
): Step[] {
  const ending: Path[][] = words.map(() => [])
  lattice.forEach((readings, index) => {
    for (const reading of readings) {
      const own = reading.cost + costOfPairs(reading.keys, reader)
      const joins = words[index]?.joinsPrevious === true
      let best: Path | null = index === 0 ? { index, reading, total: own, before: null } : null
      for (const before of ending[index - 1] ?? []) {
        const pair = joins
          ? costOfPairs([before.reading.keys.at(-1) ?? '', reading.keys[0] ?? ''], reader)
          : 0
        const total = before.total + own + pair
        if (!best || total < best.total) best = { index, reading, total, before }
      }
      if (best) ending[index + reading.takes - 1]?.push(best)
    }
  })
  const last = (ending.at(-1) ?? []).reduce<Path | null>(
    (best, path) => (best && best.total <= path.total ? best : path),
    null,
  )
  const steps: Step[] = []
  for (let path = last; path; path = path.before) steps.unshift(path)
  return steps
}

function costOfPairs(keys: readonly string[], reader: IndexReader): number {
  return keys.slice(1).reduce((sum, key, at) => {
    const common = commonness(pairTerm(keys[at] ?? '', key), reader)
    return sum + (common === 0 ? UNKNOWN_PAIR : 1 - common)
  }, 0)
}

function describe(
  words: readonly Word[],
  path: readonly Step[],
  lattice: readonly (readonly Reading[])[],
  reader: IndexReader,
): Correction {
  const meant = path.map(({ index, reading }, at) => {
    const readings = lattice[index] ?? []
    const isChanged = reading !== readings[0]
    const before = words[index]?.joinsPrevious ? path[at - 1]?.reading.keys.at(-1) : undefined
    const after = path[at + 1]
    const next = after && words[after.index]?.joinsPrevious ? after.reading.keys[0] : undefined
    const others = isChanged ? othersThatFit(readings, reading, before, next, reader) : []
    return { index, reading, isChanged, before, next, all: [reading, ...others] }
  })
  const terms = new Set<string>()
  const joints: string[][] = []
  const changes: Change[] = []
  meant.forEach(({ index, reading, isChanged, before, next, all }, at) => {
    const previous = meant[at - 1]
    if (before !== undefined && previous) {
      const pairs = previous.all.flatMap((one) =>
        all.map((other) => pairTerm(one.keys.at(-1) ?? '', other.keys[0] ?? '')),
      )
      if (isChanged || previous.isChanged) for (const pair of pairs) terms.add(pair)
      joints.push([...pairs, pairTerm(words[index - 1]?.key ?? '', words[index]?.key ?? '')])
    }
    const inside = reading.keys.slice(1).map((key, place) => pairTerm(reading.keys[place] ?? '', key))
    joints.push(...inside.map((pair) => [pair]))
    if (!isChanged) return
    for (const term of [...all.flatMap(({ keys }) => keys), ...inside]) terms.add(term)
    const start = words[index]?.start ?? 0
    const end = words[index + reading.takes - 1]?.end ?? start
    changes.push({ start, end, text: shownAs(reading, before, next, reader) })
  })
  const keys = path.flatMap(({ reading }) => reading.keys)
  return { keys, terms: [...terms], joints, changes }
}

/** «dựg» may be «dựng» or «dục»: which, the document tells. */
function othersThatFit(
  readings: readonly Reading[],
  chosen: Reading,
  before: string | undefined,
  next: string | undefined,
  reader: IndexReader,
): Reading[] {
  const fits = ({ keys }: Reading): number =>
    Number(before !== undefined && reader.find(pairTerm(before, keys[0] ?? '')) !== null) +
    Number(next !== undefined && reader.find(pairTerm(keys[0] ?? '', next)) !== null)
  const wanted = fits(chosen)
  return readings
    .filter((each) => each !== chosen && each.shown === null && each.keys.length === 1 && each.takes === 1)
    .filter((each) => chosen.keys.length === 1 && wanted > 0 && fits(each) >= wanted)
    .slice(0, MOST_OTHERS)
}

/** The marks the words have beside their neighbour: «van» after «dân» is «vận». */
function shownAs(
  { keys, shown }: Reading,
  before: string | undefined,
  next: string | undefined,
  reader: IndexReader,
): string {
  if (shown !== null) return shown
  const [only = ''] = keys
  if (keys.length > 1) return displayForms(pairTerm(only, keys[1] ?? ''), reader).join(' ')
  for (const [pair, at] of [
    [before === undefined ? '' : pairTerm(before, only), 1],
    [next === undefined ? '' : pairTerm(only, next), 0],
  ] as const) {
    if (isPair(pair) && reader.find(pair)) return displayForms(pair, reader)[at] ?? only
  }
  return displayForms(only, reader)[0] ?? only
}

const displayForms = (term: string, reader: IndexReader): string[] =>
  (reader.find(term)?.forms[0] ?? term).split('_').map(displayForm)
