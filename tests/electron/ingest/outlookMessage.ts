/** A message in words comes in, the bytes of an Outlook file (msg) go out: streams named by property, in a compound file. */
import CFB from 'cfb'

/** Properties by tag: text is written as UTF-16, or in `narrow`'s code page; bytes as they are. */
export interface OutlookMessage {
  readonly texts: Readonly<Record<string, string>>
  readonly narrow?: Readonly<Record<string, Buffer>>
  readonly bytes?: Readonly<Record<string, Buffer>>
  readonly sentAt?: Date
  readonly codePage?: number
  readonly attachments?: readonly OutlookAttachment[]
}

/** A file, or a message inside the message. */
export type OutlookAttachment =
  | { readonly name: string; readonly data: Buffer; readonly contentId?: string }
  | { readonly message: OutlookMessage }

/** The file. */
export function outlookFile(message: OutlookMessage): Buffer {
  const file = CFB.utils.cfb_new()
  const add = (path: string, content: Buffer): unknown => CFB.utils.cfb_add(file, `/${path}`, content)
  add('__nameid_version1.0/__substg1.0_00020102', Buffer.alloc(0))
  addMessage(message, '', 32, add)
  CFB.utils.cfb_del(file, '/\u0001Sh33tJ5')
  return Buffer.from(CFB.write(file, { type: 'buffer' }))
}

type Add = (path: string, content: Buffer) => unknown

const stream = (tag: string, type: string): string => `__substg1.0_${tag}${type}`
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

function addMessage(message: OutlookMessage, folder: string, headBytes: number, add: Add): void {
  const { texts, narrow = {}, bytes = {}, sentAt, codePage, attachments = [] } = message
  for (const [tag, text] of Object.entries(texts)) add(folder + stream(tag, '001F'), wide(text))
  for (const [tag, text] of Object.entries(narrow)) add(folder + stream(tag, '001E'), text)
  for (const [tag, data] of Object.entries(bytes)) add(folder + stream(tag, '0102'), data)
  const fixed: Buffer[] = []
  if (codePage) fixed.push(property(0x3ffd0003, BigInt(codePage)))
  if (sentAt) fixed.push(property(0x00390040, (BigInt(sentAt.getTime()) + 11_644_473_600_000n) * 10_000n))
  add(`${folder}__properties_version1.0`, Buffer.concat([Buffer.alloc(headBytes), ...fixed]))
  for (const [index, attachment] of attachments.entries()) {
    const storage = `${folder}__attach_version1.0_#${index.toString(16).toUpperCase().padStart(8, '0')}/`
    if ('message' in attachment)
      addMessage(attachment.message, `${storage}${stream('3701', '000D')}/`, 24, add)
    else {
      add(storage + stream('3707', '001F'), wide(attachment.name))
      add(storage + stream('3701', '0102'), attachment.data)
      if (attachment.contentId) add(storage + stream('3712', '001F'), wide(attachment.contentId))
    }
    add(`${storage}__properties_version1.0`, Buffer.alloc(8))
  }
}

function property(tag: number, value: bigint): Buffer {
  const entry = Buffer.alloc(16)
  entry.writeUInt32LE(tag, 0)
  entry.writeUInt32LE(6, 4)
  entry.writeBigUInt64LE(value, 8)
  return entry
}
