/** What resolving works on: everything the library knows about one family of numbers, as plain facts. */
import type { Level } from '../contract/instrument.ts'

/**
 * A family is all mentions of one number and symbol («25|NQ/TW»), whoever issued them and whenever. Instruments are
 * told apart inside a family, so a family can be resolved alone.
 */
export interface FamilyFact {
  /** Names this fact in the result: `d<id>` for a held document, `c<id>` for a citation. */
  readonly ref: string
  /** «25|NQ/TW»: the same for every fact resolved together. */
  readonly family: string
  readonly isHeld: boolean
  /** SHA-256 of the file that holds the fact, so that ties are broken alike in every library. */
  readonly sha256: string
  /** Order of the fact in its document; 0 for the document's own number. */
  readonly ordinal: number
  /** Territory of the issuing body («TW», «Lạng Sơn», «Lạng Sơn/Chi Lăng»), null when nothing tells. */
  readonly scope: string | null
  readonly level: Level
  readonly system: 'party' | 'state' | null
  readonly number: string
  readonly symbol: string
  readonly kind: string | null
  readonly year: number | null
  readonly date: string | null
  /** Explicit khóa, a roman numeral. */
  readonly term: string | null
  readonly issuer: string | null
  readonly title: string | null
  /** Day (or 31 December of the year) of the citing document, null when unknown. */
  readonly citingDate: string | null
  /** «tổng kết 10 năm»: the year the cited instrument should be from, null when the text gives none. */
  readonly expectedYear: number | null
  /** The governing citation: its family and date, the same wherever this pair of citations is repeated. */
  readonly parent: string | null
  /** Key a person chose for this citation. */
  readonly decidedKey: string | null
}

/** Which rule tied a citation to its instrument; worded by `shared/wording`. */
export type ResolutionReason =
  | 'decided'
  | 'held'
  | 'date'
  | 'year'
  | 'term'
  | 'same_document'
  | 'same_parent'
  | 'review_years'
  | 'title'
  | 'only_candidate'
  | 'several_candidates'
  | 'no_date'
  | 'no_scope'

/** One instrument of the family. */
export interface ResolvedInstrument {
  readonly key: string
  readonly system: 'party' | 'state' | null
  readonly kind: string | null
  readonly number: string
  readonly symbol: string
  readonly year: number | null
  readonly issuedOn: string | null
  readonly term: string | null
  readonly issuer: string | null
  readonly scope: string | null
  readonly level: Level
  readonly title: string | null
  /** `ref` of the held document, null when only cited. */
  readonly heldRef: string | null
  /** Dates given for it that are not `issuedOn`: shown as an anomaly. */
  readonly otherDates: readonly string[]
}

/** Where one fact ended up. `key` is null when several instruments fit; they are `candidates` then. */
export interface Assignment {
  readonly ref: string
  readonly key: string | null
  readonly resolution: 'resolved' | 'ambiguous' | 'undated' | 'decided'
  readonly reason: ResolutionReason
  readonly candidates: readonly string[]
}

/** A resolved family. Depends on the set of facts only, never on their order. */
export interface ResolvedFamily {
  readonly instruments: readonly ResolvedInstrument[]
  readonly assignments: readonly Assignment[]
}
