/** A page of an open PDF goes in, its picture at the engine's resolution comes out. */
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ENGINE_DPI } from './page.ts'

/** A page larger than A2 at the engine's resolution is drawn smaller. */
const LONGEST_SIDE = 4700

/** Draws a page on white; annotations and form fields are drawn as a printer would. */
export async function renderPdfPage(page: PDFPageProxy, dpi: number = ENGINE_DPI): Promise<Canvas> {
  const points = page.getViewport({ scale: 1 })
  const wanted = dpi / 72
  const scale = Math.min(wanted, LONGEST_SIDE / Math.max(points.width, points.height))
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const parameters = {
    canvas: null,
    canvasContext: canvas.getContext('2d'),
    viewport,
    intent: 'print',
    background: '#fff',
  }
  // pdfjs names the browser's context type; the canvas library's context has every call it makes.
  await page.render(parameters as unknown as Parameters<typeof page.render>[0]).promise
  page.cleanup()
  return canvas
}
