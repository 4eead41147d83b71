/** Tables of words run together and of words that only look so; the way back from the parted text holds at every offset. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partGluedWords } from '../../../shared/citations/gluedWords.ts'
import { readCitations } from '../../../shared/citations/read.ts'
import { normalise } from '../../../shared/vietnamese/normalise.ts'
import { loadBlindCases } from '../../golden/citations/blind.ts'
import { bareContext } from '../../golden/vocabulary.ts'

describe('words run together', () => {
  it.each<[string, string]>([
    ['Thực hiệnQuyết định số68/2010', 'Thực hiện Quyết định số 68/2010'],
    ['tạiTờ trình', 'tại Tờ trình'],
    ['Tờtrình, Kếhoạch, Thôngtư', 'Tờ trình, Kế hoạch, Thông tư'],
    ['phê duyệtChương trình', 'phê duyệt Chương trình'],
    ['Hội đồng nhân dântỉnh vềviệc', 'Hội đồng nhân dân tỉnh về việc'],
    ['HĐND và UBNDngày26/11/2003', 'HĐND và UBND ngày 26/11/2003'],
    ['tháng6 năm2013', 'tháng 6 năm 2013'],
    ['THỰCHIỆN NGHỊQUYẾT', 'THỰC HIỆN NGHỊ QUYẾT'],
    ['thựchiệnnghịquyết', 'thực hiện nghị quyết'],
    [
      'Nghị quyết25-NQ/TW, Quy định08-QĐi/TW, 43-NQ/TWcủa',
      'Nghị quyết 25-NQ/TW, Quy định 08-QĐi/TW, 43-NQ/TW của',
    ],
    ['Huyện ủy Mai Sơnvề, tỉnh CaoBằng, khóaXII', 'Huyện ủy Mai Sơn về, tỉnh Cao Bằng, khóa XII'],
    ['sửa đổi,bổ sung;thay thế;Luật số', 'sửa đổi, bổ sung; thay thế; Luật số'],
    [
      'Nghị quyết số 57,59,66,68-NQ/TW; số 24,25 và 26/2021',
      'Nghị quyết số 57, 59, 66, 68-NQ/TW; số 24, 25 và 26/2021',
    ],
    ['về nhân sự.Căn cứ kết quả;Điều 1.Bãi bỏ', 'về nhân sự. Căn cứ kết quả; Điều 1. Bãi bỏ'],
  ])('«%s»', (glued, parted) => {
    expect(partGluedWords(normalise(glued)).text).toBe(parted)
  })

  it.each([
    'nghiêng, trường, nguyên, khuyến, Quyết, thuyền',
    'CT-TTg, QyĐ, CTr/TU, TTr-SNV, NĐ-CP',
    'YouTube, VNeID, PowerPoint, McDonald, iPhone',
    'Ban Thường vụ Huyện ủy, BTGDVTU, UBMTTQ',
    'Nghị quyết1, thứ2, Covid19, khóa XII, VietNam, tỉnhA',
    'năm mươi, ngày mai, số liệu, năm-2013, số: 68',
    '66.7/2025/NQ-CP, QĐ.TTg, NQ.HĐND, T.Ư, TP.Huế, v.v., 5.000, hệ số 1,5 lần, diện tích 57,59 ha, số 2,5%',
    'Krông Pắc, Đắk Lắk, Kon Tum, Êban, Ayun',
  ])('leaves «%s»', (text) => {
    const plain = normalise(text)
    expect(partGluedWords(plain)).toBe(plain)
  })

  it('leads back to the source from every offset', () => {
    const words = fc.constantFrom(
      'Thực hiệnQuyết',
      'định',
      'số68',
      'củaỦy ban',
      '2010',
      'Tờtrình',
      ';',
      'UBNDngày5',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const source = parts.join(' ')
        const plain = normalise(source)
        const parted = partGluedWords(plain)
        for (let offset = 0; offset < parted.text.length; offset++) {
          const place = parted.toSource(offset)
          if (parted.text[offset] !== ' ') expect(plain.text[place]).toBe(parted.text[offset])
        }
        expect(parted.toSource(parted.text.length)).toBe(source.length)
        for (let place = 0; place <= source.length; place++) {
          expect(parted.toSource(parted.fromSource(place))).toBe(place)
        }
      }),
    )
  })

  it('cites with spans of the text as it stands', () => {
    const text = 'Điều 1.Bãi bỏ Quyếtđịnh số68/2010/QĐ-UBNDngày 18/6/2010 củaỦy ban nhân dân tỉnh vềviệc họp.'
    const { citations } = readCitations(text, bareContext)
    expect(citations).toHaveLength(1)
    const [citation] = citations
    expect(citation).toMatchObject({
      raw: '68/2010/QĐ-UBND',
      type: 'Quyết định',
      date: '2010-06-18',
      issuer: 'Ủy ban nhân dân tỉnh',
      subject: 'về việc họp',
      relation: 'repeals',
    })
    expect(text.slice(citation?.start, citation?.end)).toBe(citation?.raw)
  })

  it('cites the same acts where every line of a paper lost its last space', async () => {
    const read = (text: string) =>
      readCitations(text, bareContext).citations.map(({ raw, type }) => `${type} ${raw}`.replace(/\s/g, ''))
    for (const { text } of await loadBlindCases()) expect(read(withoutLineEnds(text))).toEqual(read(text))
  })
})

/** The text as copied from lines of 80 characters, nothing left between the last word of one and the first of the next. */
function withoutLineEnds(text: string): string {
  return text
    .split('\n')
    .map((paragraph) => {
      let column = 0
      return paragraph
        .split(' ')
        .map((word) => {
          const isBroken = column + word.length > 80
          const lead = column === 0 || isBroken ? '' : ' '
          column = column === 0 || isBroken ? word.length : column + word.length + 1
          return lead + word
        })
        .join('')
    })
    .join('\n')
}
