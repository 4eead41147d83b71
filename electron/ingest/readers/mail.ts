/** Bytes of a mail (eml) or a saved web page (mht) come in; its head lines, body and attachments' text go out. */
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { SourceText } from '../../../shared/documents/sourceText.ts'
import { joinSources, type Member, memberOf, plainSource, readMembers } from '../members.ts'
import type { Reader, ReadOptions } from '../reader.ts'
import { readHtmlText } from './html.ts'

async function parse(bytes: Uint8Array): Promise<Result<Email>> {
  try {
    return succeed(
      await PostalMime.parse(bytes, {
        maxNestingDepth: 40,
        attachmentEncoding: 'arraybuffer',
        forceRfc822Attachments: true,
      }),
    )
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return fail('file_damaged', undefined, error.message)
  }
}

/** «Người gửi <a@example.vn>», «a@example.vn» without a name, «Nhóm: …» for a group. */
function written(address: Address): string {
  if (address.group) return `${address.name}: ${address.group.map(written).join(', ')}`
  if (address.name === '') return address.address
  return address.address === '' ? address.name : `${address.name} <${address.address}>`
}

/** The head of a mail as the reader shows it, only the lines the mail has. */
export interface MailHead {
  readonly subject: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly copy: string | undefined
  readonly date: string | undefined
}

/** One mail: its head, its body and what is attached to it. */
export interface Letter {
  readonly head: MailHead
  readonly body: Result<SourceText>
  readonly attachments: readonly Member[]
}

/** Joins a mail, the mails inside it and their attachments, whatever container they came in. Each letter is a page. */
export async function joinMail(
  letters: readonly Letter[],
  options: ReadOptions,
): Promise<Result<SourceText>> {
  const pages = letters.flatMap((letter) => {
    const lines = headLines(letter, options.keepMember !== undefined)
    const parts = lines.length > 0 ? [plainSource(lines.join('\n').normalize('NFC'))] : []
    if (letter.body.ok) parts.push(letter.body.value)
    return parts.length > 0 ? [onOnePage(joinSources(parts))] : []
  })
  const attachments = letters.flatMap((letter) => letter.attachments)
  const joined = joinSources([...pages, ...(await readMembers(attachments, options))])
  return joined.text === '' ? fail('file_empty') : succeed(joined)
}

/** What is attached is named where it does not follow as text. */
function headLines({ head, attachments }: Letter, isApart: boolean): readonly string[] {
  return [
    head.subject && `Chủ đề: ${head.subject}`,
    head.from && `Từ: ${head.from}`,
    head.to && `Đến: ${head.to}`,
    head.copy && `Đồng gửi: ${head.copy}`,
    head.date && `Ngày gửi: ${head.date}`,
    isApart && attachments.length > 0 && `Đính kèm: ${attachments.map(({ name }) => name).join('; ')}`,
  ].filter((line): line is string => typeof line === 'string' && line !== '')
}

const onOnePage = (source: SourceText): SourceText => ({
  ...source,
  pages: [{ start: 0, end: source.text.length }],
})

/** The body: the page a mail carries when it carries one, since the plain part is often a mere stub. */
function bodyOf(email: Email): Result<SourceText> {
  const fromPage = email.html ? readHtmlText(email.html) : null
  if (fromPage?.ok) return fromPage
  const plain = (email.text ?? '').replace(/\r\n?/g, '\n').trim().normalize('NFC')
  return plain === '' ? fail('file_empty') : succeed(plainSource(plain))
}

const contentOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

/** The name of an attachment; one forwarded as a mail often has none. */
function nameOf({ filename, mimeType }: Attachment, number: number): string {
  if (filename) return filename
  return mimeType === 'message/rfc822' ? `thư đính kèm ${number}.eml` : `đính kèm ${number}`
}

/** Reads a mail; pictures inside the text are left out, everything attached is read by its own reader. */
export const readEml: Reader = async (bytes, options) => {
  const email = await parse(bytes)
  if (!email.ok) return email
  const { subject, from, to, cc, date, attachments } = email.value
  const members = attachments
    .filter((one) => !(one.related === true && one.mimeType.startsWith('image/')))
    .map((one, index) => memberOf(nameOf(one, index + 1), () => contentOf(one.content)))
  const head = {
    subject,
    from: from && written(from),
    to: to?.map(written).join(', '),
    copy: cc?.map(written).join(', '),
    date,
  }
  return joinMail([{ head, body: bodyOf(email.value), attachments: members }], options)
}

/** Reads a web archive: the page alone, without its head lines and pictures. */
export const readMht: Reader = async (bytes) => {
  const email = await parse(bytes)
  return email.ok ? bodyOf(email.value) : email
}
