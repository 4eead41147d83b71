/** The lines around «Nơi nhận» come in; who signed, under what title and for which organ, goes out. */
import type { Span } from '../contract/document.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { isFamilyName } from './familyNames.ts'
import { type Piece, splitLines } from './headerLines.ts'
import { isCapitals } from './headerZone.ts'

/** One signature block. `title` are the lines above the name joined by «, ». */
export interface Signature extends Span {
  readonly signer: string
  readonly title: string
  /** Words after «T/M», «TM.» as printed («BAN THƯỜNG VỤ»), null when the signer acts in his own office. */
  readonly onBehalfOf: string | null
  readonly nameSpan: Span
}

/** «T/M BAN THƯỜNG VỤ», «KT. CHỦ TỊCH», «TUQ. BỘ TRƯỞNG», also damaged: authority, then the rest. */
const AUTHORITY =
  /^(T\s*\/\s*(?:M|1V1|L|U)|K\s*\/\s*T|T\.\s?M|TM|KT|TL|TUQ|T\/UQ|Q|THỪA LỆNH|THAY MẶT|KÝ THAY)(?:\s*[./]\s*|\s+)(?=\p{L})(.*)$/u // T/M BAN THƯỜNG VỤ
const ON_BEHALF = /^(?:T\s*\/\s*(?:M|1V1|L)|T\.\s?M|TM|TL|THAY MẶT|THỪA LỆNH)$/u // T/M
/** Offices people sign in, folded. */
const OFFICE =
  /^(?:(?:quyen|q\.?|pho|nguyen|dong chi)\s+)*(?:bi thu|chu tich|truong ban|chanh van phong|chanh thanh tra|chanh an|giam doc|tong giam doc|bo truong|thu truong|thu tuong|tong bi thu|chu nhiem|vien truong|cuc truong|chi cuc truong|tong cuc truong|vu truong|vien pho|truong phong|truong doan|truong tieu ban|hieu truong|tong thanh tra|chi huy truong|chinh uy|chinh tri vien|tu lenh|to truong|doi truong|tram truong|chu toa|chu tri|thu ky|nguoi ghi bien ban|uy vien|thong doc|tong kiem toan|ke toan truong|truong ca|pho tong|doan chu tich|thuong truc|truong co quan|kiem tra vien|trung uong|thay mat)(?![\p{L}])/u // PHÓ BÍ THƯ THƯỜNG TRỰC
/** What stands where the hand signed. */
const SIGNED =
  /^[([]?\s*(?:da ky|ky ten|ky|ky, dong dau|ky, ghi ro ho ten|chu ky|da ky, dong dau|signed)\b.*$/ // (Đã ký)
/** The same before a name on one line. */
const SIGNED_BEFORE = /^(?:[([]\s*(?:[Đđ]ã ký|[Kk]ý)[^)\]]*[)\]]|[Đđ]ã ký\s*:)\s*/u // (Đã ký) Nguyễn Văn A
/** Ranks and degrees before a name. */
const RANK =
  /^(?:(?:GS|PGS|TS|ThS|BS|CKI|CKII|KS|CN)\.?\s*|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)\s+|Đ\/c\s+|Đồng chí\s+)+/u // TS. Nguyễn Văn A
