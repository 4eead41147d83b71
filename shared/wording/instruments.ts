/** Codes of an instrument (level, validity, system) and its facts come in; their words and its short name go out. */
import type { Instrument, Level, Validity } from '../contract/instrument.ts'
import { fullNumber } from '../documents/fullNumber.ts'
import { type Language, lookUp, type Wording } from './language.ts'

const LEVEL_WORDING = {
  central: { vi: 'Trung ương', en: 'Central' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  district: { vi: 'Cấp huyện', en: 'District' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
  other: { vi: 'Chưa rõ cấp', en: 'Level unknown' },
} as const satisfies Readonly<Record<Level, Wording>>

/** Levels from the top down, the order of the implementation tree. */
export const LEVEL_ORDER = [
  'central',
  'province',
  'district',
  'commune',
  'other',
] as const satisfies readonly Level[]

const VALIDITY_WORDING = {
  in_force: { vi: 'Còn hiệu lực', en: 'In force' },
  amended: { vi: 'Đã sửa đổi, bổ sung', en: 'Amended' },
  replaced: { vi: 'Đã bị thay thế', en: 'Replaced' },
  repealed: { vi: 'Đã bị bãi bỏ', en: 'Repealed' },
  unknown: { vi: 'Chưa rõ hiệu lực', en: 'Validity unknown' },
} as const satisfies Readonly<Record<Validity, Wording>>

const SYSTEM_WORDING = {
  party: { vi: 'Văn bản của Đảng', en: 'Party document' },
  state: { vi: 'Văn bản hành chính Nhà nước', en: 'State document' },
} as const satisfies Readonly<Record<'party' | 'state', Wording>>

/** A level in words; a value from outside the contract (a facet) comes back as it is. */
export function levelWording(level: string, language: Language = 'vi'): string {
  return lookUp(LEVEL_WORDING, level, language) ?? level
}

/** Validity in words. */
export function validityWording(validity: Validity, language: Language = 'vi'): string {
  return VALIDITY_WORDING[validity][language]
}

/** «Văn bản của Đảng» or «Văn bản hành chính Nhà nước»; empty where neither can be told. */
export function systemWording(system: Instrument['system'], language: Language = 'vi'): string {
  return system === null ? '' : SYSTEM_WORDING[system][language]
}

/** The facts a number is written from. */
export interface NumberFacts {
  readonly number: string | null
  readonly symbol: string | null
  readonly year?: number | null
}

/** The number as it is printed; empty where there is none. @see fullNumber */
export function printedNumber({ number, symbol, year }: NumberFacts): string {
  return number === null ? '' : (fullNumber({ number, symbol, year: year ?? null }) ?? '')
}

/** A short name that always says something: «Nghị quyết 25-NQ/TW», else the title, else «Văn bản không số». */
export function instrumentName(
  instrument: NumberFacts & { readonly kind: string | null; readonly title: string | null },
  language: Language = 'vi',
): string {
  const number = printedNumber(instrument)
  if (number !== '') return instrument.kind ? `${instrument.kind} ${number}` : number
  const title = instrument.title?.trim()
  if (title) return instrument.kind ? `${instrument.kind}: ${title}` : title
  return instrument.kind ?? (language === 'vi' ? 'Văn bản không số' : 'Unnumbered document')
}
