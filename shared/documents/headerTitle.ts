/** The lines under a title line come in; the trích yếu and the organ line, taken apart, go out. */
import type { Span } from '../contract/document.ts'
import { foldWord } from '../vietnamese/fold.ts'
import type { Piece } from './headerLines.ts'
import { ADDRESSEE, ATTACHED, BASE, BODY_HEADING, OPENING, RULE } from './headerPatterns.ts'
import { type HeaderZone, isCapitals } from './headerZone.ts'
import type { TextBlock } from './sourceText.ts'

/** The title as written, without kind and organ. `organ` is the line that names who speaks, in capitals as printed. */
export interface TitleReading {
  readonly title: (Span & { readonly text: string }) | null
  readonly organ: string | null
}

/** Lines a title may run over. */
const MAX_LINES = 12
/** Characters of a first line that is still a title and no paragraph. */
const MAX_LENGTH = 600
/** A line this long was broken because it was full, in characters: «… của Hội nghị lần thứ sáu Ban». */
const WRAPPED_LINE = 55
/** A centred line stands at least this far in, in characters. */
const CENTRED_INDENT = 5
/** «CỦA BAN THƯỜNG VỤ TỈNH ỦY» before the title, on its own line or glued to it; also «Của Bộ trưởng …». */
const ORGAN_WORDS =
  /^(?:C[ỦUủu][AaẢ]\s|HỘI NGHỊ|KẾT LUẬN CỦA|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|BỘ CHÍNH TRỊ|BAN BÍ THƯ|ĐẠI HỘI|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|CHỦ TỊCH|BỘ TRƯỞNG|ỦY BAN|HỘI ĐỒNG)/u // CỦA BAN THƯỜNG VỤ TỈNH ỦY
/** Capitals glued before a title in ordinary case. */
const GLUED_ORGAN = /^(CỦA\s[\p{Lu}\p{N}\s,.()-]+?)\s+(?=\p{Lu}?\p{Ll})/u // CỦA BAN THƯỜNG VỤ TỈNH ỦY về

/** Reads the title of a document with a title line. */
export function readTitle(zone: HeaderZone, text: string, blocks: readonly TextBlock[]): TitleReading {
  const { title } = zone
  if (!title) return { title: null, organ: null }
  const lines: Piece[] = []
  const rest = title.line.rest
  const isOrganRest = /^CỦA\s/u.test(rest) && isCapitals(rest)
  // «QUY ĐỊNH (BỔ SUNG)»: a remark on the kind.
  const isRemark = /^\([^()]*\)$/.test(rest)
  if (rest !== '' && !isOrganRest && !isRemark) lines.push(restOf(title.piece, title.line.restAt))
  let organ: string | null = isOrganRest ? rest : null
  let organPieces: Piece[] = []
  for (const [index, piece] of zone.after.entries()) {
    if (lines.length >= MAX_LINES) break
    const previous = lines.at(-1)
    if (RULE.test(piece.text)) {
      if (previous !== undefined || organ !== null) break
      continue
    }
    if (ATTACHED.test(piece.text)) {
      if (previous !== undefined) break
      continue
    }
    if (isTextStart(piece.text)) break
    const isOrgan = ORGAN_WORDS.test(piece.text) && (isCapitals(piece.text) || /^Của\s/u.test(piece.text))
    if (isOrgan) {
      if (lines.some((line) => !isCapitals(line.text))) break
      if (previous !== undefined && isActingBody(previous, zone.after.slice(index))) break
      if (organ === null && previous === undefined) {
        organ = piece.text
        organPieces = [piece]
        continue
      }
    }
    const goesOnOrgan =
      organ !== null && isCapitals(piece.text) && !piece.isAfterBlank && !/^VỀ\s/u.test(piece.text)
    if (goesOnOrgan && previous === undefined) {
      organ = `${organ} ${piece.text}`
      organPieces.push(piece)
      continue
    }
    if (previous && !continuesTitle(previous, zone.after, index, blocks)) break
    if (!previous && (/[.;:]$|như sau/u.test(piece.text) || piece.text.length > MAX_LENGTH)) break
    lines.push(piece)
  }
  // Capitals taken for an organ, with no title below them, were the title: «ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN».
  if (lines.length === 0 && organ !== null && !/^C[ỦU]A\s/iu.test(organ))
    return finish(organPieces, null, text)
  return finish(lines, organ, text)
}

