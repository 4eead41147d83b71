/** Bytes of a file come in, the format they really are goes out; the name only decides between kinds of plain text. */
import { fileTypeFromBuffer } from 'file-type'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import { ARCHIVE_LIMITS, openArchive, readTextEntry } from './archive.ts'
import { isCompoundFile, openCompoundFile } from './compoundFile.ts'
import { decodeText } from './encoding.ts'
import type { Format } from './reader.ts'

const startsWith = (bytes: Uint8Array, text: string, from = 0): boolean =>
  [...text].every((character, index) => bytes[from + index] === character.charCodeAt(0))

/** The extension of a name in lower case without its dot, empty without one. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const dot = base.lastIndexOf('.')
  return dot > 0 ? base.slice(dot + 1).toLowerCase() : ''
}

// Extensions that promise a binary container: plain text inside them is a wrong or ruined file, not a text file.
const BINARY_EXTENSIONS = new Set([
  'pdf',
  'docx',
  'docm',
  'doc',
  'dot',
  'dotx',
  'odt',
  'xlsx',
  'xlsm',
  'xls',
  'zip',
  '7z',
  'rar',
  'msg',
  'png',
  'jpg',
  'jpeg',
  'tif',
  'tiff',
  'heic',
])

const IMAGE_TYPES = /^image\/(?:png|jpeg|tiff|webp|bmp|gif|jp2)$/

// Photographs of telephones; every decoder of them is under a licence this program cannot be given away with.
const HEIC_TYPES = /^image\/hei[cf]/

// PDF 32000 lets the header start anywhere in the first kilobyte; mail gateways do put lines before it.
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
}

/** Bytes of the entry that names an OpenDocument or e-book; the longest names take 80. */
const LONGEST_MIMETYPE = 256

async function sniffZip(bytes: Uint8Array): Promise<Result<Format>> {
  const archive = await openArchive(bytes, ARCHIVE_LIMITS)
  if (!archive.ok && archive.failure.code === 'archive_bomb') return archive
  // A package cut short has no directory left; the names of its first entries still say what it was.
  const names = archive.ok ? [...archive.value.keys()] : localNames(bytes)
  if (names.some((name) => name.startsWith('word/'))) return succeed('docx')
  if (names.some((name) => name.startsWith('xl/'))) return succeed('xlsx')
  if (names.some((name) => name.startsWith('ppt/'))) return fail('format_unsupported', undefined, 'pptx')
  const mimetype = archive.ok ? archive.value.get('mimetype') : undefined
  if (archive.ok && mimetype && mimetype.bytes <= LONGEST_MIMETYPE) {
    const declared = await readTextEntry(archive.value, 'mimetype')
    if (!declared.ok) return declared
    const kind = (declared.value ?? '').trim()
    if (kind.startsWith('application/vnd.oasis.opendocument.text')) return succeed('odt')
    if (kind.startsWith('application/')) return fail('format_unsupported', undefined, kind)
  } else if (names.includes('mimetype')) return succeed('odt')
  return succeed('zip')
}

/** Names in the local headers of the first 64 KB. */
function localNames(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes.subarray(0, 65_536))
  const names: string[] = []
  for (let at = buffer.indexOf('PK\u0003\u0004'); at >= 0; at = buffer.indexOf('PK\u0003\u0004', at + 4)) {
    if (at + 30 > buffer.length) break
    names.push(buffer.toString('latin1', at + 30, at + 30 + buffer.readUInt16LE(at + 26)))
  }
  return names
}

function sniffCompound(bytes: Uint8Array): Result<Format> {
  const opened = openCompoundFile(bytes)
  if (!opened.ok) return opened
  const names = new Set([...opened.value.keys()].map((path) => path.split('/')[0] ?? ''))
  if (names.has('EncryptedPackage')) return fail('password_protected')
  if (names.has('WordDocument')) return succeed('doc')
  if (names.has('Workbook') || names.has('Book')) return succeed('xls')
  if (names.has('__properties_version1.0')) return succeed('msg')
  return fail('format_unsupported', undefined, names.has('PowerPoint Document') ? 'ppt' : 'compound file')
}

// Header lines mail starts with: «Received: from …», «MIME-Version: 1.0», «From: <Saved by Blink>».
const MAIL_HEADER =
  /^(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|X-[\w-]+):[ \t]/im
const MAIL_START = /^[A-Za-z][\w-]*:[ \t]/

function sniffText(bytes: Uint8Array, extension: string): Result<Format> {
  const decoded = decodeText(bytes.subarray(0, 65_536 - (65_536 % 2)))
  if (!decoded) return fail('format_unsupported', undefined, 'binary')
  const head = decoded.text.slice(0, 4096).trimStart()
  const isMail =
    MAIL_START.test(head) &&
    MAIL_HEADER.test(head) &&
    /^(?:MIME-Version|Content-Type|Received|Message-ID):/im.test(head)
  if (isMail) {
    const isArchive = /^Content-Type:[ \t]*multipart\/related/im.test(head) && extension !== 'eml'
    return succeed(isArchive || extension === 'mht' || extension === 'mhtml' ? 'mht' : 'eml')
  }
  if (
    /^<!doctype\s+html|^<html[\s>]|^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(
      head,
    )
  ) {
    return succeed('html')
  }
  if ((extension === 'html' || extension === 'htm') && /<[a-z][^>]*>/i.test(decoded.text))
    return succeed('html')
  if (BINARY_EXTENSIONS.has(extension))
    return fail('format_mismatch', undefined, `plain text in .${extension}`)
  return succeed('txt')
}

/** Tells a file's format. `name` may be empty. Fails with a code where no reader can help. */
export async function sniff(bytes: Uint8Array, name: string): Promise<Result<Format>> {
  if (bytes.length === 0) return fail('file_empty')
  if (isCompoundFile(bytes)) return sniffCompound(bytes)
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return sniffZip(bytes)
  if (isPdf(bytes)) return succeed('pdf')
  const rtfStart = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0
  if (startsWith(bytes, '{\\rtf', rtfStart) || startsWith(bytes, '{\\urtf', rtfStart)) return succeed('rtf')
  const type = await fileTypeFromBuffer(bytes)
  if (type && IMAGE_TYPES.test(type.mime)) return succeed('image')
  if (type && HEIC_TYPES.test(type.mime)) return fail('heic_unsupported', undefined, type.mime)
  if (type?.ext === '7z' || type?.ext === 'rar') return succeed(type.ext)
  if (type && !type.mime.startsWith('text/') && type.mime !== 'application/xml') {
    return fail('format_unsupported', undefined, type.ext)
  }
  return sniffText(bytes, extensionOf(name))
}
