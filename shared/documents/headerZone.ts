/** The start of a document comes in; its lines, each with the part it plays in a first page, go out. */
import type { Span } from '../contract/document.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { type KindLine, readKindLine } from './headerKinds.ts'
import { type Piece, readPieces } from './headerLines.ts'
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

/** Reads the header of a document whose text is `text`; `from` skips what stands before it. */
export function readHeaderZone(text: string, vocabulary: Vocabulary, from = 0): HeaderZone {
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
  if (isCapitals(text)) {
    if (patterns.PARTY_HEADING.test(bare)) return 'partyHeading'
    if (patterns.STATE_HEADING.test(bare)) return 'stateHeading'
    if (patterns.HEADING_TAIL.test(bare) && hasRole(before, 'stateHeading')) return 'stateHeading'
    if (bare === 'viet nam' && hasRole(before, 'partyHeading')) return 'partyHeading'
    if (patterns.YOUTH_HEADING.test(bare)) return 'youthHeading'
    if (patterns.SECRECY.test(bare)) return 'secrecy'
    if (patterns.URGENCY.test(bare)) return 'urgency'
  }
  if (patterns.MOTTO.test(bare)) return 'motto'
  if (patterns.CIRCULATION.test(bare)) return 'mark'
  if (isDateLine(text)) return 'date'
  if (previous === 'date' && patterns.DATE_TAIL.test(text)) return 'date'
  if (patterns.SUBJECT.test(text) && hasRole(before, 'number')) return 'subject'
  if (previous === 'subject' && isSubjectTail(piece)) return 'subject'
  if (isCapitals(text) && text.replace(/[^\p{L}]/gu, '').length >= 4) return 'letterhead'
  return 'other'
}

/** True when every letter is a capital: «TỈNH ỦY LẠNG SƠN». */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

function isDateLine(text: string): boolean {
  const groups = patterns.PLACE_AND_DAY.exec(text)?.groups
  if (!groups) return false
  return /^[\s\d.…_/OolI-]*(?:$|th[áa]ng\b|\d{4})/u.test(groups.rest ?? '') // 23 tháng 11 năm 2021
}

/** A subject runs on over the lines below it, never past an empty line. */
function isSubjectTail(piece: Piece): boolean {
  return !piece.isAfterBlank && !isCapitals(piece.text) && !patterns.OPENING.test(piece.text)
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
