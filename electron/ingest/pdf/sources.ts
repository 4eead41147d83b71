/** Where pdfjs finds, on this disk and nowhere else, the character maps, fonts and decoders it may need. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Handed to `getDocument`: scans are often JBIG2 or JPEG 2000, old Asian fonts need character maps. */
export const PDF_SOURCES = {
  wasmUrl: `${join(packageFolder, 'wasm')}/`,
  cMapUrl: `${join(packageFolder, 'cmaps')}/`,
  standardFontDataUrl: `${join(packageFolder, 'standard_fonts')}/`,
  iccUrl: `${join(packageFolder, 'iccs')}/`,
} as const
