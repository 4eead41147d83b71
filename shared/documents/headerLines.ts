/** The stored text of a first or last page comes in; its lines, taken apart into columns, go out in reading order. */
import type { Span } from '../contract/document.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { normalise } from '../vietnamese/normalise.ts'
import { isFamilyName } from './familyNames.ts'
import { KIND_WORDS } from './kinds.ts'

/**
 * A run of one line that belongs to one column. Offsets are UTF-16 code units of the stored text; `text` is
 * normalised, trimmed, without marks of emphasis.
 */
export interface Piece extends Span {
  readonly text: string
  /** Index of the line in the zone; pieces of one line share it. */
  readonly line: number
  readonly column: 'left' | 'right' | 'full'
  /** Distance from the line's start in characters, for telling columns apart. */
  readonly indent: number
  /** True when an empty line stands before it. */
  readonly isAfterBlank: boolean
}

/** A column gap: a tab or at least three spaces, «TỈNH ỦY LẠNG SƠN      ĐẢNG CỘNG SẢN VIỆT NAM». */
const GAP = /\s{0,40}\|\s{0,40}|\t+|[ \u00A0\u2000-\u200A]{3,}/g
/** Marks of emphasis around words, «**T/M BAN THƯỜNG VỤ**», «_Lạng Sơn_»; a line of marks alone is a rule. */
const EMPHASIS =
  /\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}|(?<![\p{L}\p{N}])_{1,2}(?=\p{L})|(?<=[\p{L}.,])_{1,2}(?!\p{L})/gu

/** «ĐẢNG CỘNG SẢN VIỆT NAM», also with a tone mark lost; capitals only. */
const PARTY_HEADING = '[ĐD][AẢÁÀẠÃ]NG\\s+C[ỘÔO]NG\\s+S[AẢÁÀẠÃ]N\\s+VI[ỆÊE]T\\s+NAM'
/** «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM», its last words possibly on the next line. */
const STATE_HEADING =
  'C[ỘÔO]NG\\s+H(?:ÒA|OÀ|ÕA|OA|ÓA)\\s+X[ÃAÁ]\\s+H[ỘÔO]I\\s+CH[ỦUÚ]\\s+NGH[ĨIÍ]A(?:\\s+VI[ỆÊE]T\\s+NAM)?'
/** «Độc lập - Tự do - Hạnh phúc». */
const MOTTO = '[ĐD][ộôo]c\\s+l[ậâa]p\\s*-\\s*T[ựưu]\\s+do\\s*-\\s*H[ạa]nh\\s+ph[úu]c'
/** «Lạng Sơn, ngày 23 tháng 11 năm 2021»: capitalised words, a comma, a day. */
const PLACE_DATE = '(?:\\p{Lu}[\\p{Ll}.]+[\\s-]+){0,4}\\p{Lu}[\\p{Ll}.]+\\s*,\\s*ng[àa]y\\b.*'

/** Right-hand words of a letterhead that a gap lost in reading left glued to the left-hand ones. */
const GLUED_RIGHT = new RegExp(`^(.+?)\\s+(${PARTY_HEADING}|${STATE_HEADING}|${MOTTO})$`, 'u') // «HUYỆN ỦY A ĐẢNG CỘNG SẢN VIỆT NAM»
const GLUED_LEFT = new RegExp(`^(${PARTY_HEADING})\\s+(\\p{Lu}.+)$`, 'u') // «ĐẢNG CỘNG SẢN VIỆT NAM HUYỆN ỦY A»
const GLUED_DATE = new RegExp(`^(S[ốôoỗ0](?!\\p{L}).*?|[\\p{Lu}\\s]+?|\\*+|-{2,})\\s+(${PLACE_DATE})$`, 'u') // «Số 12-KH/HU Chi Lăng, ngày 5 tháng 3 năm 2020»

