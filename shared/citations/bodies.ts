/** Names of issuing bodies as patterns: a body's name at an offset of a passage comes in, its end goes out. */
import { CLOSED_HEADS, FIELDS, MODIFIERS, NO_PLACE_WORDS, OFFICE_HEADS, OPEN_HEADS } from './bodyWords.ts'
import { anyPhrase, phraseSource } from './wordPattern.ts'

const NO_PLACE = `(?!V/v|(?:${NO_PLACE_WORDS.map((word) => `${word}(?!\\p{L})`).join('|')}))`
/** Lai Châu, Tam Đường, Hồ Chí Minh, Bà Rịa - Vũng Tàu. */
const PLACE = `${NO_PLACE}\\p{Lu}\\p{L}*(?:(?:\\s{1,3}|\\s?-\\s?)${NO_PLACE}\\p{Lu}\\p{L}*){0,4}`

const TERM_SOURCE =
  '(?:\\s{0,3},?\\s{0,3}\\(?\\s{0,2}[Kk](?:hóa|hoá)\\s{1,3}(?:thứ\\s{1,2})?(?:[IVX]{1,6}|\\d{1,2})(?![\\p{L}\\d])(?:\\s{0,2}[,;]?\\s{0,2}(?:[Nn]hiệm\\s+kỳ\\s+)?\\d{4}\\s?-\\s?\\d{4})?(?:\\s{0,2}\\))?)'

const BODY = new RegExp(
  `(?:[Hh]ội\\s+nghị\\s+(?:lần\\s+thứ\\s+[\\p{L}\\d]{1,8}(?:\\s+(?:một|hai|ba|tư|bốn|lăm|năm|sáu|bảy|tám|chín|mười))?,?\\s+|(?=[Tt]rung\\s+ương))|[Bb]an\\s+[Bb]í\\s+thư,\\s+)?(?:${anyPhrase(CLOSED_HEADS)}|${anyPhrase(OFFICE_HEADS)}\\s{1,6}${anyPhrase(FIELDS)})(?![\\p{L}\\p{N}])(?:\\s{1,6}(?:${anyPhrase(MODIFIERS)}(?![\\p{L}\\p{N}])|\\d{1,2}(?=\\s+[Kk]h[óo])|${PLACE}))*`,
  'uy',
)
const TERM_AFTER = new RegExp(TERM_SOURCE, 'uy')
/** «khóa XI» → XI, «khóa 11» → 11. */
const TERM_INSIDE = /[Kk](?:hóa|hoá)\s{1,3}(?:thứ\s{1,2})?([IVX]{1,6}|\d{1,2})(?![\p{L}\d])/u

const OPEN = new RegExp(`${anyPhrase(OPEN_HEADS)}(?![\\p{L}\\p{N}])`, 'uy')

/** Bodies that may be written in small letters, or named only by level: «của Trung ương», «của tỉnh». */
const GENERIC = new RegExp(
  `${anyPhrase(['trung ương đảng', 'trung ương', 'đảng', 'tỉnh', 'huyện', 'thành phố', 'xã'])}(?!\\s?\\p{L})`,
  'uy',
)

function endOf(pattern: RegExp, text: string, offset: number): number | null {
  pattern.lastIndex = offset
  const match = pattern.exec(text)
  return match === null ? null : offset + match[0].length
}

/** Letters a body's name can begin with: most words asked about are none. */
const BODY_INITIALS: ReadonlySet<string> = new Set(
  [...CLOSED_HEADS, ...OFFICE_HEADS, 'hội nghị'].flatMap((head) => {
    const initial = head.slice(0, 1)
    return [initial.toLowerCase(), initial.toUpperCase(), ...('ủỦ'.includes(initial) ? ['u', 'U'] : [])]
  }),
)

/** End of a complete body name at `offset` («Ban Thường vụ Tỉnh ủy Lạng Sơn»), without a term; null when none. */
export function closedBodyEnd(text: string, offset: number): number | null {
  return BODY_INITIALS.has(text[offset] ?? '') ? endOf(BODY, text, offset) : null
}

/** End of the head of a name that may go on («Ban Chỉ đạo»); null when none. */
export function openHeadEnd(text: string, offset: number): number | null {
  return endOf(OPEN, text, offset)
}

/** End of «tỉnh», «Trung ương» standing alone for a body; null when more words follow. */
export function genericBodyEnd(text: string, offset: number): number | null {
  return endOf(GENERIC, text, offset)
}

/** End of «(khóa XI)», «, khóa XI nhiệm kỳ 2010-2015» at `offset`; null when none. */
export function termEnd(text: string, offset: number): number | null {
  return endOf(TERM_AFTER, text, offset)
}

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX'] // biome-ignore format: a table

/** The khóa named in a stretch of text, as a roman numeral; null when none is. */
export function termIn(text: string): string | null {
  const written = TERM_INSIDE.exec(text)?.[1]
  if (written === undefined) return null
  return /^\d/.test(written) ? (ROMAN[Number(written)] ?? null) : written
}

/** A body followed by what it does: «, Ban Thường vụ Tỉnh ủy xây dựng Kế hoạch …», the enacting words. */
const ENACTS = new RegExp(
  `\\s{0,3}(?:\\([^)]{1,80}\\)\\s{0,2})?,?\\s{0,3}(?:[Tt]iếp\\s+tục\\s+|đã\\s+|[Tt]rân\\s+trọng\\s+|[Yy]êu\\s+cầu|${anyPhrase(['xây dựng', 'ban hành', 'báo cáo', 'đề nghị', 'quyết định', 'quyết nghị', 'hướng dẫn', 'thông báo', 'chỉ thị', 'kết luận', 'đề ra', 'lập', 'triển khai', 'tổ chức', 'trình', 'kính', 'ra', 'phối hợp', 'có', 'chỉ đạo', 'cụ thể hóa', 'tiến hành', 'thống nhất', 'phê duyệt', 'đánh giá'])})(?!\\p{L})`,
  'uy',
)

/** True when a body name at `offset` is the subject of an enacting verb, so it issued nothing cited here. */
export function isEnactingBody(text: string, offset: number): boolean {
  const end = closedBodyEnd(text, offset) ?? openBodyGuess(text, offset)
  if (end === null) return false
  const whole = termEnd(text, end) ?? end
  if (endOf(ENACTS, text, whole) !== null) return true
  // «, Công an tỉnh và Ban Dân vận Tỉnh ủy thống nhất ban hành …»
  const and = endOf(AND, text, whole)
  const second = and === null ? null : closedBodyEnd(text, and)
  return second !== null && endOf(ENACTS, text, second) !== null
}
const AND = /\s(?:và|-|cùng)\s/uy

const OPEN_GUESS = new RegExp(
  `${anyPhrase(OPEN_HEADS)}(?:\\s{1,3}[\\p{L}-]+){0,9}?(?=\\s{1,3}${phraseSource('xây dựng')}|\\s{1,3}${phraseSource('ban hành')}|\\s{1,3}${phraseSource('báo cáo')})`,
  'uy',
)

function openBodyGuess(text: string, offset: number): number | null {
  return endOf(OPEN_GUESS, text, offset)
}
