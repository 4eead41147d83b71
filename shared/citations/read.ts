/** A document's text comes in; every citation in it, with what is said of it, and the slips found on the way, go out. */
import type { Citation } from '../contract/citation.ts'
import type { Metadata, Span, TextWarning } from '../contract/document.ts'
import { type FoundNumber, findNumbersIn } from '../documents/number.ts'
import { asProvincial } from '../documents/numberIssuers.ts'
import type { TextBlock } from '../documents/sourceText.ts'
import type { Vocabulary } from '../documents/vocabulary.ts'
import { type NormalisedText, normalise } from '../vietnamese/normalise.ts'
import { findAnomalies, type ReadCitation } from './anomalies.ts'
import { partGluedWords } from './gluedWords.ts'
import { issuedList } from './issuedLists.ts'
import { isInBodyName, type Mention, type PlacedNumber, readMentions } from './mentions.ts'
import { type Nesting, readNesting } from './nesting.ts'
import { isOwnNumberLine } from './ownNumber.ts'
import { blankMarks, type Passage, readPassages } from './passages.ts'
import { localOffset, sourceOffset } from './passageText.ts'
import { governingPhrase, isGuidedBy, type PhraseFinder, type PhraseMatch, phraseFinder } from './phrases.ts'
import { readEndings, readSaying, sentenceAround, sentenceStarts } from './relations.ts'
import { completeFromRows } from './tableRows.ts'
import { enactmentStart, readZones, type ZonedPassage } from './zones.ts'

/** What the reading is told about the document. Spans are UTF-16 offsets of the text. */
export interface CitationContext {
  readonly vocabulary: Vocabulary
  readonly pages: readonly Span[]
  readonly blocks: readonly TextBlock[]
  /** Where the document's own number stands: it cites nothing. */
  readonly ownNumber: Span | null
  readonly document: Metadata | null
}

/** Citations in order of place, and warnings in order of place. */
export interface CitationReading {
  readonly citations: Citation[]
  readonly warnings: TextWarning[]
}

/** Reads all citations. Linear in the length of the text; every `raw` is `text.slice(start, end)`. */
export function readCitations(text: string, context: CitationContext): CitationReading {
  const plain = partGluedWords(normalise(text))
  // Offsets stay those of the normalised text until a citation is made.
  const bare = blankMarks(plain.text)
  const numbers = findNumbersIn(aligned(bare), bare).filter(
    (number) => !isOwn(number, plain, context.ownNumber) && !isOwnNumberLine(plain.text, number),
  )
  if (numbers.length === 0) return { citations: [], warnings: [] }
  const passages = readPassages(
    plain.text,
    bare,
    spansOf(context.blocks, 'note', plain),
    spansOf(context.blocks, 'tableCell', plain),
  )
  const zoned = readZones(passages)
  const finder = phraseFinder(context.vocabulary)
  const read: ReadCitation[] = []
  const leads = new Map<number, PhraseMatch | null>()
  const leadOf = (index: number | null): PhraseMatch | null => {
    if (index === null) return null
    const known = leads.get(index)
    if (known !== undefined) return known
    // What a document does («… báo cáo kết quả như sau:») governs no list of acts.
    const found = zoned[index]?.zone === 'preamble' ? null : leadPhrase(passages[index], finder)
    leads.set(index, found)
    return found
  }
  const documentKind = context.document?.kind?.toLowerCase() ?? kindOfTitle(zoned)
  for (const { zoned: item, placed } of numbersByPassage(numbers, zoned)) {
    // A note at the foot of the page belongs to no list of the text.
    const lead = item.passage.kind === 'note' ? null : leadOf(item.lead)
    const scene = { zone: item, lead, documentKind, finder }
    readPassage(scene, placed, plain, text, read)
  }
  const ordered = completeFromRows(inOrderOfPlace(read), text, context.blocks)
  return {
    citations: ordered.map((entry) => entry.citation),
    warnings: findAnomalies(ordered, context.document, text),
  }
}

/** A footnote stands inside the paragraph it breaks, so passages overlap: sorts, and renews the indices of outer ones. */
function inOrderOfPlace(read: readonly ReadCitation[]): readonly ReadCitation[] {
  const isSorted = read.every(
    (entry, index) => index === 0 || (read[index - 1]?.citation.start ?? 0) <= entry.citation.start,
  )
  if (isSorted) return read
  const order = read.map((_, index) => index)
  order.sort((a, b) => (read[a]?.citation.start ?? 0) - (read[b]?.citation.start ?? 0))
  const places: number[] = []
  for (const [place, index] of order.entries()) places[index] = place
  return order.flatMap((index) => {
    const entry = read[index]
    if (entry === undefined) return []
    const outer = entry.citation.governedBy
    return outer === null
      ? [entry]
      : [{ ...entry, citation: { ...entry.citation, governedBy: places[outer] ?? null } }]
  })
}

