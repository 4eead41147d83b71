/** A scanned draft and the library in, each of its citations held against what the library knows out; nothing is stored. */
import { quoteOf } from '../../shared/citations/quote.ts'
import type { Citation } from '../../shared/contract/citation.ts'
import type { Instrument } from '../../shared/contract/instrument.ts'
import type { ScanResult } from '../../shared/contract/scan.ts'
import type { AuditItem, AuditProblem } from '../../shared/contract/tracing.ts'
import { type BodyDescription, describeBody } from '../../shared/documents/bodies.ts'
import type { Vocabulary } from '../../shared/documents/vocabulary.ts'
import { citeInstrument, type PaperStyle } from '../../shared/graph/basisLine.ts'
import type { TermOf } from '../../shared/graph/clusters.ts'
import { reviewedYear } from '../../shared/graph/reviewYears.ts'
import { isFullScope, scopesFit } from '../../shared/graph/scope.ts'
import { titleLikeness } from '../../shared/graph/titles.ts'
import { foldWord } from '../../shared/vietnamese/fold.ts'
import type { ReadHandle } from '../db/handles.ts'
import { findInstrumentsOfFamilies } from '../db/instruments.ts'
import { pageAt } from './pages.ts'
import { type Place, placeCitation, placeDocument, systemOf } from './place.ts'
import { termReader } from './resolvePending.ts'
import { readValidity } from './validity.ts'

/** What an audit works with. `asAt` is the day the draft is judged on, `YYYY-MM-DD`. */
export interface AuditParts {
  readonly db: ReadHandle
  readonly vocabulary: Vocabulary
  readonly asAt: string
}

/** Titles less alike than this are taken for two acts, at least this alike for one (as in resolving). */
const DIFFERENT_TITLES = 0.34
const SAME_TITLE = 0.7

/** A citation with where its number belongs and the date the draft gives it here or elsewhere. */
interface Placed {
  readonly citation: Citation
  readonly place: Place
  readonly date: string | null
}

/** What the library makes of a citation: one instrument, several it may mean, or none. */
interface Match {
  readonly instrument: Instrument | null
  readonly candidates: readonly Instrument[]
  readonly isDateOff: boolean
}

/** Audits every citation of a draft, in the order of the text. */
export function auditDraft(scan: ScanResult, parts: AuditParts): AuditItem[] {
  const placed = placeAll(scan, parts.vocabulary)
  const ownFamily = placeDocument(scan.document, 'draft', parts.vocabulary).family
  const style: PaperStyle = systemOf(scan.document) ?? 'party'
  const termOf = termReader(parts.vocabulary)
  return placed.map((one) => {
    const { citation, place, date } = one
    const { issuedOn } = scan.document
    const isSelf = place.family === ownFamily && (date === null || issuedOn === null || date === issuedOn)
    const match = isSelf ? NO_MATCH : matchCitation(one, scan, parts, termOf)
    const changedBy = match.instrument ? changesOf(match.instrument, parts) : NO_CHANGES
    const problems = match.instrument
      ? problemsOf(one, match.instrument, match.isDateOff, changedBy, placed, parts)
      : []
    if (date !== null && date > parts.asAt) problems.push('newer_than_draft')
    return {
      citation,
      page: pageAt(scan.pages, citation.start),
      ...quoteOf(scan.text, citation.sentence, citation),
      state: isSelf ? 'self' : stateOf(match),
      problems,
      instrument: match.instrument,
      candidates: [...match.candidates],
      changedBy: changedBy.reasons,
      suggestion: match.instrument && citeInstrument(match.instrument, style),
    }
  })
}

const NO_MATCH: Match = { instrument: null, candidates: [], isDateOff: false }

function stateOf({ instrument, candidates }: Match): AuditItem['state'] {
  if (instrument) return instrument.heldDocumentId === null ? 'missing' : 'held'
  return candidates.length > 1 ? 'ambiguous' : 'unknown'
}

/** An undated citation takes the one date the draft gives the same number elsewhere. */
function placeAll(scan: ScanResult, vocabulary: Vocabulary): Placed[] {
  const places = scan.citations.map((citation) => ({
    citation,
    place: placeCitation(citation, scan.document, vocabulary),
  }))
  return places.map(({ citation, place }) => {
    if (citation.date !== null) return { citation, place, date: citation.date }
    const elsewhere = new Set(
      places
        .filter((other) => other.place.family === place.family && scopesFit(other.place.scope, place.scope))
        .flatMap((other) => other.citation.date ?? []),
    )
    const [only] = elsewhere
    return { citation, place, date: elsewhere.size === 1 ? (only ?? null) : null }
  })
}

