/** Pages of an open PDF come in; those that are pictures of text are recognised and go out by page, from 0. */
import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Failure, fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { PlacedPage } from '../layout/page.ts'
import type { ReadPage, Rotation } from '../ocr/page.ts'
import { renderPdfPage } from '../ocr/render.ts'
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

/** Whether a page may have to be read from its picture: no text, hardly any, or text nobody can read. */
export function mayBeScanned(placed: PlacedPage, ocr: ReadOptions['ocr']): boolean {
  if (ocr === 'never') return false
  const text = textOf(placed)
  return ocr === 'force' || isGarbage(text) || text.replace(/\s/g, '').length < FEW_LETTERS
}

/** Whether such a page has a picture with text nobody read, or no more than a heading. */
async function isScanned(page: PDFPageProxy, placed: PlacedPage, ocr: ReadOptions['ocr']): Promise<boolean> {
  if (ocr === 'force' || isGarbage(textOf(placed))) return true
  const { fnArray } = await page.getOperatorList()
  return fnArray.some((operator) => PICTURES.has(operator))
}

async function hasScanned(
  document: PDFDocumentProxy,
  pages: readonly (readonly [index: number, placed: PlacedPage])[],
  ocr: ReadOptions['ocr'],
): Promise<boolean> {
  for (const [index, placed] of pages) {
    const page = await document.getPage(index + 1)
    const found = await isScanned(page, placed, ocr)
    page.cleanup()
    if (found) return true
  }
  return false
}

/**
 * Recognises what needs it; `force` recognises every page. Without a recogniser the file fails with `ocr_unavailable`
 * only if no page has text of its own. Pages are read several at a time, as many as this process is allowed engines.
 */
export async function recogniseScanned(
  document: PDFDocumentProxy,
  pages: readonly PlacedPage[],
  options: ReadOptions,
): Promise<Result<ReadonlyMap<number, ReadPage>>> {
  const { ocr, signal, known, onPage, onRecognised } = options
  const candidates = [...pages.entries()].filter(([, placed]) => mayBeScanned(placed, ocr))
  const recognised = new Map<number, ReadPage>()
  for (const [index] of candidates) {
    const kept = known?.get(index)
    if (kept) recognised.set(index, kept)
  }
  const waiting = candidates.filter(([index]) => !recognised.has(index))
  // A born-digital file whose last page is nearly empty must not pay for loading the recogniser.
  if (!(await hasScanned(document, waiting, ocr))) {
    onPage?.(pages.length, pages.length)
    return succeed(recognised)
  }
  const engine = await sharedOcr()
  let settled = pages.length - waiting.length
  let failure: Failure | null = null
  let likelyRotation: Rotation = known?.values().next().value?.rotation ?? 0
  const hasText = pages.some((one) => textOf(one).trim() !== '')

  const readPage = async (index: number, placed: PlacedPage): Promise<ReadPage | null> => {
    const read = await engine.recognise(
      async () => {
        // One page that failed fails the file: what still waits is not worth an engine.
        if (failure) return null
        const page = await document.getPage(index + 1)
        const picture = (await isScanned(page, placed, ocr)) ? await renderPdfPage(page) : null
        page.cleanup()
        return picture
      },
      { signal, likelyRotation: () => likelyRotation },
    )
    if (!read.ok) {
      failure ??= read.failure
      return null
    }
    if (read.value) {
      likelyRotation = read.value.rotation
      onRecognised?.(index, read.value)
    }
    return read.value
  }

  const read = await Promise.all(
    waiting.map(async ([index, placed]) => {
      const page = await readPage(index, placed)
      settled += 1
      onPage?.(settled, pages.length)
      return [index, page] as const
    }),
  )
  const stopped = failure as Failure | null // set inside the calls above, which the compiler does not follow
  if (stopped && !(stopped.code === 'ocr_unavailable' && hasText)) {
    return fail(stopped.code, undefined, stopped.detail)
  }
  for (const [index, page] of read) if (page) recognised.set(index, page)
  return succeed(new Map([...recognised].sort(([one], [other]) => one - other)))
}
