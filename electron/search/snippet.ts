/** A text and the terms of a query come in; the passage that shows them best goes out, with every match marked. */
import { readWords, type Word } from '../../shared/vietnamese/words.ts'
import type { CompiledQuery } from './compile.ts'
import type { ExpandedClause } from './expand.ts'
import { PROHIBITED } from './lunrParts.ts'
import { type PhraseWord, punctuationOf } from './phrases.ts'
import { isPair, numberTerms, pairTerm } from './terms.ts'

/** What to mark: single syllables, pairs of neighbours, whole numbers, and phrases. */
export interface HighlightTerms {
  readonly syllables: readonly string[]
  readonly pairs: readonly string[]
  readonly phrases: readonly (readonly PhraseWord[])[]
}

/** A passage. `start`: its UTF-16 offset in the text; `matches`: spans in it; `textMatches`: spans in the whole text. */
export interface Snippet {
  readonly snippet: string
  readonly start: number
  readonly matches: readonly (readonly [number, number])[]
  readonly textMatches: readonly (readonly [number, number])[]
}

/** Length a passage aims at, UTF-16 code units. */
const PASSAGE_LENGTH = 240
/** A reader steps through no more matches than this. */
const MOST_MATCHES = 1000
/** A pair of neighbours shows more than two words apart. */
const PAIR_WEIGHT = 4
/** Seen again, the same term adds little to a passage. */
const REPEATED_WEIGHT = 0.2
const SENTENCE_END = /[.!?…;:\n]\s*$/u // «. » before a sentence
const STARTS_WITH_DIGIT = /^\d/u // «25»

/** The terms of a query, as expanded, that a reader should see marked. */
export function highlightTerms(compiled: CompiledQuery, clauses: readonly ExpandedClause[]): HighlightTerms {
  const syllables = new Set<string>()
  const pairs = new Set<string>()
  const phrases = compiled.phrases.filter(({ presence }) => presence !== PROHIBITED)
  for (const { clause, terms } of clauses) {
    if (clause.presence === PROHIBITED) continue
    for (const { term } of terms) (isPair(term) ? pairs : syllables).add(term)
  }
  return {
    syllables: [...syllables],
    pairs: [...pairs],
    phrases: phrases.map(({ words }) => words),
  }
}

interface Match {
  readonly term: string
  readonly start: number
  readonly end: number
  readonly weight: number
}

/** Chooses the passage with the most, and most different, matches; without any match, the beginning of the text. */
export function makeSnippet(
  text: string,
  terms: HighlightTerms,
  passageLength = PASSAGE_LENGTH,
  words: readonly Word[] = readWords(text),
): Snippet {
  const matches = findMatches(text, words, terms)
  const merged = mergeSpans(matches)
  const { start, end } = choosePassage(text, words, matches, passageLength)
  return {
    snippet: text.slice(start, end),
    start,
    matches: merged
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from - start, to - start] as const),
    textMatches: merged.slice(0, MOST_MATCHES),
  }
}

/**
 * Single syllables are marked only where no pair or number of the query is found: «dân» alone says little. Likewise the
 * parts of a phrase where the whole is found.
 */
function findMatches(text: string, words: readonly Word[], terms: HighlightTerms): Match[] {
  const phrases = terms.phrases.map((phrase) => ({ phrase, found: findPhrase(text, words, phrase) }))
  const whole = phrases.flatMap(({ found }) => found)
  const parts = new Set(phrases.flatMap(({ phrase, found }) => (found.length > 0 ? partsOf(phrase) : [])))
  const others = (all: readonly string[]): string[] => all.filter((term) => !parts.has(term))
  const loose = { syllables: others(terms.syllables), pairs: others(terms.pairs) }
  return [...whole, ...findParts(text, words, loose, whole.length > 0)]
}

/** Where the words stand in a row with the same marks between them. */
function findPhrase(text: string, words: readonly Word[], phrase: readonly PhraseWord[]): Match[] {
  return words.flatMap(({ start }, index) => {
    const last = words[index + phrase.length - 1]
    const isWhole = phrase.every(({ key, marks }, at) => {
      const word = words[index + at]
      if (word?.key !== key) return false
      return at === 0 || punctuationOf(text.slice(words[index + at - 1]?.end, word.start)) === marks
    })
    if (!last || !isWhole) return []
    const term = phrase.map(({ key, marks }) => marks + key).join(' ')
    return [{ term, start, end: last.end, weight: PAIR_WEIGHT * phrase.length }]
  })
}

