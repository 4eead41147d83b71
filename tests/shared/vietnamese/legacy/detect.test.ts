/** Detection on slices of a real document in every encoding, and the texts that must be left alone. */
import { describe, expect, it } from 'vitest'
import { detectLegacy } from '../../../../shared/vietnamese/legacy/detect.ts'
import {
  encodeLegacy,
  LEGACY_ENCODINGS,
  type LegacyEncoding,
} from '../../../../shared/vietnamese/legacy/encodings.ts'
import { fontEncoding } from '../../../../shared/vietnamese/legacy/fonts.ts'
import { isSyllable } from '../../../../shared/vietnamese/legacy/syllable.ts'

import { readPlan } from './plan.ts'

const plan = readPlan()
/** Pieces of about `size` characters, cut between words. */
function slices(size: number): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const word of plan.split(/(?<=\s)/)) {
    piece += word
    if (piece.length < size) continue
    pieces.push(piece)
    piece = ''
  }
  return pieces
}

const legacyOf = (slice: string, encoding: LegacyEncoding): string =>
  encodeLegacy(encoding === 'tcvn3' ? slice.toLowerCase() : slice, encoding)

describe('detectLegacy', () => {
  for (const encoding of LEGACY_ENCODINGS) {
    it(`knows ${encoding} in at least 98 of 100 slices of 80 characters`, () => {
      const all = slices(80)
      const right = all.filter((slice) => detectLegacy(legacyOf(slice, encoding)).encoding === encoding)
      const wrong = all.filter((slice) => !right.includes(slice)).map((slice) => legacyOf(slice, encoding))
      expect(right.length / all.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.98)
    })
  }

  it('never suspects good Unicode, at any length', () => {
    for (const size of [1, 6, 12, 20, 40, 80, 400]) {
      const suspected = slices(size).filter((slice) => detectLegacy(slice).encoding !== 'unicode')
      expect(suspected).toEqual([])
    }
  })

  const untouched: readonly string[] = [
    'The Party shall lead the State; see § 12 and © 2020.',
    'L’été à la maison, où le garçon dîne avec sa sœur à côté du château.',
    'Où êtes-vous déjà allé ? À Genève, chez la comtesse, près du théâtre.',
    'Año nuevo, niñez, corazón, señor, acción y revolución.',
    'Größe, Übermut, schön, Straße, fünf Äpfel.',
    '1.234,56 – 25/12/2019 … 45 % § 3 «abc»',
    'là và có ba má',
    'Số 12-QĐ/TW',
    'Pleiku, Đắk Lắk, Krông Búk',
    '±5 °C, 10 µm, 3 × 4 ÷ 2',
    '',
  ]
  for (const text of untouched) {
    it(`leaves alone: ${text.slice(0, 40)}`, () => expect(detectLegacy(text).encoding).toBe('unicode'))
  }

  it('reads bytes too', () => {
    expect(
      detectLegacy(
        Uint8Array.from([
          0x55, 0xfb, 0x20, 0x62, 0x61, 0x6e, 0x20, 0x6e, 0x68, 0xa9, 0x6e, 0x20, 0x64, 0xa9, 0x6e,
        ]),
      ).encoding,
    ).toBe('tcvn3')
  })
})

describe('fontEncoding', () => {
  const cases: readonly [string, string | null, boolean][] = [
    ['.VnTime', 'tcvn3', false],
    ['.VnTimeH', 'tcvn3', true],
    ['.VnArial NarrowH', 'tcvn3', true],
    ['.VNTIMEH', 'tcvn3', true],
    ['ABCDEF+.VnTimeH,Bold', 'tcvn3', true],
    ['VnTime', 'tcvn3', false],
    ['VNI-Times', 'vni', false],
    ['VNI Helve', 'vni', false],
    ['VPS Times', 'vps', false],
    ['VISCII Arial', 'viscii', false],
    ['Times New Roman', null, false],
    ['UTM Helve', null, false],
    ['UVN Van', null, false],
    ['Vivaldi', null, false],
    ['Verdana', null, false],
  ]
  for (const [name, encoding, isCapital] of cases) {
    it(name, () => expect(fontEncoding(name)).toEqual(encoding === null ? null : { encoding, isCapital }))
  }
})

describe('isSyllable', () => {
  it.each([
    'hoà',
    'hòa',
    'Nghĩa',
    'ĐẢNG',
    'uỷ',
    'quyết',
    'giữ',
    'gì',
    'nghiêng',
    'khuyến',
    'oanh',
    'yêu',
    'một',
    'được',
  ])('allows %s', (word) => expect(isSyllable(word)).toBe(true))
  it.each(['hoc', 'hòc', 'été', 'Uû', 'nh©n', 'ngghi', 'ảả', 'với\u00ad', 'où', 'x', ''])(
    'refuses %s',
    (word) => expect(isSyllable(word)).toBe(false),
  )
})
