/** A mention, its passage's phrases and its zone come in; what this document says of the cited act goes out. */
import type { Relation } from '../contract/citation.ts'
import { lastAtOrBelow } from '../vietnamese/offsets.ts'
import { issuedList } from './issuedLists.ts'
import type { Mention } from './mentions.ts'
import type { Nesting } from './nesting.ts'
import { governingPhrase, isTransparent, type PhraseMatch, phrasesBetween } from './phrases.ts'
import { isFullStop } from './titles.ts'
import type { Zone } from './zones.ts'

/** What this document says of an act it cites. */
export interface Saying {
  readonly relation: Relation
  readonly detail: string | null
}

/** A stretch of the passage that belongs to a citation: its words say nothing of other citations. */
export interface Extent {
  readonly start: number
  readonly end: number
}

/** What the relation stage needs to know of the document and of the passage. */
export interface RelationScene {
  readonly zone: Zone
  /** Offset of the enacting words of a preamble; null when there are none. */
  readonly enactment: number | null
  readonly phrases: readonly PhraseMatch[]
  readonly extents: readonly Extent[]
  /** What the words behind the act say of it («… hết hiệu lực kể từ …»); null when nothing. */
  readonly ending: Saying | null
  /** The governing phrase of the heading or sentence that introduces this list; null when none. */
  readonly lead: PhraseMatch | null
  /** Starts of the passage's sentences. */
  readonly sentences: readonly number[]
  /** Kind of the document, lower case («báo cáo»); null when not known. */
  readonly documentKind: string | null
}

