/** Provinces by name and day: mergers, cities, archive units, and names that are none. */
import { describe, expect, it } from 'vitest'
import {
  canonicalProvince,
  findProvince,
  findProvinces,
  provinceOn,
  sameTerritory,
} from '../../../shared/documents/provinces.ts'
import { vocabulary } from '../../golden/vocabulary.ts'

const { provinces } = vocabulary

describe('canonicalProvince', () => {
  it.each([
    ['Hoà Bình', 'Hòa Bình'],
    ['TPHCM', 'Hồ Chí Minh'],
    ['thành phố Hồ Chí Minh', 'Hồ Chí Minh'],
    ['tỉnh Đăk Lăk', 'Đắk Lắk'],
    ['LẠNG SƠN', 'Lạng Sơn'],
    ['Thừa Thiên - Huế', 'Huế'],
    ['Chi Lăng', null],
    ['', null],
  ])('%s is %s', (written, expected) => {
    expect(canonicalProvince(written, provinces)).toBe(expected)
  })
})

describe('findProvinces', () => {
  it('prefers the province named with its title over one named more often', () => {
    const text = 'Hà Nội, Hà Nội, Hà Nội; UBND tỉnh Lai Châu'
    expect(findProvince(text, provinces)).toBe('Lai Châu')
  })
  it.each([['vì hòa bình và phát triển'], ['thái bình thịnh trị'], ['Lạng Sơnn'], ['']])(
    'finds none in «%s»',
    (text) => {
      expect(findProvinces(text, provinces)).toEqual([])
    },
  )
  it('gives spans of the text', () => {
    const text = 'Tỉnh ủy Bà Rịa - Vũng Tàu và tỉnh Gia Lai'
    const mentions = findProvinces(text, provinces)
    expect(mentions.map((each) => text.slice(each.start, each.end))).toEqual(['Bà Rịa - Vũng Tàu', 'Gia Lai'])
    expect(mentions.every((each) => each.isTitled)).toBe(true)
  })
})

describe('provinceOn', () => {
  it.each([
    ['Hà Giang', '2024-05-01', 'before2025', ['Tuyên Quang']],
    ['Tuyên Quang', '2024-05-01', 'before2025', ['Tuyên Quang']],
    ['Tuyên Quang', '2025-07-01', 'since2025', ['Tuyên Quang']],
    ['Hà Bắc', '1990-01-01', 'former', ['Bắc Ninh']],
    ['Thừa Thiên Huế', '2010-01-01', 'former', ['Huế']],
    ['Bắc Thái', '1990-01-01', 'former', ['Thái Nguyên']],
  ])('%s on %s', (name, date, era, current) => {
    expect(provinceOn(name, date, provinces)).toMatchObject({ era, current })
  })
  it('knows no Hà Giang after the merger', () => {
    expect(provinceOn('Hà Giang', '2025-07-01', provinces)).toBeNull()
  })
  it('makes Đồng Nai a city from 30/4/2026', () => {
    expect(provinceOn('Đồng Nai', '2026-04-29', provinces)?.kind).toBe('tỉnh')
    expect(provinceOn('Đồng Nai', '2026-04-30', provinces)?.kind).toBe('thành phố')
  })
})

describe('sameTerritory', () => {
  it.each([
    ['Lạng Sơn', '2020-01-01', 'Lạng Sơn', '2026-01-01', true],
    ['Tuyên Quang', '2020-01-01', 'Tuyên Quang', '2026-01-01', false],
    ['Tuyên Quang', '2020-01-01', 'Tuyên Quang', null, true],
    ['Hoà Bình', '2010-01-01', 'Hòa Bình', '2012-01-01', true],
    ['Lai Châu', '2020-01-01', 'Lạng Sơn', '2020-01-01', false],
  ])('%s (%s) and %s (%s): %s', (first, firstDate, second, secondDate, expected) => {
    const same = sameTerritory(
      { name: first, date: firstDate },
      { name: second, date: secondDate },
      provinces,
    )
    expect(same).toBe(expected)
  })
})
