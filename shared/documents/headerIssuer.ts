/** The letterhead's lines come in; the issuing body in ordinary case, with its parent and place, goes out. */
import type { Span } from '../contract/document.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { type BodyDescription, describeBody, NO_CONTEXT } from './bodies.ts'
import { ordinaryCase } from './bodyNames.ts'
import { longestName, startsWithWords } from './bodyWords.ts'
import type { HeaderPiece } from './headerZone.ts'
import type { DocumentNumber } from './number.ts'
import { findProvinces } from './provinces.ts'
import { placesIn } from './territories.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The body of the letterhead. `lines` are the bodies as printed, parent first, in ordinary case. */
export interface Letterhead extends Span {
  readonly issuer: string
  readonly lines: readonly string[]
  readonly body: BodyDescription | null
  /** Province the letterhead names, else null. */
  readonly province: string | null
  readonly isJoint: boolean
}

/** Words a further body begins with, folded; any other line in capitals continues the line above. */
const BODY_START =
  /^(?:so|phong|cuc|tong cuc|chi cuc|vu|ban chi dao|ban|bo(?! doi| chi huy)|hoi(?! nghi)|hoi dong|truong|trung tam|thanh tra|benh vien|tong cong ty|cong ty|hoc vien|vien|dang bo|dang uy|chi bo|tinh uy|thanh uy|huyen uy|quan uy|thi uy|tinh doan|huyen doan|thanh doan|doan|dai hoi|uy ban|ubnd|hdnd|cong an|bo chi huy|lien doan|tram|hat kiem lam|doi (?:quan ly|canh sat|thanh tra|thi hanh)|nha (?:may|van hoa|xuat ban)|dai (?:phat thanh|truyen thanh|khi tuong)|bao hiem xa hoi|tap chi|quy (?:bao|phat|dau|tin|ho|vi) |lien minh hop tac|lien hiep (?:cac )?hoi|hiep hoi|cau lac bo|(?:tinh|thanh|huyen|thi) hoi|toa an|vien kiem sat|quoc hoi|chinh phu|thu tuong|chu tich|van phong|mat tran|co quan|to(?! quoc| chuc)|tieu ban|ubmttq|ubkt|bch|cong doan|kho bac|chi nhanh|ngan hang)(?= |$)/ // SỞ NỘI VỤ
/** Under the Youth Union's heading, or a society's name, «BAN CHẤP HÀNH TỈNH LẠNG SƠN» is its committee. */
const AREA_COMMITTEE = /^(Ban Chấp hành|Ban Thường vụ)\s+(?=tỉnh|huyện|thành phố|thị xã|quận|xã|phường)/u // Ban Chấp hành tỉnh
/** Term and session of a council under its name, folded. */
const SESSION_LINE = /^(?:khoa [ivx\d]+|ky hop)(?= |,|$)/ // KHÓA IX, KỲ HỌP THỨ NHẤT
/** A line that names only an organ, folded. */
const ORGAN_LINE = /^(?:ban thuong truc|ban thuong vu|thuong truc|doan chu tich|ban chap hanh)$/ // BAN THƯỜNG TRỰC
/** «BÁO LẠNG SƠN» under «TỈNH ỦY LẠNG SƠN»; marks tell it from «BẢO LÂM». */
const NEWSPAPER = /^BÁO\s(?!CÁO)\p{Lu}/u // BÁO LẠNG SƠN
/** Words that show a line goes on: «VÀ DÂN VẬN», «- ỦY BAN NHÂN DÂN». */
const GOES_ON = /(?:\s(?:VÀ|CỦA|VỀ|CÁC|VỚI)|,)$/u // BAN TUYÊN GIÁO VÀ
/** A rule copying put behind a body's name. */
const TRAILING_RULE = /\s*[-_=*─━—–]{2,}\s*$/u // TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM ----
/** A society's body in a province: «HỘI KHUYẾN HỌC VIỆT NAM» / «TỈNH HỘI HƯNG YÊN». */
const SOCIETY_BRANCH = /^(Tỉnh|Thành|Huyện|Thị) [Hh]ội\s+(.+)$/u // Tỉnh hội Hưng Yên
/** Societies and unions, folded. */
const SOCIETY = /^(?:hoi|lien doan|tong lien doan|lien hiep|lien minh|cong doan|doan)(?= )/ // hội liên hiệp phụ nữ

