/** Normalised text comes in; the same with the spaces back that copying lost («Thực hiệnQuyết định số68/2010»), and the way back, goes out. */
import { KIND_WORDS } from '../documents/kinds.ts'
import type { NormalisedText } from '../vietnamese/normalise.ts'
import { lastAtOrBelow } from '../vietnamese/offsets.ts'

/** Syllables citations are made of, beside the kinds. No Vietnamese word is longer than one syllable between spaces. */
const SYLLABLES: ReadonlySet<string> = new Set(
  `${KIND_WORDS.join(' ')} thực hiện triển khai căn cứ thay thế bãi bỏ hủy huỷ sửa đổi bổ sung hướng dẫn ban hành thi tiếp tục tổng sơ kết
  quán triệt phê duyệt quy chi tiết một số điều khoản luật của tại theo và về việc ngày tháng năm các này được kèm cùng với
  bộ trưởng chính phủ thủ tướng trị bí thư ủy uỷ nhân dân hội đồng chủ tịch quốc trung ương đảng tỉnh huyện thành xã phường sở đề nghị xét`.split(
    /\s+/,
  ),
)
const SMALL_VOWELS = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ'
const VOWELS = SMALL_VOWELS + SMALL_VOWELS.toUpperCase()
/** A syllable has one stretch of vowels and no capital inside: anything else is two words at least, or no Vietnamese. */
const TWO_SYLLABLES = new RegExp(`[${VOWELS}][^${VOWELS}]+[${VOWELS}]|\\p{Ll}\\p{Lu}`, 'u')
const LONGEST_SYLLABLE = 7 // «nghiêng»
/** Longer runs of letters are no lost spaces. */
const LONGEST_RUN = 40
/**
 * A run of letters that can hold two words, a word that only a number follows, or a mark that a capital follows
 * («… nhân sự.Căn cứ», «Điều 1.Bãi bỏ»).
 */
const RUN =
  /\p{L}{5,}|(?<=\p{Ll}{2}|\d)[.;,](?=\p{Lu}\p{Ll}{1,6}\s)|(?<!\p{L})(?:số|Số|SỐ|ngày|NGÀY|năm|NĂM)(?=\d)/gu
const BEFORE_NUMBER: ReadonlySet<string> = new Set(['số', 'ngày', 'tháng', 'năm'])
/** «hiện|Quyết», «phê duyệt|Chương»: a capital inside a word. */
const CAPITAL_INSIDE = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/u
/** «UBND|ngày», «TTg|về»: small words behind letters of a symbol. */
const BEHIND_CAPITALS = /^(?:\p{Lu}{2,}|TTg)(?=(?:ngày|của|về|tỉnh|huyện|xã)$)/u

/** Where the words of a run part, in order; none for one word, or for what is not known as two. */
function cutsOf(run: string): readonly number[] {
  if (run.length > LONGEST_RUN || !TWO_SYLLABLES.test(run)) return []
  const symbol = BEHIND_CAPITALS.exec(run)?.[0]
  if (symbol !== undefined) return [symbol.length]
  const lower = run.toLowerCase()
  if (lower.length !== run.length) return []
  const inside = run.search(CAPITAL_INSIDE)
  if (inside > 0 && SYLLABLES.has(lower.slice(inside))) return [...cutsOf(run.slice(0, inside)), inside]
  return syllablesOf(lower, 0)
}

/** Cuts of a run that consists of known syllables only; none when it does not. */
function syllablesOf(run: string, from: number): readonly number[] {
  for (let end = Math.min(run.length - 1, from + LONGEST_SYLLABLE); end >= from + 2; end--) {
    if (!SYLLABLES.has(run.slice(from, end))) continue
    if (SYLLABLES.has(run.slice(end))) return [end]
    const rest = syllablesOf(run, end)
    if (rest.length > 0) return [end, ...rest]
  }
  return []
}

/** The same text where no words are run together, which is nearly always; else with a space put in between each two. */
export function partGluedWords(plain: NormalisedText): NormalisedText {
  const places: number[] = []
  for (const match of plain.text.matchAll(RUN)) {
    const [run] = match
    const end = match.index + run.length
    if (run.length === 1) places.push(end)
    const cuts = cutsOf(run)
    for (const cut of cuts) places.push(match.index + cut)
    const next = plain.text.charCodeAt(end)
    if (next >= 48 && next <= 57 && BEFORE_NUMBER.has(run.slice(cuts.at(-1) ?? 0).toLowerCase()))
      places.push(end)
  }
  if (places.length === 0) return plain
  let text = ''
  let done = 0
  for (const place of places) {
    text += `${plain.text.slice(done, place)} `
    done = place
  }
  text += plain.text.slice(done)
  // The space put in at `places[i]` stands at `added[i]`; it and the character behind it come from the same place.
  const added = places.map((place, index) => place + index)
  const countBelow = (sorted: readonly number[], value: number): number =>
    (sorted[0] ?? 0) > value ? 0 : lastAtOrBelow(sorted, value) + 1
  return {
    text,
    isAligned: false,
    toSource: (offset) => plain.toSource(offset - countBelow(added, offset - 1)),
    fromSource: (offset) => {
      const place = plain.fromSource(offset)
      return place + countBelow(places, place)
    },
  }
}
