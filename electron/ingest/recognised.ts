/** Pages of a file, some recognised from their image, come in; their joint text with words and doubts goes out. */
import type { RecognisedPage, SourceText } from '../../shared/documents/sourceText.ts'
import { layOut } from './layout/document.ts'
import type { PlacedPage } from './layout/page.ts'
import type { Ocr } from './ocr/ocr.ts'
import type { ReadPage } from './ocr/page.ts'

let engine: Promise<Ocr> | null = null
let allowance = { engines: 1, onStart: (): void => undefined }

/** How many pages this process reads at one time, from now on, and who is told when its recogniser starts. */
export function allowRecognising(engines: number, onStart: () => void): void {
  allowance = { engines, onStart }
  if (engine === null) return
  onStart()
  void engine.then((ocr) => ocr.allow(engines))
}

/** The recogniser of this process, loaded when the first page needs it. */
export function sharedOcr(): Promise<Ocr> {
  if (engine === null) {
    allowance.onStart()
    engine = import('./ocr/ocr.ts').then(({ createOcr, defaultModelFolder }) =>
      createOcr({ jobs: allowance.engines, modelFolder: defaultModelFolder() }),
    )
  }
  return engine
}

/** Lays out all pages of a file together and finds the recognised words again in the joint text. */
export async function layOutRecognised(
  pages: readonly PlacedPage[],
  recognised: ReadonlyMap<number, ReadPage>,
): Promise<SourceText> {
  if (recognised.size === 0) return layOut(pages)
  // Loaded only here: the recogniser's modules are heavy and most files have text.
  const { locateWords, placeWords, warnOfNumbers } = await import('./ocr/placed.ts')
  const source = layOut(
    pages.map((page, index) => {
      const read = recognised.get(index)
      return read ? placeWords(read.readWords, read.width, read.height) : page
    }),
  )
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
