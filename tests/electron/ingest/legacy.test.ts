/** Files in fonts from before Unicode: every format gives the same Unicode text, and tells what it converted. */
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../electron/ingest/readers/index.ts'
import { byteOf } from '../../../shared/vietnamese/legacy/codePage.ts'
import { restoreLegacy } from '../../../shared/vietnamese/legacy/convert.ts'
import { encodeLegacy } from '../../../shared/vietnamese/legacy/encodings.ts'
import { fixtureBytes, readFixture } from './fixtures.ts'
import { docWith, docxOf, htmlOf, latin1, MIXED, MIXED_TEXT, odtOf, pdfOf, rtfOf } from './legacyFiles.ts'

async function read(name: string, bytes: Uint8Array) {
  const result = await readFile(name, bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  const { text, converted = [], warnings } = result.value
  return {
    text,
    converted,
    warnings,
    pieces: converted.map((piece) => [piece.encoding, text.slice(piece.start, piece.end)]),
  }
}

describe('runs of old fonts beside Unicode', () => {
  const expected = [
    ['tcvn3', 'Kế hoạch số 41-KH/BDVTU'],
    ['tcvn3', MIXED_TEXT[2]],
    ['vni', MIXED_TEXT[3]],
  ]
  for (const [name, bytes] of [
    ['cũ.docx', docxOf(MIXED)],
    ['cũ.rtf', rtfOf(MIXED)],
    ['cũ.odt', odtOf(MIXED)],
  ] as const) {
    it(name, async () => {
      const { text, converted, pieces, warnings } = await read(name, bytes)
      expect(text.split('\n\n')).toEqual(MIXED_TEXT)
      expect(pieces).toEqual(expected)
      expect(warnings.filter(({ code }) => code === 'legacy_doubtful')).toEqual([])
      const restored = restoreLegacy(text, converted).split('\n\n')
      expect(restored).toEqual(MIXED.map((runs) => runs.map(([words]) => words).join('')))
    })
  }

  it('lists a run that reads no better, and leaves it', async () => {
    const { text, converted, warnings } = await read('ngờ.docx', docxOf([[['các bác hát', '.VnTime']]]))
    expect(text).toBe('các bác hát')
    expect(converted).toMatchObject([{ original: 'các bác hát', isDoubtful: true }])
    expect(warnings.map(({ code }) => code)).toEqual(['legacy_doubtful'])
  })

  it('knows the pieces of a note, whose mark comes before it', async () => {
    const note = String.raw`{\footnote\pard {\f0 Kh\'e3a XI \'aeÕ}}`
    const rtf =
      String.raw`{\rtf1\ansi\deff0{\fonttbl{\f0 .VnTime;}}{\f0 NghÞ quyÕt` + note + String.raw`}\par}`
    const { text, pieces } = await read('ghi chú.rtf', Buffer.from(rtf, 'latin1'))
    expect(text).toBe('Nghị quyết\n\n[1] Khóa XI đế')
    expect(pieces).toEqual([
      ['tcvn3', 'Nghị quyết'],
      ['tcvn3', 'Khóa XI đế'],
    ])
  })
})

describe('old codes no font tells of', () => {
  // TCVN3 has no toned capitals: an old document without a capital font is written in small letters.
  const lines = MIXED_TEXT.map((line) => line.toLowerCase())
  const codes = lines.map((line) => encodeLegacy(line, 'tcvn3'))
  const flat = (text: string): string => text.split(/\s+/).join(' ')
  for (const [name, bytes] of [
    ['cũ.txt', latin1(codes)],
    ['cũ.html', htmlOf(codes)],
    // Its «ư» is the code of a hyphen, which the text layer shows.
    ['cũ.pdf', pdfOf(codes)],
  ] as const) {
    it(name, async () => {
      const { text, converted } = await read(name, bytes)
      expect(flat(text)).toBe(lines.join(' '))
      expect(flat(converted.map(({ original }) => original).join(' ')).replace(/\u00ad/g, '-')).toBe(
        codes.join(' ').replace(/\u00ad/g, '-'),
      )
    })
  }

  it('paragraphs of a Word 97 file', async () => {
    const sentence = 'quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở.'
    const { text, converted, pieces } = await read('cũ.doc', docWith([sentence]))
    expect(text).toBe((await readFixture('rich.doc')).text)
    expect(pieces.map(([encoding]) => encoding)).toEqual(['tcvn3'])
    expect(converted[0]?.original).toContain(encodeLegacy(sentence, 'tcvn3'))
  })

  for (const encoding of ['vni', 'viscii', 'vps', 'windows-1258'] as const) {
    it(`a text file in ${encoding}`, async () => {
      const bytes = latin1(MIXED_TEXT.map((line) => encodeLegacy(line, encoding)).map(asBytes))
      const { text, converted } = await read('cũ.txt', bytes)
      expect(text.split('\n')).toEqual(MIXED_TEXT)
      expect(new Set(converted.map((piece) => piece.encoding))).toEqual(new Set([encoding]))
    })
  }
})

it('records nothing in files that are Unicode', async () => {
  for (const name of ['rich.docx', 'rich.rtf', 'rich.odt', 'rich.doc', 'rich.pdf', 'rich.html']) {
    const { converted } = await read(name, fixtureBytes(name))
    expect(converted, name).toEqual([])
  }
})

/** Characters windows-1252 shows for bytes, as those bytes. */
function asBytes(text: string): string {
  return Array.from(text, (character) => String.fromCharCode(byteOf(character) ?? 0x3f)).join('')
}
