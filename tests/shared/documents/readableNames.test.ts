/** Patterns and documents give names that Windows, macOS and Linux all take, whatever the documents say of themselves. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type NamedDocument,
  numberedPath,
  pathKey,
  readablePath,
  unknownFields,
} from '../../../shared/documents/readableNames.ts'

const plan: NamedDocument = {
  id: 7,
  fileName: 'QĐ 45.PDF',
  format: 'pdf',
  kind: 'Kế hoạch',
  number: '72',
  symbol: 'KH/HU',
  year: null,
  issuedOn: '2021-12-13',
  issuer: 'Huyện ủy Chi Lăng',
  organ: null,
  title: 'thực hiện công tác dân vận',
  signer: null,
  province: 'Lạng Sơn',
  dossiers: ['Dân vận/2021'],
}
const nothing: NamedDocument = {
  ...plan,
  kind: null,
  number: null,
  symbol: null,
  issuedOn: null,
  issuer: null,
  title: null,
  province: null,
  dossiers: [],
}

describe('a readable path', () => {
  it.each([
    ['{date} {number} {title}', plan, '2021-12-13 72-KH-HU thực hiện công tác dân vận.pdf'],
    ['{year}/{kind}/{number}', plan, '2021/Kế hoạch/72-KH-HU.pdf'],
    ['{ year }\\{issuer}\\{name}', plan, '2021/Huyện ủy Chi Lăng/QĐ 45.pdf'],
    ['{dossier}/{number}', plan, 'Dân vận/2021/72-KH-HU.pdf'],
    ['Hồ sơ {dossier}/{number}', plan, 'Hồ sơ Dân vận-2021/72-KH-HU.pdf'],
    ['{id} {name}', plan, '7 QĐ 45.pdf'],
    ['{title}', { ...plan, title: 'V/v: báo cáo' }, 'báo cáo.pdf'],
    ['{title}', { ...plan, title: 'Vv đất đai' }, 'Vv đất đai.pdf'],
    // What there is not leaves no marks behind.
    ['{date} - {organ} - {number}', plan, '2021-12-13 - 72-KH-HU.pdf'],
    ['{number} ({organ}) {title}', plan, '72-KH-HU thực hiện công tác dân vận.pdf'],
    ['{organ}, {number}', plan, '72-KH-HU.pdf'],
    ['{year}/{kind}/{number} {title}', nothing, 'Không rõ/Không rõ/QĐ 45.pdf'],
    ['{dossier}/{number}', nothing, 'Không rõ/QĐ 45.pdf'],
    ['{number}', { ...nothing, fileName: '???' }, '7.pdf'],
    // Never out of the folder, never absolute.
    ['../../{name}', plan, 'Không rõ/Không rõ/QĐ 45.pdf'],
    ['/etc/{name}', plan, 'etc/QĐ 45.pdf'],
    ['C:/{name}', plan, 'C/QĐ 45.pdf'],
    ['{title}/{name}', { ...plan, title: '..' }, 'Không rõ/QĐ 45.pdf'],
    // Names Windows keeps for itself, and letters it refuses.
    ['{title}', { ...plan, title: 'CON' }, 'CON_.pdf'],
    ['{title}', { ...plan, title: 'nul.txt' }, 'nul_.txt.pdf'],
    ['{title}', { ...plan, title: 'COM¹' }, 'COM¹_.pdf'],
    ['{title}', { ...plan, title: 'Cơ quan' }, 'Cơ quan.pdf'],
    ['{title}', { ...plan, title: 'a<b>c:d"e|f?g*h' }, 'a b c d e-f g h.pdf'],
    ['{title}', { ...plan, title: 'hết câu. . ' }, 'hết câu.pdf'],
    ['{title}', { ...plan, title: '\u202Egnp.exe\u0000\n' }, 'gnp.exe.pdf'],
    ['{title}', { ...plan, title: 'Kế hoạch'.normalize('NFD') }, 'Kế hoạch.pdf'],
    // The extension is that of the file; without one, its format's.
    ['{number}', { ...plan, fileName: 'ảnh.JPeG', format: 'image' }, '72-KH-HU.jpeg'],
    ['{number}', { ...plan, fileName: 'không đuôi' }, '72-KH-HU.pdf'],
    ['{number}', { ...plan, fileName: 'x', format: '' }, '72-KH-HU'],
  ])('%s', (pattern, document, path) => {
    expect(readablePath(pattern, document)).toBe(path)
  })

  it('is cut at a word, and leaves room for a number', () => {
    const long = { ...plan, title: 'thực hiện nghị quyết của ban thường vụ '.repeat(20) }
    const path = readablePath('{title}', long)
    expect(path.length).toBeLessThanOrEqual(120)
    expect(path).toMatch(/ (?:thực|hiện|nghị|quyết|của|ban|thường|vụ)\.pdf$/)
    const second = numberedPath(path, 12)
    expect(second.length).toBeLessThanOrEqual(120)
    expect(second).toMatch(/ \(12\)\.pdf$/)
    expect(numberedPath('2021/72-KH-HU.pdf', 2)).toBe('2021/72-KH-HU (2).pdf')
    expect(numberedPath('a.b/tên', 2)).toBe('a.b/tên (2)')
  })

  it('is a name everywhere, whatever comes in', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('CON', 'aux.', '..', '/', '\\', 'Đ'.repeat(200), '😀'.repeat(90), ' . '),
    )
    fc.assert(
      fc.property(text, text, text, text, (pattern, title, fileName, dossier) => {
        const document = { ...plan, title, fileName, dossiers: [dossier], format: 'pdf' }
        for (const path of [
          readablePath(`${pattern}{title}`, document),
          readablePath('{dossier}/{title}/{name}', document),
          numberedPath(readablePath('{title}', document), 99),
        ]) {
          for (const part of path.split('/')) {
            expect(part.length).toBeGreaterThan(0)
            expect(part.length).toBeLessThanOrEqual(120)
            expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255)
            expect(part).toBe(part.normalize('NFC'))
            expect(part).not.toMatch(
              /[\\:*?"<>|\p{Cc}\p{Cs}]|[. ]$|^\.|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu,
            )
          }
        }
      }),
    )
  })
})

describe('patterns', () => {
  it.each([
    ['{date} {number}', []],
    ['{ title }', []],
    ['{ngày} {number} {}', ['ngày', '']],
    ['{Date}', ['Date']],
  ])('%s', (pattern, unknown) => expect(unknownFields(pattern)).toEqual(unknown))

  it('knows two names of one file on Windows', () => {
    expect(pathKey('A/Kế.pdf')).toBe(pathKey('a/KẾ.PDF'.normalize('NFD')))
    expect(pathKey('A/Kế.pdf')).not.toBe(pathKey('A/Ke.pdf'))
  })
})
