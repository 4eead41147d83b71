/** Citations as read come in; slips worth showing a person (code, span, message, suggestion) go out. */
import type { Citation } from '../contract/citation.ts'
import type { Metadata, TextWarning } from '../contract/document.ts'
import type { WrittenDate } from '../documents/dates.ts'
import { kindNamesOf } from '../documents/kinds.ts'
import { canonicalNumber, type DocumentNumber } from '../documents/number.ts'
import { levelOfIssuer } from '../documents/numberIssuers.ts'

/** A citation together with what only the reading knows. Offsets are the document's. */
export interface ReadCitation {
  readonly citation: Citation
  readonly number: DocumentNumber
  readonly date: (WrittenDate & { readonly start: number; readonly end: number }) | null
  /** True when the number stands bare in a list: its symbol is written elsewhere. */
  readonly isFromList: boolean
}

type Level = 'central' | 'province' | 'district' | 'commune'

const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  central: 'Trung ương',
  province: 'cấp tỉnh',
  district: 'cấp huyện',
  commune: 'cấp xã',
}
const LEVEL_CODES: Readonly<Record<Level, string>> = {
  central: 'TW',
  province: 'TU',
  district: 'HU',
  commune: 'ĐU',
}

/** The level the issuer's words name: «Ban Chấp hành Đảng bộ tỉnh» → province; null when they do not say. */
export function levelOfName(issuer: string): Level | null {
  const name = issuer.toLowerCase().replaceAll('uỷ', 'ủy')
  if (/^(?:bộ chính trị|ban bí thư|quốc hội|chính phủ|thủ tướng|bch trung ương|trung ương)/.test(name))
    return 'central'
  if (/trung ương(?! mặt)/.test(name)) return 'central'
  if (/huyện ủy|quận ủy|thị ủy|đảng bộ huyện|đảng bộ thị xã|đảng bộ quận/.test(name)) return 'district'
  if (/tỉnh ủy|đảng bộ tỉnh/.test(name)) return 'province'
  if (/đảng ủy (?:xã|phường|thị trấn|đặc khu)|đảng bộ (?:xã|phường)/.test(name)) return 'commune'
  return null
}

function warn(
  at: { readonly start: number; readonly end: number },
  code: string,
  message: string,
  suggestion: string | null,
): TextWarning {
  return { start: at.start, end: at.end, code, message, suggestion }
}

/** «139-NQ/TW … của Ban Chấp hành Đảng bộ tỉnh»: one of the two is wrong, most often the letters. */
function symbolAgainstIssuer({ citation, number, isFromList }: ReadCitation): TextWarning | null {
  if (citation.issuer === null || isFromList || number.system !== 'party') return null
  const codeLevel = levelOfIssuer(number.issuerCode)
  const nameLevel = levelOfName(citation.issuer)
  if (codeLevel === null || nameLevel === null || codeLevel === nameLevel) return null
  // A Thành ủy is provincial or below; «Đảng ủy» is met at every level.
  if (/thành (?:ủy|uỷ)/i.test(citation.issuer) || codeLevel === 'commune') return null
  const right = number.issuerCode.replace(/(?:TW|TU|HU)$/, LEVEL_CODES[nameLevel])
  const suggestion = right === number.issuerCode ? null : `${number.number}-${number.kindCode ?? ''}/${right}`
  return warn(
    citation,
    'symbol_issuer_mismatch',
    `Ký hiệu «${citation.symbol}» là của ${LEVEL_NAMES[codeLevel]}, nhưng cơ quan ghi kèm là «${citation.issuer}» (${LEVEL_NAMES[nameLevel]}).`,
    suggestion,
  )
}

/** «Quyết định số 43-KL/TW»: the words and the code name different kinds. */
function wordsAgainstCode({ citation, number }: ReadCitation): TextWarning | null {
  if (citation.type === null || number.kindCode === null) return null
  const names = kindNamesOf(number.kindCode)
  const words = citation.type.toLowerCase().replace(/\s+/g, ' ')
  if (names.length === 0 || words === 'văn bản') return null
  if (names.some((name) => words.includes(name) || name.includes(words))) return null
  return warn(
    citation,
    'kind_code_mismatch',
    `Tên loại «${citation.type}» không khớp ký hiệu «${number.kindCode}» (${names.join(' hoặc ')}).`,
    null,
  )
}

function dateSlips(
  { citation, number, date }: ReadCitation,
  documentDate: string | null,
  text: string,
): TextWarning[] {
  if (date === null) return []
  const written = text.slice(date.start, date.end)
  const slips: TextWarning[] = []
  if (date.isImpossible) {
    slips.push(warn(date, 'impossible_date', `Không có ngày «${written}» trong lịch.`, null))
  }
  if (!date.hasDayWord) {
    slips.push(warn(date, 'missing_ngay', `Thiếu chữ «ngày» trước «${written}».`, `ngày ${written}`))
  }
  if (date.date !== null && documentDate !== null && date.date > documentDate) {
    slips.push(
      warn(date, 'future_date', `«${citation.raw}» ghi ngày sau ngày ban hành của chính văn bản này.`, null),
    )
  }
  if (date.date !== null && number.year !== null && number.assemblyTerm === null) {
    const year = Number(date.date.slice(0, 4))
    if (year !== number.year) {
      slips.push(
        warn(
          date,
          'year_mismatch',
          `Ký hiệu «${citation.raw}» thuộc năm ${number.year}, ngày ghi kèm là năm ${year}.`,
          null,
        ),
      )
    }
  }
  return slips
}

