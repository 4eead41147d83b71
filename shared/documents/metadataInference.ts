/** A text that lost its letterhead comes in; the body that speaks in it, and its place, go out as a guess. */
import { foldWord } from '../vietnamese/fold.ts'
import { type BodyDescription, describeBody, NO_CONTEXT } from './bodies.ts'
import { ordinaryCase } from './bodyNames.ts'
import { BODY_HEADING } from './headerPatterns.ts'
import { findProvince } from './provinces.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the text gives away. `place` is the name of the body's territory. */
export interface InferredIssuer {
  readonly body: BodyDescription
  readonly place: string | null
  readonly province: string | null
  /** Offsets of the words that speak, null when only the signature tells. */
  readonly start: number | null
  readonly end: number | null
}

const NAME = "\\p{Lu}[\\p{L}’']*(?:\\s+(?:-\\s+)?\\p{Lu}[\\p{L}’']*){0,4}"
const ORGAN = '(?:(?:Ban Thường vụ|Thường trực|Ban Chấp hành|BTV|BCH)\\s+)?'
const COMMITTEE = `(?:[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Qq]uận|[Tt]hị)\\s+[uủ][ỷy](?:\\s+${NAME})?`
const BASE = `[Đđ]ảng\\s+(?:[uủ][ỷy]|bộ)(?:\\s+(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu)(?:\\s+${NAME})?)?`
const AREA = `(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu)(?:\\s+${NAME})?`
const BOARD = `Ban Chỉ đạo(?:(?!\\n\\s*\\n)[^,;.:]){0,80}?\\s${AREA}|(?:Ban (?:Tuyên giáo và Dân vận|Dân vận|Tuyên giáo|Tổ chức|Nội chính|Chỉ đạo[^,;.:\\n]{0,80}?)|Ủy ban Kiểm tra|Uỷ ban Kiểm tra|Văn phòng)\\s+(?:Trung ương|${COMMITTEE}|${BASE})`
const COUNCIL = `(?:Chủ tịch\\s+)?(?:UBND|HĐND|[UỦ][ỷy] ban nhân dân|Hội đồng nhân dân|[UỦ][ỷy] ban (?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?)\\s+(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu)(?:\\s+${NAME})?`
const CENTRAL =
  'Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương(?: Đảng)?|Chính phủ|Thủ tướng Chính phủ|Bộ trưởng Bộ [^,;.:\\n]{3,40}?'
/** «Ban Thường vụ Huyện ủy Chi Lăng xây dựng kế hoạch …»: a body whole, with «của» before it, then what it does. */
const BODY_AND_VERB = new RegExp(
  `(?<![\\p{L}])((?:của|do|với|tại|gửi)\\s+)?(${BOARD}|${ORGAN}(?:${COMMITTEE}|${BASE})|${COUNCIL}|${CENTRAL})(\\s+(?:\\([^)]{1,40}\\)\\s+)?(?:khóa\\s+[IVX]+\\s+)?(?:(?:đã|trân trọng|xin)\\s+)?(?:xây dựng|ban hành|báo cáo|thông báo|đề nghị|yêu cầu|quyết định|quyết nghị|kết luận|hướng dẫn|quy định|chỉ thị|triển khai|tổ chức|kính trình|trình|nhận thấy|thống nhất|tiếp tục)(?![\\p{L}]))?`.replaceAll(
    ' ',
    '\\s+',
  ),
  'gu',
)
const CENTRAL_BODY = new RegExp(`^(?:${CENTRAL})$`, 'u')
/** «ban hành Kết luận số 54-KL/TW»: what was issued is another act, not this document. */
const OTHER_ACT = /^\s+(?:các\s+)?\p{Lu}[\p{L}\s]{2,40}?\ssố\s*:?\s*\d/u
/** «… báo cáo kết quả như sau:»: the words that open this document. */
const OPENS_DOCUMENT = /^[^.\n]{0,400}?(?:như sau|sau đây|sau)\s*[:.]/u
/** Characters of the opening in which the speaker is sought. */
const OPENING = 6000
/** Characters at either end in which places are counted. */
const ENDS = 20000

/** Guesses the issuer from the opening («Ban Thường vụ Tỉnh ủy xây dựng Kế hoạch …»), else from the signature. */
export function inferIssuer(
  text: string,
  onBehalfOf: string | null,
  recipients: readonly string[],
  vocabulary: Vocabulary,
): InferredIssuer | null {
  const opening = openingOf(text)
  const speaker = speakerIn(opening)
  const ends = text.length > 2 * ENDS ? `${text.slice(0, ENDS)}\n${text.slice(-ENDS)}` : text
  const province = findProvince(ends, vocabulary.provinces)
  const words = speaker?.words ?? signingBody(onBehalfOf, recipients, ends, vocabulary)
  if (words === null) return null
  const place = placeFor(words, ends, province, vocabulary)
  const context = { ...NO_CONTEXT, province, ...place }
  const body = describeBody(words, context, vocabulary)
  if (!body) return null
  const named =
    body.level === 'province'
      ? (body.scope ?? province)
      : body.level === 'district'
        ? place.district
        : (place.commune?.replace(/^(?:xã|phường|thị trấn|đặc khu)\s+/u, '') ?? null)
  return {
    body,
    place: body.level === 'central' ? 'Hà Nội' : (named ?? null),
    province:
      body.level === 'central' ? null : body.level === 'province' ? (body.scope ?? province) : province,
    start: speaker?.start ?? null,
    end: speaker?.end ?? null,
  }
}

