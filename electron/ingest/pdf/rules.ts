/** A PDF page comes in, the straight rules drawn on it (table borders) go out, in points from the top left. */
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Rule } from '../layout/page.ts'
import { type Matrix, multiply, toMatrix } from './matrix.ts'

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

// How many numbers follow each drawing command of pdfjs's path buffer: moveTo, lineTo, curveTo, quadraticCurveTo, closePath.
const ARITY = [2, 2, 6, 4, 0]

/** The boxes of a path's straight sub-paths; a curve makes its sub-path useless as a rule. */
function boxesOf(path: readonly number[], matrix: Matrix): readonly Box[] {
  const boxes: (Box & { isCurved: boolean })[] = []
  let at = 0
  while (at < path.length) {
    const command = path[at] ?? 4
    const arity = ARITY[command] ?? 0
    if (command === 0)
      boxes.push({ left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity, isCurved: false })
    const box = boxes.at(-1)
    if (box && command > 1 && command < 4) box.isCurved = true
    if (box && arity >= 2) {
      const x = path[at + arity - 1] ?? 0
      const y = path[at + arity] ?? 0
      const across = matrix[0] * x + matrix[2] * y + matrix[4]
      const down = matrix[1] * x + matrix[3] * y + matrix[5]
      box.left = Math.min(box.left, across)
      box.right = Math.max(box.right, across)
      box.top = Math.min(box.top, down)
      box.bottom = Math.max(box.bottom, down)
    }
    at += 1 + arity
  }
  return boxes.filter((box) => !box.isCurved && Number.isFinite(box.left))
}

const THIN = 2.5
const LONG = 6

/** A thin box is one rule (Word and LibreOffice fill them), a stroked rectangle four. */
function rulesOf(box: Box, isStroked: boolean, page: Box): readonly Rule[] {
  const { left, right, top, bottom } = box
  const width = right - left
  const height = bottom - top
  const middleY = (top + bottom) / 2
  const middleX = (left + right) / 2
  if (height < THIN) return width > LONG ? [{ left, right, top: middleY, bottom: middleY }] : []
  if (width < THIN) return height > LONG ? [{ left: middleX, right: middleX, top, bottom }] : []
  const isWholePage = width > 0.95 * page.right && height > 0.95 * page.bottom
  if (!isStroked || isWholePage) return []
  return [
    { left, right, top, bottom: top },
    { left, right, top: bottom, bottom },
    { left, right: left, top, bottom },
    { left: right, right, top, bottom },
  ]
}

const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill])

/** Reads the page's drawing operators. `viewport` is pdfjs's transform at scale 1. */
export async function readRules(page: PDFPageProxy, viewport: unknown): Promise<readonly Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view
  const bounds: Box = { left: 0, right: Math.abs(x1 - x0), top: 0, bottom: Math.abs(y1 - y0) }
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix = toMatrix(viewport)
  fnArray.forEach((operator, index) => {
    const args: unknown = argsArray[index]
    if (operator === OPS.save) saved.push(matrix)
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix
    else if (operator === OPS.transform) matrix = multiply(matrix, toMatrix(args))
    else if (operator === OPS.constructPath && Array.isArray(args)) {
      const paint = Number(args[0])
      const buffer: unknown = Array.isArray(args[1]) ? args[1][0] : null
      const isStroked = STROKES.has(paint)
      if (!(buffer instanceof Float32Array) || (!isStroked && !FILLS.has(paint))) return
      for (const box of boxesOf(Array.from(buffer), matrix)) rules.push(...rulesOf(box, isStroked, bounds))
    }
  })
  return rules
}
