/** Short mentions and the acts they stand for; what cannot be told without guessing stays untied. */
import { describe, expect, it } from 'vitest'
import { readBackReferences } from '../../../shared/citations/backReferences.ts'
import { readCitations } from '../../../shared/citations/read.ts'
import { bareContext } from '../../golden/vocabulary.ts'

/** «short words → number of the act», as resolved in the text. */
function resolved(text: string): string[] {
  const { citations } = readCitations(text, bareContext)
  return readBackReferences(text, citations).map((each) => {
    expect(text.slice(each.start, each.end)).toBe(each.raw)
    return `${each.raw} → ${citations[each.citation]?.raw}`
  })
}

describe('readBackReferences', () => {
  it.each<[string, string[]]>([
    ['Kết luận số 43-KL/TW của Ban Bí thư. Kết luận 43 đã được quán triệt.', ['Kết luận 43 → 43-KL/TW']],
    ['Chỉ thị số 05-CT/TW. Thực hiện Chỉ thị số 5 nêu trên.', ['Chỉ thị số 5 → 05-CT/TW']],
    // Two acts of one number, or two dates of one: no guess.
    ['Kế hoạch số 12-KH/TU; Kế hoạch số 12-KH/HU. Theo Kế hoạch 12.', []],
    ['Nghị quyết số 25-NQ/TW ngày 25/7/2008; Nghị quyết số 25-NQ/TW ngày 03/6/2013. Nghị quyết 25.', []],
    // Never cited in full.
    ['Kết luận số 43-KL/TW. Kết luận 65.', []],
    ['Kế hoạch số 5-KH/TU. Kế hoạch 5 năm; kế hoạch 5/6 xã; Kế hoạch 5-KH/TU.', []],
    ['các Kết luận số 43, 65-KL/TW', []],
  ])('%s', (text, expected) => {
    expect(resolved(text)).toEqual(expected)
  })
})
