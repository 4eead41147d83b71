/** Numbers and symbols in every spelling met, what only looks like one, and the round trip of writing and reading. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalNumber,
  type DocumentNumber,
  findNumbers,
  formatNumber,
  parseNumber,
} from '../../../shared/documents/number.ts'

/** raw → number | symbol | year, the parts every later stage uses. */
function brief(text: string): string[] {
  return findNumbers(text).map(({ raw, value }) =>
    [raw, value.number, value.symbol, value.year ?? '', value.system].join(' | '),
  )
}

describe('findNumbers: Party', () => {
  it.each<[string, string]>([
    ['Nghị quyết số 25-NQ/TW', '25-NQ/TW | 25 | NQ/TW |  | party'],
    ['11-QĐi/TW', '11-QĐi/TW | 11 | QĐi/TW |  | party'],
    ['27-CTr/TU', '27-CTr/TU | 27 | CTr/TU |  | party'],
    ['27-CTR/TU', '27-CTR/TU | 27 | CTr/TU |  | party'],
    ['01-ĐA/BDVTU-UBND', '01-ĐA/BDVTU-UBND | 01 | ĐA/BDVTU-UBND |  | party'],
    ['5053-CV/VPTW/nb', '5053-CV/VPTW/nb | 5053 | CV/VPTW |  | party'],
    ['29-CV/TC-NV', '29-CV/TC-NV | 29 | CV/TC-NV |  | party'],
    ['02-CTr/ĐU', '02-CTr/ĐU | 02 | CTr/ĐU |  | party'],
    ['847-NQ/QUTW', '847-NQ/QUTW | 847 | NQ/QUTW |  | party'],
    ['15-NQ/ĐHKT-ĐTN', '15-NQ/ĐHKT-ĐTN | 15 | NQ/ĐHKT-ĐTN |  | party'],
    ['136/2001/QĐ.TTg', '136/2001/QĐ.TTg | 136 | QĐ-TTg | 2001 | state'],
    ['12a-CV/TU', '12a-CV/TU | 12a | CV/TU |  | party'],
    ['25-nq/tw', '25-nq/tw | 25 | NQ/TW |  | party'],
    ['25-NQ/TƯ', '25-NQ/TƯ | 25 | NQ/TW |  | party'],
    ['25-NQ/T.Ư', '25-NQ/T.Ư | 25 | NQ/TW |  | party'],
    ['31 - HD/BTCTW', '31 - HD/BTCTW | 31 | HD/BTCTW |  | party'],
    ['367 - QĐ/TWĐTN-VP', '367 - QĐ/TWĐTN-VP | 367 | QĐ/TWĐTN-VP |  | party'],
    ['94- KH/BTGDVTW', '94- KH/BTGDVTW | 94 | KH/BTGDVTW |  | party'],
    ['số 25-NQ/\nTW', '25-NQ/\nTW | 25 | NQ/TW |  | party'],
    ['Số 12-KH/HU - Lưu', '12-KH/HU | 12 | KH/HU |  | party'],
    ['12-KH/HU - BCĐ', '12-KH/HU | 12 | KH/HU |  | party'],
    ['70-TB/TWngày 06 tháng 01', '70-TB/TW | 70 | TB/TW |  | party'],
    ['25-NQ/TW1 ngày', '25-NQ/TW | 25 | NQ/TW |  | party'],
    ['25-NQ/TW<sup>1</sup>', '25-NQ/TW | 25 | NQ/TW |  | party'],
    ['01-NQ/ĐH', '01-NQ/ĐH | 01 | NQ/ĐH |  | party'],
    ['07-XYZ/HU', ''],
    ['số 07-XYZ/HU', '07-XYZ/HU | 07 | XYZ/HU |  | party'],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual(expected === '' ? [] : [expected])
  })
})

