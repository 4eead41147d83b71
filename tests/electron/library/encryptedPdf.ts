/** Lines of text and a password come in, a PDF that opens with it goes out (PDF 32000-1, 7.6.3, revision 2: RC4 of 40 bits). */
import { createHash } from 'node:crypto'

const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex')
const PERMISSIONS = -4
const FILE_ID = Buffer.from('00112233445566778899AABBCCDDEEFF', 'hex')

/** A one-page PDF in Helvetica; `lines` in plain ASCII. */
export function encryptedPdf(lines: readonly string[], password: string): Buffer {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32)
  const owner = rc4(md5(padded).subarray(0, 5), padded)
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(PERMISSIONS)
  const key = md5(Buffer.concat([padded, owner, permissions, FILE_ID])).subarray(0, 5)
  const user = rc4(key, PADDING)
  const drawn = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -16 Td`).join('\n')
  const content = rc4(keyOfObject(key, 4), Buffer.from(`BT /F1 12 Tf 60 740 Td\n${drawn}\nET`, 'latin1'))
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    Buffer.concat([
      Buffer.from(`<</Length ${content.length}>>stream\n`),
      content,
      Buffer.from('\nendstream'),
    ]),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Filter/Standard/V 1/R 2/P ${PERMISSIONS}/O<${owner.toString('hex')}>/U<${user.toString('hex')}>>>`,
  ]
  const id = FILE_ID.toString('hex')
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...objects.flatMap((object, index) => [
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from(`trailer<</Root 1 0 R/Encrypt 6 0 R/ID[<${id}><${id}>]/Size ${objects.length + 1}>>\n%%EOF`),
  ])
}

const md5 = (bytes: Buffer): Buffer => createHash('md5').update(bytes).digest()

const keyOfObject = (key: Buffer, object: number): Buffer =>
  md5(Buffer.concat([key, Buffer.from([object, 0, 0, 0, 0])])).subarray(0, key.length + 5)

/** RC4: the same way in and out. */
export function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number): number => state[index & 255] ?? 0
  const swap = (one: number, other: number): void => {
    const kept = at(one)
    state[one] = at(other)
    state[other] = kept
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255
      j = (j + at(i)) & 255
      swap(i, j)
      return byte ^ at(at(i) + at(j))
    }),
  )
}
