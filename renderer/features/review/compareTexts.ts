/** Two texts come in; their paragraphs go out, each told whether the other text has it too. */
import { fold } from '../../../shared/vietnamese/fold.ts'

/** A paragraph; `isShared` when the other text holds the same words. `start` is its offset, UTF-16. */
export interface ComparedParagraph {
  readonly start: number
  readonly text: string
  readonly isShared: boolean
}

const NO_WORD = /[^\p{L}\p{N}]+/gu // « - », «; »

/** Bare letters and figures: another format has other spaces, a re-scan other marks. */
const wordsOf = (line: string): string => fold(line).text.replace(NO_WORD, ' ').trim()

/** Paragraphs of both texts, in order; lines without a word are left out. */
export function compareTexts(
  one: string,
  other: string,
): readonly [readonly ComparedParagraph[], readonly ComparedParagraph[]] {
  const [ofOne, ofOther] = [linesOf(one), linesOf(other)]
  const mark = (lines: readonly Line[], others: readonly Line[]): ComparedParagraph[] => {
    const whole = ` ${others.map(({ words }) => words).join(' ')} `
    const held = new Set(others.map(({ words }) => words))
    // One format breaks lines where another does not: a line inside the running words counts as held.
    return lines.map(({ start, text, words }) => ({
      start,
      text,
      isShared: held.has(words) || whole.includes(` ${words} `),
    }))
  }
  return [mark(ofOne, ofOther), mark(ofOther, ofOne)]
}

interface Line {
  readonly start: number
  readonly text: string
  readonly words: string
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const words = wordsOf(line)
    if (words !== '') lines.push({ start, text: line, words })
    start += line.length + 1
  }
  return lines
}
