/** Holds the reading of deadlines to sentences as offices write them, with those that only look like one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DueTime } from '../../../shared/contract/tracing.ts'
import { readDeadlines } from '../../../shared/graph/deadlines.ts'
import { occurrences } from '../../../shared/graph/dueTimes.ts'

const day = (date: string): DueTime => ({ kind: 'day', date })
const yearly = (month: number, dayOfMonth: number): DueTime => ({
  kind: 'recurring',
  every: 'year',
  month,
  day: dayOfMonth,
})
const monthly = (dayOfMonth: number): DueTime => ({
  kind: 'recurring',
  every: 'month',
  month: null,
  day: dayOfMonth,
})

const FOUND: readonly [string, readonly (readonly [string, DueTime])[]][] = [
  [
    'Các đơn vị tổng hợp danh sách mô hình gửi về Ban Dân vận Huyện ủy trước ngày 25/02/2023.',
    [['trước ngày 25/02/2023', day('2023-02-25')]],
  ],
  [
    'Báo cáo kết quả, gửi về trước ngày 30 tháng 4 năm 2023.',
    [['trước ngày 30 tháng 4 năm 2023', day('2023-04-30')]],
  ],
  ['Việc rà soát phải hoàn thành xong trước 30/6/2024.', [['trước 30/6/2024', day('2024-06-30')]]],
  [
    'Chậm nhất là ngày 15 tháng 8 năm 2024, các địa phương gửi kế hoạch.',
    [['Chậm nhất là ngày 15 tháng 8 năm 2024', day('2024-08-15')]],
  ],
  [
    'Gửi báo cáo trước 17 giờ 00 ngày 12/9/2023 để tổng hợp.',
    [['trước 17 giờ 00 ngày 12/9/2023', day('2023-09-12')]],
  ],
  [
    'Định kỳ trước ngày 15 hằng tháng báo cáo Thường trực Huyện ủy.',
    [['trước ngày 15 hằng tháng', monthly(15)]],
  ],
  ['Báo cáo gửi vào ngày 05 hàng tháng.', [['vào ngày 05 hàng tháng', monthly(5)]]],
  [
    'Mỗi huyện đăng ký ít nhất 02 mô hình trước ngày 15/3 hằng năm.',
    [['trước ngày 15/3 hằng năm', yearly(3, 15)]],
  ],
  [
    'Báo cáo sơ kết 6 tháng, tổng kết năm gửi trước ngày 15/6 và 15/11 hằng năm.',
    [
      ['trước ngày 15/6', yearly(6, 15)],
      ['15/11 hằng năm', yearly(11, 15)],
    ],
  ],
  [
    'Định kỳ 6 tháng (trước ngày 10/6) và hằng năm (trước ngày 10/12) gửi báo cáo về Tỉnh ủy.',
    [
      ['trước ngày 10/6', yearly(6, 10)],
      ['trước ngày 10/12', yearly(12, 10)],
    ],
  ],
  [
    'Báo cáo quý trước ngày 20 của tháng cuối quý.',
    [['trước ngày 20 của tháng cuối quý', { kind: 'recurring', every: 'quarter', month: 3, day: 20 }]],
  ],
  [
    'Gửi số liệu trước thứ Sáu hằng tuần.',
    [['trước thứ Sáu hằng tuần', { kind: 'recurring', every: 'week', month: null, day: 5 }]],
  ],
  [
    'Hoàn thành việc công nhận trong quý II/2024.',
    [['trong quý II/2024', { kind: 'month', month: 6, year: 2024 }]],
  ],
  ['Hoàn thành trước tháng 6/2024.', [['trước tháng 6/2024', { kind: 'month', month: 5, year: 2024 }]]],
  [
    'Thời gian hoàn thành: Quý III năm 2024.',
    [['Thời gian hoàn thành: Quý III năm 2024', { kind: 'month', month: 9, year: 2024 }]],
  ],
  ['Trước ngày 25/10 gửi Ban Thường vụ.', [['Trước ngày 25/10', { kind: 'dayOfYear', month: 10, day: 25 }]]],
  // A cell of a table of tasks.
  ['Trước 30/6/2024', [['Trước 30/6/2024', day('2024-06-30')]]],
  [
    'Tham mưu sơ kết (trước ngày 20/6/2024), tổng kết (trước ngày 20/11/2025).',
    [
      ['trước ngày 20/6/2024', day('2024-06-20')],
      ['trước ngày 20/11/2025', day('2025-11-20')],
    ],
  ],
  ['Báo cáo phải được hoàn thành trước ngày 10/7/2024.', [['trước ngày 10/7/2024', day('2024-07-10')]]],
]

/** What looks like a deadline and is none. */
const NOT_FOUND: readonly string[] = [
  'Người sinh trước ngày 30/4/1975 được hưởng chế độ.',
  'Hồ sơ đã nộp trước ngày 01/7/2025 thì tiếp tục thực hiện theo quy định cũ.',
  'Hợp đồng ký trước ngày 01/7/2025 vẫn được thực hiện.',
  'Hợp đồng lao động giao kết trước ngày 01/7/2025 giữ nguyên giá trị.',
  'Phong trào đã tổ chức trong quý II/2024 ở mọi cơ sở.',
  'Giấy phép được cấp trước ngày 01/01/2025 có giá trị đến hết thời hạn.',
  'Từ ngày 01/7/2024 đến trước ngày 01/7/2025 thực hiện thí điểm.',
  'Trong thời hạn 15 ngày kể từ ngày nhận được hồ sơ.',
  'Trước ngày Luật này có hiệu lực thi hành.',
  'Trong tháng 6/2024, toàn tỉnh xảy ra 20 vụ.',
  'Thực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương.',
  'Chi Lăng, ngày 01 tháng 02 năm 2023',
  'Gửi báo cáo trước ngày 31/02/2024.',
  'Trước tình hình đó, cấp ủy đã chỉ đạo 12/15 đơn vị thực hiện.',
  'Giai đoạn 2021 - 2025 và những năm tiếp theo.',
  'Mức hưởng không quá 15/20 phần.',
]

