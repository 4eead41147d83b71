/** Issuing bodies by name and code: series, level and territory key, with and without a context. */
import { describe, expect, it } from 'vitest'
import {
  type BodyContext,
  describeBody,
  describeIssuerCode,
  NO_CONTEXT,
} from '../../../shared/documents/bodies.ts'
import { ordinaryCase } from '../../../shared/documents/bodyNames.ts'
import { vocabulary } from '../../golden/vocabulary.ts'

const CHI_LANG: BodyContext = {
  province: 'Lạng Sơn',
  district: 'Chi Lăng',
  commune: null,
  date: '2023-01-01',
}

describe('describeBody', () => {
  it.each([
    ['Ban Thường vụ Tỉnh ủy', 'Tỉnh ủy Lạng Sơn', 'TU', 'province', 'Lạng Sơn'],
    ['Ban Chấp hành Đảng bộ tỉnh khóa XVII', 'Tỉnh ủy Lạng Sơn', 'TU', 'province', 'Lạng Sơn'],
    ['Tỉnh uỷ Lai Châu', 'Tỉnh ủy Lai Châu', 'TU', 'province', 'Lai Châu'],
    ['Ban Dân vận Tỉnh ủy', 'Ban Dân vận Tỉnh ủy Lạng Sơn', 'BDVTU', 'province', 'Lạng Sơn'],
    ['Huyện ủy', 'Huyện ủy Chi Lăng', 'HU', 'district', 'Lạng Sơn/Chi Lăng'],
    ['Văn phòng Huyện ủy', 'Văn phòng Huyện ủy Chi Lăng', 'VPHU', 'district', 'Lạng Sơn/Chi Lăng'],
    ['Đảng ủy xã Bằng Mạc', 'Đảng ủy xã Bằng Mạc', 'ĐU', 'commune', 'Lạng Sơn/Chi Lăng/xã Bằng Mạc'],
    ['Thành ủy Lạng Sơn', 'Thành ủy Lạng Sơn', 'ThU', 'district', 'Lạng Sơn/Lạng Sơn'],
    ['Thành ủy Hải Phòng', 'Thành ủy Hải Phòng', 'TU', 'province', 'Hải Phòng'],
    ['UBND huyện', 'Ủy ban nhân dân huyện Chi Lăng', 'UBND', 'district', 'Lạng Sơn/Chi Lăng'],
    ['UBND tỉnh Lai Châu', 'Ủy ban nhân dân tỉnh Lai Châu', 'UBND', 'province', 'Lai Châu'],
    ['Sở Nội vụ', 'Sở Nội vụ', 'SNV', 'province', 'Lạng Sơn'],
    ['Bộ Nội vụ', 'Bộ Nội vụ', 'BNV', 'central', 'TW'],
    ['Bộ Chính trị', 'Ban Chấp hành Trung ương', 'TW', 'central', 'TW'],
    ['Ban Bí thư Trung ương Đảng (khóa XI)', 'Ban Chấp hành Trung ương', 'TW', 'central', 'TW'],
    ['Ủy ban Kiểm tra Trung ương', 'Ủy ban Kiểm tra Trung ương', 'UBKTTW', 'central', 'TW'],
    ['Ban Chỉ đạo 35 Tỉnh ủy', 'Ban Chỉ đạo 35 Tỉnh ủy', 'BCĐ', 'province', 'Lạng Sơn'],
    [
      'Đảng ủy Công an huyện Chi Lăng',
      'Đảng ủy Công an huyện Chi Lăng',
      'ĐU',
      'other',
      'Lạng Sơn/Chi Lăng/Công an huyện Chi Lăng',
    ],
  ])('%s', (written, name, series, level, scope) => {
    expect(describeBody(written, CHI_LANG, vocabulary)).toMatchObject({ name, series, level, scope })
  })

  it('gives committee and standing board one series, and names the organ', () => {
    const committee = describeBody('Huyện ủy Chi Lăng', NO_CONTEXT, vocabulary)
    const board = describeBody('Ban Thường vụ Huyện ủy Chi Lăng', NO_CONTEXT, vocabulary)
    expect(board).toMatchObject({ series: committee?.series, scope: committee?.scope, name: committee?.name })
    expect(board?.organ).toBe('Ban Thường vụ Huyện ủy Chi Lăng')
    expect(committee?.organ).toBeNull()
  })

  it('leaves the parts nothing names open', () => {
    expect(describeBody('Huyện ủy Chi Lăng', NO_CONTEXT, vocabulary)?.scope).toBe('?/Chi Lăng')
    expect(describeBody('Tỉnh ủy', NO_CONTEXT, vocabulary)?.scope).toBeNull()
  })

  it('puts a commune directly under its province once districts have ended', () => {
    const context = { ...NO_CONTEXT, province: 'Lạng Sơn', date: '2025-10-01' }
    expect(describeBody('Đảng ủy xã Chi Lăng', context, vocabulary)?.scope).toBe('Lạng Sơn/xã Chi Lăng')
  })

  it('names who took over a board that ended', () => {
    const after = { ...CHI_LANG, date: '2025-06-01' }
    expect(describeBody('Ban Dân vận Tỉnh ủy', CHI_LANG, vocabulary)?.successor).toBeNull()
    expect(describeBody('Ban Dân vận Tỉnh ủy', after, vocabulary)?.successor).toBe('BTGDV')
  })

  it.each([['các cơ quan'], ['nhân dân'], [''], ['ngày 03/6/2013'], ['Nghị quyết']])(
    '«%s» is no body',
    (written) => {
      expect(describeBody(written, CHI_LANG, vocabulary)).toBeNull()
    },
  )
})

