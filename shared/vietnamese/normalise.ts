/** Text in any Unicode form comes in; NFC text with one kind of dash, slash and space, and a map back, goes out. */
import { lastAtOrBelow } from './offsets.ts'

/** Normalised text; every offset of it can be taken back to the source. Offsets are UTF-16 code units. */
export interface NormalisedText {
  readonly text: string
  /** True when nothing moved: offsets are the same in both. */
  readonly isAligned: boolean
  /** Offset in the source where the character at `offset` began; `text.length` maps to the source's length. */
  toSource(offset: number): number
  /** First offset whose source offset is at or after `sourceOffset`. */
  fromSource(sourceOffset: number): number
}

/** Letters that look Vietnamese or Latin but are not, as OCR, spun web copies and old fonts leave them. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  Ð: 'Đ', Ɖ: 'Đ', ð: 'đ', ɖ: 'đ', Ƣ: 'Ư', ƣ: 'ư', ѕ: 's', Ѕ: 'S', а: 'a', А: 'A', е: 'e', Е: 'E', о: 'o', О: 'O',
  р: 'p', Р: 'P', с: 'c', С: 'C', х: 'x', Х: 'X', у: 'y', У: 'Y', і: 'i', І: 'I', ј: 'j', В: 'B', Н: 'H', К: 'K',
  М: 'M', Т: 'T', ᴠ: 'v', ᴡ: 'w', ɡ: 'g', ı: 'i',
} // biome-ignore format: a table

const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\uFE58\uFE63\uFF0D\u02D7'
const SLASHES = '\u2044\u2215\uFF0F\u29F8'
const SPACES = '\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t'
const DROPPED = '\u00AD\u200B\u200C\u200D\u2060\uFEFF'
const FULL_WIDTH_DIGITS = '\uFF10-\uFF19'

/** Characters replaced one for one: «25–NQ∕TW» → «25-NQ/TW». */
const REPLACED = new RegExp(
  `[${Object.keys(LOOKALIKES).join('')}${DASHES}${SLASHES}${SPACES}${FULL_WIDTH_DIGITS}]`,
  'g',
)
const IS_DASH = new RegExp(`[${DASHES}]`)
const IS_SLASH = new RegExp(`[${SLASHES}]`)
const IS_DIGIT = new RegExp(`[${FULL_WIDTH_DIGITS}]`)

/** Characters that move offsets: combining marks (o + U+0301) and invisible ones (soft hyphen). */
const MOVING = new RegExp(`[\\u0300-\\u036F${DROPPED}]`)
const CLUSTER = new RegExp(`[${DROPPED}]|[^\\u0300-\\u036F${DROPPED}][\\u0300-\\u036F]+`, 'g')

function replaceOne(character: string): string {
  const letter = LOOKALIKES[character]
  if (letter !== undefined) return letter
  if (IS_DASH.test(character)) return '-'
  if (IS_SLASH.test(character)) return '/'
  if (IS_DIGIT.test(character)) return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  return ' '
}

/**
 * Normalises without losing where things stood. Newlines stay: page breaks and list items matter to later stages.
 * Text that is already composed (the stored text always is) keeps its offsets and costs one pass.
 */
export function normalise(source: string): NormalisedText {
  if (!MOVING.test(source)) {
    const text = source.replace(REPLACED, replaceOne)
    return { text, isAligned: true, toSource: (offset) => offset, fromSource: (offset) => offset }
  }
  // Runs between moves are copied whole; `starts` and `sources` are the paired offsets where each run begins.
  let text = ''
  let done = 0
  const starts: number[] = [0]
  const sources: number[] = [0]
  const mark = (sourceOffset: number) => {
    starts.push(text.length)
    sources.push(sourceOffset)
  }
  for (const match of source.matchAll(CLUSTER)) {
    text += source.slice(done, match.index)
    mark(match.index)
    done = match.index + match[0].length
    if (match[0].length > 1) text += match[0].normalize('NFC')
    mark(done)
  }
  text += source.slice(done)
  const length = text.length
  text = text.replace(REPLACED, replaceOne)
  const toSource = (offset: number): number => {
    if (offset >= length) return source.length
    const run = lastAtOrBelow(starts, offset)
    return (sources[run] ?? 0) + (offset - (starts[run] ?? 0))
  }
  const fromSource = (sourceOffset: number): number => {
    const run = lastAtOrBelow(sources, sourceOffset)
    const next = starts[run + 1] ?? length
    return Math.min(next, (starts[run] ?? 0) + (sourceOffset - (sources[run] ?? 0)))
  }
  return { text, isAligned: false, toSource, fromSource }
}
