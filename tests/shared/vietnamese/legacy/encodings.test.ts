/** Round trips over every legacy encoding, and the codes met in real files. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeLegacy,
  encodeLegacy,
  LEGACY_ENCODINGS,
} from '../../../../shared/vietnamese/legacy/encodings.ts'
import {
  ACCENTED_LETTERS,
  TCVN3_LOWER,
  VISCII_LOWER,
  VISCII_UPPER,
  VPS_LOWER,
  VPS_UPPER,
} from '../../../../shared/vietnamese/legacy/tables.ts'
import { readPlan } from './plan.ts'

const LETTERS = [...ACCENTED_LETTERS, ...'abcdeghiklmnopqrstuvxy', ' ', '-', '/', '1', '9', ',', '.', '\n']
const vietnamese = fc.array(fc.constantFrom(...LETTERS), { maxLength: 60 }).map((letters) => letters.join(''))
const withCapitals = fc
  .array(fc.constantFrom(...LETTERS, ...LETTERS.map((letter) => letter.toUpperCase())), { maxLength: 60 })
  .map((letters) => letters.join(''))

describe('tables', () => {
  it('give each letter a code of its own', () => {
    for (const row of [TCVN3_LOWER, [...VISCII_LOWER, ...VISCII_UPPER], [...VPS_LOWER, ...VPS_UPPER]]) {
      expect(new Set(row).size).toBe(row.length)
      expect(row.every((code) => code > 0 && code < 256 && (code < 0x20 || code >= 0x80))).toBe(true)
    }
    expect(TCVN3_LOWER).toHaveLength(67)
  })
})

describe('encode and decode', () => {
  for (const encoding of LEGACY_ENCODINGS) {
    it(`${encoding}: lower case comes back`, () => {
      fc.assert(
        fc.property(vietnamese, (text) => {
          expect(decodeLegacy(encodeLegacy(text, encoding), encoding)).toBe(text)
        }),
      )
    })
    if (encoding === 'tcvn3') continue
    it(`${encoding}: capitals come back`, () => {
      fc.assert(
        fc.property(withCapitals, (text) => {
          expect(decodeLegacy(encodeLegacy(text, encoding), encoding)).toBe(text)
        }),
      )
    })
  }

  it('keeps a whole real document', () => {
    const text = readPlan()
    for (const encoding of LEGACY_ENCODINGS) {
      const source = encoding === 'tcvn3' ? text.toLowerCase() : text
      expect(decodeLegacy(encodeLegacy(source, encoding), encoding)).toBe(source)
    }
  })
})

describe('codes seen in files', () => {
  const cases: readonly [string, (typeof LEGACY_ENCODINGS)[number], string][] = [
    ['Uû ban nh©n d©n', 'tcvn3', 'Uỷ ban nhân dân'],
    ['Ban Th\u00adêng vô tØnh uû', 'tcvn3', 'Ban Thường vụ tỉnh uỷ'], // U+00AD is «ư»
    ['§¶ng Céng s¶n ViÖt Nam', 'tcvn3', 'Đảng Cộng sản Việt Nam'],
    ['lμ mét', 'tcvn3', 'là một'], // a PDF font map gave Greek mu
    ['Uûy ban nhaân daân', 'vni', 'Ủy ban nhân dân'],
    ['COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'vni', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['Quyeát ñònh cuûa Thuû töôùng', 'vni', 'Quyết định của Thủ tướng'],
    ['Ðảng', 'mojibake', 'Ðảng'],
    ['á»¦y ban nhÃ¢n dÃ¢n tá»‰nh', 'mojibake', 'Ủy ban nhân dân tỉnh'],
    ['Ca\u0302\u0301p u\u0309y', 'nfd', 'Cấp ủy'],
    ['Viê\u0323t Nam', 'nfd', 'Việt Nam'],
    ['Ðiê\u00ecu', 'windows-1258', 'Điếu'],
  ]
  for (const [legacy, encoding, expected] of cases) {
    it(`${encoding}: ${expected}`, () => expect(decodeLegacy(legacy, encoding)).toBe(expected))
  }
  it('leaves what an encoding has no letter for', () => {
    expect(decodeLegacy('abc 12/QĐ', 'tcvn3')).toBe('abc 12/QĐ')
    expect(decodeLegacy('kinh teá', 'mojibake')).toBe('kinh teá')
  })
})
