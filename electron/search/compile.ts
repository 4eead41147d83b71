/** A parsed query comes in; clauses over folded terms go out: syllables, pairs, numbers, unfinished words, abbreviations. */
import { kindNamesOf, readKindCode } from '../../shared/documents/kinds.ts'
import type { Abbreviations } from '../../shared/vietnamese/abbreviations.ts'
import { foldWord } from '../../shared/vietnamese/fold.ts'
import { hasMarks } from '../../shared/vietnamese/spelling.ts'
import type { Synonyms } from '../../shared/vietnamese/synonyms.ts'
import { readWords, type Word } from '../../shared/vietnamese/words.ts'
import { readAbbreviations } from './abbreviationClauses.ts'
import { BOOSTS } from './boosts.ts'
import { isSpecial, JOINED_BY_UNDERSCORE, neighbours, runsOf } from './clauseRuns.ts'
import { type Change, type Correction, correctRun } from './corrections.ts'
import { SEARCH_FIELDS, type SearchField } from './fields.ts'
import { OPTIONAL, PROHIBITED, type Presence, REQUIRED } from './lunrParts.ts'
import { type PhraseWord, phraseWords } from './phrases.ts'
import type { ParsedQuery, PlacedClause } from './queryLanguage.ts'
import type { IndexReader } from './reader.ts'
import { readSynonyms } from './synonymClauses.ts'
import { isPair, numberTerms, pairTerm } from './terms.ts'
import type { Joint } from './togetherness.ts'

/**
 * A clause for the index. `term` is folded and may hold `*`; with `editDistance` it is fuzzy. `marks`: the spelling
 * asked for, each syllable as typed with marks or null where it was typed without; null when none was.
 */
export interface TermClause {
  readonly term: string
  readonly fields: readonly SearchField[]
  readonly boost: number
  readonly presence: Presence
  readonly editDistance?: number
  readonly marks: readonly (string | null)[] | null
}

/** A phrase that has to be checked on the texts. */
export interface CompiledPhrase {
  readonly words: readonly PhraseWord[]
  readonly fields: readonly SearchField[]
  readonly presence: typeof REQUIRED | typeof PROHIBITED
}

/** Another reading a person may choose. */
export interface Suggestion {
  readonly label: string
  readonly query: string
}

/** What a query means to the index. */
export interface CompiledQuery {
  readonly clauses: readonly TermClause[]
  readonly phrases: readonly CompiledPhrase[]
  /** Different plain words meant in one run: near each other they say more. */
  readonly nearKeys: readonly string[]
  /** Where the words of that run meet; the index may lack some pairs. */
  readonly joints: readonly Joint[]
  readonly suggestions: readonly Suggestion[]
  readonly didYouMean: string | null
  /** Nothing in the query could be searched for, though it was not empty. */
  readonly hasNoWords: boolean
  /** Some of its wildcards and fuzzy words were left out. */
  readonly isShortened: boolean
}

/** Longer runs are pasted text. Words. */
const LONGEST_RUN = 120
/** More words than this are a sentence: where most of it stands, its pairs tell. */
const MOST_NEAR_WORDS = 12
/** Each `v*` or `vân~1` is looked for in the whole vocabulary: nobody means more of them. */
const MOST_PATTERNS = 16
/** An unfinished word stands for at most this many. */
const MOST_COMPLETIONS = 40
/** A word barely begun says next to nothing: words that fill so many libraries together are enough until more is typed. */
const COMPLETED_SHARE = 2
/** A number is at most this many words apart: «25 NQ TW», «30 2020 NĐ CP». */
const LONGEST_LOOSE_NUMBER = 5
const STARTS_WITH_DIGIT = /^\d/u // «25»

/** What compiling needs besides the query. */
export interface CompileOptions {
  readonly abbreviations: Abbreviations
  readonly synonyms: Synonyms
  /** As you type: the last word of the query may go on. */
  readonly completeLastWord: boolean
}

