/** The best candidates of a query come in; lunr's own index, made of just them, orders and scores them. */
import type { ExpandedClause, ExpandedTerm } from './expand.ts'
import { FIELD_BOOSTS, SEARCH_FIELDS } from './fields.ts'
import type { RankBorder } from './highestRank.ts'
import { type LunrClauseInput, type LunrPosting, type LunrResult, lunrParts, TermSet } from './lunrParts.ts'
import type { IndexReader } from './reader.ts'
import type { Matches } from './scoring.ts'
import { isPair } from './terms.ts'
import { fieldWeight, inverseFrequency } from './weights.ts'

/** Equal scores are kept beyond the page, so that lunr decides their order; no more than this many of them. */
const MOST_TIES = 50
/** Two sums of the same weights in another order differ by less. */
const SCORE_TOLERANCE = 1e-9

/** Ordinals of the `count` highest ranks among the matches, with the ties of the last. */
export function chooseCandidates(
  matches: Matches,
  count: number,
  border: RankBorder,
  reader: IndexReader,
): number[] {
  const size = reader.ordinalCount
  const { isMatch, rank } = matches
  const threshold = border.find(rank, isMatch, count)
  const sure: number[] = []
  const ties: number[] = []
  for (let ordinal = 0; ordinal < size; ordinal += 1) {
    if (isMatch[ordinal] === 0) continue
    const value = rank[ordinal] ?? 0
    if (value > threshold + SCORE_TOLERANCE) sure.push(ordinal)
    else if (value >= threshold - SCORE_TOLERANCE) ties.push(ordinal)
  }
  ties.sort(
    (one, other) =>
      (matches.firstMet[one] ?? 0) - (matches.firstMet[other] ?? 0) ||
      reader.documentAt(one) - reader.documentAt(other),
  )
  return [...sure, ...ties.slice(0, Math.max(count - sure.length, 0) + MOST_TIES)]
}

/**
 * Runs the query on a `lunr.Index` that holds these documents (ascending ordinals) and the query's terms only. lunr divides by the length of
 * the query alone, so hits and scores are those of an index over the whole library.
 */
export function rankWithLunr(
  clauses: readonly ExpandedClause[],
  ordinals: readonly number[],
  reader: IndexReader,
): readonly LunrResult[] {
  const terms = new Map<string, ExpandedTerm>()
  for (const clause of clauses) for (const term of clause.terms) terms.set(term.term, term)
  const vectors = new Map<string, number[]>()
  // lunr lists the documents of a negated query in the order of its vectors.
  const documentIds = ordinals.map((ordinal) => reader.documentAt(ordinal)).sort((one, other) => one - other)
  for (const documentId of documentIds) vectors.set(vectorName('body', documentId), [])
  const invertedIndex: Record<string, LunrPosting> = Object.create(null)
  let termNumber = 0
  for (const [name, term] of terms) {
    invertedIndex[name] = postTerm(term, termNumber, ordinals, vectors, reader)
    termNumber += 1
  }
  const index = new lunrParts.Index({
    invertedIndex,
    fieldVectors: Object.fromEntries(
      [...vectors].map(([name, elements]) => [name, new lunrParts.Vector(elements)]),
    ),
    tokenSet: new TermSet(terms.keys(), isPair),
    fields: SEARCH_FIELDS,
    pipeline: new lunrParts.Pipeline(),
  })
  return index.query((query) => {
    for (const { clause } of clauses) query.clause(toLunrClause(clause))
  })
}

/** A clause as lunr takes it: already folded, so its pipeline is left out. */
export function toLunrClause({
  term,
  fields,
  boost,
  presence,
  editDistance,
}: ExpandedClause['clause']): LunrClauseInput {
  const clause = { term, fields, boost, presence, usePipeline: false }
  return editDistance === undefined ? clause : { ...clause, editDistance }
}

const vectorName = (field: string, documentId: number): string => `${field}/${documentId}`

function postTerm(
  { postings, frequency }: ExpandedTerm,
  termNumber: number,
  candidates: readonly number[],
  vectors: Map<string, number[]>,
  reader: IndexReader,
): LunrPosting {
  const inverse = inverseFrequency(reader.documentCount, frequency)
  const byField = SEARCH_FIELDS.map((): Record<string, object> => Object.create(null))
  for (const column of postings.flatMap(({ columns }) => columns)) {
    const { field, frequencies } = column
    const documents = byField[field]
    const fieldName = SEARCH_FIELDS[field]
    if (!documents || !fieldName) continue
    const boost = FIELD_BOOSTS[field] ?? 1
    column.positionsOf(candidates).forEach((entry, at) => {
      const ordinal = candidates[at]
      if (entry < 0 || ordinal === undefined) return
      const documentId = reader.documentAt(ordinal)
      documents[documentId] = {}
      const name = vectorName(fieldName, documentId)
      const elements = vectors.get(name) ?? []
      const norm = reader.normAt(ordinal, field)
      elements.push(termNumber, fieldWeight(inverse, frequencies[entry] ?? 0, norm, boost))
      vectors.set(name, elements)
    })
  }
  return {
    ...Object.fromEntries(SEARCH_FIELDS.map((name, bit) => [name, byField[bit] ?? {}])),
    _index: termNumber,
  }
}
