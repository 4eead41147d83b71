/** Paragraphs of a plan in old fonts come in, files of every format that hold them go out. */
import { strToU8, zipSync } from 'fflate'
import { encodeLegacy } from '../../../shared/vietnamese/legacy/encodings.ts'
import { fixtureBytes } from './fixtures.ts'

/** A paragraph as its runs: Unicode words in an ordinary font, or codes of an old font. */
export type LegacyParagraph = readonly (readonly [text: string, font: string])[]

const UNICODE = 'Times New Roman'

/** What the files say: a Unicode paragraph, a mixed one, one in capitals, one in VNI. */
export const MIXED_TEXT = [
  'Căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương',
  'Thực hiện Kế hoạch số 41-KH/BDVTU ngày 23/11/2021 của Ban Dân vận Tỉnh ủy',
  'KẾ HOẠCH TUYÊN TRUYỀN',
  'Quyết định của Tỉnh ủy về công tác dân vận',
] as const

const tcvn3 = (text: string): string => encodeLegacy(text, 'tcvn3')

export const MIXED: readonly LegacyParagraph[] = [
  [[MIXED_TEXT[0], UNICODE]],
  [
    ['Thực hiện ', UNICODE],
    [tcvn3('Kế hoạch số 41-KH/BDVTU'), '.VnTime'],
    [' ngày 23/11/2021 của Ban Dân vận Tỉnh ủy', UNICODE],
  ],
  [[tcvn3('kế hoạch tuyên truyền'), '.VnTimeH']],
  [[encodeLegacy(MIXED_TEXT[3], 'vni'), 'VNI-Times']],
]

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A Word document whose runs name their fonts. */
export function docxOf(paragraphs: readonly LegacyParagraph[]): Uint8Array {
  const body = paragraphs.map((runs) => {
    const drawn = runs.map(
      ([text, font]) =>
        `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`,
    )
    return `<w:p>${drawn.join('')}</w:p>`
  })
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body.join('')}</w:body></w:document>`),
  })
}

/** RTF as Word writes it: old codes as bytes, Unicode as «\u7853?». */
export function rtfOf(paragraphs: readonly LegacyParagraph[]): Uint8Array {
  const fonts = [...new Set(paragraphs.flatMap((runs) => runs.map(([, font]) => font)))]
  const table = fonts.map((font, index) => `{\\f${index}\\fnil\\fcharset0 ${font};}`).join('')
  const drawn = paragraphs.map((runs) =>
    runs
      .map(([text, font]) => {
        const written = [...text].map((one) => {
          const code = one.charCodeAt(0)
          if (code < 0x80) return one
          return code < 0x100 ? `\\'${code.toString(16)}` : `\\u${code}?`
        })
        return `{\\f${fonts.indexOf(font)} ${written.join('')}}`
      })
      .join(''),
  )
  return strToU8(`{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl${table}}${drawn.join('\\par ')}\\par}`)
}

/** An OpenDocument text whose spans name their fonts. */
export function odtOf(paragraphs: readonly LegacyParagraph[]): Uint8Array {
  const fonts = [...new Set(paragraphs.flatMap((runs) => runs.map(([, font]) => font)))]
  const styles = fonts.map(
    (font, index) =>
      `<style:style style:name="T${index}" style:family="text"><style:text-properties style:font-name="${font}"/></style:style>`,
  )
  const body = paragraphs.map((runs) => {
    const spans = runs.map(
      ([text, font]) =>
        `<text:span text:style-name="T${fonts.indexOf(font)}">${escapeXml(text).replace(/ $|^ /g, '<text:s/>')}</text:span>`,
    )
    return `<text:p>${spans.join('')}</text:p>`
  })
  const content = `<office:document-content><office:automatic-styles>${styles.join('')}</office:automatic-styles><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
  })
}

/** A text file of one byte a character, as an old editor saved it. */
export const latin1 = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'), 'latin1')

/** A page that says nothing of its encoding. */
export const htmlOf = (lines: readonly string[]): Uint8Array =>
  latin1(['<html><body>', ...lines.map((line) => `<p>${line}</p>`), '</body></html>'])

/** A PDF of one page whose font shows windows-1252 codes: the text layer of a print from .VnTime. */
export function pdfOf(lines: readonly string[]): Uint8Array {
  const drawn = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -24 Td`).join('\n')
  const content = `BT /F1 12 Tf 60 740 Td\n${drawn}\nET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/TrueType/BaseFont/BCDEEE+.VnTime/Encoding/WinAnsiEncoding>>',
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`, 'latin1')
}

/** `rich.doc` with words of it written in TCVN3, one code for each letter, and its fonts called .VnTime. */
export function docWith(words: readonly string[]): Uint8Array {
  let bytes: Buffer = Buffer.from(fixtureBytes('rich.doc'))
  for (const word of words) bytes = replaceAll(bytes, word, tcvn3(word))
  for (const font of ['Times New Roman', 'Liberation Serif']) {
    bytes = replaceAll(bytes, font, '.VnTime'.padEnd(font.length, '\0'))
  }
  return bytes
}

function replaceAll(bytes: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(bytes)
  const [wanted, given] = [Buffer.from(from, 'utf16le'), Buffer.from(to, 'utf16le')]
  for (let at = copy.indexOf(wanted); at >= 0; at = copy.indexOf(wanted, at + 1)) given.copy(copy, at)
  return copy
}
