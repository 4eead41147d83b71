/** Folding: every spelling of a word meets, offsets lead back to the stored text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWord } from '../../../shared/vietnamese/fold.ts'

describe('foldWord', () => {
  it.each([
    ['Đảng ủy', 'dang uy'],
    ['Đảng uỷ', 'dang uy'],
    ['hoà', 'hoa'],
    ['hòa', 'hoa'],
    ['hòa'.normalize('NFD'), 'hoa'],
    ['DÂN VẬN KHÉO', 'dan van kheo'],
    ['ƯƠNG', 'uong'],
    ['văn thƣ', 'van thu'],
    ['25-NQ/TW', '25-nq/tw'],
    ['Ðảng', 'dang'],
    ['quý', 'quy'],
    ['quí', 'qui'],
    ['한국 😀', '한국 😀'],
    ['', ''],
  ])('%s → %s', (word, expected) => {
    expect(foldWord(word)).toBe(expected)
  })

  it('keeps different base letters apart', () => {
    expect(foldWord('dân')).not.toBe(foldWord('dâng'))
    expect(foldWord('tùy')).not.toBe(foldWord('túi'))
  })
})

describe('fold', () => {
  it('maps offsets across dropped marks', () => {
    const source = 'Quy chế dân chủ'.normalize('NFD')
    const folded = fold(source)
    const at = folded.text.indexOf('dan')
    const slice = source.slice(folded.toSource(at), folded.toSource(at + 3))
    expect(slice.normalize('NFC')).toBe('dân')
  })

  it('is idempotent, never longer, and its map never goes back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (source) => {
        const folded = fold(source)
        expect(folded.text.length).toBeLessThanOrEqual(source.length)
        expect(fold(folded.text).text).toBe(folded.text)
        expect(folded.toSource(folded.text.length)).toBe(source.length)
        for (let offset = 1; offset <= folded.text.length; offset += 1) {
          expect(folded.toSource(offset)).toBeGreaterThan(folded.toSource(offset - 1))
        }
      }),
    )
  })

  it('gives the same for composed and decomposed Vietnamese, and for long texts', () => {
    const long = 'Nghị quyết của Ban Chấp hành Trung ương Đảng. '.repeat(1000)
    expect(fold(long.normalize('NFD')).text).toBe(fold(long).text)
  })
})
