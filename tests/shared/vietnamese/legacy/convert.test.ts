/** Conversion, its record and its undoing; mixed documents; sources with pages and blocks. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceText } from '../../../../shared/documents/sourceText.ts'
import { convertLegacy, restoreLegacy } from '../../../../shared/vietnamese/legacy/convert.ts'
import { encodeLegacy, LEGACY_ENCODINGS } from '../../../../shared/vietnamese/legacy/encodings.ts'
import { convertMixed } from '../../../../shared/vietnamese/legacy/mixed.ts'
import { convertRun } from '../../../../shared/vietnamese/legacy/run.ts'
import { convertSource } from '../../../../shared/vietnamese/legacy/source.ts'

import { readPlan } from './plan.ts'

const plan = readPlan()
const lines = plan.split('\n').filter((line) => line.trim() !== '')

describe('convertLegacy', () => {
  it('gives capitals of a .VnTimeH run', () => {
    expect(convertLegacy('céng hßa x· héi chñ nghÜa viÖt nam', 'tcvn3', { isCapitalFont: true }).text).toBe(
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    )
  })
  it('sees capitals typed in capitals', () => {
    expect(convertLegacy('CéNG HßA X· HéI', 'tcvn3').text).toBe('CỘNG HÒA XÃ HỘI')
    expect(convertLegacy('Vµ HuyÖn uû', 'tcvn3').text).toBe('Và Huyện uỷ')
  })
  it('records one piece and can be undone', () => {
    const legacy = 'Ban Th\u00adêng vô'
    const { text, pieces, warnings } = convertLegacy(legacy, 'tcvn3')
    expect(pieces).toEqual([{ start: 0, end: text.length, encoding: 'tcvn3', original: legacy }])
    expect(warnings).toEqual([])
    expect(restoreLegacy(text, pieces)).toBe(legacy)
  })
  it('lists what reads badly afterwards', () => {
    const { warnings } = convertLegacy('zµ© k¶®¸ q¹µ', 'tcvn3')
    expect(warnings.map(({ code }) => code)).toEqual(['legacy_doubtful'])
  })
})

describe('convertRun', () => {
  const cases: readonly [string, string | null, string][] = [
    ['Uû ban nh©n d©n', '.VnTime', 'Uỷ ban nhân dân'],
    ['uû ban nh©n d©n', '.VnTimeH', 'UỶ BAN NHÂN DÂN'],
    ['nghi', '.VnTimeH', 'NGHI'],
    ['Sè', '.VnTime', 'Số'],
    ['Sè', 'Times New Roman', 'Sè'],
    ['Sè', null, 'Sè'],
    ['Số 12', '.VnTime', 'Số 12'],
    ['Hoäi ñoàng', 'VNI-Times', 'Hội đồng'],
    ['là và có ở', 'VNI-Times', 'là và có ở'],
  ]
  for (const [text, font, expected] of cases) {
    it(`${font}: ${text}`, () => expect(convertRun(text, font).text).toBe(expected))
  }
})

describe('convertMixed', () => {
  for (const encoding of LEGACY_ENCODINGS) {
    it(`brings a whole ${encoding} document back`, () => {
      const source = encoding === 'tcvn3' ? plan.toLowerCase() : plan
      const legacy = encodeLegacy(source, encoding)
      const { text, pieces } = convertMixed(legacy)
      expect(text).toBe(source)
      expect(restoreLegacy(text, pieces)).toBe(legacy)
    })
  }

  it('leaves a Unicode document as it is', () => {
    expect(convertMixed(plan)).toMatchObject({ text: plan, pieces: [], warnings: [] })
  })

  it('restores whatever it changed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { text: converted, pieces } = convertMixed(text)
        expect(restoreLegacy(converted, pieces)).toBe(text)
      }),
    )
  })

  it('tells lines of two encodings apart, whichever is more', () => {
    for (const every of [2, 3, 5]) {
      for (const encoding of ['tcvn3', 'vni', 'mojibake'] as const) {
        const expected = lines.map((line, index) =>
          index % every === 0 && encoding === 'tcvn3' ? line.toLowerCase() : line,
        )
        const mixed = expected.map((line, index) =>
          index % every === 0 ? encodeLegacy(line, encoding) : line,
        )
        const { text, warnings } = convertMixed(mixed.join('\n'))
        const got = text.split('\n')
        const listed = new Set(warnings.map(({ start }) => text.slice(0, start).split('\n').length - 1))
        const silent = expected.filter((line, index) => got[index] !== line && !listed.has(index))
        expect(silent, `${encoding} every ${every}`).toEqual([])
      }
    }
  })

  it('converts legacy words beside Unicode ones on one line', () => {
    expect(convertMixed('Số 12-QĐ/TU của Uû ban nh©n d©n tØnh').text).toBe(
      'Số 12-QĐ/TU của Uỷ ban nhân dân tỉnh',
    )
  })

  it('lists a lone line that reads both ways', () => {
    const { warnings } = convertMixed(
      'Sè 12\nUû ban nh©n d©n tØnh L¹ng S¬n\nĐảng ủy xã Vân Thủy\nSè 14\nthường trực',
    )
    expect(warnings.length).toBeLessThanOrEqual(1)
  })

  it('maps old offsets to new ones at every word', () => {
    const legacy = encodeLegacy(plan, 'vni')
    const { text, fromOriginal } = convertMixed(legacy)
    const starts = (value: string) => [...value.matchAll(/\S+/g)].map(({ index }) => index)
    expect(starts(legacy).map(fromOriginal)).toEqual(starts(text))
    expect(fromOriginal(legacy.length)).toBe(text.length)
  })
})

describe('convertSource', () => {
  it('moves pages and blocks with the text', () => {
    const first = 'Uûy ban nhaân daân tænh\n'
    const second = 'Quyeát ñònh cuûa Tænh uûy'
    const source = convertSource<SourceText>({
      text: first + second,
      pages: [
        { start: 0, end: first.length },
        { start: first.length, end: first.length + second.length },
      ],
      blocks: [{ kind: 'paragraph', start: first.length, end: first.length + second.length }],
      warnings: [],
    })
    expect(source.pages.map(({ start, end }) => source.text.slice(start, end))).toEqual([
      'Ủy ban nhân dân tỉnh\n',
      'Quyết định của Tỉnh ủy',
    ])
    expect(source.blocks.map(({ start, end }) => source.text.slice(start, end))).toEqual([
      'Quyết định của Tỉnh ủy',
    ])
    expect(source.converted?.map(({ original }) => original)).toEqual([first.trimEnd(), second])
  })
  it('moves recognised words with the text', () => {
    const text = 'Quyeát ñònh cuûa Tænh uûy'
    const at = text.indexOf('cuûa')
    const box = { left: 0, top: 0, width: 1, height: 1 }
    const word = { start: at, end: at + 4, confidence: 50, box, original: null }
    const page = { page: 0, confidence: 50, rotation: 0, skew: 0, width: 1, height: 1, words: [word] }
    const source = convertSource({
      text,
      pages: [{ start: 0, end: text.length }],
      blocks: [],
      warnings: [],
      recognised: [page],
    })
    const [moved] = source.recognised?.[0]?.words ?? []
    expect(source.text.slice(moved?.start, moved?.end)).toBe('của')
  })
  it('keeps what fonts told, and takes it into a line that statistics convert', () => {
    const known = 'Uỷ ban nhân dân'
    const line = 'Uỷ ban nh©n d©n tØnh L¹ng S¬n'
    const text = `${known}\n${line}`
    const piece = (start: number, end: number, original: string) => ({
      start,
      end,
      encoding: 'tcvn3' as const,
      original,
    })
    const source = convertSource({
      text,
      pages: [{ start: 0, end: text.length }],
      blocks: [],
      warnings: [],
      converted: [piece(0, known.length, 'Uû ban nh©n d©n'), piece(known.length + 1, known.length + 3, 'Uû')],
    })
    expect(source.text).toBe(`${known}\nUỷ ban nhân dân tỉnh Lạng Sơn`)
    expect(
      source.converted?.map(({ start, end, original }) => [source.text.slice(start, end), original]),
    ).toEqual([
      [known, 'Uû ban nh©n d©n'],
      ['Uỷ ban nhân dân tỉnh Lạng Sơn', 'Uû ban nh©n d©n tØnh L¹ng S¬n'],
    ])
  })
  it('hands good text back as the same object', () => {
    const source = { text: plan, pages: [{ start: 0, end: plan.length }], blocks: [], warnings: [] }
    expect(convertSource(source)).toBe(source)
  })
})
