/** A body's name in capitals comes in («ỦY BAN NHÂN DÂN HUYỆN TAM ĐƯỜNG»); the name in ordinary case goes out. */
import { foldWord } from '../vietnamese/fold.ts'
import { findProvinces } from './provinces.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words that announce a place; the place's own words follow and take capitals. Folded → written. */
const PLACE_KINDS: ReadonlyMap<string, string> = new Map([
  ['tinh', 'tỉnh'],
  ['thanh pho', 'thành phố'],
  ['tp', 'thành phố'],
  ['thi xa', 'thị xã'],
  ['thi tran', 'thị trấn'],
  ['huyen', 'huyện'],
  ['quan', 'quận'],
  ['xa', 'xã'],
  ['phuong', 'phường'],
  ['dac khu', 'đặc khu'],
  ['thon', 'thôn'],
  ['to dan pho', 'tổ dân phố'],
  ['khu pho', 'khu phố'],
])
/** Further phrases after which a proper name follows. */
const NAMED_AFTER =
  /(?:(?:tỉnh|thành|huyện|quận|thị)\s+(?:ủy|đoàn)|thpt|thcs|tiểu học|mầm non|trường chính trị)$/iu // Tỉnh ủy, Trường THPT
/** After these one capital follows, unless a kind of place does: «Đảng ủy Quân sự huyện». */
const CAPITAL_AFTER = /(?:đảng|chi)\s+(?:ủy|bộ)$/iu // Đảng ủy
/** Offices named by their work, whose next word takes a capital: «Cục Văn thư và lưu trữ». */
const OFFICE_WORD =
  /^(?:cục|vụ|sở|phòng|ban|hội|viện|trường|chi cục|tổng cục|trung tâm|bệnh viện|liên đoàn|trạm|hạt|đài)$/iu // Cục