/** Reads the letterhead; null when the header names no body. */
export function readLetterhead(
  pieces: readonly HeaderPiece[],
  number: DocumentNumber | null,
  sample: string,
  vocabulary: Vocabulary,
): Letterhead | null {
  const printed = pieces.filter(
    (each) => each.role === 'letterhead' && !SESSION_LINE.test(foldWord(each.piece.text)),
  )
  const printedBodies = joinLines(printed, vocabulary)
  // «BAN THƯỜNG TRỰC» under the Front's name speaks for it; it is no body of its own.
  const bodies = printedBodies.filter((body) => !ORGAN_LINE.test(foldWord(body.text)))
  const first = bodies[0]
  const last = printedBodies.at(-1)
  if (!first || !last) return null
  const isYouth = pieces.some((each) => each.role === 'youthHeading')
  const lines = bodies
    .map((body) => ordinaryCase(body.text, vocabulary, sample))
    .map((line) => (isYouth ? line.replace(AREA_COMMITTEE, '$1 Đoàn TNCS Hồ Chí Minh ') : line))
  const province =
    findProvinces(lines.join('\n'), vocabulary.provinces).find((each) => each.isTitled)?.name ?? null
  const context = { ...NO_CONTEXT, province, district: districtIn(lines) }
  const described = lines.map((line) => describeBody(line, context, vocabulary))
  const isJoint = isJointIssue(bodies, described, number)
  const firstBeside = Math.max(0, bodies.findIndex((body) => body.isBeside) - 1)
  const joint = lines.slice(firstBeside).map((line, index) => described[firstBeside + index]?.name ?? line)
  const issuer = isJoint ? joint.join(' - ') : withParent(lines, described)
  const body = describeBody(isJoint ? (joint[0] ?? issuer) : issuer, context, vocabulary)
  return { issuer, lines, body, province, isJoint, start: first.start, end: last.end }
}

interface PrintedBody extends Span {
  readonly text: string
  /** True when a dash set it beside the body above: joint issue. */
  readonly isBeside: boolean
}

function joinLines(pieces: readonly HeaderPiece[], vocabulary: Vocabulary): readonly PrintedBody[] {
  const bodies: PrintedBody[] = []
  for (const { piece } of pieces) {
    const parts = piece.text.split(/\s+-\s+(?=(?:ỦY|UBND|BAN|SỞ|HỘI|ĐOÀN|BỘ|LIÊN|CÔNG|TỈNH|HUYỆN ĐOÀN)\b)/u) // BAN DÂN VẬN - SỞ NỘI VỤ
    for (const [index, part] of parts.entries()) {
      const text = part
        .replace(TRAILING_RULE, '')
        .replace(/^\s*[-/]\s*|\s*-\s*$/g, '')
        .trim()
      if (text === '') continue
      const above = bodies.at(-1)
      const isNew = above === undefined || index > 0 || startsBody(text, above.text, vocabulary)
      const isBeside = index > 0 || /^\s*-/.test(part) || (above !== undefined && /-\s*$/.test(above.text))
      const span = { start: piece.start, end: piece.end }
      if (isNew) bodies.push({ ...span, text, isBeside })
      else bodies[bodies.length - 1] = { ...above, text: `${above.text} ${text}`, end: piece.end }
    }
  }
  return bodies
}

function startsBody(text: string, above: string, vocabulary: Vocabulary): boolean {
  if (GOES_ON.test(above)) return false
  const bare = foldWord(text)
  if (ORGAN_LINE.test(bare) || NEWSPAPER.test(text)) return true
  if (!BODY_START.test(bare)) return false
  const bareAbove = foldWord(above)
  // «ỦY BAN THƯỜNG VỤ» + «QUỐC HỘI» is one known name over two lines.
  const joined = `${bareAbove} ${bare}`
  if (longestName(vocabulary.bodies.central, joined)?.bare === joined) return false
  // «ỦY BAN NHÂN DÂN» + «THÀNH PHỐ …» is one body, «… » + «THÀNH ỦY …» are two.
  return !(bareAbove === 'dang bo' && bare.startsWith('tinh'))
}

