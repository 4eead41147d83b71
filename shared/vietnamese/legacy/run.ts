/** A run of text and the name of its font go in; NFC Unicode and the record of the change come out (docx, rtf, pdf). */
import { isBeyondBytes } from './codePage.ts'
import { type Conversion, convertLegacy, decodeStretch, doubt, isDoubtful } from './convert.ts'
import { fontEncoding } from './fonts.ts'

/**
 * Converts one run by its font. A Unicode font, or Unicode letters inside a .VnTime run, leave the text as it is.
 * A run that reads well as it stands and badly after conversion is left and listed as `legacy_doubtful`.
 */
export function convertRun(text: string, fontName: string | null): Conversion {
  const font = fontName === null ? null : fontEncoding(fontName)
  if (font === null || [...text].some(isBeyondBytes)) return { text, pieces: [], warnings: [] }
  const decoded = decodeStretch(text, font.encoding, { isCapitalFont: font.isCapital })
  if (decoded !== text && isDoubtful(decoded) && !isDoubtful(text)) {
    const piece = {
      start: 0,
      end: text.length,
      encoding: font.encoding,
      original: text,
      isDoubtful: true,
    } as const
    return { text, pieces: [piece], warnings: [doubt(piece, decoded)] }
  }
  return convertLegacy(text, font.encoding, { isCapitalFont: font.isCapital })
}
