/** Passages: the best one is chosen, every match is marked, and every span points into the stored text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSnippet } from '../../../electron/search/snippet.ts'
import { documentOf, libraryOf } from './library.ts'

const FILLER = 'Các cấp ủy tiếp tục lãnh đạo, chỉ đạo thực hiện nhiệm vụ được giao. '.repeat(40)
const TEXT = `${FILLER}Phong trào “Dân vận khéo” được nhân rộng theo Kế hoạch số 25-NQ/TW. ${FILLER}Quần chúng nhân dân.`

const marked = (query: string, text = TEXT): { marks: string[]; all: string[]; snippet: string } => {
  const library = libraryOf([documentOf(1, text)])
  const { interpretedTerms } = library.search(query, { completeLastWord: false })
  const { snippet, start, matches, textMatches } = makeSnippet(text, interpretedTerms)
  expect(text.slice(start, start + snippet.length)).toBe(snippet)
  return {
    marks: matches.map(([from, to]) => snippet.slice(from, to)),
    all: textMatches.map(([from, to]) => text.slice(from, to)),
    snippet,
  }
}

describe('makeSnippet', () => {
  it.each([
    ['dân vận khéo', ['Dân vận khéo']],
    ['dan van kheo', ['Dân vận khéo']],
    ['25nqtw', ['25-NQ/TW']],
    ['"dân vận khéo"', ['Dân vận khéo']],
    ['khéo -tôn_giáo', ['khéo']],
    ['quần chúng nhân dân', ['Quần chúng nhân dân']],
    ['không thấy đâu cả', []],
  ])('marks «%s» as %j', (query, expected) => {
    expect(marked(query).marks).toEqual(expected)
  })

  it('marks single words when the words are nowhere side by side', () => {
    expect(marked('khéo phong').marks).toEqual(['Phong', 'khéo'])
  })

  it('lists every match of the whole text', () => {
    const { all } = marked('lãnh đạo')
    expect(all.length).toBe(80)
    expect(new Set(all)).toEqual(new Set(['lãnh đạo']))
  })

  it.each([
    ['"dân vận khéo"', ['Dân vận khéo']],
    ['"chính trị - xã hội"', ['chính trị - xã hội']],
    ['"dân vận khéo" -"xã hội vùng cao"', ['Dân vận khéo']],
    ['"dân vận khéo" xã hội', ['xã hội', 'Dân vận khéo', 'xã hội', 'Xã hội']],
  ])('marks the whole phrase of «%s», not its parts elsewhere: %j', (query, expected) => {
    const text = `Dân vận ở xã hội. Phong trào “Dân vận khéo” của tổ chức chính trị - xã hội; chính trị. Xã hội; vận khéo.`
    expect(marked(query, text).all).toEqual(expected)
  })

  it('marks the parts where the whole stands in another field', () => {
    const library = libraryOf([
      documentOf(1, 'Dân vận là việc của toàn dân.', { title: 'Thi đua dân vận khéo' }),
    ])
    const { interpretedTerms } = library.search('title:"dân vận khéo"')
    const text = 'Dân vận là việc của toàn dân.'
    expect(makeSnippet(text, interpretedTerms).textMatches).toEqual([[0, 7]])
  })

  it('begins with the sentence when it is near', () => {
    expect(marked('dân vận khéo').snippet.startsWith('Phong trào')).toBe(true)
  })

  it('marks the decomposed text at its own offsets', () => {
    const { marks } = marked('vận khéo', 'Dân vận khéo là một phong trào.'.normalize('NFD'))
    expect(marks.map((mark) => mark.normalize('NFC'))).toEqual(['vận khéo'])
  })

  it('stays near the length asked for, cuts no word and no mark, on any text', () => {
    const word = fc.constantFrom(
      'dân',
      'vận',
      'khéo',
      'Đảng.',
      '25-NQ/TW',
      '“a',
      'x'.repeat(300),
      '😀',
      '\n\n',
      'VÂN',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 300 }), (words) => {
        const text = words.join(' ')
        const passage = makeSnippet(text, {
          syllables: ['kheo', '25nqtw'],
          pairs: ['dan_van', 'van_kheo'],
          phrases: [
            [
              { key: 'van', marks: '' },
              { key: 'kheo', marks: '' },
              { key: 'dang', marks: '' },
            ],
          ],
        })
        expect(text.slice(passage.start, passage.start + passage.snippet.length)).toBe(passage.snippet)
        expect(passage.snippet.length).toBeLessThan(900)
        for (const [from, to] of passage.matches) {
          expect(from).toBeLessThan(to)
          expect(to).toBeLessThanOrEqual(passage.snippet.length)
        }
      }),
    )
  })
})
