/** The direction of lines on made-up pages. */

import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { greyOf, turnCanvas } from '../../../../electron/ingest/ocr/pixels.ts'
import { findLineDirection } from '../../../../electron/ingest/ocr/skew.ts'

/** A page of broken black lines, as text looks from afar. */
function page() {
  const canvas = createCanvas(1240, 1754)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#000'
  for (let line = 0; line < 30; line += 1) {
    for (let word = 0; word < 9; word += 1)
      context.fillRect(150 + word * 105 + (line % 3) * 9, 220 + line * 42, 80 - (word % 4) * 9, 14)
  }
  return canvas
}

describe('findLineDirection', () => {
  for (const degrees of [-4, -2, -0.5, 0, 0.5, 2, 4]) {
    it(`levels a page turned by ${degrees}°`, () => {
      const { skew, isOnSide } = findLineDirection(greyOf(turnCanvas(page(), 0, degrees)))
      expect(isOnSide).toBe(false)
      expect(skew).toBeCloseTo(-degrees, 0)
      expect(Math.abs(skew + degrees)).toBeLessThanOrEqual(0.15)
    })
    it(`sees a page on its side, turned by ${degrees}° more`, () => {
      const { skew, isOnSide } = findLineDirection(greyOf(turnCanvas(page(), 90, degrees)))
      expect(isOnSide).toBe(true)
      expect(Math.abs(skew + degrees)).toBeLessThanOrEqual(0.15)
    })
  }
  it('leaves an empty page alone', () => {
    const canvas = createCanvas(800, 1000)
    canvas.getContext('2d').fillStyle = '#fff'
    canvas.getContext('2d').fillRect(0, 0, 800, 1000)
    expect(findLineDirection(greyOf(canvas))).toEqual({ skew: 0, isOnSide: false })
  })
})

describe('greyOf', () => {
  it('lets red ink vanish and keeps black under it', () => {
    const canvas = createCanvas(3, 1)
    const context = canvas.getContext('2d')
    for (const [x, colour] of ['#d0202a', '#101010', '#ffffff'].entries()) {
      context.fillStyle = colour
      context.fillRect(x, 0, 1, 1)
    }
    const [red, black, white] = greyOf(canvas).data
    expect(red).toBeGreaterThan(190)
    expect(black).toBeLessThan(40)
    expect(white).toBe(255)
  })
})