function aligned(text: string): NormalisedText {
  return { text, isAligned: true, toSource: (offset) => offset, fromSource: (offset) => offset }
}

function isOwn(number: FoundNumber, plain: NormalisedText, own: Span | null): boolean {
  if (own === null) return false
  return plain.toSource(number.start) < own.end && plain.toSource(number.end) > own.start
}

function spansOf(blocks: readonly TextBlock[], kind: TextBlock['kind'], plain: NormalisedText): Span[] {
  return blocks
    .filter((block) => block.kind === kind)
    .map((block) => ({ start: plain.fromSource(block.start), end: plain.fromSource(block.end) }))
    .sort((a, b) => a.start - b.start)
}

/** «KẾ HOẠCH», «BÁO CÁO»: the line above the title. */
function kindOfTitle(zoned: readonly ZonedPassage[]): string | null {
  const title = zoned.findIndex((item) => item.zone === 'title')
  if (/^v\/v(?!\p{L})/u.test(zoned[title]?.passage.lower ?? '')) return 'công văn'
  const line = zoned[title - 1]
  return title > 0 && line !== undefined ? line.passage.lower.replace(/\s+/g, ' ').trim() : null
}

function leadPhrase(passage: Passage | undefined, finder: PhraseFinder): PhraseMatch | null {
  if (passage === undefined) return null
  const sentences = sentenceStarts(passage.text)
  const from = sentenceAround(sentences, passage.text.length, Math.max(0, passage.text.length - 2)).start
  const phrases = finder.find(passage.lower, from, passage.text.length)
  const found =
    issuedList(passage.lower, phrases, () => [], passage.text.length) ??
    governingPhrase(passage.lower, phrases)
  // «TỔ CHỨC PHIÊN TÒA THEO YÊU CẦU CẢI CÁCH TƯ PHÁP»: a heading that only says by what orders nothing of the text.
  const isByWhat = passage.isHeading && found !== null && passage.lower.startsWith('theo', found.start)
  return isByWhat || (found !== null && isGuidedBy(passage.lower, found)) ? null : found
}

/** Hands each number to the innermost passage that holds it: a footnote inside a paragraph keeps its own. */
function numbersByPassage(
  numbers: readonly FoundNumber[],
  zoned: readonly ZonedPassage[],
): { zoned: ZonedPassage; placed: PlacedNumber[] }[] {
  const groups: { zoned: ZonedPassage; placed: PlacedNumber[] }[] = []
  const byPassage = new Map<ZonedPassage, PlacedNumber[]>()
  let cursor = 0
  for (const number of numbers) {
    while (cursor < zoned.length - 1 && (zoned[cursor + 1]?.passage.start ?? 0) <= number.start) cursor++
    // Passages are in order of their start; a paragraph broken by footnotes goes on behind them.
    let home: ZonedPassage | undefined
    let placed: PlacedNumber | undefined
    for (let back = cursor; back >= 0 && back > cursor - 12; back--) {
      const candidate = zoned[back]
      if (candidate === undefined) break
      const { passage } = candidate
      const start = localOffset(passage, number.start)
      const last = localOffset(passage, number.end - 1)
      if (start !== null && last !== null) {
        home = candidate
        placed = { ...number, start, end: last + 1 }
        break
      }
    }
    if (home === undefined || placed === undefined) continue
    const group = byPassage.get(home)
    if (group === undefined) {
      const made = [placed]
      byPassage.set(home, made)
      groups.push({ zoned: home, placed: made })
    } else group.push(placed)
  }
  return groups.sort((a, b) => a.zoned.passage.start - b.zoned.passage.start)
}

interface PassageScene {
  readonly zone: ZonedPassage
  readonly lead: PhraseMatch | null
  readonly documentKind: string | null
  readonly finder: PhraseFinder
}

function readPassage(
  scene: PassageScene,
  numbers: readonly PlacedNumber[],
  plain: NormalisedText,
  source: string,
  read: ReadCitation[],
): void {
  const { zone } = scene.zone
  // A title in capitals is read as if written «Của Tỉnh Ủy Lai Châu»; words are quoted as they stand.
  const passage = inTitleCase(scene.zone.passage)
  const mentions = readMentions(passage, numbers)
  const phrases = outsideBodyNames(passage, scene.finder.find(passage.lower, 0, numbers.at(-1)?.start ?? 0))
  const nestings = readNesting(mentions, phrases)
  const extents = mentions.map((mention, index) => ({
    start: mention.leadStart,
    end: Math.max(mention.details.end, nestings[index]?.titleEnd ?? 0),
  }))
  const enactment = zone === 'preamble' ? enactmentStart(passage, extents) : null
  const sentences = sentenceStarts(passage.text)
  const firstIndex = read.length
  const relationScene = {
    zone,
    enactment,
    phrases,
    extents: apart(extents),
    lead: scene.lead,
    sentences,
    documentKind: scene.documentKind,
  }
  const endings = readEndings(mentions, nestings)
  for (const [index, mention] of mentions.entries()) {
    const nesting = nestings[index]
    if (nesting === undefined) continue
    const saying = readSaying(mention, nesting, { ...relationScene, ending: endings[index] ?? null })
    const sentence = sentenceAround(sentences, passage.text.length, mention.start)
    read.push(citationOf(scene.zone.passage, mention, nesting, saying, sentence, firstIndex, plain, source))
  }
}

