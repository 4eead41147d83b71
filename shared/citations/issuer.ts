/** An offset after a number or date comes in; the issuer as written there goes out. */
import { closedBodyEnd, genericBodyEnd, isEnactingBody, openHeadEnd, termEnd } from './bodies.ts'
import { isAboutAt, nextAbout, titleVerbEnd } from './titleWords.ts'

/** Where an issuer's words stand in the passage. `after` is where reading goes on. */
export interface WrittenIssuer {
  readonly start: number
  readonly end: number
  readonly after: number
}

/** «của », «do », «của đồng chí »: what stands before an issuer. */
const OF = /(?:[Cc]ủa|CỦA)\s{1,6}|(?:do|giữa)\s{1,6}(?=\p{Lu})/uy
/** A name longer than this is not a name. */
const NAME_REACH = 200
const OPEN_WORDS = 14
const BARE_REACH = 80
/** What cannot stand inside the name of a body. */
const HARD_STOP = /[;:.()"“”«»\t]/
/** Verbs of the sentence: a name has ended before them. */
const SENTENCE_VERB =
  /(?:,\s*|\s)(?:đã|đang|sẽ|được|là|xây dựng|báo cáo|đề nghị|yêu cầu|gắn với|trong đó|nhằm|để|góp phần|tạo(?=\s(?:sự|điều|bước|chuyển|môi|đà|thuận|đồng|sức))|nêu|với|tại|từ|đến|trên|khi|theo|bảo đảm|cho|do|bị|không|có|hết hiệu lực|chấm dứt)(?!\p{L})/u
/** Of those, the ones a name can hold: «Ban Chỉ đạo … trên địa bàn tỉnh về». */
const PART_OF_NAME = /^\s(?:cho|trên|tại|với|theo|bảo đảm|từ|đến)/
const JOINT = /\s{0,3}(,|và|với|-|&|phối hợp với)\s{1,3}/uy

/**
 * Where a name without «của» stands: right behind the date, behind it and a comma («, 11/4/2023, UBND tỉnh:»), between
 * the kind and the number («Thông tư liên tịch Bộ Nội vụ và Bộ Tài chính số …»), or not so.
 */
export type BarePlace = 'afterDate' | 'listed' | 'beforeNumber' | 'elsewhere'

/** Reads the issuer at `offset`, «của» included or, for a name no table doubts, left out («ngày 07/01/2019 Ban Bí thư về»). */
export function readIssuer(
  text: string,
  offset: number,
  limit: number,
  place: BarePlace = 'elsewhere',
  isJoint = false,
): WrittenIssuer | null {
  OF.lastIndex = offset
  const of = OF.exec(text)
  const start = of === null ? offset : offset + of[0].length
  if (start >= limit) return null
  if (of === null && !isBareIssuer(text, start, limit, place)) return null
  const end = nameEnd(text, start, limit, isJoint || of?.[0].startsWith('giữa') === true)
  if (end === null || end <= start) return null
  let after = end
  if (of?.[0].startsWith('do')) {
    const issued = /^\s{1,3}ban hành/.exec(text.slice(end, end + 12))
    if (issued !== null) after = end + issued[0].length
  }
  return { start, end, after }
}

/**
 * A missing «của» is forgiven when a whole body name stands right behind the date («ngày 07/01/2019 Ban Bí thư …»), or
 * is followed by the title.
 */
function isBareIssuer(text: string, start: number, limit: number, place: BarePlace): boolean {
  const isAfterDate = place === 'afterDate'
  if (!/\p{Lu}/u.test(text[start] ?? '') && !(isAfterDate && text.startsWith('hội nghị', start))) return false
  const end = closedBodyEnd(text, start)
  if (end === null) return isAfterDate && isTitledName(text, start, limit)
  if (end > limit || isEnactingBody(text, start)) return false
  if (place === 'beforeNumber') return true
  const withTerm = termEnd(text, end) ?? end
  const next = withTerm + spacesAt(text, withTerm)
  if (isAboutAt(text, next) || (place === 'listed' && /[:)]/.test(text[next] ?? ''))) return true
  return (
    isAfterDate &&
    (next >= text.length || /[;.,)“"«]/.test(text[next] ?? '') || titleVerbEnd(text, next) !== null)
  )
}

/** «ngày 5/5/2020 Ban Quản lý Khu kinh tế về …»: a name no table knows, straight into its title. */
function isTitledName(text: string, start: number, limit: number): boolean {
  const about = nextAbout(text, start, Math.min(limit, start + BARE_REACH))
  if (about === null) return false
  const name = text.slice(start, about)
  return !/[,;:.()"“”]/.test(name) && !SENTENCE_VERB.test(name)
}

function spacesAt(text: string, offset: number): number {
  let at = offset
  while (at < text.length && text.charCodeAt(at) <= 32) at++
  return at - offset
}

/** «… và các văn bản liên quan»: the list goes on. */
const AND_OTHERS = /\svà\s(?:các|những|một số)\s/
/** «Ban cán sự đảng » «Bộ Giáo dục và Đào tạo»: the body that a Party body belongs to. */
const MINISTRY = /^\s(?:Bộ|Sở|Cục|Viện|Trường)\s(?=\p{Lu})/u

/** «Ban Tổ chức kỷ niệm», «Ban Tổ chức Hội thi»: the committee of an event, no board of a Party committee. */
const EVENT_COMMITTEE =
  /^Ban Tổ chức(?=\s+(?:kỷ niệm|hội (?:thi|thảo|chợ|diễn|trại|xuân)|lễ|cuộc thi|giải|liên hoan|ngày hội|tuần lễ)(?!\p{L}))/iu

function nameEnd(text: string, start: number, limit: number, isJoint: boolean): number | null {
  const event = EVENT_COMMITTEE.exec(text.slice(start, start + 40))?.[0]
  if (event !== undefined) return openNameEnd(text, start, start + event.length, limit)
  const closed = closedBodyEnd(text, start)
  const ministry = closed === null ? null : MINISTRY.exec(text.slice(closed, closed + 12))
  if (closed !== null && ministry !== null) {
    const whole = openNameEnd(text, start, closed + ministry[0].length, limit)
    if (whole !== null) return whole
  }
  const named = committeeEnd(text, start, limit)
  if (named !== null) return named
  if (closed !== null && closed <= limit) return withJointBodies(text, start, closed, limit, isJoint)
  const open = openHeadEnd(text, start)
  // «của trường Tiểu học Xuân Phương»: a small letter, then the name's capital.
  const isNamed =
    open !== null && (/\p{Lu}/u.test(text[start] ?? '') || /^\s\p{Lu}/u.test(text.slice(open, open + 2)))
  if (open !== null && isNamed) return openNameEnd(text, start, open, limit)
  const generic = genericBodyEnd(text, start)
  if (generic !== null) return generic
  // A body no table knows: capital first, and a title or the end of the clause after it.
  if (/\p{Lu}/u.test(text[start] ?? '')) return openNameEnd(text, start, start, limit)
  return null
}

/** «Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ về kết luận của …»: of two «về» the first belongs to the name. */
const COMMITTEE =
  /^(?:Ban Chỉ đạo|Tổ công tác)(?!\p{L})[^;:.()“”"]{0,60}?\svề\s(?!việc|kết luận)[^;:.()“”"]{2,120}?(?=\svề\s(?:việc|kết luận)(?!\p{L}))/iu

function committeeEnd(text: string, start: number, limit: number): number | null {
  const name = COMMITTEE.exec(text.slice(start, Math.min(limit, start + NAME_REACH)))?.[0]
  return name === undefined || SENTENCE_VERB.test(name) ? null : start + name.length
}

/**
 * «Ban Dân vận Tỉnh ủy» → «Ban Dân vận Tỉnh ủy và UBND tỉnh», then «(khóa XI)». A symbol of two bodies (`isJoint`,
 * «01-ĐA/BDVTU-UBND») says that the second one issued too, whatever verb follows it.
 */
function withJointBodies(
  text: string,
  start: number,
  firstEnd: number,
  limit: number,
  isJoint: boolean,
): number {
  let end = termEnd(text, firstEnd) ?? openTail(text, start, firstEnd, limit)
  for (;;) {
    JOINT.lastIndex = end
    const joint = JOINT.exec(text)
    if (joint === null) return end
    const next = end + joint[0].length
    if (!/\p{Lu}|ủ/u.test(text[next] ?? '') || (!isJoint && isEnactingBody(text, next))) return end
    const nextEnd = closedBodyEnd(text, next) ?? joinedOpenEnd(text, next, limit, isJoint)
    if (nextEnd === null || nextEnd > limit) return end
    const withTerm = termEnd(text, nextEnd) ?? nextEnd
    if (joint[1] === ',' && !isJoint && !endsBodyList(text, withTerm)) return end
    end = withTerm
  }
}

/** A comma joins bodies only when their list ends here: «, Sở Nội vụ;», or goes on to its title or its «và». */
function endsBodyList(text: string, end: number): boolean {
  const next = end + spacesAt(text, end)
  return (
    next >= text.length || /^(?:[,;:.)]|và\s|&)/.test(text.slice(next, next + 4)) || isTitleAt(text, next)
  )
}

function isTitleAt(text: string, offset: number): boolean {
  return isAboutAt(text, offset) || titleVerbEnd(text, offset) !== null
}

/** «và Sở Nội vụ về …»: an open name joins only when its title follows. */
function joinedOpenEnd(text: string, start: number, limit: number, isJoint: boolean): number | null {
  const open = openHeadEnd(text, start)
  if (open === null) return null
  const end = openNameEnd(text, start, open, limit)
  if (isJoint) return end
  return end !== null && isAboutAt(text, end + spacesAt(text, end)) ? end : null
}

/**
 * A closed name can still go on in small letters («Đảng ủy các cơ quan tỉnh về», «Hội đồng nhân dân các cấp»); it does
 * when «về» follows within a few words that are neither a title verb nor a verb of the sentence.
 */
function openTail(text: string, start: number, end: number, limit: number): number {
  const next = end + spacesAt(text, end)
  if (next === end || next >= limit || !/\p{Ll}/u.test(text[next] ?? '')) return end
  if (isAboutAt(text, next) || titleVerbEnd(text, next) !== null) return end
  // «của Văn phòng Chính phủ ngày 09/5/2025 về …»: the day ends the name.
  if (/^ngày\s?\d/.test(text.slice(next, next + 6))) return end
  if (!/^(?:[ĐđBbVvHhUuLlTt])/u.test(text[start] ?? '')) return end
  const about = nextAbout(text, end, Math.min(limit, end + 60))
  if (about === null) return end
  const between = text.slice(end, about)
  if (/[,;:.()"“”]/.test(between) || SENTENCE_VERB.test(between) || /\s(?:và|đối)\s/.test(`${between} `))
    return end
  return about
}

/** «Ban Chỉ đạo công tác bồi thường, giải phóng mặt bằng … trên địa bàn tỉnh» up to its «về». */
function openNameEnd(text: string, start: number, headEnd: number, limit: number): number | null {
  // Everything is looked for in a window: a name never runs on for pages.
  const reach = Math.min(limit, start + NAME_REACH)
  if (headEnd >= reach) return headEnd < limit ? headEnd : null
  const rest = text.slice(headEnd, reach)
  const hard = rest.search(HARD_STOP)
  let stop = hard < 0 ? rest.length : hard
  // «(khóa XI)» belongs to the name.
  const term = rest[stop] === '(' ? termEnd(text, headEnd + stop) : null
  if (term !== null) stop = Math.min(rest.length, term - headEnd)
  const about = nextAbout(rest, 0, stop)
  if (about !== null) {
    const between = rest.slice(0, about)
    const verb = between.search(SENTENCE_VERB)
    const isNameLike = verb < 0 || PART_OF_NAME.test(between.slice(verb))
    if (isNameLike && !/,\s*(?:[Bb]an|[Ủủ]y ban|UBND|các\s)/.test(between)) {
      return headEnd + between.replace(/[,\s]{1,8}$/, '').length
    }
  }
  // No «về»: words up to a comma, a title verb or a verb of the sentence.
  const comma = rest.indexOf(',')
  let end = Math.min(stop, comma < 0 ? stop : comma)
  const others = rest.search(AND_OTHERS)
  if (others >= 0 && others < end) end = others
  const verb = rest.search(SENTENCE_VERB)
  if (verb >= 0 && verb < end) end = verb
  let words = 0
  for (let at = 0; at < end; ) {
    const space = spacesAt(rest, at)
    if (space > 0 && at > 0 && titleVerbEnd(rest, at + space) !== null) {
      end = at
      break
    }
    at += Math.max(space, 1)
    while (at < end && rest.charCodeAt(at) > 32) at++
    if (++words > OPEN_WORDS) return null
  }
  const name = text.slice(start, headEnd + end).replace(/[\s,]+(?:(?:và|cùng)\s*)?$/, '')
  return name.length > 1 ? start + name.length : null
}
