/** A warning or review code comes in; out goes the short name of its class, shown above its own message. */
import type { ReviewItem } from '../contract/views.ts'
import { type Language, lookUp, type Wording } from './language.ts'

const WARNING_WORDING = {
  symbol_issuer_mismatch: {
    vi: 'Ký hiệu không khớp cơ quan ban hành',
    en: 'Symbol does not match the issuer',
  },
  kind_code_mismatch: { vi: 'Tên loại không khớp ký hiệu', en: 'Kind does not match the symbol' },
  separator_mismatch: { vi: 'Sai dấu nối trong ký hiệu', en: 'Wrong separator in the symbol' },
  number_two_dates: { vi: 'Một số, hai ngày ban hành', en: 'One number, two dates' },
  impossible_date: { vi: 'Ngày không có thật', en: 'Impossible date' },
  future_date: { vi: 'Ngày sau ngày ban hành văn bản', en: 'Date after the document itself' },
  missing_ngay: { vi: 'Thiếu chữ “ngày”', en: 'The word “ngày” is missing' },
  missing_so: { vi: 'Thiếu chữ “số”', en: 'The word “số” is missing' },
  unverified: { vi: 'Số đã được sửa, chưa xác minh', en: 'Repaired number, unverified' },
  year_mismatch: { vi: 'Năm trong số không khớp ngày', en: 'Year in the number does not match the date' },
  doubled_words: { vi: 'Chữ viết lặp', en: 'Doubled words' },
  own_number_repaired: { vi: 'Số của văn bản đã được sửa', en: 'The document’s number was repaired' },
  own_kind_code_mismatch: {
    vi: 'Tên loại không khớp ký hiệu của văn bản',
    en: 'The document’s kind does not match its symbol',
  },
  own_date_unreadable: { vi: 'Không đọc được ngày của văn bản', en: 'The document’s date is unreadable' },
  number_blank: { vi: 'Văn bản để trống số', en: 'The number is left blank' },
  date_blank: { vi: 'Văn bản để trống ngày', en: 'The date is left blank' },
  extension_mismatch: {
    vi: 'Đuôi tệp không đúng với nội dung',
    en: 'The file’s extension does not match its content',
  },
  legacy_doubtful: { vi: 'Bảng mã cũ, có chỗ chưa chắc', en: 'Legacy encoding, doubtful in places' },
  low_confidence: { vi: 'Chưa chắc, cần xem lại', en: 'Low confidence' },
  impossible_edge: { vi: 'Ngày trái với quan hệ', en: 'Dates contradict the relation' },
  ambiguous: { vi: 'Nhiều văn bản cùng số', en: 'Several documents share this number' },
} as const satisfies Readonly<Record<string, Wording>>

const REVIEW_KIND_WORDING = {
  metadata: { vi: 'Thông tin văn bản', en: 'Document details' },
  ambiguous: { vi: 'Viện dẫn chưa rõ văn bản nào', en: 'Citation may mean several documents' },
  anomaly: { vi: 'Chỗ viết khác thường', en: 'Something odd in the text' },
  impossible_edge: { vi: 'Quan hệ trái ngày tháng', en: 'Relation contradicts the dates' },
  unverified: { vi: 'Chưa xác minh', en: 'Unverified' },
  version: {
    vi: 'Có thể là một bản khác của văn bản đã có',
    en: 'May be another version of a held document',
  },
  same_number: {
    vi: 'Trùng số, ký hiệu và ngày với văn bản đã có',
    en: 'Same number and date as a held document',
  },
} as const satisfies Readonly<Record<ReviewItem['kind'], Wording>>

/** The short name of a warning's class, null for a code without one: its own message then says all. */
export function warningTitle(code: string, language: Language = 'vi'): string | null {
  return lookUp(WARNING_WORDING, code, language)
}

/** The name of a group of the review list. */
export function reviewKindWording(kind: ReviewItem['kind'], language: Language = 'vi'): string {
  return REVIEW_KIND_WORDING[kind][language]
}
