/** What recognition of one page gives: its text, its words with place and confidence, and how the page was turned. */
import type { Span, TextWarning } from '../../../shared/contract/document.ts'
import type { TextBlock } from '../../../shared/documents/sourceText.ts'
import type { PlacedPage } from '../layout/page.ts'

/** Every page is brought to this resolution: measured best between 175 and 250 dpi, and faster than 300. */
export const ENGINE_DPI = 200

/** A rectangle in pixels of the upright page image (`OcrPage.width` × `OcrPage.height`). */
export interface OcrBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** One word as read. `start`/`end` are UTF-16 offsets of `OcrPage.text`; `confidence` runs from 0 to 100. */
export interface OcrWord extends Span {
  readonly confidence: number
  readonly box: OcrBox
  /** What the engine read, where the grammar of numbers or a known phrase changed it; else null. */
  readonly original: string | null
}

/** Quarter turns clockwise that brought the page upright. */
export type Rotation = 0 | 90 | 180 | 270

/** A page under this mean confidence is garbage, upside down or no text at all. */
export const POOR_CONFIDENCE = 60

/** What the engine gave for a page, repaired: all else follows from it, so this is what an interrupted file keeps. */
export interface ReadPage {
  readonly rotation: Rotation
  /** Degrees, clockwise positive, the page was straightened by after the quarter turns. */
  readonly skew: number
  /** Mean over the words, weighted by length, 0 to 100; 0 for an empty page. */
  readonly confidence: number
  readonly width: number
  readonly height: number
  readonly readWords: readonly ReadWord[]
}

/**
 * One recognised page. `placed` is the same page for the layout pass of a whole document: hand all pages of a file,
 * recognised or not, to `layOut` and find the words again with `locateWords`.
 */
export interface OcrPage extends ReadPage {
  readonly text: string
  readonly blocks: readonly TextBlock[]
  readonly words: readonly OcrWord[]
  /** `unverified` over every document number of the page: OCR errs there more than anywhere. */
  readonly warnings: readonly TextWarning[]
  readonly placed: PlacedPage
}

/** A word before layout: its text after repair, and the line it stands on. All in pixels of the upright image. */
export interface ReadWord {
  readonly text: string
  readonly original: string | null
  readonly confidence: number
  readonly box: OcrBox
  readonly baseline: number
  /** Height of the line's type, ascender to descender. */
  readonly size: number
  /** Words of one line of the engine share it; counts from 0. */
  readonly line: number
}
