/** Pages, mail and archives: what stands inside is read by its own reader, what is hidden is not. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../electron/ingest/readers/index.ts'
import { fixtureBytes, readString } from './fixtures.ts'

async function textOf(name: string, text: string): Promise<string> {
  const read = await readString(name, text)
  return read.ok ? read.value.text : JSON.stringify(read.failure)
}

describe('html', () => {
  const cases: readonly (readonly [what: string, html: string, expected: string])[] = [
    [
      'paragraphs and white space',
      '<html><body><p>Nghị quyết\n  số 25-NQ/TW</p><p>Hai</p></body></html>',
      'Nghị quyết số 25-NQ/TW\n\nHai',
    ],
    [
      'hidden text and scripts are left out',
      '<html><script>x()</script><p>Một<span style="display:none">ẩn</span></p>',
      'Một',
    ],
    [
      'a raised figure stays apart from a number',
      '<html><p>số 25-NQ/TW<sup>1</sup>, ngày</p>',
      'số 25-NQ/TW¹, ngày',
    ],
    ['lists are numbered', '<html><ol><li>Một</li><li>Hai</li></ol>', '1. Một\n\n2. Hai'],
    [
      'a ruled table goes row by row',
      '<html><table border=1><tr><td>a<td>b<tr><td>c<td>d</table>',
      'a\tb\nc\td',
    ],
    [
      'a table without rules goes column by column',
      '<html><table><tr><td>Trái<td>Phải<tr><td>dưới<td>cuối</table>',
      'Trái\ndưới\n\nPhải\ncuối',
    ],
    ['entities', '<html><p>C&ocirc;ng v&#259;n &amp; b&aacute;o c&aacute;o</p>', 'Công văn & báo cáo'],
  ]
  it.each(cases)('%s', async (_, html, expected) => {
    expect(await textOf('trang.html', html)).toBe(expected)
  })
})

const MAIL = [
  'From: =?utf-8?B?TmfGsOG7nWkgZ+G7rWk=?= <a@example.vn>',
  'To: b@example.vn',
  'Subject: =?utf-8?Q?G=E1=BB=ADi_k=E1=BA=BF_ho=E1=BA=A1ch?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=X',
  '',
  '--X',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Kính gửi kèm Kế hoạch số 41-KH/BDVTU.',
  '--X',
  'Content-Type: application/octet-stream',
  'Content-Disposition: attachment; filename="ke-hoach.docx"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(fixtureBytes('chi-lang-2023.docx')).toString('base64').replace(/.{76}/g, '$&\r\n'),
  '--X--',
  '',
].join('\r\n')

describe('mail', () => {
  it('gives head, body and the attachment under its name', async () => {
    const text = await textOf('thu.eml', MAIL)
    expect(text.slice(0, 80)).toContain(
      'Chủ đề: Gửi kế hoạch\nTừ: Người gửi <a@example.vn>\nĐến: b@example.vn',
    )
    expect(text).toContain('Kế hoạch số 41-KH/BDVTU.')
    expect(text).toContain('Tệp: ke-hoach.docx\n\nHUYỆN ỦY CHI LĂNG')
  })

  it('reads a saved page without its envelope', async () => {
    const page =
      'From: <Saved by Blink>\r\nSubject: Trang\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary=Y\r\n\r\n--Y\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><p>Ch=E1=BB=89 th=E1=BB=8B s=E1=BB=91 05-CT/TW</p></html>\r\n--Y--\r\n'
    expect(await textOf('trang.mht', page)).toBe('Chỉ thị số 05-CT/TW')
  })
})

describe('archives', () => {
  it('reads files in folders, by name, each on a page of its own', async () => {
    const zip = zipSync({
      'b/hai.txt': strToU8('Văn bản hai'),
      'a/một.txt': strToU8('Văn bản một'),
      '__MACOSX/a/._một.txt': strToU8('rác'),
      'c/hỏng.pdf': strToU8('%PDF-1.7 cụt'),
    })
    const read = await readFile('hồ sơ.zip', zip)
    if (!read.ok) throw new Error(read.failure.code)
    expect(read.value.text).toBe(
      'Tệp: a/một.txt\n\nVăn bản một\n\nTệp: b/hai.txt\n\nVăn bản hai\n\nTệp: c/hỏng.pdf',
    )
    expect(read.value.pages).toHaveLength(3)
    expect(read.value.warnings.map((warning) => warning.code)).toEqual(['file_damaged'])
  })

  it('does not follow archives in archives for ever', async () => {
    let zip = zipSync({ 'đáy.txt': strToU8('đáy') })
    for (let depth = 0; depth < 6; depth += 1) zip = zipSync({ [`${depth}.zip`]: zip })
    const read = await readFile('x.zip', zip)
    expect(read.ok && read.value.text.includes('đáy')).toBe(false)
  })
})
