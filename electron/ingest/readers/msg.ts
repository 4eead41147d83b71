/** Bytes of an Outlook message (msg) come in; its head lines, body and attachments' text go out. [MS-OXMSG]. */
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { SourceText } from '../../../shared/documents/sourceText.ts'
import { type CompoundFile, openCompoundFile } from '../compoundFile.ts'
import { decodeText } from '../encoding.ts'
import { type Member, memberOf, plainSource } from '../members.ts'
import type { Reader } from '../reader.ts'
import { decodeHtml, readHtmlText } from './html.ts'
import { joinMail } from './mail.ts'

// Properties are streams named by tag and type: «__substg1.0_0037001F» is the subject (0037) in UTF-16 (001F).
const SUBJECT = '0037'
const SENDER = '0C1A'
const RECIPIENTS = '0E04'
const COPIES = '0E03'
const BODY = '1000'
const PAGE = '1013'
const FILE_NAME = '3707'
const SHORT_NAME = '3704'
const DATA = '3701'

function textOf(file: CompoundFile, tag: string, folder = ''): string | undefined {
  const wide = file.get(`${folder}__substg1.0_${tag}001F`)
  if (wide) return new TextDecoder('utf-16le').decode(wide.read()).replace(/\0+$/, '')
  const narrow = file.get(`${folder}__substg1.0_${tag}001E`)
  return narrow ? decodeText(narrow.read())?.text.replace(/\0+$/, '') : undefined
}

function bodyOf(file: CompoundFile): Result<SourceText> {
  const plain = textOf(file, BODY)?.replace(/\r\n?/g, '\n').trim().normalize('NFC')
  if (plain) return succeed(plainSource(plain))
  const page = file.get(`__substg1.0_${PAGE}0102`)
  const html = page ? decodeHtml(page.read()) : textOf(file, PAGE)
  return html ? readHtmlText(html) : fail('file_empty')
}

/** Attachments by their storages; a message inside a message is a storage of its own and is passed over. */
function attachmentsOf(file: CompoundFile): readonly Member[] {
  const folders = new Set(
    [...file.keys()].flatMap((path) => /^__attach_version1\.0_#[0-9A-F]+\//i.exec(path)?.[0] ?? []),
  )
  return [...folders].flatMap((folder, index): readonly Member[] => {
    const data = file.get(`${folder}__substg1.0_${DATA}0102`)
    if (!data) return []
    const name =
      textOf(file, FILE_NAME, folder) ?? textOf(file, SHORT_NAME, folder) ?? `đính kèm ${index + 1}`
    return [memberOf(name, () => data.read())]
  })
}

/** The moment the message was sent, from the fixed properties: tag 0039, a Windows time. */
function dateOf(file: CompoundFile): string | undefined {
  const properties = file.get('__properties_version1.0')?.read()
  if (!properties) return undefined
  const view = new DataView(properties.buffer, properties.byteOffset, properties.byteLength)
  for (let at = 32; at + 16 <= view.byteLength; at += 16) {
    const tag = view.getUint32(at, true)
    if (tag !== 0x00390040 && tag !== 0x0e060040) continue
    // 100-nanosecond steps since 1601.
    const milliseconds = Number(view.getBigUint64(at + 8, true) / 10_000n) - 11_644_473_600_000
    if (milliseconds > 0) return new Date(milliseconds).toISOString()
  }
  return undefined
}

export const readMsg: Reader = async (bytes, options) => {
  const opened = openCompoundFile(bytes)
  if (!opened.ok) return opened
  const file = opened.value
  const head = {
    subject: textOf(file, SUBJECT),
    from: textOf(file, SENDER),
    to: textOf(file, RECIPIENTS),
    copy: textOf(file, COPIES),
    date: dateOf(file),
  }
  return joinMail(head, bodyOf(file), attachmentsOf(file), options)
}