/** «Nông Thị Mai Lan», «H’Ngăm Niê Kđăm», «Ksor H'Bơ Khăp»: two to six capitalised words. */
const NAME = /^\p{Lu}(?:['’]\p{Lu})?[\p{Ll}'’]*(?:[-\s]\p{Lu}['’]?[\p{L}'’]*){1,5}$/u // Lành Văn Hòa
const BULLET = /^[-–—+•]\s*\p{L}/u // - Như trên,
/** Lines between title and name: room for the hand, a seal's text. */
const MAX_LINES_TO_NAME = 6

/** Every signature block of the zone, in order; of two side by side the left one first. */
export function readSignatures(text: string, zone: Span): readonly Signature[] {
  const pieces = splitLines(text, zone)
  const side = pieces.find(
    (piece, index) =>
      piece.column === 'left' &&
      isOpening(piece.text) &&
      pieces[index + 1]?.line === piece.line &&
      isOpening(pieces[index + 1]?.text ?? ''),
  )
  if (!side) return readColumn(signingColumn(pieces))
  const below = pieces.filter((piece) => piece.line >= side.line)
  return [
    ...readColumn(signingColumn(pieces.filter((piece) => piece.line < side.line))),
    ...readColumn(below.filter((piece) => piece.column === 'left')),
    ...readColumn(below.filter((piece) => piece.column === 'right')),
  ]
}

function readColumn(pieces: readonly Piece[]): readonly Signature[] {
  const found: Signature[] = []
  for (let index = 0; index < pieces.length; index += 1) {
    const block = readBlock(pieces, index)
    if (!block) continue
    found.push(block.signature)
    index = block.lastIndex
  }
  return found
}

/** The pieces that can belong to a signature: right-hand ones where there are columns, never list items. */
function signingColumn(pieces: readonly Piece[]): readonly Piece[] {
  const rights = rightOfList(pieces)
  const rightStart = Math.min(...rights.map((piece) => piece.indent))
  return pieces.filter((piece) => {
    if (BULLET.test(piece.text) || foldWord(piece.text).startsWith('noi nhan')) return false
    if (piece.column === 'left') return isOpening(piece.text)
    // A line of running text ends any block above it, whatever its column.
    if (piece.column === 'full' && piece.text.length > 60) return true
    return (
      piece.column === 'right' ||
      rights.length === 0 ||
      piece.indent >= rightStart - 20 ||
      isOpening(piece.text)
    )
  })
}

/** Right-hand pieces beside the list of recipients, or that open a block: a table in the text has columns too. */
function rightOfList(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((piece, index) => {
    if (piece.column !== 'right') return false
    const left = pieces[index - 1]
    const isBeside =
      left?.line === piece.line && (BULLET.test(left.text) || foldWord(left.text).startsWith('noi nhan'))
    return isOpening(piece.text) || (isBeside && (isCapitals(piece.text) || NAME.test(piece.text)))
  })
}

function isOpening(text: string): boolean {
  return isCapitals(text) && (AUTHORITY.test(text) || OFFICE.test(foldWord(text)))
}

function readBlock(
  pieces: readonly Piece[],
  from: number,
): { readonly signature: Signature; readonly lastIndex: number } | null {
  const first = pieces[from]
  if (!first || !isOpening(first.text)) return null
  const lines: string[] = []
  let onBehalfOf: string | null = null
  let isBehalfOpen = false
  let skipped = 0
  for (let index = from; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (!piece) return null
    const { text } = piece
    const name = lines.length > 0 ? nameIn(text, pieces[index + 1]?.text) : null
    if (name !== null) {
      return {
        signature: {
          signer: name,
          title: lines.join(', '),
          onBehalfOf,
          start: first.start,
          end: piece.end,
          nameSpan: { start: piece.start, end: piece.end },
        },
        lastIndex: index,
      }
    }
    const authority = AUTHORITY.exec(text)
    if (authority && (isCapitals(text) || (lines.length > 0 && isPerson(authority[2] ?? '')))) {
      lines.push(text)
      isBehalfOpen = ON_BEHALF.test(authority[1] ?? '')
      // «TL. CHỦ TỊCH» is by order of a person; only an organ is spoken for.
      if (isBehalfOpen && onBehalfOf === null && !isPerson(authority[2] ?? ''))
        onBehalfOf = authority[2] ?? null
    } else if (OFFICE.test(foldWord(text)) && (isCapitals(text) || text.length < 60)) {
      lines.push(text)
      isBehalfOpen = false
    } else if (isCapitals(text) || /^kiêm\s/u.test(text)) {
      // The column cut a line: «PHÓ BÍ THƯ THƯỜNG» / «TRỰC».
      lines[lines.length - 1] = `${lines.at(-1)} ${text}`
      if (isBehalfOpen && onBehalfOf !== null) onBehalfOf = `${onBehalfOf} ${text}`
    } else {
      skipped += SIGNED.test(foldWord(text)) ? 0 : 1
      if (skipped > MAX_LINES_TO_NAME || text.length > 60) return null
    }
  }
  return null
}

function isPerson(words: string): boolean {
  const bare = foldWord(words)
  return OFFICE.test(bare) && !/^(?:doan chu tich|thuong truc|trung uong)/.test(bare)
}

/** A person's name standing alone; in capitals only with a family name first and no office after it. */
function nameIn(text: string, next: string | undefined): string | null {
  const bare = text.replace(SIGNED_BEFORE, '').replace(RANK, '').trim()
  if (NAME.test(bare) && !OFFICE.test(foldWord(bare)) && !isCapitals(bare)) return bare
  const words = bare.split(/\s+/)
  const isName =
    isCapitals(bare) &&
    words.length >= 2 &&
    words.length <= 5 &&
    /^[\p{Lu}\s'’-]+$/u.test(bare) &&
    isFamilyName(words[0] ?? '') &&
    !OFFICE.test(foldWord(bare)) &&
    (next === undefined || !isOpening(next))
  return isName ? bare : null
}
