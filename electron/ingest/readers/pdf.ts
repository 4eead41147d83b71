/** Bytes of a PDF come in, its text laid out in reading order goes out; a PDF of images only is `no_text_layer`. */
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { PlacedPage, PlacedRun } from '../layout/page.ts'
import { countJumps, readGlyphs } from '../pdf/glyphs.ts'
import { readRules } from '../pdf/rules.ts'
import { mayBeScanned, recogniseScanned } from '../pdf/scanned.ts'
import { PDF_SOURCES } from '../pdf/sources.ts'
import type { Reader } from '../reader.ts'
import { layOutRecognised } from '../recognised.ts'

const PAGES_BETWEEN_CLEANING = 100

/** Runs that jump back: none in good files, 7–8 in a hundred where letters come from a fallback font. */
const FALLBACK_SHARE = 0.005

/** Reads the text layer. `onPage` is called after each page. */
export const readPdf: Reader = async (bytes, options) => {
  const opened = await openPdf(bytes, options.password)
  if (!opened.ok) return opened
  const document = opened.value
  try {
    const pages: { placed: PlacedPage; jumps: number }[] = []
    let finished = 0
    for (let number = 1; number <= document.numPages; number += 1) {
      if (options.signal?.aborted) return fail('cancelled')
      const page = await document.getPage(number)
      const placed = await placePage(page)
      pages.push({ placed, jumps: countJumps(placed.runs) })
      page.cleanup()
      // pdfjs keeps fonts and page data of all it has seen; at 2,000 pages that is what fills the process.
      if (number % PAGES_BETWEEN_CLEANING === 0) await document.cleanup()
      // A page that may have to be recognised is not finished yet.
      if (!mayBeScanned(placed, options.ocr) || options.known?.has(number - 1)) finished += 1
      options.onPage?.(finished, document.numPages)
    }
    const mended = await mendFallback(document, pages)
    const recognised = await recogniseScanned(document, mended, options)
    if (!recognised.ok) return recognised
    const source = await layOutRecognised(mended, recognised.value)
    return source.text.trim() === '' ? fail('no_text_layer') : succeed(source)
  } finally {
    await document.loadingTask.destroy()
  }
}

/** Places the pages again glyph by glyph where a document is set with a fallback font. */
async function mendFallback(
  document: PDFDocumentProxy,
  pages: readonly { readonly placed: PlacedPage; readonly jumps: number }[],
): Promise<readonly PlacedPage[]> {
  const jumps = pages.reduce((sum, page) => sum + page.jumps, 0)
  const runs = pages.reduce((sum, page) => sum + page.placed.runs.length, 0)
  const mended: PlacedPage[] = []
  for (const [index, { placed, jumps: own }] of pages.entries()) {
    if (own === 0 || jumps < 2 || jumps < runs * FALLBACK_SHARE) mended.push(placed)
    else {
      const page = await document.getPage(index + 1)
      const glyphs = await readGlyphs(page, page.getViewport({ scale: 1 }).transform)
      // A page turned on its side keeps the ordinary reading.
      mended.push(glyphs.length > 0 ? { ...placed, runs: glyphs } : placed)
      page.cleanup()
    }
  }
  return mended
}

/** Opens a PDF offline, scripts and fonts of the page left alone; encrypted, empty and damaged files are failures. */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<Result<PDFDocumentProxy>> {
  try {
    const task = getDocument({
      // pdfjs takes the buffer over, so it gets a copy of its own.
      data: Uint8Array.from(bytes),
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      stopAtErrors: false,
      ...PDF_SOURCES,
      ...(password === undefined ? {} : { password }),
    })
    return succeed(await task.promise)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.name === 'PasswordException') return fail('password_protected')
    return fail('file_damaged', undefined, error.message)
  }
}

/** Which way the text of a page runs: 0, 90, 180 or 270 degrees, by the number of characters. */
function dominantTurn(items: readonly { turn: number; text: string }[]): number {
  const counts = new Map<number, number>()
  for (const { turn, text } of items) counts.set(turn, (counts.get(turn) ?? 0) + text.length)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0
}

/** The runs of one page in points from the top left, turned upright; text set across it (watermarks) is left out. */
async function placePage(page: PDFPageProxy): Promise<PlacedPage> {
  const viewport = page.getViewport({ scale: 1 })
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = viewport.transform as readonly number[]
  const content = await page.getTextContent({ disableNormalization: true, includeMarkedContent: false })
  const items = content.items.flatMap((item, order) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [ia = 0, ib = 0, ic = 0, id = 0, ie = 0, itemF = 0] = item.transform.map(Number)
    const across = a * ia + c * ib
    const down = b * ia + d * ib
    const turn = ((Math.round(Math.atan2(down, across) / (Math.PI / 2)) % 4) + 4) % 4
    const tilt = Math.abs(Math.atan2(down, across) - (turn > 2 ? turn - 4 : turn) * (Math.PI / 2))
    const size = Math.hypot(a * ic + c * id, b * ic + d * id)
    const x = a * ie + c * itemF + e
    const y = b * ie + d * itemF + f
    return [
      {
        text: item.str,
        turn,
        isTilted: tilt > 0.1 && Math.abs(tilt - 2 * Math.PI) > 0.1,
        size,
        x,
        y,
        width: item.width,
        order,
      },
    ]
  })
  const turn = dominantTurn(items)
  const isOnSide = turn % 2 === 1
  const width = isOnSide ? viewport.height : viewport.width
  const height = isOnSide ? viewport.width : viewport.height
  const upright = (x: number, y: number): readonly [number, number] => {
    if (turn === 1) return [y, viewport.width - x]
    if (turn === 2) return [viewport.width - x, viewport.height - y]
    if (turn === 3) return [viewport.height - y, x]
    return [x, y]
  }
  const runs = items.flatMap((item): readonly PlacedRun[] => {
    if (item.turn !== turn || item.isTilted || item.size <= 0) return []
    const [left, baseline] = upright(item.x, item.y)
    return [{ text: item.text, left, right: left + item.width, baseline, size: item.size, order: item.order }]
  })
  const rules = turn === 0 && looksTabular(runs) ? await readRules(page, viewport.transform) : null
  return { width, height, runs, rules }
}

/** Reading the drawing operators doubles a page's cost, so it is done only where text stands side by side. */
function looksTabular(runs: readonly PlacedRun[]): boolean {
  const sorted = [...runs].sort((one, other) => one.baseline - other.baseline || one.left - other.left)
  let gaps = 0
  for (const [index, run] of sorted.entries()) {
    const next = sorted[index + 1]
    if (!next || Math.abs(next.baseline - run.baseline) > 0.25 * run.size) continue
    if (next.left - run.right > run.size) gaps += 1
  }
  return gaps >= 2
}
