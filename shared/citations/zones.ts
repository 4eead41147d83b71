/** The passages of a document come in; the part each plays (title, preamble, body) and the lead of each list go out. */
import { KIND_WORDS } from '../documents/kinds.ts'
import { isEnactingBody } from './bodies.ts'
import type { Passage } from './passages.ts'

/** The part a passage plays. The preamble is what the document is issued under (36-HD/VPTW 2.4, NĐ 30/2020 Phụ lục I). */
export type Zone = 'head' | 'title' | 'preamble' | 'body' | 'tail'

/** A passage with its part and, for a list item, the passage that introduces the list. */
export interface ZonedPassage {
  readonly passage: Passage
  readonly zone: Zone
  /** Index of the introducing passage («Tổng kết, sơ kết:», «6. Chỉ đạo tổng kết …»); null when none. */
  readonly lead: number | null
}

const KIND_LINE = new RegExp(`^(?:${KIND_WORDS.join('|')})(?![\\p{L}\\d])[^.;:,]{0,80}$`, 'iu')
const OPENER =
  /^[-+\s]{0,4}(?:căn cứ|thực hiện|thi hành|chấp hành|triển khai|tiếp tục|để |nhằm|theo|xét|trên cơ sở|tiếp theo|sau khi|thực thi|phúc đáp|hưởng ứng|quán triệt|trả lời|tổng kết|sơ kết|cụ thể h)/u
/** Openers that need no further proof that a preamble is read. */
const STRONG_OPENER = /^[-+\s]{0,4}(?:căn cứ|xét|theo đề nghị|thi hành)/u
const ADDRESSEE = /^kính (?:gửi|trình)/
const TAIL = /^(?:nơi nhận|t\s?\/\s?m\s|tm\.|k\s?\/\s?t\s|kt\.|t\s?\/\s?l\s)/
const SECTION = /^(?:[IVX]+|\d|Điều|Phần|Chương|Mục)/
const CITES = /(?:^|\s)số\s{1,3}\d/ // «Căn cứ Quyết định số 593 …»
const HEAD_LINES = 60

/** True for the words a preamble, or a line of it, begins with. */
export function opensPreamble(lower: string): boolean {
  return OPENER.test(lower)
}

/** True when the passage ends in what the document does: «…, Ban Thường vụ … xây dựng Kế hoạch … như sau:». */
function hasEnactment(passage: Passage): boolean {
  return enactmentStart(passage, []) !== null || /như sau\s*[:.]?\s*$/.test(passage.lower)
}

/**
 * Offset in the passage where its enacting words begin; null when it has none. Commas inside `taken` (citations)
 * are passed over.
 */
export function enactmentStart(
  passage: Passage,
  taken: readonly { readonly start: number; readonly end: number }[],
): number | null {
  const { text } = passage
  let cursor = 0
  for (const match of text.matchAll(/[,;.]\s+(?=[\p{Lu}])/gu)) {
    while (cursor < taken.length && (taken[cursor]?.end ?? 0) <= match.index) cursor++
    const span = taken[cursor]
    if (span !== undefined && span.start < match.index) continue
    if (isEnactingBody(text, match.index + match[0].length)) return match.index
  }
  return null
}

function findTitleLine(passages: readonly Passage[]): number {
  const limit = Math.min(passages.length, HEAD_LINES)
  for (let index = 0; index < limit; index++) {
    const passage = passages[index]
    if (passage === undefined || passage.marker !== null) continue
    const isCapitals = !/\p{Ll}/u.test(passage.text)
    const isAlone = /^\p{Lu}/u.test(passage.text) && passage.text.length < 30
    if ((isCapitals || isAlone) && KIND_LINE.test(passage.text.trim())) return index
    if (ADDRESSEE.test(passage.lower)) return index
    if (OPENER.test(passage.lower) && /[.:;]$/.test(passage.text)) return -1
  }
  return -1
}

/** True for two items with the same kind of mark: «-» and «-», «1.» and «2.». */
function isBeside(one: Passage | undefined, other: Passage): boolean {
  if (one?.marker == null || other.marker === null) return false
  const shape = (marker: string) => marker.replace(/\d+/g, '1').replace(/^[a-zđ](?=\))/u, 'a')
  return shape(one.marker) === shape(other.marker)
}

/** Assigns every passage its part. */
export function readZones(passages: readonly Passage[]): readonly ZonedPassage[] {
  const titleLine = findTitleLine(passages)
  const isLetter = titleLine >= 0 && ADDRESSEE.test(passages[titleLine]?.lower ?? '')
  const zoned: ZonedPassage[] = []
  let state: Zone = titleLine >= 0 ? 'head' : 'preamble'
  let hasOpened = false
  let titleLines = 0
  let lead: number | null = null
  let isLeadHeading = false
  for (const [index, passage] of passages.entries()) {
    let zone: Zone = state
    if (index <= titleLine) {
      // The subject of a letter stands above its addressee: «V/v triển khai Chỉ thị số …».
      zone = isLetter && /^(?:v\/v|về)/.test(passage.lower) ? 'title' : 'head'
      if (index === titleLine) state = isLetter ? 'preamble' : 'title'
    } else if (state !== 'body' && TAIL.test(passage.lower)) {
      zone = 'tail'
    } else if (state === 'title') {
      const isTitle =
        titleLines < 4 &&
        !/[.;:]$/.test(passage.text) &&
        (passage.marker === null || !SECTION.test(passage.marker)) &&
        !/^[-–_*\s]+$/.test(passage.text) &&
        !(
          titleLines > 0 &&
          OPENER.test(passage.lower) &&
          (CITES.test(passage.lower) || hasEnactment(passage))
        )
      if (isTitle) {
        titleLines++
        zone = 'title'
      } else state = 'preamble'
    }
    if (state === 'preamble' && index > titleLine) {
      const isSection = passage.marker !== null && SECTION.test(passage.marker)
      const isOpener = OPENER.test(passage.lower)
      if (isSection || (hasOpened && passage.isHeading && passage.marker === null)) {
        state = 'body'
        zone = 'body'
      } else if (
        isOpener &&
        (titleLine >= 0 || STRONG_OPENER.test(passage.lower) || hasEnactment(passage) || hasOpened)
      ) {
        zone = 'preamble'
        hasOpened = true
        if (/như sau\s*[:.]?\s*$/.test(passage.lower) || (/:$/.test(passage.text) && passage.marker === null))
          state = 'body'
      } else {
        zone = 'body'
        if (hasOpened && passage.text.length > 40) state = 'body'
        if (titleLine < 0 && passage.kind === 'paragraph' && passage.text.length > 200) state = 'body'
      }
    }
    if (passage.kind === 'note') zone = 'body'
    const isItem = passage.marker !== null && !passage.isHeading
    // «- … nêu:», then «- …» again: the second stands beside the first, not under it.
    if (lead !== null && !isLeadHeading && isBeside(passages[lead], passage)) lead = zoned[lead]?.lead ?? null
    zoned.push({ passage, zone, lead: isItem || lead !== null ? lead : null })
    if (passage.isHeading && zone === 'body') {
      lead = index
      isLeadHeading = true
    } else if (/:$/.test(passage.text)) {
      lead = index
      isLeadHeading = false
    } else if (
      passage.kind === 'paragraph' &&
      passage.marker === null &&
      !isLeadHeading &&
      /\.$/.test(passage.text)
    ) {
      lead = null
    }
  }
  return zoned
}
