/** An instrument's date and the reviews of it come in; the years its 5-, 10-, 15-, 20-year review falls due go out. */

/** Years after which an act is reviewed («sơ kết 05 năm», «tổng kết 10 năm»). */
const REVIEW_EVERY_YEARS = 5
const LONGEST_YEARS = 50

/** A review of an instrument that was made. `years` is the number it names («tổng kết 10 năm»), null when it names none. */
export interface MadeReview {
  readonly instrumentId: number
  readonly on: string | null
  readonly years: number | null
}

/** A review that is due. `doneBy` is the review that was made for it. */
export interface DueReview {
  readonly years: number
  readonly on: string
  readonly doneBy: number | null
}

/** Kinds that are carried out for years and reviewed; a plan of one year, a letter or a report is not. */
const REVIEWED_CODES: ReadonlySet<string> = new Set([
  'NQ', 'CT', 'KL', 'CTr', 'CTHĐ', 'ĐA', 'QC', 'QĐi', 'QyĐ', 'PL', 'L', 'NQLT', 'CL',
]) // biome-ignore format: a table
/** «Nghị quyết», «Chỉ thị», … at the beginning of a kind's name; «Quyết định» promulgates a Quy chế and is left out. */
const REVIEWED_KIND =
  /^(?:nghị quyết|chỉ thị|kết luận|chương trình|đề án|quy chế|quy định|pháp lệnh|luật|bộ luật|chiến lược|điều lệ)/iu

/** True when an act of this kind is reviewed after years. `symbol` is «NQ/TW», «NĐ-CP». */
export function isReviewedKind(kind: string | null, symbol: string | null): boolean {
  if (kind !== null) return REVIEWED_KIND.test(kind.trim())
  const code = symbol?.split(/[/-]/)[0]
  return code !== undefined && REVIEWED_CODES.has(code)
}

/**
 * Reviews that fall due between `from` and `to` (inclusive, `YYYY-MM-DD`). One is done when a review names those years,
 * or names none and was made within a year of the day.
 */
export function reviewsDue(
  issuedOn: string,
  from: string,
  to: string,
  made: readonly MadeReview[],
): DueReview[] {
  const due: DueReview[] = []
  for (let years = REVIEW_EVERY_YEARS; years <= LONGEST_YEARS; years += REVIEW_EVERY_YEARS) {
    const on = anniversary(issuedOn, years)
    if (on < from || on > to) continue
    const done = made.find((review) =>
      review.years === null ? isNear(review.on, on) : review.years === years,
    )
    due.push({ years, on, doneBy: done?.instrumentId ?? null })
  }
  return due
}

/** The days acts were issued on whose review falls due between `from` and `to`. */
export const issueSpans = (from: string, to: string): { from: string; to: string }[] =>
  Array.from({ length: LONGEST_YEARS / REVIEW_EVERY_YEARS }, (_, index) => {
    const years = (index + 1) * REVIEW_EVERY_YEARS
    // What was issued on 29 February is reviewed on the 28th.
    return { from: yearsBefore(from, years), to: yearsBefore(to, years).replace(/-02-28$/, '-02-29') }
  })

const yearsBefore = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`

/** «tổng kết 10 năm thực hiện», «và 05 năm thực hiện»; not «năm 2023» nor «giai đoạn 5 năm 2021 - 2025» */
const YEARS = /(?<!\d)(\d{1,2})\s+năm(?!\s+\d)/giu
/** Words between the years and the number they speak of; another act between them takes the years. */
const REACH = 80

/** The years a review covers of the act `raw` names in its sentence («tổng kết 10 năm thực hiện …»), null when none are named. */
export function yearsReviewed(quote: string, raw: string): number | null {
  const at = quote.indexOf(raw)
  const before = at < 0 ? quote : quote.slice(Math.max(0, at - REACH), at)
  const years = [...before.matchAll(YEARS)].at(-1)?.[1]
  return years === undefined ? null : Number(years)
}

/** 29 February falls on the 28th in other years. */
function anniversary(issuedOn: string, years: number): string {
  const [year, month, day] = issuedOn.split('-').map(Number)
  const last = new Date(Date.UTC((year ?? 0) + years, month ?? 1, 0)).getUTCDate()
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${(year ?? 0) + years}-${two(month ?? 1)}-${two(Math.min(day ?? 1, last))}`
}

const YEAR_MS = 366 * 86_400_000

const isNear = (made: string | null, due: string): boolean =>
  made !== null && Math.abs(Date.parse(made) - Date.parse(due)) <= YEAR_MS