/** Small words inside names of places and bodies: «Kế hoạch và Đầu tư». */
const SMALL_WORDS: ReadonlySet<string> = new Set([
  'và',
  'các',
  'của',
  'cho',
  'về',
  'ở',
  'tại',
  'trong',
  'thuộc',
])
/** Abbreviations that stay in capitals. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'UBND HĐND MTTQ UBMTTQ TNCS LHPN THPT THCS HTX UBKT TW TP CCB CNTT GDĐT PTDTNT GDTX BCH BTV KT-XH TM'.split(
    ' ',
  ),
)
/** Abbreviations a letterhead uses for words the ordinary name writes out. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/^Y BAN(?=\s(?:NHÂN DÂN|MẶT TRẬN|KIỂM TRA))/u, 'ỦY BAN'], // Y BAN NHÂN DÂN, a letter lost in copying
  [/^UBND(?=\P{L}|$)/u, 'ỦY BAN NHÂN DÂN'], // UBND HUYỆN TAM ĐƯỜNG
  [/^UBND(?=(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ)\s)/u, 'ỦY BAN NHÂN DÂN '], // UBNDTHÀNH PHỐ HÀ NỘI
  [/(?<=\s)TX\.\s*(?=\p{Lu})/u, 'THỊ XÃ '], // UBND TX. ĐỒNG XOÀI
  [/(?<=\s)TT\.\s*(?=\p{Lu})/u, 'THỊ TRẤN '], // UBND TT. CHI LĂNG
  [/(?<=\s)H\.\s*(?=\p{Lu})/u, 'HUYỆN '], // UBND H. CHI LĂNG
  [/(?<=\s)Q\.\s*(?=[\p{Lu}\d])/u, 'QUẬN '], // UBND Q. 3
  [/(?<=\s)P\.\s*(?=[\p{Lu}\d])/u, 'PHƯỜNG '], // UBND P. 12
  [/^HĐND\b/u, 'HỘI ĐỒNG NHÂN DÂN'], // HĐND TỈNH LẠNG SƠN
  [/^(?:UBMTTQ|ỦY BAN MTTQ)\b/u, 'ỦY BAN MẶT TRẬN TỔ QUỐC'], // UBMTTQ VIỆT NAM TỈNH
  [/^BCH(?=\s)/u, 'BAN CHẤP HÀNH'], // BCH HỘI NÔNG DÂN TỈNH LẠNG SƠN
  [/(?<=^(?:BAN|BỘ)\s)CHQS(?=\s|$)/u, 'CHỈ HUY QUÂN SỰ'], // BAN CHQS HUYỆN VĂN QUAN
  [/^BCĐ\b/u, 'BAN CHỈ ĐẠO'], // BCĐ 35 TỈNH ỦY
  [/(?<=^(?:SỞ|PHÒNG)\s)GD\s?[-&]\s?ĐT(?!\p{L})/u, 'GIÁO DỤC VÀ ĐÀO TẠO'], // PHÒNG GD&ĐT CHI LĂNG
  [/(?<=^(?:SỞ|PHÒNG)\s)LĐ\s?[-–]?\s?TB\s?[-&]?\s?XH(?!\p{L})/u, 'LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI'], // SỞ LĐTB&XH
  [/(?<=^SỞ\s)NN\s?[-&]\s?PTNT(?!\p{L})/u, 'NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN'], // SỞ NN&PTNT
  [/(?<=^(?:SỞ|PHÒNG)\s)TN\s?[-&]\s?MT(?!\p{L})/u, 'TÀI NGUYÊN VÀ MÔI TRƯỜNG'], // PHÒNG TN&MT
]

interface Phrase {
  readonly bare: readonly string[]
  readonly written: string
}

const phrasesByFirstWord = new WeakMap<Vocabulary, ReadonlyMap<string, readonly Phrase[]>>()

function phrasesOf(vocabulary: Vocabulary): ReadonlyMap<string, readonly Phrase[]> {
  const known = phrasesByFirstWord.get(vocabulary)
  if (known) return known
  const { central, boards, committees, councils, phrases } = vocabulary.bodies
  const names = [
    ...[...central, ...boards, ...councils].flatMap((body) => [body.name, ...body.aliases]),
    ...committees.map((committee) => committee.name),
    ...vocabulary.kinds.kinds.map((kind) => kind.name).filter((name) => !/[(,]/.test(name)),
    ...phrases,
  ]
  const index = new Map<string, Phrase[]>()
  for (const written of new Set(names)) {
    const bare = wordsOf(written).map(bareWord)
    const first = bare[0]
    if (first === undefined || bare.length < 2) continue
    const sameStart = index.get(first) ?? []
    sameStart.push({ bare, written })
    index.set(first, sameStart)
  }
  for (const list of index.values()) list.sort((one, other) => other.bare.length - one.bare.length)
  phrasesByFirstWord.set(vocabulary, index)
  return index
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '')
const bareWord = (word: string): string => foldWord(word).replace(/[^\p{L}\p{N}&-]/gu, '')

/**
 * Writes a name in capitals the ordinary way. Known bodies and phrases take their usual capitals, places take one a
 * word; a phrase met in `sample` (the document's own text) in ordinary case is taken from there. A name that is in
 * ordinary case already only has its known words brought to the modern spelling («Tỉnh uỷ» → «Tỉnh ủy»).
 */
