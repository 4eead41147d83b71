/** What became of an original written out comes in; its words, and those of the table beside the files, go out. */
import type { ExportedOriginal } from '../contract/dossierMethods.ts'
import type { Language, Wording } from './language.ts'

const OUTCOMES = {
  written: { vi: 'đã xuất', en: 'written' },
  alreadyThere: { vi: 'đã có sẵn', en: 'already there' },
  failed: { vi: 'không xuất được', en: 'not written' },
} as const satisfies Readonly<Record<ExportedOriginal['outcome'], Wording>>

/** The outcome in a few words. */
export const originalWording = (outcome: ExportedOriginal['outcome'], language: Language = 'vi'): string =>
  OUTCOMES[outcome][language]

/** Name and headings of the table beside exported originals. */
export const originalsTableWording = {
  vi: {
    name: 'Danh mục bản gốc',
    ordinal: 'TT',
    path: 'Tệp',
    number: 'Số, ký hiệu',
    date: 'Ngày ban hành',
    kind: 'Loại văn bản',
    issuer: 'Cơ quan ban hành',
    title: 'Trích yếu',
    dossiers: 'Hồ sơ',
    fileName: 'Tên tệp khi nhập',
    bytes: 'Số byte',
    sha256: 'SHA-256',
    outcome: 'Kết quả',
    reason: 'Lý do',
  },
  en: {
    name: 'List of originals',
    ordinal: 'No.',
    path: 'File',
    number: 'Number',
    date: 'Date of issue',
    kind: 'Kind',
    issuer: 'Issuer',
    title: 'Title',
    dossiers: 'Dossiers',
    fileName: 'Name when imported',
    bytes: 'Bytes',
    sha256: 'SHA-256',
    outcome: 'Outcome',
    reason: 'Reason',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>
