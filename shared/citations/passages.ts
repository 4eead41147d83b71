/** A document's text comes in; passages (paragraphs whole again after page breaks and footnotes) go out. */
import type { Span } from '../contract/document.ts'
import { KIND_WORDS } from '../documents/kinds.ts'
import { isEnactingBody } from './bodies.ts'
import { closeUp, type Piece } from './passageText.ts'

/** One paragraph, list item, table cell or footnote. */
export interface Passage extends Span {
  readonly kind: 'paragraph' | 'note' | 'cell'
  /**
   * The passage without what is not its own (page numbers and footnotes that interrupt it, footnote marks, emphasis),
   * every run of spaces and line breaks one space. `sourceOffset` takes its offsets back to the document.
   */
  readonly text: string
  /** Where `text` and the document part: pieces that stand together in both. Empty when they never do. */
  readonly pieces: readonly Piece[]
  /** `text` in lower case, same length. */
  readonly lower: string
  /** «-», «1.», «II.», «a)» it begins with; null for running text. */
  readonly marker: string | null
  /** A numbered or capital line without a full stop: it heads what follows. */
  readonly isHeading: boolean
}

/** Footnote marks, tags and emphasis inside text: <sup>1</sup>, <b>, ¹, tình hình mới(1), [2], Tỉnh ủy1, *, **. */
const MARKS =
  /<sup>[^<\n]{0,6}<\/sup>|<\/?[a-zA-Z]{1,6}\s?\/?>|[¹²³⁰⁴-⁹*_`]|[([]\d{1,2}[)\]](?<=[\p{L}\p{N}”"].\d{1,2}.)|\d{1,2}(?=[\s.,;:)])(?<=\p{Ll}{2}\d{1,2})(?<!(?:s[ốôo]|ngày|tháng|khoản|điều|quý)\d{1,2})/gu
const HAS_MARKS = /[<¹²³⁰⁴-⁹*_`]|[\p{L}\p{N}”"][([]\d|\p{Ll}\d/u

/** Blanks marks that belong to no word. The result has the same length. */
export function blankMarks(text: string): string {
  return HAS_MARKS.test(text) ? text.replace(MARKS, (mark) => ' '.repeat(mark.length)) : text
}

/** «- », «+ », «• », «1. », «2.1. », «a) », «(1) », «II. », «III- », «Điều 5.», «Phần thứ nhất». */
const MARKER =
  /^(?:[-+•●○▪◦*–]\s?(?=\p{L}|[“"(])|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s?(?=\D)|\d{1,2}\s?[-–]\s(?=\p{Lu})|\d{1,2}\.\d{1,2}\s|[a-zđ]\)\s?|\([a-zđ\d]\)\s|[IVX]{1,5}\s?[.)–-]\s?|(?:Điều|Mục|Chương|Phần|Khoản)\s+(?:thứ\s+\p{L}+|[\dIVXLA-Z]+)[.:]?(?=\s|$))/u
/** A line that is only a page number: «2», «- 2 -», «Trang 2/5»; «28-» is the cut head of a number. */
const PAGE_NUMBER = /^(?:[-–—\s]{1,3}\d{1,3}[-–—\s]{0,3}|(?:[Tt]rang\s+)?\d{1,3}(?:\s?\/\s?\d{1,3})?\s{0,3})$/
/** A drawn line under a title: «-----», «_____». */
const RULE = /^[-–—_=~.•─]{3,}$/
/** The beginning of a footnote: <sup>1</sup> Kế hoạch, ¹ Kế hoạch, [1] Kế hoạch, (1) Kế hoạch. */
const NOTE_START = /^(?:<sup>\s?\(?\d{1,3}\)?\s?<\/sup>|[¹²³⁴-⁹]{1,2}\s?\S|\[\d{1,3}\]\s?\S)/
/** A footnote whose mark lost its form: «1 Kế hoạch số …»; believed only inside a broken sentence. */
const LOOSE_NOTE_START = /^\(?\d{1,2}\)?\s{1,3}\p{Lu}/u
const ENDS_SENTENCE = /[.;:!?…]["”»)\]]?$/
/** The last words of a line that cannot end a paragraph. */
const UNFINISHED =
  /(?:^|[\s(])(?:của|về|và|số|ngày|tháng|năm|thực hiện|theo|tại|cho|với|các|những|trong|trên|là|do|tiếp tục|việc|Ban|Bộ|[Bb]an [Tt]hường vụ|[Bb]an [Cc]hấp hành|[Bb]an [Cc]án sự(?: đảng)?|Trung|[Uu]ỷ ban|[Ủủ]y ban|khóa|khoá)$|[,/–-]$/u
/** «… chuyển đổi số», «… dân tộc thiểu số»: only a number goes on after the other «số». */
const NOT_NUMBER = /(?:^|\s)số\n[^\dOlI]/u
const CONTINUES = /^(?:\p{Ll}|\d{1,5}[a-zđ]?\s?[-/]|\([Kk]h[óo]|[,;)])/u

interface Line extends Span {
  readonly plain: string
  readonly newlinesBefore: number
  readonly isNote: boolean
  readonly isCell: boolean
}

function isInside(spans: readonly Span[], offset: number, cursor: { at: number }): boolean {
  while (cursor.at < spans.length && (spans[cursor.at]?.end ?? 0) <= offset) cursor.at++
  const span = spans[cursor.at]
  return span !== undefined && span.start <= offset
}

function readLines(text: string, plain: string, notes: readonly Span[], cells: readonly Span[]): Line[] {
  const lines: Line[] = []
  let newlines = 2
  const noteCursor = { at: 0 }
  const cellCursor = { at: 0 }
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    // Cells of one row are joined by a tab; outside tables a tab is a space.
    const pieces =
      cells.length > 0 && text.slice(start, end).includes('\t')
        ? splitCells(text, start, end)
        : [{ start, end }]
    for (const piece of pieces) {
      let from = piece.start
      let to = piece.end
      while (from < to && plain.charCodeAt(from) <= 32) from++
      while (to > from && plain.charCodeAt(to - 1) <= 32) to--
      if (from < to) {
        lines.push({
          start: from,
          end: to,
          plain: plain.slice(from, to),
          newlinesBefore: newlines,
          isNote:
            isInside(notes, from, noteCursor) ||
            NOTE_START.test(text.slice(piece.start, piece.end).trimStart()),
          isCell: isInside(cells, from, cellCursor),
        })
        newlines = 0
      }
    }
    newlines++
    start = end + 1
  }
  return lines
}

function splitCells(text: string, start: number, end: number): Span[] {
  const pieces: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at === end || text[at] === '\t') {
      pieces.push({ start: from, end: at })
      from = at + 1
    }
  }
  return pieces
}

/** «… (khóa» / «XI)», «… khoản 2» / «Điều 5 Nghị định …»: what follows looks like the head of an item and is none. */
const CUT_SHORT = /(?:^|[\s(])(?:kh[óo][áa]|khoản\s\d{1,2}|điểm\s[a-zđ]|các|tại)$/u
/** «… của Ban Kinh tế» / «- Ngân sách …», «… giai đoạn 2021» / «- 2030»: pairs written with a spaced hyphen. */
const HYPHENATED =
  /(?:[Kk]inh tế|[Vv]ăn h[óo][áa]|[Cc]hính trị|[Qq]uốc phòng|[Tt]hi đua|[Ll]ao động|[Tt]ổ chức|[Gg]iai đoạn \d{4}|[Nn]hiệm kỳ \d{4})$/
/** A date, or «ngày», after a comma. */
const CONTINUES_LIST = /^(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|ngày\s)/

/** «KẾ HOẠCH», alone in capitals: the title under it begins in small letters and is a passage of its own. */
const KIND_LINE = new RegExp(`^\\s*(?:${KIND_WORDS.map((word) => word.toUpperCase()).join('|')})\\s*$`, 'u')

/** A line of the preamble goes on to its «;», «,» or «.». */
const BASIS = /^[-–\s]{0,3}(?:Căn cứ|Xét|Theo đề nghị|Chiếu)\s/u

/** A capital here begins a line of the preamble, also under a full line («Số: 84/2005/TTLT | Hà Nội, ngày … |»). */
const BASIS_LINE = /^[-–]?\s?Căn cứ\s+(?:\p{Lu}|các\s)/u

/** Whether `next` goes on the paragraph that ends with `before`; `isBasis` tells that it began as a line of the preamble. */
function goesOn(before: string, next: Line, lastLineLength: number, isBasis: boolean): boolean {
  if (next.isCell || KIND_LINE.test(before) || BASIS_LINE.test(next.plain)) return false
  const isFullLine = next.newlinesBefore === 1 && lastLineLength >= FULL_LINE
  if (/^-\s/.test(next.plain) && isFullLine && HYPHENATED.test(before)) return true
  if (MARKER.test(next.plain)) return CUT_SHORT.test(before) && /^(?:[IVX]|Điều|Mục|Chương)/.test(next.plain)
  // «Kế hoạch số 45-KH/HU,» / «28/7/2015 của Huyện ủy», or a full line of running text.
  if (/,$/.test(before) && (isFullLine || CONTINUES_LIST.test(next.plain))) return true
  const isList = /[;,]["”»]?$/.test(before)
  // A page may break between two acts of one list: «…Lạng Sơn;» / «Kết luận số …».
  if (isList)
    return (
      /^(?:\p{Ll}|Nghị|Kết|Chỉ|Quyết|Quy|Kế|Hướng|Thông|Đề|Chương|Luật|Pháp|Công|Báo)/u.test(next.plain) &&
      !/^[Cc]ăn cứ/.test(next.plain)
    )
  if (ENDS_SENTENCE.test(before)) return false
  if (isBasis && next.newlinesBefore === 1 && !isCapitals(next.plain) && !BASIS.test(next.plain)) return true
  if (CONTINUES.test(next.plain)) return true
  if (
    UNFINISHED.test(before.slice(-40)) &&
    !NOT_NUMBER.test(`${before.slice(-4)}\n${next.plain.slice(0, 1)}`)
  )
    return true
  // «… CỦA CHÍNH PHỦ VỀ» / «CHƯƠNG TRÌNH …»: a title in capitals over several lines.
  if (isCapitals(before) && isCapitals(next.plain) && next.newlinesBefore === 1)
    return UNFINISHED.test(before.slice(-40).toLowerCase())
  // Hard-wrapped text: a full line, one newline, and not a line of capitals (title, signature).
  return isFullLine && !isCapitals(before) && !isCapitals(next.plain)
}

/** A line this long was broken because it was full; a stub is what a second breaking left over. In characters. */
const FULL_LINE = 60
const STUB_LENGTH = 25
/** Longer than any heading or title: text that stops without a mark was cut by the page. */
const TEXT_LENGTH = 260

/** «… giám sát của Mặt trận» / «Tổ quốc Việt Nam»: running text or a dashed item that a page or footnote cut before a capital. */
function isBrokenSentence(
  plain: string,
  open: { readonly start: number; readonly end: number; readonly lastLength: number },
  before: string,
  next: Line,
): boolean {
  if (ENDS_SENTENCE.test(before) || /[,;]$/.test(before)) return false
  if (next.isCell || MARKER.test(next.plain) || isCapitals(next.plain)) return false
  // «UBND huyện … xây dựng Kế hoạch» begins what the document does.
  if (isEnactingBody(next.plain, 0)) return false
  const isText = open.end - open.start > TEXT_LENGTH || /^[-+•]/.test(plain.slice(open.start, open.start + 1))
  return isText && open.lastLength > 50 && !/^(?:Nơi nhận|Căn cứ|Thực hiện)/.test(next.plain)
}

function isCapitals(line: string): boolean {
  return !/\p{Ll}/u.test(line)
}

const HEADING_MARKER = /^(?:[IVX]+|\d)/ // «II. NỘI DUNG», «1. Tổng kết …»

/**
 * Splits a document into passages. `text` is normalised, `plain` the same with its marks blanked (`blankMarks`); `notes`
 * and `cells` are what the reader knew of footnotes and table cells, in order. Where it knew nothing, footnotes are told by their marks and by the sentence they break.
 */
export function readPassages(
  text: string,
  plain: string,
  notes: readonly Span[],
  cells: readonly Span[],
): readonly Passage[] {
  const lines = readLines(text, plain, notes, cells)
  const passages: Passage[] = []
  let open: { start: number; end: number; holes: Span[]; lastLength: number; isCell: boolean } | null = null
  let openNote: { start: number; end: number; holes: Span[] } | null = null
  let noteGaps: Span[] = []
  let pendingHoles: Span[] = []
  const close = () => {
    if (open !== null) passages.push(passageOf(text, plain, open, open.isCell ? 'cell' : 'paragraph'))
    open = null
    pendingHoles = []
  }
  const closeNote = () => {
    if (openNote !== null) passages.push(passageOf(text, plain, openNote, 'note'))
    openNote = null
    noteGaps = []
  }
  for (const [index, line] of lines.entries()) {
    if (RULE.test(line.plain) && !line.isCell) {
      close()
      continue
    }
    if (PAGE_NUMBER.test(line.plain) && !line.isCell) {
      pendingHoles.push(line)
      noteGaps.push(line)
      continue
    }
    const current = open as {
      start: number
      end: number
      holes: Span[]
      lastLength: number
      isCell: boolean
    } | null
    const before = current === null ? '' : plain.slice(Math.max(current.start, current.end - 60), current.end)
    if (line.isNote || isLooseNote(line, lines, index, before)) {
      closeNote()
      openNote = { start: line.start, end: line.end, holes: [] }
      pendingHoles.push(line)
      continue
    }
    const isJoined =
      current !== null &&
      !current.isCell &&
      (goesOn(before, line, wrapOf(current), BASIS.test(plain.slice(current.start, current.start + 20))) ||
        isBrokenSentence(plain, current, before, line))
    if (openNote !== null) {
      const note = openNote as { start: number; end: number; holes: Span[] }
      const isUnfinishedNote =
        !ENDS_SENTENCE.test(plain.slice(note.start, note.end)) &&
        (line.newlinesBefore === 1 || isRestOfNote(line, lines, index, before))
      // The next line of a note stands right under it; the text goes on after a blank line.
      if (isUnfinishedNote && !MARKER.test(line.plain)) {
        openNote = { start: note.start, end: line.end, holes: [...note.holes, ...noteGaps] }
        noteGaps = []
        pendingHoles.push(line)
        continue
      }
      closeNote()
    }
    if (isJoined && current !== null) {
      open = {
        start: current.start,
        end: line.end,
        holes: [...current.holes, ...pendingHoles],
        lastLength: line.plain.length,
        isCell: false,
      }
      pendingHoles = []
      continue
    }
    close()
    open = { start: line.start, end: line.end, holes: [], lastLength: line.plain.length, isCell: line.isCell }
  }
  closeNote()
  close()
  return passages.sort((a, b) => a.start - b.start)
}

/** A stub of a line in running text («Tuyên» / «Quang về việc …») was broken twice: it goes on like a full line. */
function wrapOf(open: { readonly start: number; readonly end: number; readonly lastLength: number }): number {
  const isStub = open.lastLength < STUB_LENGTH && open.end - open.start - open.lastLength > FULL_LINE
  return isStub ? FULL_LINE : open.lastLength
}

/** «1 Kế hoạch số …» between the two halves of a sentence is a footnote; elsewhere it is text. */
function isLooseNote(line: Line, lines: readonly Line[], index: number, before: string): boolean {
  if (before === '' || ENDS_SENTENCE.test(before) || !LOOSE_NOTE_START.test(line.plain)) return false
  for (let ahead = index + 1; ahead <= index + 8; ahead++) {
    const next = lines[ahead]
    if (next === undefined) return false
    const above = lines[ahead - 1]?.plain ?? ''
    const isPageTop = PAGE_NUMBER.test(above) && next.newlinesBefore > 1
    if (/^\p{Ll}/u.test(next.plain) && (ENDS_SENTENCE.test(above) || isPageTop)) return true
  }
  return false
}

/** A page may break a footnote too: its rest comes first, then the text it interrupted, in the middle of a sentence. */
function isRestOfNote(line: Line, lines: readonly Line[], index: number, before: string): boolean {
  if (!/^\p{Ll}/u.test(line.plain)) return false
  for (let ahead = index + 1; ahead <= index + 6; ahead++) {
    const next = lines[ahead]
    if (next === undefined) return false
    const above = lines[ahead - 1]?.plain ?? ''
    if (next.newlinesBefore > 1 && ENDS_SENTENCE.test(above))
      return /^\p{Ll}/u.test(next.plain) || UNFINISHED.test(before.slice(-40))
  }
  return false
}

/** Lower case of the same length: a few letters grow (İ), and offsets matter more than they do. */
function lowerCase(text: string): string {
  const lowered = text.toLowerCase()
  return lowered.length === text.length ? lowered : text
}

function passageOf(
  text: string,
  plain: string,
  open: { start: number; end: number; holes: readonly Span[] },
  kind: Passage['kind'],
): Passage {
  const { text: own, pieces } = closeUp(plain, open.start, open.end, open.holes)
  let lowered: string | null = null
  const head = text.slice(open.start, open.start + 24)
  const marker = kind === 'note' ? null : (MARKER.exec(head)?.[0].trim() ?? null)
  const isHeading =
    kind === 'paragraph' &&
    own.length < 260 &&
    !/[.;,]$/.test(own) &&
    (isCapitals(own) || (marker !== null && HEADING_MARKER.test(marker) && !own.endsWith(':')))
  return {
    start: open.start,
    end: open.end,
    kind,
    text: own,
    pieces,
    // Made when first asked for: most passages cite nothing.
    get lower() {
      lowered ??= lowerCase(own)
      return lowered
    },
    marker,
    isHeading,
  }
}
