/** The acts that change an instrument's force come in; whether it stands, since when and by which of them goes out. */
import type { EdgeRelation } from '../contract/citation.ts'
import type { Validity } from '../contract/instrument.ts'

/** Relations that say something of another act's force. */
export const FORCE_RELATIONS = [
  'repeals',
  'replaces',
  'amends',
  'continues',
] as const satisfies readonly EdgeRelation[]
/** @see FORCE_RELATIONS */
export type ForceRelation = (typeof FORCE_RELATIONS)[number]

/** One act on an instrument's force. Rejected and impossible edges are no facts and are not passed in. */
export interface ForceFact {
  readonly relation: ForceRelation
  /** «TERMINATES», «CORRECTS», …; null where only the coarse relation is known. */
  readonly detail: string | null
  /** Date of the acting instrument, null when unknown. */
  readonly actedOn: string | null
  readonly isPartial: boolean
}

/** The judgement. `deciding` are the facts it rests on. */
export interface Force<Fact extends ForceFact = ForceFact> {
  readonly validity: Validity
  readonly since: string | null
  readonly deciding: readonly Fact[]
  readonly hasConflict: boolean
}

const RANK: Readonly<Record<'repealed' | 'replaced' | 'amended' | 'in_force', number>> = {
  repealed: 3,
  replaced: 2,
  amended: 1,
  in_force: 0,
}

/** What one act makes of another; null for a correction of clerical slips («đính chính»), which changes nothing. */
function effectOf({ relation, detail, isPartial }: ForceFact): keyof typeof RANK | null {
  if (detail === 'CORRECTS') return null
  switch (relation) {
    case 'repeals':
      return isPartial ? 'amended' : 'repealed'
    case 'replaces':
      return isPartial ? 'amended' : 'replaced'
    case 'amends':
      // «gia hạn» keeps the act alive.
      return detail === 'EXTENDS' ? 'in_force' : 'amended'
    case 'continues':
      return 'in_force'
  }
}

/**
 * Judges the force on `asAt` (`YYYY-MM-DD`; null: by all that is known). Acts dated later do not count yet; undated
 * ones always do. Repeal outweighs replacement, replacement outweighs amendment, and an act that another continues
 * stands («tiếp tục thực hiện»). Without any of these nothing is known: silence is no proof of force.
 */
export function judgeForce<Fact extends ForceFact>(facts: readonly Fact[], asAt: string | null): Force<Fact> {
  const counted = facts.flatMap((fact) => {
    const effect = effectOf(fact)
    const isLater = asAt !== null && fact.actedOn !== null && fact.actedOn > asAt
    return effect === null || isLater ? [] : [{ fact, effect }]
  })
  const [strongest] = [...counted].sort((one, other) => RANK[other.effect] - RANK[one.effect])
  if (!strongest) return { validity: 'unknown', since: null, deciding: [], hasConflict: false }
  const deciding = counted
    .filter(({ effect }) => effect === strongest.effect)
    .map(({ fact }) => fact)
    .sort((one, other) => (one.actedOn ?? '9999').localeCompare(other.actedOn ?? '9999'))
  const since = deciding[0]?.actedOn ?? null
  const ends = strongest.effect === 'repealed' || strongest.effect === 'replaced'
  const hasConflict =
    ends &&
    since !== null &&
    counted.some(({ fact, effect }) => effect === 'in_force' && fact.actedOn !== null && fact.actedOn > since)
  return { validity: strongest.effect, since, deciding, hasConflict }
}

/** «bãi bỏ khoản 2 Điều 5», «thay thế Phụ lục I», «bãi bỏ một phần», «thay thế một số điều của» */
const PART =
  /(?:một phần|một số (?:điều|nội dung|quy định)|(?<!\p{L})(?:điểm\s+[a-zđ]|khoản\s+\d|điều\s+\d|mục\s+[IVX\d]|chương\s+[IVX\d]|phụ lục|cụm từ|tiết\s+[a-zđ]))/iu
/** The verb a part would follow. */
const ENDING_VERB = /(?:bãi bỏ|hủy bỏ|huỷ bỏ|thay thế|hết hiệu lực|chấm dứt hiệu lực)/giu // bãi bỏ

/**
 * True when the words between the last «bãi bỏ», «thay thế» and the number name only a part of the act. `quote` is the
 * sentence, `raw` the number in it.
 */
export function namesPart(quote: string, raw: string): boolean {
  const at = quote.indexOf(raw)
  const before = at < 0 ? quote : quote.slice(0, at)
  const verb = [...before.matchAll(ENDING_VERB)].at(-1)
  return verb !== undefined && PART.test(before.slice(verb.index))
}
