/** Archives and mails into a library: each file inside is a document of its own, by its own hash, and survives a kill. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportItem } from '../../../shared/contract/views.ts'
import { fixtureBytes } from '../ingest/fixtures.ts'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

let library: TemporaryLibrary
let folder: string

beforeEach(async () => {
  library = await openTemporaryLibrary()
  folder = join(library.folder, 'đến')
  mkdirSync(folder)
})
afterEach(() => library.dispose())

const write = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const brief = (items: readonly ImportItem[]) =>
  Object.fromEntries(
    items.map((item) => [
      item.path.slice(folder.length + 1),
      item.failure?.code ?? (item.members === null ? item.state : `${item.state} ${item.members}`),
    ]),
  )
const sourcePaths = async (): Promise<string[]> => {
  const { documents } = await library.call('documents.list', { limit: 100 })
  const details = await Promise.all(documents.map(({ id }) => library.call('documents.get', { id })))
  return details.map(({ file }) => file.sourcePath.slice(folder.length + 1)).sort()
}
const textOf = async (items: readonly ImportItem[], end: string): Promise<string> => {
  const id = items.find(({ path }) => path.endsWith(end))?.documentId
  if (!id) throw new Error(`no document ${end}`)
  return (await library.call('documents.get', { id })).text
}

describe('an archive', () => {
  it('gives a document for each file in it, nested ones too, and is none itself', async () => {
    const plan = fixtureBytes('chi-lang-2023.docx')
    const inner = zipSync({ 'tờ trình.txt': strToU8('TỜ TRÌNH về công tác dân vận') })
    const zip = write(
      'hồ sơ.zip',
      zipSync({
        'Chi Lăng/kế hoạch.docx': plan,
        'Chi Lăng/lớp trong.zip': inner,
        'hỏng.pdf': strToU8('%PDF-1.7 cụt'),
        '__MACOSX/._kế hoạch.docx': strToU8('rác'),
        '../../ngoài.txt': strToU8('CÔNG VĂN ra ngoài'),
      }),
    )
    const loose = write('bản rời.docx', plan)
    const before = readFileSync(zip)

    const items = await library.import(folder)
    const first = items.find(({ path }) => path === loose)?.state === 'imported'
    expect(brief(items)).toEqual({
      'bản rời.docx': first ? 'imported' : 'duplicate',
      'hồ sơ.zip': 'opened 4',
      'hồ sơ.zip/Chi Lăng/kế hoạch.docx': first ? 'duplicate' : 'imported',
      'hồ sơ.zip/Chi Lăng/lớp trong.zip': 'opened 1',
      'hồ sơ.zip/Chi Lăng/lớp trong.zip/tờ trình.txt': 'imported',
      'hồ sơ.zip/hỏng.pdf': 'file_damaged',
      'hồ sơ.zip/ngoài.txt': 'imported',
    })
    expect(await sourcePaths()).toEqual([
      first ? 'bản rời.docx' : 'hồ sơ.zip/Chi Lăng/kế hoạch.docx',
      'hồ sơ.zip/Chi Lăng/lớp trong.zip/tờ trình.txt',
      'hồ sơ.zip/ngoài.txt',
    ])
    const hash = createHash('sha256').update(plan).digest('hex')
    expect(readFileSync(join(library.folder, 'files', hash)).equals(plan)).toBe(true)
    expect(readdirSync(join(library.folder, 'files'))).toHaveLength(3)
    expect(readFileSync(zip).equals(before)).toBe(true)
    expect(readdirSync(join(library.folder, 'unpacked'))).toEqual([])
    expect(await library.call('library.verify', {})).toEqual({ ok: true, problems: [] })
    const [job] = await library.call('import.jobs', {})
    expect(job).toMatchObject({ total: 7, done: 7, imported: 3, duplicates: 1, opened: 2, failed: 1 })
  })

  it('is opened again to try what failed in it, and passes over the rest', async () => {
    const zip = (second: Uint8Array): Uint8Array =>
      zipSync({ 'một.txt': strToU8('KẾ HOẠCH một'), 'hai.pdf': second })
    await library.import(write('x.zip', zip(strToU8('%PDF-1.7 cụt'))))
    write('x.zip', zip(fixtureBytes('rich.pdf')))
    const [job] = await library.call('import.jobs', {})
    const { jobId } = await library.call('import.retryFailed', { jobId: job?.id ?? 0 })
    await expect
      .poll(async () => (await library.call('import.jobs', {}))[0]?.state, { timeout: 50_000 })
      .toBe('finished')
    expect(brief((await library.call('import.items', { jobId, limit: 10 })).items)).toEqual({
      'x.zip': 'opened 2',
      'x.zip/một.txt': 'duplicate',
      'x.zip/hai.pdf': 'imported',
    })
  })

  const traps: readonly (readonly [
    what: string,
    bytes: () => Uint8Array,
    expected: Record<string, string>,
  ])[] = [
    ['nothing but system files', () => zipSync({ '.DS_Store': strToU8('x') }), { 't.zip': 'file_empty' }],
    [
      'no directory left',
      () => zipSync({ 'a.txt': strToU8('a'.repeat(900)) }).slice(0, 60),
      { 't.zip': 'file_damaged' },
    ],
    [
      'a file that inflates a thousand times',
      () => zipSync({ 'to.txt': new Uint8Array(80 * 1024 * 1024) }, { level: 9 }),
      { 't.zip': 'archive_bomb' },
    ],
    [
      'archives in archives',
      () => {
        let zip = zipSync({ 'đáy.txt': strToU8('đáy') })
        for (let depth = 0; depth < 4; depth += 1) zip = zipSync({ [`${depth}.zip`]: zip })
        return zip
      },
      {
        't.zip': 'opened 1',
        't.zip/3.zip': 'opened 1',
        't.zip/3.zip/2.zip': 'opened 1',
        't.zip/3.zip/2.zip/1.zip': 'archive_too_deep',
      },
    ],
  ]
  it.each(traps)('with %s is told and leaves nothing behind', async (_, bytes, expected) => {
    expect(brief(await library.import(write('t.zip', bytes())))).toEqual(expected)
    expect(
      existsSync(join(library.folder, 'files')) ? readdirSync(join(library.folder, 'files')) : [],
    ).toEqual([])
    expect(
      existsSync(join(library.folder, 'unpacked')) ? readdirSync(join(library.folder, 'unpacked')) : [],
    ).toEqual([])
  })
})

describe('a mail', () => {
  const mail = (attachment: Uint8Array): string =>
    [
      'From: =?utf-8?B?VsSDbiB0aMaw?= <vanthu@example.vn>',
      'To: b@example.vn',
      'Subject: =?utf-8?Q?G=E1=BB=ADi_k=E1=BA=BF_ho=E1=BA=A1ch?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=X',
      '',
      '--X',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Kính gửi kèm Kế hoạch số 41-KH/BDVTU.',
      '--X',
      'Content-Type: application/octet-stream',
      "Content-Disposition: attachment; filename*=utf-8''k%E1%BA%BF%20ho%E1%BA%A1ch.docx",
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(attachment).toString('base64').replace(/.{76}/g, '$&\r\n'),
      '--X--',
      '',
    ].join('\r\n')

  it('is a document, and what is attached to it is another', async () => {
    const path = write('thư.eml', mail(fixtureBytes('chi-lang-2023.docx')))
    const items = await library.import(path)
    expect(brief(items)).toEqual({ 'thư.eml': 'imported 1', 'thư.eml/kế hoạch.docx': 'imported' })
    expect(await textOf(items, 'thư.eml')).toBe(
      'Chủ đề: Gửi kế hoạch\nTừ: Văn thư <vanthu@example.vn>\nĐến: b@example.vn\nĐính kèm: kế hoạch.docx\n\nKính gửi kèm Kế hoạch số 41-KH/BDVTU.',
    )
    expect(await textOf(items, 'kế hoạch.docx')).toMatch(/^HUYỆN ỦY CHI LĂNG/)

    const again = await library.import(path)
    expect(brief(again)).toEqual({ 'thư.eml': 'duplicate 1', 'thư.eml/kế hoạch.docx': 'duplicate' })

    // Read again it keeps to its own text.
    const id = items[0]?.documentId ?? 0
    await library.call('documents.reread', { id, ocr: 'auto' })
    expect(await textOf(items, 'thư.eml')).not.toContain('HUYỆN ỦY')
  })
})
