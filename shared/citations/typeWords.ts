/** The place of a number comes in; the kind words before it («Thông báo Kết luận»), and where the citation begins, go out. */
import { KIND_WORDS, kindNamesOf } from '../documents/kinds.ts'
import type { DocumentNumber } from '../documents/number.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { closedBodyEnd } from './bodies.ts'
import { readIssuer, type WrittenIssuer } from './issuer.ts'

/** What stands before a number. */
export interface TypeWords {
  /** Where the citation begins: its kind words, else «số», else the number. */
  readonly leadStart: number
  /** Span of the kind words; null when there are none. */
  readonly typeStart: number | null
  readonly typeEnd: number | null
  /** «Nghị quyết của Bộ Chính trị số …»: an issuer between the kind and the number. */
  readonly issuer: WrittenIssuer | null
  /** True for «các Nghị quyết của A: số …»: kind and issuer are said once for the list. */
  readonly isListHead?: boolean
  /** «Luật Đất đai số …»: title words between the kind and the number. */
  readonly title: { readonly start: number; readonly end: number } | null
}

const KINDS = KIND_WORDS.map((word) => word.replaceAll(' ', '\\s{1,6}')).join('|')
/** What makes a kind of its own of a kind: «Báo cáo thẩm tra», «Quy chế làm việc», «Nghị quyết chuyên đề». */
const OF_A_KIND = `(?:\\s{1,3}(?:liên ngành|liên tịch|liên bộ|phối hợp|làm việc|chuyên đề|thẩm tra|thẩm định|tiếp thu|giải trình|tổng hợp|tổng kết|giám sát|kết luận|kiểm điểm|đề xuất|ý kiến|chính trị|hỏa tốc|hoả tốc|khẩn))?`
const QUOTE = '["“”«»(\\[]?'
/** «Nghị quyết số », «Chỉ thị », «các Quyết định: số », «Kết luận (số ». */
const NEAR = new RegExp(
  `(?<!\\p{L})((?:${KINDS})${OF_A_KIND}|kết luận\\s{1,3}(?:thanh|kiểm) tra)\\s{0,4}[:,]?\\s{0,4}${QUOTE}\\s{0,2}(?:s[ốôoỗ0]\\s{0,3}[:.]?\\s{0,4})?$`,
  'iu',
)
/** «NQ số 18-NQ/TW»: the kind by its code. */
const CODE_BEFORE =
  /(?<!\p{L})(NQ|QĐ|CT|KL|KH|HD|CTr|TB|BC|NĐ|TT|CV|QC|QyĐ|ĐA|PL)\s{0,2}(?:số|:)\s{0,3}:?\s{0,3}$/u
const NUMBER_WORD = /(?<!\p{L})s[ốôoỗ0]\s{0,3}[:.]?\s{0,4}$/iu
const FAR_KIND = new RegExp(`(?<!\\p{L})(?:${KINDS})(?!\\p{L})`, 'giu')
const NEAR_REACH = 56
const FAR_REACH = 190

/** Names a number of this symbol can be called by; Assembly acts carry no code. */
function namesOf(number: DocumentNumber): readonly string[] {
  if (number.kindCode !== null) return kindNamesOf(number.kindCode)
  if (number.issuerCode === 'QH') return ['luật', 'bộ luật', 'nghị quyết']
  if (number.issuerCode === 'UBTVQH') return ['pháp lệnh', 'nghị quyết']
  return ['công văn', 'nghị định', 'quyết định']
}

/** Reads what stands before the number at `offset`; nothing before `floor` (the citation before it) belongs to it. */
export function readTypeWords(
  text: string,
  offset: number,
  floor: number,
  number: DocumentNumber,
): TypeWords {
  const base = Math.max(floor, offset - NEAR_REACH)
  const before = text.slice(base, offset)
  const near = NEAR.exec(before) ?? CODE_BEFORE.exec(before)
  // «Luật Ban hành văn bản quy phạm pháp luật số …»: the last word of a law's name is not its kind.
  const isPartOfName = near !== null && near[1] === 'luật' && /pháp\s+$/.test(before.slice(0, near.index))
  if (near !== null && !isPartOfName) {
    const start = base + near.index
    const typeEnd = start + (near[1] ?? '').length
    return { leadStart: start, typeStart: start, typeEnd, issuer: null, title: null }
  }
  const word = NUMBER_WORD.exec(before)
  if (word === null) {
    return { leadStart: offset, typeStart: null, typeEnd: null, issuer: null, title: null }
  }
  const wordStart = base + word.index
  return (
    readListHead(text, wordStart, floor) ??
    (isPartOfName ? null : readDamagedType(text, wordStart, base, number)) ??
    readFarType(text, wordStart, floor, number) ?? {
      leadStart: wordStart,
      typeStart: null,
      typeEnd: null,
      issuer: null,
      title: null,
    }
  )
}

