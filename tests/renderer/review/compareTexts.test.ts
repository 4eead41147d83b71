/** Paragraphs two versions share and do not share, whatever breaks their lines. */
import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../../renderer/features/review/compareTexts.ts'

const onlyIn = (one: string, other: string) =>
  compareTexts(one, other).map((lines) => lines.filter(({ isShared }) => !isShared).map(({ text }) => text))

describe('compareTexts', () => {
  it.each([
    ['the same text', 'Kế hoạch\nNăm 2023', 'Kế hoạch\nNăm 2023', [], []],
    ['other spaces and case', 'KẾ HOẠCH  năm 2023', 'Kế hoạch năm 2023.', [], []],
    ['lines broken elsewhere', 'dân vận khéo năm 2023', 'dân vận\nkhéo năm 2023', [], []],
    ['a paragraph more', 'Điều 1\nĐiều 2', 'Điều 1', ['Điều 2'], []],
    ['nothing alike', 'một', 'hai', ['một'], ['hai']],
    ['empty', '', 'hai', [], ['hai']],
  ])('%s', (_, one, other, ofOne, ofOther) => {
    expect(onlyIn(one, other)).toEqual([ofOne, ofOther])
  })

  it('tells where each paragraph begins', () => {
    const text = 'một\n\nhai\nba'
    for (const { start, text: line } of compareTexts(text, '')[0])
      expect(text.slice(start, start + line.length)).toBe(line)
  })
})
