/** Text and page image side by side: which page, word and height belong to which offset, and where keys lead. */
import { describe, expect, it } from 'vitest'
import {
  doubtfulFrom,
  heightOf,
  offsetAt,
  pageAt,
  wordAt,
  wordByKey,
} from '../../../renderer/features/reader/pagePlaces.ts'

/** Two columns of a letterhead, then a line across: the text goes down the left column first. */
const ROWS = [
  ['TỈNH', 0.1, 0.1],
  ['ỦY', 0.2, 0.1],
  ['BAN', 0.1, 0.2],
  ['ĐẢNG', 0.6, 0.1],
  ['Số', 0.1, 0.5],
] as const
let at = 100
const words = ROWS.map(([text, left, top], index) => {
  const start = at
  at += text.length + 1
  return {
    start,
    end: start + text.length,
    confidence: index === 2 ? 40 : 95,
    isDoubtful: index === 2,
    left,
    top,
    width: 0.08,
    height: 0.03,
  }
})
const starts = words.map(({ start }) => start)
const page = { start: 100, end: 200 }

describe('page and text', () => {
  it.each([
    [0, 1],
    [99, 1],
    [100, 2],
    [199, 2],
    [200, 3],
    [9999, 3],
  ])('offset %i stands on page %i', (offset, expected) =>
    expect(
      pageAt(
        [
          { start: 0, end: 100 },
          { start: 100, end: 200 },
          { start: 200, end: 300 },
        ],
        offset,
      ),
    ).toBe(expected),
  )

  it.each([
    [99, -1],
    [100, 0],
    [104, 0],
    [starts[1], 1],
    [9999, 4],
  ])('offset %i belongs to word %i', (offset, expected) => expect(wordAt(words, offset ?? 0)).toBe(expected))

  it('has no word on a page without any', () => expect(wordAt([], 5)).toBe(-1))

  it('finds the height of an offset by its word, or by proportion', () => {
    expect(heightOf(words, page, starts[4] ?? 0)).toBe(0.5)
    expect(heightOf(words, page, 100)).toBe(0)
    expect(heightOf([], page, 150)).toBe(0.5)
    expect(heightOf([], page, 5000)).toBe(1)
    expect(heightOf([], { start: 7, end: 7 }, 7)).toBe(0)
  })

  it.each([
    [0, 100],
    [0.15, starts[2]],
    [0.3, starts[4]],
    [0.9, starts[4]],
  ])('finds at height %f the offset %i', (height, expected) =>
    expect(offsetAt(words, page, height)).toBe(expected),
  )

  it('goes by proportion where no word was recognised', () => expect(offsetAt([], page, 0.25)).toBe(125))
})

describe('keys over the words', () => {
  it.each([
    [0, 'ArrowRight', 1],
    [0, 'ArrowLeft', 0],
    [4, 'ArrowRight', 4],
    [1, 'Home', 0],
    [1, 'End', 4],
    [0, 'ArrowDown', 2],
    [2, 'ArrowUp', 0],
    [2, 'ArrowDown', 4],
    [4, 'ArrowDown', 4],
    [3, 'ArrowUp', 3],
    [-1, 'ArrowRight', 0],
  ] as const)('from %i by %s to %i', (from, key, expected) =>
    expect(wordByKey(words, from, key)).toBe(expected),
  )

  it('leads nowhere without words', () => expect(wordByKey([], -1, 'ArrowRight')).toBe(-1))
})

describe('doubtful words', () => {
  const doubtful = [
    { start: 10, end: 12 },
    { start: 30, end: 33 },
  ]
  it.each([
    [0, 1, 10],
    [10, 1, 30],
    [30, 1, undefined],
    [30, -1, 10],
    [10, -1, undefined],
  ] as const)('from %i, way %i, to %s', (offset, way, expected) =>
    expect(doubtfulFrom(doubtful, offset, way)?.start).toBe(expected),
  )
})
