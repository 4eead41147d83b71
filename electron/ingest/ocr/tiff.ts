/** A grey image goes in, an uncompressed TIFF of it comes out: what the engine's decoder reads fastest and without loss. */
import type { GreyImage } from './pixels.ts'

const SHORT = 3
const LONG = 4
const RATIONAL = 5

/** One strip, little-endian (TIFF 6.0 baseline). `dpi` is written as both resolutions. */
export function encodeTiff(image: GreyImage, dpi: number): Buffer {
  const pixels = image.data.length
  const directory = 8 + pixels + (pixels % 2)
  const resolution = directory + 2 + 12 * 12 + 4
  const tags: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, LONG, image.width],
    [257, LONG, image.height],
    [258, SHORT, 8], // bits a sample
    [259, SHORT, 1], // no compression
    [262, SHORT, 1], // black is zero
    [273, LONG, 8], // where the strip begins
    [277, SHORT, 1],
    [278, LONG, image.height],
    [279, LONG, pixels],
    [282, RATIONAL, resolution],
    [283, RATIONAL, resolution],
    [296, SHORT, 2], // inches
  ]
  const file = Buffer.alloc(resolution + 8)
  file.write('II*\0', 0, 'latin1')
  file.writeUInt32LE(directory, 4)
  file.set(image.data, 8)
  file.writeUInt16LE(tags.length, directory)
  tags.forEach(([tag, type, value], index) => {
    const at = directory + 2 + 12 * index
    file.writeUInt16LE(tag, at)
    file.writeUInt16LE(type, at + 2)
    file.writeUInt32LE(1, at + 4)
    if (type === SHORT) file.writeUInt16LE(value, at + 8)
    else file.writeUInt32LE(value, at + 8)
  })
  file.writeUInt32LE(Math.round(dpi), resolution)
  file.writeUInt32LE(1, resolution + 4)
  return file
}
