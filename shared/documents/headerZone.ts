/** The start of a document comes in; its lines, each with the part it plays in a first page, go out. */
import type { Span } from '../contract/document.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { type KindLine, readKindLine } from './headerKinds.ts'
import { type Piece, readPieces, splitLines } from './headerLines.ts'
import * as patterns from './headerPatterns.ts'
import { parseNumber } from './number.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The part a line plays on the first page. */
export type HeaderRole =
  | 'partyHeading'
  | 'stateHeading'
  | 'youthHeading'
  | 'motto'
  | 'rule'
  | 'number'
  | 'date'
  | 'secrecy'
  | 'urgency'
  | 'mark'
  | 'stamp'
  | 'subject'
  | 'letterhead'
  | 'other'

/** A line of the header and its part. */
export interface HeaderPiece {
  readonly piece: Piece
  readonly role: HeaderRole
}

/**
 * The first page up to the title. `title` is the title line where there is one; `after` are the pieces from there on,
 * title line left out. Nothing beyond the zone may give the document its own number or day.
 */
export interface HeaderZone {
  readonly pieces: readonly HeaderPiece[]
  readonly title: { readonly piece: Piece; readonly line: KindLine } | null
  readonly after: readonly Piece[]
}

/** UTF-16 code units looked at: a letterhead, stamps and a title fit well inside. */
const ZONE_LENGTH = 6000
/** Lines of plain text after which the header is over. */
const MAX_PLAIN_LINES = 3

/** Characters and lines a web page may put before the letterhead: its headline, a register's lines. */
const PREFACE_LENGTH = 1500
const PREFACE_LINES = 14
/** Lines that only look like a text's headings: a list's mark before the issuer, a page's buttons for the size of letters. */
const NO_TEXT = /^(?:\d{1,2}\.\s*\p{Lu}{2}|A-\s*A)/u // 1. UBND TỈNH NINH THUẬN
/** Lines above and below a heading in which letterhead, number and day stand. */
const LETTERHEAD_LINES = 8

/** Reads the header of a document whose text is `text`; a web page's headline before the letterhead is passed over. */
export function readHeaderZone(text: string, vocabulary: Vocabulary): HeaderZone {
  const zone = readZone(text, vocabulary, 0)
  const hasHeading = zone.pieces.some((each) => HEADINGS.has(each.role))
  if (hasHeading && (zone.title !== null || zone.pieces[0]?.role !== 'other')) return zone
  const start = letterheadBelow(text, vocabulary)
  return start === null ? zone : readZone(text, vocabulary, start)
}

const HEADINGS: ReadonlySet<HeaderRole> = new Set(['partyHeading', 'stateHeading', 'youthHeading'])

/** Where a letterhead with its own number and day begins below a headline; null when none follows closely. */
function letterheadBelow(text: string, vocabulary: Vocabulary): number | null {
  const pieces = splitLines(text, { start: 0, end: Math.min(text.length, PREFACE_LENGTH * 2) })
  const at = pieces.findIndex((piece) => isHeading(piece.text))
  const heading = pieces[at]
  if (!heading || heading.start > PREFACE_LENGTH || at > PREFACE_LINES + LETTERHEAD_LINES) return null
  if (pieces.slice(0, at).some((piece) => isBody(piece.text) && !NO_TEXT.test(piece.text))) return null
  const around = pieces.slice(Math.max(0, at - LETTERHEAD_LINES), at + LETTERHEAD_LINES)
  const hasNumber = around.some((piece) => patterns.NUMBER_LINE.test(piece.text))
  if (!hasNumber || !around.some((piece) => isDateLine(piece.text))) return null
  let start = heading.start
  for (const piece of pieces.slice(Math.max(0, at - LETTERHEAD_LINES), at).reverse()) {
    if (readKindLine(piece.text, vocabulary) !== null || piece.text.length > MAX_PREFACE_SUBJECT) break
    const isIssuer = isCapitals(piece.text) && /\p{Lu}{2}/u.test(piece.text)
    if (isIssuer || patterns.NUMBER_LINE.test(piece.text)) start = piece.start
  }
  return start
}

/** Longest line of a subject that may stand between number and heading. */
const MAX_PREFACE_SUBJECT = 60

function isHeading(text: string): boolean {
  const bare = foldWord(text)
  return /^\p{Lu}{2}/u.test(text) && (patterns.PARTY_HEADING.test(bare) || patterns.STATE_HEADING.test(bare))
}

function readZone(text: string, vocabulary: Vocabulary, from: number): HeaderZone {
  const zone: Span = { start: from, end: Math.min(text.length, from + ZONE_LENGTH) }
  const pieces = readPieces(text, zone, (line) => isTitleOrText(line, vocabulary))
  const found: HeaderPiece[] = []
  let plainLines = 0
  for (const [index, piece] of pieces.entries()) {
    const role = roleOf(piece, found)
    const line = role === 'letterhead' || role === 'other' ? readKindLine(piece.text, vocabulary) : null
    if (line && isTitle(piece, line) && !isInLetterhead(line, found, pieces.slice(index + 1))) {
      return { pieces: withoutStampOwner(found), title: { piece, line }, after: pieces.slice(index + 1) }
    }
    if (role === 'other') plainLines += 1
    const isPlain = role === 'other' || role === 'letterhead'
    if ((isPlain && isBody(piece.text)) || plainLines > MAX_PLAIN_LINES) {
      return { pieces: withoutStampOwner(found), title: null, after: pieces.slice(index) }
    }
    found.push({ piece, role })
  }
  return { pieces: withoutStampOwner(found), title: null, after: [] }
}