describe('findNumbers: State', () => {
  it.each<[string, string]>([
    ['33/CT-TTg', '33/CT-TTg | 33 | CT-TTg |  | state'],
    ['59/2023/NĐ-CP', '59/2023/NĐ-CP | 59 | NĐ-CP | 2023 | state'],
    ['56/ 2015/ NĐ - CP', '56/ 2015/ NĐ - CP | 56 | NĐ-CP | 2015 | state'],
    ['34/2007/PL-UBTVQH11', '34/2007/PL-UBTVQH11 | 34 | PL-UBTVQH11 | 2007 | state'],
    ['10/2022/QH15', '10/2022/QH15 | 10 | QH15 | 2022 | state'],
    ['76/2025/UBTVQH15', '76/2025/UBTVQH15 | 76 | UBTVQH15 | 2025 | state'],
    ['01/2001/NQLT', '01/2001/NQLT | 01 | NQLT | 2001 | state'],
    ['1656/NQ-UBTVQH15', '1656/NQ-UBTVQH15 | 1656 | NQ-UBTVQH15 |  | state'],
    [
      '403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN',
      '403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN | 403 | NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN | 2017 | state',
    ],
    ['41/KH-UBND', '41/KH-UBND | 41 | KH-UBND |  | state'],
    ['103/UBND-NV', '103/UBND-NV | 103 | UBND-NV |  | state'],
    ['425/VTLTNN - NVTW', '425/VTLTNN - NVTW | 425 | VTLTNN-NVTW |  | state'],
    ['66.7/2025/NQ-CP', '66.7/2025/NQ-CP | 66.7 | NQ-CP | 2025 | state'],
    ['32-LCT/HĐNN8', '32-LCT/HĐNN8 | 32 | LCT/HĐNN8 |  | state'],
    ['Nghị định số 53-HĐBT', '53-HĐBT | 53 | HĐBT |  | state'],
    ['53/NĐ-HĐBT', '53/NĐ-HĐBT | 53 | NĐ-HĐBT |  | state'],
    ['11/2024/L-CTN', '11/2024/L-CTN | 11 | L-CTN | 2024 | state'],
    ['09/2008/NQLT-CP-UBTWMTTQVN', '09/2008/NQLT-CP-UBTWMTTQVN | 09 | NQLT-CP-UBTWMTTQVN | 2008 | state'],
    [
      '01/2017/TTLT-BCA-BQP-TANDTC-VKSNDTC',
      '01/2017/TTLT-BCA-BQP-TANDTC-VKSNDTC | 01 | TTLT-BCA-BQP-TANDTC-VKSNDTC | 2017 | state',
    ],
    ['12/KH-MTTQ-BTT', '12/KH-MTTQ-BTT | 12 | KH-MTTQ-BTT |  | state'],
    ['Công văn số 01/NHNo.ĐT-QLRR', '01/NHNo.ĐT-QLRR | 01 | NHNo.ĐT-QLRR |  | state'],
    ['số 12/UBND', '12/UBND | 12 | UBND |  | state'],
    ['30/2020/NĐ-CP - Nghị định', '30/2020/NĐ-CP | 30 | NĐ-CP | 2020 | state'],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual([expected])
  })
})

describe('findNumbers: lists share the symbol', () => {
  it.each<[string, string[]]>([
    ['số 217, 218-QĐ/TW', ['217 | 217 | QĐ/TW |  | party', '218-QĐ/TW | 218 | QĐ/TW |  | party']],
    ['các Kết luận số 43 và 65-KL/TW', ['43 | 43 | KL/TW |  | party', '65-KL/TW | 65 | KL/TW |  | party']],
    [
      'các Nghị định số 59, 61/2023/NĐ-CP',
      ['59 | 59 | NĐ-CP | 2023 | state', '61/2023/NĐ-CP | 61 | NĐ-CP | 2023 | state'],
    ],
    // Figures before a number are no list without «số» or a kind before them.
    ['có 12, 25-NQ/TW', ['25-NQ/TW | 25 | NQ/TW |  | party']],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual(expected)
  })
})

describe('findNumbers: damage is read and flagged', () => {
  it.each<[string, string, boolean, boolean]>([
    ['O8-KL/TW', '08-KL/TW', true, false],
    ['l2-KH/HU', '12-KH/HU', true, false],
    ['34O-CV/ĐU', '340-CV/ĐU', true, false],
    ['340-CV/DU', '340-CV/ĐU', true, false],
    ['23-QD/TW', '23-QĐ/TW', true, false],
    ['11-HĐ/TW', '11-HD/TW', true, false],
    ['25-QÐ/TW', '25-QĐ/TW', false, false],
    ['Số 12-KHHU', '12-KH/HU', true, false],
    ['Số 10 NQ/TW', '10-NQ/TW', true, false],
    ['31/QĐ-TW', '31-QĐ/TW', false, true],
    ['02-HD/UBND', '02/HD-UBND', false, true],
    ['25-NQ-TW', '25-NQ/TW', false, true],
  ])('%s is %s', (text, canonical, isRepaired, hasSeparatorMismatch) => {
    const [found] = findNumbers(text)
    expect(found && canonicalNumber(found.value)).toBe(canonical)
    expect(found?.value).toMatchObject({ isRepaired, hasSeparatorMismatch })
  })

  it('finds numbers in decomposed text at their place there', () => {
    const text = 'Quyết định số 23-QĐ/TW của Bộ Chính trị'.normalize('NFD')
    const [found] = findNumbers(text)
    expect(found?.value.symbol).toBe('QĐ/TW')
    expect(text.slice(found?.start, found?.end)).toBe(found?.raw)
  })
})

