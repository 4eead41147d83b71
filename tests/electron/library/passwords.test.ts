/** Locked files of an import: the password is asked for, tried, and opens what it fits, in an archive as on the disk. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import officeCrypto from 'officecrypto-tool'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportItem } from '../../../shared/contract/views.ts'
import { fixtureBytes } from '../ingest/fixtures.ts'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

const PASSWORD = 'mật khẩu 2024'
/** Agile is what Office writes since 2010; standard, of Office 2007, is quicker to try. */
const lock = (name: string, type?: 'standard'): Buffer =>
  officeCrypto.encrypt(Buffer.from(fixtureBytes(name)), { password: PASSWORD, ...(type && { type }) })

let library: TemporaryLibrary
let folder: string

beforeEach(async () => {
  library = await openTemporaryLibrary()
  folder = join(library.folder, 'đến')
  mkdirSync(folder)
})
afterEach(() => library.dispose())

const write = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const lastJob = async () => {
  const [job] = await library.call('import.jobs', {})
  if (!job) throw new Error('no job')
  return job
}
const items = async (): Promise<ImportItem[]> =>
  (await library.call('import.items', { jobId: (await lastJob()).id, limit: 100 })).items
const open = async (path: string, password: string): Promise<ImportItem> =>
  library.call('import.withPassword', { jobId: (await lastJob()).id, path, password })
const outcome = ({ state, failure }: ImportItem): string => failure?.code ?? state

describe('a locked file', () => {
  const files = [
    ['Word', 'chi-lang-2023.docx', undefined, /HUYỆN ỦY CHI LĂNG/],
    ['Excel', 'bang.xlsx', 'standard', /\S/],
  ] as const
  it.each(files)('of %s is opened by its password and by no other', async (_, fixture, type, expected) => {
    const path = write(fixture, lock(fixture, type))
    expect((await library.import(path)).map(outcome)).toEqual(['password_protected'])
    expect(
      existsSync(join(library.folder, 'files')) ? readdirSync(join(library.folder, 'files')) : [],
    ).toEqual([])
    expect(outcome(await open(path, 'mật khẩu'))).toBe('password_protected')
    const opened = await open(path, PASSWORD)
    expect(outcome(opened)).toBe('imported')
    const { text, file } = await library.call('documents.get', { id: opened.documentId ?? 0 })
    expect(text).toMatch(expected)
    expect(readFileSync(join(library.folder, 'files', file.sha256)).equals(readFileSync(path))).toBe(true)
  })

  it('inside an archive is found again after its import is over', async () => {
    const path = write(
      'hồ sơ.zip',
      zipSync({ 'lớp/trong.zip': zipSync({ 'kín.docx': lock('chi-lang-2023.docx', 'standard') }) }),
    )
    await library.import(path)
    const inside = join(path, 'lớp/trong.zip/kín.docx')
    expect((await items()).map(({ path }) => path)).toContain(inside)
    expect(readdirSync(join(library.folder, 'unpacked'))).toEqual([])
    expect(outcome(await open(inside, 'sai'))).toBe('password_protected')
    expect(outcome(await open(inside, PASSWORD))).toBe('imported')
    expect(readdirSync(join(library.folder, 'unpacked'))).toEqual([])
  })

  it('that is an archive gives its files once it is open', async () => {
    const path = write('kín.zip', fixtureBytes('ho-so-aes256.zip'))
    expect((await library.import(path)).map(outcome)).toEqual(['password_protected'])
    expect(outcome(await open(path, 'sai'))).toBe('password_protected')
    expect(await open(path, 'dan-van')).toMatchObject({ state: 'opened', members: 2 })
    await expect
      .poll(async () => (await items()).map(outcome).sort(), { timeout: 50_000 })
      .toEqual(['imported', 'imported', 'opened'])
    await expect.poll(async () => (await lastJob()).state, { timeout: 50_000 }).toBe('finished')
  })

  it('nobody here can open is kept, marked unread', async () => {
    const [item] = await library.import(write('kín.7z', fixtureBytes('ho-so-mat-khau.7z')))
    expect(item && outcome(item)).toBe('encryption_unsupported')
    expect(await library.call('documents.get', { id: item?.documentId ?? 0 })).toMatchObject({
      unreadCode: 'encryption_unsupported',
      file: { name: 'kín.7z' },
    })
  })
})
