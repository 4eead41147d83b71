/** Expanded clauses come in; every matching document with lunr's score goes out, computed over typed arrays. */

import type { ExpandedClause } from './expand.ts'
import { B, FIELD_BOOSTS, K1 } from './fields.ts'
import type { RankBorder } from './highestRank.ts'
import { OPTIONAL, PROHIBITED, REQUIRED } from './lunrParts.ts'
import { ONLY_FIRST_FORM, type PostingColumn, type PostingList } from './postingList.ts'
import type { IndexReader } from './reader.ts'
import { type Addition, fieldBits, fieldWeight, prepareAdditions } from './weights.ts'

/** What matched, by ordinal. Arrays are the scorer's own and valid until its next use. */
export interface Matches {
  /** 1 where the document is a result. */
  readonly isMatch: Uint8Array
  /**
   * lunr's score, lowered where the marks asked for are not those of the text. Exact for all documents that can be among
   * the best asked for; of the others only that they are not.
   */
  readonly rank: Float64Array
  /** Order in which lunr meets the documents: it keeps equal scores in that order. */
  readonly firstMet: Uint32Array
}

/** How to score. */
export interface ScoreOptions {
  /** Marks asked for count; off, `rank` is lunr's score. */
  readonly preferMarks: boolean
  /** So many best documents are wanted; null when later filters may drop some, and all must be exact. */
  readonly best: number | null
}

/** A contribution with the wrong marks keeps this share; one without any marks twice as much and more. */
const WRONG_MARKS_SHARE = 0.25
const BARE_SHARE = 0.6
/** Above every score: a lone word with its marks comes before all others. */
const TIER = 1e6
/** Looking one document up in a list costs about as much as so many steps along it. */
const SEEK_COST = 16
/** The length part of lunr's weight in an empty field. */
const LEAST_NORM = K1 * (1 - B)
/** Whether the rest still matters is looked at each time what it can add has shrunk to this share. */
const CHECK_SHARE = 0.6
/** Finding the border of the best walks over all documents about so many times. */
const BORDER_COST = 2
/** Sums in another order differ by less. */
const ROUNDING = 1e-6

/** Scores queries; keeps its arrays from one to the next. */
export class Scorer {
  private isMatch = new Uint8Array(0)
  private rank = new Float64Array(0)
  private firstMet = new Uint32Array(0)
  private stamps = new Uint32Array(0)
  private readonly border: RankBorder

  constructor(border: RankBorder) {
    this.border = border
  }

  /** All results of the clauses, as lunr finds them. */
  score(
    clauses: readonly ExpandedClause[],
    reader: IndexReader,
    { preferMarks, best }: ScoreOptions,
  ): Matches {
    this.reset(reader.ordinalCount)
    const { isMatch, rank, firstMet } = this
    if (clauses.every(({ clause }) => clause.presence === PROHIBITED)) isMatch.set(reader.live)
    else {
      const additions = prepareAdditions(clauses, preferMarks, reader)
      const isPruned = best !== null && clauses.every(({ clause }) => clause.presence === OPTIONAL)
      this.addAll(additions, isPruned ? best : null, clauses.length === 1, reader)
    }
    this.applyPresence(clauses, reader)
    return { isMatch, rank, firstMet }
  }

  private reset(size: number): void {
    if (this.isMatch.length !== size) {
      this.isMatch = new Uint8Array(size)
      this.rank = new Float64Array(size)
      this.firstMet = new Uint32Array(size)
      this.stamps = new Uint32Array(size)
      return
    }
    for (const array of [this.isMatch, this.rank, this.firstMet, this.stamps]) array.fill(0)
  }