/** What scanning and hurried typing leave in the symbol itself. */
function symbolSlips({ citation, number, isFromList }: ReadCitation): TextWarning[] {
  if (isFromList) return []
  const slips: TextWarning[] = []
  const canonical = canonicalNumber(number)
  if (number.hasSeparatorMismatch) {
    slips.push(
      warn(
        citation,
        'separator_mismatch',
        `Dấu nối trong «${citation.raw}» không theo thể thức ${number.system === 'party' ? 'văn bản Đảng' : 'văn bản Nhà nước'}.`,
        canonical,
      ),
    )
  }
  if (number.isRepaired) {
    slips.push(
      warn(
        citation,
        'unverified',
        `Số «${citation.raw}» có ký tự hỏng, tạm đọc là «${canonical}».`,
        canonical,
      ),
    )
  }
  return slips
}

/** Years apart within which two dates of one Party number cannot be two terms. */
const SAME_TERM_YEARS = 4

/** One number, two dates close together: a slip. Far apart they are two acts of two terms (25-NQ/TW of 2008 and 2013). */
function twoDates(citations: readonly ReadCitation[]): TextWarning[] {
  const slips: TextWarning[] = []
  const first = new Map<string, ReadCitation>()
  for (const read of citations) {
    const { citation } = read
    if (citation.date === null) continue
    const key = `${read.number.numberValue}|${citation.symbol}|${citation.year ?? ''}|${levelOfName(citation.issuer ?? '') ?? ''}`
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, read)
      continue
    }
    const before = earlier.citation.date
    if (before === null || before === citation.date) continue
    const years = Math.abs(Date.parse(before) - Date.parse(citation.date)) / 31_557_600_000
    const isState = read.number.system === 'state'
    if (years > SAME_TERM_YEARS || (isState && citation.year === null && years > 1)) continue
    if (isState && citation.year === null && before.slice(0, 4) !== citation.date.slice(0, 4)) continue
    slips.push(
      warn(
        citation,
        'number_two_dates',
        `«${citation.raw}» ở đây ghi ngày ${vietnameseDate(citation.date)}, chỗ khác trong văn bản ghi ngày ${vietnameseDate(before)}.`,
        null,
      ),
    )
  }
  return slips
}

/** `2013-06-03` → «03/6/2013», the way offices write it (no zero before months 3–9). */
function vietnameseDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`
}

/** «Kế hoạch … ngày 2019 thực hiện Kết luận … ngày 2021»: what acts cannot be older than what it acts on. */
function impossibleOrder(citations: readonly ReadCitation[]): TextWarning[] {
  const slips: TextWarning[] = []
  for (const { citation } of citations) {
    if (citation.governedBy === null || citation.date === null) continue
    const outer = citations[citation.governedBy]?.citation
    if (outer?.date == null || citation.nestedRelation === 'mentions' || outer.date >= citation.date) continue
    slips.push(
      warn(
        citation,
        'impossible_edge',
        `«${outer.raw}» (${vietnameseDate(outer.date)}) có trước «${citation.raw}» (${vietnameseDate(citation.date)}) nên không thể nói về nó.`,
        null,
      ),
    )
  }
  return slips
}

/** «ban hành ban hành Chiến lược»: two words typed twice. */
function doubledIn(subject: string): string | null {
  const words = subject.split(' ')
  for (let index = 0; index + 3 < words.length; index++) {
    const first = words[index] ?? ''
    const second = words[index + 1] ?? ''
    if (
      first === words[index + 2] &&
      second === words[index + 3] &&
      /^\p{L}{2}/u.test(first) &&
      /\p{L}$/u.test(second)
    ) {
      return `${first} ${second}`
    }
  }
  return null
}

function doubledWords({ citation }: ReadCitation, text: string): TextWarning | null {
  const words = citation.subject === null ? null : doubledIn(citation.subject)
  if (words === null) return null
  const reach = text.slice(citation.end, citation.end + 600)
  const found = reach.indexOf(`${words} ${words}`)
  if (found < 0) return null
  const at = citation.end + found
  const span = { start: at, end: at + words.length * 2 + 1 }
  return warn(span, 'doubled_words', `Từ «${words}» viết hai lần liền nhau.`, words)
}

/** Lists every slip, in order of place. `text` is the stored text. */
export function findAnomalies(
  citations: readonly ReadCitation[],
  document: Metadata | null,
  text: string,
): TextWarning[] {
  const slips: (TextWarning | null)[] = []
  for (const read of citations) {
    slips.push(symbolAgainstIssuer(read), wordsAgainstCode(read), doubledWords(read, text))
    slips.push(...dateSlips(read, document?.issuedOn ?? null, text), ...symbolSlips(read))
  }
  slips.push(...twoDates(citations), ...impossibleOrder(citations))
  return slips.filter((slip) => slip !== null).sort((a, b) => a.start - b.start)
}
