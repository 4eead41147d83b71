/** A passage and the numbers in it come in; mentions with their kind words, date, issuer and title start go out. */

import { readDateAt, type WrittenDate } from '../documents/dates.ts'
import type { DocumentNumber } from '../documents/number.ts'
import { closedBodyEnd, openHeadEnd, termEnd } from './bodies.ts'
import { type Details, readDetails, readTitleStart } from './details.ts'
import type { Passage } from './passages.ts'
import { titleReach } from './titles.ts'
import { readTypeWords, type TypeWords } from './typeWords.ts'

/** A number of the passage; offsets are the passage's. */
export interface PlacedNumber {
  readonly start: number
  readonly end: number
  readonly value: DocumentNumber
  readonly isFromList: boolean
}

/** One citation being read. Offsets are the passage's. */
export interface Mention extends PlacedNumber {
  readonly passage: Passage
  readonly leadStart: number
  readonly type: { readonly start: number; readonly end: number } | null
  readonly issuer: { readonly start: number; readonly end: number } | null
  readonly details: Details
  /** The title as far as it can reach; `end` is cut later, where a citation that is no part of it begins. */
  readonly title: { readonly start: number; readonly end: number } | null
  /** True when it follows its neighbour in one list, nothing but «,» or «và» between them. */
  readonly isJoined: boolean
  /** True when the words around it are the name of a body («Ban Chỉ đạo thực hiện Kết luận số …»). */
  readonly isInBodyName: boolean
}

/** «Ban Chỉ đạo thực hiện », «BCĐ tỉnh triển khai »: the cited act is part of a body's name. */
const BODY_NAME =
  /(?:[Bb]an [Cc]hỉ đạo|BCĐ|[Tt]ổ (?:công tác|chỉ đạo|giúp việc|biên tập)|[Tt]iểu ban|[Bb]an (?:điều hành|soạn thảo|quản lý)|[Đđ]oàn (?:kiểm tra|giám sát|công tác))(?:\s+(?:tỉnh|huyện|xã|thành phố|Trung ương|các cấp|cấp (?:tỉnh|huyện|xã)))?\s+(?:triển khai\s+)?(?:thực hiện|triển khai|theo|về)\s+$/u
const BODY_NAME_REACH = 80
/** «Ban Chỉ đạo thực hiện Quy chế …»: up to the capital that goes on with the name. */
export function isInBodyName(text: string, start: number, end: number): boolean {
  const words = /^([Cc]hỉ đạo\s)?(?:triển khai|thực hiện|triển khai thực hiện)$/iu.exec(
    text.slice(start, end),
  )
  if (words === null || !/^\s\p{Lu}/u.test(text.slice(end, end + 2))) return false
  // The table knows «chỉ đạo thực hiện» as one verb, also where «Ban» stands before it.
  const verb = start + (words[1]?.length ?? 0)
  return NAMED_AFTER.test(text.slice(Math.max(0, verb - BODY_NAME_REACH), verb))
}
const NAMED_AFTER =
  /(?:Ban [Cc]hỉ đạo|BCĐ|Tổ (?:công tác|chỉ đạo|giúp việc)|Tiểu ban|Ban (?:điều hành|soạn thảo))(?:\s(?:tỉnh|huyện|xã|thành phố|Trung ương|các cấp|cấp (?:tỉnh|huyện|xã)))?\s$/u

/** Central bodies by the code of their acts: only they are believed behind a title, where «của» may belong to it. */
const CENTRAL_ISSUERS: Readonly<Record<string, RegExp>> = {
  TW: /\scủa\s((?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương)(?:\s(?:Trung ương|Đảng))*(?:,?\s\(?kh[óo][áa]\s[IVX]+\)?)?)\s*$/u, // … về công tác dân tộc của Bộ Chính trị
  CP: /\scủa\s(Chính phủ)\s*$/u, // … về giảm nghèo bền vững của Chính phủ
  TTg: /\scủa\s(Thủ tướng Chính phủ)\s*$/u, // … về dân vận chính quyền của Thủ tướng Chính phủ
  QH: /\scủa\s(Quốc hội)\s*$/u, // … về đầu tư công của Quốc hội
}

/** «Nghị quyết số 72-NQ/TW, ngày 09/9/2025 về một số giải pháp … của Bộ Chính trị»: the issuer behind the title. */
function issuerBehindTitle(
  text: string,
  title: { readonly start: number; readonly end: number },
  code: string,
): { readonly start: number; readonly end: number; readonly titleEnd: number } | null {
  const by = issuedBehindTitle(text, title)
  if (by !== null) return by
  const pattern = CENTRAL_ISSUERS[code]
  if (pattern === undefined) return null
  const from = Math.max(title.start, title.end - 90)
  const found = pattern.exec(text.slice(from, title.end))
  const name = found?.[1]
  if (found === null || name === undefined) return null
  const start = from + found.index + found[0].indexOf(name)
  return { start, end: start + name.length, titleEnd: from + found.index }
}

