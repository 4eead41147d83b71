/** Expanded clauses come in; what each term can add to the score of a document, by lunr's formulas, goes out. */
import { foldWord } from '../../shared/vietnamese/fold.ts'
import type { ExpandedClause, ExpandedTerm } from './expand.ts'
import { FIELD_BOOSTS, K1, SEARCH_FIELDS } from './fields.ts'
import { PROHIBITED } from './lunrParts.ts'
import type { IndexReader } from './reader.ts'

/** A term with what the query asks of it. */
export interface WeightedTerm extends ExpandedTerm {
  /** Sum of clause boosts by field; NaN where no clause asks for the field. */
  readonly weights: Float64Array
  /** Forms that carry the marks asked for; 0 when none were. */
  readonly wantedForms: number
  /** Forms without any marks: a text typed without them neither agrees nor disagrees. */
  readonly bareForms: number
}

/** What one term adds, made ready for the innermost loop. */
export interface Addition {
  readonly term: WeightedTerm
  /** Weight over the query's length, by field. */
  readonly shares: Float64Array
  readonly inverse: number
  /** `firstMet` of a document found by this term in its first field. */
  readonly met: number
  /** No document gets more from this term. */
  readonly most: number
}

/** lunr's inverse document frequency (`lunr.idf`). */
export function inverseFrequency(documentCount: number, frequency: number): number {
  const ratio = (documentCount - frequency + 0.5) / (frequency + 0.5)
  return Math.log(1 + Math.abs(ratio))
}

/**
 * lunr's weight of a term in a field (`Builder.createFieldVectors`), rounded to three places as there. `norm`:
 * @see IndexReader.normAt
 */
export function fieldWeight(inverse: number, frequency: number, norm: number, boost: number): number {
  return Math.round(((inverse * ((K1 + 1) * frequency)) / (norm + frequency)) * boost * 1000) / 1000
}

/** Prepares all terms of the clauses, prohibited ones left out, in the order lunr meets them. */
export function prepareAdditions(
  clauses: readonly ExpandedClause[],
  preferMarks: boolean,
  reader: IndexReader,
): Addition[] {
  const terms = weighTerms(clauses, preferMarks)
  const magnitudes = magnitudesOf(terms)
  return terms.map((term, order) => {
    const inverse = inverseFrequency(reader.documentCount, term.frequency)
    // lunr divides the product by the query's length; the quotient first differs in the last bit only.
    const shares = term.weights.map((weight, field) => (weight === 0 ? 0 : weight / (magnitudes[field] ?? 1)))
    let most = 0
    shares.forEach((share, field) => {
      if (!Number.isNaN(share)) most += share * (inverse * (K1 + 1) * (FIELD_BOOSTS[field] ?? 1) + 0.001)
    })
    return { term, shares, inverse, met: order * SEARCH_FIELDS.length, most }
  })
}

/** Fields as a set of bits, in the order of `SEARCH_FIELDS`. */
export function fieldBits(fields: readonly string[]): number {
  let bits = 0
  SEARCH_FIELDS.forEach((field, bit) => {
    if (fields.includes(field)) bits |= 1 << bit
  })
  return bits
}

/** Sums boosts as lunr fills its query vectors, terms in the order it meets them. */
function weighTerms(clauses: readonly ExpandedClause[], preferMarks: boolean): WeightedTerm[] {
  const weighted = new Map<string, { -readonly [Key in keyof WeightedTerm]: WeightedTerm[Key] }>()
  for (const { clause, terms } of clauses) {
    if (clause.presence === PROHIBITED) continue
    const fields = fieldBits(clause.fields)
    for (const term of terms) {
      const known = weighted.get(term.term)
      const { wanted, bare } = formsWanted(preferMarks ? clause.marks : null, term.forms)
      const entry = known ?? {
        ...term,
        weights: new Float64Array(SEARCH_FIELDS.length).fill(Number.NaN),
        wantedForms: 0,
        bareForms: bare,
      }
      entry.wantedForms |= wanted
      for (let field = 0; field < SEARCH_FIELDS.length; field += 1) {
        if (!(fields & (1 << field))) continue
        const before = entry.weights[field] ?? Number.NaN
        entry.weights[field] = Number.isNaN(before) ? clause.boost : before + clause.boost
      }
      weighted.set(term.term, entry)
    }
  }
  return [...weighted.values()]
}

function magnitudesOf(terms: readonly WeightedTerm[]): Float64Array {
  const squares = new Float64Array(SEARCH_FIELDS.length)
  for (const { weights } of terms) {
    for (let field = 0; field < squares.length; field += 1) {
      const weight = weights[field] ?? Number.NaN
      if (!Number.isNaN(weight)) squares[field] = (squares[field] ?? 0) + weight * weight
    }
  }
  return squares.map(Math.sqrt)
}

/** Which stored spellings have the marks asked for, syllable by syllable; syllables typed bare accept any. */
function formsWanted(
  marks: readonly (string | null)[] | null,
  forms: readonly string[],
): { readonly wanted: number; readonly bare: number } {
  if (!marks) return { wanted: 0, bare: 0 }
  let wanted = 0
  let bare = 0
  forms.forEach((form, bit) => {
    const syllables = form.split('_')
    if (marks.every((mark, at) => mark === null || mark === syllables[at])) wanted |= 1 << bit
    else if (foldWord(form) === form) bare |= 1 << bit
  })
  // A spelling no document has: nothing agrees, but the wish still counts.
  return { wanted: wanted === 0 ? NO_FORM : wanted, bare }
}

/** A bit no posting ever sets: `MOST_FORMS` spellings and the shared bit take those below it. */
const NO_FORM = 1 << 31
