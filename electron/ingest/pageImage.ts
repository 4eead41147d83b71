/** Bytes of a file and a page number come in, that page as a JPEG comes out: PDFs and pictures, turned upright on request. */
import type { Canvas } from '@napi-rs/canvas'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import { countImagePages, ImageFailure, readImagePage } from './ocr/images.ts'
import { releaseCanvas, scaleCanvas, turnCanvas } from './ocr/pixels.ts'
import { renderPdfPage } from './ocr/render.ts'
import { openPdf } from './readers/pdf.ts'
import { sniff } from './sniff.ts'

/** What to draw: the page from 0, at most `maxWidth` pixels wide, after quarter turns clockwise and `skew` degrees. */
export interface PageImageRequest {
  readonly page: number
  readonly maxWidth: number
  readonly rotation: number
  readonly skew: number
}

/** A drawn page; `pages` is how many the file has. */
export interface PageImage {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
  readonly pages: number
}

/** Text stays sharp and a page of a scan is about 300 KB. */
const JPEG_QUALITY = 82
const MOST_DPI = 300
/** A strip of receipts a thousand pages long must not become a gigapixel. */
const MOST_PIXELS = 16_000_000

/**
 * Draws a page. Fails with `no_page_image` for formats without pages of their own (Word lays its text out anew on every
 * machine), `not_found` for a page the file does not have, and with what the readers of PDF and pictures fail with.
 */
export async function drawPage(
  fileName: string,
  bytes: Uint8Array,
  request: PageImageRequest,
  password?: string,
): Promise<Result<PageImage>> {
  const format = await sniff(bytes, fileName)
  if (!format.ok) return fail('no_page_image', fileName, format.failure.code)
  if (format.value === 'pdf') return drawPdfPage(fileName, bytes, request, password)
  if (format.value === 'image') return drawPicture(fileName, bytes, request)
  return fail('no_page_image', fileName, format.value)
}

async function drawPdfPage(
  fileName: string,
  bytes: Uint8Array,
  request: PageImageRequest,
  password: string | undefined,
): Promise<Result<PageImage>> {
  const opened = await openPdf(bytes, password)
  if (!opened.ok) return fail(opened.failure.code, fileName, opened.failure.detail)
  const document = opened.value
  try {
    if (request.page >= document.numPages) return fail('not_found', fileName, `page ${request.page + 1}`)
    const page = await document.getPage(request.page + 1)
    const { width, height } = page.getViewport({ scale: 1 })
    const across = request.rotation % 180 === 0 ? width : height
    // Half a pixel less: drawing rounds up.
    const dpi = Math.min(MOST_DPI, ((request.maxWidth - 0.5) / across) * 72)
    return succeed(finish(await renderPdfPage(page, dpi), request, document.numPages))
  } finally {
    await document.loadingTask.destroy()
  }
}

async function drawPicture(
  fileName: string,
  bytes: Uint8Array,
  request: PageImageRequest,
): Promise<Result<PageImage>> {
  try {
    const pages = countImagePages(bytes)
    if (request.page >= pages) return fail('not_found', fileName, `page ${request.page + 1}`)
    return succeed(finish(await readImagePage(bytes, request.page), request, pages))
  } catch (error) {
    if (!(error instanceof ImageFailure)) throw error
    return fail('file_damaged', fileName, error.message)
  }
}

function finish(canvas: Canvas, { maxWidth, rotation, skew }: PageImageRequest, pages: number): PageImage {
  const turned = turnCanvas(canvas, rotation, skew)
  const { width, height } = turned
  const scale = Math.min(1, maxWidth / width, Math.sqrt(MOST_PIXELS / (width * height)))
  const scaled = scaleCanvas(turned, scale, scale)
  const image = {
    jpeg: Uint8Array.from(scaled.toBuffer('image/jpeg', JPEG_QUALITY)),
    width: scaled.width,
    height: scaled.height,
    pages,
  }
  for (const one of new Set([canvas, turned, scaled])) releaseCanvas(one)
  return image
}
