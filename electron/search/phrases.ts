/** The words of a phrase come in; a check of whether a text holds them side by side goes out. */
import { fold } from '../../shared/vietnamese/fold.ts'
import type { Word } from '../../shared/vietnamese/words.ts'

/** A word of a phrase. `marks`: the punctuation between it and the word before, as `punctuationOf` gives it. */
export interface PhraseWord {
  readonly key: string
  readonly marks: string
}

const OPEN_I = /^([hklmstv]|qu)i$/u // «li», which is also written «ly»
const TRANSPARENT = /[\s"“”‘’'«»]/gu // spaces and quotes
const GAP = '[ \\t\\r\\u00a0\\u2009\\u202f"“”‘’\'«»]'
const ONLY_DIGITS = /^\d+$/u // «5», which is also written «05»
const DASH_OR_STROKE = /[-/\u2010-\u2015\u2212]/gu // «-» of «25-NQ/TW», «–» of «kinh tế – xã hội»
const ANY_DASH_OR_STROKE = '[-/\\u2010-\\u2015\\u2212]'
/** Longer runs of marks are a line drawn across the page. */
const MOST_MARKS = 4
const NO_WORD = '[^\\p{L}\\p{N}]'

/** What stands between two words, without spaces and quotes, every dash and stroke as «-». */
export const punctuationOf = (gap: string): string =>
  gap.replace(TRANSPARENT, '').replace(DASH_OR_STROKE, '-')

/** Cuts a phrase as typed: `words` are those of `source`. */
export const phraseWords = (source: string, words: readonly Word[]): readonly PhraseWord[] =>
  words.map(({ key, start }, index) => ({
    key,
    marks: punctuationOf(source.slice(words[index - 1]?.end ?? start, start)),
  }))

/**
 * Builds a test for a text: the words in order, only white space, one line end, quotes and the marks as typed between
 * them; any dash or stroke stands for any other.
 */
export function phraseTest(phrase: readonly PhraseWord[]): (text: string) => boolean {
  const pattern = phrase.map(({ key, marks }, index) => (index === 0 ? '' : between(marks)) + spellings(key))
  const test = new RegExp(`(?<![\\p{L}\\p{N}])${pattern.join('')}(?![\\p{L}\\p{N}])`, 'u')
  return (text) => test.test(fold(text).text)
}

/** Words are letters and digits, so nothing needs escaping: «quy» → qu[iy]. */
function spellings(key: string): string {
  if (ONLY_DIGITS.test(key)) return `0*${key}`
  const open = OPEN_I.exec(key)
  return open ? `${open[1]}[iy]` : key
}

function between(marks: string): string {
  if (marks === '') return `(?:${GAP}+(?:\\n${GAP}*)?|\\n${GAP}*)`
  if (marks.length > MOST_MARKS) return `${NO_WORD}+`
  const gap = `${GAP}*(?:\\n${GAP}*)?`
  return [...marks].reduce((pattern, mark) => pattern + anyOf(mark) + gap, gap)
}

const anyOf = (mark: string): string =>
  mark === '-' ? ANY_DASH_OR_STROKE : `\\u{${mark.codePointAt(0)?.toString(16)}}`
