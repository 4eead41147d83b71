/** Metadata of whole documents: what may not be borrowed, damaged input, and laws that hold for any text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { METADATA_FIELDS } from '../../../shared/contract/document.ts'
import { readMetadata } from '../../../shared/documents/metadata.ts'
import { loadCases, plainSource } from '../../golden/metadata/score.ts'
import { vocabulary } from '../../golden/vocabulary.ts'

const cases = await loadCases()
const read = (text: string) => readMetadata(plainSource(text), vocabulary)

const withPlainDashes = (metadata: unknown) => JSON.stringify(metadata).replaceAll('–', '-')

const HEADER = ['HUYỆN ỦY CHI LĂNG', '*', 'Số 72-KH/HU', 'ĐẢNG CỘNG SẢN VIỆT NAM']
const page = (...lines: readonly string[]) => [...HEADER, ...lines].join('\n')

describe('the header zone', () => {
  it('gives the number with its place in the text', () => {
    const text = page('Chi Lăng, ngày 13 tháng 12 năm 2021', 'KẾ HOẠCH', 'thực hiện Phong trào')
    const { metadata, spans } = read(text)
    expect(metadata).toMatchObject({
      number: '72',
      symbol: 'KH/HU',
      kind: 'Kế hoạch',
      issuedOn: '2021-12-13',
    })
    const { start, end } = spans.number ?? { start: 0, end: 0 }
    expect(text.slice(start, end)).toBe('72-KH/HU')
  })

  it.each([
    ['a number of the body', 'KẾ HOẠCH\ncông tác năm\n\nCăn cứ Quyết định số 23-QĐ/TW, ngày 30/7/2021.'],
    ['a number in the title', 'KẾ HOẠCH\nthực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013'],
    ['an incoming stamp', 'CÔNG VĂN ĐẾN\nSố: 1287\nNgày: 20/9/2022\nKẾ HOẠCH\ncông tác năm'],
    ['an attached text', 'QUY CHẾ\nlàm việc\n(Ban hành kèm theo Quyết định số 593-QĐ/TU, ngày 11/11/2021)'],
    ['a day in the first sentence', 'BÁO CÁO\ntình hình\n\nNgày 05 tháng 3 năm 2024, Huyện ủy đã họp.'],
  ])('borrows nothing from %s', (_, text) => {
    const { metadata } = read(text)
    expect(metadata.number).toBeNull()
    expect(metadata.issuedOn).toBeNull()
  })

  it.each([
    ['Số      -KH/HU', 'KH/HU'],
    ['Số …-KH/HU', 'KH/HU'],
    ['Số: ……/KH-UBND', 'KH-UBND'],
    ['Số:', null],
  ])('reports the blank of «%s»', (line, symbol) => {
    const { metadata, warnings } = read(
      `HUYỆN ỦY CHI LĂNG\n${line}\nĐẢNG CỘNG SẢN VIỆT NAM\nKẾ HOẠCH\ncông tác`,
    )
    expect(metadata.number).toBeNull()
    expect(metadata.symbol).toBe(symbol)
    expect(warnings.map((warning) => warning.code)).toContain('number_blank')
  })

  it.each([
    ['Chi Lăng, ngày 13 tháng 12 năm 2021', '2021-12-13', 'Chi Lăng'],
    ['Chi Lăng, ngày 13/12/2021', '2021-12-13', 'Chi Lăng'],
    ['TP. Lạng Sơn, ngày O5 tháng Ol năm 2O24', '2024-01-05', 'TP. Lạng Sơn'],
    ['Hà Nội, ngày 3 tháng tư năm 1998', '1998-04-03', 'Hà Nội'],
    ['Ngày 03 tháng 02 năm 2020', '2020-02-03', null],
    ['Chi Lăng, ngày 31 tháng 02 năm 2021', null, 'Chi Lăng'],
    ['Chi Lăng, ngày … tháng 3 năm 2020', null, 'Chi Lăng'],
  ])('reads the day of «%s»', (line, issuedOn, place) => {
    const { metadata } = read(page(line, 'KẾ HOẠCH', 'công tác dân vận'))
    expect(metadata.issuedOn).toBe(issuedOn)
    if (place !== null) expect(metadata.place).toBe(place)
  })

  it.each([
    ['KẾ HOẠCH', 'Kế hoạch'],
    ['K Ế H O Ạ C H', 'Kế hoạch'],
    ['KÉ HOACH', 'Kế hoạch'],
    ['CHƯƠNG TRÌNH HÀNH ĐỘNG', 'Chương trình hành động'],
    ['Báo cáo', 'Báo cáo'],
    ['TỜ TRÌNH', 'Tờ trình'],
  ])('takes the kind from the title line «%s»', (line, kind) => {
    expect(read(page('Chi Lăng, ngày 1 tháng 3 năm 2020', line, 'về công tác dân vận')).metadata.kind).toBe(
      kind,
    )
  })

  it.each([
    ['Số: 27 /QĐ UBND', '27', 'QĐ-UBND'],
    ['Số: 65/QĐ. SLĐTBXH', '65', 'QĐ-SLĐTBXH'],
    ['Số: 1961/QĐUBND', '1961', 'QĐ-UBND'],
    ['Số: 512/TTCP-KHTH', '512', 'TTCP-KHTH'],
  ])('reads the number of «%s»', (line, number, symbol) => {
    const { metadata } = read(
      `UBND HUYỆN CHI LĂNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n${line}\nChi Lăng, ngày 1 tháng 3 năm 2012`,
    )
    expect([metadata.number, metadata.symbol]).toEqual([number, symbol])
  })

  it.each([
    [['HUYỆN ỦY VĂN QUAN', 'BAN DÂN VẬN'], 'Ban Dân vận Huyện ủy Văn Quan'],
    [['HỘI NÔNG DÂN VIỆT NAM', 'BCH HỘI NÔNG DÂN TỈNH LẠNG SƠN'], 'Ban Chấp hành Hội Nông dân tỉnh Lạng Sơn'],
    [['BCH ĐOÀN TỈNH LẠNG SƠN'], 'Ban Chấp hành Đoàn tỉnh Lạng Sơn'],
    [['HỘI ĐỒNG NHÂN DÂN', 'XÃ ĐIỀM HE', 'BAN PHÁP CHẾ'], 'Ban Pháp chế Hội đồng nhân dân xã Điềm He'],
    [['UBND XÃ ĐIỀM HE', 'PHÒNG KINH TẾ'], 'Phòng Kinh tế xã Điềm He'],
    [['LIÊN ĐOÀN LAO ĐỘNG TỈNH LẠNG SƠN', 'CÔNG ĐOÀN VIÊN CHỨC TỈNH'], 'Công đoàn viên chức tỉnh Lạng Sơn'],
    [['BỘ CHỈ HUY QUÂN SỰ TỈNH LẠNG SƠN', 'BAN CHQS HUYỆN VĂN QUAN'], 'Ban Chỉ huy quân sự huyện Văn Quan'],
    [['TỈNH ỦY LẠNG SƠN', 'BÁO LẠNG SƠN'], 'Báo Lạng Sơn'],
    [['TỈNH ỦY LẠNG SƠN', 'TRƯỜNG CHÍNH TRỊ HOÀNG VĂN THỤ'], 'Trường Chính trị Hoàng Văn Thụ'],
    [['ỦY BAN NHÂN DÂN HUYỆN', 'BẢO LÂM'], 'Ủy ban nhân dân huyện Bảo Lâm'],
  ])('names the issuer of %j', (letterhead, issuer) => {
    const lines = [
      ...letterhead,
      '*',
      'Số 12-BC/VP',
      'Lạng Sơn, ngày 3 tháng 2 năm 2025',
      'BÁO CÁO',
      'công tác',
    ]
    expect(read(lines.join('\n')).metadata.issuer).toBe(issuer)
  })

  it('ends a subject at an empty line of a text that has few', () => {
    const { metadata } = read(
      'UBND HUYỆN CHI LĂNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 27/UBND-NV\nV/v dân vận khéo\n\nnăm 2012 và các năm sau',
    )
    expect(metadata.title).toBe('V/v dân vận khéo')
  })

  it('takes no letterhead of a form far below the text', () => {
    const text = `Ủy ban đề nghị các đơn vị báo cáo. ${'Nội dung báo cáo gồm kết quả dân vận khéo.\n'.repeat(50)}`
    const form =
      'UBND HUYỆN CHI LĂNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/BC-UBND\nChi Lăng, ngày 1 tháng 3 năm 2012\nBÁO CÁO'
    const { metadata } = read(text + form)
    expect([metadata.number, metadata.issuedOn, metadata.kind]).toEqual([null, null, null])
  })

  it('warns when code and title line name two kinds', () => {
    const { warnings } = read(page('Chi Lăng, ngày 1 tháng 3 năm 2020', 'BÁO CÁO', 'về công tác dân vận'))
    expect(warnings.map((warning) => warning.code)).toContain('own_kind_code_mismatch')
  })
})

describe('any text', () => {
  it('reads the same decomposed as composed', () => {
    for (const { source } of cases.filter((each) => each.source.blocks.length === 0)) {
      const composed = read(source.text).metadata
      const decomposed = read(source.text.normalize('NFD')).metadata
      // Composing brings dashes to one kind; composed text keeps its own.
      expect(withPlainDashes(decomposed)).toEqual(withPlainDashes(composed))
    }
  })

  it('keeps spans inside the text and confidence beside every value', () => {
    const lines = [
      ...HEADER,
      'Nơi nhận:',
      '- Lưu',
      'T/M BAN THƯỜNG VỤ',
      'KẾ HOẠCH',
      'Lạng Sơn, ngày 1',
      '-----',
      'V/v x',
    ]
    const anyPage = fc.array(fc.oneof(fc.constantFrom(...lines), fc.string({ unit: 'grapheme' })), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(anyPage, (written) => {
        const text = written.join('\n').normalize('NFC')
        const { metadata, spans, warnings } = read(text)
        for (const { start, end } of [...Object.values(spans), ...warnings]) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true)
        }
        for (const field of METADATA_FIELDS) {
          const hasValue = field === 'recipients' ? metadata.recipients.length > 0 : metadata[field] !== null
          expect(metadata.confidence[field] !== undefined).toBe(hasValue)
        }
      }),
      { numRuns: 300 },
    )
  })
})
