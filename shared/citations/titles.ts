/** The start of a title comes in; where the title can reach at most goes out (citations inside it are judged later). */
import { KIND_WORDS } from '../documents/kinds.ts'
import { isEnactingBody } from './bodies.ts'

const KINDS = KIND_WORDS.map((word) => word.replaceAll(' ', '\\s{1,6}')).join('|')
/** Marks at which a title may end. */
const MARK =
  /[;:)("“”»«…]|\.|,(?=\s)|\s(?:gắn với|và các|và những|như sau|đã được|đã ban hành|đến nay|nêu rõ|chỉ rõ|xác định rõ|nhấn mạnh|đã (?:nêu|chỉ|xác định|đề ra|đặt ra|khẳng định|nhấn mạnh|yêu cầu)|(?:đề|đặt) ra(?= (?:mục tiêu|nhiệm vụ|yêu cầu|quan điểm|chủ trương)))(?=[\s:.]|$)/gu
/** After a comma: the next act of a list, or the sentence going on. */
const LIST_GOES_ON = new RegExp(
  `^,\\s+(?:(?:và\\s+)?(?:các|những|một số)\\s+(?:văn bản|${KINDS})|(?:và\\s+)?(?:${KINDS})\\s+(?:số\\s*)?[:(]?\\s?[\\dOlI])`,
  'iu',
)
/** «… sửa đổi Khoản 2 Mục III Phần I, Thông tư số …»: the comma stands between a provision and its act. */
const PROVISION = /(?:^|\s)(?:điều|khoản|điểm|tiết|mục|phần|chương)\s+(?:[\d.]{1,6}|[ivxl]{1,6}|[a-zđ])$/iu
const SENTENCE_GOES_ON =
  /^,\s+(?:gắn với|trong đó|trọng tâm|đặc biệt|nhất là|đồng thời|góp phần|qua đó|từ đó|nhằm|trên cơ sở|theo đó|cùng với|cụ thể|hiện nay|đến nay|trong năm|trong thời gian|thời gian qua|ngay sau|căn cứ|thực hiện [Nn]ghị|tạo (?:sự|bước|chuyển)|sau khi|kết hợp|bảo đảm kịp thời|đến thời điểm|tính đến)(?!\p{L})/u
/** «, các cấp ủy đã …», «, cấp ủy, chính quyền huyện tổ chức …»: a new subject and its verb. */
const NEW_SUBJECT =
  /^,\s+(?:(?:các|toàn|tất cả|100%)\s|cấp ủy|cấp uỷ|đảng ủy|chi bộ|địa phương|đơn vị|huyện|tỉnh|xã|Ban|Huyện|Tỉnh|Đảng|Ủy|UBND|MTTQ|HĐND)(?:[^,;.:]{0,70}?\s(?:đã|tiếp tục|nghiêm túc|kịp thời|luôn|tích cực)|[^,;.:]{0,24}?\s(?:tổ chức|xây dựng|ban hành|báo cáo|đề nghị|yêu cầu|triển khai|chỉ đạo))(?!\p{L})/u
/** «, các cấp ủy Đảng, chính quyền, Mặt trận đã …»: a new subject of several. */
const NEW_SUBJECTS =
  /^,\s+(?:các\s+)?(?:cấp ủy|cấp uỷ|cấp, các ngành|cấp, ngành|sở, ban|ban, ngành|cơ quan|địa phương|đơn vị)[^;.:]{0,150}?\sđã(?!\p{L})/u
/** Full stops that end no sentence: «TP. Hồ Chí Minh», «đ/c.», «5.000». */
const ABBREVIATION =
  /(?:^|[\s(])(?:TP|Tp|TX|Tx|TT|Q|P|H|T|đ\/c|ĐC|GS|PGS|TS|ThS|BS|KS|St|Tr|tr|v\.v|Nxb|TW|T)$/u

const TIED_ACT = new RegExp(
  `^\\s+gắn với\\s+(?:việc\\s+)?(?:triển khai\\s+)?(?:thực hiện\\s+)?(?:các\\s+)?(?:${KINDS})\\s+(?:số\\s*)?[\\dOlI]`,
  'iu',
)
const AND_OTHERS = new RegExp(`^\\s+(?:và các|và những)\\s+(?:văn bản|${KINDS})`, 'iu')
/** No title is longer: the scan stays linear on text without a full stop. */
const REACH = 1500

/** True when the full stop at `offset` ends a sentence. */
export function isFullStop(text: string, offset: number): boolean {
  const after = text.slice(offset + 1, offset + 8)
  if (/^["”»)\]]?\s*$/.test(after) && offset + 8 >= text.length) return true
  if (text[offset - 1] === '.' || text[offset + 1] === '.') return /^\.*\s+\p{Lu}/u.test(after) // «…» as dots
  if (!/^["”»)\]]?\s+[\p{Lu}\d“"*-]/u.test(after)) return false
  return !ABBREVIATION.test(text.slice(Math.max(0, offset - 6), offset))
}

/** Offset where a title that begins at `start` must end, whatever it cites. */
export function titleReach(whole: string, from: number, isQuoted: boolean): number {
  // Judged in a window, so that a book without a full stop is still read once.
  const base = Math.max(0, from - 8)
  const text = whole.slice(base, from + REACH)
  return base + reachInside(text, from - base, isQuoted)
}

function reachInside(text: string, start: number, isQuoted: boolean): number {
  let depth = 0
  let quotes = isQuoted ? 1 : 0
  MARK.lastIndex = start
  for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
    const at = match.index
    const mark = match[0]
    if (mark === '(') {
      // «(sau đây gọi tắt là Nghị quyết số 25-NQ/TW)» is a remark on the act.
      if (/^\(\s?(?:sau đây|gọi|viết tắt|(?:đã )?được (?:sửa|bổ|thay|điều))/.test(text.slice(at, at + 20)))
        return at
      depth++
    } else if (mark === ')') {
      if (depth === 0) return at
      depth--
    } else if (mark === '“' || mark === '«') quotes++
    else if (mark === '”' || mark === '»') {
      quotes--
      if (isQuoted && quotes <= 0) return at
    } else if (mark === '"') {
      if (isQuoted) return at
    } else if (mark === ';' || mark === ':') return at
    else if (mark === '…') {
      if (/^…\s+\p{Lu}/u.test(text.slice(at, at + 6))) return at
    } else if (mark === '.') {
      if (isFullStop(text, at) || /^\.\s*\/\.?/.test(text.slice(at, at + 4))) return at
      if (text.startsWith('./.', at)) return at
      if (text.startsWith('...', at)) return at
    } else if (mark === ',') {
      const after = text.slice(at, at + 110)
      if (PROVISION.test(text.slice(Math.max(0, at - 16), at))) continue
      if (LIST_GOES_ON.test(after) || SENTENCE_GOES_ON.test(after) || NEW_SUBJECT.test(after)) return at
      if (NEW_SUBJECTS.test(text.slice(at, at + 200))) return at
      const next = at + 1 + (after.slice(1).length - after.slice(1).trimStart().length)
      if (/\p{Lu}|ủ|u/u.test(text[next] ?? '') && isEnactingBody(text, next)) return at
    } else if (mark.trim() === 'gắn với') {
      // «xây dựng nông thôn mới gắn với đô thị hóa» is title; «gắn với Quyết định số 825» is the next citation.
      if (TIED_ACT.test(text.slice(at, at + 90))) return at
    } else if (/^\s+và\s/.test(mark)) {
      if (AND_OTHERS.test(text.slice(at, at + 60))) return at
    } else return at
  }
  return text.length
}
