/** Words of a page go in; they come out with wrong marks put right where a known compound leaves one reading. */
import { isSyllable } from '../../../shared/vietnamese/legacy/syllable.ts'
import { COMPOUNDS, FUNCTION_WORDS } from './compounds.ts'
import type { ReadWord } from './page.ts'
import { linesOf } from './repair.ts'

/** Every mark taken off, đ as d: «Đảng» and «Đẳng» are both «dang». */
const bareOf = (word: string): string =>
  word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

/** Known second syllables by first, and the other way round, in bare letters. */
interface CompoundIndex {
  readonly pairs: ReadonlySet<string>
  readonly byBare: ReadonlyMap<string, readonly (readonly [string, string])[]>
}

/** Builds the index of a list of phrases; a phrase of more than two syllables gives each pair inside it. */
function indexCompounds(phrases: readonly string[]): CompoundIndex {
  const pairs = new Set<string>()
  const byBare = new Map<string, (readonly [string, string])[]>()
  for (const phrase of phrases) {
    const syllables = phrase.normalize('NFC').toLowerCase().split(/\s+/)
    for (const [index, second] of syllables.entries()) {
      const first = syllables[index - 1]
      if (first === undefined || pairs.has(`${first} ${second}`)) continue
      pairs.add(`${first} ${second}`)
      const bare = `${bareOf(first)} ${bareOf(second)}`
      byBare.set(bare, [...(byBare.get(bare) ?? []), [first, second]])
    }
  }
  return { pairs, byBare }
}

const COMPOUND_INDEX = indexCompounds(COMPOUNDS)

/** A word without the marks around it: «(“Dân» is «Dân»; null for figures and codes. */
const CORE = /^([^\p{L}\p{N}]*)(\p{L}+)([^\p{L}\p{N}]*)$/u

interface Core {
  readonly before: string
  readonly letters: string
  readonly after: string
}

function coreOf(word: ReadWord | undefined): Core | null {
  const parts = word === undefined ? null : CORE.exec(word.text)
  return parts === null ? null : { before: parts[1] ?? '', letters: parts[2] ?? '', after: parts[3] ?? '' }
}

/** The word in the case of another: «sản» like «SẲN» is «SẢN». */
function inCaseOf(word: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase()
  const first = model.charAt(0)
  return first === first.toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

/** Misread words measured 96 at most, three right ones in four 97 or more. */
const CERTAIN = 97

/** Two compounds that share their last word, cut by a comma: «các chi, đảng bộ» read as «chỉ, đảng». */
const ELLIPTIC = /^chỉ, đảng$/iu

/** A vowel written twice with different marks, as the engine does when two readings tie: «sẳản». */
const DOUBLED = /([aeiouy])\p{M}*(\1\p{M}*)/gu

/** A word no spelling allows loses its doubled vowel: «sẳản» → «sản». */
function undoubled(letters: string): string {
  if (isSyllable(letters)) return letters
  const single = letters.normalize('NFD').replace(DOUBLED, '$2').normalize('NFC')
  return isSyllable(single) ? single : letters
}

/** «Văn» and «Thị» stand inside names of people as often as in compounds: «BÙI VĂN HÒA» is not «VĂN HÓA». */
const NAME_MIDDLES: ReadonlySet<string> = new Set(['văn', 'thị'])

const isTitleCase = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word)

/** Two words both capitalised are a name, whose marks nobody but its owner knows; «Việt Nam» is known. */
function mayBeName(first: string, second: string): boolean {
  if (NAME_MIDDLES.has(first.toLowerCase()) && /^\p{Lu}/u.test(second)) return true
  return isTitleCase(first) && isTitleCase(second) && bareOf(`${first} ${second}`) !== 'viet nam'
}

/** What the compound with one neighbour says a word should be; null when it says nothing or two things. */
function proposed(first: string, second: string, wanted: 0 | 1): string | null {
  const known = COMPOUND_INDEX.byBare.get(`${bareOf(first)} ${bareOf(second)}`) ?? []
  const kept = wanted === 0 ? second : first
  const fitting = known.filter((pair) => pair[1 - wanted] === kept.toLowerCase())
  const readings = new Set(fitting.map((pair) => pair[wanted]))
  const [only] = readings
  return readings.size === 1 && only !== undefined ? only : null
}

/**
 * Puts marks right that the engine misread: «ĐẲNG CỘNG SẲN» → «ĐẢNG CỘNG SẢN», «chỉ bộ» → «chi bộ», «tỉnh thần» →
 * «tinh thần». A word changes only when it makes no known compound with either neighbour, and a reading with the same
 * letters but other marks does. The engine's reading is kept in `original`.
 */
export function repairMarks(words: readonly ReadWord[]): readonly ReadWord[] {
  const flat = linesOf(words).flat()
  const repaired = [...flat]
  for (const index of flat.keys()) {
    const word = repaired[index]
    const core = coreOf(word)
    if (word === undefined || core === null) continue
    const previous = neighbour(repaired, index - 1, 'after')
    const next = core.after === '' ? neighbour(repaired, index + 1, 'before') : null
    const left = core.before === '' ? previous : null
    if (ELLIPTIC.test(`${word.text} ${repaired[index + 1]?.text ?? ''}`)) {
      const text = word.text.replace('ỉ', 'i')
      repaired[index] = { ...word, text, original: word.original ?? word.text }
      continue
    }
    const letters = undoubled(core.letters.toLowerCase())
    if (word.confidence >= CERTAIN || FUNCTION_WORDS.has(letters)) continue
    const isKnown =
      (left !== null && COMPOUND_INDEX.pairs.has(`${left.toLowerCase()} ${letters}`)) ||
      (next !== null && COMPOUND_INDEX.pairs.has(`${letters} ${next.toLowerCase()}`))
    if (isKnown && letters === core.letters.toLowerCase()) continue
    const byLeft = left === null || mayBeName(left, core.letters) ? null : proposed(left, letters, 1)
    const byRight = next === null || mayBeName(core.letters, next) ? null : proposed(letters, next, 0)
    const agreed = byLeft !== null && byRight !== null && byLeft !== byRight ? null : (byLeft ?? byRight)
    const reading = isKnown ? letters : agreed
    if (reading === null || reading === core.letters.toLowerCase()) continue
    const text = core.before + inCaseOf(reading, core.letters) + core.after
    repaired[index] = { ...word, text, original: word.original ?? word.text }
  }
  return repaired
}

/** The letters of a neighbouring word when nothing stands between: «Đảng,» is no left neighbour. */
function neighbour(words: readonly ReadWord[], index: number, side: 'before' | 'after'): string | null {
  const core = coreOf(words[index])
  return core === null || core[side] !== '' ? null : core.letters
}
