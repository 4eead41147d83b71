/** Text comes in; its words with offsets, spellings and adjacency go out: the one way documents, queries and snippets are cut. */
import { spellWord, type WordSpelling } from './spelling.ts'

/** A run of letters and digits. `start`/`end` are UTF-16 offsets. */
export interface Word extends WordSpelling {
  readonly start: number
  readonly end: number
  /** True when nothing but white space, one line end or quotation marks stands between it and the word before. */
  readonly joinsPrevious: boolean
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u // «ậ», «7», U+0301
const TABLE_SIZE = 0x2000
const isWordCode = Uint8Array.from({ length: TABLE_SIZE }, (_, code) =>
  WORD_CHARACTER.test(String.fromCharCode(code)) ? 1 : 0,
)

/** White space and quotes: «thi đua “Dân vận khéo”» is one run of words. */
const TRANSPARENT = new Set([...' \t\u00a0\u2009\u202f"“”‘’\'«»'].map((character) => character.charCodeAt(0)))
const LINE_END = 0x0a

/** Spellings met before: Vietnamese writes with some thousands of syllables, so nearly every word is found here. */
const knownSpellings = new Map<string, WordSpelling>()
const MOST_KNOWN_SPELLINGS = 60_000

function spell(word: string): WordSpelling {
  const known = knownSpellings.get(word)
  if (known) return known
  const spelling = spellWord(word)
  if (knownSpellings.size >= MOST_KNOWN_SPELLINGS) knownSpellings.clear()
  knownSpellings.set(word, spelling)
  return spelling
}

function isWordAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code < TABLE_SIZE) return isWordCode[code] === 1
  // Surrogates (emoji, rare scripts) and signs of other scripts: one by one, they are rare here.
  return WORD_CHARACTER.test(text[index] ?? '')
}

/** Cuts a text into words. */
export function readWords(text: string): Word[] {
  const words: Word[] = []
  const length = text.length
  let index = 0
  let previousEnd = -1
  while (index < length) {
    if (!isWordAt(text, index)) {
      index += 1
      continue
    }
    const start = index
    while (index < length && isWordAt(text, index)) index += 1
    const { key, form } = spell(text.slice(start, index))
    if (key === '') continue
    const joinsPrevious = previousEnd >= 0 && isJoining(text, previousEnd, start)
    words.push({ key, form, start, end: index, joinsPrevious })
    previousEnd = index
  }
  return words
}

/** One line end may be a wrapped line; an empty line, a dash, a comma or a bracket ends the run. */
function isJoining(text: string, from: number, to: number): boolean {
  let lineEnds = 0
  for (let index = from; index < to; index += 1) {
    const code = text.charCodeAt(index)
    if (code === LINE_END) {
      lineEnds += 1
      if (lineEnds > 1) return false
    } else if (!TRANSPARENT.has(code) && code !== 0x0d) return false
  }
  return true
}