const ROMAN = /^[IVXL]+$/ // (KHÓA XI)

/** A passage in capitals with each word's other letters small, same length; any other passage as it is. */
function inTitleCase(passage: Passage): Passage {
  if (/\p{Ll}{2}/u.test(passage.text) || passage.lower === passage.text) return passage
  const text = passage.text.replace(/\p{L}+/gu, (word) =>
    ROMAN.test(word) ? word : word.slice(0, 1) + word.slice(1).toLowerCase(),
  )
  return text.length === passage.text.length ? { ...passage, text } : passage
}

/** «Ban Chỉ đạo thực hiện Quy chế dân chủ … đã ban hành»: the verb inside the name of a body governs nothing. */
function outsideBodyNames(passage: Passage, phrases: readonly PhraseMatch[]): readonly PhraseMatch[] {
  return phrases.filter((phrase) => !isInBodyName(passage.text, phrase.start, phrase.end))
}

/** Extents in order with no overlap (an inner citation lies inside its outer one). */
function apart(extents: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const extent of extents) {
    const last = merged.at(-1)
    if (last !== undefined && extent.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, extent.end) }
    } else merged.push({ ...extent })
  }
  return merged
}

/** Words as the passage has them: marks and line breaks gone, quotes tight. Null for nothing. */
function wordsOf(
  passage: Passage,
  span: { readonly start: number; readonly end: number } | null,
): string | null {
  if (span === null) return null
  const words = passage.text
    .slice(span.start, span.end)
    .replace(/\s+/g, ' ')
    .replace(/([“«(])\s/g, '$1')
    .replace(/\s([”»),.;])/g, '$1')
    .trim()
    .replace(/[,;:]$/, '')
    .trimEnd()
  return words === '' || /^(?:về|về việc|v\/v)$/i.test(words) ? null : words
}

const PROVINCIAL = /^(?:Ban \p{L}+ \p{L}+ )?(?:Tỉnh|Thành|Đảng bộ (?:tỉnh|thành phố))(?!\p{L})/u

/** «13-NQ/TƯ của Tỉnh ủy» is the province's. */
function symbolOf(symbol: string, raw: string, issuer: string | null): string {
  return raw.endsWith('TƯ') && PROVINCIAL.test(issuer ?? '') ? asProvincial(symbol) : symbol
}

function citationOf(
  passage: Passage,
  mention: Mention,
  nesting: Nesting,
  saying: { readonly relation: Citation['relation']; readonly detail: string | null },
  sentence: Span,
  firstIndex: number,
  plain: NormalisedText,
  source: string,
): ReadCitation {
  const { details, value } = mention
  const place = (offset: number): number => plain.toSource(sourceOffset(passage, offset))
  // An end is placed by its last character: a footnote may stand right behind it.
  const placeEnd = (offset: number): number =>
    offset === 0 ? place(0) : plain.toSource(sourceOffset(passage, offset - 1) + 1)
  const start = place(mention.start)
  const end = placeEnd(mention.end)
  const title =
    mention.title === null || nesting.titleEnd === null
      ? null
      : { start: mention.title.start, end: nesting.titleEnd }
  const issuer = wordsOf(passage, mention.issuer)
  const leading = passage.text.slice(sentence.start).search(/\S/)
  const citation: Citation = {
    start,
    end,
    raw: source.slice(start, end),
    type: wordsOf(passage, mention.type),
    number: value.number,
    symbol: symbolOf(value.symbol, source.slice(start, end), issuer),
    year: value.year,
    date: details.date?.date ?? null,
    issuer,
    subject: wordsOf(passage, title),
    relation: saying.relation,
    relationDetail: saying.detail,
    governedBy: nesting.governedBy === null ? null : nesting.governedBy + firstIndex,
    nestedRelation: nesting.governedBy === null ? null : nesting.relation,
    term: details.term,
    sentence: {
      start: place(sentence.start + Math.max(0, leading)),
      end: placeEnd(sentence.start + passage.text.slice(sentence.start, sentence.end).trimEnd().length),
    },
    unverified: value.isRepaired,
  }
  const date =
    details.date === null
      ? null
      : { ...details.date, start: place(details.date.start), end: placeEnd(details.date.end) }
  return { citation, number: value, date, isFromList: mention.isFromList }
}
