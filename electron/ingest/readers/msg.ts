/** Bytes of an Outlook message (msg) come in; its head lines, body and attachments' text go out. [MS-OXMSG]. */
import iconv from 'iconv-lite'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { SourceText } from '../../../shared/documents/sourceText.ts'
import { type CompoundFile, openCompoundFile } from '../compoundFile.ts'
import { unpackRtf } from '../compressedRtf.ts'
import { decodeText } from '../encoding.ts'
import { type Member, memberOf, plainSource } from '../members.ts'
import type { Reader } from '../reader.ts'
import { decodeHtml, readHtmlText } from './html.ts'
import { joinMail, type Letter } from './mail.ts'
import { readRtf } from './rtf.ts'

// Properties are streams named by tag and type: «__substg1.0_0037001F» is the subject (0037) in UTF-16 (001F).
const SUBJECT = '0037'
const SENDER = '0C1A'
const RECIPIENTS = '0E04'
const COPIES = '0E03'
const BODY = '1000'
const RICH_BODY = '1009'
const PAGE = '1013'
const FILE_NAME = '3707'
const SHORT_NAME = '3704'
const DATA = '3701'
const CONTENT_ID = '3712'
// Of fixed length, in one stream together: tag and type in one number.
const SENT = 0x00390040
const DELIVERED = 0x0e060040
const CODE_PAGE = 0x3ffd0003

/** A message inside a message inside … as real mail goes; deeper is a trap. */
const MAXIMUM_DEPTH = 5

/** One message of a file, by the storage it lies in: «» or «__attach_version1.0_#00000000/__substg1.0_3701000D/». */
class Message {
  readonly #file: CompoundFile
  readonly #folder: string

  constructor(file: CompoundFile, folder: string) {
    this.#file = file
    this.#folder = folder
  }

  text(tag: string, folder = this.#folder): string | undefined {
    const wide = this.#file.get(`${folder}__substg1.0_${tag}001F`)
    if (wide) return new TextDecoder('utf-16le').decode(wide.read()).replace(/\0+$/, '')
    const narrow = this.#file.get(`${folder}__substg1.0_${tag}001E`)
    return narrow && this.#decode(narrow.read())?.replace(/\0+$/, '')
  }

  bytes(tag: string, folder = this.#folder): Uint8Array | undefined {
    return this.#file.get(`${folder}__substg1.0_${tag}0102`)?.read()
  }

  /** The page where there is one; the plain words; else the RTF that Outlook keeps beside them. */
  async body(): Promise<Result<SourceText>> {
    const plain = this.text(BODY)?.replace(/\r\n?/g, '\n').trim().normalize('NFC')
    if (plain) return succeed(plainSource(plain))
    const html = this.page()
    if (html) return readHtmlText(html)
    const rich = this.bytes(RICH_BODY)
    return rich ? readRtf(unpackRtf(rich), {}) : fail('file_empty')
  }

  page(): string | null {
    const page = this.bytes(PAGE)
    return page ? decodeHtml(page) : (this.text(PAGE) ?? null)
  }

  /** The moment the message was sent, or came. */
  sentAt(): string | undefined {
    for (const tag of [SENT, DELIVERED]) {
      const value = this.#fixed(tag)
      // 100-nanosecond steps since 1601.
      const milliseconds = value === undefined ? 0 : Number(value / 10_000n) - 11_644_473_600_000
      if (milliseconds > 0) return new Date(milliseconds).toISOString()
    }
    return undefined
  }

  /** Storages of what is attached. */
  attachments(): readonly string[] {
    const own = this.#folder.length
    const storage = /^__attach_version1\.0_#[0-9A-F]+\//i
    const paths = [...this.#file.keys()].filter((path) => path.startsWith(this.#folder))
    return [...new Set(paths.flatMap((path) => storage.exec(path.slice(own))?.[0] ?? []))].map(
      (name) => this.#folder + name,
    )
  }

  /** The message attached as a storage of its own. */
  inner(attachment: string): Message | null {
    const folder = `${attachment}__substg1.0_${DATA}000D/`
    return this.#file.has(`${folder}__properties_version1.0`) ? new Message(this.#file, folder) : null
  }

  #decode(bytes: Uint8Array): string | undefined {
    const encoding = `cp${this.#fixed(CODE_PAGE) ?? ''}`
    const isNamed = encoding !== 'cp65001' && iconv.encodingExists(encoding)
    return isNamed ? iconv.decode(Buffer.from(bytes), encoding) : decodeText(bytes)?.text
  }

  #fixed(wanted: number): bigint | undefined {
    const properties = this.#file.get(`${this.#folder}__properties_version1.0`)?.read()
    if (!properties) return undefined
    const view = new DataView(properties.buffer, properties.byteOffset, properties.byteLength)
    // The head of a message inside another is shorter by two numbers.
    for (let at = this.#folder === '' ? 32 : 24; at + 16 <= view.byteLength; at += 16) {
      if (view.getUint32(at, true) !== wanted) continue
      return (wanted & 0xffff) === 0x0003
        ? BigInt(view.getUint32(at + 8, true))
        : view.getBigUint64(at + 8, true)
    }
    return undefined
  }
}

/** A message and those inside it, each with its attachments. */
async function lettersOf(message: Message, depth: number): Promise<readonly Letter[]> {
  const attachments: Member[] = []
  const inner: Letter[] = []
  const page = message.page() ?? ''
  for (const [index, storage] of message.attachments().entries()) {
    const attached = message.inner(storage)
    if (attached && depth < MAXIMUM_DEPTH) inner.push(...(await lettersOf(attached, depth + 1)))
    const data = message.bytes(DATA, storage)
    const contentId = message.text(CONTENT_ID, storage)
    // A picture drawn inside the page, as a signature's emblem is, is no attachment.
    if (!data || (contentId && page.includes(`cid:${contentId}`))) continue
    const name =
      message.text(FILE_NAME, storage) ?? message.text(SHORT_NAME, storage) ?? `đính kèm ${index + 1}`
    attachments.push(memberOf(name, () => data))
  }
  const head = {
    subject: message.text(SUBJECT),
    from: message.text(SENDER),
    to: message.text(RECIPIENTS),
    copy: message.text(COPIES),
    date: message.sentAt(),
  }
  return [{ head, body: await message.body(), attachments }, ...inner]
}

export const readMsg: Reader = async (bytes, options) => {
  const opened = openCompoundFile(bytes)
  if (!opened.ok) return opened
  return joinMail(await lettersOf(new Message(opened.value, ''), 1), options)
}
