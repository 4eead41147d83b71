/** A document's text comes in; its signatures and recipients, found around «Nơi nhận», go out. */
import type { Span } from '../contract/document.ts'
import { COPY_LINE } from './headerPatterns.ts'
import { type Recipients, readRecipients } from './recipients.ts'
import { readSignatures, type Signature } from './signature.ts'

/** What the last page says. `signatures` holds several only where several bodies sign. */
export interface LastPage {
  readonly signatures: readonly Signature[]
  readonly recipients: Recipients | null
}

/** «Nơi nhận:», marks of scanning and emphasis allowed. */
const RECIPIENTS = /N[ơoớ]i\s{1,3}nh[ậâạa]n[ *_]{0,6}(?:[:.;]|[*_]{0,3}(?=\n))/gu // Nơi nhận:
/** What may stand before it in its column. */
const BEFORE_IT = /(?:^|\n|\t| {3}|\|)[ \t*_|]{0,12}$/u // **Nơi nhận:**
/** Longest run of such characters looked at. */
const LOOK_BACK = 16
/** Characters before and after «Nơi nhận» in which the signature stands. */
const BEFORE = 1200
const AFTER = 3500
/** Without a list, the last signature stands within so many characters of the end. */
const TAIL = 5000

/** What follows the paper signed: an annex, a form. */
const ANNEX =
  /^(?:PHỤ\s+(?:LỤC|BIỂU)|BIỂU\s+MẪU|Mẫu\s+(?:số\s+)?\d|MẪU\s+(?:SỐ\s+)?\d|DANH\s+SÁCH\s|\([Kk]èm\s+theo\s)/u // PHỤ LỤC

/** Reads the first distribution list and the signatures beside it; a copier's own come after and are left out. */
export function readLastPage(text: string, bodyStart: number): LastPage {
  const match = findRecipients(text, bodyStart)
  const from = match ? match.index + match[0].length : Math.max(bodyStart, text.length - TAIL)
  const copyAt = lineAfter(text, from, COPY_LINE)
  if (!match) {
    const zone: Span = { start: Math.max(bodyStart, copyAt - TAIL), end: copyAt }
    return { signatures: readSignatures(text, zone).slice(-1), recipients: null }
  }
  const head = match.index
  const lineStart = text.lastIndexOf('\n', head) + 1
  const recipients = readRecipients(text, lineStart, Math.min(copyAt, head + AFTER))
  const zone: Span = {
    start: Math.max(bodyStart, text.lastIndexOf('\n', Math.max(bodyStart, head - BEFORE)) + 1),
    end: Math.min(copyAt, head + AFTER),
  }
  const before = readSignatures(text, { ...zone, end: Math.min(zone.end, lineAfter(text, from, ANNEX)) })
  const signatures = before.length > 0 ? before : readSignatures(text, zone)
  const beside = signatures.filter((each) => each.end > lineStart)
  return { signatures: beside.length > 0 ? beside : signatures.slice(-1), recipients }
}

/** The first «Nơi nhận:» that opens a line or a column; words inside a sentence are none. */
function findRecipients(text: string, from: number): RegExpExecArray | null {
  RECIPIENTS.lastIndex = from
  for (let match = RECIPIENTS.exec(text); match !== null; match = RECIPIENTS.exec(text)) {
    const isAtStart = match.index <= LOOK_BACK
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index)
    if (BEFORE_IT.test(before) && (isAtStart || /[\n\t |]/.test(before))) return match
  }
  return null
}

function lineAfter(text: string, from: number, pattern: RegExp): number {
  for (let at = text.indexOf('\n', from); at !== -1; at = text.indexOf('\n', at + 1)) {
    const line = text.slice(at + 1, at + 60).trimStart()
    if (pattern.test(line)) return at
  }
  return text.length
}
