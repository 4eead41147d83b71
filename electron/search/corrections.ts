/** Words of a query that the library does not know, or never side by side, come in; what was probably meant goes out. */
import { displayForm, spellWord } from '../../shared/vietnamese/spelling.ts'
import { readAsTyped } from '../../shared/vietnamese/typing.ts'
import type { Word } from '../../shared/vietnamese/words.ts'
import type { IndexReader } from './reader.ts'
import { isPair, pairTerm } from './terms.ts'

/** `terms` to search as well; `text` the corrected words to offer, null when none is sure enough. */
export interface Correction {
  readonly terms: readonly string[]
  readonly text: string | null
}

const ONLY_LETTERS = /^[a-z]+$/u // «vna», not «25nqtw»
const STARTS_WITH_DIGIT = /^\d/u // «25»
const CAPITALS = /^[^\p{Ll}]+$/u // «NQ», «TU»
const HAS_VOWEL = /[aeiouy]/u // «an»; not «nq»
const SHORTEST_CORRECTED = 3
/** Candidates looked at for one word. */
const MOST_CANDIDATES = 40
/** Words looked at in one run: a long query finds its documents anyway. */
const MOST_CORRECTED_WORDS = 8

interface Replacement {
  readonly key: string
  readonly shown: string
}

/**
 * Corrects a run. A word is doubted when no document has it, or when none has it beside either neighbour; it is
 * replaced by what TELEX or VNI keys spell, else by a known word one typing error away that does stand there.
 */
export function correctRun(
  source: string,
  words: readonly Word[],
  reader: IndexReader,
  isLastUnfinished: boolean,
): Correction | null {
  if (reader.documentCount === 0) return null
  const doubted = isLastUnfinished && canGoOn(words, reader) ? words.length - 1 : words.length
  const replaced = new Map<number, Replacement>()
  const terms: string[] = []
  const numberParts = numberPartsOf(source, words)
  const keyAt = (index: number): string | null => replaced.get(index)?.key ?? words[index]?.key ?? null
  for (const [index, word] of words.entries()) {
    if (index >= doubted || replaced.size >= MOST_CORRECTED_WORDS) break
    if (numberParts.has(index) || !isDoubtful(words.slice(0, doubted), index, keyAt, reader)) continue
    const before = word.joinsPrevious ? keyAt(index - 1) : null
    const after = words[index + 1]?.joinsPrevious ? keyAt(index + 1) : null
    const replacement =
      readKeys(source.slice(word.start, word.end), reader) ??
      nearest(word, before, after, words.length, reader)
    if (!replacement) continue
    replaced.set(index, replacement)
  }
  if (replaced.size === 0) return null
  for (const [index] of replaced) {
    const key = keyAt(index)
    if (key === null) continue
    terms.push(key)
    const before = words[index]?.joinsPrevious ? keyAt(index - 1) : null
    const after = words[index + 1]?.joinsPrevious ? keyAt(index + 1) : null
    if (before !== null) terms.push(pairTerm(before, key))
    if (after !== null) terms.push(pairTerm(key, after))
  }
  return { terms: [...new Set(terms)], text: replaceWords(source, words, replaced) }
}

/** Words that follow figures as a symbol does: «NQ» and «TW» of «25 NQ TW», «nd cp». None of them is a misspelt word. */
function numberPartsOf(source: string, words: readonly Word[]): ReadonlySet<number> {
  const parts = new Set<number>()
  words.forEach(({ key, start, end }, index) => {
    const before = words[index - 1]
    if (!before) return
    const isAfterFigures = STARTS_WITH_DIGIT.test(before.key) || parts.has(index - 1)
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
  keyAt: (index: number) => string | null,
  reader: IndexReader,
): boolean {
  const word = words[index]
  if (!word) return false
  if (reader.frequency(word.key) === 0) return true
  if (word.key.length < 2 || !ONLY_LETTERS.test(word.key)) return false
  const pairs: string[] = []
  const before = keyAt(index - 1)
  const after = keyAt(index + 1)
  if (word.joinsPrevious && before !== null) pairs.push(pairTerm(before, word.key))
  if (words[index + 1]?.joinsPrevious && after !== null) pairs.push(pairTerm(word.key, after))
  return pairs.length > 0 && pairs.every((pair) => reader.find(pair) === null)
}

function readKeys(typed: string, reader: IndexReader): Replacement | null {
  for (const reading of readAsTyped(typed)) {
    const { key } = spellWord(reading)
    if (reader.frequency(key) > 0) return { key, shown: reading }
  }
  return null
}

function nearest(
  word: Word,
  before: string | null,
  after: string | null,
  runLength: number,
  reader: IndexReader,
): Replacement | null {
  if (!ONLY_LETTERS.test(word.key)) return null
  let best: { key: string; support: number; pair: string | null } | null = null
  for (const candidate of oneErrorAway(word.key, reader.letterWords())) {
    const pairs = [
      before === null ? null : pairTerm(before, candidate),
      after === null ? null : pairTerm(candidate, after),
    ].filter((pair) => pair !== null)
    const supports = pairs.map((pair) => reader.frequency(pair))
    // A lone unknown word has no neighbours to vouch for the candidate: the most frequent one is taken.
    const isLone = runLength === 1 && word.key.length >= SHORTEST_CORRECTED
    const support = isLone ? reader.frequency(candidate) : supports.reduce((sum, count) => sum + count, 0)
    if (support > (best?.support ?? 0)) {
      best = { key: candidate, support, pair: pairs.find((_, at) => (supports[at] ?? 0) > 0) ?? null }
    }
  }
  return best ? { key: best.key, shown: shownSpelling(best.key, best.pair, reader) } : null
}

/** The marks the word has beside its neighbour: «van» after «dân» is «vận». */
function shownSpelling(key: string, pair: string | null, reader: IndexReader): string {
  const form = reader.find(pair ?? key)?.forms[0] ?? key
  if (pair === null || !isPair(pair)) return displayForm(form)
  const at = pair.startsWith(`${key}_`) ? 0 : 1
  return displayForm(form.split('_')[at] ?? key)
}

function replaceWords(
  source: string,
  words: readonly Word[],
  replaced: ReadonlyMap<number, Replacement>,
): string {
  let text = ''
  let end = 0
  for (const [index, word] of words.entries()) {
    const replacement = replaced.get(index)
    if (!replacement) continue
    text += source.slice(end, word.start) + replacement.shown
    end = word.end
  }
  return text + source.slice(end)
}

/** Known words that one inserted, left-out, exchanged or swapped letter turns into `word`. */
export function oneErrorAway(word: string, vocabulary: readonly string[]): string[] {
  const found: string[] = []
  for (const candidate of vocabulary) {
    if (Math.abs(candidate.length - word.length) > 1 || candidate === word) continue
    if (!isOneErrorAway(word, candidate)) continue
    found.push(candidate)
    if (found.length >= MOST_CANDIDATES) break
  }
  return found
}

function isOneErrorAway(one: string, other: string): boolean {
  const shortest = Math.min(one.length, other.length)
  let start = 0
  while (start < shortest && one[start] === other[start]) start += 1
  let end = 0
  while (end < shortest - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1
  const left = one.slice(start, one.length - end)
  const right = other.slice(start, other.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