function matchCitation(
  { citation, place, date }: Placed,
  scan: ScanResult,
  { db, asAt }: AuditParts,
  termOf: TermOf,
): Match {
  const fitting = findInstrumentsOfFamilies(db, [place.family]).filter(({ scope }) =>
    scopesFit(scope, place.scope),
  )
  const one = (found: readonly Instrument[], isDateOff = false): Match | null => {
    const [instrument] = found
    return instrument && found.length === 1 ? { instrument, candidates: [], isDateOff } : null
  }
  if (date !== null) {
    const exact = fitting.filter(({ issuedOn }) => issuedOn === date)
    if (exact.length > 0) return one(exact) ?? { ...NO_MATCH, candidates: exact }
    // A number is given once in a term (Hướng dẫn 36-HD/VPTW), a year's number once: another day in it is a slip.
    const sameTerm = fitting.filter((instrument) => isOfTerm(instrument, date, termOf))
    return one(sameTerm, true) ?? one(fitting.filter(({ issuedOn }) => issuedOn === null)) ?? NO_MATCH
  }
  const alive = fitting.filter(({ issuedOn }) => issuedOn === null || issuedOn <= asAt)
  const quote = scan.text.slice(citation.sentence.start, citation.sentence.end)
  const expected = reviewedYear(quote, citation.raw, scan.document.issuedOn ?? asAt)
  return (
    one(alive) ??
    one(alive.filter(({ term }) => citation.term !== null && term === citation.term)) ??
    one(alive.filter(({ issuedOn }) => expected !== null && isFrom(issuedOn, expected))) ??
    one(alive.filter(({ title }) => likeness(title, citation.subject) >= SAME_TITLE)) ?? {
      ...NO_MATCH,
      candidates: alive,
    }
  )
}

const isFrom = (issuedOn: string | null, year: number): boolean =>
  issuedOn !== null && Math.abs(Number(issuedOn.slice(0, 4)) - year) <= 1

const likeness = (one: string | null, other: string | null): number =>
  one === null || other === null ? 0 : titleLikeness(one, other)

function isOfTerm(instrument: Instrument, date: string, termOf: TermOf): boolean {
  const { issuedOn, year, level, system, scope } = instrument
  if (year !== null) return true
  if (issuedOn === null) return false
  const fact = { level, system, scope }
  const term = termOf(fact, date)
  return term !== null && term === termOf(fact, issuedOn)
}

function problemsOf(
  { citation, date }: Placed,
  instrument: Instrument,
  isDateOff: boolean,
  { problem, reasons }: typeof NO_CHANGES,
  placed: readonly Placed[],
  parts: AuditParts,
): AuditProblem[] {
  const problems: AuditProblem[] = []
  // A draft that itself amends, replaces or repeals an act knows its state.
  const actsOnForce = ['amends', 'replaces', 'repeals'].includes(citation.relation)
  const isSaid = problem === 'amended' && namesChanges(citation, reasons, placed)
  if (problem && !actsOnForce && !isSaid) problems.push(problem)
  if (isDateOff && date !== null) problems.push('date_mismatch')
  if (issuersDiffer(citation.issuer, instrument, parts)) problems.push('issuer_mismatch')
  if (citation.subject && instrument.title && likeness(instrument.title, citation.subject) < DIFFERENT_TITLES)
    problems.push('title_mismatch')
  return problems
}

/** «…, được sửa đổi, bổ sung bởi …»: every act that changed it stands in the same sentence. */
function namesChanges(
  citation: Citation,
  changes: AuditItem['changedBy'],
  placed: readonly Placed[],
): boolean {
  const beside = placed.filter((other) => other.citation.sentence.start === citation.sentence.start)
  return changes.every(({ instrument }) =>
    beside.some(
      (other) =>
        other.citation.number === instrument.number &&
        other.citation.symbol === instrument.symbol &&
        (other.date === null || other.date === instrument.issuedOn),
    ),
  )
}

const NO_CHANGES: { problem: AuditProblem | null; reasons: AuditItem['changedBy'] } = {
  problem: null,
  reasons: [],
}

function changesOf(instrument: Instrument, { db, asAt }: AuditParts): typeof NO_CHANGES {
  const { validity, reasons } = readValidity(db, instrument.id, asAt)
  const problem = PROBLEM_OF[validity]
  return problem ? { problem, reasons } : NO_CHANGES
}

const PROBLEM_OF: Readonly<Record<Instrument['validity'], AuditProblem | null>> = {
  repealed: 'repealed',
  replaced: 'superseded',
  amended: 'amended',
  in_force: null,
  unknown: null,
}

/** Both sides name a body, and not the same one. Organs count only at the centre: below, a committee speaks by many. */
function issuersDiffer(written: string | null, instrument: Instrument, { vocabulary }: AuditParts): boolean {
  if (written === null || instrument.issuer === null) return false
  const [province = null, district = null] = instrument.scope?.split('/') ?? []
  const context = {
    province: province === 'TW' ? null : province,
    district,
    commune: null,
    date: instrument.issuedOn,
  }
  const cited = describeBody(written, context, vocabulary)
  const known = describeBody(instrument.issuer, context, vocabulary)
  if (!cited || !known) return false
  if (cited.level === 'central' && known.level === 'central') return organOf(cited) !== organOf(known)
  if (isFullScope(cited.scope) && isFullScope(known.scope) && cited.scope !== known.scope) return true
  return cited.series !== known.series
}

const organOf = ({ organ, name }: BodyDescription): string => foldWord(organ ?? name)