/** Compiles a parsed query against the vocabulary of the index. */
export function compileQuery(
  parsed: ParsedQuery,
  reader: IndexReader,
  options: CompileOptions,
): CompiledQuery {
  const compiler = new Compiler(parsed, reader, options)
  return compiler.compile()
}

class Compiler {
  private readonly parsed: ParsedQuery
  private readonly reader: IndexReader
  private readonly options: CompileOptions
  private readonly clauses: TermClause[] = []
  private readonly phrases: CompiledPhrase[] = []
  private nearKeys: readonly string[] = []
  private joints: readonly Joint[] = []
  private readonly suggestions: Suggestion[] = []
  /** Corrections of `parsed.text`. */
  private readonly changes: Change[] = []
  private patterns = 0

  constructor(parsed: ParsedQuery, reader: IndexReader, options: CompileOptions) {
    this.parsed = parsed
    this.reader = reader
    this.options = options
  }

  compile(): CompiledQuery {
    for (const { text, fields, presence } of this.parsed.phrases) {
      this.addPhrase(text, fields ?? SEARCH_FIELDS, presence, 1)
    }
    for (const run of runsOf(this.parsed.clauses, this.parsed.lunrQuery)) this.addRun(run)
    const isEmpty = this.clauses.length === 0 && this.phrases.length === 0
    return {
      clauses: this.clauses,
      phrases: this.phrases,
      nearKeys: this.nearKeys,
      joints: this.joints,
      suggestions: this.suggestions,
      didYouMean: this.changes.length > 0 ? this.changed(this.changes) : null,
      hasNoWords: isEmpty && (this.parsed.lunrQuery.trim() !== '' || this.parsed.phrases.length > 0),
      isShortened: this.patterns > MOST_PATTERNS,
    }
  }

  private addRun(run: readonly PlacedClause[]): void {
    const first = run[0]
    const last = run.at(-1)
    if (!first || !last) return
    const { clause } = first
    const source = this.parsed.lunrQuery.slice(first.start, last.end)
    if (isSpecial(clause)) this.addSpecial(first)
    else if (JOINED_BY_UNDERSCORE.test(source) && run.length === 1 && clause.presence === OPTIONAL) {
      this.addJoined(readWords(source.replaceAll('_', ' ')), clause)
    } else if (clause.presence !== OPTIONAL) this.addStrict(source, first)
    else this.addWords(source, first, last.end === this.parsed.lunrQuery.length)
  }

  /** `v*`, `vân~1`: lunr's own clauses, folded, since wildcards skip its pipeline. */
  private addSpecial({ clause }: PlacedClause): void {
    this.patterns += 1
    if (this.patterns > MOST_PATTERNS) return
    const term = foldWord(clause.term)
    const isFuzzy = clause.editDistance !== undefined
    if (isFuzzy) {
      for (const { key, form } of readWords(clause.term)) {
        this.add(key, clause, clause.boost, marksOf([{ key, form }]), clause.editDistance)
      }
      return
    }
    const pattern = [...term]
      .filter((character) => character === '*' || /[\p{L}\p{N}]/u.test(character))
      .join('')
    if (pattern !== '') this.add(pattern.replace(/\*+/gu, '*'), clause, clause.boost, null)
  }

  /** `+word`, `-word`, `+bắt_buộc`: several syllables are a phrase. */
  private addStrict(source: string, { clause }: PlacedClause): void {
    const presence = clause.presence === PROHIBITED ? PROHIBITED : REQUIRED
    const asked = source.replaceAll('_', ' ')
    const typed = clause.fields.join() === 'kind' ? (kindMeant(asked) ?? asked) : asked
    const words = readWords(typed)
    const [word] = words
    const number = numberAt(typed, words, 0)
    if (number !== undefined) this.add(number, clause, clause.boost * BOOSTS.number, null)
    else if (words.length > 1) this.addPhrase(typed, clause.fields.filter(isField), presence, clause.boost)
    else if (word) this.add(word.key, clause, clause.boost, marksOf([word]))
  }