/** «… thi hành Điều lệ Đảng do Ban Chấp hành Trung ương ban hành»: any body, since «ban hành» says what it did. */
function issuedBehindTitle(
  text: string,
  title: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number; readonly titleEnd: number } | null {
  for (const found of text.slice(title.start, title.end).matchAll(/\sdo\s(?=\p{Lu})/gu)) {
    const start = title.start + found.index + found[0].length
    const end = closedBodyEnd(text, start)
    if (end !== null && /^\s(?:ký\s)?ban hành(?!\p{L})/u.test(text.slice(end, end + 14)))
      return { start, end, titleEnd: title.start + found.index }
  }
  return null
}

/** «Quyết định số 6335/QĐ-BCA về bãi bỏ thủ tục (22/07/2025);»: the day in brackets behind the title. */
function dayBehindTitle(
  text: string,
  title: { readonly start: number; readonly end: number },
): { readonly date: WrittenDate; readonly titleEnd: number } | null {
  const from = Math.max(title.start, title.end - 22)
  const bracket = /\s\((?:ngày\s)?(?=\d{1,2}\s?[/.-])/u.exec(text.slice(from, title.end))
  if (bracket === null) return null
  const date = readDateAt(text, from + bracket.index + bracket[0].length)
  const isWhole = date !== null && /^\)\s*$/.test(text.slice(date.end, title.end))
  return isWhole ? { date, titleEnd: from + bracket.index } : null
}

/** «, Ban Bí thư đã ban hành »: the words between a date that opens the clause and the act issued on it. */
const ISSUED_WORDS = /^\s(?:đã\s)?(?:ký\s)?(?:ban hành|ra|có)\s$/
const OPEN_ISSUED = /^(\p{Lu}[^.;:()“”]{2,80}?)\s(?:đã\s)?(?:ký\s)?ban hành\s$/u
const OPENING_DAY = /(?:^|[.;:,]\s|-\s)(?=[Nn]gày\s\d)/g
const ISSUED_REACH = 130
/** «, Tổng Bí thư Nguyễn Phú Trọng đã thay mặt »: a person signed for the body. */
const SIGNED_FOR = /^\p{Lu}[^,.;:]{4,60}\s(?:đã\s)?(?:thay mặt|thừa lệnh)\s/u

/**
 * «Ngày 09/5/2023, Ban Bí thư ban hành Kết luận số 54-KL/TW»: the date and the body stand before the act. Nothing
 * before `floor` is looked at: a date there belongs to the act before.
 */
function issuedBefore(
  text: string,
  leadStart: number,
  floor: number,
): { readonly date: WrittenDate; readonly issuer: { readonly start: number; readonly end: number } } | null {
  const from = Math.max(floor, leadStart - ISSUED_REACH)
  const before = text.slice(from, leadStart)
  const day = [...before.matchAll(OPENING_DAY)].at(-1)
  if (day === undefined || (day[0] === '' && from > 0)) return null
  const date = readDateAt(text, from + day.index + day[0].length)
  if (date === null || !/^,\s/.test(text.slice(date.end, date.end + 2))) return null
  const start = date.end + 2 + (SIGNED_FOR.exec(text.slice(date.end + 2, leadStart))?.[0].length ?? 0)
  const closed = closedBodyEnd(text, start)
  const end = closed === null ? null : (termEnd(text, closed) ?? closed)
  if (end !== null && end <= leadStart && ISSUED_WORDS.test(text.slice(end, leadStart)))
    return { date, issuer: { start, end } }
  // «Ngày 15/03/2024, Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc ban hành »: a name no table has whole.
  const open = openHeadEnd(text, start) === null ? null : OPEN_ISSUED.exec(text.slice(start, leadStart))
  return open === null ? null : { date, issuer: { start, end: start + (open[1] ?? '').length } }
}

/** «, », « và », « , số »: one list goes on. */
const JOINT = /^\s*(?:,|và|,\s*và|&)\s*$/

function isJoint(text: string, from: number, to: number): boolean {
  return to - from <= 14 && JOINT.test(text.slice(from, to))
}

/** «; số 160/NQ-HĐND …» after «các Nghị quyết của Hội đồng nhân dân tỉnh: số 340/NQ-HĐND …». */
function goesOnList(text: string, words: TypeWords, number: PlacedNumber, symbol: string | null): boolean {
  if (words.typeStart !== null || number.value.symbol !== symbol) return false
  return /[;,]\s+(?:và\s+)?$/.test(text.slice(Math.max(0, words.leadStart - 8), words.leadStart))
}

