/** Words, spellings, abbreviations and typing keys: each written form meets the others, and nothing else does. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAbbreviations } from '../../../shared/vietnamese/abbreviations.ts'
import { displayForm, spellWord } from '../../../shared/vietnamese/spelling.ts'
import { readAsTyped } from '../../../shared/vietnamese/typing.ts'
import { readWords } from '../../../shared/vietnamese/words.ts'

describe('spellWord', () => {
  it.each([
    ['hoà', 'hòa'],
    ['KHOÁ', 'khóa'],
    ['uỷ', 'ủy'],
    ['thuý', 'thúy'],
    ['khoẻ', 'khỏe'],
    ['quý', 'quí'],
    ['lý', 'lí'],
    ['kỹ', 'kĩ'],
    ['Mỹ', 'mĩ'],
    ['05', '5'],
    ['vận'.normalize('NFD'), 'vận'],
  ])('%s and %s are one word', (one, other) => {
    expect(spellWord(one)).toEqual(spellWord(other))
  })

  it.each([
    ['tủy', 'tủi'],
    ['hoàn', 'hòn'],
    ['yên', 'iên'],
    ['quỷ', 'quả'],
    ['tay', 'tai'],
    ['50', '5'],
  ])('%s and %s are two words', (one, other) => {
    expect(spellWord(one).key).not.toBe(spellWord(other).key)
  })

  it.each([
    ['lí', 'lý'],
    ['quĩ', 'quỹ'],
    ['vì', 'vì'],
    ['nghị', 'nghị'],
  ])('%s is shown as %s', (form, shown) => {
    expect(displayForm(form)).toBe(shown)
  })
})

describe('readWords', () => {
  it.each([
    ['Dân vận khéo', 'Dân+vận+khéo'],
    ['thi đua “Dân vận”', 'thi+đua+Dân+vận'],
    ['kinh tế - xã hội', 'kinh+tế|xã+hội'],
    ['công bằng, dân chủ', 'công+bằng|dân+chủ'],
    ['dòng một\ndòng hai', 'dòng+một+dòng+hai'],
    ['đoạn một\n\nđoạn hai', 'đoạn+một|đoạn+hai'],
    ['25-NQ/TW', '25|NQ|TW'],
    ['…', ''],
  ])('cuts «%s» into %s', (text, expected) => {
    const shown = readWords(text)
      .map(
        ({ start, end, joinsPrevious }, index) =>
          `${index === 0 ? '' : joinsPrevious ? '+' : '|'}${text.slice(start, end)}`,
      )
      .join('')
    expect(shown).toBe(expected)
  })

  it('gives ascending spans inside any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let previous = 0
        for (const { start, end, key } of readWords(text)) {
          expect(start).toBeGreaterThanOrEqual(previous)
          expect(end).toBeGreaterThan(start)
          expect(key).not.toContain('_')
          previous = end
        }
        expect(previous).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('readAsTyped', () => {
  it.each([
    ['daan', 'dân'],
    ['vaanj', 'vận'],
    ['vanaj', 'vận'],
    ['kheos', 'khéo'],
    ['ddangr', 'đảng'],
    ['truowngf', 'trường'],
    ['truongwf', 'trường'],
    ['nawm', 'năm'],
    ['thuwcj', 'thực'],
    ['hoaf', 'hòa'],
    ['quys', 'quý'],
    ['giaos', 'giáo'],
    ['toanf', 'toàn'],
    ['soos', 'số'],
    ['tieengs', 'tiếng'],
    ['da6n', 'dân'],
    ['va65n', 'vận'],
    ['d9a3ng', 'đảng'],
    ['truo7ng2', 'trường'],
    ['na8m', 'năm'],
    ['HUYE65N', 'huyện'],
  ])('%s → %s', (typed, meant) => {
    expect(readAsTyped(typed)).toContain(meant)
  })

  it.each(['dang', 'tranh', '25nqtw', 'dân', '', '2023'])('«%s» is no slip of the keys', (typed) => {
    expect(readAsTyped(typed)).toEqual([])
  })
})

describe('the table of abbreviations', () => {
  const url = new URL('../../../resources/vocabulary/abbreviations.json', import.meta.url)
  const table = parseAbbreviations(JSON.parse(readFileSync(url, 'utf8')))

  it('is found both ways', () => {
    expect(table.byKey.get('mttq')?.expansions).toEqual(['Mặt trận Tổ quốc'])
    expect(table.byExpansion.get('mat tran to quoc')?.map(({ short }) => short)).toEqual(['MTTQ'])
    expect(table.byKey.get('btv')?.isAmbiguous).toBe(true)
    expect(table.byKey.get('cbccvc')?.short).toBe('CB-CC-VC')
  })

  it('refuses a damaged file', () => {
    expect(() => parseAbbreviations({ items: [{ short: '' }] })).toThrow()
  })
})
