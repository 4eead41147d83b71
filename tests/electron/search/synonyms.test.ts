/** Phrases held for the same find each other's documents, both ways; parts of numbers are never corrected. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { indexDocument } from '../../../electron/search/indexing.ts'
import { createSearcher } from '../../../electron/search/searcher.ts'
import { collectSynonyms, parseSynonyms } from '../../../shared/vietnamese/synonyms.ts'
import { openIndex } from './database.ts'
import { documentOf } from './library.ts'

const shipped = parseSynonyms(
  JSON.parse(readFileSync(new URL('../../../resources/vocabulary/synonyms.json', import.meta.url), 'utf8')),
)
const db = openIndex()
const texts = [
  'Thực hiện khoán 10 trong nông nghiệp.',
  'Căn cứ Nghị quyết số 10-NQ/TW của Bộ Chính trị.',
  'Cấp sổ đỏ cho nhân dân.',
  'Giấy chứng nhận quyền sử dụng đất của hộ gia đình.',
  'Căn cứ Nghị quyết số 25-NQ/TW; báo cáo t hợp, nq t năm.',
]
texts.forEach((text, at) => {
  indexDocument(db, documentOf(at + 1, text))
})
let groups = shipped
const searcher = createSearcher(db, { synonyms: () => collectSynonyms(groups) })
const find = (query: string): number[] =>
  searcher.search({ query, limit: 9, offset: 0 }).hits.map(({ documentId }) => documentId)

describe('synonyms', () => {
  it.each([
    ['khoán 10', 2],
    ['10-NQ/TW', 1],
    ['sổ đỏ', 4],
    ['giấy chứng nhận quyền sử dụng đất', 3],
  ])('%s', (query, documentId) => {
    expect(find(query)).toContain(documentId)
  })

  it('added by people count from the next search on', () => {
    expect(find('bìa hồng')).not.toContain(3)
    groups = [...shipped, ['bìa hồng', 'sổ đỏ']]
    expect(find('bìa hồng')).toContain(3)
    groups = shipped
  })

  it('refuse a damaged table', () => {
    expect(() => parseSynonyms({ items: [['chỉ một']] })).toThrow()
  })
})

describe('parts of numbers', () => {
  it.each(['25 NQ TW', '25 nq tw', '26 NQ TW', '99 KH BTGDVTU'])(
    '%s is offered no other spelling',
    (query) => {
      expect(searcher.search({ query, limit: 9, offset: 0 }).didYouMean).toBeNull()
    },
  )
})
