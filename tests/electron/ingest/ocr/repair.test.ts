/** What is put right after recognition, and what must be left as read. */
import { describe, expect, it } from 'vitest'
import { dropScraps, partGlued } from '../../../../electron/ingest/ocr/debris.ts'
import { repairMarks } from '../../../../electron/ingest/ocr/marks.ts'
import { repairNumbers, repairQuotes } from '../../../../electron/ingest/ocr/repair.ts'
import { textOf, wordsOf } from './words.ts'

describe('strokes of a numeral', () => {
  // Measured: width and height of the box, confidence.
  const cases: readonly [read: string, width: number, height: number, confidence: number, meant: string][] = [
    ['II.', 52, 28, 76, 'III.'],
    ['I.', 39, 25, 61, 'II.'],
    // read right
    ['I.', 22, 28, 91, 'I.'],
    ['I.', 22, 25, 81, 'I.'],
    ['II.', 37, 28, 79, 'II.'],
    ['II.', 39, 25, 94, 'II.'],
    // the engine is sure, or it is another numeral
    ['II.', 52, 28, 94, 'II.'],
    ['IV.', 46, 28, 60, 'IV.'],
  ]
  it.each(cases)('%s, %i × %i, confidence %i, is %s', (read, width, height, confidence, meant) => {
    const words = wordsOf([`${read} CÁC CHỈ TIÊU`], confidence).map((word, index) =>
      index === 0 ? { ...word, box: { ...word.box, width, height } } : word,
    )
    const [numeral] = repairNumbers(words)
    expect(numeral?.text).toBe(meant)
    expect(numeral?.original).toBe(meant === read ? null : read)
  })

  it('is left alone inside a line', () => {
    const words = wordsOf(['Phần II. CÁC'], 60).map((word) => ({
      ...word,
      box: { ...word.box, width: 60, height: 28 },
    }))
    expect(textOf(repairNumbers(words))).toEqual(['Phần II. CÁC'])
  })
})

describe('repairNumbers', () => {
  const cases: readonly [string, string][] = [
    ['Số 4I-KH/BDVTU', 'Số 41-KH/BDVTU'],
    ['Quyết định số l8-QD/TW của', 'Quyết định số 18-QĐ/TW của'],
    ['ngày 2O/O1/2O23', 'ngày 20/01/2023'],
    ['ngày O1 tháng Ø2 năm', 'ngày 01 tháng 02 năm'],
    ['tháng Ol năm', 'tháng 01 năm'],
    ['(điểm O3).', '(điểm 03).'],
    ['I MỤC ĐÍCH, YÊU CẦU', 'I. MỤC ĐÍCH, YÊU CẦU'],
    // left alone
    ['I ĐỂ ngỏ', 'I ĐỂ ngỏ'],
    ['X VÀ', 'X VÀ'],
    ['tháng lo toan', 'tháng lo toan'],
    ['ngày lễ', 'ngày lễ'],
    ['Số 25-NQ/TW ngày 03/6/2013', 'Số 25-NQ/TW ngày 03/6/2013'],
    ['tỷ lệ 10/12 hộ', 'tỷ lệ 10/12 hộ'],
    ['ISO 9001 và SOS', 'ISO 9001 và SOS'],
    ['ll/lO/SSSS', 'll/lO/SSSS'],
    ['45/13/2O23', '45/13/2O23'],
  ]
  for (const [read, expected] of cases) {
    it(read, () => expect(textOf(repairNumbers(wordsOf([read])))).toEqual([expected]))
  }
  it('keeps what the engine read', () => {
    const [, number] = repairNumbers(wordsOf(['Số 4I-KH/BDVTU']))
    expect(number).toMatchObject({ text: '41-KH/BDVTU', original: '4I-KH/BDVTU' })
    expect(repairNumbers(wordsOf(['Số 41-KH/BDVTU'])).map(({ original }) => original)).toEqual([null, null])
  })
})

