/** Numbers that stand alone in the cell of a table, and what their rows say of them. */
import { describe, expect, it } from 'vitest'
import { readCitations } from '../../../shared/citations/read.ts'
import type { TextBlock } from '../../../shared/documents/sourceText.ts'
import { bareContext } from '../../golden/vocabulary.ts'

/** A table as the Word reader writes it: rows on lines, cells parted by tabs, a block for each cell. */
function read(rows: readonly (readonly string[])[]) {
  const blocks: TextBlock[] = []
  let text = 'PHỤ LỤC\nDanh mục văn bản\n\n'
  for (const [row, cells] of rows.entries()) {
    for (const [column, words] of cells.entries()) {
      blocks.push({
        kind: 'tableCell',
        table: 0,
        row,
        column,
        start: text.length,
        end: text.length + words.length,
      })
      text += words + (column === cells.length - 1 ? '\n' : '\t')
    }
  }
  const context = { ...bareContext, blocks }
  const { citations } = readCitations(text, context)
  for (const citation of citations) expect(text.slice(citation.start, citation.end)).toBe(citation.raw)
  return citations.map(({ raw, type, date, issuer, subject, governedBy, nestedRelation }) => ({
    raw, type, date, issuer, subject, governedBy, nestedRelation,
  })) // biome-ignore format: a row
}

const FREE = { type: null, date: null, issuer: null, subject: null, governedBy: null, nestedRelation: null }

describe('a number alone in its cell', () => {
  it('takes day, kind, title and issuer from the columns their heads name', () => {
    expect(
      read([
        ['TT', 'Số, ký hiệu', 'Ngày ban hành', 'Cơ quan ban hành', 'Tên loại, trích yếu nội dung'],
        [
          '1',
          '45-KH/TU',
          '12/3/2021',
          'Ban Thường vụ Tỉnh ủy',
          'Kế hoạch thực hiện Nghị quyết số 09-NQ/TW về dân tộc',
        ],
        ['2', '593-QĐ/TU', 'ngày 11/11/2021', 'Tỉnh ủy', 'Quyết định ban hành Quy chế công tác dân vận'],
      ]),
    ).toEqual([
      {
        raw: '45-KH/TU',
        type: 'Kế hoạch',
        date: '2021-03-12',
        issuer: 'Ban Thường vụ Tỉnh ủy',
        subject: 'thực hiện Nghị quyết số 09-NQ/TW về dân tộc',
        governedBy: null,
        nestedRelation: null,
      },
      {
        ...FREE,
        raw: '09-NQ/TW',
        type: 'Nghị quyết',
        subject: 'về dân tộc',
        governedBy: 0,
        nestedRelation: 'implements',
      },
      {
        ...FREE,
        raw: '593-QĐ/TU',
        type: 'Quyết định',
        date: '2021-11-11',
        issuer: 'Tỉnh ủy',
        subject: 'ban hành Quy chế công tác dân vận',
      },
    ])
  })

  it('takes a title that names its kind where the table has no head', () => {
    expect(read([['1', '12-CT/TU', 'Chỉ thị tăng cường công tác dân vận', '05/6/2022']])).toEqual([
      {
        ...FREE,
        raw: '12-CT/TU',
        type: 'Chỉ thị',
        date: '2022-06-05',
        subject: 'tăng cường công tác dân vận',
      },
    ])
  })

  it('keeps the day written in its own cell', () => {
    const rows = [
      ['Số, ký hiệu', 'Ngày họp', 'Trích yếu'],
      ['Kế hoạch số 7-KH/HU, ngày 01/02/2023', '09/9/2023', 'Về công tác dân vận năm 2023'],
    ]
    expect(read(rows)[0]).toMatchObject({
      date: '2023-02-01',
      type: 'Kế hoạch',
      subject: 'Về công tác dân vận năm 2023',
    })
  })

  it.each([
    [
      'a row with two numbers alone',
      [['12-CT/TU', '13-KH/TU', 'Kế hoạch công tác dân vận năm 2022', '05/6/2022']],
      0,
    ],
    [
      'a cell that says more than the number',
      [['Thực hiện 12-CT/TU tại xã', 'Kế hoạch công tác dân vận', '05/6/2022']],
      0,
    ],
    ['words that are no title', [['12-CT/TU', 'Đã xong', '24/39']], 0],
    [
      'a sentence beside a number, no head above',
      [['12-CT/TU', 'đã triển khai đến 100% chi bộ trực thuộc']],
      0,
    ],
  ] as const)('takes nothing from %s', (_, rows, index) => {
    expect(read(rows)[index]).toMatchObject({ date: null, subject: null })
  })
})