export function ordinaryCase(name: string, vocabulary: Vocabulary, sample = ''): string {
  let capitals = name.replace(/\s+/g, ' ').trim()
  for (const [short, long] of WRITTEN_OUT) capitals = capitals.replace(short, long)
  const isCapitals = !/\p{Ll}/u.test(capitals)
  const words = wordsOf(capitals)
  const index = phrasesOf(vocabulary)
  const provinceWords = wordsOfProvinces(capitals, vocabulary)
  const written: string[] = []
  let isPlace = false
  let isKnown = true
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    const phrase = (index.get(bareWord(word)) ?? []).find((each) =>
      each.bare.every((bare, offset) => bareWord(words[at + offset] ?? '') === bare),
    )
    const kind = isCapitals ? placeKindAt(words, at) : null
    if (phrase && !(isPlace && phrase.bare.length < 2)) {
      const last = words[at + phrase.bare.length - 1] ?? ''
      written.push(phrase.written + (/[,;]$/.exec(last)?.[0] ?? ''))
      at += phrase.bare.length
      isPlace = NAMED_AFTER.test(phrase.written) || isPlaceAfter(phrase.written, words[at])
    } else if (kind) {
      written.push(at === 0 ? capitalised(kind.written) : kind.written)
      isPlace = true
      at += kind.length
    } else {
      if (!isCapitals) written.push(word)
      else if (ABBREVIATIONS.has(word) || /\d/.test(word)) written.push(word)
      else if (provinceWords.has(at) || (isPlace && !SMALL_WORDS.has(word.toLowerCase())))
        written.push(capitalised(word.toLowerCase()))
      else {
        const isFirst =
          written.length === 0 ||
          (CAPITAL_AFTER.test(written.at(-1) ?? '') && !SMALL_WORDS.has(word.toLowerCase())) ||
          (written.length === 1 && OFFICE_WORD.test(written[0] ?? ''))
        written.push(isFirst ? capitalised(word.toLowerCase()) : word.toLowerCase())
        isKnown = false
        if (word.toLowerCase() === 'trường') isPlace = true
      }
      if (NAMED_AFTER.test(word)) isPlace = true
      at += 1
    }
  }
  const result = inCanonicalSpelling(written.join(' '), vocabulary)
  return isCapitals && !isKnown ? (asInSample(result, sample) ?? result) : result
}

/** «PHÒNG NỘI VỤ CHI LĂNG»: a district's office is followed by its place; «PHÒNG KINH TẾ VÀ HẠ TẦNG» goes on. */
function isPlaceAfter(phrase: string, next: string | undefined): boolean {
  return /^Phòng /u.test(phrase) && /^\p{L}/u.test(next ?? '') && !SMALL_WORDS.has((next ?? '').toLowerCase())
}

/** Indexes of the words that are a province's name. */
function wordsOfProvinces(name: string, vocabulary: Vocabulary): ReadonlySet<number> {
  const indexes = new Set<number>()
  for (const { start, end } of findProvinces(name, vocabulary.provinces)) {
    const first = wordsOf(name.slice(0, start)).length
    const count = wordsOf(name.slice(start, end)).length
    for (let offset = 0; offset < count; offset += 1) indexes.add(first + offset)
  }
  return indexes
}

/** Province names in their one spelling where only the tone mark's place differs: «Hoà Bình» → «Hòa Bình». */
function inCanonicalSpelling(name: string, vocabulary: Vocabulary): string {
  return findProvinces(name, vocabulary.provinces).reduceRight((text, { name: canonical, start, end }) => {
    const isSameWords = foldWord(canonical) === foldWord(text.slice(start, end))
    return isSameWords ? text.slice(0, start) + canonical + text.slice(end) : text
  }, name)
}

/** «đường», «ĐƯỜNG» → «Đường»; parts of a hyphened word each: «LÊ-NIN». */
function capitalised(word: string): string {
  return word.replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => dash + letter.toUpperCase())
}

function placeKindAt(
  words: readonly string[],
  at: number,
): { readonly written: string; readonly length: number } | null {
  for (const length of [3, 2, 1]) {
    const asked = words.slice(at, at + length)
    const written = PLACE_KINDS.get(asked.map(bareWord).join(' '))
    // «QUÂN SỰ» and «VĂN QUAN» are no «QUẬN»: marks must agree, unless scanning lost them all.
    const plain = asked.join(' ').toLowerCase().replace(/[.,]$/, '')
    const marked = written !== undefined && foldWord(written) === plain ? words.join(' ') : plain
    if (written !== undefined && plain !== written && /[^\x20-\x7E]/.test(marked)) continue
    if (written !== undefined && at + length <= words.length) return { written, length }
  }
  return null
}

/** The same words as the document itself writes them elsewhere in ordinary case; null when it never does. */
function asInSample(name: string, sample: string): string | null {
  const lower = name.toLowerCase()
  const hay = sample.toLowerCase()
  if (hay.length !== sample.length) return null
  for (let at = hay.indexOf(lower); at !== -1; at = hay.indexOf(lower, at + 1)) {
    const found = sample.slice(at, at + lower.length)
    if (/^\p{Lu}/u.test(found) && /\p{Ll}/u.test(found)) return found
  }
  return null
}