describe('repairMarks', () => {
  const cases: readonly [string, string][] = [
    ['ĐẲNG CỘNG SẲN VIỆT NAM', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
    ['ĐẢNG CỘNG SẲẢN VIỆT NĂM', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
    ['BẠN DÂN VẬN', 'BAN DÂN VẬN'],
    ['đời sống và tỉnh thần', 'đời sống và tinh thần'],
    ['ý chí tư lực, tư cường', 'ý chí tự lực, tự cường'],
    ['Các chỉ, đảng bộ', 'Các chi, đảng bộ'],
    ['Các chỉ bộ, chỉ đoàn', 'Các chi bộ, chi đoàn'],
    ['“Đân vận khéo”', '“Dân vận khéo”'],
    ['Phòng Tổ chức đẳng, đảng viên', 'Phòng Tổ chức đảng, đảng viên'],
    // left alone
    ['công tác cộng tác viên', 'công tác cộng tác viên'],
    ['nhắc địa phương chậm trễ', 'nhắc địa phương chậm trễ'],
    ['các cơ quan trong công tác', 'các cơ quan trong công tác'],
    ['tâm tư nguyện vọng', 'tâm tư nguyện vọng'],
    ['đầu tư, chủ trương', 'đầu tư, chủ trương'],
    ['vận tại các xã', 'vận tại các xã'],
    ['không chỉ bộ máy', 'không chỉ bộ máy'],
    ['Nguyễn Thị Hạ', 'Nguyễn Thị Hạ'],
    ['Trần Văn Thử', 'Trần Văn Thử'],
    ['BÙI VĂN HÒA', 'BÙI VĂN HÒA'],
    ['KT. BỘ TRƯỞNG, THỨ TRƯỞNG', 'KT. BỘ TRƯỞNG, THỨ TRƯỞNG'],
    ['chỉ thi hành', 'chỉ thi hành'],
    ['sổ chi tiêu', 'sổ chi tiêu'],
    ['chỉ, bộ máy', 'chỉ, bộ máy'],
  ]
  for (const [read, expected] of cases) {
    it(read, () => expect(textOf(repairMarks(wordsOf([read])))).toEqual([expected]))
  }
  it('trusts a certain word', () => {
    expect(textOf(repairMarks(wordsOf(['tỉnh thần'], 98)))).toEqual(['tỉnh thần'])
  })
  it('looks across a line end', () => {
    expect(textOf(repairMarks(wordsOf(['phong trào thi', 'đùa yêu nước'])))).toEqual([
      'phong trào thi',
      'đua yêu nước',
    ])
  })
})

describe('repairQuotes', () => {
  const cases: readonly [string, string][] = [
    ['““Dân vận khéo” năm', '“Dân vận khéo” năm'],
    ['phong trào “-Dân vận', 'phong trào “Dân vận'],
    ['“Dân vận khéo? giai đoạn', '“Dân vận khéo” giai đoạn'],
    ['“Ai làm? Ai chịu?” là', '“Ai làm? Ai chịu?” là'],
    ['Ai làm? khi nào?', 'Ai làm? khi nào?'],
  ]
  for (const [read, expected] of cases) {
    it(read, () => expect(textOf(repairQuotes(wordsOf([read])))).toEqual([expected]))
  }
})

describe('debris', () => {
  it('drops lone uncertain scraps, not short words nor figures', () => {
    const scrap = (text: string, left: number, confidence: number) => ({
      ...wordsOf([text], confidence)[0],
      box: { left, top: 100, width: 20, height: 30 },
    })
    const line = [
      scrap('trấn,', 100, 90),
      scrap('P', 400, 40),
      scrap('1', 600, 40),
      scrap('Ở', 800, 95),
    ].flatMap((word) => wordsOf(['x']).map((model) => ({ ...model, ...word })))
    expect(dropScraps(line).map(({ text }) => text)).toEqual(['trấn,', '1', 'Ở'])
  })
  it('parts glued cells and leaves codes', () => {
    expect(textOf(partGlued(wordsOf(['quan NhàPhạm Tất', 'QyĐ 12-TTr/HU LaTeX', '-Lưu: a -Lưu'])))).toEqual([
      'quan Nhà Phạm Tất',
      'QyĐ 12-TTr/HU LaTeX',
      '- Lưu: a -Lưu',
    ])
  })

  const glued: readonly (readonly [read: string, confidence: number, expected: string])[] = [
    ['quan NhàpPhạm Tất', 57, 'quan Nhà Phạm Tất'],
    ['quan Nhàphạm Tất', 76, 'quan Nhà phạm Tất'],
    ['lãnhđạo.', 60, 'lãnh đạo.'],
    // left alone: sure, foreign, already a word, more than one cut
    ['quan Nhàphạm Tất', 92, 'quan Nhàphạm Tất'],
    ['taxi video ôtô', 60, 'taxi video ôtô'],
    ['nghiêng khuỷu', 20, 'nghiêng khuỷu'],
    ['lúcác', 20, 'lúcác'],
  ]
  it.each(glued)('parts «%s», confidence %i, into «%s»', (read, confidence, expected) => {
    expect(textOf(partGlued(wordsOf([read], confidence)))).toEqual([expected])
  })
})
