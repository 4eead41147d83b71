/** Words near each other, and whole runs of them, lift a document above one that has the same words apart. */
import { describe, expect, it } from 'vitest'
import { nearness } from '../../../electron/search/nearness.ts'
import { createSearcher } from '../../../electron/search/searcher.ts'
import { readWords } from '../../../shared/vietnamese/words.ts'
import { documentOf, libraryOf } from './library.ts'

describe('nearness', () => {
  it.each([
    ['side by side', 'dân vận khéo', ['dan', 'van', 'kheo'], 1],
    ['in any order', 'khéo dân vận', ['dan', 'van', 'kheo'], 1],
    ['one word between', 'dân và vận', ['dan', 'van'], 2 / 3],
    ['the nearest place counts', 'dân a b c d vận. Dân vận', ['dan', 'van'], 1],
    ['one of three missing', 'dân vận', ['dan', 'van', 'kheo'], 2 / 3],
    ['a lone word', 'dân', ['dan', 'van'], 0],
    ['none', 'tôn giáo', ['dan', 'van'], 0],
    ['nothing asked', 'dân vận', ['dan'], 0],
  ])('%s', (_, text, keys, expected) => {
    expect(nearness(readWords(text), keys)).toBeCloseTo(expected, 9)
  })
})

describe('a whole run of words', () => {
  const filler = 'Báo cáo tình hình chung của huyện trong năm qua.'
  const library = libraryOf([
    documentOf(1, 'Xét khen thưởng. Khen thưởng, hướng dẫn. '.repeat(6)),
    documentOf(2, `${filler.repeat(6)} Việc xét khen thưởng theo hướng dẫn này. ${filler.repeat(6)}`),
    ...Array.from({ length: 30 }, (_, at) =>
      documentOf(10 + at, `${filler} Khen thưởng, hướng dẫn số ${at}.`),
    ),
  ])

  it('comes before parts of it, however often repeated', () => {
    expect(library.find('xét khen thưởng theo hướng dẫn')[0]).toBe(2)
  })

  it('leaves scores to lunr', () => {
    const { hits } = library.search('xét khen thưởng theo hướng dẫn', { preferMarks: false })
    expect(hits.map(({ rank }) => rank.toFixed(6))).toEqual(hits.map(({ score }) => score.toFixed(6)))
  })
})

describe('a run with a word forgotten or out of order', () => {
  const filler = 'Báo cáo tình hình chung của huyện trong năm qua.'
  const parts = 'Kiểm tra giám sát. Kiểm soát. Quyền lực. Giám sát kiểm tra quyền hạn. '
  const library = libraryOf([
    ...Array.from({ length: 12 }, (_, at) => documentOf(10 + at, `${parts.repeat(3)} ${filler} Số ${at}.`)),
    documentOf(1, `${filler.repeat(4)} Việc kiểm soát chặt chẽ quyền lực được đẩy mạnh. ${filler.repeat(4)}`),
  ])

  it.each(['kiểm soát chẽ quyền lực', 'quyền lực kiểm soát chặt chẽ', 'kiểm soát quyền lực đẩy mạnh'])(
    '«%s» finds first where the words stand near each other',
    (query) => {
      expect(library.find(query, { completeLastWord: false })[0]).toBe(1)
    },
  )

  it('does not count where the texts are not at hand, and orders pages as it orders the whole', () => {
    const whole = library.search('kiểm soát chẽ quyền lực', { limit: 13 }).hits
    const second = library.search('kiểm soát chẽ quyền lực', { limit: 5, offset: 5 }).hits
    expect(second).toEqual(whole.slice(5, 10))
    const blind = createSearcher(library.db).search({
      query: 'kiểm soát chẽ quyền lực',
      limit: 13,
      offset: 0,
    })
    expect(blind.total).toBe(whole.length)
  })
})