const partsOf = (phrase: readonly PhraseWord[]): string[] =>
  phrase.flatMap(({ key }, at) => [key, pairTerm(phrase[at - 1]?.key ?? '', key)])

function findParts(
  text: string,
  words: readonly Word[],
  terms: Omit<HighlightTerms, 'phrases'>,
  hasWhole: boolean,
): Match[] {
  const pairs = new Set(terms.pairs)
  // Of the many words of a text few begin a pair that is looked for.
  const firsts = new Set(terms.pairs.map((pair) => pair.slice(0, pair.indexOf('_'))))
  const syllables = new Set(terms.syllables)
  const strong: Match[] = []
  const weak: Match[] = []
  words.forEach((word, index) => {
    const previous = words[index - 1]
    if (previous && word.joinsPrevious && firsts.has(previous.key)) {
      const pair = pairTerm(previous.key, word.key)
      if (pairs.has(pair))
        strong.push({ term: pair, start: previous.start, end: word.end, weight: PAIR_WEIGHT })
    }
    if (STARTS_WITH_DIGIT.test(word.key)) {
      const [number] = numberTerms(text, words, index).filter((term) => syllables.has(term))
      if (number !== undefined)
        strong.push({
          term: number,
          start: word.start,
          end: numberEnd(text, words, index),
          weight: PAIR_WEIGHT * 2,
        })
    }
    if (syllables.has(word.key)) weak.push({ term: word.key, start: word.start, end: word.end, weight: 1 })
  })
  return strong.length > 0 || hasWhole ? strong : weak
}

/** Where the number that begins with the word at `from` ends: the last word its joined spelling takes in. */
function numberEnd(text: string, words: readonly Word[], from: number): number {
  const whole = numberTerms(text, words, from)[0] ?? ''
  let joined = ''
  let end = words[from]?.end ?? 0
  for (let index = from; index < words.length && joined.length < whole.length; index += 1) {
    joined += words[index]?.key ?? ''
    end = words[index]?.end ?? end
  }
  return end
}

function mergeSpans(matches: readonly Match[]): (readonly [number, number])[] {
  const spans: [number, number][] = []
  for (const { start, end } of [...matches].sort((one, other) => one.start - other.start)) {
    const last = spans.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else spans.push([start, end])
  }
  return spans
}

function choosePassage(
  text: string,
  words: readonly Word[],
  matches: readonly Match[],
  length: number,
): { readonly start: number; readonly end: number } {
  if (text.length <= length) return { start: 0, end: text.length }
  let best = { score: 0, first: 0, last: 0 }
  let to = 0
  const inside = new Map<string, { count: number; weight: number }>()
  let score = 0
  const change = (match: Match, by: 1 | -1): void => {
    const seen = inside.get(match.term) ?? { count: 0, weight: match.weight }
    const isFirst = by === 1 ? seen.count === 0 : seen.count === 1
    score += by * match.weight * (isFirst ? 1 : REPEATED_WEIGHT)
    seen.count += by
    inside.set(match.term, seen)
  }
  matches.forEach((match, from) => {
    for (let next = matches[to]; next && next.end - match.start <= length * 0.8; next = matches[to]) {
      change(next, 1)
      to += 1
    }
    if (score > best.score + 1e-9)
      best = { score, first: match.start, last: matches[to - 1]?.end ?? match.end }
    if (to > from) change(match, -1)
    else to = from + 1
  })
  if (best.score === 0) return { start: 0, end: wordEndBefore(words, length) }
  const spare = Math.max(length - (best.last - best.first), 0)
  const start = passageStart(text, words, best.first, Math.max(0, best.first - Math.floor(spare / 2)))
  return { start, end: Math.max(wordEndBefore(words, start + length), best.last) }
}

/** Back to the start of the sentence when it is near enough, else to the start of a word. */
function passageStart(text: string, words: readonly Word[], match: number, earliest: number): number {
  let start = match
  for (let index = lastWordBefore(words, match); index >= 0; index -= 1) {
    const word = words[index]
    if (!word || word.start < earliest) break
    start = word.start
    if (SENTENCE_END.test(text.slice(Math.max(0, word.start - 4), word.start))) break
  }
  return start
}

function lastWordBefore(words: readonly Word[], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

function wordEndBefore(words: readonly Word[], offset: number): number {
  const index = lastWordBefore(words, offset)
  for (let at = index; at >= 0; at -= 1) {
    const word = words[at]
    if (word && word.end <= offset) return word.end
  }
  return offset
}
