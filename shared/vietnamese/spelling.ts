/** A written word comes in; its search key and its spelling with marks, each the same for every accepted way to write it, go out. */
import { foldWord } from './fold.ts'

/**
 * Two names of one word. `key` is bare («quy che» finds «quy chế»), `form` keeps the marks in one canonical spelling:
 * new tone placement, i for y in open syllables, so that «hoà» = «hòa» and «quý» = «quí».
 */
export interface WordSpelling {
  readonly key: string
  readonly form: string
}

/** Longer runs of letters are no words (encoded data, glued pages): their key is cut so they cannot swell the index. */
const LONGEST_KEY = 48
const OPEN_I_SYLLABLE = /^(?:[hklmstv]|qu)y$/u // «ly», «quy»; not «tuy», where y and i are different sounds
const MARKED_OPEN_Y = /^([hklmstv]|qu)([yỳýỷỹỵ])$/u // «lý», «quỹ»
const DISPLAYED_WITH_Y = /^([klm]|qu)([iìíỉĩị])$/u // «lí», «quĩ»: offices write lý, quỹ
const OLD_TONE_PLACE = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])$/u // «hoà», «khoẻ», «uỷ»; not «quỷ»
const LEADING_ZEROS = /^0+(?=\d+$)/u // «05» of «05-NQ/TW»

const Y_FORMS = 'yỳýỷỹỵ'
const I_FORMS = 'iìíỉĩị'
const NEW_TONE_PLACE: Readonly<Record<string, string>> = {
  à: 'òa',
  á: 'óa',
  ả: 'ỏa',
  ã: 'õa',
  ạ: 'ọa',
  è: 'òe',
  é: 'óe',
  ẻ: 'ỏe',
  ẽ: 'õe',
  ẹ: 'ọe',
  ỳ: 'ùy',
  ý: 'úy',
  ỷ: 'ủy',
  ỹ: 'ũy',
  ỵ: 'ụy',
}

/** Spells one word (a run of letters and digits, any case, NFC or NFD). */
export function spellWord(word: string): WordSpelling {
  const lower = word.normalize('NFC').toLowerCase()
  const bare = foldWord(lower).slice(0, LONGEST_KEY).replace(LEADING_ZEROS, '')
  const key = OPEN_I_SYLLABLE.test(bare) ? `${bare.slice(0, -1)}i` : bare
  return { key, form: canonicalForm(lower).slice(0, LONGEST_KEY).replace(LEADING_ZEROS, '') }
}

/** The canonical marked spelling of a lower-case NFC word: «hoà» → «hòa», «lý» → «lí». */
function canonicalForm(lower: string): string {
  const placed = lower.replace(OLD_TONE_PLACE, (rhyme) => NEW_TONE_PLACE[rhyme.slice(-1)] ?? rhyme)
  return placed.replace(MARKED_OPEN_Y, (_, onset: string, y: string) => onset + I_FORMS[Y_FORMS.indexOf(y)])
}

/** A canonical form as offices print it: «quản lí» is stored, «quản lý» is shown. */
export function displayForm(form: string): string {
  return form.replace(DISPLAYED_WITH_Y, (_, onset: string, i: string) => onset + Y_FORMS[I_FORMS.indexOf(i)])
}

/** True when the word as typed carries any mark or đ, so it says more than its key. */
export function hasMarks(spelling: WordSpelling): boolean {
  return foldWord(spelling.form) !== spelling.form
}