function isTitleOrText(line: string, vocabulary: Vocabulary): boolean {
  return isBody(line) || readKindLine(line, vocabulary) !== null
}

function isBody(text: string): boolean {
  return (
    patterns.ADDRESSEE.test(foldWord(text)) || patterns.BASE.test(text) || patterns.BODY_HEADING.test(text)
  )
}

/** A kind in ordinary case is a title only when it stands alone on its line: «Kế hoạch». */
function isTitle(piece: Piece, line: KindLine): boolean {
  return line.rest !== '' || !/[.;,]$/.test(piece.text)
}

/** «BAN CHỈ ĐẠO THỰC HIỆN» / «QUY CHẾ DÂN CHỦ Ở CƠ SỞ»: a kind inside a body's name, its number still to come. */
function isInLetterhead(line: KindLine, before: readonly HeaderPiece[], after: readonly Piece[]): boolean {
  if (line.rest === '' || before.at(-1)?.role !== 'letterhead' || hasRole(before, 'number')) return false
  return after.slice(0, 6).some((piece) => roleOf(piece, []) === 'number')
}

function roleOf(piece: Piece, before: readonly HeaderPiece[]): HeaderRole {
  const { text } = piece
  const previous = before.at(-1)?.role
  if (patterns.STAMP_START.test(text) || patterns.COPY_LINE.test(text)) return 'stamp'
  if (previous === 'stamp' && patterns.STAMP_LINE.test(text)) return 'stamp'
  if (!/[\p{L}\p{N}]/u.test(text)) return 'rule'
  if (patterns.NUMBER_LINE.test(text) || (text.length < 40 && parseNumber(text) !== null)) return 'number'
  const bare = foldWord(text)
  if (isHeading(text)) return patterns.PARTY_HEADING.test(bare) ? 'partyHeading' : 'stateHeading'
  if (isCapitals(text)) {
    if (patterns.HEADING_TAIL.test(bare) && hasRole(before, 'stateHeading')) return 'stateHeading'
    if (bare === 'viet nam' && hasRole(before, 'partyHeading')) return 'partyHeading'
    if (patterns.YOUTH_HEADING.test(bare)) return 'youthHeading'
    if (patterns.SECRECY.test(bare)) return 'secrecy'
    if (patterns.URGENCY.test(bare)) return 'urgency'
  }
  if (patterns.MOTTO.test(bare)) return 'motto'
  if (patterns.CIRCULATION.test(bare)) return 'mark'
  if (previous === 'subject' && isSubjectTail(piece, before.at(-1)?.piece.text ?? '')) return 'subject'
  if (isDateLine(text)) return 'date'
  if (previous === 'date' && patterns.DATE_TAIL.test(text)) return 'date'
  if (patterns.SUBJECT.test(text) && hasRole(before, 'number')) return 'subject'
  if (isCapitals(text) && text.replace(/[^\p{L}]/gu, '').length >= 4) {
    // Below letterhead, number and day stand title and text: a title line no list knows names no body.
    const isBelow = hasRole(before, 'letterhead') && hasRole(before, 'number') && hasRole(before, 'date')
    return isBelow ? 'other' : 'letterhead'
  }
  return 'other'
}

/** True when every letter is a capital: «TỈNH ỦY LẠNG SƠN». */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

function isDateLine(text: string): boolean {
  const groups = patterns.PLACE_AND_DAY.exec(text)?.groups
  if (!groups) return false
  return /^[\s\d.…_/OolI-]*(?:$|th[áa]ng(?!\p{L})|\d{4})/u.test(groups.rest ?? '') // 23 tháng 11 năm 2021
}

/** «GTGT» / «COVID-19» alone under «V/v chính sách thuế»: the subject's last word. */
const ABBREVIATION = /^(?!LUẬT$|LỆNH$)\p{Lu}[\p{Lu}\d&-]{1,9}$/u

/** A subject runs on over the lines below it, never past an empty line, its own full stop or a place and day. */
function isSubjectTail(piece: Piece, previous: string): boolean {
  const { text } = piece
  if (piece.isAfterBlank || /[.;:]$/.test(previous) || isBody(text)) return false
  if (/^[Nn]gày\s+\d{1,2}\/\d{1,2}\/\d{4}$/u.test(text)) return true // Ngày 26/11/2018
  if (isCapitals(text)) return ABBREVIATION.test(text)
  return !patterns.OPENING.test(text) && !isDateLine(text)
}

function hasRole(pieces: readonly HeaderPiece[], role: HeaderRole): boolean {
  return pieces.some((each) => each.role === role)
}

/** The office named above an incoming stamp received the paper; it did not issue it. */
function withoutStampOwner(pieces: readonly HeaderPiece[]): readonly HeaderPiece[] {
  const stamp = pieces.findIndex((each) => each.role === 'stamp')
  if (stamp <= 0) return pieces
  let owner = stamp
  while (owner > 0 && pieces[owner - 1]?.role === 'letterhead') owner -= 1
  const hasOther = pieces.some(
    (each, index) => each.role === 'letterhead' && (index < owner || index > stamp),
  )
  if (!hasOther) return pieces
  return pieces.map((each, index) => (index >= owner && index < stamp ? { ...each, role: 'stamp' } : each))
}
