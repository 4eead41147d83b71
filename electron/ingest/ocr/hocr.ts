/** The engine's hOCR goes in, words with their boxes, confidence and baseline come out. */
import type { ReadWord } from './page.ts'

/** A line's opening tag: `<span class='ocr_line' id='line_1_2' title="bbox 177 199 837 233; baseline 0.001 -7; x_size 34; …">`. */
const LINE_TAG = /class='ocr_(?:line|header|caption|textfloat)'[^>]*? title=["']([^"']*)["']/
/** A word: `<span class='ocrx_word' id='word_1_4' title='bbox 177 199 250 226; x_wconf 96'>TỈNH</span>`. */
const WORD_TAG = /class='ocrx_word'[^>]*? title=["']([^"']*)["'][^>]*>(.*?)<\/span>/gs
/** Where one line ends and the next begins. */
const LINE_START = /(?=<span class='ocr_(?:line|header|caption|textfloat)')/

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** The numbers after a property of a title: «bbox 177 199 250 226» gives four. */
function numbersOf(title: string, property: string): readonly number[] {
  const part = title.split(';').find((candidate) => candidate.trim().startsWith(`${property} `))
  return (part ?? '').trim().split(/\s+/).slice(1).map(Number)
}

/** Reads every word; empty ones are left out. Words of one line share its baseline. */
export function parseHocr(hocr: string): readonly ReadWord[] {
  const words: ReadWord[] = []
  hocr.split(LINE_START).forEach((part, line) => {
    const lineTitle = LINE_TAG.exec(part)?.[1]
    if (lineTitle === undefined) return
    const [lineLeft = 0, lineTop = 0, lineRight = 0, lineBottom = 0] = numbersOf(lineTitle, 'bbox')
    const [slope = 0, offset = 0] = numbersOf(lineTitle, 'baseline')
    const [size = lineBottom - lineTop] = numbersOf(lineTitle, 'x_size')
    // Taken under the line's middle: short lines of capitals get slopes the straightened page does not have.
    const baseline = lineBottom + offset + (slope * (lineRight - lineLeft)) / 2
    for (const [, title = '', marked = ''] of part.matchAll(WORD_TAG)) {
      const text = marked
        .replace(/<[^>]*>/g, '')
        .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
        .trim()
        .normalize('NFC')
      if (text === '') continue
      const [left = 0, top = 0, right = 0, bottom = 0] = numbersOf(title, 'bbox')
      const [confidence = 0] = numbersOf(title, 'x_wconf')
      words.push({
        text,
        original: null,
        confidence,
        box: { left, top, width: right - left, height: bottom - top },
        baseline,
        size,
        line,
      })
    }
  })
  return words
}
