/** Pages of an open PDF come in; those that are pictures of text are recognised and go out by page, from 0. */
import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { PlacedPage } from '../layout/page.ts'
import type { OcrPage } from '../ocr/page.ts'
import type { ReadOptions } from '../reader.ts'
import { sharedOcr } from '../recognised.ts'

/** A page with fewer letters than this may be a scan that only carries a stamp or a signature's text. */
const FEW_LETTERS = 60

// Glyphs without a meaning: «\ufffd» and the private area, as fonts without a character map give them.
const UNREADABLE = /[\ufffd\ue000-\uf8ff]/g

const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
])

const textOf = (page: PlacedPage): string => page.runs.map((run) => run.text).join('')

/** Whether a page's text layer is text a person could read. */
export function isGarbage(text: string): boolean {
  const letters = text.replace(/\s/g, '').length
  return letters > 0 && (text.match(UNREADABLE)?.length ?? 0) > letters * 0.2
}

/** Whether a page must be read from its picture: no text, hardly any over a picture, or text nobody can read. */
async function isScanned(document: PDFDocumentProxy, index: number, placed: PlacedPage): Promise<boolean> {
  const text = textOf(placed)
  if (isGarbage(text)) return true
  if (text.replace(/\s/g, '').length >= FEW_LETTERS) return false
  const page = await document.getPage(index + 1)
  const { fnArray } = await page.getOperatorList()
  return fnArray.some((operator) => PICTURES.has(operator))
}

/**
 * Recognises what needs it; `force` recognises every page. Without a recogniser the file fails with `ocr_unavailable`
 * only if no page has text of its own.
 */
export async function recogniseScanned(
  document: PDFDocumentProxy,
  pages: readonly PlacedPage[],
  options: ReadOptions,
): Promise<Result<ReadonlyMap<number, OcrPage>>> {
  const recognised = new Map<number, OcrPage>()
  if (options.ocr === 'never') return succeed(recognised)
  let likelyRotation: OcrPage['rotation'] | undefined
  for (const [index, placed] of pages.entries()) {
    if (options.ocr !== 'force' && !(await isScanned(document, index, placed))) continue
    const page: PDFPageProxy = await document.getPage(index + 1)
    const engine = await sharedOcr()
    const read = await engine.recognisePdfPage(page, {
      signal: options.signal,
      likelyRotation: () => likelyRotation ?? 0,
    })
    page.cleanup()
    if (
      !read.ok &&
      read.failure.code === 'ocr_unavailable' &&
      pages.some((one) => textOf(one).trim() !== '')
    ) {
      continue
    }
    if (!read.ok) return fail(read.failure.code, undefined, read.failure.detail)
    likelyRotation = read.value.rotation
    recognised.set(index, read.value)
    options.onPage?.(index + 1, pages.length)
  }
  return succeed(recognised)
}
