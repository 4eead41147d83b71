/** How a citation was tied to an instrument (state and rule code) comes in; out goes why, in words. */
import type { StoredCitation } from '../contract/views.ts'
import { type Language, lookUp, type Wording } from './language.ts'

const RESOLUTION_WORDING = {
  resolved: { vi: 'Đã xác định', en: 'Resolved' },
  ambiguous: { vi: 'Nhiều văn bản cùng số, cần chọn', en: 'Several documents share this number' },
  undated: { vi: 'Chưa rõ ngày ban hành', en: 'Date of issue not stated' },
  decided: { vi: 'Do người dùng chọn', en: 'Chosen by a person' },
} as const satisfies Readonly<Record<StoredCitation['resolution'], Wording>>

/** Rules of `shared/graph/resolve.ts`. */
const REASON_WORDING = {
  held: { vi: 'văn bản này có trong kho', en: 'the document is in the library' },
  date: { vi: 'trùng số, ký hiệu và ngày ban hành', en: 'number and date agree' },
  year: { vi: 'trùng số, ký hiệu và năm', en: 'number and year agree' },
  term: { vi: 'trùng số, ký hiệu và khóa', en: 'number and term agree' },
  same_document: { vi: 'văn bản này nêu rõ ở chỗ khác', en: 'this document is clearer elsewhere' },
  same_parent: {
    vi: 'cùng văn bản cấp trên trực tiếp với chỗ dẫn khác',
    en: 'cited under the same document elsewhere',
  },
  review_years: { vi: 'khớp số năm sơ kết, tổng kết', en: 'the years reviewed agree' },
  title: { vi: 'trùng số, ký hiệu và trích yếu', en: 'number and title agree' },
  only_candidate: { vi: 'chỉ có một văn bản mang số này', en: 'the only document with this number' },
  no_date: { vi: 'câu viện dẫn không ghi ngày', en: 'the citation gives no date' },
  no_scope: {
    vi: 'chưa rõ cơ quan ban hành, nhiều văn bản cùng khớp',
    en: 'the issuing body is not stated and several documents fit',
  },
  several_candidates: { vi: 'nhiều văn bản cùng khớp', en: 'several documents fit' },
  decided: { vi: 'đã được chọn bằng tay', en: 'chosen by hand' },
} as const satisfies Readonly<Record<string, Wording>>

/** The state of a resolution in words. */
export function resolutionWording(
  resolution: StoredCitation['resolution'],
  language: Language = 'vi',
): string {
  return RESOLUTION_WORDING[resolution][language]
}

/** The rule that decided in words; an unknown rule gives the state's words. */
export function resolutionReason(
  citation: Pick<StoredCitation, 'resolution' | 'resolutionReason'>,
  language: Language = 'vi',
): string {
  return (
    lookUp(REASON_WORDING, citation.resolutionReason, language) ??
    resolutionWording(citation.resolution, language)
  )
}
