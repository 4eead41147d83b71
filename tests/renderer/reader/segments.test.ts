/** Cutting a text into paragraphs, chunks and runs: nothing is lost, and every cut stands where it should. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageStartsOf } from '../../../renderer/features/reader/decorations.ts'
import { type Marking, piecesOf } from '../../../renderer/features/reader/runs.ts'
import {
  chunksOf,
  citationAt,
  lastStartingBy,
  overlapping,
  paragraphsOf,
} from '../../../renderer/features/reader/segments.ts'

const someText = fc.string({ unit: fc.constantFrom('a', 'ệ', ' ', '\n', 'Đ', '1'), maxLength: 400 })

describe('paragraphs and chunks', () => {
  it('joined again give the text', () => {
    fc.assert(
      fc.property(someText, fc.integer({ min: 1, max: 120 }), (text, length) => {
        const paragraphs = paragraphsOf(text)
        expect(paragraphs.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text)
        const chunks = chunksOf(paragraphs, length)
        expect(chunks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        expect(chunks.flatMap((chunk) => chunk.paragraphs)).toEqual(paragraphs)
      }),
    )
  })

  it('takes kind and look from the block a line begins in', () => {
    const text = 'KẾ HOẠCH\nnội dung\nGhi chú'
    const [heading, body, note] = paragraphsOf(text, [
      { start: 0, end: 8, kind: 'heading', isBold: true, isCentred: true },
      { start: 18, end: 25, kind: 'note', noteFor: 12 },
    ])
    expect(heading).toMatchObject({ kind: 'heading', isBold: true, isCentred: true })
    expect(body).toMatchObject({ kind: 'paragraph', isBold: false })
    expect(note).toMatchObject({ kind: 'note', start: 18, end: 25 })
  })

  it('gives the cells of a table row, but none for a lone cell', () => {
    const text = 'TT\tNội dung\nmột ô'
    const cell = (start: number, end: number) => ({ start, end, kind: 'tableCell' as const, table: 0 })
    const [row, lone] = paragraphsOf(text, [cell(0, 2), cell(3, 11), cell(12, 17)])
    expect(row?.cells).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 11 },
    ])
    expect(lone?.cells).toEqual([])
  })

  it('never splits a paragraph longer than a chunk', () => {
    const text = `${'a'.repeat(500)}\nb`
    expect(chunksOf(paragraphsOf(text), 100).map(({ start, end }) => [start, end])).toEqual([
      [0, 501],
      [501, 503],
    ])
  })
})

describe('places in order', () => {
  const items = [
    { start: 2, end: 4 },
    { start: 6, end: 9 },
    { start: 9, end: 12 },
  ]
  it.each([
    [0, 0],
    [2, 0],
    [5, 0],
    [6, 1],
    [99, 2],
  ])('the last starting by %i is %i', (offset, index) => expect(lastStartingBy(items, offset)).toBe(index))

  it('overlapping takes what shares a character, not what only touches', () => {
    expect(overlapping(items, { start: 4, end: 6 })).toEqual([])
    expect(overlapping(items, { start: 3, end: 7 })).toEqual(items.slice(0, 2))
    expect(overlapping([], { start: 0, end: 9 })).toEqual([])
  })

  it.each([
    [0, 0],
    [6, 1],
    [7, 2],
    [10, null],
  ])('the first citation from %i on is %s', (offset, index) => expect(citationAt(items, offset)).toBe(index))
  it('has no citation where there is none', () => expect(citationAt([], 0)).toBeNull())
})

describe('runs', () => {
  it('joined again give the stretch, each run inside or outside of each marking', () => {
    const marking = fc.record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 15 }) })
    fc.assert(
      fc.property(fc.array(marking, { maxLength: 6 }), (some) => {
        const span = { start: 5, end: 40 }
        const markings: Marking[] = some.map(({ start, length }) => ({
          start,
          end: start + length,
          mark: 'match',
        }))
        const runs = piecesOf(span, [], markings).flatMap((piece) => piece.runs)
        expect(runs[0]?.start).toBe(span.start)
        expect(runs.at(-1)?.end).toBe(span.end)
        for (const [at, run] of runs.entries()) {
          expect(run.end).toBeGreaterThan(run.start)
          if (at > 0) expect(run.start).toBe(runs[at - 1]?.end)
          const isInside = markings.some(({ start, end }) => start <= run.start && end >= run.end)
          const isTouched = markings.some(({ start, end }) => start < run.end && end > run.start)
          expect(run.marks.includes('match')).toBe(isInside)
          expect(isTouched).toBe(isInside)
        }
      }),
    )
  })

  it('keeps a citation with a match inside as one piece of several runs', () => {
    const citation = { start: 3, end: 11 }
    const pieces = piecesOf({ start: 0, end: 20 }, [citation], [{ start: 6, end: 8, mark: 'match' }])
    expect(pieces.map((piece) => [piece.citation === citation, piece.runs.length])).toEqual([
      [false, 1],
      [true, 3],
      [false, 1],
    ])
  })

  it('begins a new piece at a page, even inside a paragraph', () => {
    const pieces = piecesOf({ start: 0, end: 10 }, [], [], [{ start: 4, page: 2 }])
    expect(pieces.map(({ page, runs }) => [page, runs[0]?.start])).toEqual([
      [null, 0],
      [2, 4],
    ])
  })

  it('sets a page’s mark at its first letter, not at the line ends before it', () => {
    const text = 'một\n\n  hai'
    expect(
      pageStartsOf(text, [
        { start: 0, end: 4 },
        { start: 4, end: text.length },
      ]),
    ).toEqual([
      { start: 0, page: 1 },
      { start: 7, page: 2 },
    ])
  })
})