  /**
   * Adds the terms that can give most first. As soon as all the others together could not lift a document of nothing
   * among the best, the sums of most documents need not be known.
   */
  private addAll(
    additions: readonly Addition[],
    best: number | null,
    isLoneWord: boolean,
    reader: IndexReader,
  ): void {
    const ordered = additions.toSorted((one, other) => other.most - one.most)
    this.sinkDead(reader)
    let left = ordered.reduce((sum, { most }) => sum + most, 0)
    let nextCheck = left * CHECK_SHARE
    let entriesLeft = ordered.reduce((sum, { term }) => sum + entriesOf(term.postings), 0)
    for (const [index, addition] of ordered.entries()) {
      for (const column of columnsOf(addition)) this.addColumn(column, addition, isLoneWord, reader)
      left -= addition.most
      entriesLeft -= entriesOf(addition.term.postings)
      // Looking costs some steps a document: what is left must be worth it.
      if (best === null || left > nextCheck || entriesLeft < reader.ordinalCount * BORDER_COST) continue
      nextCheck = left * CHECK_SHARE
      const needed = this.border.find(this.rank, this.isMatch, best) - left - ROUNDING
      if (needed <= 0) continue
      const rest = ordered.slice(index + 1)
      const hopeful = this.ordinalsFrom(needed, entriesLeft / (rest.length * SEEK_COST))
      if (!hopeful) continue
      this.addRest(rest, hopeful, isLoneWord, reader)
      break
    }
    this.dropDead(reader)
  }

  /** Dead documents take part in the sums, where telling them apart would cost more, and sink below all others. */
  private sinkDead({ hasDead, live }: IndexReader): void {
    if (!hasDead) return
    for (let ordinal = 0; ordinal < live.length; ordinal += 1) {
      if (live[ordinal] === 0) this.rank[ordinal] = Number.NEGATIVE_INFINITY
    }
  }

  private dropDead({ hasDead, live }: IndexReader): void {
    if (!hasDead) return
    for (let ordinal = 0; ordinal < live.length; ordinal += 1) {
      if (live[ordinal] === 0) this.isMatch[ordinal] = 0
    }
  }

  /** The innermost loop of a search: everything in it is a local or a typed array. */
  private addColumn(
    column: PostingColumn,
    addition: Addition,
    isLoneWord: boolean,
    { lengths, lengthShares }: IndexReader,
  ): void {
    const { field, ordinals, frequencies, length } = column
    const ofField = lengths[field]
    if (!ofField) return
    const met = addition.met + field
    const share = (addition.shares[field] ?? 0) / 1000
    const scale = addition.inverse * (K1 + 1)
    const boost = (FIELD_BOOSTS[field] ?? 1) * 1000
    const perToken = lengthShares[field] ?? 0
    const { isMatch, rank, firstMet } = this
    const { wantedForms, bareForms } = addition.term
    const { forms } = column
    const matching = isLoneWord ? TIER : 0
    for (let entry = 0; entry < length; entry += 1) {
      const ordinal = ordinals[entry] ?? 0
      const frequency = frequencies[entry] ?? 0
      const norm = LEAST_NORM + (ofField[ordinal] ?? 0) * perToken
      // lunr keeps three places of a weight; cutting to an integer is many times faster than Math.round.
      const rounded = (((scale * frequency) / (norm + frequency)) * boost + 0.5) | 0
      let added = share * rounded
      // As `weighMarks`, which a process that has just started would call a hundred thousand times uncompiled.
      if (wantedForms !== 0) {
        const seen = forms ? (forms[entry] ?? 0) : ONLY_FIRST_FORM
        if (seen & wantedForms) added += matching
        else added *= seen & bareForms ? BARE_SHARE : WRONG_MARKS_SHARE
      }
      rank[ordinal] = (rank[ordinal] ?? 0) + added
      if (isMatch[ordinal] === 0) {
        isMatch[ordinal] = 1
        firstMet[ordinal] = met
      }
    }
  }

  /** Documents whose sum so far is at least `needed`; null when there are more than `most`. */
  private ordinalsFrom(needed: number, most: number): number[] | null {
    const { rank, isMatch } = this
    const found: number[] = []
    for (let ordinal = 0; ordinal < rank.length; ordinal += 1) {
      if (isMatch[ordinal] === 0 || (rank[ordinal] ?? 0) < needed) continue
      if (found.length >= most) return null
      found.push(ordinal)
    }
    return found
  }

