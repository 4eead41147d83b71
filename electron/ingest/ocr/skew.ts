/** A grey page goes in; how far its lines are from level comes out, and whether they run up the page. */
import { type GreyImage, shrink } from './pixels.ts'

/** What the lines of a page show. `skew` in degrees: turn the page by it, clockwise positive, to level the lines. */
export interface LineDirection {
  readonly skew: number
  /** True when the lines run up or down the page: it lies on its side. */
  readonly isOnSide: boolean
}

/** Scanners and hands are off by a few degrees at most. */
const LARGEST_SKEW = 5
/** Less than this is not worth resampling the page. */
const LEAST_SKEW = 0.15
/** Points enough to see the lines; more only cost time. */
const MOST_POINTS = 60_000

/** Multiples of it fall evenly between whole numbers. */
const GOLDEN_SHARE = 0.618034

interface Points {
  readonly across: Float32Array
  readonly down: Float32Array
}

/**
 * Finds the direction of the lines by projection: dark points are counted on rows tilted by each angle, and the
 * angle that gathers them into the sharpest rows is the lines' own.
 */
export function findLineDirection(page: GreyImage): LineDirection {
  const small = shrink(page, Math.max(1, Math.round(page.width / 800)))
  const points = darkPoints(small)
  if (points.across.length < 200) return { skew: 0, isOnSide: false }
  const level = sharpestAngle(points.across, points.down)
  const upright = sharpestAngle(points.down, points.across)
  const isOnSide = upright.sharpness > 1.25 * level.sharpness
  const angle = isOnSide ? upright.angle : -level.angle
  return { skew: Math.abs(angle) < LEAST_SKEW ? 0 : angle, isOnSide }
}

/** Dark points away from the edges, where scanners leave black bars. */
function darkPoints(image: GreyImage): Points {
  const threshold = darkThreshold(image)
  const marginX = Math.round(image.width * 0.03)
  const marginY = Math.round(image.height * 0.03)
  const across: number[] = []
  const down: number[] = []
  for (let y = marginY; y < image.height - marginY; y += 1) {
    for (let x = marginX; x < image.width - marginX; x += 1) {
      if ((image.data[y * image.width + x] ?? 255) >= threshold) continue
      across.push(x - image.width / 2)
      down.push(y - image.height / 2)
    }
  }
  const step = Math.max(1, Math.ceil(across.length / MOST_POINTS))
  const keep = (_: number, index: number): boolean => index % step === 0
  return { across: Float32Array.from(across.filter(keep)), down: Float32Array.from(down.filter(keep)) }
}

/** Midway between the paper and the darkest twentieth of what is darker than the paper. */
function darkThreshold(image: GreyImage): number {
  const counts = new Uint32Array(256)
  for (const value of image.data) counts[value] = (counts[value] ?? 0) + 1
  const valueAt = (share: number): number => {
    let left = share * image.data.length
    for (let value = 0; value < 256; value += 1) {
      left -= counts[value] ?? 0
      if (left <= 0) return value
    }
    return 255
  }
  return (valueAt(0.01) + valueAt(0.6)) / 2
}

function sharpestAngle(
  along: Float32Array,
  across: Float32Array,
): { readonly angle: number; readonly sharpness: number } {
  let best = { angle: 0, sharpness: sharpnessAt(along, across, 0) }
  const tryAngles = (from: number, to: number, step: number): void => {
    for (let angle = from; angle <= to + 1e-6; angle += step) {
      const sharpness = sharpnessAt(along, across, angle)
      if (sharpness > best.sharpness) best = { angle, sharpness }
    }
  }
  tryAngles(-LARGEST_SKEW, LARGEST_SKEW, 0.5)
  const coarse = best.angle
  tryAngles(coarse - 0.4, coarse + 0.4, 0.1)
  return best
}

/** Sum of squared steps between neighbouring rows: high when rows are either full or empty. */
function sharpnessAt(along: Float32Array, across: Float32Array, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const rows = new Float32Array(4096)
  for (let index = 0; index < along.length; index += 1) {
    // Points sit on whole pixels, which makes level rows look sharper than they are: a spread of two pixels, the same at
    // every angle, takes that advantage away.
    const spread = 2 * ((index * GOLDEN_SHARE) % 1) - 1
    const row = Math.round((across[index] ?? 0) + spread - slope * (along[index] ?? 0)) + 2048
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1
  }
  let sharpness = 0
  for (let row = 1; row < rows.length; row += 1) sharpness += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2
  return sharpness
}
