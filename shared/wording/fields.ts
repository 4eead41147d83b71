/** A metadata field comes in; out go its label and how sure the machine is of its value, in words. */
import type { MetadataField } from '../contract/document.ts'
import type { Language, Wording } from './language.ts'

const FIELD_WORDING = {
  kind: { vi: 'Loại văn bản', en: 'Kind' },
  number: { vi: 'Số', en: 'Number' },
  symbol: { vi: 'Ký hiệu', en: 'Symbol' },
  year: { vi: 'Năm', en: 'Year' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Date of issue' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  organ: { vi: 'Thẩm quyền ban hành', en: 'Issuing organ' },
  place: { vi: 'Nơi ban hành', en: 'Place' },
  title: { vi: 'Trích yếu', en: 'Title' },
  signer: { vi: 'Người ký', en: 'Signer' },
  signerTitle: { vi: 'Chức vụ người ký', en: 'Signer’s title' },
  recipients: { vi: 'Nơi nhận', en: 'Recipients' },
  secrecy: { vi: 'Độ mật', en: 'Secrecy' },
  urgency: { vi: 'Độ khẩn', en: 'Urgency' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province' },
} as const satisfies Readonly<Record<MetadataField, Wording>>

/** How sure: below 0.6 a person should look, from 0.9 the reading is taken as certain. */
export type ConfidenceBand = 'corrected' | 'certain' | 'likely' | 'doubtful' | 'absent'

const CONFIDENCE_WORDING = {
  corrected: { vi: 'Đã sửa tay', en: 'Corrected by hand' },
  certain: { vi: 'Chắc chắn', en: 'Certain' },
  likely: { vi: 'Khá chắc', en: 'Likely' },
  doubtful: { vi: 'Nên xem lại', en: 'Please check' },
  absent: { vi: 'Văn bản không ghi', en: 'Not stated' },
} as const satisfies Readonly<Record<ConfidenceBand, Wording>>

/** The label of a metadata field. */
export function fieldLabel(field: MetadataField, language: Language = 'vi'): string {
  return FIELD_WORDING[field][language]
}

/** The band of a confidence (0..1; undefined where nobody read the field). */
export function confidenceBand(confidence: number | undefined, isCorrected: boolean): ConfidenceBand {
  if (isCorrected) return 'corrected'
  if (confidence === undefined) return 'absent'
  if (confidence >= 0.9) return 'certain'
  return confidence >= 0.6 ? 'likely' : 'doubtful'
}

/** A band in words. */
export function confidenceWording(band: ConfidenceBand, language: Language = 'vi'): string {
  return CONFIDENCE_WORDING[band][language]
}

/** A file's format as a person names it: «DOCX», and «Ảnh» for every kind of picture. */
export function formatWording(format: string, language: Language = 'vi'): string {
  if (format === 'image') return language === 'vi' ? 'Ảnh' : 'Picture'
  return format.toUpperCase()
}
