/** An overview of a picture comes in; it is drawn small on a canvas, with a frame around what is seen now. */
import type { Overview } from './explorerPicture.ts'
import type { PictureColours } from './pictureColours.ts'

const MARGIN = 6
const DOT_PX = 1.2

/** Where a share of the picture stands on the minimap. */
interface Scale {
  readonly x: (share: number) => number
  readonly y: (share: number) => number
}

/** The dots of one overview, drawn once. */
interface Ground {
  readonly points: Overview['points']
  readonly picture: HTMLCanvasElement
  readonly scale: Scale
}

/** Grounds by the canvas they are for: while the picture only moves, the frame alone is drawn anew. */
const grounds = new WeakMap<HTMLCanvasElement, Ground>()

/** Draws the overview. */
export function drawMinimap(
  canvas: HTMLCanvasElement,
  { points, seen }: Overview,
  colours: PictureColours,
): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  const { width, height } = canvas
  const known = grounds.get(canvas)
  const ground = known?.points === points ? known : drawGround(points, width, height, colours)
  grounds.set(canvas, ground)
  const { picture, scale } = ground
  context.clearRect(0, 0, width, height)
  context.drawImage(picture, 0, 0)
  context.strokeStyle = colours.strong
  context.lineWidth = 1.5
  const left = Math.max(1, scale.x(seen.x))
  const top = Math.max(1, scale.y(seen.y))
  const right = Math.min(width - 1, scale.x(seen.x + seen.width))
  const bottom = Math.min(height - 1, scale.y(seen.y + seen.height))
  context.strokeRect(left, top, right - left, bottom - top)
}

/** The share of the whole picture a place on the minimap stands for, pixels from its corner in; null before anything is drawn. */
export function shareAt(canvas: HTMLCanvasElement, x: number, y: number): { x: number; y: number } | null {
  const scale = grounds.get(canvas)?.scale
  if (scale === undefined) return null
  const shareOf = (of: (share: number) => number, at: number): number => (at - of(0)) / (of(1) - of(0))
  return { x: shareOf(scale.x, x), y: shareOf(scale.y, y) }
}

function drawGround(
  points: Overview['points'],
  width: number,
  height: number,
  colours: PictureColours,
): Ground {
  const picture = document.createElement('canvas')
  picture.width = width
  picture.height = height
  let [left, right, top, bottom] = [0, 1, 0, 1]
  points.forEach(({ x, y }, at) => {
    left = at === 0 ? x : Math.min(left, x)
    right = at === 0 ? x : Math.max(right, x)
    top = at === 0 ? y : Math.min(top, y)
    bottom = at === 0 ? y : Math.max(bottom, y)
  })
  const factor = Math.min(
    (width - 2 * MARGIN) / Math.max(right - left, 1e-6),
    (height - 2 * MARGIN) / Math.max(bottom - top, 1e-6),
  )
  const scale = {
    x: (share: number): number => width / 2 + (share - (left + right) / 2) * factor,
    y: (share: number): number => height / 2 + (share - (top + bottom) / 2) * factor,
  }
  const context = picture.getContext('2d')
  if (context !== null) {
    context.fillStyle = colours.node
    for (const { x, y } of points) context.fillRect(scale.x(x), scale.y(y), DOT_PX, DOT_PX)
  }
  return { points, picture, scale }
}
