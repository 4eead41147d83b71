/** Bodies expected to carry an act out and the instruments below it come in; who answered, and with what, goes out. */
import type { Instrument } from '../contract/instrument.ts'
import type { BodyAnswer, ExpectedBody } from '../contract/tracing.ts'
import { describeBody } from '../documents/bodies.ts'
import { readTerritory } from '../documents/bodyScopes.ts'
import { fullNumber } from '../documents/fullNumber.ts'
import { parseNumber } from '../documents/number.ts'
import type { Vocabulary } from '../documents/vocabulary.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { isFullScope } from './scope.ts'

/**
 * Places a body by the name a person wrote: «Huyện ủy Bình Gia», «UBND huyện Bình Gia», or a territory alone («huyện
 * Bình Gia»), which any body of it answers for. `province` places names that do not say theirs.
 */
export function placeBody(name: string, province: string | null, vocabulary: Vocabulary): ExpectedBody {
  const context = { province, district: null, commune: null, date: null }
  const described = describeBody(name, context, vocabulary)
  if (described && isFullScope(described.scope))
    return { name, level: described.level, scope: described.scope, series: described.series }
  const { level, scope } = readTerritory(name.trim(), context, vocabulary)
  return isFullScope(scope)
    ? { name, level, scope, series: null }
    : { name, level: described?.level ?? level, scope: null, series: described?.series ?? null }
}

/** The code of the body in an instrument's number («HU», «BDVHU», «UBND»); null without a readable number. */
export function seriesOf(instrument: Pick<Instrument, 'number' | 'symbol' | 'year'>): string | null {
  const written = instrument.number === null ? null : fullNumber(instrument)
  return written === null ? null : (parseNumber(written)?.issuerCode ?? null)
}

/** True when the instrument was issued by that body, or by any body of that territory. */
export function isIssuedBy(instrument: Instrument, body: ExpectedBody): boolean {
  if (body.scope === null)
    return instrument.issuer !== null && foldWord(instrument.issuer).includes(foldWord(body.name))
  if (instrument.scope !== body.scope) return false
  return body.series === null || sharesSeries(seriesOf(instrument), body.series)
}

/** «UBND-NV» of a State letter is the committee's own («UBND»). */
function sharesSeries(series: string | null, wanted: string): boolean {
  return series !== null && (series === wanted || series.startsWith(`${wanted}-`))
}

const REPORT_KIND = /^báo cáo/iu // Báo cáo
const REPORT_SYMBOL = /^(?:BC|BCTH)(?:[/-]|$)/u // BC/HU
/** «kết quả công tác dân vận năm 2023» */
const YEAR_IN_TITLE = /năm\s+((?:19|20)\d{2})(?!\s*[-–]\s*\d)/iu

/** True for a report, by its kind or its symbol. */
export const isReport = (instrument: Instrument): boolean =>
  instrument.kind === null ? REPORT_SYMBOL.test(instrument.symbol ?? '') : REPORT_KIND.test(instrument.kind)

/** The year a report is about: the one its title names, else the year it was issued. */
export function reportYear(instrument: Instrument): number | null {
  const named = YEAR_IN_TITLE.exec(instrument.title ?? '')?.[1]
  const year = named ?? instrument.issuedOn?.slice(0, 4)
  return year === undefined ? null : Number(year)
}

/** Sorts the instruments below a root by the expected bodies. With `year` only reports about that year count. */
export function answersOf(
  bodies: readonly ExpectedBody[],
  below: readonly Instrument[],
  year: number | null,
): BodyAnswer[] {
  return bodies.map((body) => {
    const own = below.filter((instrument) => isIssuedBy(instrument, body))
    const plans = own.filter((instrument) => !isReport(instrument))
    const reports = own.filter(
      (instrument) => isReport(instrument) && (year === null || reportYear(instrument) === year),
    )
    const state =
      plans.length > 0
        ? reports.length > 0
          ? 'complete'
          : 'plan_without_report'
        : reports.length > 0
          ? 'report_without_plan'
          : 'none'
    return { body, state, plans, reports }
  })
}
