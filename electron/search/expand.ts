/** Clauses over folded terms come in; the stored terms each stands for go out, by lunr's own matching. */
import type { TermClause } from './compile.ts'
import { lunrParts } from './lunrParts.ts'
import type { PostingList } from './postingList.ts'
import type { IndexReader } from './reader.ts'

/** A term some live document has. */
export interface ExpandedTerm {
  readonly term: string
  readonly postings: readonly PostingList[]
  /** Live (document, field) entries: what lunr's idf counts. */
  readonly frequency: number
  readonly forms: readonly string[]
}

/** A clause with what it stands for; empty when no live document has any of it. */
export interface ExpandedClause {
  readonly clause: TermClause
  readonly terms: readonly ExpandedTerm[]
}

/** `*` alone would stand for every word: a wildcard or fuzzy clause stands for at most this many. */
export const MOST_EXPANSIONS = 2000
/** More stars than this are no pattern a person means, and cost time. */
const MOST_STARS = 8

/** Expands all clauses; a term met twice is read once. */
export function expandClauses(clauses: readonly TermClause[], reader: IndexReader): ExpandedClause[] {
  const known = new Map<string, ExpandedTerm | null>()
  const read = (term: string): ExpandedTerm[] => {
    let expanded = known.get(term)
    if (expanded === undefined) {
      expanded = readTerm(term, reader)
      known.set(term, expanded)
    }
    return expanded ? [expanded] : []
  }
  return clauses.map((clause) => ({ clause, terms: matchingTerms(clause, reader).flatMap(read) }))
}

function readTerm(term: string, reader: IndexReader): ExpandedTerm | null {
  const found = reader.find(term)
  if (!found) return null
  const postings = reader.postings(found.termId)
  const frequency = reader.frequency(term)
  return frequency === 0 ? null : { term, postings, frequency, forms: found.forms }
}

/** The candidates are cut down cheaply first (a superset), then lunr's automata decide. */
function matchingTerms(clause: TermClause, reader: IndexReader): readonly string[] {
  const { term, editDistance } = clause
  if (editDistance === undefined && !term.includes('*')) return [term]
  if (term.split('*').length - 1 > MOST_STARS) return []
  const candidates =
    editDistance === undefined
      ? wildcardCandidates(term, reader.vocabulary())
      : fuzzyCandidates(term, editDistance, reader.vocabulary())
  const automaton = lunrParts.TokenSet.fromClause(
    editDistance === undefined ? { term } : { term, editDistance },
  )
  return lunrParts.TokenSet.fromArray(candidates.sort()).intersect(automaton).toArray()
}

function wildcardCandidates(pattern: string, vocabulary: readonly string[]): string[] {
  // Letters, digits and stars only: «v*» → ^v.*$
  const matches = new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'u')
  const found: string[] = []
  for (const term of vocabulary) {
    if (matches.test(term)) found.push(term)
    if (found.length >= MOST_EXPANSIONS) break
  }
  return found
}

function fuzzyCandidates(term: string, distance: number, vocabulary: readonly string[]): string[] {
  return vocabulary.filter(
    (candidate) =>
      Math.abs(candidate.length - term.length) <= distance && sharesLetters(term, candidate, distance),
  )
}

/** Each error brings at most one letter that the other word lacks: a cheap necessary condition. */
function sharesLetters(one: string, other: string, distance: number): boolean {
  let rest = other
  let missing = 0
  for (const letter of one) {
    const at = rest.indexOf(letter)
    if (at >= 0) rest = rest.slice(0, at) + rest.slice(at + 1)
    else missing += 1
    if (missing > distance) return false
  }
  return true
}
