/** A mention, its passage's phrases and its zone come in; what this document says of the cited act goes out. */
import type { Relation } from '../contract/citation.ts'
import { KIND_WORDS } from '../documents/kinds.ts'
import { lastAtOrBelow } from '../vietnamese/offsets.ts'
import { issuedList } from './issuedLists.ts'
import type { Mention } from './mentions.ts'
import type { Nesting } from './nesting.ts'
import {
  changesActs,
  governingPhrase,
  isGuidedBy,
  isTransparent,
  type PhraseMatch,
  phrasesBetween,
} from './phrases.ts'
import { isFullStop } from './titles.ts'
import { opensPreamble, type Zone } from './zones.ts'

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
const SHORT_NAME = /(?:gọi|viết)\s+(?:tắt\s+)?là\s*[“"]?$|\((?:trước đây|trước kia|nay)\s(?:là|theo)\s$/
/** «chỉ đạo Ủy ban nhân dân huyện xây dựng Kế hoạch số 12»: the act came of it. */
const MADE = /(?:^|[\s,])(?:xây dựng(?: và ban hành)?|soạn thảo|đã có)\s$/u
/** «chưa kịp thời », «không được »: a denial right before a verb. */
const DENIED =
  /(?:chưa|không|chậm)(?:\s(?:kịp thời|thật sự|thực sự|quan tâm|chủ động|tổ chức|nghiêm túc|thường xuyên|đầy đủ|được|hề|tốt|sâu|chú trọng|có|ban hành|xây dựng|văn bản|kế hoạch|lãnh đạo|chỉ đạo))*\s$/
/** «(kèm theo Quyết định số …)», «(ban hành kèm theo …)»: where a paper came from, said in brackets. */
const ATTACHED = /\(\s?(?:được\s)?(?:ban hành\s)?(?:kèm\s)?theo\s$/i
/** «gửi xin ý kiến (Công văn số …)»: the paper by which something was done. */
const BY_LETTER = /^(?:công văn|báo cáo|tờ trình|thông báo|biên bản|giấy mời)/
/** «Quyết định số 290-QĐ/TW … đã hết hiệu lực», «… quy định rõ»: a fact stated of the act, which opens its clause. */
const STATED =
  /^[\s,)”"]*(?:đã\s+hết hiệu lực|(?:chính thức\s+)?có hiệu lực|còn hiệu lực|ra đời|nêu rõ|xác định rõ|chỉ rõ|ghi rõ|đề ra|đặt ra|nhấn mạnh|yêu cầu|(?:đã\s+)?khẳng định|đã\s+(?:nêu|chỉ|xác định|đề ra|đặt ra|nhấn mạnh|yêu cầu))(?!\p{L})/u
const CLAUSE_OPEN = /(?:^|[.;:!?])\s*(?:[-+]\s*)?$/
/** A verb other than carrying out governs only what stands near it, citations between not counted. */
const NEAR_WORDS = 14
/** The same for «sửa đổi Quy chế … ban hành kèm theo Quyết định số …»: the name of what is attached stands between. */
const ATTACHED_WORDS = 30
/** «các Nghị định sửa đổi, bổ sung Nghị định số 28/CP»: other acts do that, not this document. */
const OTHER_ACTS = new RegExp(
  `(?:các|những)\\s(?:${KIND_WORDS.join('|')}|văn bản|luật)(?:\\s(?:khác|mới|đã))?\\s$`,
  'u',
)
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
  if (MADE.test(mention.passage.lower.slice(Math.max(0, mention.leadStart - 24), mention.leadStart)))
    return { relation: 'mentions', detail: 'PROMULGATES' }
  const sentence = sentenceAround(scene.sentences, text.length, mention.leadStart).start
  // «Căn cứ Kế hoạch số 1 … . Ngày 02/11/2021, Sở Văn hóa đã ban hành Kế hoạch số 67»: a later sentence tells what was done.
  const isTold = sentence > 0 && isToldAsDone(mention, sentence)
  const isPreamble =
    scene.zone === 'preamble' && !isTold && (scene.enactment === null || mention.leadStart < scene.enactment)
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
  const from = sentence
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
  // «HƯỚNG DẪN» / «một số điểm Quy chế ban hành kèm theo Quyết định số …»: the kind is the verb.
  if (scene.zone === 'title' && scene.documentKind === 'hướng dẫn' && phrases.every(isTransparent))
    return { relation: 'guides', detail: 'GUIDES' }
  const partial = partlyChanged(mention, from, phrases, scene)
  if (partial !== null) return sayingOf(partial, scene)
  // Verbs too far away for what they mean are passed over one by one.
  for (let count = phrases.length; count > 0; count--) {
    const phrase = governingPhrase(mention.passage.lower, phrases.slice(0, count))
    if (phrase === null) break
    // «A được sửa đổi bởi B»: B is named, nothing is ordered of it.
    if (phrase.isPassive) return MENTION
    const said = mention.passage.lower.slice(Math.max(0, phrase.start - 60), phrase.start)
    if (changesActs(phrase) && OTHER_ACTS.test(said)) return MENTION
    if (DENIED.test(said)) return MENTION
    if (isGuidedBy(mention.passage.lower, phrase)) return MENTION
    const isFarReaching = phrase.edge === 'implements' || phrase.edge === 'continues'
    const reach = phrases.at(-1)?.detail === 'ATTACHED_TO' ? ATTACHED_WORDS : NEAR_WORDS
    if (isFarReaching || wordsBetween(text, scene.extents, phrase.end, mention.leadStart) <= reach) {
      if (isBasisOfLetter(phrase, mention, from, scene) || isFlatBasis(phrase, mention))
        return { relation: 'basis', detail: 'BASED_ON' }
      // «Bãi bỏ các văn bản sau:» / «c) Phụ lục II kèm theo Quyết định số …»: the list goes on.
      const isListed = scene.lead !== null && changesActs(scene.lead)
      if (!isTransparent(phrase) || (phrase.detail === 'ATTACHED_TO' && !isListed))
        return sayingOf(phrase, scene)
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

/** In characters; no clause that matters here is longer. */
const CLAUSE_REACH = 400
const OWN_CLAUSE = /(?:^|\s)này(?!\p{L})|^[\s-]*(?:(?:điều|khoản)\s\d+\.?|\d+\.|[a-zđ]\))?\s*$/u
const PART_OF_ACT =
  /^\s(?:(?:một\s)?phần|(?:các\s|một số\s)?(?:nội dung|quy định|mức|danh mục|phụ lục|biểu|cụm từ))\s/u
const PART_OF = /\s(?:tại|của|trong|thuộc|kèm theo)\s$/u

/** «Quyết định này … thay thế phần danh mục thủ tục … thực hiện theo cơ chế một cửa tại Quyết định số …»: however long the part. */
function partlyChanged(
  mention: Mention,
  from: number,
  phrases: readonly PhraseMatch[],
  scene: RelationScene,
): PhraseMatch | null {
  const { lower } = mention.passage
  const phrase = phrases.findLast((each) => changesActs(each) && !each.isPassive)
  // A sentence can be a whole book: nothing further back than a clause is looked at.
  if (phrase === undefined) return null
  if (!OWN_CLAUSE.test(lower.slice(Math.max(from, phrase.start - CLAUSE_REACH), phrase.start))) return null
  const between = lower.slice(phrase.end, mention.leadStart)
  if (/[;:]/.test(between) || !PART_OF_ACT.test(between) || !PART_OF.test(between)) return null
  const next = scene.extents[firstEndingAfter(scene.extents, phrase.end)]
  return next !== undefined && next.start < mention.leadStart ? null : phrase
}

/** «Ngày 02/11/2021, Sở Văn hóa đã ban hành », then the act. */
function isToldAsDone(mention: Mention, sentence: number): boolean {
  const { lower } = mention.passage
  if (mention.leadStart - sentence > CLAUSE_REACH) return false
  const before = lower.slice(sentence, mention.leadStart).trimStart()
  return !opensPreamble(before) && /\s(?:đã|vừa)\s(?:ký\s)?ban hành\s$/u.test(before)
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

/** «…; - Căn cứ Quy chế … ban hành kèm theo Quyết định số 84 …, QUYẾT ĐỊNH Điều 1.»: a preamble copied onto one line. */
function isFlatBasis(phrase: PhraseMatch, mention: Mention): boolean {
  const { text } = mention.passage
  if (phrase.edge !== 'basis' || !text.startsWith('Căn', phrase.start)) return false
  return (
    /[;,.\p{Lu}]\s?-\s?$/u.test(text.slice(Math.max(0, phrase.start - 4), phrase.start)) &&
    /(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|như sau)(?!\p{L})/u.test(text.slice(mention.end, mention.end + REACH))
  )
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
  /^[\s,)”"]*(?:(?:trái|không phù hợp)\s+với\s[^.;:]{0,60}\s)?(?:(?:sẽ|đều)\s+)?(?:hết hiệu lực|chấm dứt hiệu lực|không còn hiệu lực|bị bãi bỏ|được bãi bỏ)(?!\s+(?:bởi|tại|theo))/u
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