/** The end of a broken Quốc hiệu glued to a place: «HUYỆN TAM ĐƯỜNG VIỆT NAM». */
const GLUED_TAIL = /^((?:TỈNH|HUYỆN|XÃ|PHƯỜNG|QUẬN|THÀNH PHỐ|THỊ XÃ|THỊ TRẤN)\s.+?)\s+(V\p{Lu}{0,2}T\s+NAM)$/u // HUYỆN TAM ĐƯỜNG VIỆT NAM
/** A signature block glued to the distribution list: its head, or an item, then an office or an authority. */
const GLUED_OFFICE =
  /^(N[ơo]i\s+nh[ậâa]n\s*[:.]?|[-–+]\s.*?[,;.])\s+((?:T\s*\/\s*[MLU1]|K\s*\/\s*T|TM\.|KT\.|TL\.|TUQ\.|Q\.|PHÓ\s|BÍ THƯ|CHỦ T|TRƯỞNG\s|CHÁNH\s|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG)[\p{Lu}\d\s./]*)$/u // - TT Huyện ủy, PHÓ CHỦ TỊCH
/** The same with the signer's name after an item: «- Thường trực Tỉnh ủy, Nông Thị Mai Lan». */
const GLUED_NAME =
  /^([-–+]\s.*?(?:[,;.](?=\s)|\p{Ll}(?=\p{Lu})))\s*((?:\p{Lu}\p{Ll}+\s+){1,4}\p{Lu}\p{Ll}+)$/u // - Lưu VT. Lành Văn Hòa

/** Cuts the lines of `text` between two offsets into pieces, column by column where a gap shows columns. */
export function readPieces(
  text: string,
  zone: Span,
  endsColumns: (text: string) => boolean,
): readonly Piece[] {
  return orderByColumn(joinCutLines(splitLines(text, zone)), endsColumns)
}

/** A first word cut from its line: «ỦY» / «BAN NHÂN DÂN», «CỘNG» / «HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM». */
const CUT_WORD = /^(?!(?:MẬT|KHẨN|LUẬT|LỆNH|ĐẾN)$)\p{Lu}{2,7}$/u // ỦY
/** «Sơn» / «La, ngày 16 tháng 11 năm 2018», «Bà Rịa - Vũng» / «Tàu, ngày 8 …»; an office's name is none. */
const CUT_PLACE =
  /^(?!(?:Ban|Sở|Phòng|Hội|Đảng|Ủy|Uỷ|Bộ|Cục|Chi|Trường)\s)(?:\p{Lu}\p{Ll}+(?:\s-\s|\s)){0,3}\p{Lu}\p{Ll}+$/u // Sơn
const REST_OF_PLACE = /^(?:\p{Lu}\p{Ll}+\s){0,3}\p{Lu}\p{Ll}+\s*,\s*ng[àa]y\b/u // La, ngày 16
/** «Quảng Bình,» / «ngày 25 tháng 5 năm 2015». */
const PLACE_ALONE = /^(?:\p{Lu}\p{Ll}+[\s-]+){0,4}\p{Lu}\p{Ll}+\s*,$/u // Quảng Bình,
/** «Số: 16 -» / «HD/BTCTW». */
const CUT_NUMBER = /^S[ốôoỗ0]\s*:?\s*\d{1,5}\s*[-/]$/u // Số: 16 -

/** Lines a narrow cell breaks anywhere: «CỘNG HÒA XÃ» / «HỘI CHỦ NGHĨA VIỆT NAM», «UỶ BAN NHÂN» / «DÂN», «QUYẾT» / «ĐỊNH». Folded. */
const WHOLE_LINES: ReadonlySet<string> = new Set([
  'cong hoa xa hoi chu nghia viet nam',
  'dang cong san viet nam',
  'uy ban nhan dan',
  'hoi dong nhan dan',
  ...KIND_WORDS.map(foldWord),
])

