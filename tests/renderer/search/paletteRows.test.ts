/** What the palette offers before anything is typed, and for what is typed. */
import { describe, expect, it } from 'vitest'
import { paletteRows } from '../../../renderer/features/search/paletteRows.ts'

const remembered = {
  recent: ['dân vận khéo', 'tôn giáo'],
  saved: [
    {
      id: 4,
      name: 'Kế hoạch 2023',
      query: 'kind:KH',
      filter: {},
      sort: 'relevance' as const,
      savedAt: '2026-01-01',
    },
  ],
}
const commands = [
  { key: 'review', title: 'Mở: Cần rà soát', target: { screen: 'review' as const } },
  { key: 'files', title: 'Nhập văn bản: Chọn tệp…', target: () => undefined },
]
const rowsFor = (query: string) =>
  paletteRows({ query, answer: null, remembered, commands, searchAll: `Tìm “${query}”`, language: 'vi' })

describe('paletteRows', () => {
  it.each([
    ['', ['recent-dân vận khéo', 'recent-tôn giáo', 'saved-4', 'command-review', 'command-files']],
    ['ra soat', ['search', 'command-review']],
    ['nhap', ['search', 'command-files']],
    ['dan van', ['search', 'recent-dân vận khéo']],
    ['tôn giáo', ['search']],
    ['zzz', ['search']],
  ])('«%s»', (query, keys) => expect(rowsFor(query).map(({ key }) => key)).toEqual(keys))
})
