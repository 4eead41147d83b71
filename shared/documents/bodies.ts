/** A body's name and where it is named come in; level, territory key and number series go out. */
import type { Level } from '../contract/instrument.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { normalise } from '../vietnamese/normalise.ts'
import { describeCommittee } from './bodyCommittees.ts'
import { describeCouncil, describeOffice } from './bodyCouncils.ts'
import type { BodyContext } from './bodyScopes.ts'
import { longestName, startsWithWords } from './bodyWords.ts'
import type { Vocabulary } from './vocabulary.ts'

export { type BodyContext, NO_CONTEXT } from './bodyScopes.ts'

/**
 * A body. `name` is the whole name with its place; `organ` the organ named when it only speaks for the body («Ban
 * Thường vụ Huyện ủy Chi Lăng» for «Huyện ủy Chi Lăng»: both share one run of numbers). `series` is the code of that
 * run («TU», «BDVTU», «UBND»); `scope` the territory key («TW», «Lạng Sơn», «Lạng Sơn/Chi Lăng», «Lạng Sơn/xã Chi
 * Lăng»; «?» for a part nothing names), null when no part is known.
 */
export interface BodyDescription {
  readonly name: string
  readonly organ: string | null
  readonly series: string
  readonly level: Level
  readonly scope: string | null
  readonly system: 'party' | 'state' | null
  /** Code of the body that took over its work by the context's day, null while it stands. */
  readonly successor: string | null
}

/** «khóa XI», «(khóa XIII)», «nhiệm kỳ 2020 - 2025», «lần thứ XVII» at the end of a name. */
const TERM = /[\s,]*\(?\s*(?:kh[óo][áa]?|nhi[ệe]m\s+k[ỳy]|l[ầa]n\s+th[ứu])\s+[IVXLC\d][IVXLC\d\s-]*\)?\s*$/u // khóa XI

/**
 * Describes a body by its name in ordinary case. Null when the words name no body known by kind («các cơ quan»).
 */
export function describeBody(
  name: string,
  context: BodyContext,
  vocabulary: Vocabulary,
): BodyDescription | null {
  const text = normalise(name).text.replace(/\s+/g, ' ').trim().replace(TERM, '')
  const bare = foldWord(text)
  if (bare.length !== text.length || bare === '') return null
  const central = describeCentral(bare, context, vocabulary) ?? describeBoard(text, bare, context, vocabulary)
  if (central) return central
  const committee = describeCommittee(text, bare, context, vocabulary)
  if (committee) return asParty(committee, context, vocabulary)
  return (
    describeCouncil(text, bare, context, vocabulary) ??
    describeOffice(text, bare, context, vocabulary) ??
    null
  )
}

/** A body by the code in a number («BDVTU», «HU», «UBND», «CP») and the context; null for an unknown code. */
export function describeIssuerCode(
  code: string,
  context: BodyContext,
  vocabulary: Vocabulary,
): BodyDescription | null {
  const { central, boards, councils } = vocabulary.bodies
  const committee = COMMITTEE_BY_CODE[code]
  if (committee !== undefined && code !== 'TW') return describeBody(committee, context, vocabulary)
  const body = central.find((each) => each.series === code)
  if (body) return describeBody(body.name, context, vocabulary)
  const council = councils.find((each) => each.series === code)
  if (council) return describeBody(council.name, context, vocabulary)
  const board = [...boards]
    .sort((one, other) => other.code.length - one.code.length)
    .find((each) => code.startsWith(each.code))
  if (!board) return null
  const parent = COMMITTEE_BY_CODE[code.slice(board.code.length)]
  return parent === undefined ? null : describeBody(`${board.name} ${parent}`, context, vocabulary)
}

const COMMITTEE_BY_CODE: Readonly<Record<string, string>> = {
  TW: 'Trung ương',
  TU: 'Tỉnh ủy',
  HU: 'Huyện ủy',
  QU: 'Quận ủy',
  ThU: 'Thị ủy',
  TXU: 'Thị ủy',
  ĐU: 'Đảng ủy',
  CB: 'Chi bộ',
}

function describeCentral(bare: string, context: BodyContext, vocabulary: Vocabulary): BodyDescription | null {
  const found = longestName(vocabulary.bodies.central, bare)
  if (!found) return null
  const { body } = found
  if (/\b(?:tinh|huyen|xa|phuong|thanh pho|quan) \p{L}/u.test(bare.slice(found.bare.length))) return null
  const committee = vocabulary.bodies.central[0]
  const isOrgan = body.series === 'TW' && committee !== undefined && body.name !== committee.name
  return {
    name: isOrgan ? committee.name : body.name,
    organ: isOrgan ? body.name : null,
    series: body.series,
    level: 'central',
    scope: 'TW',
    system: body.system,
    successor: successorOn(body, context.date),
  }
}

function describeBoard(
  text: string,
  bare: string,
  context: BodyContext,
  vocabulary: Vocabulary,
): BodyDescription | null {
  const found = longestName(vocabulary.bodies.boards, bare)
  if (!found) return null
  const board = found.body
  const rest = text.slice(found.bare.length).trim()
  const restBare = foldWord(rest)
  const base = { organ: null, system: 'party', successor: successorOn(board, context.date) } as const
  if (startsWithWords(restBare, 'trung uong')) {
    return {
      ...base,
      name: `${board.name} Trung ương`,
      series: `${board.code}TW`,
      level: 'central',
      scope: 'TW',
    }
  }
  const parent = describeCommittee(rest, restBare, context, vocabulary)
  if (parent) {
    const { level, scope } = parent
    // The commune's own board carries no level in its code: «12-TB/BXDĐ» (Quy định 298-QĐ/TW).
    const series = board.code === 'BXDĐ' ? board.code : board.code + parent.series
    return { ...base, name: `${board.name} ${parent.name}`, series, level, scope }
  }
  const council = describeCouncil(rest, restBare, context, vocabulary)
  if (council)
    return { ...council, name: `${board.name} ${council.name}`, series: board.code + council.series }
  if (restBare !== '') return null
  return { ...base, name: text, series: board.code, level: 'other', scope: null }
}

function asParty(
  committee: NonNullable<ReturnType<typeof describeCommittee>>,
  context: BodyContext,
  vocabulary: Vocabulary,
): BodyDescription {
  const body = vocabulary.bodies.committees.find((each) => each.code === committee.series)
  return { ...committee, system: 'party', successor: body ? successorOn(body, context.date) : null }
}

function successorOn(
  body: { readonly to?: string | undefined; readonly successor?: string | undefined },
  date: string | null,
): string | null {
  if (body.to === undefined || date === null || date <= body.to) return null
  return body.successor ?? null
}
