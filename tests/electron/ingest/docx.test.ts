/** Classes of Word's own markup, each as the smallest document that shows it. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../electron/ingest/readers/docx.ts'
import { encodeLegacy } from '../../../shared/vietnamese/legacy/encodings.ts'

const NUMBERING = `<w:numbering>
  <w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2."/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>`

const STYLES = `<w:styles>
  <w:style w:type="paragraph" w:default="1" w:styleId="Chuan"/>
  <w:style w:type="paragraph" w:styleId="Cu"><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="De"><w:basedOn w:val="Cu"/><w:pPr><w:outlineLvl w:val="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:style>
</w:styles>`

async function read(
  body: string,
): Promise<{ text: string; kinds: readonly string[]; pages: number; bold: boolean }> {
  const bytes = zipSync({
    'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
    'word/numbering.xml': strToU8(NUMBERING),
    'word/styles.xml': strToU8(STYLES),
  })
  const result = await readDocx(bytes, {})
  if (!result.ok) return { text: result.failure.code, kinds: [], pages: 0, bold: false }
  const { text, blocks, pages } = result.value
  return {
    text,
    kinds: blocks.map((block) => block.kind),
    pages: pages.length,
    bold: blocks[0]?.isBold === true,
  }
}

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`
const item = (text: string, list: number, level: number): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`
const row = (content: string): string => `<w:tr>${content}</w:tr>`
const table = (rows: string): string => `<w:tbl>${rows}</w:tbl>`

/** The letters a .VnTime font draws as the given text. */
const asFont = (text: string): string => encodeLegacy(text, 'tcvn3')

