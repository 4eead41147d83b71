/** The characters of a paragraph come in with the fonts that draw them; its Unicode text and what was converted go out. */
import { type ConvertedPiece, isDoubtful } from '../../shared/vietnamese/legacy/convert.ts'
import { fontEncoding } from '../../shared/vietnamese/legacy/fonts.ts'
import { convertRun } from '../../shared/vietnamese/legacy/run.ts'

/** The optional hyphen: «ư» in .VnTime text, elsewhere it says nothing. */
const OPTIONAL_HYPHEN = '\u00ad'

/** Text between two pieces of one encoding that any encoding writes alike, so that both are one piece. */
const COMMON = /^[\p{ASCII}]*$/u

/** Gathers one paragraph. Neighbouring characters of one font are converted together: case shows only in a whole line. */
export class RunText {
  #text = ''
  #waiting = ''
  #font: string | undefined
  #letters = 0
  #boldLetters = 0
  #pieces: ConvertedPiece[] = []

  /** Adds characters drawn by a font, as the file has them. */
  write(text: string, isBold: boolean, font?: string): void {
    const encoding = font === undefined ? undefined : fontEncoding(font)?.encoding
    if (text === OPTIONAL_HYPHEN && (encoding === undefined || encoding === 'vni')) return
    // Fonts made for Unicode are all one here.
    const legacyFont = encoding === undefined ? undefined : font
    if (legacyFont !== this.#font) this.#convert()
    this.#font = legacyFont
    this.#waiting += text
    const letters = text.trim().length
    this.#letters += letters
    if (isBold) this.#boldLetters += letters
  }

  /** UTF-16 units of the text so far: where a note or a page break stands. */
  get length(): number {
    this.#convert()
    return this.#text.length
  }

  get text(): string {
    this.#convert()
    return this.#text
  }

  /** Whether nearly all of it is bold. */
  get isBold(): boolean {
    return this.#letters > 0 && this.#boldLetters >= this.#letters * 0.9
  }

  /** What was converted, offsets in `text`; no piece crosses a line break. */
  get converted(): readonly ConvertedPiece[] {
    this.#convert()
    return this.#pieces
  }

  #convert(): void {
    const waiting = this.#waiting
    if (waiting === '') return
    this.#waiting = ''
    if (this.#font === undefined) {
      this.#text += waiting
      return
    }
    const font = this.#font
    waiting.split('\n').forEach((line, index) => {
      if (index > 0) this.#text += '\n'
      const { text, pieces } = convertRun(line, font)
      const shift = this.#text.length
      this.#text += text
      for (const piece of pieces) this.#keep({ ...piece, start: piece.start + shift, end: piece.end + shift })
    })
  }

  #keep(piece: ConvertedPiece): void {
    const last = this.#pieces.at(-1)
    const gap = last === undefined ? '' : this.#text.slice(last.end, piece.start)
    const isOne = last?.encoding === piece.encoding && COMMON.test(gap) && !gap.includes('\n')
    if (!last || !isOne) {
      this.#pieces.push(piece)
      return
    }
    const { start, encoding } = last
    const joined = { start, end: piece.end, encoding, original: last.original + gap + piece.original }
    const text = this.#text.slice(joined.start, joined.end)
    const isLeft = joined.original === text || last.isDoubtful === true || piece.isDoubtful === true
    const doubtful = isLeft && (isDoubtful(text) || joined.original === text)
    this.#pieces[this.#pieces.length - 1] = doubtful ? { ...joined, isDoubtful: true } : joined
  }
}
