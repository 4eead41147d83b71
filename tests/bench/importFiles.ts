/** A folder and a count come in; five-page documents of their own numbers and sentences lie there afterwards. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { docxOf, odtOf, rtfOf } from '../electron/ingest/legacyFiles.ts'

const samples = join(import.meta.dirname, '../golden/metadata/samples')

/** Characters of five pages at 14 points. */
const LENGTH = 11_000
const LINES_A_PAGE = 46
const LINE_LENGTH = 86

/** Formats the bench knows to write. */
export const BENCH_FORMATS = ['docx', 'txt', 'pdf', 'odt', 'rtf'] as const
/** @see BENCH_FORMATS */
export type BenchFormat = (typeof BENCH_FORMATS)[number]

/** Repeatable numbers in 0..1 (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Writes the documents, formats in turn; the same count gives the same ones. */
export function writeDocuments(folder: string, count: number, formats: readonly BenchFormat[]): void {
  const sentences = readSentences()
  for (let index = 0; index < count; index++) {
    const format = formats[index % formats.length] ?? 'txt'
    writeFileSync(
      join(folder, `kế hoạch ${index}.${format}`),
      inFormat(format, paragraphsOf(index, sentences)),
    )
  }
}

/** Sentences of the sample documents, the bodies of what the bench writes. */
function readSentences(): readonly string[] {
  const text = readdirSync(samples)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(samples, name), 'utf8'))
    .join('\n')
  return text.split(/\n+|(?<=[.;]) /).filter((sentence) => sentence.length > 60 && sentence.length < 400)
}

function paragraphsOf(index: number, sentences: readonly string[]): readonly string[] {
  const random = numbersFrom(index + 1)
  const pick = (limit: number): number => Math.floor(random() * limit)
  const day = String(1 + pick(28)).padStart(2, '0')
  const paragraphs = [
    'HUYỆN ỦY CHI LĂNG',
    `Số ${index + 1}-KH/HU`,
    `Chi Lăng, ngày ${day} tháng ${1 + pick(12)} năm ${2005 + pick(20)}`,
    'KẾ HOẠCH',
    `thực hiện nhiệm vụ công tác số ${index + 1}`,
  ]
  let length = 0
  while (length < LENGTH) {
    const parts = Array.from({ length: 1 + pick(4) }, () => sentences[pick(sentences.length)] ?? '')
    // A third of the citations name a well-known act, the others one of their own.
    const paragraph = parts
      .join(' ')
      .replace(/(\d{1,3})(?=[-/][\p{Lu}\d])/gu, (number) =>
        random() < 0.33 ? number : String(1 + pick(400)),
      )
    paragraphs.push(paragraph)
    length += paragraph.length
  }
  return paragraphs
}

function inFormat(format: BenchFormat, paragraphs: readonly string[]): Uint8Array {
  const runs = paragraphs.map((text) => [[text, 'Times New Roman']] as const)
  switch (format) {
    case 'txt':
      return Buffer.from(paragraphs.join('\n\n'))
    case 'docx':
      return docxOf(runs)
    case 'odt':
      return odtOf(runs)
    case 'rtf':
      return rtfOf(runs)
    case 'pdf':
      return pdfOfPages(paragraphs)
  }
}

/** A PDF with a text layer of Unicode codes, as Word prints it. */
function pdfOfPages(paragraphs: readonly string[]): Uint8Array {
  const lines = paragraphs.flatMap(wrap)
  const pages = Array.from({ length: Math.ceil(lines.length / LINES_A_PAGE) }, (_, page) =>
    lines.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE),
  )
  const firstPage = 4
  const kids = pages.map((_, page) => `${firstPage + 2 * page} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/Times/Encoding/Identity-H/ToUnicode/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Times/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 480/FontDescriptor<</Type/FontDescriptor/FontName/Times/Flags 32>>>>]>>',
    ...pages.flatMap((drawn, page) => {
      const content = `BT /F1 13 Tf 60 780 Td\n${drawn.map((line) => `<${hexOf(line)}> Tj 0 -16 Td`).join('\n')}\nET`
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${firstPage + 2 * page + 1} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
        `<</Length ${content.length}>>stream\n${content}\nendstream`,
      ]
    }),
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`, 'latin1')
}

const hexOf = (line: string): string => Buffer.from(line, 'utf16le').swap16().toString('hex')

function wrap(paragraph: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    if (line.length + word.length > LINE_LENGTH) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