describe('findNumbers: look-alikes', () => {
  it.each([
    '01/2001/NQLTX',
    '05/01/2024', 'ngày 05/9/2026', 'giai đoạn 2021-2025', 'tỷ lệ 12/15', '24/7', '3/4 số đảng viên',
    'nhiệm kỳ 2025 - 2030', 'Điều 5/2', '1/2 diện tích', '24/39 xã', '61,5%', '0205.3812-345', 'trang 12-15',
    'Hợp đồng số 15/HĐKT', 'hợp đồng số 123/HĐ-XD', '45/2022/HĐ-XD', 'Boeing 737-MAX', 'AK-47/M', 'QCVN 01:2018/BTNMT',
    'TCVN 5687:2010', 'km 12/QL-1A', '1.250.000 đồng', 'xe 11A-12345', 'Honda 110/CC', '7h30-11h30', 'số 12-KH/huyện',
    '12-KHHU',
  ])('%s is no document', (text) => {
    expect(brief(text)).toEqual([])
  }) // biome-ignore format: a table
})

describe('parseNumber and formatNumber', () => {
  it.each(['Số: 12-KH/HU', 'S0 12-KH/HU', 'SỐ 12-KH/HU', '12 - KH / HU', '12–KH/HU'])('%s', (text) => {
    expect(parseNumber(text)).toMatchObject({
      number: '12',
      numberValue: 12,
      symbol: 'KH/HU',
      issuerCode: 'HU',
    })
  })

  it.each(['', 'Số', 'Số -KH/HU', 'Kế hoạch số 12-KH/HU', '12-KH/HU và', '2021-2025'])(
    '%s is none',
    (text) => {
      expect(parseNumber(text)).toBeNull()
    },
  )

  it('keeps decimals, letters, tails and terms apart', () => {
    expect(parseNumber('66.7/2025/NQ-CP')).toMatchObject({ numberValue: 66, decimal: 7, suffix: null })
    expect(parseNumber('30c/NQ-CP')).toMatchObject({ numberValue: 30, suffix: 'c' })
    expect(parseNumber('5053-CV/VPTW/nb')).toMatchObject({ tail: 'nb', issuerCode: 'VPTW' })
    expect(parseNumber('10/2022/QH15')).toMatchObject({ assemblyTerm: 15, kindCode: null, issuerCode: 'QH' })
  })

  const party = fc
    .tuple(
      fc.integer({ min: 1, max: 99_999 }),
      fc.constantFrom('NQ', 'QĐ', 'QĐi', 'CT', 'KL', 'KH', 'CTr', 'TTr', 'CV', 'HD', 'TB', 'ĐA'),
      fc.constantFrom('TW', 'TU', 'HU', 'ĐU', 'BDVTU', 'VPTW', 'QUTW', 'BCĐ', 'TC-NV', 'BDVTU-UBND'),
    )
    .map(([number, kind, issuer]) => `${number}-${kind}/${issuer}`)
  const state = fc
    .tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.option(fc.integer({ min: 1946, max: 2035 }), { nil: null }),
      fc.constantFrom('NĐ-CP', 'QĐ-TTg', 'TT-BNV', 'NQ-HĐND', 'KH-UBND', 'PL-UBTVQH11', 'QĐ-UBND'),
    )
    .map(([number, year, symbol]) => `${number}${year === null ? '' : `/${year}`}/${symbol}`)

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.oneof(party, state), (written) => {
        const read = parseNumber(written)
        expect(read).not.toBeNull()
        const number = read as DocumentNumber
        expect(formatNumber(number)).toBe(written)
        expect(parseNumber(formatNumber(number))).toEqual(number)
      }),
    )
  })

  it('finds in any text exactly what stands at each span, in order and apart', () => {
    const word = fc.constantFrom(
      'số ',
      'Kết luận ',
      '217, ',
      '25-NQ/TW',
      '59/2023/NĐ-CP',
      ' ngày 3/6/2013',
      ';',
      '\n',
      '–',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        const text = words.join('')
        let before = 0
        for (const found of findNumbers(text)) {
          expect(text.slice(found.start, found.end)).toBe(found.raw)
          expect(found.start).toBeGreaterThanOrEqual(before)
          before = found.end
        }
      }),
    )
  })
})
