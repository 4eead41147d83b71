/** The end of a number comes in; the date, issuer and khóa after it, and where the title begins, go out. */
import { readDateAt, type WrittenDate } from '../documents/dates.ts'
import { isEnactingBody, termEnd, termIn } from './bodies.ts'
import { readIssuer, type WrittenIssuer } from './issuer.ts'
import { isAboutAt, titleVerbEnd } from './titleWords.ts'

/** What is written after a number. Offsets are the passage's; null where the text does not say. */
export interface Details {
  readonly date: WrittenDate | null
  readonly issuer: WrittenIssuer | null
  /** Roman numeral, «XI». */
  readonly term: string | null
  readonly titleStart: number | null
  /** True when the title stands in quotes of its own. */
  readonly isQuoted: boolean
  /** Offset after the last detail, before the title. */
  readonly end: number
}

/** Also «5-KH/HU - ngày 05/5/2020», «15, 16-QĐ/HU cùng ngày 10/5/2025», «10/2020/TT-BTC ban hành ngày 20/02/2020». */
const GAP = /[\s,]*(?:(?:-|cùng|(?:được\s)?(?:ký\s)?ban hành|ký)\s(?=ngày\s?\d))?/y
const GLUED_MARK = /\d{1,2}(?=[\s,.;:)])/y
/** «(sau đây gọi tắt là Chỉ thị 05)», «(cũ)», «(nay là Ban Tuyên giáo và Dân vận Tỉnh ủy)»: no detail. */
const REMARK =
  /\s{0,3}\((?:cũ|(?:sau đây|gọi|viết tắt|Sau đây|nay là|trước đây|trước khi)[^()]{0,120})\)|,?\s{1,3}cùng ngày(?!\s?\d)/uy
const OPENING = /[("“«]\s{0,2}/y
const CLOSING = /\s{0,2}\)/y
/** Sentence words after a title verb: it was the verb of the sentence («… tiếp tục được triển khai»). */
const NOT_A_TITLE =
  /^\s{1,3}(?:được|đã|có|tốt|nghiêm|hiệu quả|đầy đủ|đồng bộ|kịp thời|bị|là|này|nêu|trên)(?!\p{L})/u
/** Verbs that open a title even with no issuer or date before them («Nghị định 30/2020/NĐ-CP quy định …»). */
const STRONG_VERB = /^(?:quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|thực hiện|triển khai|đôn đốc)/i
/** «Quy định số 30-QĐ/TW thi hành Chương VII Điều lệ Đảng»; «căn cứ Quyết định số 5/QĐ-UBND thi hành» is no title. */
const CARRIES_LAW_OUT =
  /^thi hành\s+(?:(?:một số|các)\s+)?(?:điều|khoản|chương|điều lệ|quy|luật|nghị|pháp lệnh|bộ luật|kỷ luật)(?!\p{L}|\s+định\s+này)/iu
/** Verbs a scheme is called by («Đề án số 03-ĐA/TU tăng cường công tác dân vận …»). */
const SCHEME_VERB = /^(?:tăng cường|nâng cao|đẩy mạnh|phát huy|đổi mới|phát triển)/i

function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset
  const match = pattern.exec(text)
  return match === null ? offset : offset + match[0].length
}

/** What the symbol says of the act. */
export interface KindOfAct {
  /** The symbol names two bodies: «01-ĐA/BDVTU-UBND». */
  readonly isJoint: boolean
  /** A scheme is called by its matter: «Đề án số 03-ĐA/TU tăng cường công tác dân vận …». */
  readonly isScheme: boolean
}
const PLAIN_ACT: KindOfAct = { isJoint: false, isScheme: false }

/** Reads what follows the number that ends at `offset`; nothing at or after `limit` (the next citation) belongs to it. */
export function readDetails(
  text: string,
  offset: number,
  limit: number,
  kind: KindOfAct = PLAIN_ACT,
): Details {
  let date: WrittenDate | null = null
  let issuer: WrittenIssuer | null = null
  let term: string | null = null
  // A footnote mark glued to the symbol: «05-CT/TW1, ngày …».
  let end = skip(GLUED_MARK, text, offset)
  for (let round = 0; round < 7; round++) {
    const remark = skip(REMARK, text, end)
    if (remark > end && remark <= limit) {
      end = remark
      continue
    }
    const next = skip(GAP, text, end)
    if (next >= limit) break
    const inside = skip(OPENING, text, next)
    if (date === null) {
      const written = readDateAt(text, next) ?? (inside > next ? readDateAt(text, inside) : null)
      if (written !== null && written.end <= limit) {
        date = written
        end = text[next] === '(' ? skip(CLOSING, text, written.end) : written.end
        continue
      }
    }
    if (term === null) {
      const written = termEnd(text, end)
      if (written !== null && written <= limit) {
        term = termIn(text.slice(end, written))
        end = written
        continue
      }
    }
    if (issuer === null) {
      const from = text[next] === '(' && /^\(\s?của/.test(text.slice(next, next + 6)) ? inside : next
      const isBehindDate = date !== null && date.end === end
      const place = !isBehindDate ? 'elsewhere' : text.slice(end, next).includes(',') ? 'listed' : 'afterDate'
      const written = isEnactingBody(text, from) ? null : readIssuer(text, from, limit, place, kind.isJoint)
      if (written !== null && written.end <= limit) {
        issuer = written
        term = termIn(text.slice(written.start, written.end)) ?? term
        end = from === inside && inside > next ? skip(CLOSING, text, written.after) : written.after
        continue
      }
    }
    break
  }
  return {
    date,
    issuer,
    term,
    ...readTitleStart(text, end, limit, date !== null || issuer !== null, kind.isScheme),
    end,
  }
}

/** Where the title begins behind the details that end at `end`; `hasDetails` tells that a day or an issuer is known. */
export function readTitleStart(
  text: string,
  end: number,
  limit: number,
  hasDetails: boolean,
  isScheme: boolean,
): { titleStart: number | null; isQuoted: boolean } {
  const next = skip(/[\s,:–-]*/y, text, end)
  const inside = skip(OPENING, text, next)
  const isQuoted = inside > next && text[next] !== '('
  if (next >= limit) {
    // The next citation may stand right at the verb («về Nghị quyết số …»); nothing of its own is left.
    return { titleStart: null, isQuoted: false }
  }
  if (isAboutAt(text, next)) return { titleStart: next, isQuoted: false }
  if (inside > next && isAboutAt(text, inside)) return { titleStart: inside, isQuoted: true }
  if (isQuoted && hasDetails && /\p{Lu}/u.test(text[inside] ?? ''))
    return { titleStart: inside, isQuoted: true }
  const between = text.slice(end, next)
  const isPlain =
    /^\s+$/.test(between) || (/^\s*,\s*$/.test(between) && /^[Qq]uy định/.test(text.slice(next, next + 8)))
  if (!isPlain) return { titleStart: null, isQuoted: false }
  const verbEnd = titleVerbEnd(text, next)
  if (verbEnd === null || NOT_A_TITLE.test(text.slice(verbEnd, verbEnd + 14)))
    return { titleStart: null, isQuoted: false }
  const verb = text.slice(next, verbEnd)
  const isStrong = STRONG_VERB.test(verb) || CARRIES_LAW_OUT.test(text.slice(next, next + 40))
  if (!hasDetails && !isStrong && !(isScheme && SCHEME_VERB.test(verb)))
    return { titleStart: null, isQuoted: false }
  return { titleStart: next, isQuoted: false }
}