describe('deadlines', () => {
  it.each(FOUND)('reads %s', (text, expected) => {
    const found = readDeadlines(text, '2023-01-10')
    expect(found.map(({ start, end, due }) => [text.slice(start, end), due])).toEqual(expected)
    for (const { start, end, sentence } of found) {
      expect(sentence.start).toBeLessThanOrEqual(start)
      expect(sentence.end).toBeGreaterThanOrEqual(end)
    }
  })

  it.each(NOT_FOUND)('reads nothing in %s', (text) => {
    expect(readDeadlines(text, '2023-01-10')).toEqual([])
  })

  it('leaves out days before the document, which are history', () => {
    const text = 'Báo cáo gửi trước ngày 25/02/2023.'
    expect(readDeadlines(text, '2023-03-01')).toEqual([])
    expect(readDeadlines(text, null)).toHaveLength(1)
  })

  it('gives the sentence alone, across list items and broken lines', () => {
    const text =
      'II. TỔ CHỨC THỰC HIỆN\n\n1. Các chi bộ đăng ký mô hình;\n- Tổng hợp, gửi\nBan Dân vận trước ngày 25/02/2023.\n- Việc khác.'
    const [found] = readDeadlines(text, '2023-01-10')
    expect(found && text.slice(found.sentence.start, found.sentence.end)).toBe(
      '- Tổng hợp, gửi\nBan Dân vận trước ngày 25/02/2023.',
    )
  })

  it('points into the source, composed or not', () => {
    const text = 'Gửi về Ban Dân vận trước ngày 25/02/2023.'.normalize('NFD')
    const [found] = readDeadlines(text, '2023-01-10')
    expect(found && text.slice(found.start, found.end).normalize('NFC')).toBe('trước ngày 25/02/2023')
  })

  it('takes any text without failing, its spans inside it and in order', () => {
    const words = fc.constantFrom(
      'trước ngày ', 'chậm nhất ', '15/6', '31/02/2024', ' hằng năm', ' và ', 'quý II', '\n', '. ', 'tháng 13', '25/02/2023', 'gửi ', 'báo cáo ',
    ) // biome-ignore format: a list
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 5 })), { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        let last = -1
        for (const { start, end, sentence } of readDeadlines(text, null)) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(sentence.start).toBeLessThanOrEqual(start)
          last = start
        }
      }),
    )
  })
})

describe('occurrences', () => {
  const cases: [string, DueTime, string | null, string[]][] = [
    ['a day of the window', day('2024-06-30'), '2024-01-05', ['2024-06-30']],
    ['no day outside it', day('2025-06-30'), '2024-01-05', []],
    [
      'the first such day after the document',
      { kind: 'dayOfYear', month: 2, day: 25 },
      '2023-12-20',
      ['2024-02-25'],
    ],
    ['nothing without the document’s date', { kind: 'dayOfYear', month: 2, day: 25 }, null, []],
    ['the end of February in a leap year', { kind: 'month', month: 2, year: 2024 }, null, ['2024-02-29']],
    ['every year', yearly(3, 15), '2020-05-05', ['2024-03-15']],
    ['none before the document', yearly(3, 15), '2024-05-05', []],
    ['the last day of a short month', monthly(31), '2024-10-20', ['2024-10-31', '2024-11-30', '2024-12-31']],
    [
      'every quarter',
      { kind: 'recurring', every: 'quarter', month: 3, day: 20 },
      '2024-06-01',
      ['2024-06-20', '2024-09-20', '2024-12-20'],
    ],
  ]
  it.each(cases)('gives %s', (_, due, issuedOn, expected) => {
    expect(occurrences(due, issuedOn, '2024-01-01', '2024-12-31')).toEqual(expected)
  })

  it('gives every Friday of a month', () => {
    const weekly: DueTime = { kind: 'recurring', every: 'week', month: null, day: 5 }
    expect(occurrences(weekly, null, '2024-03-01', '2024-03-31')).toEqual([
      '2024-03-01', '2024-03-08', '2024-03-15', '2024-03-22', '2024-03-29',
    ]) // biome-ignore format: a list
  })
})
