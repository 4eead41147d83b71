/** Mail as it is sent in Việt Nam: encodings of heads and bodies, names of attachments, Outlook's own files. */
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { unpackRtf } from '../../../electron/ingest/compressedRtf.ts'
import type { Member } from '../../../electron/ingest/members.ts'
import { readFile } from '../../../electron/ingest/readers/index.ts'
import { fixtureBytes } from './fixtures.ts'
import { type OutlookMessage, outlookFile } from './outlookMessage.ts'

/** The text of a mail with its attachments apart, and their names. */
async function open(name: string, bytes: Uint8Array) {
  const kept: Member[] = []
  const read = await readFile(name, bytes, { keepMember: async (member) => void kept.push(member) })
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  return { text: read.value.text, format: read.value.format, names: kept.map((member) => member.name), kept }
}
const bytesOf = async (member: Member | undefined): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of member?.chunks() ?? []) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const mail = (...lines: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')]))

describe('eml', () => {
  const bodies: readonly (readonly [what: string, head: readonly string[], body: string | Buffer])[] = [
    [
      'quoted-printable with a line broken inside a letter',
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      'K=E1=BA=BF ho=E1=BA=A1ch s=E1=BB=91 41-KH/BDVTU c=E1=\r\n=BB=A7a Ban D=C3=A2n v=E1=BA=ADn',
    ],
    [
      'base64',
      ['Content-Type: text/plain; charset="UTF-8"', 'Content-Transfer-Encoding: base64'],
      Buffer.from('Kế hoạch số 41-KH/BDVTU của Ban Dân vận').toString('base64'),
    ],
    [
      'windows-1258, 8 bits',
      ['Content-Type: text/plain; charset=windows-1258', 'Content-Transfer-Encoding: 8bit'],
      iconv.encode('Kê\u0301 hoa\u0323ch sô\u0301 41-KH/BDVTU cu\u0309a Ban Dân vâ\u0323n', 'win1258'),
    ],
    [
      'a page with a stub of plain text beside it',
      ['Content-Type: multipart/alternative; boundary=Y'],
      '--Y\r\nContent-Type: text/plain\r\n\r\nXem ban HTML\r\n--Y\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Kế hoạch số 41-KH/BDVTU của Ban Dân vận</p>\r\n--Y--',
    ],
  ]
  it.each(bodies)('%s', async (_, head, body) => {
    const { text } = await open('thư.eml', mail('Subject: x', 'MIME-Version: 1.0', ...head, '', body))
    expect(text).toBe('Chủ đề: x\n\nKế hoạch số 41-KH/BDVTU của Ban Dân vận')
  })

  const names: readonly (readonly [what: string, head: readonly string[], expected: string])[] = [
    ['plain', ['Content-Disposition: attachment; filename="ke hoach.txt"'], 'ke hoach.txt'],
    [
      'of RFC 2231, in pieces',
      [
        "Content-Disposition: attachment; filename*0*=utf-8''K%E1%BA%BF%20ho;",
        ' filename*1*=%E1%BA%A1ch%20;',
        ' filename*2="2024.txt"',
      ],
      'Kế hoạch 2024.txt',
    ],
    [
      'of RFC 2047, as old Outlook wrote them',
      [
        'Content-Type: text/plain; name="=?utf-8?B?S+G6vyBob+G6oWNoLnR4dA==?="',
        'Content-Disposition: attachment',
      ],
      'Kế hoạch.txt',
    ],
    ['none', ['Content-Disposition: attachment'], 'đính kèm 1'],
  ]
  it.each(names)('names of attachments: %s', async (_, head, expected) => {
    const { names, text, kept } = await open(
      'thư.eml',
      mail(
        'Subject: x',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=X',
        '',
        '--X',
        'Content-Type: text/plain',
        '',
        'Gui kem',
        '--X',
        ...head,
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from('Kế hoạch').toString('base64'),
        '--X--',
      ),
    )
    expect(names).toEqual([expected])
    expect(text).toBe(`Chủ đề: x\nĐính kèm: ${expected}\n\nGui kem`)
    expect((await bytesOf(kept[0])).toString()).toBe('Kế hoạch')
  })

  it('a mail forwarded as a whole is a file of its own', async () => {
    const inner = mail('Subject: trong', 'MIME-Version: 1.0', 'Content-Type: text/plain', '', 'Ben trong')
    const { names, kept } = await open(
      'thư.eml',
      mail(
        'Subject: x',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=X',
        '',
        '--X',
        'Content-Type: message/rfc822',
        '',
        inner,
        '--X--',
      ),
    )
    expect(names).toEqual(['thư đính kèm 1.eml'])
    expect((await open('trong.eml', await bytesOf(kept[0]))).text).toBe('Chủ đề: trong\n\nBen trong')
  })
})

describe('msg', () => {
  const head = { '0037': 'Gửi kế hoạch', '0C1A': 'Văn thư', '0E04': 'Ban Dân vận', '0E03': 'Lưu' }
  const plan = Buffer.from(fixtureBytes('chi-lang-2023.docx'))

  it('gives head and body; attachments large and small, and messages inside, are found', async () => {
    const { text, format, names, kept } = await open(
      'thư.msg',
      outlookFile({
        texts: { ...head, '1000': 'Kính gửi kèm Kế hoạch số 41-KH/BDVTU.\r\nTrân trọng.\r\n' },
        sentAt: new Date('2024-03-05T01:02:03Z'),
        attachments: [
          { name: 'kế hoạch.docx', data: plan },
          { name: 'nhỏ.txt', data: Buffer.from('Công văn') },
          {
            message: {
              texts: { '0037': 'Thư trước', '1000': 'Theo Công văn số 12-CV/TU' },
              sentAt: new Date('2024-03-04T00:00:00Z'),
              attachments: [{ name: 'cũ.txt', data: Buffer.from('Cũ') }],
            },
          },
        ],
      }),
    )
    expect(format).toBe('msg')
    expect(text).toBe(
      'Chủ đề: Gửi kế hoạch\nTừ: Văn thư\nĐến: Ban Dân vận\nĐồng gửi: Lưu\nNgày gửi: 2024-03-05T01:02:03.000Z\n' +
        'Đính kèm: kế hoạch.docx; nhỏ.txt\n\nKính gửi kèm Kế hoạch số 41-KH/BDVTU.\nTrân trọng.\n\n' +
        'Chủ đề: Thư trước\nNgày gửi: 2024-03-04T00:00:00.000Z\nĐính kèm: cũ.txt\n\nTheo Công văn số 12-CV/TU',
    )
    expect(names).toEqual(['kế hoạch.docx', 'nhỏ.txt', 'cũ.txt'])
    expect((await bytesOf(kept[0])).equals(plan)).toBe(true)
    expect((await bytesOf(kept[1])).toString()).toBe('Công văn')
  })

  it('as one document reads attachments behind the letter, each on its page', async () => {
    const file = outlookFile({
      texts: { '1000': 'Thư' },
      attachments: [{ name: 'kế hoạch.docx', data: plan }],
    })
    const read = await readFile('thư.msg', file)
    expect(read.ok && read.value.text).toMatch(/^Thư\n\nTệp: kế hoạch\.docx\n\nHUYỆN ỦY CHI LĂNG/)
  })

  const compressed = Buffer.from(
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
    'hex',
  )
  const bodies: readonly (readonly [what: string, message: OutlookMessage, expected: string])[] = [
    [
      'in a code page',
      { texts: {}, narrow: { '1000': iconv.encode('Kê\u0301 hoa\u0323ch', 'win1258') }, codePage: 1258 },
      'Kế hoạch',
    ],
    [
      'as a page',
      { texts: {}, bytes: { '1013': Buffer.from('<html><meta charset="utf-8"><p>Kế hoạch</p></html>') } },
      'Kế hoạch',
    ],
    ['as RTF alone', { texts: {}, bytes: { '1009': compressed } }, 'hello world'],
  ]
  it.each(bodies)('reads a body %s', async (_, message, expected) => {
    expect((await open('thư.msg', outlookFile(message))).text).toBe(expected)
  })

  it('takes a picture drawn in the page for no attachment', async () => {
    const { names } = await open(
      'thư.msg',
      outlookFile({
        texts: { '1013': '<html><p>Thư <img src="cid:huy-hieu@x"></p></html>' },
        attachments: [
          { name: 'huy hiệu.png', data: Buffer.from('x'), contentId: 'huy-hieu@x' },
          { name: 'quét.png', data: Buffer.from('y'), contentId: 'khac@x' },
        ],
      }),
    )
    expect(names).toEqual(['quét.png'])
  })

  it.each([
    [0, 'a table that points outside'],
    [1, 'a directory cut away'],
  ])('a damaged file is a failure (%i: %s)', async (which) => {
    const whole = outlookFile({
      texts: { '0037': 'x', '1000': 'y' },
      attachments: [{ name: 'a', data: plan }],
    })
    const bytes = which === 0 ? Buffer.from(whole) : whole.subarray(0, 1200)
    if (which === 0) bytes.writeUInt32LE(0x00ff_fff0, 48)
    const read = await readFile('thư.msg', bytes)
    expect(read.ok ? 'read' : read.failure.code).toBe('file_damaged')
  })
})

describe('compressed RTF', () => {
  it('is unpacked as the specification shows', () => {
    const plain = Buffer.from('{\\rtf1 x}')
    const head = Buffer.alloc(16)
    head.writeUInt32LE(plain.length + 12, 0)
    head.write('MELA', 8)
    expect(Buffer.from(unpackRtf(Buffer.concat([head, plain]))).toString()).toBe('{\\rtf1 x}')
    head.write('????', 8)
    expect(() => unpackRtf(Buffer.concat([head, plain]))).toThrow(RangeError)
    expect(() => unpackRtf(Buffer.from('2d0000'))).toThrow(RangeError)
  })
})
