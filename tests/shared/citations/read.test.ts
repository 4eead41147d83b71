/** Tables of sentences and the citations to be read in them, negatives among them, and the laws every text obeys. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CitationReading, readCitations } from '../../../shared/citations/read.ts'
import type { TextBlock } from '../../../shared/documents/sourceText.ts'
import { bareContext } from '../../golden/vocabulary.ts'

function read(text: string, blocks: readonly TextBlock[] = []): CitationReading {
  return readCitations(text, { ...bareContext, blocks })
}
const codes = (text: string): string[] => read(text).warnings.map((warning) => warning.code)

describe('issuer as written', () => {
  it.each<[string, string | null]>([
    ['của Bộ Chính trị về học tập', 'Bộ Chính trị'],
    ['của Ban Chấp hành Trung ương Đảng (khóa XI) về công tác', 'Ban Chấp hành Trung ương Đảng (khóa XI)'],
    ['của Ban Chấp hành Trung ương Đảng, khoá XI về công tác', 'Ban Chấp hành Trung ương Đảng, khoá XI'],
    ['của Ban Thường vụ Huyện ủy Tam Đường về công tác', 'Ban Thường vụ Huyện ủy Tam Đường'],
    ['của Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu ban hành Quy chế', 'Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu'],
    ['của Chính phủ quy định chi tiết', 'Chính phủ'],
    ['của Ban Dân vận Tỉnh ủy và UBND tỉnh về xây dựng', 'Ban Dân vận Tỉnh ủy và UBND tỉnh'],
    ['của Bộ Văn hóa, Thể thao và Du lịch về lễ hội', 'Bộ Văn hóa, Thể thao và Du lịch'],
    ['của Đảng ủy các cơ quan tỉnh về sinh hoạt', 'Đảng ủy các cơ quan tỉnh'],
    ['do Chính phủ ban hành về công tác', 'Chính phủ'],
    ['ngày 07/01/2019 Ban Bí thư về công tác', 'Ban Bí thư'],
    ['của Trung ương.', 'Trung ương'],
    ['đã được triển khai', null],
    [', Ban Thường vụ Tỉnh ủy xây dựng Kế hoạch', null],
  ])('«… số 5-KL/TW %s»', (after, issuer) => {
    expect(read(`- Thực hiện Kết luận số 5-KL/TW ${after}`).citations[0]?.issuer ?? null).toBe(issuer)
  })
})

describe('date in any form', () => {
  it.each<[string, string | null]>([
    [', ngày 03/6/2013', '2013-06-03'],
    [' ngày 18/2/2022', '2022-02-18'],
    [' ngày 09 tháng 01 năm 2015', '2015-01-09'],
    [', 06/8/2014', '2014-08-06'],
    [' (ngày 29-7-2020)', '2020-07-29'],
    [' ngày 03.02.1998', '1998-02-03'],
    [' ngày 2/6/2O22', '2022-06-02'],
    [' ngày 31/02/2021', null],
    [' năm 2021', null],
    [' (24/39 xã)', null],
    [' của Tỉnh ủy ngày 5/5/2021', '2021-05-05'],
  ])('«5-KL/TW%s»', (after, date) => {
    expect(read(`Kết luận số 5-KL/TW${after}`).citations[0]?.date ?? null).toBe(date)
  })
})

describe('title', () => {
  it.each<[string, string | null]>([
    ['về công tác tôn giáo; các văn bản khác', 'về công tác tôn giáo'],
    ['về nhiệm vụ năm 2024, Ban Thường vụ Tỉnh ủy xây dựng Kế hoạch', 'về nhiệm vụ năm 2024'],
    ['về công tác dân tộc, các cấp ủy đã tổ chức học tập', 'về công tác dân tộc'],
    [
      'về phát huy vai trò, nâng cao chất lượng giám sát. Thứ hai',
      'về phát huy vai trò, nâng cao chất lượng giám sát',
    ],
    ['về thi đua “*Dân vận khéo*” năm 2023.', 'về thi đua “Dân vận khéo” năm 2023'],
    ['về việc lập Ban quản lý TP. Lạng Sơn.', 'về việc lập Ban quản lý TP. Lạng Sơn'],
    ['(về công tác cán bộ) và khen thưởng', 'về công tác cán bộ'],
    ['đã tạo chuyển biến', null],
  ])('«… của Tỉnh ủy %s»', (after, subject) => {
    expect(read(`- Thực hiện Kết luận số 5-KL/TU của Tỉnh ủy ${after}`).citations[0]?.subject ?? null).toBe(
      subject,
    )
  })
})

describe('what the document says of the act', () => {
  it.each<[string, string, string | null]>([
    ['- Tiếp tục thực hiện Kết luận số 5-KL/TW.', 'implements', 'CONTINUES_IMPLEMENTING'],
    ['- Sơ kết 05 năm thực hiện Kết luận số 5-KL/TW.', 'reviews', 'REVIEWS_INTERIM'],
    ['- Tổng kết việc thực hiện Kết luận số 5-KL/TW.', 'reviews', 'REVIEWS_FINAL'],
    ['- Đánh giá kết quả thực hiện Kết luận số 5-KL/TW.', 'reviews', 'REPORTS_ON'],
    ['- Sửa đổi, bổ sung Quyết định số 5-QĐ/TU.', 'amends', 'AMENDS'],
    ['Quy định này thay thế Quy định số 5-QĐ/TU.', 'replaces', 'REPLACES'],
    ['- Bãi bỏ Quyết định số 5-QĐ/TU.', 'repeals', 'REPEALS'],
    ['- Đình chỉ thi hành Quyết định số 5/QĐ-UBND.', 'repeals', 'SUSPENDS'],
    ['- Chưa thực hiện Kết luận số 5-KL/TW.', 'mentions', 'CITES'],
    ['- Đã ban hành Kế hoạch số 5-KH/TU.', 'mentions', 'PROMULGATES'],
    ['- Báo cáo kết quả về Tỉnh ủy theo Công văn số 5-CV/TU.', 'implements', 'IN_SPIRIT_OF'],
    ['- Kiện toàn Ban Chỉ đạo thực hiện Kết luận số 5-KL/TW.', 'mentions', null],
    ['- Kết luận số 5-KL/TW là văn bản quan trọng.', 'mentions', null],
    ['Căn cứ Kết luận số 5-KL/TW, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:', 'basis', 'BASED_ON'],
  ])('%s', (text, relation, detail) => {
    expect(read(text).citations[0]).toMatchObject({ relation, relationDetail: detail })
  })
})

describe('slips worth showing', () => {
  it.each<[string, string]>([
    ['Nghị quyết số 139-NQ/TW, ngày 06/12/2023 của Ban Chấp hành Đảng bộ tỉnh', 'symbol_issuer_mismatch'],
    ['Quyết định số 43-KL/TW của Ban Bí thư', 'kind_code_mismatch'],
    ['Kết luận số 5-KL/TU ngày 31/02/2021', 'impossible_date'],
    ['Kết luận số 133-KL/TU, 06/8/2014', 'missing_ngay'],
    ['Kế hoạch số 31/KH-TU của Tỉnh ủy', 'separator_mismatch'],
    ['Kết luận số O8-KL/TU', 'unverified'],
    ['Nghị định số 59/2023/NĐ-CP ngày 14/8/2022', 'year_mismatch'],
    ['Kết luận số 5-KL/TU ngày 1/2/2021; Kết luận số 5-KL/TU ngày 2/2/2021', 'number_two_dates'],
    ['Nghị quyết số 10/NQ-CP của Chính phủ ban hành ban hành Chiến lược', 'doubled_words'],
    ['Kế hoạch số 5-KH/HU ngày 1/2/2019 về thực hiện Kết luận số 6-KL/TU ngày 1/2/2021', 'impossible_edge'],
  ])('%s', (text, code) => {
    expect(codes(text)).toEqual([code])
  })

  it.each([
    'Kết luận số 43-KL/TW, ngày 07/01/2019 của Ban Bí thư',
    'Quy định số 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư',
    'Kế hoạch số 12-KH/ThU ngày 3/3/2021 của Thành ủy',
    // Two resolutions of two terms carry one number.
    'Nghị quyết số 25-NQ/TW ngày 25/7/2008; Nghị quyết số 25-NQ/TW ngày 03/6/2013',
    'Quyết định số 5/QĐ-UBND ngày 1/2/2021; Quyết định số 5/QĐ-UBND ngày 1/2/2022',
    'Luật số 10/2022/QH15 ngày 10/11/2022',
  ])('nothing odd in «%s»', (text) => {
    expect(codes(text)).toEqual([])
  })

  it('suggests the number the issuer would write', () => {
    const [warning] = read('Nghị quyết số 139-NQ/TW của Ban Chấp hành Đảng bộ tỉnh').warnings
    expect(warning?.suggestion).toBe('139-NQ/TU')
  })
})

describe('whole documents', () => {
  it('passes over the own number and reads a decomposed text', () => {
    const text = 'Số: 12/KH-UBND\n\nKẾ HOẠCH\n\nThực hiện Kết luận số 5-KL/TU của Tỉnh ủy.'.normalize('NFD')
    const { citations } = read(text)
    expect(citations.map((citation) => citation.number)).toEqual(['5'])
    expect(citations[0]?.issuer).toBe('Tỉnh ủy')
    expect(text.slice(citations[0]?.start, citations[0]?.end)).toBe('5-KL/TU')
  })

  it('reads a footnote the reader marked as its own passage', () => {
    const note = 'Kế hoạch số 9-KH/HU.'
    const text = `- Thực hiện Kết luận số 5-KL/TU về công tác\n${note}\nbảo vệ rừng.`
    const start = text.indexOf(note)
    const { citations } = read(text, [{ kind: 'note', start, end: start + note.length }])
    expect(citations.map((citation) => citation.subject)).toEqual(['về công tác bảo vệ rừng', null])
  })

  it('keeps the cells of a table apart', () => {
    const text = 'Thực hiện Kết luận số 5-KL/TU về công tác\tKế hoạch số 6-KH/TU'
    const cell = (start: number, end: number, column: number): TextBlock => ({
      kind: 'tableCell',
      start,
      end,
      table: 0,
      row: 0,
      column,
    })
    const tab = text.indexOf('\t')
    const { citations } = read(text, [cell(0, tab, 0), cell(tab + 1, text.length, 1)])
    expect(citations.map((citation) => citation.subject)).toEqual(['về công tác', null])
  })

  it('holds its laws on any mixture of pieces', () => {
    const piece = fc.constantFrom(
      'Kết luận số 5-KL/TW', '217, 218-QĐ/TW', ' về tiếp tục thực hiện ', ' của Bộ Chính trị', ', ngày 3/6/2013', ' và ', '; ',
      '. ', '\n\n', '<sup>1</sup> ', '“', '”', '(khóa XI)', ' Ban Chỉ đạo thực hiện ', ' được sửa đổi bởi ', 'KẾ HOẠCH\n', '- ', ':', 'ệ',
    ) // biome-ignore format: a table
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, isDecomposed) => {
        const text = isDecomposed ? pieces.join('').normalize('NFD') : pieces.join('')
        const { citations, warnings } = read(text)
        let before = 0
        for (const [index, citation] of citations.entries()) {
          expect(text.slice(citation.start, citation.end)).toBe(citation.raw)
          expect(citation.start).toBeGreaterThanOrEqual(before)
          before = citation.end
          expect(citation.governedBy === null).toBe(citation.nestedRelation === null)
          if (citation.governedBy !== null) {
            expect(citation.governedBy).not.toBe(index)
            expect(citations[citation.governedBy]).toBeDefined()
          }
        }
        for (const warning of warnings) expect(warning.end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('hostile near-matches', () => {
  const UNITS = ['12 34 56-', 'số 1-', '25-NQ/', '25 -   NQ /  ', 'số 1, 2, 3, ', 'Kế hoạch số 71-KH/HU về thực hiện ',
    'Nghị quyết số 25-NQ/TW, ', 'Kết luận số 1-KL/TW của Ban Chỉ đạo a b ', '((((“', 'IlOo1', '<sup>1 ', 'a\n\n', 'ĐẢNG ỦY '] // biome-ignore format: a table
  /** Milliseconds of this process's own work: other programs on the machine do not count. */
  const workOf = (unit: string, length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length))
    const before = process.cpuUsage()
    read(text)
    const used = process.cpuUsage(before)
    return (used.user + used.system) / 1000
  }
  /** Below this the work is too small to compare. */
  const FLOOR = 25

  it.each(UNITS)(
    'a megabyte of «%s» costs no more than its length',
    (unit) => {
      workOf(unit, 60_000)
      const small = Math.max(FLOOR, Math.min(workOf(unit, 125_000), workOf(unit, 125_000)))
      const large = workOf(unit, 1_000_000)
      // Eight times the text: linear is 8 times the work, quadratic 64.
      expect(large / small).toBeLessThan(32)
    },
    60_000,
  )
})

describe('«TƯ» of a symbol', () => {
  it.each([
    ['của Tỉnh ủy (khóa XIV)', 'NQ/TU'],
    ['của Ban Chấp hành Đảng bộ tỉnh', 'NQ/TU'],
    ['của Ban Thường vụ Thành ủy', 'NQ/TU'],
    ['của Bộ Chính trị', 'NQ/TW'],
    ['của Ban Chấp hành Trung ương', 'NQ/TW'],
    ['', 'NQ/TW'],
  ])('«13-NQ/TƯ %s» is %s', (issuer, symbol) => {
    expect(read(`Thực hiện Nghị quyết số 13-NQ/TƯ ${issuer}`).citations[0]?.symbol).toBe(symbol)
  })
})