/** «Công an các huyện căn cứ Quy chế này và », then the act. */
const SUBJECT_ACTS_ON = /\p{L}\)?\scăn cứ(?:\svào)?\s[^.;:]{0,140}$/u
const SENTENCE_VERB =
  /^xây dựng (?:quy chế|kế hoạch|chương trình|báo cáo|đề án|phương án|văn bản|dự toán)(?!\p{L})/u

/** «… các xã căn cứ Hướng dẫn số 31-HD/BDV, ngày 24/9/2019 xây dựng quy chế»: what the subject does, no title. */
function isVerbOfSentence(text: string, own: Details, leadStart: number): boolean {
  if (own.titleStart === null || own.isQuoted || own.issuer !== null) return false
  return (
    SENTENCE_VERB.test(text.slice(own.titleStart, own.titleStart + 24)) &&
    SUBJECT_ACTS_ON.test(text.slice(Math.max(0, leadStart - 200), leadStart))
  )
}

const AMENDED = /^\s*\((?:đã\s)?(?:được\s)?(?:sửa đổi|bổ sung|thay thế|điều chỉnh)[\s,][^()]{2,300}\)/u

/**
 * «Nghị quyết số 27/2021/NQ-HĐND (được sửa đổi tại Nghị quyết số 12/2023/NQ-HĐND) của Hội đồng nhân dân tỉnh về …»: what
 * stands behind the brackets belongs to the first act. `limit` is where the act after the brackets begins.
 */
function behindAmender(text: string, own: Details, limit: (from: number) => number): Details {
  if (own.titleStart !== null) return own
  const brackets = AMENDED.exec(text.slice(own.end, own.end + 320))?.[0]
  if (brackets === undefined) return own
  const from = own.end + brackets.length
  const late = readDetails(text, from, limit(from))
  return {
    date: own.date ?? late.date,
    issuer: own.issuer ?? late.issuer,
    term: own.term ?? late.term,
    titleStart: late.titleStart,
    isQuoted: late.isQuoted,
    end: late.issuer === null && late.titleStart === null ? own.end : late.end,
  }
}

/** «Luật Ngân sách nhà nước số 01/2002/QH11 ngày …; số 83/2015/QH13 ngày …»: the law is named once. */
function isSameLaw(
  text: string,
  before: Mention | undefined,
  words: TypeWords,
  number: PlacedNumber,
): boolean {
  if (before === undefined || words.leadStart === number.start) return false
  if (before.value.issuerCode !== number.value.issuerCode || number.value.issuerCode !== 'QH') return false
  return /^\s*;\s*(?:và\s+)?$/.test(text.slice(before.details.end, words.leadStart))
}

/** «Báo cáo số 45/BC-TCKH ngày 5/3/2023 và Tờ trình số 46/TTr-TCKH cùng ngày». */
const SAME_DAY_WORDS = /^,?\s{1,3}cùng ngày(?!\s?\d)/u

