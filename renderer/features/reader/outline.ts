/** Paragraphs of a document come in; out goes its table of contents: numbered parts, sections and articles. */
import { lastStartingBy, type Paragraph } from './segments.ts'

/** One line of the table of contents; `depth` counts from 0. */
export interface OutlineEntry {
  readonly start: number
  readonly depth: number
  readonly label: string
}

/** A numbered point longer than this is a sentence, not a title. */
const LONGEST_TITLE = 160

const LEVELS: readonly { readonly depth: number; readonly pattern: RegExp; readonly isAnyLength: boolean }[] =
  [
    // «PHẦN THỨ NHẤT», «Chương II. NHỮNG QUY ĐỊNH CHUNG», «PHỤ LỤC 1»
    {
      depth: 0,
      pattern: /^(?:PHẦN|CHƯƠNG|PHỤ LỤC|Phần|Chương|Phụ lục)\s+(?:[IVXLC\d]+|THỨ|thứ)/u,
      isAnyLength: true,
    },
    // «Điều 5. Hiệu lực thi hành»
    { depth: 1, pattern: /^Điều\s+\d+[a-zđ]?\s*[.:]/u, isAnyLength: false },
    // «II. NỘI DUNG TRỌNG TÂM», «A. TÌNH HÌNH», «II- KẾT QUẢ» (Party style: Hướng dẫn 36-HD/VPTW)
    { depth: 0, pattern: /^(?:[IVX]+|[A-H])\s*[.\-–]\s*\p{Lu}/u, isAnyLength: false },
    // «2.1. Công tác tuyên truyền»
    { depth: 2, pattern: /^\d+\.\d+(?:\.\d+)*\.?\s+\p{Lu}/u, isAnyLength: false },
    // «1. Mục đích», «1- Mục đích»
    { depth: 1, pattern: /^\d+\s*[.\-–]\s*\p{Lu}/u, isAnyLength: false },
  ]

/** Typed emphasis around a title in plain-text copies: «**I. MỤC ĐÍCH**» → «I. MỤC ĐÍCH». */
const EMPHASIS = /^[*_#\s]+|[*_\s]+$/gu
/** «… gắn với nhiệm vụ chính trị;»: a clause of a list, never a title. */
const CLAUSE_END = /[;,]$/u
/** «… đạt kết quả tốt.»: a sentence, unless it is as short as «1. Mục đích:». */
const SENTENCE_END = /[.:]$/u
const SHORT_TITLE = 80

/** The table of contents, in the order of the text. */
export function outlineOf(text: string, paragraphs: readonly Paragraph[]): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = []
  for (const { start, end, kind } of paragraphs) {
    if (kind === 'note' || kind === 'tableCell') continue
    // The first words tell the level; a 5 MB line must not be copied for it.
    const line = text.slice(start, Math.min(end, start + 2 * LONGEST_TITLE)).replace(EMPHASIS, '')
    const level = LEVELS.find(({ pattern }) => pattern.test(line))
    if (level === undefined) continue
    const length = end - start
    const isSentence =
      length > LONGEST_TITLE ||
      (level.depth > 0 && (CLAUSE_END.test(line) || (length > SHORT_TITLE && SENTENCE_END.test(line))))
    if (isSentence && !level.isAnyLength && kind !== 'heading') continue
    entries.push({ start, depth: level.depth, label: line.slice(0, LONGEST_TITLE).trim() })
  }
  return entries
}

/** The index of the section an offset lies in, null before the first. */
export function sectionAt(entries: readonly OutlineEntry[], offset: number): number | null {
  const at = lastStartingBy(entries, offset)
  return (entries[at]?.start ?? Number.POSITIVE_INFINITY) <= offset ? at : null
}
