/** The whole scan of a document: metadata, citations and warnings together, the own number no citation. */
import { describe, expect, it } from 'vitest'
import { scanResult } from '../../../shared/contract/scan.ts'
import { scanSource } from '../../../shared/documents/scan.ts'
import { loadCases, plainSource } from '../../golden/metadata/score.ts'
import { vocabulary } from '../../golden/vocabulary.ts'

const cases = await loadCases()

describe('scanSource', () => {
  it.each(cases.map((each) => [each.name, each] as const))('%s keeps the contract', (_, { source }) => {
    const scan = scanSource(source, vocabulary)
    expect(scanResult.safeParse(scan).error).toBeUndefined()
    for (const { start, end, raw } of scan.citations) expect(scan.text.slice(start, end)).toBe(raw)
    const starts = scan.warnings.map((warning) => warning.start)
    expect(starts).toEqual([...starts].sort((one, other) => one - other))
  })

  it('does not cite itself', () => {
    const text =
      'HUYỆN ỦY CHI LĂNG\nSố 72-KH/HU\nKẾ HOẠCH\ncông tác\n-----\nThực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013.'
    const scan = scanSource(plainSource(text), vocabulary)
    expect(scan.document.number).toBe('72')
    expect(scan.citations.map((citation) => citation.raw)).toEqual(['25-NQ/TW'])
  })

  it.each([
    ['Thực hiện Kết luận số 43-KL/TW, ngày 07/01/2019 của Bộ Chính trị', null, ['43-KL/TW']],
    ['Căn cứ Nghị định 59/2023/NĐ-CP, ngày 14/8/2023 của Chính phủ', null, ['59/2023/NĐ-CP']],
    ['Thành phố Hồ Chí Minh, ngày 02 tháng 5 năm 2024', 'Thành phố Hồ Chí Minh', []],
    ['Quận 1, ngày 02 tháng 5 năm 2024', 'Quận 1', []],
  ])('a note that opens with «%s»', (line, place, cited) => {
    const scan = scanSource(plainSource(`${line}\nBan đề nghị các đơn vị báo cáo.\n`), vocabulary)
    expect(scan.document.place).toBe(place)
    expect(scan.citations.map(({ raw }) => raw)).toEqual(cited)
  })

  it('gets through a megabyte of near-matches', () => {
    const pieces = ['Nơi nhận ', ' '.repeat(50), 'T/M ', 'Số -', '| ', 'ngày tháng năm ', 'TỈNH ỦY ', '\n']
    const text = pieces.join('').repeat(Math.ceil(1_000_000 / pieces.join('').length))
    // A pattern that goes back over the text for every near-match would run into the test's time limit.
    expect(scanSource(plainSource(text), vocabulary)).toMatchObject({ text, document: { number: null } })
    expect(scanSource(plainSource(' '.repeat(1_000_000)), vocabulary).citations).toEqual([])
  })
})