/** Puts lines together that a narrow table cell broke after their first word. */
function joinCutLines(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const above = joined.at(-1)
    const isBelow = above?.column === 'full' && piece.column === 'full' && !piece.isAfterBlank
    if (
      above === undefined ||
      !isBelow ||
      piece.line !== above.line + 1 ||
      !isCutBefore(above.text, piece.text)
    ) {
      joined.push(piece)
      continue
    }
    joined[joined.length - 1] = {
      ...above,
      text: `${above.text} ${piece.text}`,
      end: piece.end,
      line: piece.line,
    }
  }
  return joined
}

function isCutBefore(above: string, next: string): boolean {
  const isCapitals = !/\p{Ll}/u.test(above + next)
  if (isCapitals && above.length + next.length < 40 && WHOLE_LINES.has(foldWord(`${above} ${next}`)))
    return true
  if (CUT_WORD.test(above)) return /^\p{Lu}{2,}\s/u.test(next) && !/\p{Ll}/u.test(next)
  if (PLACE_ALONE.test(above)) return /^ng[àa]y\s/u.test(next)
  if (CUT_PLACE.test(above)) return REST_OF_PLACE.test(next)
  return CUT_NUMBER.test(above) && /^[A-ZĐ][\p{L}-]*\s?\//u.test(next)
}

/** The lines of a stretch of text as pieces, in the order they stand, several to a line where there is a gap. */
export function splitLines(text: string, zone: Span): readonly Piece[] {
  const pieces: Piece[] = []
  const blank = blankRun(text.slice(zone.start, zone.end))
  let lineStart = zone.start
  let line = 0
  let blanks = blank
  while (lineStart < zone.end) {
    const newline = text.indexOf('\n', lineStart)
    const lineEnd = newline === -1 || newline > zone.end ? zone.end : newline
    const found = splitLine(text, lineStart, lineEnd, line, blanks >= blank)
    pieces.push(...found)
    blanks = found.length === 0 ? blanks + 1 : 0
    lineStart = lineEnd + 1
    line += 1
  }
  return pieces
}

/** Lines a text must have, and the share of them after an empty one, to be spaced out by its copying. */
const MIN_SPACED_LINES = 8
const SPACED_SHARE = 0.9

/** Empty lines that part anything: one, or two where copying put one between all lines. */
function blankRun(text: string): number {
  const lines = text.split('\n').map((each) => each.trim() !== '')
  const below = lines.flatMap((isLine, index) => (isLine && index > 0 ? [lines[index - 1] === true] : []))
  const close = below.filter((isClose) => isClose).length
  return below.length >= MIN_SPACED_LINES && close <= below.length * (1 - SPACED_SHARE) ? 2 : 1
}

function splitLine(
  text: string,
  lineStart: number,
  lineEnd: number,
  line: number,
  isAfterBlank: boolean,
): readonly Piece[] {
  const raw = text.slice(lineStart, lineEnd)
  const cuts: Span[] = []
  let from = 0
  for (const gap of raw.matchAll(GAP)) {
    if (raw.slice(from, gap.index).trim() !== '') cuts.push({ start: from, end: gap.index })
    from = gap.index + gap[0].length
  }
  if (raw.slice(from).trim() !== '') cuts.push({ start: from, end: raw.length })
  const whole = joinBlanks(raw, cuts)
  const parts = whole.flatMap((cut) => unglue(raw, cut, whole.length === 1))
  return parts.map((part, index): Piece => {
    const column = parts.length === 1 ? 'full' : index === parts.length - 1 ? 'right' : 'left'
    return {
      text: cleanPiece(raw.slice(part.start, part.end)),
      start: lineStart + part.start,
      end: lineStart + part.end,
      line,
      column,
      indent: part.start,
      isAfterBlank,
    }
  })
}

