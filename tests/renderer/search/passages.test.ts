/** Passages around matches: joined when near, cut at words, every match where the text has it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passagesOf } from '../../../renderer/features/search/passages.ts'

const PAGES = [
  { start: 0, end: 500 },
  { start: 500, end: 2000 },
]

describe('passagesOf', () => {
  it('joins near matches and parts far ones, with their pages', () => {
    const text = `dân vận khéo ${'việc khác '.repeat(60)}dân vận ở xã`
    const far = text.lastIndexOf('dân vận')
    const passages = passagesOf(text, PAGES, [
      [0, 3],
      [4, 7],
      [far, far + 7],
    ])
    expect(passages.map(({ firstMatch, page, matches }) => [firstMatch, page, matches.length])).toEqual([
      [0, 1, 2],
      [2, 2, 1],
    ])
    expect(passages[1]?.text.startsWith(' ')).toBe(false)
  })

  it('gives nothing for a text without a match', () => expect(passagesOf('dân vận', PAGES, [])).toEqual([]))

  it('keeps every match as the text has it', () => {
    const words = fc.array(fc.constantFrom('dân', 'vận', 'khéo', 'công', 'tác', '\n'), {
      minLength: 1,
      maxLength: 200,
    })
    fc.assert(
      fc.property(words, fc.constantFrom('dân', 'khéo'), (parts, wanted) => {
        const text = parts.join(' ')
        const matches = [...text.matchAll(new RegExp(wanted, 'g'))].map(({ index }): [number, number] => [
          index,
          index + wanted.length,
        ])
        const passages = passagesOf(text, [{ start: 0, end: text.length }], matches)
        const shown = passages.flatMap((passage) => passage.matches.map(([a, b]) => passage.text.slice(a, b)))
        expect(shown).toEqual(matches.map(() => wanted))
        for (const { start, text: part } of passages)
          expect(text.slice(start, start + part.length)).toBe(part)
      }),
    )
  })
})
