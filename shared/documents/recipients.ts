/** The last page comes in; the «Nơi nhận» items go out, without dash and final mark. */
import type { Span } from '../contract/document.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { isFamilyName } from './familyNames.ts'
import { type Piece, splitLines } from './headerLines.ts'
import { isCapitals } from './headerZone.ts'

/** The distribution list. `start` is the offset of «Nơi nhận», `end` the end of the last item. */
export interface Recipients extends Span {
  readonly items: readonly string[]
}

/** «Nơi nhận:», also with marks lost; words may follow on the line. */
const HEAD = /^noi nhan\s*[:.;]?\s*/ // Nơi nhận:
/** An item's dash or bullet, doubled by some copying. */
const BULLET = /^(?:[-–—+•*·]\s*)+/u // - Như trên,
/** The file copy, last of every list. */
const FILE_COPY = /^luu\b/ // Lưu: VT, NV
/** Lines of the signature block beside or below the list. */
const SIGNATURE = /^(?:T\s*\/\s*[MLU]|K\s*\/\s*T|TM\.|KT\.|TL\.|TUQ\.?|Q\.)\s*/u // T/M BAN THƯỜNG VỤ
const MAX_LINES = 60

/** Reads the list that begins at `start`, an offset of «Nơi nhận» in `text`. */
export function readRecipients(text: string, start: number, end: number): Recipients {
  const all = splitLines(text, { start, end })
  const hasColumns = all.some((piece) => piece.column !== 'full')
  const rightStart = Math.min(...all.filter((piece) => piece.column === 'right').map((piece) => piece.indent))
  const pieces = all
    .filter((piece) => piece.column !== 'right' && !(hasColumns && isRightAlone(piece, rightStart)))
    .slice(0, MAX_LINES)
  const lines = openHead(pieces)
  const hasBullets = lines.some((line) => BULLET.test(line.text))
  const items: string[] = []
  let last: Span = { start, end: pieces[0]?.end ?? start }
  let isFileCopy = false
  for (const [index, line] of lines.entries()) {
    const isItem = BULLET.test(line.text)
    const words = line.text.replace(BULLET, '').trim()
    if (words === '') continue
    const isSignature = SIGNATURE.test(words) || (isCapitals(words) && words.length > 5)
    if (isSignature && !isItem) {
      if (items.length === 0 || isFileCopy || !lines.slice(index + 1).some((each) => BULLET.test(each.text)))
        break
      continue
    }
    if (isItem || (!hasBullets && !isFileCopy)) {
      if (isFileCopy && !isItem) break
      items.push(words)
    } else if (items.length > 0 && continuesItem(items.at(-1) ?? '', line)) {
      items[items.length - 1] = `${items.at(-1)} ${words}`
    } else if (!isFileCopy && lines.slice(index + 1, index + 4).some((each) => BULLET.test(each.text))) {
      continue
    } else break
    last = line
    isFileCopy = FILE_COPY.test(foldWord(items.at(-1) ?? ''))
  }
  return {
    items: items
      .flatMap(splitGlued)
      .map(withoutMark)
      .filter((item) => item !== ''),
    start,
    end: last.end,
  }
}

function isRightAlone(piece: Piece, rightStart: number): boolean {
  return piece.column === 'full' && piece.indent >= rightStart - 12 && piece.indent > 20
}

/** The head line may carry the first item; the rest of the pieces follow. */
function openHead(pieces: readonly Piece[]): readonly Piece[] {
  const [head, ...rest] = pieces
  if (!head) return []
  const lead = HEAD.exec(foldWord(head.text))?.[0].length ?? 0
  const words = head.text.slice(lead)
  return words === '' ? rest : [{ ...head, text: words }, ...rest]
}

/** A wrapped item goes on in lower case or after a word that cannot end it; the empty line ends the list. */
function continuesItem(item: string, line: Piece): boolean {
  if (line.isAfterBlank || isPersonName(line.text)) return false
  if (/[,;.]$/.test(item) && FILE_COPY.test(foldWord(item))) return false
  return !/[;.]$/.test(item) || /^\p{Ll}/u.test(line.text)
}

/** A signer's name that reading put among the items. */
function isPersonName(text: string): boolean {
  const words = text.split(' ')
  return (
    words.length > 1 &&
    words.length < 6 &&
    isFamilyName(words[0] ?? '') &&
    /^(?:\p{Lu}\p{Ll}+ ?)+$/u.test(text)
  )
}

/** «Như trên; - Lưu: VT» written on one line. */
function splitGlued(item: string): readonly string[] {
  return item.split(/(?<=[;,.])\s+[-–]\s+/u)
}

function withoutMark(item: string): string {
  return item
    .replace(/[\s„“”"'`~|]+$/u, '')
    .replace(/\s*[;,.]+(?:\/\.)?$/u, '')
    .trim()
}
