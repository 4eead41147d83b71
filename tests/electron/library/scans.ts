/** Pages of the sample plans come in, files as a scanner writes them go out: pixels without text. */
import { readFileSync } from 'node:fs'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type GreyImage, greyOf } from '../../../electron/ingest/ocr/pixels.ts'
import { renderPdfPage } from '../../../electron/ingest/ocr/render.ts'
import { PDF_SOURCES } from '../../../electron/ingest/pdf/sources.ts'

/** A page of `tests/fixtures/ocr`, drawn at `dpi`. */
export async function drawFixture(name: string, page = 1, dpi = 200): Promise<Canvas> {
  const data = Uint8Array.from(readFileSync(new URL(`../../fixtures/ocr/${name}.pdf`, import.meta.url)))
  const document = await getDocument({ data, verbosity: 0, ...PDF_SOURCES }).promise
  const canvas = await renderPdfPage(await document.getPage(page), dpi)
  await document.loadingTask.destroy()
  return canvas
}

/** The top of a page: a letterhead is recognised in a fraction of a page's time. */
export function topOf(page: Canvas, rows: number): Canvas {
  const top = createCanvas(page.width, rows)
  top.getContext('2d').drawImage(page, 0, 0)
  return top
}

const SHORT = 3
const LONG = 4
const RATIONAL = 5
const TAGS = 11
const DIRECTORY_BYTES = 2 + TAGS * 12 + 4
const RESOLUTION_BYTES = 8

/** A grey TIFF of several pages, uncompressed, little-endian: for each its pixels, its directory, its resolution. */
export function encodePages(pages: readonly Canvas[], dpi: number): Buffer {
  const greys = pages.map(greyOf)
  const header = Buffer.alloc(8)
  header.write('II*\0', 'latin1')
  header.writeUInt32LE(8 + (greys[0]?.data.length ?? 0), 4)
  const parts: Buffer[] = [header]
  let start = 8
  for (const [index, grey] of greys.entries()) {
    const end = start + grey.data.length + DIRECTORY_BYTES + RESOLUTION_BYTES
    const next = greys[index + 1]
    parts.push(Buffer.from(grey.data), directoryOf(grey, start, next ? end + next.data.length : 0, dpi))
    start = end
  }
  return Buffer.concat(parts)
}

function directoryOf({ width, height, data }: GreyImage, start: number, next: number, dpi: number): Buffer {
  const resolution = start + data.length + DIRECTORY_BYTES
  const tags: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, LONG, width],
    [257, LONG, height],
    [258, SHORT, 8], // bits a sample
    [259, SHORT, 1], // no compression
    [262, SHORT, 1], // black is zero
    [273, LONG, start],
    [277, SHORT, 1],
    [278, LONG, height],
    [279, LONG, data.length],
    [282, RATIONAL, resolution],
    [283, RATIONAL, resolution],
  ]
  const bytes = Buffer.alloc(DIRECTORY_BYTES + RESOLUTION_BYTES)
  bytes.writeUInt16LE(tags.length)
  for (const [index, [tag, type, value]] of tags.entries()) {
    const at = 2 + 12 * index
    bytes.writeUInt16LE(tag, at)
    bytes.writeUInt16LE(type, at + 2)
    bytes.writeUInt32LE(1, at + 4)
    if (type === SHORT) bytes.writeUInt16LE(value, at + 8)
    else bytes.writeUInt32LE(value, at + 8)
  }
  bytes.writeUInt32LE(next, DIRECTORY_BYTES - 4)
  bytes.writeUInt32LE(dpi, DIRECTORY_BYTES)
  bytes.writeUInt32LE(1, DIRECTORY_BYTES + 4)
  return bytes
}

/** A PDF with a page for each part: a picture as a scanner puts it there, or words set in a font of every reader. */
export function encodePdf(pages: readonly (Canvas | string)[]): Buffer {
  const objects = new Map<number, Buffer>()
  const put = (id: number, head: string, stream?: Buffer): void => {
    const parts = stream ? [`${head}stream\n`, stream, '\nendstream'] : [head]
    objects.set(id, Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))))
  }
  const pageId = (index: number): number => 4 + 3 * index
  put(1, '<</Type/Catalog/Pages 2 0 R>>')
  put(
    2,
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${pageId(index)} 0 R`).join(' ')}]>>`,
  )
  put(3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>')
  for (const [index, page] of pages.entries()) {
    const id = pageId(index)
    const isText = typeof page === 'string'
    const height = isText ? 842 : (595 * page.height) / page.width
    const drawing = isText ? `BT /F 9 Tf 72 760 Td (${page}) Tj ET` : `q 595 0 0 ${height} 0 0 cm /I Do Q`
    put(
      id,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 ${height}]/Contents ${id + 2} 0 R` +
        `/Resources<</Font<</F 3 0 R>>/XObject<</I ${id + 1} 0 R>>>>>>`,
    )
    const jpeg = isText ? Buffer.alloc(0) : page.toBuffer('image/jpeg', 90)
    const [width, rows] = isText ? [1, 1] : [page.width, page.height]
    put(
      id + 1,
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${rows}/ColorSpace/DeviceRGB/BitsPerComponent 8` +
        `/Filter/DCTDecode/Length ${jpeg.length}>>`,
      jpeg,
    )
    put(id + 2, `<</Length ${drawing.length}>>`, Buffer.from(drawing))
  }
  const parts = [Buffer.from('%PDF-1.4\n')]
  const starts: number[] = []
  let at = parts[0]?.length ?? 0
  for (let id = 1; id <= objects.size; id += 1) {
    const whole = Buffer.concat([
      Buffer.from(`${id} 0 obj\n`),
      objects.get(id) ?? Buffer.alloc(0),
      Buffer.from('\nendobj\n'),
    ])
    starts.push(at)
    at += whole.length
    parts.push(whole)
  }
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.size + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