/** «các Nghị quyết của Hội đồng nhân dân tỉnh: » before «số 340/NQ-HĐND … ; số 160/NQ-HĐND …». */
const LIST_HEAD = new RegExp(
  `(?<!\\p{L})(${KINDS})\\s{1,3}của\\s{1,3}([^:;.()]{3,90}?)\\s{0,2}:\\s{1,3}$`,
  'iu',
)

function readListHead(text: string, wordStart: number, floor: number): TypeWords | null {
  const base = Math.max(floor, wordStart - FAR_REACH)
  const head = LIST_HEAD.exec(text.slice(base, wordStart))
  const [whole, kind = '', body = ''] = head ?? []
  if (head === null || whole === undefined) return null
  const typeStart = base + head.index
  const start = typeStart + whole.indexOf(body, kind.length)
  const end = start + body.length
  if (closedBodyEnd(text, start) !== end) return null
  const typeEnd = typeStart + kind.length
  return {
    leadStart: typeStart,
    typeStart,
    typeEnd,
    issuer: { start, end, after: end },
    title: null,
    isListHead: true,
  }
}

const LAST_WORD = /(?<!\p{L})\p{L}+(?=\s*$)/u // «Luât» of «Luât số»
const LAST_TWO_WORDS = /(?<!\p{L})\p{L}+\s+\p{L}+(?=\s*$)/u // «Kêt luận» of «Kêt luận số»

/** «Kêt luận số», «Quyêt định số»: the kind with marks lost in scanning, known by its letters and by the code. */
function readDamagedType(
  text: string,
  wordStart: number,
  base: number,
  number: DocumentNumber,
): TypeWords | null {
  const before = text.slice(base, wordStart)
  for (const name of namesOf(number)) {
    const pattern = name.includes(' ') ? LAST_TWO_WORDS : LAST_WORD
    const found = pattern.exec(before)
    if (found === null || foldWord(found[0]) !== foldWord(name)) continue
    const start = base + found.index
    const typeEnd = start + found[0].length
    return { leadStart: start, typeStart: start, typeEnd, issuer: null, title: null }
  }
  return null
}

/** «Nghị quyết của Bộ Chính trị số», «Luật Thực hiện dân chủ ở cơ sở số», «Nghị quyết Trung ương 7 (khóa XI) số». */
function readFarType(
  text: string,
  wordStart: number,
  floor: number,
  number: DocumentNumber,
): TypeWords | null {
  const base = Math.max(floor, wordStart - FAR_REACH)
  const stretch = text.slice(base, wordStart)
  const from = Math.max(stretch.lastIndexOf(';'), stretch.lastIndexOf('. '), stretch.lastIndexOf(': ')) + 1
  const names = namesOf(number)
  const isLaw = (number.kindCode === null || number.kindCode === 'PL') && number.year !== null
  let chosen: { start: number; end: number } | null = null
  for (const match of stretch.slice(from).matchAll(FAR_KIND)) {
    const name = match[0].toLowerCase().replace(/\s+/g, ' ')
    const start = base + from + match.index
    const end = start + match[0].length
    if (!names.includes(name) || end >= wordStart) continue
    // In small letters only straight before: «kế hoạch kiểm tra số 10-KH/UBKTHU», «nghị quyết của Bộ Chính trị số …».
    const isOf = /^\s+của\s/.test(text.slice(end, end + 8)) || wordStart - end <= 24
    if (!/^\p{Lu}/u.test(match[0]) && !isOf) continue
    // A law's own name may name another law: the first one is the act. Otherwise the nearest.
    if (chosen === null || !isLaw) chosen = { start, end }
  }
  if (chosen === null) return null
  const middle = text.slice(chosen.end, wordStart).trim()
  if (middle === '' || (!isLaw && /[,;]/.test(middle.replace(/,$/, '')))) return null
  const middleStart = chosen.end + (text.slice(chosen.end).length - text.slice(chosen.end).trimStart().length)
  const found = { leadStart: chosen.start, typeStart: chosen.start, typeEnd: chosen.end }
  // «Luật Kiểm toán nhà nước số …» is named after a body, not issued by it.
  const issuer = readIssuer(text, middleStart, wordStart, isLaw ? 'elsewhere' : 'beforeNumber')
  if (issuer !== null && issuer.after >= wordStart - 3) return { ...found, issuer, title: null }
  if (/^[Tt]rung\s+ương\s+\d/.test(middle)) return { ...found, issuer: null, title: null }
  return { ...found, issuer: null, title: { start: middleStart, end: middleStart + middle.length } }
}
