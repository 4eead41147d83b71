/** A page as a canvas goes in; a grey image, straight and without red ink, comes out for the engine. */
import { type Canvas, createCanvas } from '@napi-rs/canvas'

/** Eight-bit grey, row by row from the top left; 0 is black. */
export interface GreyImage {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Red above both others by this much is stamp ink, not text. */
const RED_LEAD = 28

/**
 * Grey of a canvas. Red ink (stamps, red marks over text) shows as its red channel, that is nearly white, while black
 * text under it stays black.
 */
export function greyOf(canvas: Canvas): GreyImage {
  const { width, height } = canvas
  const context = canvas.getContext('2d')
  const data = new Uint8Array(width * height)
  // Strip by strip: four bytes a pixel of a whole page would stay in memory until the next collection.
  for (let top = 0; top < height; top += STRIP_ROWS) {
    const rows = Math.min(STRIP_ROWS, height - top)
    writeGrey(context.getImageData(0, top, width, rows).data, data, top * width)
  }
  return { width, height, data }
}

const STRIP_ROWS = 128

function writeGrey(rgba: Uint8ClampedArray, grey: Uint8Array, offset: number): void {
  for (let index = 0, at = 0; at < rgba.length; index += 1, at += 4) {
    const red = rgba[at] ?? 0
    const green = rgba[at + 1] ?? 0
    const blue = rgba[at + 2] ?? 0
    const isRed = red - green > RED_LEAD && red - blue > RED_LEAD
    grey[offset + index] = isRed ? red : (77 * red + 150 * green + 29 * blue) >> 8
  }
}

/** Gives a canvas's pixels back at once; the canvas is of no further use. */
export function releaseCanvas(canvas: Canvas): void {
  canvas.width = 1
  canvas.height = 1
}

/** A canvas turned clockwise by quarter turns (`rotation`, degrees), then by `skew` degrees about its middle, on white. */
export function turnCanvas(source: Canvas, rotation: number, skew: number): Canvas {
  if (rotation === 0 && skew === 0) return source
  const isOnSide = rotation % 180 === 90
  const turned = createCanvas(
    isOnSide ? source.height : source.width,
    isOnSide ? source.width : source.height,
  )
  const context = turned.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, turned.width, turned.height)
  context.imageSmoothingQuality = 'high'
  context.translate(turned.width / 2, turned.height / 2)
  context.rotate(((rotation + skew) * Math.PI) / 180)
  context.drawImage(source, -source.width / 2, -source.height / 2)
  return turned
}

/** A canvas scaled by `scaleX`, `scaleY` (fax lines are lower than wide) on white. */
export function scaleCanvas(source: Canvas, scaleX: number, scaleY: number): Canvas {
  if (Math.abs(scaleX - 1) < 0.02 && Math.abs(scaleY - 1) < 0.02) return source
  const scaled = createCanvas(
    Math.max(1, Math.round(source.width * scaleX)),
    Math.max(1, Math.round(source.height * scaleY)),
  )
  const context = scaled.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, scaled.width, scaled.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, scaled.width, scaled.height)
  return scaled
}

/** Grey made small by averaging `factor` × `factor` squares: enough to see lines, cheap to search. */
export function shrink(image: GreyImage, factor: number): GreyImage {
  const width = Math.floor(image.width / factor)
  const height = Math.floor(image.height / factor)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      for (let row = 0; row < factor; row += 1) {
        const from = (y * factor + row) * image.width + x * factor
        for (let column = 0; column < factor; column += 1) sum += image.data[from + column] ?? 255
      }
      data[y * width + x] = sum / (factor * factor)
    }
  }
  return { width, height, data }
}
