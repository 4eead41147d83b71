/** Bytes of a plain text file come in, its text as it stands goes out: one page, no blocks. */
import { fail, succeed } from '../../../shared/contract/result.ts'
import { decodeText } from '../encoding.ts'
import type { Reader } from '../reader.ts'

/** Decoded, NFC, line ends `\n`, otherwise untouched, so offsets can be compared with the source (cli.md). */
export const readTxt: Reader = async (bytes) => {
  const decoded = decodeText(bytes)
  if (!decoded) return fail('format_mismatch', undefined, 'zero bytes in a text file')
  const text = decoded.text.replace(/\r\n?/g, '\n').normalize('NFC')
  if (text.trim() === '') return fail('file_empty')
  return succeed({ text, pages: [{ start: 0, end: text.length }], blocks: [], warnings: [] })
}
