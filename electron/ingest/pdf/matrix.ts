/** Affine transforms of PDF pages: numbers of unknown shape come in, points moved by them go out. */

/** [a b c d e f] of the PDF specification: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** `m` after `n`: what `n` draws is then moved by `m`. */
export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

/** Reads a matrix pdfjs hands out as an array or typed array; anything else is the identity. */
export function toMatrix(value: unknown): Matrix {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return IDENTITY
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(value, Number)
  return [a, b, c, d, e, f]
}