/** Reads every mention of a passage. */
export function readMentions(passage: Passage, numbers: readonly PlacedNumber[]): readonly Mention[] {
  const { text } = passage
  const types: TypeWords[] = []
  let floor = 0
  for (const number of numbers) {
    types.push(readTypeWords(text, number.start, floor, number.value))
    floor = number.end
  }
  const details = numbers.map((number, index) =>
    readDetails(text, number.end, types[index + 1]?.leadStart ?? text.length, {
      isJoint:
        number.value.issuerCode.includes('-') &&
        (number.value.system === 'party' || /(?:LT|LN|PH)$/.test(number.value.kindCode ?? '')),
      isScheme: number.value.kindCode === 'ĐA',
    }),
  )
  const mentions: Mention[] = []
  let listHead: { readonly words: TypeWords; readonly symbol: string } | null = null
  for (const [index, number] of numbers.entries()) {
    const written = types[index]
    const bare = details[index]
    if (written === undefined || bare === undefined) continue
    const own = behindAmender(
      text,
      bare,
      (from) => types.find((type) => type.leadStart >= from)?.leadStart ?? text.length,
    )
    if (written.isListHead) listHead = { words: written, symbol: number.value.symbol }
    else if (!goesOnList(text, written, number, listHead?.symbol ?? null)) listHead = null
    const { typeStart, typeEnd, issuer } = listHead?.words ?? written
    const words: TypeWords = { ...written, typeStart, typeEnd, issuer }
    const before = mentions[index - 1]
    const isJoined =
      before !== undefined &&
      before.details.titleStart === null &&
      isJoint(text, before.details.end, words.leadStart)
    // «số 217, 218-QĐ/TW», «217-QĐ/TW và 218-QĐ/TW»: the kind is said once.
    const type =
      words.typeStart !== null && words.typeEnd !== null
        ? { start: words.typeStart, end: words.typeEnd }
        : isJoined || isSameLaw(text, before, words, number)
          ? (before?.type ?? null)
          : null
    const nextStart = types[index + 1]?.leadStart ?? text.length
    const issued =
      own.date === null && own.issuer === null
        ? issuedBefore(text, words.leadStart, details[index - 1]?.end ?? 0)
        : null
    const behind =
      issued === null ? own : { ...own, ...readTitleStart(text, own.end, nextStart, true, false) }
    const titleStart = isVerbOfSentence(text, behind, words.leadStart) ? null : behind.titleStart
    const isNamedAfter =
      BODY_NAME.test(text.slice(Math.max(0, words.leadStart - BODY_NAME_REACH), words.leadStart)) ||
      (isJoined && before.isInBodyName && own.date === null && own.titleStart === null)
    const isLoose = isNamedAfter && own.date === null && own.titleStart === null
    const title =
      titleStart !== null
        ? { start: titleStart, end: titleReach(text, titleStart, behind.isQuoted) }
        : words.title
    const late =
      own.issuer === null && words.issuer === null && title !== null && title.end <= nextStart
        ? issuerBehindTitle(text, title, number.value.issuerCode)
        : null
    const day = own.date === null && title !== null ? dayBehindTitle(text, title) : null
    const isSameDay = SAME_DAY_WORDS.test(text.slice(number.end, number.end + 16))
    const date = issued?.date ?? day?.date ?? own.date ?? (isSameDay ? (before?.details.date ?? null) : null)
    mentions.push({
      ...number,
      passage,
      leadStart: words.leadStart,
      type,
      // «Ban Chỉ đạo thực hiện Kết luận số 61-KL/TW của cấp ủy»: the committee's, not the conclusion's.
      issuer: isLoose ? null : (own.issuer ?? words.issuer ?? late ?? issued?.issuer ?? null),
      details: { ...behind, date },
      title:
        title === null ? null : { start: title.start, end: late?.titleEnd ?? day?.titleEnd ?? title.end },
      isJoined,
      isInBodyName: isNamedAfter,
    })
  }
  return shareDetails(mentions)
}

/** Numbers of one series given out on one day are this near each other at most. */
const SAME_DAY = 5

/** A shared day, unless the number itself names another year («04/2015/NĐ-CP và 145/2020/NĐ-CP, ngày 14/12/2020»). */
function dateFor(mention: Mention, shared: WrittenDate | null): WrittenDate | null {
  const { year } = mention.value
  const isOther = year !== null && shared?.date != null && !shared.date.startsWith(`${year}-`)
  return isOther ? null : shared
}

/**
 * Gives what is said once at the end of a list to the acts before it: «số 217, 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính
 * trị» dates and issues both; «Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW của Bộ Chính trị» issues both.
 */
function shareDetails(mentions: readonly Mention[]): readonly Mention[] {
  const shared = [...mentions]
  for (let index = shared.length - 2; index >= 0; index--) {
    const mention = shared[index]
    const next = shared[index + 1]
    if (mention === undefined || next === undefined || !next.isJoined || mention.isInBodyName) continue
    const isOneHead = next.type === mention.type && next.type !== null
    const isCompact = mention.isFromList || isOneHead
    const hasDate = mention.details.date !== null
    // «Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW, ngày 12/12/2013»: twins are dated together.
    // «80-QĐ/TW và Quy định số 214-QĐ/TW, ngày 02/01/2020» are months apart: numbers of one day stand together.
    const isTwin =
      mention.value.symbol === next.value.symbol &&
      mention.issuer === null &&
      Math.abs(mention.value.numberValue - next.value.numberValue) <= SAME_DAY
    // «Chỉ thị số 30-CT/TW và Kế hoạch số 5/KH-UBND … của UBND tỉnh»: bodies that sign differently share no name.
    // Nor do acts of different kinds, unless the earlier one is dated and only its issuer is missing.
    const isAlike = mention.value.kindCode === next.value.kindCode || mention.details.date !== null
    const isOneSeries = isAlike && mention.value.issuerCode === next.value.issuerCode
    const issuer = mention.issuer ?? (isOneSeries ? next.issuer : null)
    const details: Details = {
      ...mention.details,
      date: hasDate || !(isCompact || isTwin) ? mention.details.date : dateFor(mention, next.details.date),
      term: mention.details.term ?? (mention.issuer === null && isOneSeries ? next.details.term : null),
    }
    const title = mention.title ?? (isCompact && !hasDate ? next.title : null)
    shared[index] = { ...mention, issuer, details, title }
  }
  return shared
}
