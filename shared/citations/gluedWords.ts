/** Normalised text comes in; the same with the spaces back that copying lost («Thực hiệnQuyết định số68/2010»), and the way back, goes out. */
import { KIND_WORDS } from '../documents/kinds.ts'
import type { NormalisedText } from '../vietnamese/normalise.ts'
import { lastAtOrBelow } from '../vietnamese/offsets.ts'

/** Syllables citations are made of, beside the kinds. No Vietnamese word is longer than one syllable between spaces. */
const SYLLABLES: ReadonlySet<string> = new Set(
  `${KIND_WORDS.join(' ')} thực hiện triển khai căn cứ thay thế bãi bỏ hủy huỷ sửa đổi bổ sung hướng dẫn ban hành thi tiếp tục tổng sơ kết
  quán triệt phê duyệt quy chi tiết một số điều khoản luật của tại theo và về việc ngày tháng năm các này được kèm cùng với
  bộ trưởng chính phủ thủ tướng trị bí thư ủy uỷ nhân dân hội đồng chủ tịch quốc trung ương đảng tỉnh huyện thành xã phường sở đề nghị xét đã với để có là từ
  nội vụ tài đầu tư pháp công an phòng thường trực chấp mặt trận tổ chức vận tuyên giáo kiểm tra thẩm hiệu lực khóa khoá bộ tác`.split(
    /\s+/,
  ),
)
const LONGEST_SYLLABLE = 7 // «nghiêng»
/** Longer runs of letters are no lost spaces. */
const LONGEST_RUN = 40
const BEFORE_NUMBER: ReadonlySet<string> = new Set(['số', 'ngày', 'tháng', 'năm'])
/** «Nghị quyết|25-NQ/TW»: the last syllables of the kinds. */
const BEFORE_SYMBOL: ReadonlySet<string> = new Set(KIND_WORDS.map((words) => words.split(' ').at(-1) ?? ''))
const NUMBER_OF_SYMBOL = /^\d{1,5}[a-zđ]?\s?[-/]/
/** «Mai Sơn|về», «Lào Cai|của»: words that only stand alone, behind a name no table holds. */
const FUNCTION_WORD = /(?<=\p{L}{2})(?:về|của|ngày|và|tại|đã|với|để|việc|được)$/iu
const TERM = /^kh[óo][áa](?=[IVX]+$)/iu
/** «hiện|Quyết», «phê duyệt|Chương»: a capital inside a word. */
const CAPITAL_INSIDE = /(?<=\p{L}\p{Ll})(?=\p{Lu}\p{Ll})/u
/** «UBND|ngày», «TTg|về»: small words behind letters of a symbol. */
const BEHIND_CAPITALS = /^(?:\p{Lu}{2,}|TTg)(?=(?:ngày|của|về|và|tỉnh|huyện|xã)$)/u
/** «… nhân sự.|Căn cứ», «Điều 1.|Bãi bỏ», seen from the mark; a comma parts any two words («sửa đổi,|bổ sung»). */
const BEFORE_MARK = /(?:\p{Ll}{2}|\d)$/u
/** «số 57,|59,|66,|68-NQ/TW»: numbers that share the symbol of the last. */
const LIST_BEFORE = /(?<!\p{L})số\s?\d{1,4}(?:,\s?\d{1,4})*$/iu
const LIST_BEHIND = /^\d{1,4}(?:\s?(?:,|và)\s?\d{1,4})*\s?[-/]\s?[\p{Lu}\d]/u
const BEHIND_MARK = /^\p{Lu}\p{Ll}{1,6}\s/u

const VOWELS = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ'
const [SMALL, CAPITAL, VOWEL, DIGIT, MARK] = [1, 2, 4, 8, 16]
/** What each character below is; every letter of Vietnamese stands below. A table, since every character is looked at. */
const KINDS_OF_CHARACTER = new Uint8Array(0x2000)
for (let code = 0; code < KINDS_OF_CHARACTER.length; code++) {
  const character = String.fromCharCode(code)
  const letter = /\p{Lu}/u.test(character) ? CAPITAL : /\p{L}/u.test(character) ? SMALL : 0
  const isVowel = letter !== 0 && VOWELS.includes(character.toLowerCase())
  const other = /\d/.test(character) ? DIGIT : /[.;,]/.test(character) ? MARK : 0
  KINDS_OF_CHARACTER[code] = letter | (isVowel ? VOWEL : 0) | other
}

