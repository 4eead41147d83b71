/** Wording tables: every code of the contract has words in both languages, and facts are written the office way. */
import { describe, expect, it } from 'vitest'
import { EDGE_RELATIONS } from '../../../shared/contract/citation.ts'
import { METADATA_FIELDS } from '../../../shared/contract/document.ts'
import { FAILURE_CODES } from '../../../shared/contract/result.ts'
import { formatAmount, formatBytes, formatCount, formatDate } from '../../../shared/wording/dates.ts'
import { describeFailure, failureSentence, fileNameOf } from '../../../shared/wording/errors.ts'
import { confidenceBand, fieldLabel, formatWording } from '../../../shared/wording/fields.ts'
import { instrumentName, levelWording, printedNumber } from '../../../shared/wording/instruments.ts'
import { RELATION_ORDER, relationWording } from '../../../shared/wording/relations.ts'
import { resolutionReason } from '../../../shared/wording/resolutions.ts'

describe('failures', () => {
  it.each(FAILURE_CODES)('%s has words in both languages and leaves no placeholder', (code) => {
    for (const language of ['vi', 'en'] as const) {
      for (const subject of ['D:\\Văn bản\\QĐ 45.pdf', undefined]) {
        const sentence = failureSentence({ code, subject }, language)
        expect(sentence.length).toBeGreaterThan(10)
        expect(sentence).not.toMatch(/[{}]|undefined/)
      }
    }
  })

  it('names a file by its last part and a library by its folder', () => {
    expect(failureSentence({ code: 'password_protected', subject: 'D:\\VB\\QĐ 45.pdf' })).toBe(
      'Không đọc được “QĐ 45.pdf”: tệp đặt mật khẩu. Tệp gốc vẫn nguyên. ' +
        'Nhập mật khẩu cạnh tên tệp, trong kết quả nhập của cửa sổ chương trình; hoặc bỏ mật khẩu trong chương trình đã tạo ra tệp rồi thử lại.',
    )
    expect(describeFailure({ code: 'library_missing', subject: '/mnt/chung/kho' }).what).toContain(
      '/mnt/chung/kho',
    )
  })

  it.each([
    ['not_found', '999-KH/HU'],
    ['ambiguous', '25-NQ/TW'],
    ['dossier_exists', 'Dân vận/2023'],
    ['query_unreadable', 'cites:"72-KH/HU'],
    ['bad_request', 'number: 72-KH/HU'],
  ] as const)('%s names %s whole: its slash parts no folders', (code, subject) => {
    expect(describeFailure({ code, subject }).what).toContain(`“${subject}”`)
  })

  it('keeps dollar signs of a file name as they are', () => {
    expect(describeFailure({ code: 'file_empty', subject: "a$&b$'.txt" }).what).toContain("“a$&b$'.txt”")
  })

  it.each([
    ['/a/b/c.txt', 'c.txt'],
    ['C:\\a\\b c.docx', 'b c.docx'],
    ['/a/b/', 'b'],
    ['', ''],
  ])('%s → %s', (path, name) => expect(fileNameOf(path)).toBe(name))
})

describe('relations', () => {
  it('orders every relation once', () =>
    expect([...RELATION_ORDER].sort()).toEqual([...EDGE_RELATIONS].sort()))
  it('tells both directions apart', () => {
    for (const relation of EDGE_RELATIONS) {
      for (const language of ['vi', 'en'] as const) {
        const words = relationWording(relation, language)
        expect(words.active).not.toBe(words.passive)
      }
    }
  })
})

describe('numbers', () => {
  it.each([
    [{ number: '41', symbol: 'KH/BDVTU' }, '41-KH/BDVTU'],
    [{ number: '30', symbol: 'NĐ-CP', year: 2020 }, '30/2020/NĐ-CP'],
    [{ number: '72', symbol: 'KH-UBND', year: null }, '72/KH-UBND'],
    [{ number: '10', symbol: 'QH15', year: 2022 }, '10/2022/QH15'],
    [{ number: '5', symbol: null }, '5'],
    [{ number: null, symbol: 'KH/HU' }, ''],
  ])('%j → %s', (facts, printed) => expect(printedNumber(facts)).toBe(printed))

  it('names what has no number by its title, and what has nothing by a phrase', () => {
    const bare = { number: null, symbol: null, kind: null, title: null }
    expect(instrumentName({ ...bare, kind: 'Kế hoạch', title: 'Dân vận khéo' })).toBe(
      'Kế hoạch: Dân vận khéo',
    )
    expect(instrumentName(bare)).toBe('Văn bản không số')
  })
})

describe('small forms', () => {
  it('writes dates, counts and sizes the Vietnamese way', () => {
    expect(formatDate('2013-06-03')).toBe('03/06/2013')
    expect(formatDate(null)).toBe('')
    expect(formatDate('năm 2013')).toBe('năm 2013')
    expect(formatCount(1284)).toBe('1.284')
    expect(formatCount(1284, 'en')).toBe('1,284')
    expect(formatBytes(3_400_000)).toBe('3,4 MB')
    expect(formatBytes(12)).toBe('12 B')
    expect(formatAmount(1.55)).toBe('1,6')
    expect(formatAmount(59, 'en')).toBe('59.0')
  })
  it('names the format of a file', () => {
    expect(['docx', '7z', 'image'].map((format) => formatWording(format))).toEqual(['DOCX', '7Z', 'Ảnh'])
    expect(formatWording('image', 'en')).toBe('Picture')
  })
  it('labels every field and bands confidence', () => {
    for (const field of METADATA_FIELDS) expect(fieldLabel(field, 'en')).not.toBe('')
    expect([undefined, 0, 0.59, 0.6, 0.9].map((value) => confidenceBand(value, false))).toEqual([
      'absent',
      'doubtful',
      'doubtful',
      'likely',
      'certain',
    ])
    expect(confidenceBand(0.1, true)).toBe('corrected')
  })
  it('passes unknown levels and reasons through without a blank', () => {
    expect(levelWording('district')).toBe('Cấp huyện')
    expect(levelWording('toString')).toBe('toString')
    expect(resolutionReason({ resolution: 'ambiguous', resolutionReason: 'a_new_rule' })).toBe(
      'Nhiều văn bản cùng số, cần chọn',
    )
  })
})
