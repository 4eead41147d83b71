/** The words of a review in, the year the reviewed act should be from out. */

/** «tổng kết 10 năm thực hiện», «sơ kết 05 năm», «đánh giá việc 3 năm» */
const YEARS_OF_REVIEW = /(?:sơ kết|tổng kết|đánh giá|kết quả)\s+(?:việc\s+)?(\d{1,2})\s+năm/giu
/** Words between the years and the number they speak of: «thực hiện Chỉ thị số». Another act between them takes the years. */
const REACH = 80

/**
 * «Tổng kết 25 năm thực hiện Chỉ thị số 30-CT/TW» written in 2023 speaks of 1998, so of khóa VIII and not of a later
 * 30-CT/TW. The years named last before the number, and near it, are its own. Null when there are none or the document
 * has no date.
 */
export function reviewedYear(quote: string, number: string, citingDate: string | null): number | null {
  const at = quote.indexOf(number)
  if (citingDate === null || at < 0) return null
  const before = quote.slice(Math.max(0, at - REACH), at)
  const years = [...before.matchAll(YEARS_OF_REVIEW)].at(-1)?.[1]
  return years ? Number(citingDate.slice(0, 4)) - Number(years) : null
}
