/** Fingerprints: the same text in another dress is known again, another text is not. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandsOf, fingerprint, likeness } from '../../../shared/documents/fingerprint.ts'

const samples = join(import.meta.dirname, '../../golden/metadata/samples')
const plan = readFileSync(join(samples, 'ke-hoach-dan-van-lang-son-2024.txt'), 'utf8')
const otherPlan = readFileSync(join(samples, 'ke-hoach-dan-van-kheo-chi-lang-2023.txt'), 'utf8')

const alike = (one: string, other: string): number => {
  const first = fingerprint(one)
  const second = fingerprint(other)
  if (!first || !second) throw new Error('too short')
  return likeness(first, second)
}

/** Every n-th character replaced, as recognition errs. */
const misread = (text: string, every: number): string =>
  [...text].map((letter, index) => (index % every === 0 ? 'x' : letter)).join('')

const dresses: [string, (text: string) => string, number][] = [
  ['other line ends and emphasis', (text) => text.replaceAll(' ', '\n').replaceAll('*', ''), 1],
  ['decomposed letters', (text) => text.normalize('NFD'), 1],
  [
    'no marks at all',
    (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'),
    1,
  ],
  ['a letterhead before it', (text) => `TỈNH ỦY LẠNG SƠN\nSố 12-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n${text}`, 0.9],
  ['one letter in 300 misread', (text) => misread(text, 300), 0.7],
]

describe('fingerprint', () => {
  it.each(dresses)('knows a text again under %s', (_, dress, least) => {
    expect(alike(plan, dress(plan))).toBeGreaterThanOrEqual(least)
  })

  it('tells two plans on one subject apart', () => {
    expect(alike(plan, otherPlan)).toBeLessThan(0.2)
  })

  it('gives no fingerprint for a text too short to compare', () => {
    expect(fingerprint('Căn cứ Quyết định số 23-QĐ/TW')).toBeNull()
  })

  it('is of any string, symmetric, and 1 with itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 0, maxLength: 400 }), (extra) => {
        const one = `${plan}${extra}`
        expect(alike(one, one)).toBe(1)
        expect(alike(one, plan)).toBe(alike(plan, one))
        expect(new Set(bandsOf(fingerprint(one) ?? new Uint32Array(64))).size).toBeGreaterThan(0)
      }),
      { numRuns: 20 },
    )
  })
})
