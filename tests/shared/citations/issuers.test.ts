/** Names of issuing bodies behind a number: whole names, whatever follows them, wherever their place begins. */
import { describe, expect, it } from 'vitest'
import { readCitations } from '../../../shared/citations/read.ts'
import { bareContext } from '../../golden/vocabulary.ts'

function firstOf(text: string) {
  const citation = readCitations(text, bareContext).citations[0]
  return { issuer: citation?.issuer, subject: citation?.subject }
}

const BODIES = [
  'Sở Giáo dục và Đào tạo',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Phòng Lao động - Thương binh và Xã hội huyện',
  'Phòng Giáo dục và Đào tạo huyện Tam Đường',
  'Bộ trưởng Bộ Nội vụ',
  'Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh',
  'Liên đoàn Lao động tỉnh',
  'Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh',
  'Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam',
  'Ban Chỉ đạo Trung ương các chương trình mục tiêu quốc gia',
  'Đảng ủy các cơ quan Đảng tỉnh',
  'Ban Xây dựng Đảng Đảng ủy xã',
  'Ban cán sự đảng Bộ Giáo dục và Đào tạo',
  'Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh',
  'Ủy ban Dân tộc',
  'Tòa án nhân dân tối cao',
  'Hội đồng Thi đua - Khen thưởng tỉnh',
  'Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn',
]
const AFTER = [
  [' về công tác dân vận; các văn bản khác', 'về công tác dân vận'],
  [' hướng dẫn thực hiện công tác dân vận; các văn bản khác', 'hướng dẫn thực hiện công tác dân vận'],
  ['; các văn bản khác', null],
  [' và các văn bản liên quan', null],
] as const

describe('issuers', () => {
  it.each(BODIES.flatMap((body) => AFTER.map(([words, subject]) => ({ body, words, subject }))))(
    '$body$words',
    ({ body, words, subject }) => {
      expect(firstOf(`- Triển khai Kế hoạch số 5/KH-ABC ngày 1/2/2020 của ${body}${words}.`)).toEqual({
        issuer: body,
        subject,
      })
    },
  )

  it.each([
    'Đồng Tháp',
    'Đồng Nai',
    'Hướng Hóa',
    'Hội An',
    'Quy Nhơn',
    'Năm Căn',
    'Chương Mỹ',
    'Kế Sách',
    'Công Hải',
    'Bà Rịa - Vũng Tàu',
  ])('a place that begins like another word: %s', (place) => {
    expect(firstOf(`Kế hoạch số 5-KH/HU, ngày 1/2/2020 của Huyện ủy ${place} về công tác dân vận.`)).toEqual({
      issuer: `Huyện ủy ${place}`,
      subject: 'về công tác dân vận',
    })
  })

  it.each([
    ['Kế hoạch số 5-KH/HU của Huyện ủy Về công tác dân vận.', 'Huyện ủy'],
    ['Kế hoạch số 5-KH/HU của Thường trực Huyện ủy do có sai sót.', 'Thường trực Huyện ủy'],
    ['Xét Tờ trình số 19/TTr-SNV của Giám đốc Sở Nội vụ và Báo cáo số 1/BC-STP.', 'Giám đốc Sở Nội vụ'],
    ['Chỉ thị số 3-CT/TW và Kế hoạch số 5/KH-UBND của UBND tỉnh.', null],
    [
      'Đề án số 2-ĐA/BDVTU-UBND của Ban Dân vận Tỉnh ủy và UBND tỉnh xây dựng mô hình điểm.',
      'Ban Dân vận Tỉnh ủy và UBND tỉnh',
    ],
    ['Chương trình số 1-CTr/BDV-CA ký giữa hai bên.', null],
    ['Nghị quyết số 72-NQ/TW ngày 9/9/2025 về chăm sóc sức khỏe Nhân dân của Bộ Chính trị.', 'Bộ Chính trị'],
    ['Kế hoạch số 8-KH/TU ngày 9/9/2025 về thực hiện chương trình công tác của Đảng.', null],
  ])('%s', (text, issuer) => {
    expect(firstOf(text).issuer).toBe(issuer)
  })
})
