/** Codes of tracing (edge verdicts, gaps, the work list, audits, the timeline) come in; their words go out. */
import type {
  AuditItem,
  AuditProblem,
  BodyAnswer,
  EdgeStatus,
  MissingState,
  TimelineMark,
} from '../contract/tracing.ts'
import type { Language, Wording } from './language.ts'

const EDGE_STATUS = {
  proposed: { vi: 'Máy đề xuất', en: 'Proposed' },
  confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
  rejected: { vi: 'Đã bác bỏ', en: 'Rejected' },
} as const satisfies Readonly<Record<EdgeStatus, Wording>>

const GAP = {
  none: { vi: 'Chưa thấy văn bản triển khai', en: 'No implementing document seen' },
  plan_without_report: { vi: 'Có kế hoạch, chưa thấy báo cáo', en: 'A plan, no report seen' },
  report_without_plan: { vi: 'Có báo cáo, chưa thấy kế hoạch', en: 'A report, no plan seen' },
  complete: { vi: 'Có kế hoạch và báo cáo', en: 'A plan and a report' },
} as const satisfies Readonly<Record<BodyAnswer['state'], Wording>>

const MISSING = {
  open: { vi: 'Chưa xử lý', en: 'Open' },
  requested: { vi: 'Đã đề nghị cung cấp', en: 'Requested' },
  not_found: { vi: 'Không tìm được', en: 'Not found' },
} as const satisfies Readonly<Record<MissingState, Wording>>

const AUDIT_STATE = {
  held: { vi: 'Có trong kho', en: 'Held' },
  missing: { vi: 'Chưa có trong kho', en: 'Not held' },
  unknown: { vi: 'Kho chưa từng gặp số này', en: 'Number unknown to the library' },
  ambiguous: { vi: 'Nhiều văn bản cùng số', en: 'Several documents share the number' },
  self: { vi: 'Số của chính dự thảo', en: 'The draft’s own number' },
} as const satisfies Readonly<Record<AuditItem['state'], Wording>>

const AUDIT_PROBLEM = {
  superseded: { vi: 'Đã bị thay thế', en: 'Superseded' },
  repealed: { vi: 'Đã bị bãi bỏ', en: 'Repealed' },
  amended: { vi: 'Đã được sửa đổi, bổ sung', en: 'Amended' },
  date_mismatch: { vi: 'Ngày ban hành khác với kho', en: 'Date at odds with the library' },
  issuer_mismatch: { vi: 'Cơ quan ban hành khác với kho', en: 'Issuer at odds with the library' },
  title_mismatch: { vi: 'Trích yếu khác với kho', en: 'Title at odds with the library' },
  newer_than_draft: { vi: 'Ngày ban hành sau ngày xét', en: 'Dated after the day of the audit' },
} as const satisfies Readonly<Record<AuditProblem, Wording>>

/** What a person said of an edge. */
export const edgeStatusWording = (status: EdgeStatus, language: Language = 'vi'): string =>
  EDGE_STATUS[status][language]

/** How an expected body answered. */
export const gapWording = (state: BodyAnswer['state'], language: Language = 'vi'): string =>
  GAP[state][language]

/** State of a missing instrument on the work list. */
export const missingWording = (state: MissingState, language: Language = 'vi'): string =>
  MISSING[state][language]

/** What the library makes of a citation of a draft. */
export const auditStateWording = (state: AuditItem['state'], language: Language = 'vi'): string =>
  AUDIT_STATE[state][language]

/** What is wrong with a citation of a draft. */
export const auditProblemWording = (problem: AuditProblem, language: Language = 'vi'): string =>
  AUDIT_PROBLEM[problem][language]

/** What a mark on the timeline says: «Đến hạn tổng kết 10 năm», «Hạn trong văn bản». */
export function timelineWording(
  { kind, years }: Pick<TimelineMark, 'kind' | 'years'>,
  language: Language = 'vi',
): string {
  const isVietnamese = language === 'vi'
  switch (kind) {
    case 'issued':
      return isVietnamese ? 'Ban hành' : 'Issued'
    case 'review':
      if (years === null) return isVietnamese ? 'Sơ kết, tổng kết, báo cáo' : 'Review or report'
      return isVietnamese ? `Sơ kết, tổng kết ${years} năm` : `Review of ${years} years`
    case 'review_due':
      if (years === null) return isVietnamese ? 'Đến kỳ sơ kết, tổng kết' : 'Review due'
      return isVietnamese ? `Đến kỳ sơ kết, tổng kết ${years} năm` : `${years}-year review due`
    case 'deadline':
      return isVietnamese ? 'Hạn trong văn bản' : 'Deadline in a document'
  }
}