  /** `dân_vận` among other words: the pair counts, its syllables apart do not. */
  private addJoined(words: readonly Word[], clause: Scope & { readonly boost: number }): void {
    for (const [first, second] of neighbours(words)) {
      const pair = pairTerm(first.key, second.key)
      this.add(pair, clause, clause.boost * BOOSTS.pair, marksOf([first, second]))
    }
  }

  private addPhrase(
    source: string,
    fields: readonly SearchField[],
    presence: typeof REQUIRED | typeof PROHIBITED,
    boost: number,
  ): void {
    const words = readWords(source)
    const [only] = words
    const scope = { fields, presence }
    if (!only) return
    if (words.length === 1) {
      this.add(only.key, scope, boost, marksOf(words))
      return
    }
    // A pair is exact by itself; longer phrases are checked on the text of the documents that have all their parts.
    const isPair = words.length === 2 && words[1]?.joinsPrevious === true
    if (!isPair) this.phrases.push({ words: phraseWords(source, words), fields, presence })
    if (presence === PROHIBITED && !isPair) return
    words.forEach((word, index) => {
      const before = words[index - 1]
      if (before && word.joinsPrevious) {
        this.add(pairTerm(before.key, word.key), scope, boost * BOOSTS.pair, marksOf([before, word]))
      } else if (words[index + 1]?.joinsPrevious !== true) {
        this.add(word.key, scope, boost * BOOSTS.syllableAmongOthers, marksOf([word]))
      }
      const number = numberAt(source, words, index)
      if (number !== undefined) this.add(number, scope, boost * BOOSTS.number, null)
    })
  }

  /** A run of plain words is cut exactly as the text of a document is. */
  private addWords(source: string, { clause, start }: PlacedClause, isAtEnd: boolean): void {
    const words = readWords(source).slice(0, LONGEST_RUN)
    const syllableBoost = clause.boost * (words.length > 1 ? BOOSTS.syllableAmongOthers : 1)
    for (const word of words) this.add(word.key, clause, syllableBoost, marksOf([word]))
    for (const [first, second] of neighbours(words)) {
      if (!second.joinsPrevious) continue
      const pair = pairTerm(first.key, second.key)
      this.add(pair, clause, clause.boost * BOOSTS.pair, marksOf([first, second]))
    }
    this.addNumbers(source, words, clause)
    const isUnfinished = isAtEnd && this.options.completeLastWord
    const completed = isUnfinished ? this.addCompletions(words, clause) : []
    const meant = readAbbreviations(source, words, this.options.abbreviations, clause.fields)
    for (const { term, boost } of meant.terms) this.add(term, clause, clause.boost * boost, null)
    for (const { label, change } of meant.suggestions) {
      this.suggestions.push({ label, query: this.changed([moved(change, start)]) })
    }
    for (const { term, boost } of readSynonyms(words, this.options.synonyms)) {
      this.add(term, clause, clause.boost * boost, null)
    }
    const corrected = correctRun(source, words, this.reader, isUnfinished)
    if (corrected) this.addCorrection(corrected, start, clause)
    const keys = corrected?.keys ?? words.map(({ key }) => key)
    const lastKey = keys.at(-1) ?? ''
    // What is hardly begun stands in no text.
    const isBegun = isUnfinished && (lastKey.length < 2 || this.reader.frequency(lastKey) === 0)
    const near = new Set(isBegun ? keys.slice(0, -1) : keys)
    if (near.size > this.nearKeys.length) this.nearKeys = [...near].slice(0, MOST_NEAR_WORDS)
    const joints = corrected?.joints ?? jointsOf(words)
    // A word that goes on meets the one before in each of its completions.
    const all = joints.map((joint, at) => (at === joints.length - 1 ? [...joint, ...completed] : joint))
    if (all.length > this.joints.length) this.joints = all
  }