/** Blanks left for the pen are no column gap: «Số      -KH/HU», «ngày      tháng 3 năm 2024». */
function joinBlanks(raw: string, cuts: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const cut of cuts) {
    const previous = joined.at(-1)
    const isBlank =
      previous !== undefined &&
      ((/^\s*S[ốôoỗ0Ố]\s*[:.]?[\s.…_\d]*$/u.test(raw.slice(previous.start, previous.end)) &&
        /^\s*(?:[-/–]|\d+\s*(?:[-/–]|$))/.test(raw.slice(cut.start, cut.end))) ||
        (/(?:ngày|tháng|năm)[\s.…_\d]*$/u.test(raw.slice(previous.start, previous.end)) &&
          /^\s*(?:tháng|năm|\d{1,4})(?:\s|$)/u.test(raw.slice(cut.start, cut.end))))
    if (isBlank) joined[joined.length - 1] = { start: previous.start, end: cut.end }
    else joined.push(cut)
  }
  return joined
}

/** Trims a cut and, on a line without gaps, parts what reading glued together. */
function unglue(raw: string, cut: Span, isAlone: boolean): readonly Span[] {
  const slice = raw.slice(cut.start, cut.end)
  const start = cut.start + (slice.length - slice.trimStart().length)
  const trimmed = { start, end: start + slice.trim().length }
  const words = raw.slice(trimmed.start, trimmed.end)
  if (!isAlone || words.length > 160) return [trimmed]
  const glued =
    GLUED_RIGHT.exec(words) ??
    GLUED_LEFT.exec(words) ??
    GLUED_DATE.exec(words) ??
    GLUED_TAIL.exec(words) ??
    GLUED_OFFICE.exec(words) ??
    gluedName(words)
  const [, left, right] = glued ?? []
  if (left === undefined || right === undefined) return [trimmed]
  const parts = [
    { start: trimmed.start, end: trimmed.start + left.length },
    { start: trimmed.end - right.length, end: trimmed.end },
  ]
  return GLUED_LEFT.test(words) && !GLUED_RIGHT.test(words) ? parts.reverse() : parts
}

function gluedName(words: string): RegExpExecArray | null {
  const glued = GLUED_NAME.exec(words)
  return glued && isFamilyName(glued[2]?.split(' ')[0] ?? '') ? glued : null
}

function cleanPiece(raw: string): string {
  const text = normalise(raw).text.trim()
  return /[\p{L}\p{N}]/u.test(text) ? text.replace(EMPHASIS, '').replace(/\s+/g, ' ').trim() : text
}

/** What a right-hand line leaves over when the column cuts it: a year, the end of the Quốc hiệu. */
const RIGHT_TAIL = /^(?:(?:năm\s+)?\d{4}|(?:CHỦ NGHĨA\s+)?V\p{Lu}{0,2}T\s+NAM)$/u // 2023

/**
 * Puts the left column before the right one. Lines of one piece between or just after split lines belong to the
 * column their indent points at. All ends where `isTitleOrText` sees the title, the addressee or the text: gaps
 * below (tables, the signature block) are no letterhead.
 */
function orderByColumn(pieces: readonly Piece[], isTitleOrText: (text: string) => boolean): readonly Piece[] {
  const found = pieces.findIndex((piece) => piece.column === 'full' && isTitleOrText(piece.text))
  const limit = found === -1 ? pieces.length : found
  const header = pieces.slice(0, limit)
  const first = header.findIndex((piece) => piece.column !== 'full')
  if (first === -1) return pieces
  let last = header.findLastIndex((piece) => piece.column !== 'full')
  while (last + 1 < limit && /[\p{L}\p{N}]/u.test(pieces[last + 1]?.text ?? '')) last += 1
  const region = pieces.slice(first, last + 1)
  const rightStart = Math.min(
    ...region.filter((piece) => piece.column === 'right').map((piece) => piece.indent),
  )
  const placed = region.map((piece): Piece => {
    if (piece.column !== 'full') return piece
    if (RIGHT_TAIL.test(piece.text)) return { ...piece, column: 'right' }
    return { ...piece, column: piece.indent >= rightStart - 8 && piece.indent > 12 ? 'right' : 'left' }
  })
  return [
    ...pieces.slice(0, first),
    ...placed.filter((piece) => piece.column === 'left'),
    ...placed.filter((piece) => piece.column === 'right'),
    ...pieces.slice(last + 1),
  ]
}
