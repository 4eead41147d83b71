/** Evidence quotes: short sentences whole, long ones cut at words around the citation, the citation marked in both. */
import { describe, expect, it } from 'vitest'
import { quoteOf } from '../../../shared/citations/quote.ts'

const number = '43-KL/TW'
const long = `${'quán triệt và '.repeat(60)}Kết luận số ${number} ${'tiếp tục thực hiện '.repeat(60)}`.trim()
const whole = (text: string) => ({ start: 0, end: text.length })
const placeOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

describe('quoteOf', () => {
  it('gives a short sentence whole, on one line', () => {
    const text = 'I. Mở đầu\n\nCăn cứ Quyết định\nsố 23-QĐ/TW, ngày 30/7/2021.'
    const place = placeOf(text, '23-QĐ/TW')
    expect(quoteOf(text, { start: 11, end: text.length }, place)).toEqual({
      quote: 'Căn cứ Quyết định số 23-QĐ/TW, ngày 30/7/2021.',
      quoteStart: 21,
      quoteEnd: 29,
    })
  })

  it('cuts a long sentence at words, with the citation inside', () => {
    const { quote } = quoteOf(long, whole(long), placeOf(long, number))
    expect(quote).toMatch(/^…(?:quán|triệt|và) .*43-KL\/TW .*(?:tiếp|tục|thực|hiện)…$/)
    expect(quote.length).toBeLessThan(490)
  })

  it.each([
    ['its beginning', 'quán', 0, /^quán triệt .*…$/],
    ['its end', 'hiện', long.length - 5, /^….*thực hiện$/],
  ])('cuts only one side near %s', (_, words, from, pattern) => {
    expect(quoteOf(long, whole(long), placeOf(long, words, from)).quote).toMatch(pattern)
  })

  it.each([
    ['after a line break', 'Theo\n\n  Kết luận   số 43-KL/TW và', '43-KL/TW', 0],
    ['with a line break inside', 'Theo Kết luận số 43\n-KL/TW và', '43\n-KL/TW', 0],
    ['the second of two alike', 'Kế hoạch 72-KH/HU, thay Kế hoạch 72-KH/HU cũ', '72-KH/HU', 20],
    ['after letters of two code units', '📌📌 Kết luận 43-KL/TW', '43-KL/TW', 0],
    ['at the very beginning', '43-KL/TW được thực hiện', '43-KL/TW', 0],
    ['in the middle of a long one', long, number, 0],
    ['in a long one without a blank to cut at', `${'a'.repeat(400)}43-KL/TW${'b'.repeat(400)}`, number, 0],
    ['longer than a quote', `đầu ${'x'.repeat(600)} cuối`, 'x'.repeat(600), 0],
  ])('marks the citation %s', (_, text, words, from) => {
    const place = placeOf(text, words, from)
    const { quote, quoteStart, quoteEnd } = quoteOf(text, whole(text), place)
    expect(quote.slice(quoteStart, quoteEnd)).toBe(words.replace(/\s+/g, ' '))
    const before = text.slice(0, place.start).replace(/\s+/g, ' ').trimStart()
    expect(before.endsWith(quote.slice(0, quoteStart).replace(/^…/, ''))).toBe(true)
  })
})