const MENTION: Saying = { relation: 'mentions', detail: null }
/** «(sau đây gọi tắt là Nghị quyết số 25-NQ/TW)»: a name given, nothing said. */
const SHORT_NAME = /(?:gọi|viết)\s+(?:tắt\s+)?là\s*[“"]?$/
/** «chưa kịp thời », «không được »: a denial right before a verb. */
const DENIED =
  /(?:chưa|không|chậm)(?:\s(?:kịp thời|thật sự|thực sự|quan tâm|chủ động|tổ chức|nghiêm túc|thường xuyên|đầy đủ|được|hề|tốt|sâu|chú trọng|có|ban hành|xây dựng|văn bản|kế hoạch|lãnh đạo|chỉ đạo))*\s$/
/** «(kèm theo Quyết định số …)», «(ban hành kèm theo …)»: where a paper came from, said in brackets. */
const ATTACHED = /\(\s?(?:được\s)?(?:ban hành\s)?(?:kèm\s)?theo\s$/i
/** «gửi xin ý kiến (Công văn số …)»: the paper by which something was done. */
const BY_LETTER = /^(?:công văn|báo cáo|tờ trình|thông báo|biên bản|giấy mời)/
/** «Quyết định số 290-QĐ/TW … đã hết hiệu lực», «… quy định rõ»: a fact stated of the act, which opens its clause. */
const STATED =
  /^[\s,)”"]*(?:đã\s+hết hiệu lực|có hiệu lực|còn hiệu lực|ra đời|nêu rõ|xác định rõ|đã nêu|đã xác định|khẳng định)(?!\p{L})/u
const CLAUSE_OPEN = /(?:^|[.;:!?])\s*(?:[-+]\s*)?$/
/** A verb other than carrying out governs only what stands near it, citations between not counted. */
const NEAR_WORDS = 14
/** The same for «sửa đổi Quy chế … ban hành kèm theo Quyết định số …»: the name of what is attached stands between. */
const ATTACHED_WORDS = 30
/** How far back, in characters, a governing verb is looked for. */
const REACH = 3000

/** Offsets where the sentences of a passage begin. */
export function sentenceStarts(text: string): readonly number[] {
  const starts = [0]
  for (const match of text.matchAll(/[.!?…]/g)) {
    if (
      match[0] === '.'
        ? isFullStop(text, match.index)
        : /^.\s+\p{Lu}/u.test(text.slice(match.index, match.index + 5))
    ) {
      starts.push(match.index + 1)
    }
  }
  return starts
}

/** The sentence around an offset. */
export function sentenceAround(sentences: readonly number[], length: number, offset: number): Extent {
  const index = lastAtOrBelow(sentences, offset)
  return { start: sentences[index] ?? 0, end: sentences[index + 1] ?? length }
}

/** Phrases before `to` that belong to no citation, nearest last; a whole book of one sentence is not walked through. */
function freePhrases(scene: RelationScene, from: number, to: number): readonly PhraseMatch[] {
  const candidates = phrasesBetween(scene.phrases, Math.max(from, to - REACH), to)
  return candidates.filter((phrase) => !isTaken(scene.extents, phrase))
}

function isTaken(extents: readonly Extent[], phrase: PhraseMatch): boolean {
  let low = 0
  let high = extents.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const extent = extents[middle]
    if (extent === undefined) return false
    if (extent.end <= phrase.start) low = middle + 1
    else if (extent.start > phrase.start) high = middle - 1
    else return true
  }
  return false
}

/** Index of the first extent that ends after `offset`; extents are in order and apart. */
function firstEndingAfter(extents: readonly Extent[], offset: number): number {
  let low = 0
  let high = extents.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((extents[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Words between a phrase and a mention, citations between them not counted. */
function wordsBetween(text: string, extents: readonly Extent[], from: number, to: number): number {
  let free = ''
  let at = from
  for (let index = firstEndingAfter(extents, from); index < extents.length; index++) {
    const extent = extents[index]
    if (extent === undefined || extent.start >= to) break
    free += `${text.slice(at, Math.max(at, extent.start))} `
    at = Math.max(at, extent.end)
    if (free.length > 400) break
  }
  free += text.slice(at, Math.max(at, to))
  return free.split(/[\s,;:“”"()]+/).filter((word) => /\p{L}/u.test(word)).length
}

/** Says what the document does with the mention. */
export function readSaying(mention: Mention, nesting: Nesting, scene: RelationScene): Saying {
  if (nesting.governedBy !== null && !nesting.isPassive)
    return { relation: 'mentions', detail: nesting.detail }
  if (mention.isInBodyName) return MENTION
  const text = mention.passage.text
  if (SHORT_NAME.test(text.slice(Math.max(0, mention.leadStart - 24), mention.leadStart))) return MENTION
  if (isInBrackets(mention)) return MENTION
  const isPreamble =
    scene.zone === 'preamble' && (scene.enactment === null || mention.leadStart < scene.enactment)
  if (isPreamble && nesting.isAmender) return MENTION
  if (isPreamble) {
    const near = freePhrases(scene, 0, mention.leadStart).slice(-3)
    const isAnswer = near.some((phrase) => phrase.detail === 'RESPONDS_TO')
    const review = openingReview(mention, scene)
    if (review !== null) return { relation: 'reviews', detail: review.detail }
    return { relation: 'basis', detail: isAnswer ? 'RESPONDS_TO' : 'BASED_ON' }
  }
  if (scene.ending !== null) return scene.ending
  if (isStated(mention, nesting)) return MENTION
  const from = sentenceAround(scene.sentences, text.length, mention.leadStart).start
  const lowerBound =
    scene.enactment !== null && scene.zone === 'preamble' ? Math.max(from, scene.enactment) : from
  const phrases = freePhrases(scene, lowerBound, mention.leadStart)
  const issuing = issuedList(
    mention.passage.lower,
    phrases,
    (from, to) =>
      scene.extents.slice(firstEndingAfter(scene.extents, from), firstEndingAfter(scene.extents, to)),
    mention.leadStart,
  )
  if (issuing !== null) return sayingOf(issuing, scene)
  // Verbs too far away for what they mean are passed over one by one.
  for (let count = phrases.length; count > 0; count--) {
    const phrase = governingPhrase(mention.passage.lower, phrases.slice(0, count))
    if (phrase === null) break
    // «A được sửa đổi bởi B»: B is named, nothing is ordered of it.
    if (phrase.isPassive) return MENTION
    if (DENIED.test(mention.passage.lower.slice(Math.max(0, phrase.start - 60), phrase.start))) return MENTION
    const isFarReaching = phrase.edge === 'implements' || phrase.edge === 'continues'
    const reach = phrases.at(-1)?.detail === 'ATTACHED_TO' ? ATTACHED_WORDS : NEAR_WORDS
    if (isFarReaching || wordsBetween(text, scene.extents, phrase.end, mention.leadStart) <= reach) {
      if (isBasisOfLetter(phrase, mention, from, scene)) return { relation: 'basis', detail: 'BASED_ON' }
      if (!isTransparent(phrase) || phrase.detail === 'ATTACHED_TO') return sayingOf(phrase, scene)
    }
    count = phrases.indexOf(phrase) + 1
  }
  if (scene.lead !== null && !isTransparent(scene.lead)) return sayingOf(scene.lead, scene)
  // A list opened with no verb before it («trọng tâm là: …») is to be carried out.
  if (phrases.some((phrase) => phrase.detail === 'LISTS'))
    return { relation: 'implements', detail: 'IMPLEMENTS' }
  // An item of a plan is a task: what it names with no verb is to be carried out.
  const isTask =
    mention.passage.kind !== 'note' &&
    mention.passage.marker !== null &&
    scene.zone === 'body' &&
    isPlan(scene.documentKind)
  if (isTask && phrases.every(isTransparent)) return { relation: 'implements', detail: 'IMPLEMENTS' }
  return MENTION
}

/** «Tổng kết 10 năm thực hiện Nghị quyết số 25-NQ/TW …, Ban Thường vụ báo cáo»: the opening is itself the review. */
function openingReview(mention: Mention, scene: RelationScene): PhraseMatch | null {
  const { lower } = mention.passage
  const from = Math.max(0, lower.lastIndexOf(';', mention.leadStart) + 1)
  const phrase = governingPhrase(lower, freePhrases(scene, from, mention.leadStart))
  if (phrase === null || !phrase.detail.startsWith('REVIEWS_')) return null
  return /^[\s-]*$/.test(lower.slice(from, phrase.start)) ? phrase : null
}

function isPlan(kind: string | null): boolean {
  return kind !== null && /^(?:kế hoạch|chương trình|phương án|đề án)/.test(kind)
}

/** «… Căn cứ Nghị quyết số 35; Nghị quyết số 117, Bộ Nội vụ đề nghị …»: a letter may name its basis in the middle of its text. */
function isBasisOfLetter(phrase: PhraseMatch, mention: Mention, from: number, scene: RelationScene): boolean {
  if (phrase.edge !== 'basis' || scene.documentKind !== 'công văn' || mention.passage.marker !== null)
    return false
  return mention.passage.text.slice(from, phrase.start).trim() === ''
}

/** Turns the governing phrase into the relation of the contract, as the zone and the kind of the document allow. */
function sayingOf(phrase: PhraseMatch, scene: RelationScene): Saying {
  const kind = scene.documentKind ?? ''
  const isOwnAct = scene.zone === 'title' || scene.zone === 'preamble'
  switch (phrase.edge) {
    case 'implements':
    case 'continues':
      if (isOwnAct && kind.startsWith('báo cáo')) return { relation: 'reviews', detail: 'REPORTS_ON' }
      if (isOwnAct && kind === 'hướng dẫn') return { relation: 'guides', detail: 'GUIDES' }
      return { relation: 'implements', detail: phrase.detail === 'LISTS' ? 'IMPLEMENTS' : phrase.detail }
    case 'guides':
      // An order to guide others is carrying out; a guidance speaks of what it guides in its own title.
      if (isOwnAct || kind === 'hướng dẫn' || kind === '')
        return { relation: 'guides', detail: phrase.detail }
      return { relation: 'implements', detail: 'IMPLEMENTS' }
    case 'basis':
      return { relation: 'implements', detail: 'IMPLEMENTS' }
    case 'promulgates':
      return { relation: 'mentions', detail: phrase.detail }
    case 'mentions':
      return phrase.detail === 'LISTS'
        ? { relation: 'implements', detail: 'IMPLEMENTS' }
        : { relation: 'mentions', detail: phrase.detail }
    default:
      return { relation: phrase.edge, detail: phrase.detail }
  }
}

/** «… hết hiệu lực kể từ ngày …», «… được thay thế bằng Quy chế này»: the verb stands after the act. */
const ENDS_FORCE =
  /^[\s,)”"]*(?:sẽ\s+)?(?:hết hiệu lực|chấm dứt hiệu lực|không còn hiệu lực|bị bãi bỏ|được bãi bỏ)(?!\s+(?:bởi|tại|theo))/u
const IS_REPLACED = /^[\s,)”"]*(?:được|bị)\s+thay thế\s+(?:bằng|bởi)\s+[^,.;]{0,40}\snày(?!\p{L})/u

function endOf(mention: Mention, nesting: Nesting): number {
  return Math.max(nesting.titleEnd ?? 0, mention.details.end, mention.end)
}

function isStated(mention: Mention, nesting: Nesting): boolean {
  const { lower } = mention.passage
  const end = endOf(mention, nesting)
  return (
    STATED.test(lower.slice(end, end + 40)) &&
    CLAUSE_OPEN.test(lower.slice(Math.max(0, mention.leadStart - 4), mention.leadStart))
  )
}

function isInBrackets(mention: Mention): boolean {
  const { lower } = mention.passage
  const before = lower.slice(Math.max(0, mention.leadStart - 32), mention.leadStart)
  if (ATTACHED.test(before)) return true
  return /\(\s?$/.test(before) && BY_LETTER.test(lower.slice(mention.leadStart, mention.leadStart + 12))
}

/**
 * What the words behind each act say of it. «A và B hết hiệu lực kể từ …» speaks of both: acts joined in one list share
 * what stands behind the last.
 */
export function readEndings(
  mentions: readonly Mention[],
  nestings: readonly Nesting[],
): readonly (Saying | null)[] {
  const endings: (Saying | null)[] = mentions.map(() => null)
  for (let index = mentions.length - 1; index >= 0; index--) {
    const mention = mentions[index]
    const nesting = nestings[index]
    if (mention === undefined || nesting === undefined) continue
    const isJoinedNext = mentions[index + 1]?.isJoined === true
    endings[index] = endingAfter(mention, nesting) ?? (isJoinedNext ? (endings[index + 1] ?? null) : null)
  }
  return endings
}

function endingAfter(mention: Mention, nesting: Nesting): Saying | null {
  const end = endOf(mention, nesting)
  const after = mention.passage.lower.slice(end, end + 90)
  if (ENDS_FORCE.test(after)) return { relation: 'repeals', detail: 'TERMINATES' }
  return IS_REPLACED.test(after) ? { relation: 'replaces', detail: 'REPLACES' } : null
}
