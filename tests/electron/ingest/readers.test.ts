/** The same documents in every format give the same text, numbers, notes, tables and list numbers. */
import { describe, expect, it } from 'vitest'
import type { ReadText } from '../../../electron/ingest/readers/index.ts'
import { findNumbers } from '../../../shared/documents/number.ts'
import { fixtureBytes, readFixture } from './fixtures.ts'

const SAMPLES = ['chi-lang-2023', 'lang-son-2024']
const FORMATS = ['docx', 'doc', 'odt', 'rtf', 'pdf']

const numbersOf = (text: string): readonly string[] =>
  findNumbers(text)
    .map((one) => text.slice(one.start, one.end))
    .sort()

/** Letters only: white space and the marks of emphasis in the text sample say nothing of reading. */
const squash = (text: string): string => text.replace(/[\s*]+/g, '')

function expectSound(source: ReadText): void {
  expect(source.text).toBe(source.text.normalize('NFC'))
  expect(source.pages[0]?.start).toBe(0)
  expect(source.pages.at(-1)?.end).toBe(source.text.length)
  source.pages.forEach((page, index) => {
    if (index > 0) expect(page.start).toBe(source.pages[index - 1]?.end)
  })
  let reached = 0
  for (const block of source.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(reached)
    expect(block.end).toBeGreaterThan(block.start)
    reached = block.end
  }
  expect(reached).toBeLessThanOrEqual(source.text.length)
}

describe.each(SAMPLES)('%s', (sample) => {
  it.each(FORMATS)('reads from .%s what the text sample says', async (format) => {
    const plain = new TextDecoder().decode(fixtureBytes(`${sample}.txt`)).normalize('NFC')
    const source = await readFixture(`${sample}.${format}`)
    expectSound(source)
    const body = squash(plain)
    const read = squash(source.text)
    // The laid-out files have a letterhead before the text; all else is the same to the letter.
    expect(read.slice(read.indexOf(body.slice(0, 12)))).toBe(body)
    expect(numbersOf(source.text)).toEqual([...numbersOf(plain), '118-BC/HU'].sort())
  })

  it('leaves a text file as it is', async () => {
    const source = await readFixture(`${sample}.txt`)
    expectSound(source)
    expect(source.text).toBe(new TextDecoder().decode(fixtureBytes(`${sample}.txt`)).normalize('NFC'))
    expect(source.blocks).toEqual([])
  })
})

describe('a report with notes, lists, a ruled table and running headers', () => {
  const FORMATS_OF_REPORT = ['docx', 'doc', 'odt', 'rtf', 'html', 'pdf']

  it.each(FORMATS_OF_REPORT)(
    '.%s: notes stand after their paragraph, their marks out of the sentence',
    async (format) => {
      const source = await readFixture(`rich.${format}`)
      expectSound(source)
      const notes = source.blocks.filter((block) => block.kind === 'note')
      expect(notes.map((note) => source.text.slice(note.start, note.start + 15))).toEqual([
        '[1] Khóa XI; kè',
        '[2] Đã được sửa',
        '[3] Thay thế Ng',
      ])
      expect(notes.map((note) => source.text.slice((note.noteFor ?? 0) - 9, note.noteFor))).toEqual(
        ['Chính trị', ' Tỉnh ủy', 'Chính phủ'].map((text, index) => (index === 1 ? `ụ${text}` : text)),
      )
      expect(source.text).toContain('của Bộ Chính trị về việc ban hành')
      expect(source.text).toContain('Ban Thường vụ Tỉnh ủy, Ban Dân vận')
    },
  )

  it.each(FORMATS_OF_REPORT)('.%s: list numbers are rebuilt at three levels', async (format) => {
    const { text } = await readFixture(`rich.${format}`)
    const items = text
      .split('\n')
      .flatMap((line) => /^(?:[IVX]+\.|\d\.|[a-z]\)) \S+ \S+/.exec(line)?.[0] ?? [])
    expect(items).toEqual([
      'I. CÔNG TÁC',
      '1. Việc quán',
      'a) Các cấp',
      'b) Các cấp',
      '2. Việc cụ',
      'a) Các cấp',
      'II. KẾT QUẢ',
      '1. Dân vận',
      'a) Các cấp',
      '2. Dân chủ',
      'a) Các cấp',
      'b) Các cấp',
    ])
  })

  it.each(FORMATS_OF_REPORT)(
    '.%s: letterhead and signature column by column, the table row by row',
    async (format) => {
      const { text } = await readFixture(`rich.${format}`)
      expect(
        text.startsWith(
          'TỈNH ỦY LAI CHÂU\nBAN DÂN VẬN\n*\nSố 217-BC/BDVTU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nLai Châu, ngày',
        ),
      ).toBe(true)
      expect(text).toContain(
        'TT\tĐơn vị\tVăn bản đã ban hành\tSố mô hình\n1\tHuyện Tam Đường\tKế hoạch số 12-KH/HU, ngày 03/02/2022 về xây dựng',
      )
      expect(text).toContain('- Lưu Ban Dân vận Tỉnh ủy.\n\nK/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nVàng Văn Thắng')
      expect(text).not.toContain('Lưu hành nội bộ')
    },
  )

  it('gives the same letters from every format', async () => {
    const texts = await Promise.all(
      FORMATS_OF_REPORT.map(async (format) => squash((await readFixture(`rich.${format}`)).text)),
    )
    for (const text of texts) expect(text).toBe(texts[0])
  })

  it('knows the pages of a PDF and the page break of a Word file', async () => {
    const pdf = await readFixture('rich.pdf')
    expect(pdf.pages).toHaveLength(7)
    const docx = await readFixture('rich.docx')
    const [, second] = docx.pages
    expect(docx.text.slice(second?.start).trimStart().startsWith('PHƯƠNG HƯỚNG')).toBe(true)
  })

  it('marks cells with their place', async () => {
    const source = await readFixture('rich.docx')
    const cell = source.blocks.find((block) =>
      source.text.slice(block.start, block.end).startsWith('Công văn số 340'),
    )
    expect(cell).toMatchObject({ kind: 'tableCell', table: 1, row: 2, column: 2 })
  })
})

describe('workbooks', () => {
  it.each(['bang.xlsx', 'bang.xls'])('%s: a row a line, dates as written in Việt Nam', async (name) => {
    const { text } = await readFixture(name)
    expect(text).toBe(
      'bang\n\nTT\tĐơn vị\tVăn bản\tNgày\tSố mô hình\n1\tHuyện Tam Đường\tKế hoạch số 12-KH/HU\t03/02/2022\t25\n2\tHuyện Phong Thổ\tCông văn số 340-CV/HU\t15/03/2022\t31.5',
    )
  })
})