function isJointIssue(
  bodies: readonly PrintedBody[],
  described: readonly (BodyDescription | null)[],
  number: DocumentNumber | null,
): boolean {
  if (bodies.length < 2) return false
  if (bodies.some((body) => body.isBeside)) return true
  const codes = number?.kindCode ? number.issuerCode.split('-') : []
  if (codes.length < 2) return false
  return codes.every((code) => described.some((body) => body !== null && isCodeOf(code, body)))
}

function isCodeOf(code: string, body: BodyDescription): boolean {
  return (
    code === body.series || body.series.startsWith(code) || (code.length > 2 && code.startsWith(body.series))
  )
}

const AREAS: Readonly<Record<string, string>> = {
  Tỉnh: 'tỉnh',
  Thành: 'thành phố',
  Huyện: 'huyện',
  Thị: 'thị xã',
}

/** «Ban Dân vận» under «Tỉnh ủy Lạng Sơn» is «Ban Dân vận Tỉnh ủy Lạng Sơn»; a body with its own place stands alone. */
function withParent(lines: readonly string[], described: readonly (BodyDescription | null)[]): string {
  const own = lines.at(-1) ?? ''
  const parent = lines.at(-2)
  if (parent === undefined) return own
  const bare = foldWord(own)
  const parentBare = foldWord(parent)
  if (startsWithWords(bare, 'dai hoi'))
    return own.replace(/^Đại hội(?: đại biểu)?/u, (words) => `${words} ${parent}`)
  if (startsWithWords(parentBare, 'ban chap hanh trung uong')) {
    if (/trung uong/.test(bare)) return own
    return bare === 'van phong' ? 'Văn phòng Trung ương Đảng' : `${own} Trung ương`
  }
  if (SOCIETY.test(parentBare)) {
    const [, area, place] = SOCIETY_BRANCH.exec(own) ?? []
    if (area !== undefined) return `${parent.replace(/ Việt Nam$/u, '')} ${AREAS[area] ?? ''} ${place}`
    if (AREA_COMMITTEE.test(own)) return own.replace(AREA_COMMITTEE, `$1 ${parent} `)
  }
  if (/^chi bo/.test(bare)) return `${own}, ${parent}`
  if (hasPlace(own)) return own
  const territory = placesIn(parent)[0]?.written
  const isCouncil = /^(?:uy ban nhan dan|hoi dong nhan dan|uy ban mat tran|mat tran to quoc)/.test(parentBare)
  // A council's own board, «Ban Pháp chế», is named after the council, an office after its place.
  if (startsWithWords(parentBare, 'hoi dong nhan dan') && startsWithWords(bare, 'ban'))
    return `${own} ${parent}`
  if (isCouncil && bare !== 'van phong') return territory ? `${own} ${territory}` : own
  const area = /\s(tỉnh|thành phố|huyện|thị xã|xã|phường)$/u.exec(own)?.[1]
  if (area !== undefined && territory?.startsWith(`${area} `)) return own + territory.slice(area.length)
  const isCommittee = described.at(-2)?.system === 'party' && !parentBare.startsWith('dang bo')
  if (isCommittee || bare === 'van phong') return `${own} ${parent}`
  if (parentBare.startsWith('dang bo')) return territory ? `${own} ${territory}` : own
  return /^(?:quoc hoi|chinh phu)/.test(parentBare) ? own : `${own}, ${parent}`
}

/** True when the name says whose it is: a place, or a committee with its place. */
function hasPlace(name: string): boolean {
  return (
    placesIn(name).length > 0 ||
    /(?:Tỉnh|Thành|Huyện|Quận|Thị)\s+(?:ủy|Đoàn|đoàn)(?:\s|$)/u.test(name) ||
    /^(?:Đảng ủy|Bộ|Công an|Chính phủ|Quốc hội|Báo|Trường Chính trị(?=\s\p{Lu}))\s/u.test(name)
  )
}

function districtIn(lines: readonly string[]): string | null {
  const text = lines.join('\n')
  const place = placesIn(text).find((each) => ['huyện', 'quận', 'thị xã'].includes(each.kind))
  return place?.name ?? /(?:Huyện|Quận|Thị) ủy (\p{Lu}[^\n]*)/u.exec(text)?.[1] ?? null // Huyện ủy Chi Lăng
}
