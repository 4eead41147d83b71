/** The mentions of a passage come in; which stands inside whose title, and what the outer one says of it, go out. */
import type { EdgeRelation } from '../contract/citation.ts'
import { isFiller } from './fillers.ts'
import type { Mention } from './mentions.ts'
import { changesActs, governingPhrase, type PhraseMatch, phrasesBetween } from './phrases.ts'

/** Where a mention hangs. `governedBy` is an index in the passage's mentions. */
export interface Nesting {
  readonly governedBy: number | null
  readonly relation: EdgeRelation | null
  readonly detail: string | null
  /** True for «A được sửa đổi bởi B»: B governs A, yet A keeps what this document says of it. */
  readonly isPassive: boolean
  /** True for the B of «A được sửa đổi bởi B»: nothing is ordered of it. */
  readonly isAmender: boolean
  /** Where the mention's title really ends; null without a title. */
  readonly titleEnd: number | null
}

const CONNECTOR = /(?:[\s,;:(–-]|(?<!\p{L})(?:và|gắn với|gắn|với|việc|theo|cùng|cũng như|trong đó có))+$/u

interface Open {
  readonly index: number
  /** Where the words between it and the next citation begin. */
  readonly from: number
  /** How far its title can reach. */
  readonly reach: number
  /** The last act inside it, bare («… Chỉ thị số 30-CT/TW và Kết luận số 65-KL/TW»). */
  readonly bareInner: number | null
}

/** Works out nesting. `phrases` are those of the passage, in order. */
export function readNesting(
  mentions: readonly Mention[],
  phrases: readonly PhraseMatch[],
): readonly Nesting[] {
  const parents: (number | null)[] = mentions.map(() => null)
  const relations: (PhraseMatch | null)[] = mentions.map(() => null)
  const passives: (boolean | undefined)[] = []
  /** Where the words by which an act changes the next one end its title. */
  const cuts: (number | undefined)[] = []
  let stack: Open[] = []
  for (const [index, mention] of mentions.entries()) {
    const lower = mention.passage.lower
    const passive = passiveBefore(mentions[index - 1], mention, phrases)
    if (passive !== null && index > 0 && parents[index - 1] === null) {
      parents[index - 1] = index
      relations[index - 1] = passive
      cuts[index - 1] = passive.start
      passives[index - 1] = true
    }
    const replaced = passive === null ? activeBefore(mentions[index - 1], mention, phrases) : null
    if (replaced !== null) {
      cuts[index - 1] = replaced.start
      parents[index] = index - 1
      relations[index] = replaced
      stack = []
      continue
    }
    let isInside = false
    while (stack.length > 0 && passive === null) {
      const outer = stack.at(-1)
      if (outer !== undefined && isSameAct(mentions[outer.index], mention)) {
        stack.pop()
        continue
      }
      const before = mentions[index - 1]
      const isTwin =
        outer !== undefined &&
        outer.bareInner === index - 1 &&
        mention.isJoined &&
        before?.value.symbol === mention.value.symbol
      if (outer === undefined || (mention.leadStart >= outer.reach && !isTwin)) {
        stack.pop()
        continue
      }
      if (
        !isYounger(mention, mentions[outer.index]) &&
        ((outer.bareInner !== null && mention.isJoined && outer.bareInner === index - 1) ||
          isSecondInner(mentions, parents, outer.index, index))
      ) {
        parents[index] = outer.index
        relations[index] = relations[index - 1] ?? null
        stack[stack.length - 1] = { ...outer, bareInner: index, from: mention.details.end }
        isInside = true
        break
      }
      const phrase = nestingPhrase(lower, mention, outer.from, phrases)
      if (phrase !== null) {
        parents[index] = outer.index
        relations[index] = phrase
        stack[stack.length - 1] = {
          ...outer,
          from: mention.details.end,
          bareInner: mention.details.titleStart === null ? index : null,
        }
        isInside = true
        break
      }
      stack.pop()
    }
    if (!isInside) stack = []
    if (mention.title !== null && mention.details.titleStart !== null) {
      const outerReach = stack.at(-1)?.reach ?? mention.title.end
      stack.push({
        index,
        from: mention.title.start,
        reach: Math.min(mention.title.end, Math.max(outerReach, mention.title.start)),
        bareInner: null,
      })
    }
  }
  const amenders = amendersOf(mentions, passives)
  return mentions.map((mention, index) => ({
    governedBy: parents[index] ?? null,
    relation: relations[index]?.edge ?? (parents[index] == null ? null : 'mentions'),
    detail: relations[index]?.detail ?? null,
    isPassive: passives[index] === true,
    isAmender: amenders[index] === true,
    titleEnd: titleEnd(mentions, parents, index, mention, cuts[index]),
  }))
}

/** An act's title does not name the act itself. */
function isSameAct(outer: Mention | undefined, inner: Mention): boolean {
  return outer?.value.symbol === inner.value.symbol && outer.value.numberValue === inner.value.numberValue
}

/** «Kế hoạch … ngày 30/11/2016 … thực hiện A và B, ngày 14/8/2017»: B is younger than the plan, so it stands beside it. */
function isYounger(inner: Mention, outer: Mention | undefined): boolean {
  const [one, other] = [inner.details.date?.date ?? null, outer?.details.date?.date ?? null]
  return one !== null && other !== null && one > other
}

/**
 * «Kế hoạch số 3-KH/HU … thực hiện Chỉ thị số 30-CT/TW … về xây dựng quy chế và Kết luận số 120-KL/TW …»: the second
 * act of a title, told from the next of the outer list by who issued it.
 */
function isSecondInner(
  mentions: readonly Mention[],
  parents: readonly (number | null)[],
  outer: number,
  index: number,
): boolean {
  const mention = mentions[index]
  const before = mentions[index - 1]
  const holder = mentions[outer]
  if (mention === undefined || before === undefined || holder === undefined) return false
  if (parents[index - 1] !== outer) return false
  const code = mention.value.issuerCode
  if (code !== before.value.issuerCode || code === holder.value.issuerCode) return false
  return /\sv[àa]\s+(?:việc\s+)?$/.test(
    mention.passage.lower.slice(Math.max(0, mention.leadStart - 12), mention.leadStart),
  )
}

/** «Quy định số 37-QĐ/TW … có hiệu lực từ ngày ký, »: what may stand between an act as subject and its verb. */
const SUBJECT_TO_VERB =
  /^[\s,)”"]*(?:[([][^()[\]]{1,120}[)\]][\s,]*)?(?:(?:có hiệu lực|ra đời|được ban hành)[^.;:]{0,60})?[\s,]*(?:(?:và|đã|sẽ|để|nhằm|cũng)\s+)*$/u

/** «ban hành Quyết định số 12 …»: the act is what somebody issued. */
const ISSUED = /(?:^|[\s,])(?:ban hành|ký|thông qua|công bố)\s+(?:các\s+)?$/u

/**
 * «Quy định số 37-QĐ/TW thay thế Quy định số 47-QĐ/TW», «ban hành Quyết định số 12 (…) thay thế Quyết định số 5», «Quy
 * định số 15-QĐ/TU (thay thế Quy định số 8-QĐ/TU)»: the words by which one act, the subject, ends or changes the next.
 */
function activeBefore(
  previous: Mention | undefined,
  mention: Mention,
  phrases: readonly PhraseMatch[],
): PhraseMatch | null {
  if (previous === undefined) return null
  const { lower } = mention.passage
  const phrase = phrasesBetween(phrases, previous.end, mention.leadStart).at(-1)
  if (phrase === undefined || phrase.isPassive || !changesActs(phrase)) return null
  if (!isFiller(mention.passage.text.slice(phrase.end, mention.leadStart))) return null
  const between = lower.slice(previous.details.end, phrase.start)
  // «… kiện toàn Ban Chỉ đạo 35 (thay thế Quyết định số 987 …)»: brackets speak of the act before them.
  if (/^[^.;:()[\]]*[([]\s*$/.test(between)) return phrase
  const before = lower.slice(Math.max(0, previous.leadStart - 20), previous.leadStart)
  const isIssued = ISSUED.test(before)
  // «ban hành Nghị quyết số 14 về mức thu học phí, thay thế …»: the title stands between.
  if (isIssued && previous.title !== null && /^[^.;:]*,\s*$/u.test(between)) return phrase
  const opensClause = /(?:^|[.;:!?]\s)\s*[-+]?\s*$/.test(before)
  const end = previous.title?.end ?? 0
  const behindTitle =
    end > previous.details.end && end <= phrase.start ? lower.slice(end, phrase.start) : between
  const isSubject = opensClause || (isIssued && !/^[\s,)]*và\s/u.test(behindTitle))
  return isSubject && SUBJECT_TO_VERB.test(behindTitle) ? phrase : null
}

/** «A được sửa đổi bởi B, C»: B, and C joined to it. */
function amendersOf(
  mentions: readonly Mention[],
  passives: readonly (boolean | undefined)[],
): readonly boolean[] {
  const amenders: boolean[] = []
  for (const [index, mention] of mentions.entries()) {
    amenders.push(passives[index - 1] === true || (mention.isJoined && amenders[index - 1] === true))
  }
  return amenders
}

/** The phrase right before `mention`, when the words since `from` lead from a title into it; else null. */
function nestingPhrase(
  lower: string,
  mention: Mention,
  from: number,
  phrases: readonly PhraseMatch[],
): PhraseMatch | null {
  const inside = phrasesBetween(phrases, from, mention.leadStart)
  const last = inside.at(-1)
  if (last === undefined) return null
  if (!isFiller(mention.passage.text.slice(last.end, mention.leadStart))) return null
  if (isNewClause(lower, inside, from)) return null
  return governingPhrase(lower, inside)
}

/** «… công tác tôn giáo, thực hiện Kết luận số …»: a verb after a comma opens a clause of its own, unless verbs stand before it. */
function isNewClause(lower: string, inside: readonly PhraseMatch[], from: number): boolean {
  let first = inside.at(-1)
  if (first === undefined) return true
  for (let index = inside.length - 2; index >= 0; index--) {
    const earlier = inside[index]
    if (earlier === undefined || !/^[\s,]*(?:và\s+)?$/.test(lower.slice(earlier.end, first.start))) break
    first = earlier
  }
  const before = lower.slice(from, first.start)
  if (/^[\s“"]*(?:về\s+)?(?:việc\s+)?$/.test(before)) return false
  return /(?:[,;]|gắn với|gắn với việc|đồng thời)\s*$/.test(before)
}

/** «A … được sửa đổi, bổ sung bởi B»: the passive words between two neighbours; else null. */
function passiveBefore(
  previous: Mention | undefined,
  mention: Mention,
  phrases: readonly PhraseMatch[],
): PhraseMatch | null {
  if (previous === undefined) return null
  const last = phrasesBetween(phrases, previous.end, mention.leadStart).at(-1)
  if (last === undefined || !last.isPassive) return null
  return isFiller(mention.passage.text.slice(last.end, mention.leadStart)) ? last : null
}

function titleEnd(
  mentions: readonly Mention[],
  parents: readonly (number | null)[],
  index: number,
  mention: Mention,
  cut: number | undefined,
): number | null {
  if (mention.title === null) return null
  if (cut !== undefined && cut > mention.title.start && cut < mention.title.end) {
    return withoutConnector(mention.passage.text, mention.title.start, cut)
  }
  if (mention.details.titleStart === null && mention.title.end <= mention.end) return mention.title.end
  let end = mention.title.end
  for (let later = index + 1; later < mentions.length; later++) {
    const next = mentions[later]
    if (next === undefined || next.leadStart >= end) break
    if (next.leadStart <= mention.title.start) continue
    if (isUnder(parents, later, index)) continue
    end = next.leadStart
    break
  }
  if (end === mention.title.end) return trimmedEnd(mention.passage.text, mention.title.start, end)
  return withoutConnector(mention.passage.text, mention.title.start, end)
}

function withoutConnector(text: string, start: number, end: number): number {
  const tail = text.slice(Math.max(start, end - 60), end)
  return end - tail.length + tail.replace(CONNECTOR, '').length
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && text.charCodeAt(at - 1) <= 32) at--
  return at
}

/** True when `index` hangs, at any depth, under `ancestor`. */
function isUnder(parents: readonly (number | null)[], index: number, ancestor: number): boolean {
  let at: number | null = index
  for (let depth = 0; at !== null && depth < 12; depth++) {
    if (at === ancestor) return true
    at = parents[at] ?? null
  }
  return false
}
