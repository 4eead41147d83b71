/** The phrase table comes in, compiled; the words of a passage that state a relation, in order, go out. */
import type { EdgeRelation } from '../contract/citation.ts'
import type { RelationPhrase, Vocabulary } from '../documents/vocabulary.ts'

/** One phrase met in a passage. Offsets are the passage's. */
export interface PhraseMatch {
  readonly start: number
  readonly end: number
  /** The finer kind, «REVIEWS_FINAL». */
  readonly detail: string
  readonly edge: EdgeRelation
  readonly isPassive: boolean
}

/** Finds phrases between two offsets of lower-case text. */
export interface PhraseFinder {
  find(lower: string, from: number, to: number): readonly PhraseMatch[]
}

const compiled = new WeakMap<Vocabulary, PhraseFinder>()

/** The finder of a vocabulary, compiled once. */
export function phraseFinder(vocabulary: Vocabulary): PhraseFinder {
  const known = compiled.get(vocabulary)
  if (known !== undefined) return known
  const made = compile(vocabulary)
  compiled.set(vocabulary, made)
  return made
}

/** «05», «nửa nhiệm kỳ», «mười»: what `#` stands for. */
const COUNT = '(?:\\d{1,3}|một|hai|ba|bốn|năm|mười|hai mươi)'

function sourceOf(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => (word === '#' ? COUNT : word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join(' ')
}

/**
 * One pattern of all phrases, longest first, grouped by first word: a word that begins none is left after one letter.
 * Borders are letters: «thực hiện», not the «hiện» of a longer word.
 */
function byFirstWord(sources: readonly string[]): string {
  const groups = new Map<string, string[]>()
  for (const source of sources) {
    const cut = source.startsWith('(') ? -1 : source.indexOf(' ')
    const first = cut < 0 ? source : source.slice(0, cut)
    const rest = cut < 0 ? '' : source.slice(cut)
    const group = groups.get(first)
    if (group === undefined) groups.set(first, [rest])
    else group.push(rest)
  }
  const alternatives = [...groups].map(([first, rests]) =>
    rests.length === 1 ? first + (rests[0] ?? '') : `${first}(?:${rests.join('|')})(?!\\p{L})`,
  )
  const letters = new Set([...groups.keys()].map((first) => (first.startsWith('(') ? '' : (first[0] ?? ''))))
  const opening = [...letters].join('')
  return `(?=[${opening}\\d])(?<!\\p{L})(?:${alternatives.join('|')})(?!\\p{L})`
}

function compile(vocabulary: Vocabulary): PhraseFinder {
  const edges = new Map(vocabulary.relations.details.map((entry) => [entry.detail, entry.edge]))
  const byWords = new Map<string, RelationPhrase | null>()
  const counted: { pattern: RegExp; entry: RelationPhrase }[] = []
  const sources: { source: string; length: number }[] = []
  for (const entry of vocabulary.relations.phrases) {
    for (const phrase of entry.phrases) {
      sources.push({ source: sourceOf(phrase), length: phrase.length })
      if (phrase.includes('#')) counted.push({ pattern: new RegExp(`^${sourceOf(phrase)}$`, 'u'), entry })
      else if (!byWords.has(phrase)) byWords.set(phrase, entry)
    }
    for (const phrase of entry.falseFriends) {
      if (/[(]/.test(phrase)) continue // a remark, not words
      sources.push({ source: sourceOf(phrase), length: phrase.length })
      // A false friend that is itself a phrase of another entry keeps that meaning.
      if (!byWords.has(phrase)) byWords.set(phrase, null)
    }
  }
  sources.sort((a, b) => b.length - a.length)
  const pattern = new RegExp(byFirstWord(sources.map((item) => item.source)), 'gu')
  return {
    find(lower, from, to) {
      const found: PhraseMatch[] = []
      pattern.lastIndex = from
      for (let match = pattern.exec(lower); match !== null && match.index < to; match = pattern.exec(lower)) {
        const words = match[0]
        if (match.index + words.length > to) break
        const known = byWords.get(words)
        const entry =
          known === undefined ? counted.find((candidate) => candidate.pattern.test(words))?.entry : known
        if (entry === undefined || entry === null) continue
        found.push({
          start: match.index,
          end: match.index + words.length,
          detail: entry.relation,
          edge: edges.get(entry.relation) ?? 'mentions',
          isPassive: entry.isPassive,
        })
      }
      return found
    },
  }
}

const REVIEWS: ReadonlySet<string> = new Set(['REVIEWS_FINAL', 'REVIEWS_INTERIM', 'REPORTS_ON'])
/** Verbs of carrying out that a review takes as its object. */
const CARRIES_OUT: ReadonlySet<string> = new Set(['IMPLEMENTS', 'CONTINUES_IMPLEMENTING', 'CONCRETIZES'])
/** Details a nearer plain verb does not hide: «sơ kết … thực hiện», «sửa đổi Quy chế ban hành kèm theo». */
const CLAUSE_END = /[;:.]|,(?!\s*(?:tổng kết|sơ kết))/
const REVIEW_REACH = 90

/**
 * The phrase that governs what stands at the end of a stretch: the nearest one, seen through attachments («ban hành
 * kèm theo»), openers of lists («trọng tâm là») and plain verbs of a review («sơ kết 05 năm thực hiện»).
 */
export function governingPhrase(lower: string, phrases: readonly PhraseMatch[]): PhraseMatch | null {
  let index = phrases.length - 1
  while (index >= 0 && isTransparent(phrases[index])) index--
  const nearest = phrases[index] ?? phrases.at(-1) ?? null
  if (nearest === null || isTransparent(nearest) || nearest.edge === 'reviews') return nearest
  // «báo cáo kết quả … theo Công văn số …» reports as the letter asks; it does not report on the letter.
  if (!CARRIES_OUT.has(nearest.detail) || lower.startsWith('theo', nearest.start)) return nearest
  for (let before = index - 1; before >= 0; before--) {
    const earlier = phrases[before]
    if (earlier === undefined || nearest.start - earlier.end > REVIEW_REACH) break
    if (REVIEWS.has(earlier.detail) && !CLAUSE_END.test(lower.slice(earlier.end, nearest.start)))
      return earlier
  }
  return nearest
}

/** «trọng tâm là», «ban hành kèm theo», «các nội dung tại». */
const TRANSPARENT: ReadonlySet<string> = new Set(['LISTS', 'ATTACHED_TO', 'CITES_PROVISION'])

/** True for words that only lead on to what another verb governs. */
export function isTransparent(phrase: PhraseMatch | undefined): boolean {
  return phrase !== undefined && TRANSPARENT.has(phrase.detail)
}

const CHANGES: ReadonlySet<string> = new Set(['replaces', 'repeals', 'amends'])

/** True for verbs by which one act ends or changes another. */
export function changesActs(phrase: PhraseMatch): boolean {
  return CHANGES.has(phrase.edge)
}

/** «thời hạn được hướng dẫn tại Thông tư số …»: the act named guides; this document does not. */
export function isGuidedBy(lower: string, phrase: PhraseMatch): boolean {
  return phrase.edge === 'guides' && /được\s$/.test(lower.slice(Math.max(0, phrase.start - 5), phrase.start))
}

/** The phrases that stand wholly between two offsets. Binary search: a passage can be a whole book. */
export function phrasesBetween(
  phrases: readonly PhraseMatch[],
  from: number,
  to: number,
): readonly PhraseMatch[] {
  let low = 0
  let high = phrases.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((phrases[middle]?.start ?? 0) < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < phrases.length && (phrases[end]?.end ?? 0) <= to) end++
  return phrases.slice(low, end)
}