  /** Hopeful documents get their exact sum; the others are only noted as results. */
  private addRest(
    rest: readonly Addition[],
    hopeful: readonly number[],
    isLoneWord: boolean,
    reader: IndexReader,
  ): void {
    let unmatched = reader.ordinalCount
    for (const matched of this.isMatch) unmatched -= matched
    // The most frequent first: it leaves the fewest documents to look for.
    for (const addition of rest.toSorted((one, other) => other.term.frequency - one.term.frequency)) {
      for (const column of columnsOf(addition)) {
        if (unmatched > 0) unmatched -= this.note(column, addition.met)
        this.addSome(column, addition, hopeful, isLoneWord, reader)
      }
    }
  }

  private addSome(
    column: PostingColumn,
    addition: Addition,
    ordinals: readonly number[],
    isLoneWord: boolean,
    reader: IndexReader,
  ): void {
    const { field, frequencies } = column
    const share = addition.shares[field] ?? 0
    const boost = FIELD_BOOSTS[field] ?? 1
    column.positionsOf(ordinals).forEach((entry, at) => {
      const ordinal = ordinals[at]
      if (entry < 0 || ordinal === undefined) return
      const norm = reader.normAt(ordinal, field)
      let added = share * fieldWeight(addition.inverse, frequencies[entry] ?? 0, norm, boost)
      if (addition.term.wantedForms !== 0)
        added = weighMarks(added, column.formsAt(entry), addition, isLoneWord)
      this.rank[ordinal] = (this.rank[ordinal] ?? 0) + added
    })
  }

  /** Notes the documents not found yet that a term finds; returns how many. */
  private note({ field, ordinals, length }: PostingColumn, met: number): number {
    const { isMatch, firstMet } = this
    let found = 0
    for (let entry = 0; entry < length; entry += 1) {
      const ordinal = ordinals[entry] ?? 0
      if (isMatch[ordinal] === 1) continue
      isMatch[ordinal] = 1
      firstMet[ordinal] = met + field
      found += 1
    }
    return found
  }

  private applyPresence(clauses: readonly ExpandedClause[], reader: IndexReader): void {
    const { stamps, isMatch } = this
    const { ordinalCount } = reader
    let stamp = 0
    for (const { clause, terms } of clauses) {
      if (clause.presence !== REQUIRED && clause.presence !== PROHIBITED) continue
      stamp += 1
      const fields = fieldBits(clause.fields)
      const columns = terms.flatMap(({ postings }) => postings.flatMap((list) => list.columns))
      for (const { field, ordinals, length } of columns) {
        if (!(fields & (1 << field))) continue
        for (let entry = 0; entry < length; entry += 1) stamps[ordinals[entry] ?? 0] = stamp
      }
      const isRequired = clause.presence === REQUIRED
      for (let ordinal = 0; ordinal < ordinalCount; ordinal += 1) {
        if ((stamps[ordinal] === stamp) !== isRequired) isMatch[ordinal] = 0
      }
    }
  }
}

const entriesOf = (postings: readonly PostingList[]): number =>
  postings.reduce((sum, { length }) => sum + length, 0)

/** Columns of the fields the query asks for. */
const columnsOf = ({ term, shares }: Addition): PostingColumn[] =>
  term.postings.flatMap(({ columns }) => columns.filter(({ field }) => !Number.isNaN(shares[field])))

function weighMarks(
  added: number,
  seen: number,
  { term: { wantedForms, bareForms } }: Addition,
  isLoneWord: boolean,
): number {
  if (seen & wantedForms) return isLoneWord ? added + TIER : added
  return added * (seen & bareForms ? BARE_SHARE : WRONG_MARKS_SHARE)
}
