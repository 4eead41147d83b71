/** Every kind of file nobody can read gives one code; none throws. */

import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../electron/ingest/readers/index.ts'
import { fixtureBytes } from './fixtures.ts'

const half = (name: string): Uint8Array => {
  const bytes = fixtureBytes(name)
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}

const encryptedPdf = (): Uint8Array =>
  strToU8(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Filter/Standard/V 1/R 2/O<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>/U<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>/P -4>>endobj\ntrailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>\n%%EOF',
  )

const bomb = (): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document>${'<w:p/>'.repeat(5_000_000)}</w:document>`),
  })

const lockedOdt = (): Uint8Array =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'META-INF/manifest.xml': strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>'),
    'content.xml': new Uint8Array(64),
  })

describe('files that cannot be read', () => {
  const cases: readonly (readonly [what: string, name: string, bytes: () => Uint8Array, code: string])[] = [
    ['an empty file', 'a.docx', () => new Uint8Array(), 'file_empty'],
    ['white space only', 'a.txt', () => strToU8(' \r\n\t'), 'file_empty'],
    ['plain text called pdf', 'a.pdf', () => strToU8('không phải PDF'), 'format_mismatch'],
    ['plain text called docx', 'a.docx', () => strToU8('không phải Word'), 'format_mismatch'],
    ['a program', 'a.exe', () => strToU8('MZ\u0000\u0000\u0001\u0000\u0000'), 'format_unsupported'],
    ['a docx cut in half', 'a.docx', () => half('chi-lang-2023.docx'), 'file_damaged'],
    ['an odt cut in half', 'a.odt', () => half('chi-lang-2023.odt'), 'file_damaged'],
    ['a PDF that only begins', 'a.pdf', () => strToU8('%PDF-1.7\ncụt'), 'file_damaged'],
    ['an encrypted PDF', 'a.pdf', encryptedPdf, 'password_protected'],
    ['a zip bomb', 'a.docx', bomb, 'archive_bomb'],
    ['a zip of nothing', 'a.zip', () => zipSync({}), 'file_empty'],
    [
      'a photograph of a telephone',
      'a.heic',
      () => strToU8('\0\0\0\u0018ftypheic\0\0\0\0mif1heic'),
      'heic_unsupported',
    ],
    ['a locked odt', 'a.odt', lockedOdt, 'encryption_unsupported'],
  ]
  it.each(cases)('%s', async (_, name, bytes, code) => {
    const read = await readFile(name, bytes())
    expect(read.ok ? 'read' : read.failure.code).toBe(code)
    if (!read.ok) expect(read.failure.subject).toBe(name)
  })

  it('a docx called pdf is read, and the wrong name told', async () => {
    const read = await readFile('a.pdf', fixtureBytes('chi-lang-2023.docx'))
    if (!read.ok) throw new Error(read.failure.code)
    expect(read.value.format).toBe('docx')
    expect(read.value.warnings.map((warning) => warning.code)).toEqual(['extension_mismatch'])
  })

  it('a docx without an extension raises no warning', async () => {
    const read = await readFile('f3a1', fixtureBytes('chi-lang-2023.docx'))
    expect(read.ok && read.value.warnings).toEqual([])
  })

  it('an rtf cut short gives what stands before the cut', async () => {
    const read = await readFile('a.rtf', half('lang-son-2024.rtf'))
    expect(read.ok && read.value.text.includes('KẾ HOẠCH')).toBe(true)
  })

  it.each(['rich.docx', 'rich.doc', 'rich.odt', 'rich.rtf', 'bang.xls', 'bang.xlsx', 'ho-so-zipcrypto.zip'])(
    '%s with bytes overwritten never throws',
    async (name) => {
      const bytes = fixtureBytes(name)
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
          async (changes) => {
            const broken = Uint8Array.from(bytes)
            for (const [at, value] of changes) broken[at] = value
            const read = await readFile(name, broken)
            expect(read.ok || read.failure.code !== 'internal').toBe(true)
          },
        ),
        { numRuns: 60 },
      )
    },
  )
})