/** «ỦY BAN NHÂN DÂN TỈNH KON TUM» between a title in capitals and «Căn cứ …»: who acts, no part of the title. */
function isActingBody(previous: Piece, from: readonly Piece[]): boolean {
  if (/(?:\s(?:CỦA|VÀ|CHO|TẠI|THUỘC|DO|VỚI|GIỮA)|[,–-])$/u.test(previous.text)) return false
  return from.slice(1, 3).some((piece) => BASE.test(piece.text))
}

function isTextStart(text: string): boolean {
  return ADDRESSEE.test(foldWord(text)) || BASE.test(text) || BODY_HEADING.test(text)
}

/** A line that can only be the text: it ends a sentence, or announces what follows. */
function isSentence(text: string): boolean {
  return /[.;:]$/.test(text) || text.length > 140
}

function continuesTitle(
  previous: Piece,
  after: readonly Piece[],
  index: number,
  blocks: readonly TextBlock[],
): boolean {
  const piece = after[index]
  const next = after[index + 1]
  if (piece === undefined) return false
  if (/[.;:]$/.test(previous.text)) return false
  const startsLower = /^[\p{Ll}\d“"(]/u.test(piece.text)
  if (piece.isAfterBlank && !startsLower) return false
  if (isSentence(piece.text)) return false
  if (OPENING.test(piece.text) && !isInTitleBlock(piece, blocks)) return false
  if (isCapitals(previous.text)) return isCapitals(piece.text) || startsLower
  if (isCapitals(piece.text)) return false
  if (startsLower || piece.indent >= CENTRED_INDENT || isInTitleBlock(piece, blocks)) return true
  if (/[-,–]$/u.test(previous.text)) return true
  if (
    !piece.isAfterBlank &&
    previous.text.length >= WRAPPED_LINE &&
    !/[.;:]$/.test(paragraphEnd(after, index))
  )
    return true
  const isLast = next === undefined || RULE.test(next.text) || isTextStart(next.text)
  return isLast && piece.text.length < 60 && previous.text.length >= 40
}

/** The last line of the paragraph that the piece at `index` stands in. */
function paragraphEnd(after: readonly Piece[], index: number): string {
  let last = index
  while (last - index < MAX_LINES) {
    const next = after[last + 1]
    if (next === undefined || next.isAfterBlank || RULE.test(next.text) || isTextStart(next.text)) break
    last++
  }
  return after[last]?.text ?? ''
}

function isInTitleBlock(piece: Piece, blocks: readonly TextBlock[]): boolean {
  const block = blocks.find((each) => each.start <= piece.start && piece.start < each.end)
  return block !== undefined && (block.isCentred === true || block.isBold === true)
}

function restOf(piece: Piece, restAt: number): Piece {
  return {
    ...piece,
    text: piece.text.slice(restAt),
    start: Math.max(piece.start, piece.end - (piece.text.length - restAt)),
  }
}

/** Marks of emphasis in stored text: «“*Dân vận khéo*”», «**về …**». */
const EMPHASIS = /\*+|(?<!\p{L})_+(?=\p{L})|(?<=\p{L})_+(?!\p{L})/gu

/** The words of pieces as written: one space between, no emphasis, no closing mark. */
export function wordsAsWritten(text: string, pieces: readonly Span[]): string {
  return pieces
    .map((piece) => text.slice(piece.start, piece.end).replace(EMPHASIS, ''))
    .join(' ')
    .normalize('NFC')
    .replace(/<\/?(?:sup|b|i)>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,:]+(?:\/\.)?$/, '')
}

function finish(lines: readonly Piece[], organ: string | null, text: string): TitleReading {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return { title: null, organ }
  const words = wordsAsWritten(text, lines)
  const glued = GLUED_ORGAN.exec(words)
  const start = first.start
  if (glued?.[1] === undefined) return { title: { text: words, start, end: last.end }, organ }
  return {
    title: { text: words.slice(glued[0].length), start, end: last.end },
    organ: organ ?? glued[1],
  }
}
