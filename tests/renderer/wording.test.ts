/** The window's dictionaries: both languages complete, with the same blanks to fill in. */
import { describe, expect, it } from 'vitest'
import { en } from '../../renderer/i18n/en.ts'
import { vi } from '../../renderer/i18n/vi.ts'

const textsOf = (dictionary: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(dictionary).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : textsOf(value, `${path}${key}.`),
  )
const blanksOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()

const english = new Map(textsOf(en))

describe('dictionaries', () => {
  it('hold the same keys', () => expect([...english.keys()]).toEqual(textsOf(vi).map(([key]) => key)))
  it.each(textsOf(vi))('%s has words and the same blanks', (key, text) => {
    expect(text.trim()).not.toBe('')
    expect(blanksOf(english.get(key) ?? '')).toEqual(blanksOf(text))
  })
})
