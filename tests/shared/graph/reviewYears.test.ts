/** Years of a review and the act they belong to. */
import { describe, expect, it } from 'vitest'
import { reviewedYear } from '../../../shared/graph/reviewYears.ts'

const cases: [string, string, string | null, number | null][] = [
  ['Tổng kết 25 năm thực hiện Chỉ thị số 30-CT/TW', '30-CT/TW', '2023-05-01', 1998],
  ['sơ kết 05 năm thực hiện Kết luận số 65-KL/TW', '65-KL/TW', '2024-01-01', 2019],
  [
    'tổng kết 10 năm thực hiện Chỉ thị số 27-CT/TU; sơ kết 05 năm Kết luận số 65-KL/TW',
    '65-KL/TW',
    '2024-01-01',
    2019,
  ],
  [
    'tổng kết 10 năm thực hiện Chỉ thị số 27-CT/TU; sơ kết 05 năm Kết luận số 65-KL/TW',
    '27-CT/TU',
    '2024-01-01',
    2014,
  ],
  ['báo cáo kết quả 10 năm thực hiện Nghị quyết số 25-NQ/TW', '25-NQ/TW', '2023-02-08', 2013],
  ['Tổng kết việc thực hiện Chỉ thị số 30-CT/TW', '30-CT/TW', '2023-05-01', null],
  ['Kế hoạch 5 năm; Chỉ thị số 30-CT/TW', '30-CT/TW', '2023-05-01', null],
  ['Tổng kết 25 năm thực hiện Chỉ thị số 30-CT/TW', '30-CT/TW', null, null],
  [
    `Tổng kết 25 năm thực hiện Quy chế. ${'Nội dung khác. '.repeat(10)}Chỉ thị số 30-CT/TW`,
    '30-CT/TW',
    '2023-05-01',
    null,
  ],
]

describe('reviewedYear', () => {
  it.each(cases)('«%s» of %s in %s is %s', (quote, number, citingDate, year) => {
    expect(reviewedYear(quote, number, citingDate)).toBe(year)
  })
})
