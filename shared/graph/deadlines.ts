/** The text of a document comes in; the deadlines written in it («trước ngày 25/02/2023»), each with its sentence, go out. */
import type { Span } from '../contract/document.ts'
import type { Deadline } from '../contract/tracing.ts'
import { normalise } from '../vietnamese/normalise.ts'
import { readTimesAt } from './dueTimes.ts'

/** Raised when the reading changes, so that stored deadlines are read again. */
export const DEADLINE_READER = 1

/**
 * Words that open a deadline. `before` is weighed, since «trước ngày» also sets
 * conditions («sinh trước ngày 30/4/1975»); `sure` never means anything else; `within` names a month or a quarter.
 */
const TRIGGERS: readonly (readonly [RegExp, 'before' | 'sure' | 'within'])[] = [
  // chậm nhất là ngày 15/6/2024; chậm nhất trước ngày 20/11; muộn nhất vào ngày 05/12
  [/(?<!\p{L})(?:chậm|muộn|trễ)\s+nhất(?:\s+(?:là|vào|đến|trước|trong|hết)){0,3}\s+/giu, 'sure'],
  // hạn cuối là ngày 10/3; không muộn hơn ngày 15/7/2024; không quá ngày 30/9/2024
  [/(?<!\p{L})(?:hạn\s+(?:cuối|chót)(?:\s+cùng)?|không\s+(?:quá|muộn\s+hơn)|hết\s+hạn)(?:\s+(?:là|vào|đến|trước)){0,2}\s*:?\s+(?=ngày|\d{1,2}\s?\/)/giu, 'sure'],
  // Thời hạn hoàn thành: 30/6/2024; Thời gian thực hiện xong: trong quý II/2024; Tiến độ: trước 15/8/2024
  [/(?<!\p{L})(?:(?:thời\s+)?hạn|tiến\s+độ|thời\s+gian)(?:\s+(?:hoàn\s+thành|hoàn\s+tất|thực\s+hiện|nộp|gửi|báo\s+cáo|trình|xong|công\s+bố|đăng\s+ký)){1,3}[^.;:\n]{0,30}?\s*:\s*(?:xong\s+)?(?:(?:trước|trong|vào|đến|hết|là|chậm\s+nhất)\s+){0,3}/giu, 'within'],
  // hoàn thành trong tháng 9/2023; xong trước quý II năm 2024; hoàn thành việc rà soát trong quý III/2024
  [/(?<!\p{L}|(?:^|[^\p{L}])đã\s{1,3})(?:hoàn\s+thành|hoàn\s+tất|xong|kết\s+thúc|báo\s+cáo|gửi|thực\s+hiện|tổ\s+chức|tiến\s+hành|triển\s+khai|ban\s+hành|trình)(?:\s+[^.;,:\n]{1,60}?)?\s+(?:trong|trước|vào)\s+(?:cuối\s+|hết\s+)?(?=tháng\s+\d|quý\s+[IV\d])/giu, 'within'],
  // hoàn thành đến hết ngày 30/6/2024; nhận hồ sơ đến hết ngày 15/4/2024
  [/(?<!\p{L})đến\s+hết\s+(?=ngày\s+\d)/giu, 'before'],
  // trước ngày 25/02/2023; xong trước 30/6/2024; trước 17 giờ 00 ngày 12/9/2023
  [/(?<!\p{L})trước(?:\s+(?:và|hoặc)\s+trong)?\s+(?:ngày\s+(?=thứ)|(?:\d{1,2}\s?(?:giờ|h|:)\s?(?:\d{2})?\s?(?:phút)?’?'?,?\s+)?(?=ngày\s+\d|mùng\s+\d|\d{1,2}\s?[/-]\s?\d|\d{1,2}\s+tháng|thứ\s))/giu, 'before'],
  // báo cáo vào ngày 15 hằng tháng; gửi ngày 20 của tháng cuối quý
  [/(?<!\p{L})(?:báo\s+cáo|gửi|nộp|định\s+kỳ)[^.;:\n]{0,80}?\s(?:vào\s+)?(?=ngày\s+\d{1,2}\s+(?:của\s+)?(?:hằng|hàng|mỗi|tháng\s+(?:cuối|đầu)|các tháng|cuối))/giu, 'sure'],
] // biome-ignore format: a pattern a line, with its example above

/** Something to be done by then. */
const ACT =
  /báo cáo|gửi|hoàn thành|hoàn tất|hoàn thiện|nộp|đăng ký|tổ chức|xây dựng|triển khai|tổng hợp|trình|phê duyệt|tổng kết|sơ kết|rà soát|(?<!\p{L})lập(?!\p{L})|cập nhật|bàn giao|công bố|thông báo|(?<!\p{L})xong(?!\p{L})|tham mưu|thực hiện|ban hành|quán triệt|kiểm tra|đánh giá|bố trí|chuẩn bị|tiếp nhận|góp ý|ý kiến|đề xuất|thời gian|thời hạn|tiến độ|(?<!\p{L})hạn(?!\p{L})|nhận hồ sơ|giải quyết|khắc phục|niêm yết|phối hợp|chỉ đạo/iu // gửi về Ban Dân vận Huyện ủy
/** Right before «trước ngày»: a condition, not a task. */
const CONDITION_BEFORE =
  /(?:(?<!\p{L})(?:sinh(?:\s+ra)?|có hiệu lực(?:\s+thi hành)?|phát sinh|xảy ra|nghỉ hưu|hy sinh|tồn tại|khởi công|được tuyển dụng|nhập ngũ|cư trú|hoạt động cách mạng|(?:hợp đồng|giấy phép|giấy chứng nhận|trường hợp|đối tượng|người)\s[^.;,]{0,60}|tham gia[^.;,]{0,50}|(?<!(?:phải|cần|sẽ)\s)được[^.;,]{0,40}|bị[^.;,]{0,30}|đã[^.;]{0,60}|từ[^.;]{0,60}\sđến))\s*$/iu // đã nộp hồ sơ trước ngày
/** Right after the date: the same. */
const CONDITION_AFTER =
  /^\s*(?:\([^)\n]{0,80}\)\s*)?,?\s*(?:thì|mà(?!\p{L})|vẫn|trở về trước|(?:được\s+)?tiếp tục (?:được\s+)?(?:thực hiện|áp dụng|có hiệu lực|thi hành|sử dụng)|không phải|nhưng)/iu // trước ngày 01/7/2023 thì tiếp tục áp dụng
/** A cell or a line that holds little else is a deadline by where it stands. */
const SHORT_LINE = 48
/** How far back the clause before a deadline is read. */
const CLAUSE_LENGTH = 120
/** Longest sentence kept on either side. */
const SENTENCE_REACH = 700

/**
 * Reads the deadlines of a document in their order. `issuedOn` is the document's own date (`YYYY-MM-DD`): a day before
 * it is history. Spans are UTF-16 offsets of `text`.
 */
export function readDeadlines(text: string, issuedOn: string | null): Deadline[] {
  const plain = normalise(text)
  const found = new Map<string, Deadline>()
  // One byte an offset: a text of nothing but deadlines stays linear.
  const claimed = new Uint8Array(plain.text.length)
  for (const [pattern, kind] of TRIGGERS) {
    for (const match of plain.text.matchAll(pattern)) {
      const at = match.index + match[0].length
      const words = match[0].toLowerCase()
      const before = clauseBefore(plain.text, at)
      const isBefore = /trước\s+(?:cuối\s+|hết\s+)?$/u.test(words) && kind !== 'before'
      const written = readTimesAt(plain.text, at, { before: before.toLowerCase(), isBefore })
      if (!written || claimed.subarray(match.index, written.end).includes(1)) continue
      const sentence = sentenceAround(plain.text, match.index, written.end)
      const isDated = written.times.every(({ due }) => due.kind === 'day')
      if (kind === 'before' && isCondition(plain.text, match.index, written.end, sentence, isDated)) continue
      const start = leadOf(plain.text, match.index, match[0])
      claimed.fill(1, match.index, written.end)
      for (const time of written.times) {
        if (time.due.kind === 'day' && issuedOn !== null && time.due.date < issuedOn) continue
        const isFirst = time === written.times[0]
        const end = time === written.times.at(-1) ? written.end : time.end
        const span = { start: plain.toSource(isFirst ? start : time.start), end: plain.toSource(end) }
        found.set(`${span.start}`, {
          ...span,
          sentence: { start: plain.toSource(sentence.start), end: plain.toSource(sentence.end) },
          due: time.due,
        })
      }
    }
  }
  return [...found.values()].sort((one, other) => one.start - other.start)
}

/** Where the deadline's own words begin: a trigger may reach over the act («hoàn thành việc rà soát trong …»). */
function leadOf(text: string, start: number, words: string): number {
  const own =
    /(?:chậm nhất|muộn nhất|trễ nhất|trước|trong|vào|đến hết|hạn cuối|hạn chót|không quá)[^.;:\n]{0,24}$/iu.exec(
      words,
    )
  const at = own ? start + own.index : start + words.length
  return own || words.length <= 40
    ? own
      ? at
      : start
    : at + (/\s*$/.exec(text.slice(start, at))?.[0].length ?? 0)
}

/** A full date past the document's own needs no word of an act; a bare «25/10» does. */
function isCondition(text: string, start: number, end: number, sentence: Span, isDated: boolean): boolean {
  if (CONDITION_BEFORE.test(text.slice(Math.max(sentence.start, start - CLAUSE_LENGTH), start))) return true
  if (CONDITION_AFTER.test(text.slice(end, Math.min(sentence.end, end + CLAUSE_LENGTH)))) return true
  const whole = text.slice(sentence.start, sentence.end)
  return !isDated && whole.length > SHORT_LINE && !ACT.test(whole)
}

function clauseBefore(text: string, offset: number): string {
  const stretch = text.slice(Math.max(0, offset - CLAUSE_LENGTH), offset)
  const breaks = [...stretch.matchAll(/[.;\n]\s/g)].at(-1)
  return breaks ? stretch.slice(breaks.index + 1) : stretch
}

/** A full stop, a semicolon or a paragraph's end; not the dot of «30.4» or «TP.», nor a line broken inside a sentence. */
const ENDS =
  /[.;!?…](?=["”»)]?\s+(?:["“«(]?\p{Lu}|[-–+•*]\s|\d{1,2}[.)]\s|[a-zđ]\)\s|$))|\n\s*\n|\n(?=\s*(?:[-–+•*]\s|\d{1,2}[.)]\s|[a-zđ]\)\s))|(?<=[.;:!?])\n|\t/gu

function sentenceAround(text: string, start: number, end: number): Span {
  const from = Math.max(0, start - SENTENCE_REACH)
  const to = Math.min(text.length, end + SENTENCE_REACH)
  let first = from
  let last = to
  for (const match of text.slice(from, to).matchAll(ENDS)) {
    const stop = from + match.index + match[0].length
    if (stop <= start) first = stop
    else if (from + match.index >= end) {
      last = match[0].trim() === '' ? from + match.index : stop
      break
    }
  }
  const lead = /^\s*/.exec(text.slice(first, last))?.[0].length ?? 0
  const trail = /\s*$/.exec(text.slice(first, last))?.[0].length ?? 0
  return { start: first + lead, end: last - trail }
}
