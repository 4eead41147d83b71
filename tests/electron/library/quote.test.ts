/** Evidence quotes: short sentences whole, long ones cut at words around the citation. */
import { describe, expect, it } from 'vitest'
import { quoteOf } from '../../../electron/library/quote.ts'

const long = `${'quán triệt và '.repeat(60)}Kết luận số 43-KL/TW ${'tiếp tục thực hiện '.repeat(60)}`
const at = long.indexOf('43-KL/TW')

describe('quoteOf', () => {
  it('gives a short sentence whole, on one line', () => {
    const text = 'I. Mở đầu\n\nCăn cứ Quyết định\nsố 23-QĐ/TW, ngày 30/7/2021.'
    expect(quoteOf(text, { start: 11, end: text.length }, 35)).toBe(
      'Căn cứ Quyết định số 23-QĐ/TW, ngày 30/7/2021.',
    )
  })

  it('cuts a long sentence at words, with the citation inside', () => {
    const quote = quoteOf(long, { start: 0, end: long.length }, at)
    expect(quote).toMatch(/^…(?:quán|triệt|và) .*43-KL\/TW .*(?:tiếp|tục|thực|hiện)…$/)
    expect(quote.length).toBeLessThan(490)
  })

  it.each([
    ['its beginning', 3, /^quán triệt .*…$/],
    ['its end', long.length - 3, /^….*thực hiện$/],
  ])('cuts only one side near %s', (_, place, pattern) => {
    expect(quoteOf(long.trim(), { start: 0, end: long.trim().length }, place)).toMatch(pattern)
  })
})
