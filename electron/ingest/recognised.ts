/** Pages of a file, some recognised from their image, come in; their joint text with words and doubts goes out. */
import type { RecognisedPage, SourceText } from '../../shared/documents/sourceText.ts'
import { layOut } from './layout/document.ts'
import type { PlacedPage } from './layout/page.ts'
import type { Ocr } from './ocr/ocr.ts'
import type { OcrPage } from './ocr/page.ts'

let engine: Promise<Ocr> | null = null

/** The recogniser of this process: loaded when the first page needs it, one page at a time, files run side by side. */
export function sharedOcr(): Promise<Ocr> {
  engine ??= import('./ocr/ocr.ts').then(({ createOcr, defaultModelFolder }) =>
    createOcr({ jobs: 1, modelFolder: defaultModelFolder() }),
  )
  return engine
}

/** Lays out all pages of a file together and finds the recognised words again in the joint text. */
export async function layOutRecognised(
  pages: readonly PlacedPage[],
  recognised: ReadonlyMap<number, OcrPage>,
): Promise<SourceText> {
  const source = layOut(pages.map((page, index) => recognised.get(index)?.placed ?? page))
  if (recognised.size === 0) return source
  // Loaded only here: the recogniser's modules are heavy and most files have text.
  const { locateWords, warnOfNumbers } = await import('./ocr/placed.ts')
  const found = [...recognised].map(
    ([index, page]): RecognisedPage & { warnings: SourceText['warnings'] } => {
      const span = source.pages[index] ?? { start: 0, end: 0 }
      const stretch = source.text.slice(span.start, span.end)
      const words = locateWords(page.readWords, stretch, span.start)
      const warnings = warnOfNumbers(stretch, locateWords(page.readWords, stretch)).map((warning) => ({
        ...warning,
        start: warning.start + span.start,
        end: warning.end + span.start,
      }))
      const { confidence, rotation, skew, width, height } = page
      return { page: index, confidence, rotation, skew, width, height, words, warnings }
    },
  )
  return {
    ...source,
    warnings: [...source.warnings, ...found.flatMap((page) => page.warnings)],
    recognised: found.map(({ warnings: _, ...page }) => page),
  }
}