  private addNumbers(
    source: string,
    words: readonly Word[],
    clause: Scope & { readonly boost: number },
  ): void {
    words.forEach((word, index) => {
      if (!STARTS_WITH_DIGIT.test(word.key)) return
      const found = new Set(numberTerms(source, words, index))
      let joined = word.key
      for (const next of words.slice(index + 1, index + LONGEST_LOOSE_NUMBER)) {
        joined += next.key
        if (this.reader.find(joined)) found.add(joined)
      }
      for (const term of found) this.add(term, clause, clause.boost * BOOSTS.number, null)
    })
  }

  /** Returns the pairs the last word may end in. */
  private addCompletions(
    words: readonly Word[],
    clause: Scope & { readonly boost: number },
  ): readonly string[] {
    const last = words.at(-1)
    const before = words.at(-2)
    if (!last || STARTS_WITH_DIGIT.test(last.key)) return []
    if (before && last.joinsPrevious) {
      const prefix = pairTerm(before.key, last.key)
      const pairs = this.reader.startingWith(prefix, MOST_COMPLETIONS)
      for (const pair of pairs) {
        if (pair !== prefix) this.add(pair, clause, clause.boost * BOOSTS.unfinishedPair, null)
      }
      return pairs
    }
    if (!this.reader.find(last.key)) {
      const entries = this.reader.documentCount * COMPLETED_SHARE
      for (const term of this.reader.frequentSyllables(last.key, MOST_COMPLETIONS, entries)) {
        this.add(term, clause, clause.boost * BOOSTS.unfinishedSyllable, null)
      }
    }
    return []
  }

  private addCorrection(
    { terms, changes }: Correction,
    start: number,
    clause: Scope & { readonly boost: number },
  ): void {
    for (const term of terms) {
      const boost = isPair(term) ? BOOSTS.correctedPair : BOOSTS.correctedSyllable
      this.add(term, clause, clause.boost * boost, null)
    }
    this.changes.push(...changes.map((change) => moved(change, start)))
  }

  /** The whole query, its conditions and phrases too, with these changes, which are in order. */
  private changed(changes: readonly Change[]): string {
    const { text } = this.parsed
    return changes
      .reduceRight(
        (query, { start, end, text: words }) => query.slice(0, start) + words + query.slice(end),
        text,
      )
      .trim()
  }

  private add(
    term: string,
    scope: Scope,
    boost: number,
    marks: TermClause['marks'],
    editDistance?: number,
  ): void {
    const { fields, presence } = scope
    this.clauses.push({
      term,
      fields: fields.filter(isField),
      boost,
      presence,
      marks,
      ...(editDistance === undefined ? {} : { editDistance }),
    })
  }
}

/** The name every kind of this code begins with («KH»: kế hoạch): a document has its code only where its number has one. */
function kindMeant(code: string): string | null {
  const [name, ...others] = kindNamesOf(readKindCode(code.trim())?.code ?? '')
  return name !== undefined && others.every((other) => other.startsWith(name)) ? name : null
}

/** The joined spelling of a number that begins with this word. */
const numberAt = (source: string, words: readonly Word[], index: number): string | undefined =>
  STARTS_WITH_DIGIT.test(words[index]?.key ?? '') ? numberTerms(source, words, index)[0] : undefined

const moved = ({ start, end, text }: Change, by: number): Change => ({
  start: start + by,
  end: end + by,
  text,
})

const jointsOf = (words: readonly Word[]): Joint[] =>
  neighbours(words)
    .filter(([, second]) => second.joinsPrevious)
    .map(([first, second]) => [pairTerm(first.key, second.key)])

interface Scope {
  readonly fields: readonly string[]
  readonly presence: Presence
}

const isField = (name: string): name is SearchField => SEARCH_FIELDS.some((field) => field === name)

function marksOf(words: readonly { readonly key: string; readonly form: string }[]): TermClause['marks'] {
  const marks = words.map((word) => (hasMarks(word) ? word.form : null))
  return marks.some((mark) => mark !== null) ? marks : null
}
