/** The words before an act come in; whether they list what a body itself issued («đã ban hành các văn bản …, như: A; B») goes out. */
import { KIND_WORDS } from '../documents/kinds.ts'
import { isTransparent, type PhraseMatch } from './phrases.ts'

/** A stretch that belongs to a citation. Offsets are the passage's. */
interface Taken {
  readonly start: number
  readonly end: number
}

/** « các văn bản», « kịp thời 12 văn bản»: what was issued, right behind the verb. */
const PAPERS =
  /^\s(?:(?:kịp thời|đầy đủ|đồng bộ)\s)?(?:(?:các|những|nhiều|một số|hàng loạt|hệ thống|trên|hơn|\d{1,4}|\d{1,2}\.\d{3})\s)*(?:loại\s)?văn bản(?!\p{L})/u
/** «, như: », « gồm », «, cụ thể: »: here the list begins. */
const OPENER =
  /(?:^|[\s,(])(?:như|gồm|bao gồm|cụ thể là|cụ thể|trong đó có|trong đó|đó là|tiêu biểu là|nổi bật là|sau(?: đây)?)\s?:|[\s,](?:như|gồm|bao gồm|cụ thể là|trong đó có|đó là|tiêu biểu là|nổi bật là)\s|:/gu
/** «… thực hiện các nghị quyết, chỉ thị của Đảng, như: »: the list is of those. */
const OTHER_ACTS = new RegExp(`(?<!\\p{L})(?:${KIND_WORDS.join('|')}|chủ trương|đường lối)(?!\\p{L})`, 'u')

/**
 * The verb of issuing when the act at `to` stands in a list of papers issued; null when it does not. `phrases` are the
 * free ones of the sentence before the act; `takenBetween` gives the citations of a stretch.
 */
export function issuedList(
  lower: string,
  phrases: readonly PhraseMatch[],
  takenBetween: (from: number, to: number) => readonly Taken[],
  to: number,
): PhraseMatch | null {
  const at = phrases.findLastIndex(
    (phrase) => phrase.detail === 'PROMULGATES' && PAPERS.test(lower.slice(phrase.end, phrase.end + 60)),
  )
  const issuing = phrases[at]
  if (issuing === undefined) return null
  const taken = takenBetween(issuing.end, to)
  const opener = [...lower.slice(issuing.end, to).matchAll(OPENER)]
    .map((match) => ({ start: issuing.end + match.index, end: issuing.end + match.index + match[0].length }))
    .findLast((match) => !taken.some((each) => each.start < match.end && each.end > match.start))
  if (opener === undefined) return null
  const verbs = phrases.slice(at + 1).filter((phrase) => !isTransparent(phrase))
  if (verbs.some((phrase) => phrase.end > opener.start)) return null
  let between = verbs.at(-1)?.end ?? opener.start
  let words = ''
  for (const each of taken) {
    if (each.end <= between || each.start >= opener.start) continue
    words += lower.slice(between, Math.max(between, each.start))
    between = each.end
  }
  words += lower.slice(between, Math.max(between, opener.start))
  return OTHER_ACTS.test(words) ? null : issuing
}