describe('describeIssuerCode', () => {
  it.each([
    ['TW', 'TW', 'central'],
    ['TU', 'TU', 'province'],
    ['BDVTU', 'BDVTU', 'province'],
    ['BTGDVTW', 'BTGDVTW', 'central'],
    ['HU', 'HU', 'district'],
    ['ĐU', 'ĐU', 'commune'],
    ['CP', 'CP', 'central'],
  ])('%s', (code, series, level) => {
    expect(describeIssuerCode(code, CHI_LANG, vocabulary)).toMatchObject({ series, level })
  })
  it('does not guess unknown codes', () => {
    expect(describeIssuerCode('XYZ', CHI_LANG, vocabulary)).toBeNull()
  })
})

describe('ordinaryCase', () => {
  it.each([
    ['TỈNH ỦY LẠNG SƠN', 'Tỉnh ủy Lạng Sơn'],
    ['HUYỆN UỶ CHI LĂNG', 'Huyện ủy Chi Lăng'],
    ['TỈNH UỶ HOÀ BÌNH', 'Tỉnh ủy Hòa Bình'],
    ['UBND TP. HỒ CHÍ MINH', 'Ủy ban nhân dân thành phố Hồ Chí Minh'],
    ['ĐẢNG ỦY PHƯỜNG 12', 'Đảng ủy phường 12'],
    ['ĐẢNG ỦY QUÂN SỰ HUYỆN CHI LĂNG', 'Đảng ủy Quân sự huyện Chi Lăng'],
    ['ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH LẠNG SƠN', 'Đảng ủy các cơ quan Đảng tỉnh Lạng Sơn'],
    ['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', 'Sở Nông nghiệp và Môi trường'],
    ['BAN CHỈ ĐẠO THỰC HIỆN QUY CHẾ DÂN CHỦ Ở CƠ SỞ', 'Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở'],
    ['UBND HUYỆN VĂN QUAN', 'Ủy ban nhân dân huyện Văn Quan'],
    ['UY BAN NHAN DAN QUAN 3', 'Ủy ban nhân dân quận 3'],
    ['UBND TX. NGHĨA LỘ', 'Ủy ban nhân dân thị xã Nghĩa Lộ'],
    ['UBNDTỈNH SƠN LA', 'Ủy ban nhân dân tỉnh Sơn La'],
    ['Y BAN NHÂN DÂN TỈNH KON TUM', 'Ủy ban nhân dân tỉnh Kon Tum'],
    ['PHÒNG GD&ĐT CAO LỘC', 'Phòng Giáo dục và Đào tạo Cao Lộc'],
    ['PHÒNG KINH TẾ VÀ THƯƠNG MẠI', 'Phòng Kinh tế và thương mại'],
    ['PHÒNG KINH TẾ VÀ HẠ TẦNG', 'Phòng Kinh tế và Hạ tầng'],
    ['SỞ LĐ-TB&XH TỈNH HÀ GIANG', 'Sở Lao động - Thương binh và Xã hội tỉnh Hà Giang'],
    ['SỞ NN&PTNT', 'Sở Nông nghiệp và Phát triển nông thôn'],
    ['PHÒNG TN&MT', 'Phòng Tài nguyên và Môi trường'],
    ['TRƯỜNG THPT CHU VĂN AN', 'Trường THPT Chu Văn An'],
    ['Tỉnh uỷ Lai Châu', 'Tỉnh ủy Lai Châu'],
  ])('%s', (capitals, expected) => {
    expect(ordinaryCase(capitals, vocabulary)).toBe(expected)
  })
  it('takes unknown words as the document writes them', () => {
    const sample = 'Hội Khuyến học Sông Lam đã họp.'
    expect(ordinaryCase('HỘI KHUYẾN HỌC SÔNG LAM', vocabulary, sample)).toBe('Hội Khuyến học Sông Lam')
  })
})
