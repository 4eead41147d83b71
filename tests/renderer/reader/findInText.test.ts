/** Finding inside one document: without marks any spelling, with marks that spelling only, spans into the stored text. */
import { describe, expect, it } from 'vitest'
import { finderOf } from '../../../renderer/features/reader/findInText.ts'

const TEXT = 'Công tác dân vận. DÂN VẬN khéo, vẫn dẫn dan\nvan; số 25-NQ/TW (khóa XI).'
const find = (typed: string) => finderOf(TEXT)(typed).map(({ start, end }) => TEXT.slice(start, end))

describe('finderOf', () => {
  it.each([
    ['dan van', ['dân vận', 'DÂN VẬN', 'dan\nvan']],
    ['dân vận', ['dân vận', 'DÂN VẬN']],
    ['25-nq/tw', ['25-NQ/TW']],
    ['(khoa xi)', ['(khóa XI)']],
    ['  khéo ', ['khéo']],
    ['.*', []],
    ['', []],
    ['   ', []],
  ])('«%s»', (typed, found) => expect(find(typed)).toEqual(found))

  it('keeps its spans in a text with decomposed marks', () => {
    const text = 'đảng bộ tỉnh'.normalize('NFD')
    const [place] = finderOf(text)('bo tinh')
    expect(place && text.slice(place.start, place.end).normalize('NFC')).toBe('bộ tỉnh')
  })
})
