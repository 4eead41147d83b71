/** Signature blocks and distribution lists: layouts met, and lines that are neither. */
import { describe, expect, it } from 'vitest'
import { readLastPage } from '../../../shared/documents/lastPage.ts'

const read = (...lines: readonly string[]) => readLastPage(lines.join('\n'), 0)

describe('signatures', () => {
  it.each([
    [
      ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', '', 'Lành Văn Hòa'],
      'Lành Văn Hòa',
      'T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ',
    ],
    [
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Tẩn Thị Quế'],
      'Tẩn Thị Quế',
      'TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
    ],
    [['TRƯỞNG BAN', '(Đã ký)', 'TS. Nông Thị Mai Lan'], 'Nông Thị Mai Lan', 'TRƯỞNG BAN'],
    [
      ['T/L BAN THƯỜNG VỤ', 'CHÁNH VĂN PHÒNG', 'Hứa Văn Chung'],
      'Hứa Văn Chung',
      'T/L BAN THƯỜNG VỤ, CHÁNH VĂN PHÒNG',
    ],
    [['TRƯỞNG BAN', 'Đã ký: Nông Thị Mai Lan'], 'Nông Thị Mai Lan', 'TRƯỞNG BAN'],
    [['CHỈ HUY TRƯỞNG', 'Đại tá Hoàng Văn Thành'], 'Hoàng Văn Thành', 'CHỈ HUY TRƯỞNG'],
    [['BÍ THƯ', 'NGUYỄN VĂN HẢI'], 'NGUYỄN VĂN HẢI', 'BÍ THƯ'],
    [['PHÓ BÍ THƯ THƯỜNG', 'TRỰC', 'Vàng Văn Thắng'], 'Vàng Văn Thắng', 'PHÓ BÍ THƯ THƯỜNG TRỰC'],
  ])('%j', (block, signer, title) => {
    const { signatures } = read('Nơi nhận:', '- Như trên,', '- Lưu VT.', ...block)
    expect(signatures.map((each) => [each.signer, each.title])).toEqual([[signer, title]])
  })

  it('keeps the organ spoken for', () => {
    const { signatures } = read('Nơi nhận:', '- Lưu.', 'T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Trần Văn Thử')
    expect(signatures[0]?.onBehalfOf).toBe('BAN THƯỜNG VỤ')
  })

  it.each([
    [
      [
        'CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN',
        'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
        'Điều 1. Ban hành',
      ],
    ],
    [['T/M BAN THƯỜNG VỤ', 'BÍ THƯ']],
    [['Nguyễn Văn An', 'Lê Thị Bình']],
  ])('%j is unsigned', (lines) => {
    expect(read(...lines).signatures).toEqual([])
  })

  it('reads two blocks side by side apart', () => {
    const { signatures } = read(
      'Cuộc họp kết thúc lúc 17 giờ.',
      'THƯ KÝ                              CHỦ TRÌ',
      '',
      'Hoàng Thị Bích                      Lăng Văn Tuyến',
    )
    expect(signatures.map((each) => [each.title, each.signer])).toEqual([['CHỦ TRÌ', 'Lăng Văn Tuyến']])
  })

  it.each([
    ['PHỤ LỤC', 'Danh mục báo cáo'],
    ['Mẫu số 02', 'TÊN ĐƠN VỊ'],
    ['(Kèm theo Công văn số 12-CV/HU)'],
  ])('takes none of the forms behind «%s»', (...annex) => {
    const form = ['TRƯỞNG PHÒNG', '(Ký tên, đóng dấu)', 'Lê Văn Mẫu']
    const list = ['Nơi nhận:', '- Lưu VT.', 'GIÁM ĐỐC', 'Bế Thị Liễu']
    expect(read(...list, ...annex, ...form).signatures.map((each) => each.signer)).toEqual(['Bế Thị Liễu'])
  })

  it('takes the signature that stands behind an annex when none stands before it', () => {
    const { signatures } = read('Nơi nhận:', '- Lưu VT.', 'PHỤ LỤC', 'TRƯỞNG BAN', 'Nông Thị Mai Lan')
    expect(signatures.map((each) => each.signer)).toEqual(['Nông Thị Mai Lan'])
  })

  it('is read below a table in columns', () => {
    const { signatures } = read(
      'Thôn                    Số mô hình',
      'Nà Mu                   03',
      'Nơi nhận:',
      '- Lưu: VT.',
      'CHỦ TỊCH',
      'Hứa Thị Mơ',
    )
    expect(signatures.map((each) => each.signer)).toEqual(['Hứa Thị Mơ'])
  })

  it('leaves the copier out', () => {
    const { signatures, recipients } = read(
      'Nơi nhận:',
      '- Lưu VT.',
      'TRƯỞNG BAN',
      'Nông Thị Mai Lan',
      'SAO Y BẢN CHÍNH',
      'Nơi nhận:',
      '- Các chi bộ.',
      'CHÁNH VĂN PHÒNG',
      'Hứa Văn Chung',
    )
    expect(signatures.map((each) => each.signer)).toEqual(['Nông Thị Mai Lan'])
    expect(recipients?.items).toEqual(['Lưu VT'])
  })
})

describe('recipients', () => {
  it.each([
    [
      ['- Như trên,', '- Lưu: VT, NV.'],
      ['Như trên', 'Lưu: VT, NV'],
    ],
    [
      ['- Các phòng, ban, UBND các xã, thị', 'trấn;', '- Lưu VT.'],
      ['Các phòng, ban, UBND các xã, thị trấn', 'Lưu VT'],
    ],
    [
      ['Như trên;', 'Lưu: VT.'],
      ['Như trên', 'Lưu: VT'],
    ],
    [
      ['+ Như trên', '• Lưu VP./.'],
      ['Như trên', 'Lưu VP'],
    ],
    [['- Như trên; - Lưu: VT.'], ['Như trên', 'Lưu: VT']],
    [
      ['- - Như trên;', '- + Lưu VP.'],
      ['Như trên', 'Lưu VP'],
    ],
  ])('%j', (lines, items) => {
    expect(read('Nơi nhận:', ...lines, '', 'TRƯỞNG BAN', 'Vi Thị Hạnh').recipients?.items).toEqual(items)
  })
  it('are absent where no list stands', () => {
    expect(read('Đề nghị nơi nhận: các huyện báo cáo.').recipients).toBeNull()
  })
})
