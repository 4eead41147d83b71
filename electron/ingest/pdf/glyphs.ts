/** A PDF page comes in, its glyphs go out as short runs, each exactly where it is drawn. */
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PlacedRun } from '../layout/page.ts'
import { IDENTITY, type Matrix, multiply, toMatrix } from './matrix.ts'

interface TextState {
  size: number
  scale: number
  charSpacing: number
  wordSpacing: number
  leading: number
  rise: number
}

interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value

const numberAt = (args: unknown, index: number): number =>
  Array.isArray(args) || args instanceof Float32Array ? Number(args[index] ?? 0) : 0

/**
 * Follows the page's text operators glyph by glyph (PDF 32000-1, 9.4). Where a font lacks accented letters, programs
 * draw the line with holes and fill them from another font afterwards; runs of whole strings then overlap, and only
 * the glyphs' own places tell the order. `viewport` is pdfjs's transform at scale 1.
 */
export async function readGlyphs(page: PDFPageProxy, viewport: unknown): Promise<readonly PlacedRun[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const walk = new GlyphWalk(toMatrix(viewport))
  fnArray.forEach((operator, index) => {
    walk.take(operator, argsArray[index])
  })
  return walk.runs
}

class GlyphWalk {
  readonly runs: PlacedRun[] = []
  #page: Matrix
  readonly #saved: { page: Matrix; state: TextState }[] = []
  #state: TextState = { size: 0, scale: 1, charSpacing: 0, wordSpacing: 0, leading: 0, rise: 0 }
  #text: Matrix = IDENTITY
  #line: Matrix = IDENTITY

  constructor(viewport: Matrix) {
    this.#page = viewport
  }

  take(operator: number, args: unknown): void {
    const state = this.#state
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) {
      this.#saved.push({ page: this.#page, state: { ...state } })
      const form: unknown = operator === OPS.save || !Array.isArray(args) ? null : args[0]
      if (form) this.#page = multiply(this.#page, toMatrix(form))
    } else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) {
      const saved = this.#saved.pop()
      if (saved) {
        this.#page = saved.page
        this.#state = saved.state
      }
    } else if (operator === OPS.transform) this.#page = multiply(this.#page, toMatrix(args))
    else if (operator === OPS.beginText) this.#moveTo(IDENTITY)
    else if (operator === OPS.setTextMatrix) {
      this.#moveTo(toMatrix(Array.isArray(args) && args.length === 1 ? args[0] : args))
    } else if (operator === OPS.moveText) this.#moveBy(numberAt(args, 0), numberAt(args, 1))
    else if (operator === OPS.setLeadingMoveText) {
      state.leading = -numberAt(args, 1)
      this.#moveBy(numberAt(args, 0), numberAt(args, 1))
    } else if (operator === OPS.nextLine) this.#moveBy(0, -state.leading)
    else if (operator === OPS.setFont) state.size = numberAt(args, 1)
    else if (operator === OPS.setHScale) state.scale = numberAt(args, 0) / 100
    else if (operator === OPS.setCharSpacing) state.charSpacing = numberAt(args, 0)
    else if (operator === OPS.setWordSpacing) state.wordSpacing = numberAt(args, 0)
    else if (operator === OPS.setLeading) state.leading = -numberAt(args, 0)
    else if (operator === OPS.setTextRise) state.rise = numberAt(args, 0)
    else if (operator === OPS.showText && Array.isArray(args)) this.#show(args[0])
  }

  #moveTo(matrix: Matrix): void {
    this.#text = matrix
    this.#line = matrix
  }

  #moveBy(x: number, y: number): void {
    this.#moveTo(multiply(this.#line, [1, 0, 0, 1, x, y]))
  }

  #show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return
    const { size, scale, charSpacing, wordSpacing, rise } = this.#state
    for (const glyph of glyphs as readonly unknown[]) {
      if (typeof glyph === 'number') {
        this.#advance((-glyph / 1000) * size * scale)
        continue
      }
      if (!isGlyph(glyph)) continue
      const width = (glyph.width / 1000) * size * scale
      this.#place(glyph.unicode, width / scale, rise)
      this.#advance(width + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale)
    }
  }

  #advance(by: number): void {
    this.#text = multiply(this.#text, [1, 0, 0, 1, by, 0])
  }

  #place(text: string, width: number, rise: number): void {
    const matrix = multiply(this.#page, this.#text)
    const size = this.#state.size * Math.hypot(matrix[2], matrix[3])
    // Text set on its side is left to the ordinary reading.
    if (text === '' || size <= 0 || Math.abs(matrix[1]) > 0.1 * Math.abs(matrix[0])) return
    const left = matrix[4] + matrix[2] * rise
    const baseline = matrix[5] + matrix[3] * rise
    const right = left + width * Math.hypot(matrix[0], matrix[1])
    const last = this.runs.at(-1)
    const isNext =
      last !== undefined &&
      Math.abs(left - last.right) < 0.06 * size &&
      Math.abs(baseline - last.baseline) < 0.02 * size &&
      Math.abs(size - last.size) < 0.01 * size
    if (isNext) this.runs[this.runs.length - 1] = { ...last, text: last.text + text, right }
    else this.runs.push({ text, left, right, baseline, size, order: this.runs.length })
  }
}

/** How many runs jump back on their own line: letters filled in from another font after the line was drawn. */
export function countJumps(runs: readonly PlacedRun[]): number {
  return runs.filter((run, index) => {
    const previous = runs[index - 1]
    if (!previous || Math.abs(run.baseline - previous.baseline) > 0.3 * run.size) return false
    return run.left < previous.right - 0.25 * run.size && run.left > previous.left - 40 * run.size
  }).length
}
