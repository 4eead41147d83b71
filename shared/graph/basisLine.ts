/** An instrument comes in; its citation as official papers write it, after «Căn cứ», goes out. */
import type { Instrument } from '../contract/instrument.ts'
import { fullNumber } from '../documents/fullNumber.ts'

/** Whose paper cites: Hướng dẫn 36-HD/VPTW puts a comma before «ngày», Nghị định 30/2020 (Phụ lục I) does not. */
export type PaperStyle = 'party' | 'state'

/** What is missing for a complete line. */
export type Lack = 'date' | 'issuer' | 'title'

/** «Căn cứ Quyết định số 23-QĐ/TW, ngày 30/7/2021 của Bộ Chính trị về …». */
export function basisLine(instrument: Instrument, style: PaperStyle): string {
  return `Căn cứ ${citeInstrument(instrument, style)};`
}

/** What the library does not know of an instrument that its line would name. */
export function lacksOf({ issuedOn, issuer, title, kind }: Instrument): Lack[] {
  const lacks: Lack[] = []
  if (issuedOn === null) lacks.push('date')
  if (issuer === null && !isLaw(kind)) lacks.push('issuer')
  if (title === null) lacks.push('title')
  return lacks
}

/**
 * Kind, number, date, issuer and title in the order and with the marks of the style. Laws and ordinances have names:
 * State papers cite them by name and date alone (Nghị định 30/2020), Party papers add the number.
 */
export function citeInstrument(instrument: Instrument, style: PaperStyle): string {
  const { kind, issuedOn, issuer, title } = instrument
  const day = issuedOn === null ? '' : style === 'party' ? shortDay(issuedOn) : longDay(issuedOn)
  const number = instrument.number === null ? null : fullNumber(instrument)
  if (isLaw(kind) && title !== null) {
    const name = (startsWithKind(title, kind) ? title : `${kind} ${title}`).trim()
    if (style === 'state') return [name, day].filter((part) => part !== '').join(' ')
    return [number === null ? name : `${name} số ${number}`, day].filter((part) => part !== '').join(', ')
  }
  const named = [kind ?? 'Văn bản', number === null ? '' : `số ${number}`]
    .filter((part) => part !== '')
    .join(' ')
  const dated = day === '' ? named : `${named}${style === 'party' ? ',' : ''} ${day}`
  const issued = issuer === null ? dated : `${dated} của ${issuer}`
  return title === null ? issued : `${issued} ${titleClause(title)}`
}

const LAW = /^(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh)(?!\p{L})/iu // Luật
const isLaw = (kind: string | null): kind is string => kind !== null && LAW.test(kind)
const startsWithKind = (title: string, kind: string): boolean =>
  title.toLowerCase().startsWith(kind.toLowerCase())

/** «ngày 03/6/2013»: days and the months 1 and 2 take a leading zero. */
function shortDay(issuedOn: string): string {
  const [year = '', month = '', day = ''] = issuedOn.split('-')
  return `ngày ${day}/${monthWritten(month)}/${year}`
}

/** «ngày 14 tháng 8 năm 2023» */
function longDay(issuedOn: string): string {
  const [year = '', month = '', day = ''] = issuedOn.split('-')
  return `ngày ${day} tháng ${monthWritten(month)} năm ${year}`
}

const monthWritten = (month: string): string => (Number(month) <= 2 ? month : String(Number(month)))

/** Titles that go on from the act without «về»: quy định chi tiết…, sửa đổi, bổ sung…, ban hành… */
const VERB_TITLE =
  /^(?:quy định|ban hành|sửa đổi|bổ sung|hướng dẫn|phê duyệt|thực hiện|triển khai|bãi bỏ|thay thế|công bố|thành lập|phân công|giao|điều chỉnh|sơ kết|tổng kết|kết quả|công nhận)(?!\p{L})/iu
const ABOUT = /^(?:về|v\/v)(?!\p{L})\s*/iu // V/v

/** The title as it follows the issuer: «về …», or its own verb; the final mark goes. */
function titleClause(title: string): string {
  const bare = title
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.;,]+$/, '')
  const about = ABOUT.exec(bare)
  if (about) {
    const rest = bare.slice(about[0].length)
    const isShort = about[0].toLowerCase().startsWith('v/v')
    return isShort && !/^việc(?!\p{L})/iu.test(rest) ? `về việc ${lowerFirst(rest)}` : `về ${rest}`
  }
  return VERB_TITLE.test(bare) ? lowerFirst(bare) : `về ${bare}`
}

const lowerFirst = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1)
