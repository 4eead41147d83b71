/** A document's metadata or one of its citations in, the family, territory and level its number belongs to out. */
import type { Citation } from '../../shared/contract/citation.ts'
import type { Metadata, MetadataField } from '../../shared/contract/document.ts'
import type { Level } from '../../shared/contract/instrument.ts'
import { type BodyContext, type BodyDescription, describeBody } from '../../shared/documents/bodies.ts'
import { fullNumber, type SplitNumber } from '../../shared/documents/fullNumber.ts'
import { type DocumentNumber, parseNumber } from '../../shared/documents/number.ts'
import type { Vocabulary } from '../../shared/documents/vocabulary.ts'
import { familyOf, lonelyFamily } from '../../shared/graph/family.ts'
import type { DerivedFacts } from '../db/documents.ts'

/** Where a number belongs. */
export interface Place {
  readonly family: string
  readonly scope: string | null
  readonly level: Level
}

/** Below this a main field is shown as doubtful. */
const DOUBTFUL = 0.5
const MAIN_FIELDS: readonly MetadataField[] = ['kind', 'number', 'symbol', 'issuedOn', 'issuer', 'title']

/** What a document's own metadata implies for resolving and lists. */
export function placeDocument(metadata: Metadata, sha256: string, vocabulary: Vocabulary): DerivedFacts {
  const number = readNumber(metadata)
  const own = ownBody(metadata, vocabulary)
  const place = number
    ? placeNumber(number, metadata.issuer, contextOf(metadata, own), own, vocabulary)
    : { scope: own?.scope ?? metadata.province, level: own?.level ?? 'other' }
  const isDoubtful = MAIN_FIELDS.some((field) => (metadata.confidence[field] ?? 0) < DOUBTFUL)
  return {
    numberValue: number?.numberValue ?? null,
    family: number ? familyOf(number) : lonelyFamily(sha256),
    ...place,
    isDoubtful,
  }
}

/** Where a citation belongs, seen from the document that makes it: «69-KL/TU» in a paper of Lai Châu is Lai Châu's. */
export function placeCitation(citation: Citation, citing: Metadata, vocabulary: Vocabulary): Place {
  const number = readNumber(citation)
  if (!number) return { family: `${citation.number}|${citation.symbol}`, scope: null, level: 'other' }
  const own = ownBody(citing, vocabulary)
  const context = { ...contextOf(citing, own), date: citation.date ?? citing.issuedOn }
  return { family: familyOf(number), ...placeNumber(number, citation.issuer, context, own, vocabulary) }
}

/** Who numbers this way, from the order of the separators; null for a document without a number. */
export function systemOf(split: SplitNumber): 'party' | 'state' | null {
  return readNumber(split)?.system ?? null
}

function readNumber(split: SplitNumber): DocumentNumber | null {
  const written = fullNumber(split)
  return split.number && split.symbol && written ? parseNumber(written) : null
}

function ownBody(metadata: Metadata, vocabulary: Vocabulary): BodyDescription | null {
  const context = { province: metadata.province, district: null, commune: null, date: metadata.issuedOn }
  return metadata.issuer ? describeBody(metadata.issuer, context, vocabulary) : null
}

/** What a paper says of its own place fills in what its citations leave out. */
function contextOf(metadata: Metadata, own: BodyDescription | null): BodyContext {
  const [province, second, third] = own?.scope && own.level !== 'central' ? own.scope.split('/') : []
  const known = (part: string | undefined): string | null => (part && part !== '?' ? part : null)
  const hasDistrict = own?.level === 'district' || third !== undefined
  return {
    province: known(province) ?? metadata.province,
    district: hasDistrict ? known(second) : null,
    commune: own?.level === 'commune' ? known(third ?? second) : null,
    date: metadata.issuedOn,
  }
}

/**
 * Scope and level of a number. The issuer as written wins over the code: «139-NQ/TW của Ban Chấp hành Đảng bộ tỉnh» is
 * the province's, whatever its mistyped symbol says.
 */
function placeNumber(
  number: DocumentNumber,
  issuer: string | null,
  context: BodyContext,
  own: BodyDescription | null,
  vocabulary: Vocabulary,
): Pick<Place, 'scope' | 'level'> {
  const described = issuer ? describeBody(issuer, context, vocabulary) : null
  if (isSteering(number.issuerCode)) return placeSteering(described, issuer, context)
  if (described && described.scope !== null) return { scope: described.scope, level: described.level }
  return placeByCode(number.issuerCode, context, own, vocabulary)
}

/** Steering committees number apart (Hướng dẫn 36-HD/VPTW part 1.3), so the committee's name is part of the scope. */
function placeSteering(
  described: BodyDescription | null,
  issuer: string | null,
  context: BodyContext,
): Pick<Place, 'scope' | 'level'> {
  const place = [context.province ?? '?', context.district].filter((part) => part !== null).join('/')
  return { scope: issuer ? `${place}/${issuer}` : `${place}/?`, level: described?.level ?? 'other' }
}

const isSteering = (code: string): boolean => code.startsWith('BCĐ')

/** Codes that end in a level; the longest endings first, so that QUTW is not read as QU. */
const LEVEL_OF_CODE: readonly (readonly [RegExp, Level])[] = [
  [/TW$/, 'central'], // VPTW
  [/TU$/, 'province'], // BDVTU
  [/(?:HU|QU|ThU|TXU|TPU)$/, 'district'], // UBKTHU
  [/ĐU$/, 'commune'], // UBKTĐU
]

function placeByCode(
  code: string,
  context: BodyContext,
  own: BodyDescription | null,
  vocabulary: Vocabulary,
): Pick<Place, 'scope' | 'level'> {
  const isCentral = vocabulary.bodies.central.some(({ series }) => series === code && series !== 'ĐU')
  const level = isCentral ? 'central' : LEVEL_OF_CODE.find(([ending]) => ending.test(code))?.[1]
  switch (level) {
    case 'central':
      return { scope: 'TW', level }
    case 'province':
      return { scope: context.province, level }
    case 'district':
      return { scope: scopeKey(context.province, context.district), level }
    case 'commune':
      // ĐU is also the committee of an office or a school: only a commune's own paper means its own by it.
      return own?.level === 'commune' ? { scope: own.scope, level } : { scope: null, level: 'other' }
    default:
      // UBND, HĐND and offices are told apart by nothing but who speaks: a paper of one means its own.
      return own && own.series === code
        ? { scope: own.scope, level: own.level }
        : { scope: null, level: 'other' }
  }
}

const scopeKey = (...parts: readonly (string | null)[]): string | null =>
  parts.every((part) => part === null) ? null : parts.map((part) => part ?? '?').join('/')