function openingOf(text: string): string {
  const opening = text.slice(0, OPENING)
  let at = 0
  for (const line of opening.split('\n')) {
    if (BODY_HEADING.test(line.trim())) return opening.slice(0, at)
    at += line.length + 1
  }
  return opening
}

function speakerIn(
  opening: string,
): { readonly words: string; readonly start: number; readonly end: number } | null {
  const speakers: { words: string; start: number; end: number; isCentral: boolean; opens: boolean }[] = []
  for (const match of opening.matchAll(BODY_AND_VERB)) {
    const [whole, before, words, verb] = match
    if (before !== undefined || words === undefined || verb === undefined) continue
    const after = opening.slice(match.index + whole.length, match.index + whole.length + 500)
    if (OTHER_ACT.test(after)) continue
    const start = match.index
    const isCentral = CENTRAL_BODY.test(words)
    speakers.push({ words, start, end: start + words.length, isCentral, opens: OPENS_DOCUMENT.test(after) })
  }
  const speaker =
    speakers.find((each) => each.opens) ?? speakers.find((each) => !each.isCentral) ?? speakers[0]
  if (speaker === undefined) return null
  return { words: speaker.words.replace(/\s+/g, ' '), start: speaker.start, end: speaker.end }
}

/** «T/M BAN THƯỜNG VỤ» needs a committee: the file copy names it («Lưu Văn phòng Tỉnh ủy»), else the text does. */
function signingBody(
  onBehalfOf: string | null,
  recipients: readonly string[],
  text: string,
  vocabulary: Vocabulary,
): string | null {
  if (onBehalfOf === null) return null
  const words = ordinaryCase(onBehalfOf, vocabulary)
  const bare = foldWord(words)
  if (/^(?:ban thuong vu|thuong truc|ban chap hanh)$/.test(bare)) {
    const fileCopy = recipients.find((item) => /^lưu/iu.test(item)) ?? ''
    const committee = COMMITTEE_WORD.exec(fileCopy)?.[0] ?? mostFrequent(text, COMMITTEE_WORD)
    return committee === null ? null : `${words} ${committee}`
  }
  if (bare === 'uy ban nhan dan' || bare === 'hoi dong nhan dan') {
    const kind = mostFrequent(
      text,
      /(?<=(?:UBND|Ủy ban nhân dân|HĐND)\s)(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu)(?!\p{L})/u,
    )
    return kind === null ? words : `${words} ${kind}`
  }
  return words
}

const COMMITTEE_WORD = /(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng)\s+[uủ][ỷy](?!\p{L})/u // Lưu Văn phòng Huyện ủy

function mostFrequent(text: string, pattern: RegExp): string | null {
  const counts = new Map<string, number>()
  for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) {
    counts.set(match[0], (counts.get(match[0]) ?? 0) + 1)
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null
}

/** The district or commune the speaker's bare words stand for, by what the text names most. */
function placeFor(
  words: string,
  text: string,
  province: string | null,
  vocabulary: Vocabulary,
): { readonly district: string | null; readonly commune: string | null } {
  const level = describeBody(words, { ...NO_CONTEXT, province }, vocabulary)?.level
  const district = mostFrequent(
    text,
    new RegExp(
      `(?<=(?:huyện|quận|thị xã|[Hh]uyện\\s+[uủ][ỷy]|[Qq]uận\\s+[uủ][ỷy]|[Tt]hị\\s+[uủ][ỷy])\\s+)${NAME}`,
      'u',
    ), // huyện Chi Lăng
  )
  if (level === 'district') {
    const own = new RegExp(`[ủu][ỷy]\\s+(${NAME})$|(?:huyện|quận|thị xã|thành phố)\\s+(${NAME})$`, 'u').exec(
      words,
    )
    const city = province === null ? null : mostFrequent(text, new RegExp(`(?<=thành phố\\s+)${NAME}`, 'u'))
    const isCity = /^(?:.*\s)?(?:thành ủy|thành phố)/iu.test(words)
    return { district: own?.[1] ?? own?.[2] ?? (isCity ? city : district), commune: null }
  }
  if (level === 'commune') {
    const kind =
      /(?:xã|phường|thị trấn|đặc khu)(?=\s|$)/u.exec(words)?.[0] ?? '(?:xã|phường|thị trấn|đặc khu)'
    const commune = mostFrequent(text, new RegExp(`${kind}\\s+${NAME}`, 'u'))
    return { district, commune }
  }
  return { district: null, commune: null }
}
