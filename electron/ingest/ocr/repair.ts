/** Words of a page go in; they come out with document numbers put right by their grammar, the engine's reading kept. */
import { findNumbers } from '../../../shared/documents/number.ts'
import type { ReadWord } from './page.ts'

/** Letters the engine writes for digits; a date or a bare figure holds no letters at all. */
const DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  '|': '1',
  S: '5',
  B: '8',
}

/** A date with stray letters: «O8/l2/2O21», «23/11/2O21.». */
const DATE = /^([(“"]?)([\dOoQlI|SB]{1,2})([/.-])([\dOoQlI|SB]{1,2})([/.-])([\dOoQlI|SB]{4})([).,;:”"]*)$/

/** Lines of words, in the engine's order. */
export function linesOf(words: readonly ReadWord[]): readonly (readonly ReadWord[])[] {
  const lines = new Map<number, ReadWord[]>()
  for (const word of words) {
    const line = lines.get(word.line)
    if (line) line.push(word)
    else lines.set(word.line, [word])
  }
  return [...lines.values()]
}

const asDigits = (text: string): string => text.replace(/\D/g, (letter) => DIGITS[letter] ?? letter)

const withText = (word: ReadWord, text: string): ReadWord =>
  text === word.text ? word : { ...word, text, original: word.original ?? word.text }

function repairDate(word: ReadWord): ReadWord {
  const parts = DATE.exec(word.text)
  if (parts === null) return word
  const [, before = '', day = '', first = '', month = '', second = '', year = '', after = ''] = parts
  const figures = [day, month, year].map(asDigits)
  const [dayNumber = 0, monthNumber = 0] = figures.map(Number)
  const isDate = dayNumber >= 1 && dayNumber <= 31 && monthNumber >= 1 && monthNumber <= 12
  if (!isDate || !/\d/.test(word.text)) return word
  return withText(word, `${before}${figures[0]}${first}${figures[1]}${second}${figures[2]}${after}`)
}

/** A day or a counting figure whose zero became a letter: «O1», «Ø2).», «(O3». */
const LEADING_ZERO = /^([(“"]?)[OoØ](\d{1,2})([).,;:”"]*)$/u

const repairZero = (word: ReadWord): ReadWord => withText(word, word.text.replace(LEADING_ZERO, '$10$2$3'))

/**
 * Quotation marks: an opening one read twice («““Dân»), a closing one read as a question mark («“Dân vận khéo? giai
 * đoạn»): inside an open quotation, before a small letter, that never closes otherwise.
 */
export function repairQuotes(words: readonly ReadWord[]): readonly ReadWord[] {
  let isOpen = false
  return words.map((word, index) => {
    let text = word.text
      .replace(/^““/, '“')
      .replace(/^“[-.](?=\p{Lu})/u, '“')
      .replace(/””$/, '”')
    if (text.includes('“')) isOpen = !text.slice(text.lastIndexOf('“')).includes('”')
    if (isOpen && /\p{L}\?$/u.test(text) && !closesSoon(words, index)) text = `${text.slice(0, -1)}”`
    if (text.includes('”')) isOpen = false
    return withText(word, text)
  })
}

/** A quotation's end is looked for this far; the next opening mark ends the search. */
const QUOTATION_WORDS = 25

function closesSoon(words: readonly ReadWord[], index: number): boolean {
  for (const word of words.slice(index + 1, index + QUOTATION_WORDS)) {
    if (word.text.includes('“')) return false
    if (word.text.includes('”')) return true
  }
  const next = words[index + 1]?.text ?? ''
  return !/^\p{Ll}|^\d/u.test(next)
}

/**
 * Repairs what the grammar leaves no choice in: «4I-KH/BDVTU» → «41-KH/BDVTU», «I8-QD/TW» → «18-QĐ/TW», «2O21» in a
 * date. Letters that could be two things (TW read as TV) stay: the number is listed as unverified in any case.
 */
export function repairNumbers(words: readonly ReadWord[]): readonly ReadWord[] {
  return linesOf(words).flatMap((line) =>
    repairStrokes(
      repairHeading(
        repairLine(line.map((word, index) => repairDay(repairZero(repairDate(word)), line[index - 1]))),
      ),
    ),
  )
}

/** The numeral of a division heading: «II», whose stop the engine loses beside so narrow a letter. */
const ROMAN = /^[IVX]{1,5}$/
/** Words of a heading in capitals: «MỤC», «ĐÍCH,». */
const CAPITALS = /^\p{Lu}{2,}[,;]?$/u

/** «I MỤC ĐÍCH, YÊU CẦU» → «I. MỤC ĐÍCH, YÊU CẦU»: a heading's numeral is always followed by a stop. */
function repairHeading(line: readonly ReadWord[]): readonly ReadWord[] {
  const [numeral, ...heading] = line
  if (numeral === undefined || !ROMAN.test(numeral.text) || heading.length < 2) return line
  if (!heading.every((word) => CAPITALS.test(word.text))) return line
  return [withText(numeral, `${numeral.text}.`), ...heading]
}

/**
 * Narrow strokes side by side run together: «II.» is read «I.», «III.» «II.», but the box shows how wide they stand.
 * Width against height in Times, Noto and DejaVu, bold: «I.» 0.73 to 0.88, «II.» 1.32 to 1.56, «III.» 1.86 and more.
 */
const STROKES: Readonly<Record<string, { readonly widest: number; readonly meant: string }>> = {
  'I.': { widest: 1.15, meant: 'II.' },
  'II.': { widest: 1.72, meant: 'III.' },
}
/** A numeral read right was given 79 and more, one short of a stroke 76 and less; between them the box decides. */
const SURE_STROKES = 90

/** Gives the numeral a line begins with the strokes its box has room for. */
function repairStrokes(line: readonly ReadWord[]): readonly ReadWord[] {
  const [numeral, ...rest] = line
  const strokes = STROKES[numeral?.text ?? '']
  if (numeral === undefined || strokes === undefined || rest.length === 0) return line
  if (numeral.confidence >= SURE_STROKES) return line
  if (numeral.box.width <= strokes.widest * numeral.box.height) return line
  return [withText(numeral, strokes.meant), ...rest]
}

/** A day or month of letters only: «Ol» of «tháng Ol năm». */
const LETTERS_FOR_DAY = /^(?:[OØQ0-3I|][OQlI|\d]|l[O\d])$/

/** After «ngày» and «tháng» only figures stand. */
function repairDay(word: ReadWord, previous: ReadWord | undefined): ReadWord {
  if (!/^(?:ngày|tháng)$/iu.test(previous?.text ?? '') || !LETTERS_FOR_DAY.test(word.text)) return word
  return withText(word, asDigits(word.text.replace('Ø', '0')))
}

function repairLine(line: readonly ReadWord[]): readonly ReadWord[] {
  const text = line.map((word) => word.text).join(' ')
  let repaired = text
  for (const { start, end, value, isFromList } of findNumbers(text)) {
    if (!value.isRepaired || isFromList) continue
    const raw = text.slice(start, end)
    const digits = value.number
    const symbolAt = raw.length - value.symbol.length
    // Only letter for letter: the words keep their places.
    const isSameShape = symbolAt > 0 && raw.length - value.symbol.length === digits.length + 1
    if (!isSameShape || value.year !== null) continue
    repaired =
      repaired.slice(0, start) + digits + raw.charAt(digits.length) + value.symbol + repaired.slice(end)
  }
  if (repaired === text) return line
  let at = 0
  return line.map((word) => {
    const start = at
    at += word.text.length + 1
    return withText(word, repaired.slice(start, start + word.text.length))
  })
}
