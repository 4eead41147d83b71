/** The parts of lunr this index builds on, with the types its published ones lack. */
import lunr from 'lunr'
import type { SearchField } from './fields.ts'

/** lunr.Query.presence. */
export const OPTIONAL = 1
export const REQUIRED = 2
export const PROHIBITED = 3
/** @see OPTIONAL */
export type Presence = typeof OPTIONAL | typeof REQUIRED | typeof PROHIBITED

/** A clause as lunr's parser makes it and its index takes it. */
export interface LunrClause {
  term: string
  fields: readonly string[]
  boost: number
  presence: Presence
  usePipeline: boolean
  editDistance?: number
}

/** A clause as given to `lunr.Query.clause`: what is missing is filled in. */
export type LunrClauseInput = Partial<LunrClause> & { term: string }

interface LunrQuery {
  readonly clauses: LunrClause[]
  clause(clause: LunrClauseInput): LunrQuery
}

interface Lexeme {
  readonly type: string
  readonly str: string
  readonly start: number
  readonly end: number
}

interface LunrQueryParser {
  readonly lexer: { readonly lexemes: readonly Lexeme[] }
  parse(): LunrQuery
}

/** An automaton of terms. */
export interface LunrTokenSet {
  readonly edges: Readonly<Record<string, LunrTokenSet>>
  intersect(other: LunrTokenSet): LunrTokenSet
  toArray(): string[]
}

/** One result of `lunr.Index.query`. */
export interface LunrResult {
  readonly ref: string
  readonly score: number
}

interface LunrIndex {
  query(build: (query: LunrQuery) => void): LunrResult[]
}

/** lunr's stored form of a term: a number, then for each field the documents that have it. */
export interface LunrPosting {
  readonly _index: number
  readonly [field: string]: Readonly<Record<string, object>> | number
}

/** What `lunr.Index` is made of. */
export interface LunrIndexParts {
  readonly invertedIndex: Readonly<Record<string, LunrPosting>>
  readonly fieldVectors: Readonly<Record<string, unknown>>
  readonly tokenSet: Pick<LunrTokenSet, 'intersect'>
  readonly fields: readonly SearchField[]
  readonly pipeline: unknown
}

interface LunrParts {
  readonly Query: new (fields: readonly string[]) => LunrQuery
  readonly QueryParser: new (text: string, query: LunrQuery) => LunrQueryParser
  readonly QueryParseError: new (message: string, start: number, end: number) => Error
  readonly Index: new (parts: LunrIndexParts) => LunrIndex
  readonly Pipeline: new () => unknown
  /** `elements`: pairs of term number and weight, ascending by number. */
  readonly Vector: new (
    elements: number[],
  ) => unknown
  readonly TokenSet: {
    /** `terms` sorted by UTF-16 code units. */
    fromArray(terms: readonly string[]): LunrTokenSet
    fromClause(clause: { term: string; editDistance?: number }): LunrTokenSet
  }
}

/** lunr 2.3.9. */
export const lunrParts = lunr as unknown as LunrParts

const WILDCARD = '*'

/**
 * The token set of an index: pairs of syllables are found by their whole name only, so that «d*» means words on d and
 * not the thousands of pairs that begin with such a word.
 */
export class TermSet {
  private readonly all: LunrTokenSet
  private readonly syllables: LunrTokenSet

  constructor(terms: Iterable<string>, isPair: (term: string) => boolean) {
    const sorted = [...terms].sort()
    this.all = lunrParts.TokenSet.fromArray(sorted)
    this.syllables = lunrParts.TokenSet.fromArray(sorted.filter((term) => !isPair(term)))
  }

  /** lunr asks this for the terms a clause stands for. */
  intersect(clause: LunrTokenSet): LunrTokenSet {
    return (hasWildcard(clause) ? this.syllables : this.all).intersect(clause)
  }
}

function hasWildcard(set: LunrTokenSet): boolean {
  const seen = new Set<LunrTokenSet>()
  const waiting = [set]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (WILDCARD in node.edges) return true
    seen.add(node)
    for (const next of Object.values(node.edges)) if (!seen.has(next)) waiting.push(next)
  }
  return false
}
