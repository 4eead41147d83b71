/** Makes a folder as an office has it: plans in every format the program writes tests in, some damaged, some hostile. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const golden = join(import.meta.dirname, '../../golden')
const plan = readFileSync(join(golden, 'metadata/samples/ke-hoach-dan-van-kheo-chi-lang-2023.txt'), 'utf8')
const word = unzipSync(readFileSync(join(golden, 'formats/s001.docx')))
const wordBody = strFromU8(word['word/document.xml'] ?? new Uint8Array())
const open = unzipSync(readFileSync(join(golden, 'formats/s001.odt')))
const openBody = strFromU8(open['content.xml'] ?? new Uint8Array())
const rich = readFileSync(join(golden, 'formats/s001.rtf'), 'latin1')
const pdf = readFileSync(join(golden, 'formats/s001.pdf'))

/** Another number and year for every index: no two files are the same document. */
const vary = (text: string, index: number): string =>
  text
    .replaceAll('41-KH/BDVTU', `${(index % 97) + 1}-KH/BDVTU`)
    .replaceAll('43-KL/TW', `${(index % 61) + 1}-KL/TW`)
    .replaceAll('MỤC ĐÍCH', `MỤC ĐÍCH ${index}`)

const zipped = (parts: Record<string, Uint8Array>, name: string, body: string): Uint8Array =>
  zipSync({ ...parts, [name]: strToU8(body) }, { level: 1 })

/** 300 MB of one letter in a few hundred kilobytes: what a Word file must never be allowed to inflate to. */
const bomb = zipSync(
  { ...word, 'word/document.xml': new Uint8Array(300 * 1024 * 1024).fill(0x61) },
  { level: 9 },
)

/** An archive with a folder, an archive, a mail and a damaged file in it; none of its texts is met elsewhere. */
const archive = (index: number): Uint8Array =>
  zipSync({
    'một.txt': strToU8(vary(plan, index + 10_000)),
    'trong/hai.docx': zipped(word, 'word/document.xml', vary(wordBody, index + 10_000)),
    'trong/lớp.zip': zipSync({ 'ba.txt': strToU8(vary(plan, index + 20_000)) }),
    'trong/thư.eml': strToU8(mail(index + 30_000)),
    'cụt.pdf': pdf.subarray(0, 300 + index),
  })

const mail = (index: number): string =>
  [
    'From: vanthu@example.vn',
    `Subject: ${index}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=X',
    '',
    '--X',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Gửi kèm Kế hoạch số ${index}-KH/TU`,
    '--X',
    'Content-Disposition: attachment; filename="ke-hoach.txt"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(vary(plan, index + 40_000)).toString('base64'),
    '--X--',
    '',
  ].join('\r\n')

const makers: readonly ((index: number) => { name: string; bytes: string | Uint8Array })[] = [
  (index) => ({ name: 'văn bản.txt', bytes: vary(plan, index) }),
  (index) => ({ name: 'Word.docx', bytes: zipped(word, 'word/document.xml', vary(wordBody, index)) }),
  (index) => ({ name: 'mở.odt', bytes: zipped(open, 'content.xml', vary(openBody, index)) }),
  (index) => ({
    name: 'rtf.rtf',
    bytes: Buffer.from(vary(rich, index).replace(/}\s*$/, `\\par Ban ${index}}`), 'latin1'),
  }),
  (index) => ({
    name: 'trang.html',
    bytes: `<html><body><p>${vary(plan, index).replaceAll('\n', '</p><p>')}</p></body></html>`,
  }),
  (index) => ({ name: 'trang.pdf', bytes: Buffer.concat([pdf, Buffer.from(`\n% ${index}\n`)]) }),
  (index) => ({ name: 'hồ sơ.zip', bytes: archive(index) }),
  (index) => ({ name: 'thư.eml', bytes: mail(index) }),
]
const damaged: typeof makers = [
  (index) => ({
    name: 'cụt.docx',
    bytes: zipped(word, 'word/document.xml', vary(wordBody, index)).subarray(0, 3000 + index),
  }),
  (index) => ({ name: 'cụt.pdf', bytes: pdf.subarray(0, 400 + index) }),
  () => ({ name: 'rỗng.txt', bytes: '' }),
]
const hostile: typeof makers = [
  (index) => ({ name: 'bom.docx', bytes: Buffer.concat([bomb, Buffer.alloc(index)]) }),
  (index) => ({ name: 'giả.docx', bytes: `chỉ là chữ thường ${index}` }),
]

/** Writes `count` files into folders of 25: one in twenty damaged, one in twenty hostile. */
export function makeMixedFolder(root: string, count: number): void {
  for (let index = 0; index < count; index++) {
    const pool = index % 20 === 7 ? damaged : index % 20 === 13 ? hostile : makers
    const made = pool[Math.floor(index / (pool === makers ? 1 : 20)) % pool.length]?.(index)
    if (!made) continue
    const folder = join(root, `hộp ${Math.floor(index / 25) + 1}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${String(index).padStart(4, '0')} ${made.name}`), made.bytes)
  }
}
