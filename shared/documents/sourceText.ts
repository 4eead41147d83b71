/** What every reader hands on: the text of a file, its pages, and where things stood on the page. */
import type { Span, TextWarning } from '../contract/document.ts'
import type { ConvertedPiece } from '../vietnamese/legacy/convert.ts'

/** The part a stretch of text plays on its page. Readers give what they know; `.txt` gives nothing. */
export interface TextBlock extends Span {
  readonly kind: 'paragraph' | 'heading' | 'listItem' | 'tableCell' | 'note'
  /** Cells of one table share `table`; `row` and `column` count from 0. */
  readonly table?: number
  readonly row?: number
  readonly column?: number
  readonly isBold?: boolean
  readonly isCentred?: boolean
  /** For a note: offset in `text` of its mark. */
  readonly noteFor?: number
}

/** A word read from an image: where it stands in `text`, how sure the engine was (0 to 100), its box in pixels. */
export interface RecognisedWord extends Span {
  readonly confidence: number
  readonly box: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
  /** What the engine read where it was repaired, else null. */
  readonly original: string | null
}

/** A page read from its image; `page` counts from 0. Width and height are of the upright image, in pixels. */
export interface RecognisedPage {
  readonly page: number
  readonly confidence: number
  /** Quarter turns clockwise in degrees, then `skew` degrees, the image was straightened by. */
  readonly rotation: number
  readonly skew: number
  readonly width: number
  readonly height: number
  readonly words: readonly RecognisedWord[]
}

/**
 * The text of a file. `text` is NFC with `\n` line ends; it is stored as it is and never edited afterwards, so every
 * later span points into it. `pages` cover it in order. A layout table (letterhead) is written column by column, a
 * data table row by row with cells joined by a tab. Footnotes stand after the paragraph block they belong to as
 * blocks of kind `note`, never inside a sentence.
 */
export interface SourceText {
  readonly text: string
  readonly pages: readonly Span[]
  readonly blocks: readonly TextBlock[]
  readonly warnings: readonly TextWarning[]
  /** Pages recognised from their image; absent when every page had text. */
  readonly recognised?: readonly RecognisedPage[]
  /** Stretches that came in an encoding from before Unicode, in order, none across lines; absent when there is none. */
  readonly converted?: readonly ConvertedPiece[]
}
