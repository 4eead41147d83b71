/** A file's bytes and name come in, its text by the reader of its real format goes out. */

import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { SourceText } from '../../../shared/documents/sourceText.ts'
import { convertSource } from '../../../shared/vietnamese/legacy/source.ts'
import { isCompoundFile } from '../compoundFile.ts'
import { type Format, isArchive, type Reader, type ReadOptions } from '../reader.ts'
import { extensionOf, sniff } from '../sniff.ts'
/** What reading gives: the text and the format it was found in. */
export type ReadText = SourceText & { readonly format: Format }

/** Readers by format, each loaded when its first file comes: pdfjs alone costs 230 ms and 60 MB. */
export const readers: Readonly<Record<Format, Reader>> = {
  txt: async (bytes, options) => (await import('./txt.ts')).readTxt(bytes, options),
  docx: async (bytes, options) => (await import('./docx.ts')).readDocx(bytes, options),
  doc: async (bytes, options) => (await import('./doc.ts')).readDoc(bytes, options),
  odt: async (bytes, options) => (await import('./odt.ts')).readOdt(bytes, options),
  rtf: async (bytes, options) => (await import('./rtf.ts')).readRtf(bytes, options),
  pdf: async (bytes, options) => (await import('./pdf.ts')).readPdf(bytes, options),
  html: async (bytes, options) => (await import('./html.ts')).readHtml(bytes, options),
  mht: async (bytes, options) => (await import('./mail.ts')).readMht(bytes, options),
  xlsx: async (bytes, options) => (await import('./xlsx.ts')).readXlsx(bytes, options),
  xls: async (bytes, options) => (await import('./xls.ts')).readXls(bytes, options),
  eml: async (bytes, options) => (await import('./mail.ts')).readEml(bytes, options),
  msg: async (bytes, options) => (await import('./msg.ts')).readMsg(bytes, options),
  zip: async (bytes, options) => (await import('./zip.ts')).readZip(bytes, options),
  '7z': async (bytes, options) => (await import('./packed.ts')).readPacked(bytes, options),
  rar: async (bytes, options) => (await import('./packed.ts')).readPacked(bytes, options),
  image: async (bytes, options) => (await import('./image.ts')).readImage(bytes, options),
}

// Extensions each format may rightly carry; anything else is told to the person, and read all the same.
const EXTENSIONS: Readonly<Record<Format, readonly string[]>> = {
  txt: ['txt', 'md', 'text', 'log', 'csv', 'tsv', ''],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  doc: ['doc', 'dot', 'wps'],
  odt: ['odt', 'ott'],
  rtf: ['rtf', 'doc'],
  pdf: ['pdf'],
  html: ['html', 'htm', 'xhtml', 'doc', 'xls'],
  mht: ['mht', 'mhtml', 'doc'],
  xlsx: ['xlsx', 'xlsm', 'xltx'],
  xls: ['xls', 'xlt', 'et'],
  eml: ['eml', 'txt'],
  msg: ['msg'],
  zip: ['zip'],
  '7z': ['7z'],
  rar: ['rar'],
  image: ['png', 'jpg', 'jpeg', 'jfif', 'tif', 'tiff', 'bmp', 'gif', 'webp'],
}

/**
 * Reads one file. The format is told by content; text in a font or encoding from before Unicode becomes NFC Unicode.
 * Fails with the reader's code, `format_unsupported`, `format_mismatch` or `file_empty`.
 */
export async function readFile(
  path: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Result<ReadText>> {
  const read = await readPlain(path, bytes, options)
  if (read.ok || read.failure.code !== 'password_protected' || !isCompoundFile(bytes)) return read
  const { unlockOffice } = await import('../officePassword.ts')
  const plain = await unlockOffice(bytes, options.password)
  return plain.ok ? readPlain(path, plain.value, options) : withSubject(plain, path)
}

async function readPlain(path: string, bytes: Uint8Array, options: ReadOptions): Promise<Result<ReadText>> {
  const format = await sniff(bytes, path)
  if (!format.ok) return withSubject(format, path)
  const reader = readers[format.value]
  const depth = CONTAINERS.has(format.value) ? (options.depth ?? 0) + 1 : 0
  const isTooDeep = depth > MAXIMUM_DEPTH
  if (isTooDeep && options.keepMember && isArchive(format.value)) return fail('archive_too_deep', path)
  const read = await guard(() =>
    reader(bytes, {
      ...options,
      ...(depth > 0 && !isTooDeep ? { readMember: memberReader(options, depth) } : {}),
      keepMember: isTooDeep ? undefined : options.keepMember,
    }),
  )
  if (!read.ok) return withSubject(read, path)
  const source = convertSource(read.value)
  const extension = extensionOf(path)
  const isExpected = EXTENSIONS[format.value].includes(extension) || extension === ''
  const warnings = isExpected
    ? source.warnings
    : [
        ...source.warnings,
        {
          start: 0,
          end: 0,
          code: 'extension_mismatch',
          message: `Tệp mang đuôi .${extension} nhưng nội dung là ${format.value}`,
        },
      ]
  return succeed({ ...source, warnings, format: format.value })
}

/** Tables of binary formats that point outside the file are met everywhere and throw `RangeError`: the file is damaged. */
async function guard(read: () => Promise<Result<SourceText>>): Promise<Result<SourceText>> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof RangeError) return fail('file_damaged', undefined, error.message)
    throw error
  }
}

const CONTAINERS: ReadonlySet<Format> = new Set(['eml', 'msg', 'zip', '7z', 'rar'])

/** A mail in an archive with an archive in it is a real case; deeper is a trap. */
const MAXIMUM_DEPTH = 3

const memberReader =
  (options: ReadOptions, depth: number) =>
  (name: string, bytes: Uint8Array): Promise<Result<SourceText>> =>
    readFile(name, bytes, { signal: options.signal, ocr: options.ocr, password: options.password, depth })

const withSubject = (result: Result<never> | Result<unknown>, path: string): Result<never> =>
  result.ok ? fail('internal', path) : fail(result.failure.code, path, result.failure.detail)
