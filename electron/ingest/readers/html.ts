/** Bytes of an HTML page come in, its readable text goes out; nothing it links to is fetched. */
import iconv from 'iconv-lite'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { SourceText } from '../../../shared/documents/sourceText.ts'
import { decodeText } from '../encoding.ts'
import { writeFlow } from '../flow.ts'
import { readHtmlBody } from '../html/body.ts'
import type { Reader } from '../reader.ts'

// The page's own word on its encoding: «<meta charset="windows-1258">», «content="text/html; charset=utf-8"».
const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i

/** Decodes by mark, then as UTF-8, then as the page declares. */
export function decodeHtml(bytes: Uint8Array): string | null {
  const decoded = decodeText(bytes)
  if (decoded?.encoding !== 'single-byte') return decoded?.text ?? null
  const declared = DECLARED.exec(decoded.text.slice(0, 4096))?.[1] ?? 'win1252'
  const isUsable = iconv.encodingExists(declared) && !/^utf-?8$/i.test(declared)
  return iconv.decode(Buffer.from(bytes), isUsable ? declared : 'win1252')
}

/** Reads a page that is already text. */
export function readHtmlText(html: string): Result<SourceText> {
  const source = writeFlow(readHtmlBody(html))
  return source.text === '' ? fail('file_empty') : succeed(source)
}

export const readHtml: Reader = async (bytes) => {
  const html = decodeHtml(bytes)
  return html === null ? fail('format_mismatch', undefined, 'zero bytes in a page') : readHtmlText(html)
}
