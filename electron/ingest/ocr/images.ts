/** Bytes of an image file go in; its pages come out as canvases at the engine's resolution. */
import { type Canvas, createCanvas, ImageData, loadImage } from '@napi-rs/canvas'
import utif, { type IFD } from 'utif2'
import { ENGINE_DPI } from './page.ts'
import { scaleCanvas } from './pixels.ts'

/** Long side of an A4 page, inches. */
const A4_LONG_INCHES = 11.69
/** A decoded page above this many pixels is refused: 100 megapixels are 400 MB. */
const MOST_PIXELS = 100_000_000
/** Enlarging further adds nothing a reader could see. */
const LARGEST_ENLARGEMENT = 2.5

/** Thrown for bytes no decoder reads or a page beyond any scanner's size; `file_damaged` at the edge. */
export class ImageFailure extends Error {
  override readonly name = 'ImageFailure'
}

/** How many pages an image file holds: several in a TIFF, else one. */
export function countImagePages(bytes: Uint8Array): number {
  return isTiff(bytes) ? tiffPages(bytes).length : 1
}

/** One page of an image file (0-based) at the engine's resolution. JPEG orientation (EXIF) is obeyed. */
export async function readImagePage(bytes: Uint8Array, index: number): Promise<Canvas> {
  return isTiff(bytes) ? readTiffPage(bytes, index) : readPicture(bytes)
}

/** «II*\0» or «MM\0*». */
function isTiff(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  return (
    (first === 0x49 && second === 0x49 && third === 0x2a && fourth === 0) ||
    (first === 0x4d && second === 0x4d && third === 0 && fourth === 0x2a)
  )
}

const numberTag = (directory: IFD, tag: number): number | null => {
  const value = directory[`t${tag}`]
  const first: unknown = Array.isArray(value) ? value[0] : null
  return typeof first === 'number' ? first : null
}

/** The decoder copies whatever is not an ArrayBuffer: twice a many-page file for every page of it. */
const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer => {
  const isWhole = buffer instanceof ArrayBuffer && byteLength === buffer.byteLength
  return isWhole ? buffer : Uint8Array.from(new Uint8Array(buffer, byteOffset, byteLength)).buffer
}

/** The directories that are pages: thumbnails (NewSubfileType 1) are left out. */
function tiffPages(bytes: Uint8Array): readonly IFD[] {
  return utif
    .decode(viewOf(bytes))
    .filter((directory) => numberTag(directory, 256) !== null && numberTag(directory, 254) !== 1)
}

function readTiffPage(bytes: Uint8Array, index: number): Canvas {
  const directory = tiffPages(bytes)[index]
  if (directory === undefined) throw new ImageFailure(`no page ${index} in the TIFF`)
  refuseHuge(numberTag(directory, 256) ?? 0, numberTag(directory, 257) ?? 0)
  utif.decodeImage(viewOf(bytes), directory)
  const { width, height } = directory
  if (!(width > 0 && height > 0)) throw new ImageFailure('TIFF page without pixels')
  const canvas = createCanvas(width, height)
  const pixels = Uint8ClampedArray.from(utif.toRGBA8(directory))
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0)
  const unit = numberTag(directory, 296) === 3 ? 2.54 : 1 // centimetres or inches
  const dpiX = (numberTag(directory, 282) ?? 0) * unit
  const dpiY = (numberTag(directory, 283) ?? 0) * unit
  // Fax pages have 204 dots an inch across and 98 or 196 down.
  if (dpiX >= 90 && dpiY >= 90) return scaleCanvas(canvas, scaleFor(dpiX), scaleFor(dpiY))
  return scaleBySize(canvas)
}

async function readPicture(bytes: Uint8Array): Promise<Canvas> {
  const picture = await loadImage(Buffer.from(bytes)).catch((error: unknown) => {
    throw new ImageFailure(error instanceof Error ? error.message : String(error))
  })
  refuseHuge(picture.width, picture.height)
  const canvas = createCanvas(picture.width, picture.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff' // a transparent picture is read on white
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0)
  return scaleBySize(canvas)
}

function refuseHuge(width: number, height: number): void {
  if (width * height > MOST_PIXELS) throw new ImageFailure(`${width}×${height} pixels`)
}

const scaleFor = (dpi: number): number => Math.min(LARGEST_ENLARGEMENT, ENGINE_DPI / dpi)

/** Cameras write no useful resolution: a picture in a page's proportions is taken as an A4 page. */
function scaleBySize(canvas: Canvas): Canvas {
  const long = Math.max(canvas.width, canvas.height)
  const short = Math.min(canvas.width, canvas.height)
  const isPage = long / short > 1.2 && long / short < 1.7
  const wanted = A4_LONG_INCHES * ENGINE_DPI
  if (!isPage && long <= wanted * 1.2) return canvas
  const scale = Math.min(LARGEST_ENLARGEMENT, wanted / long)
  return scaleCanvas(canvas, scale, scale)
}
