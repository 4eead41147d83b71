/** The table of contents: titles of Party and State documents are taken, sentences and notes are not. */
import { describe, expect, it } from 'vitest'
import { outlineOf } from '../../../renderer/features/reader/outline.ts'
import { paragraphsOf } from '../../../renderer/features/reader/segments.ts'

const outline = (text: string) =>
  outlineOf(text, paragraphsOf(text)).map(({ depth, label }) => `${depth} ${label}`)

describe('outlineOf', () => {
  it.each([
    ['I. MỤC ĐÍCH, YÊU CẦU', '0 I. MỤC ĐÍCH, YÊU CẦU'],
    ['II- KẾT QUẢ ĐẠT ĐƯỢC', '0 II- KẾT QUẢ ĐẠT ĐƯỢC'],
    ['A. Tình hình chung', '0 A. Tình hình chung'],
    ['**III. TỔ CHỨC THỰC HIỆN**', '0 III. TỔ CHỨC THỰC HIỆN'],
    ['Chương II', '0 Chương II'],
    ['PHẦN THỨ NHẤT', '0 PHẦN THỨ NHẤT'],
    ['Điều 5. Hiệu lực thi hành', '1 Điều 5. Hiệu lực thi hành'],
    ['1. Mục đích:', '1 1. Mục đích:'],
    ['2.1. Công tác tuyên truyền', '2 2.1. Công tác tuyên truyền'],
  ])('takes «%s»', (line, entry) => expect(outline(`mở đầu\n${line}\nnội dung`)).toEqual([entry]))

  it.each([
    '- Tiếp tục đổi mới nội dung',
    '1. Các chi bộ tổ chức học tập, quán triệt nghị quyết trong tháng 3 và báo cáo kết quả về Huyện ủy đúng hạn.',
    '2. Tăng cường kiểm tra, giám sát việc thực hiện;',
    '15 tháng 3 năm 2023',
    '1.000 đồng bào tham gia',
    'Kế hoạch này thay thế kế hoạch trước',
    `3. ${'Rất dài '.repeat(40)}`,
  ])('leaves «%s»', (line) => expect(outline(line)).toEqual([]))

  it('leaves notes and table cells, and takes a heading of the file though it is long', () => {
    const title = `4. ${'Nhiệm vụ trọng tâm của hệ thống chính trị '.repeat(5)}`
    const text = `1. Ghi chú\n${title}`
    const paragraphs = paragraphsOf(text, [
      { start: 0, end: 10, kind: 'note' },
      { start: 11, end: text.length, kind: 'heading' },
    ])
    expect(outlineOf(text, paragraphs)).toMatchObject([{ start: 11, depth: 1 }])
  })
})
