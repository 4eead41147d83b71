/** Normalising keeps every character answerable: offsets lead back to the source. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../../shared/vietnamese/normalise.ts'

describe('normalise', () => {
  it.each([
    ['25–NQ∕TW', '25-NQ/TW'],
    ['QÐ, Ɖảng, vӑn', 'QĐ, Đảng, vӑn'],
    ['văn thƣ, NHÀ NƢỚC', 'văn thư, NHÀ NƯỚC'],
    ['a\u00A0b\u2003c', 'a b c'],
    ['３０/2020', '30/2020'],
    ['xuống\ndòng', 'xuống\ndòng'],
  ])('%s reads as %s with offsets unmoved', (source, expected) => {
    const plain = normalise(source)
    expect(plain.text).toBe(expected)
    expect(plain.isAligned).toBe(true)
  })

  it('maps offsets of decomposed text back to the source', () => {
    const source = 'Kết luận số 43-KL/TW của Bộ Chính trị'.normalize('NFD')
    const plain = normalise(source)
    expect(plain.text).toBe('Kết luận số 43-KL/TW của Bộ Chính trị')
    const at = plain.text.indexOf('43-KL/TW')
    expect(source.slice(plain.toSource(at), plain.toSource(at + 8))).toBe('43-KL/TW')
  })

  it('drops what nobody sees and keeps the place of the rest', () => {
    const source = 'số\u200B 12\u00AD-KH/HU'
    const plain = normalise(source)
    expect(plain.text).toBe('số 12-KH/HU')
    expect(plain.toSource(plain.text.length)).toBe(source.length)
    expect(source[plain.toSource(plain.text.indexOf('K'))]).toBe('K')
  })

  const piece = fc.constantFrom(
    'Đảng ',
    'uỷ',
    'Nghị quyết',
    '25-NQ/TW',
    '\u00AD',
    '\u200B',
    '–',
    ' ',
    '\n',
    'ệ',
    '𝔸',
  )
  const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''))

  it('never maps backwards, and there and back is the same place', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (composed, isDecomposed) => {
        const source = isDecomposed ? composed.normalize('NFD') : composed
        const plain = normalise(source)
        let before = -1
        for (let offset = 0; offset <= plain.text.length; offset++) {
          const place = plain.toSource(offset)
          expect(place).toBeGreaterThanOrEqual(before)
          expect(place).toBeLessThanOrEqual(source.length)
          if (offset < plain.text.length) expect(plain.fromSource(place)).toBe(offset)
          before = place
        }
      }),
    )
  })

  it('is its own fixed point', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (source) => {
        const once = normalise(source).text
        expect(normalise(once).text).toBe(once)
      }),
    )
  })
})