describe('docx', () => {
  const cases: readonly (readonly [what: string, body: string, text: string])[] = [
    ['runs join without a space', paragraph(run('25-') + run('NQ/TW')), '25-NQ/TW'],
    [
      'a no-break hyphen is a hyphen',
      paragraph(`${run('25')}<w:r><w:noBreakHyphen/></w:r>${run('NQ/TW')}`),
      '25-NQ/TW',
    ],
    [
      'an optional hyphen says nothing',
      paragraph(`${run('Nghị')}<w:r><w:softHyphen/></w:r>${run(' quyết')}`),
      'Nghị quyết',
    ],
    [
      'deleted and moved text is gone, inserted text stays',
      paragraph(
        `<w:del>${run('cũ')}</w:del><w:ins>${run('mới')}</w:ins><w:moveFrom>${run('đi')}</w:moveFrom>`,
      ),
      'mới',
    ],
    ['hidden text is left out', paragraph(run('thấy') + run('ẩn', '<w:vanish/>')), 'thấy'],
    [
      'a field shows its result only',
      paragraph(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      '7',
    ],
    [
      'the drawing for old Word is not read twice',
      paragraph(
        `<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run('khung'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run('khung'))}</w:txbxContent></mc:Fallback></mc:AlternateContent>${run('chữ')}`,
      ),
      'chữ\n\nkhung',
    ],
    ['letters written apart become one', paragraph(run('Nghi\u0323 quyê\u0301t')), 'Nghị quyết'],
    [
      'lists count by level and by list',
      item('a', 1, 0) +
        item('b', 1, 1) +
        item('c', 1, 1) +
        item('d', 1, 0) +
        item('e', 1, 1) +
        item('g', 1, 2) +
        item('h', 2, 0),
      'I. a\n\n1.1. b\n\n1.2. c\n\nII. d\n\n2.1. e\n\n• g\n\nV. h',
    ],
    [
      'an empty item takes its number silently',
      item('a', 1, 0) + item('', 1, 0) + item('c', 1, 0),
      'I. a\n\nIII. c',
    ],
    [
      'a .VnTime run is Unicode afterwards',
      paragraph(run(asFont('Nghị quyết của Đảng'), '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')),
      'Nghị quyết của Đảng',
    ],
    [
      'a .VnTimeH run is in capitals',
      paragraph(run(asFont('nghị quyết'), '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>')),
      'NGHỊ QUYẾT',
    ],
    [
      'the font may stand in the style',
      paragraph(run(asFont('từ chối')), '<w:pStyle w:val="Cu"/>'),
      'từ chối',
    ],
    [
      'a style over it may take the font back',
      paragraph(run('ĐẢNG ỦY'), '<w:pStyle w:val="De"/>'),
      'ĐẢNG ỦY',
    ],
    ['a typed return is a line end', paragraph(`${run('một')}<w:r><w:cr/></w:r>${run('hai')}`), 'một\nhai'],
    [
      'a simple field, a link and a content control show what stands in them',
      paragraph(
        `<w:fldSimple w:instr="PAGE">${run('7')}</w:fldSimple><w:hyperlink r:id="rId9">${run('8')}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run('9')}</w:sdtContent></w:sdt>`,
      ),
      '789',
    ],
    [
      'a paragraph whose end is deleted runs on into the next',
      paragraph(run('Nghị '), '<w:rPr><w:del/></w:rPr>') + paragraph(run('quyết')),
      'Nghị quyết',
    ],
    [
      'symbols mammoth knows are characters, others are dots, neither is lost',
      paragraph(
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Lạ" w:char="F0E8"/><w:sym w:font="Lạ" w:char="0041"/></w:r>',
      ),
      '≥•A',
    ],
    [
      'a run in a text box is not the run around it',
      paragraph(
        `<w:r><w:rPr><w:b/></w:rPr><w:pict><v:oval><v:textbox><w:txbxContent>${paragraph(run('khung'))}</w:txbxContent></v:textbox></v:oval></w:pict><w:t>chữ</w:t></w:r>`,
      ),
      'chữ\n\nkhung',
    ],
    [
      'words of charts and pictures are no text',
      paragraph(`<w:drawing><a:p><a:r><a:t>hình</a:t></a:r></a:p></w:drawing>${run('chữ')}`),
      'chữ',
    ],
    [
      'cells merged down and columns left out keep the places of the others',
      table(
        row(cell('a', '<w:vMerge w:val="restart"/>') + cell('b') + cell('c') + cell('d')) +
          row(cell('', '<w:vMerge/>') + cell('e', '<w:gridSpan w:val="2"/>') + cell('g')) +
          row(`<w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('h')}${cell('i')}`),
      ),
      'a\tb\tc\td\n\te\t\tg\n\t\th\ti',
    ],
    [
      'text that looks like markup stays text',
      paragraph(run('a &lt;b&gt; &amp;amp; &quot;c&quot; ]]&gt;')),
      'a <b> &amp; "c" ]]>',
    ],
    ['what is cut short is read to the cut', `<w:p><w:r><w:t>Nghị quyết`, 'Nghị quyết'],
  ]
  it.each(cases)('%s', async (_, body, text) => {
    expect((await read(body)).text).toBe(text)
  })

  it('knows headings, bold and pages', async () => {
    const page = '<w:r><w:br w:type="page"/></w:r>'
    const shown = await read(
      paragraph(run('Đề mục'), '<w:pStyle w:val="De"/>') +
        paragraph(page) +
        paragraph(`<w:r><w:lastRenderedPageBreak/></w:r>${run('Sau')}`),
    )
    expect(shown).toMatchObject({ kinds: ['heading', 'paragraph'], bold: true, pages: 2 })
  })

  it.each([
    ['<w:b/>', true],
    ['', true],
    ['<w:b w:val="0"/>', false],
  ])('a run with %s under a bold style', async (properties, isBold) => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const link = `${field('begin')}<w:r><w:instrText>HYPERLINK "http://a"</w:instrText></w:r>${field('separate')}`
    for (const around of [['', ''] as const, [link, field('end')] as const]) {
      const body = around.join(run('Đề mục', `${properties}<w:sz w:val="28"/>`))
      expect((await read(paragraph(body, '<w:pStyle w:val="De"/>'))).bold).toBe(isBold)
    }
  })

  it('counts lists, notes and rows through a document read in stretches', async () => {
    const items = 9000
    const rows = 3000
    const bytes = zipSync({
      'word/document.xml': strToU8(
        `<w:document><w:body>${Array.from({ length: items }, (_, index) => item(`mục ${index + 1}`, 3, 0)).join('')}${paragraph(`${run('x')}<w:r><w:footnoteReference w:id="2"/></w:r>`)}${table(Array.from({ length: rows }, (_, index) => row(cell(`${index + 1}`) + cell('a') + cell('b') + cell('c'))).join(''))}</w:body></w:document>`,
      ),
      'word/numbering.xml': strToU8(
        '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
      ),
      'word/footnotes.xml': strToU8(
        `<w:footnotes><w:footnote w:id="2">${paragraph(run('chú thích'))}</w:footnote></w:footnotes>`,
      ),
    })
    const result = await readDocx(bytes, {})
    if (!result.ok) throw new Error(result.failure.code)
    const { text, blocks } = result.value
    expect(text.split('\n\n').slice(0, items)).toEqual(
      Array.from({ length: items }, (_, index) => `${index + 1}. mục ${index + 1}`),
    )
    expect(text.split('\n\n').slice(items, -1)).toEqual(['x', '[1] chú thích'])
    expect(text.split('\n\n').at(-1)?.split('\n')).toEqual(
      Array.from({ length: rows }, (_, index) => `${index + 1}\ta\tb\tc`),
    )
    expect(new Set(blocks.flatMap((block) => block.table ?? []))).toEqual(new Set([0]))
    expect(blocks.at(-1)).toMatchObject({ row: rows - 1, column: 3 })
  })

  it.each([
    ['a block no document has', paragraph(run('a').repeat(60_000)), 'file_too_large'],
    [
      'elements a thousand deep',
      `${'<w:tbl><w:tr><w:tc>'.repeat(1000)}${paragraph(run('a'))}`,
      'file_damaged',
    ],
    ['a document without words', paragraph(''), 'file_empty'],
  ])('%s is refused before mammoth', async (_, body, code) => {
    expect((await read(body)).text).toBe(code)
  })

  it('refuses a note no document has', async () => {
    const bytes = zipSync({
      'word/document.xml': strToU8(
        `<w:document><w:body>${paragraph(`${run('a')}<w:r><w:footnoteReference w:id="2"/></w:r>`)}</w:body></w:document>`,
      ),
      'word/footnotes.xml': strToU8(
        `<w:footnotes><w:footnote w:id="2">${paragraph(run('b').repeat(60_000))}</w:footnote></w:footnotes>`,
      ),
    })
    expect(await readDocx(bytes, {})).toMatchObject({ ok: false, failure: { code: 'file_too_large' } })
  })

  it('reads a note once, however often it is referred to', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const bytes = zipSync({
      'word/document.xml': strToU8(
        `<w:document><w:body>${paragraph(run('a') + reference)}${'<w:p/>'.repeat(15_000)}${paragraph(run('b') + reference)}</w:body></w:document>`,
      ),
      'word/footnotes.xml': strToU8(
        `<w:footnotes><w:footnote w:id="2">${paragraph(run('chú thích'))}</w:footnote></w:footnotes>`,
      ),
    })
    const result = await readDocx(bytes, {})
    expect(result.ok && result.value.text).toBe('a\n\n[1] chú thích\n\nb')
  })

  it('finds the document and its styles by their relations', async () => {
    const bytes = zipSync({
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/other.xml"/></Relationships>',
      ),
      'word/other.xml': strToU8(
        `<w:document><w:body>${paragraph(run(asFont('đây')), '<w:pStyle w:val="Cu"/>')}</w:body></w:document>`,
      ),
      'word/_rels/other.xml.rels': strToU8(
        '<Relationships><Relationship Type="http://x/styles" Target="../look/styles.xml"/></Relationships>',
      ),
      'look/styles.xml': strToU8(STYLES),
    })
    const result = await readDocx(bytes, {})
    expect(result.ok && result.value.text).toBe('đây')
  })
})