/** Where a space was lost, in order. A syllable has one stretch of vowels and no capital inside: other runs are looked at. */
function placesOf(text: string): readonly number[] {
  const places: number[] = []
  let start = 0
  let stretches = 0
  let isOdd = false
  let before = 0
  for (let at = 0; at <= text.length; at++) {
    const kind = KINDS_OF_CHARACTER[text.charCodeAt(at)] ?? 0
    if ((kind & (SMALL | CAPITAL)) !== 0) {
      if ((before & (SMALL | CAPITAL)) === 0) {
        start = at
        stretches = 0
        isOdd = false
      } else if ((kind & CAPITAL) !== 0 ? (before & SMALL) !== 0 : at - start > 1 && (before & CAPITAL) !== 0)
        isOdd = true
      if ((kind & VOWEL) !== 0 && (at === start || (before & VOWEL) === 0)) stretches++
    } else if ((before & (SMALL | CAPITAL)) !== 0) {
      if (stretches > 1 || isOdd || (kind & DIGIT) !== 0)
        addPlaces(text.slice(start, at), start, (kind & DIGIT) === 0 ? '' : text.slice(at, at + 8), places)
    }
    if ((kind & MARK) !== 0 && isSpaceLostBehind(text, at)) places.push(at + 1)
    before = kind
  }
  return places
}

function isSpaceLostBehind(text: string, at: number): boolean {
  const next = KINDS_OF_CHARACTER[text.charCodeAt(at + 1)] ?? 0
  if ((next & DIGIT) !== 0 && text[at] === ',') {
    return (
      LIST_BEFORE.test(text.slice(Math.max(0, at - 40), at)) && LIST_BEHIND.test(text.slice(at + 1, at + 40))
    )
  }
  if ((next & (SMALL | CAPITAL)) === 0) return false
  const before = text.slice(Math.max(0, at - 2), at)
  if (text[at] !== '.' && /^\p{L}{2}$/u.test(before)) return true
  return BEFORE_MARK.test(before) && BEHIND_MARK.test(text.slice(at + 1, at + 9))
}

/** `digits` is what follows the run where that is a figure, else empty. */
function addPlaces(run: string, start: number, digits: string, places: number[]): void {
  if (run.length > LONGEST_RUN) return
  const cuts = run.length < 4 ? [] : cutsOf(run)
  for (const cut of cuts) places.push(start + cut)
  if (digits === '') return
  const word = run.slice(cuts.at(-1) ?? 0).toLowerCase()
  if (BEFORE_NUMBER.has(word) || (BEFORE_SYMBOL.has(word) && NUMBER_OF_SYMBOL.test(digits)))
    places.push(start + run.length)
}

/** Where the words of a run part, in order; none for one word, or for what is not known as two. */
function cutsOf(run: string): readonly number[] {
  const head = (BEHIND_CAPITALS.exec(run) ?? TERM.exec(run))?.[0]
  if (head !== undefined) return [head.length]
  const lower = run.toLowerCase()
  if (lower.length !== run.length) return []
  const inside = run.search(CAPITAL_INSIDE)
  if (inside > 0 && (SYLLABLES.has(lower.slice(inside)) || areSyllables(run, inside)))
    return [...cutsOf(run.slice(0, inside)), inside]
  const known = syllablesOf(lower, 0)
  if (known.length > 0) return known
  const last = FUNCTION_WORD.exec(run)?.index
  return last !== undefined && isSyllable(run.slice(0, last)) ? [last] : []
}

/** «Cao|Bằng»: two syllables, one of them with a mark no other language has. */
function areSyllables(run: string, at: number): boolean {
  return /[^\x20-\x7f]/.test(run) && isSyllable(run.slice(0, at)) && isSyllable(run.slice(at))
}

const SYLLABLE = new RegExp(`^[^${VOWELS}]{0,3}[${VOWELS}]{1,3}[^${VOWELS}]{0,2}$`, 'i')

function isSyllable(word: string): boolean {
  return word.length <= LONGEST_SYLLABLE && SYLLABLE.test(word.toLowerCase())
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
  const places = placesOf(plain.text)
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
