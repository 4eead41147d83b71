/** A word typed while the input method was off («vaanj», «va65n») comes in; the word that was meant goes out. */

const TELEX_TONES: Readonly<Record<string, string>> = {
  f: '\u0300',
  s: '\u0301',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
}
const VNI_TONES: Readonly<Record<string, string>> = {
  1: '\u0301',
  2: '\u0300',
  3: '\u0309',
  4: '\u0303',
  5: '\u0323',
}
const TELEX_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/^dd/u, 'đ'], // «ddangr»
  [/^d(?=[a-z]+d$)/u, 'đ'], // «dangrd», the second d typed last
  [/aa|a(?=[a-z]*?a)/u, 'â'], // «vaan», «vana»
  [/ee|e(?=[a-z]*?e)/u, 'ê'], // «tieen»
  [/oo|o(?=[a-z]*?o)/u, 'ô'], // «toor»
  [/uow|uo(?=[a-z]*w)/u, 'ươ'], // «truowng», «truongw»
  [/aw|a(?=[a-z]*w)/u, 'ă'], // «nawm», «namw»
  [/ow|o(?=[a-z]*w)/u, 'ơ'], // «cow»
  [/uw|u(?=[a-z]*w)/u, 'ư'], // «tuw»
]
const VNI_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/^d(?=[a-z1-8]*9)/u, 'đ'], // «d9ang3»
  [/a(?=[a-z1-5]*6)/u, 'â'], // «va6n»
  [/e(?=[a-z1-5]*6)/u, 'ê'], // «tie6n»
  [/o(?=[a-z1-5]*6)/u, 'ô'], // «to6»
  [/uo(?=[a-z1-5]*7)/u, 'ươ'], // «truo7ng»
  [/o(?=[a-z1-5]*7)/u, 'ơ'], // «co7»
  [/u(?=[a-z1-5]*7)/u, 'ư'], // «tu7»
  [/a(?=[a-z1-5]*8)/u, 'ă'], // «na8m»
]
const TELEX_WORD = /^[a-z]{2,12}$/u // «vaanj»
const VNI_WORD = /^[a-z]+(?:[1-9][a-z]*){1,3}$/u // «va65n», «d9a3ng»
const TELEX_TONE_KEYS = /[fsrxj]/gu // «j» of «vaanj»
const VNI_TONE_KEYS = /[1-5]/gu // «5» of «va65n»
const VOWELS = /[aăâeêioôơuưy]+/u // «ươ» of «trương»
const MARKED_VOWEL = /[ăâêôơư](?![ăâêôơư])/u // «ơ» of «ươ»: the tone goes there

/**
 * The readings of a word as TELEX or VNI keys, in NFC with marks; empty when it is neither. The caller checks which
 * readings are words of its vocabulary: «vaanj» → «vận»; «la» is no TELEX word, so nothing.
 */
export function readAsTyped(word: string): string[] {
  const lower = word.toLowerCase()
  const readings = new Set<string>()
  if (TELEX_WORD.test(lower)) {
    const onset = /^(?:tr|s|x|r)/u.exec(lower)?.[0] ?? '' // «tr» of «trung», «s» of «soos»: letters, not tones
    const rest = lower.slice(onset.length)
    const tones = rest.match(TELEX_TONE_KEYS) ?? []
    const letters = onset + rest.replace(TELEX_TONE_KEYS, '')
    if (tones.length <= 1) {
      readings.add(placeTone(applyLetters(letters, TELEX_LETTERS, /w/gu), TELEX_TONES[tones[0] ?? '']))
    }
  }
  if (VNI_WORD.test(lower)) {
    const tones = lower.match(VNI_TONE_KEYS) ?? []
    const letters = applyLetters(lower.replace(VNI_TONE_KEYS, ''), VNI_LETTERS, /[6-9]/gu)
    if (tones.length <= 1) readings.add(placeTone(letters, VNI_TONES[tones[0] ?? '']))
  }
  readings.delete(lower)
  return [...readings]
}

function applyLetters(
  keys: string,
  letters: readonly (readonly [RegExp, string])[],
  modifiers: RegExp,
): string {
  let word = keys
  for (const [pattern, letter] of letters) {
    const match = pattern.exec(word)
    if (!match) continue
    const typed = match[0]
    const rest = word.slice(match.index + typed.length)
    // A doubled letter typed later in the word («vana») is the modifier: it goes.
    const isLate = typed.length === 1 && !modifiers.test(rest)
    modifiers.lastIndex = 0
    word = word.slice(0, match.index) + letter + (isLate ? rest.replace(typed, '') : rest)
  }
  return word.replace(modifiers, '')
}

function placeTone(word: string, tone: string | undefined): string {
  if (tone === undefined) return word
  const marked = MARKED_VOWEL.exec(word)
  const at = marked ? marked.index : openVowelIndex(word)
  if (at < 0) return word
  return (word.slice(0, at + 1) + tone + word.slice(at + 1)).normalize('NFC')
}

/** Where the tone goes when no vowel is marked: «hoàn» on the last, «hòa» on the first; qu and gi are onsets. */
function openVowelIndex(word: string): number {
  const onset = /^(?:qu|gi)(?=[aeiouy])/u.exec(word)?.[0].length ?? 0 // «qu» of «quy», «gi» of «gia»
  const vowels = VOWELS.exec(word.slice(onset))
  if (!vowels) return -1
  const start = onset + vowels.index
  const length = vowels[0].length
  const isClosed = start + length < word.length
  if (length === 1) return start
  if (length === 2) return isClosed ? start + 1 : start
  return start + 1
}
