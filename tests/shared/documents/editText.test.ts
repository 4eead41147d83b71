/** A text edited by hand: every span moves along, what was read of the words replaced is gone. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editText, keepsLines } from '../../../shared/documents/editText.ts'
import type { SourceText } from '../../../shared/documents/sourceText.ts'

const warning = (start: number, end: number) => ({ start, end, code: 'low_confidence', message: '' })

/** Words over two pages, a block a line, a warning and a recognised word each. */
function sourceOf(text: string): SourceText {
  const lines = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }))
  const words = [...text.matchAll(/[^\s]+/g)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
  const half = text.indexOf('\n') + 1
  return {
    text,
    pages: [
      { start: 0, end: half },
      { start: half, end: text.length },
    ],
    blocks: lines.map((line) => ({ ...line, kind: 'paragraph' })),
    warnings: words.map(({ start, end }) => warning(start, end)),
    recognised: [
      {
        page: 0,
        confidence: 90,
        rotation: 0,
        skew: 0,
        width: 10,
        height: 10,
        words: words.map((word) => ({
          ...word,
          confidence: 50,
          original: null,
          box: { left: 0, top: 0, width: 1, height: 1 },
        })),
      },
    ],
  }
}

describe('editText', () => {
  it('moves what stands behind and drops what was read of the word', () => {
    const edited = editText(sourceOf('dan van\nkheo léo'), { start: 0, end: 3, replacement: 'công dân' })
    expect(edited.text).toBe('công dân van\nkheo léo')
    expect(edited.pages).toEqual([
      { start: 0, end: 13 },
      { start: 13, end: 21 },
    ])
    expect(edited.blocks.map(({ start, end }) => edited.text.slice(start, end))).toEqual([
      'công dân van',
      'kheo léo',
    ])
    expect(edited.warnings.map(({ start, end }) => edited.text.slice(start, end))).toEqual([
      'van',
      'kheo',
      'léo',
    ])
    expect(edited.recognised?.[0]?.words).toHaveLength(3)
  })

  it('keeps pages covering the text and untouched words as they were, for any edit', () => {
    const line = fc
      .array(fc.constantFrom('dân', 'vận', 'ở', 'xã'), { minLength: 1, maxLength: 6 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(
        line,
        line,
        fc.nat(40),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('', 'x', 'dài hơn hẳn'),
        (one, two, from, length, replacement) => {
          const source = sourceOf(`${one}\n${two}`)
          const edit = { start: from, end: from + length, replacement }
          if (!keepsLines(source.text, edit)) return
          const edited = editText(source, edit)
          expect(edited.pages.at(0)?.start).toBe(0)
          expect(edited.pages.at(-1)?.end).toBe(edited.text.length)
          expect(edited.pages[0]?.end).toBe(edited.pages[1]?.start)
          const untouched = source.warnings.filter(({ start, end }) => end <= edit.start || start >= edit.end)
          expect(edited.warnings.map(({ start, end }) => edited.text.slice(start, end))).toEqual(
            untouched.map(({ start, end }) => source.text.slice(start, end)),
          )
        },
      ),
    )
  })

  it.each([
    [0, 3, 'dân', true],
    [0, 0, 'x', false],
    [5, 9, 'x', false],
    [0, 3, 'a\nb', false],
    [0, 99, 'x', false],
  ])('edit [%i, %i) by %j keeps its lines: %s', (start, end, replacement, kept) =>
    expect(keepsLines('dan van\nkheo', { start, end, replacement })).toBe(kept),
  )
})
