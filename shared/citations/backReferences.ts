/** A document's text and its citations come in; the short mentions of acts already cited in full go out. */
import type { Citation } from '../contract/citation.ts'
import type { Span } from '../contract/document.ts'
import { KIND_WORDS } from '../documents/kinds.ts'
import { normalise } from '../vietnamese/normalise.ts'

/** «Kết luận 43», «Nghị quyết số 25 nêu trên»: words that name an act cited in full elsewhere in the document. */
export interface BackReference extends Span {
  readonly raw: string
  /** Index of the full citation it stands for, in the list given. */
  readonly citation: number
}

const KINDS = [...KIND_WORDS].map((word) => word.replaceAll(' ', '\\s{1,4}')).join('|')
/** «Kết luận 43», «Chỉ thị số 05»; not «Nghị quyết 25-NQ/TW», «Kế hoạch 5 năm», «Quyết định 12/12». */
const SHORT = new RegExp(
  `(?<!\\p{L})(${KINDS})\\s{1,3}(?:số\\s{0,3})?(\\d{1,5})(?![\\d\\p{L}]|\\s{0,2}[-/.,%]\\s{0,2}\\d|\\s{0,2}[-/]\\s{0,2}\\p{L}|\\s{1,2}(?:năm|tháng|ngày|tuần|quý|giờ|đồng|triệu|tỷ|người|xã|huyện|tỉnh|khóa|khoá|lần|điểm|trang|chương|điều|khoản|mục|nhiệm vụ|và\\s+\\d|,\\s*\\d))`,
  'giu',
)

/** What tells one act from another inside one document. */
function identityOf(citation: Citation): string {
  return `${Number.parseInt(citation.number, 10)}|${citation.symbol}|${citation.year ?? ''}`
}

/**
 * Finds short mentions and ties each to its act. Only what resolves without guessing is given: the document must cite
 * exactly one act of that kind and number, and no two dates for it. The last full citation before the mention stands
 * for the act, or the first after it.
 */
export function readBackReferences(text: string, citations: readonly Citation[]): readonly BackReference[] {
  if (citations.length === 0) return []
  const plain = normalise(text)
  const byName = new Map<string, number[]>()
  for (const [index, citation] of citations.entries()) {
    if (citation.type === null) continue
    const key = `${citation.type.toLowerCase()}|${Number.parseInt(citation.number, 10)}`
    const known = byName.get(key)
    if (known === undefined) byName.set(key, [index])
    else known.push(index)
  }
  const found: BackReference[] = []
  for (const match of plain.text.matchAll(SHORT)) {
    const kind = (match[1] ?? '').toLowerCase().replace(/\s+/g, ' ')
    const candidates = byName.get(`${kind}|${Number(match[2])}`) ?? []
    const acts = new Set(candidates.map((index) => identityOf(citations[index] as Citation)))
    const dates = new Set(candidates.flatMap((index) => citations[index]?.date ?? []))
    if (acts.size !== 1 || dates.size > 1) continue
    const start = plain.toSource(match.index)
    const end = plain.toSource(match.index + match[0].length)
    // A bare number of a list («Kết luận số 43, 65-KL/TW») is a citation already.
    if (
      candidates.some((index) => (citations[index]?.start ?? 0) < end && (citations[index]?.end ?? 0) > start)
    )
      continue
    const before = candidates.filter((index) => (citations[index]?.start ?? 0) < start)
    const target = before.at(-1) ?? candidates[0]
    if (target !== undefined) found.push({ start, end, raw: text.slice(start, end), citation: target })
  }
  return found
}
