/** Archives of every kind: names in old code pages, passwords, damage; fixtures were packed by 7-Zip 24. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExtractor } from '../../../electron/ingest/extraction.ts'
import { freeName, memberPath } from '../../../electron/ingest/memberName.ts'
import { readFile } from '../../../electron/ingest/readers/index.ts'
import { createUnpacking, unpackedFile } from '../../../electron/ingest/unpack.ts'
import { extractionEntry } from '../library/temporaryLibrary.ts'
import { fixtureBytes } from './fixtures.ts'
import { storedRar } from './storedRar.ts'

const PLAN = 'Tệp: Hồ sơ/Chi Lăng/kế hoạch.docx\n\nHUYỆN ỦY CHI LĂNG'
const NOTE = 'Tệp: Hồ sơ/ghi chú.txt\n\nThực hiện Kết luận số 43-KL/TW'

async function read(name: string, bytes: Uint8Array, password?: string): Promise<string> {
  const result = await readFile(name, bytes, { password })
  return result.ok ? result.value.text : result.failure.code
}

describe('an archive', () => {
  const cases: readonly (readonly [file: string, password: string | undefined, expected: string | null])[] = [
    ['ho-so.7z', undefined, null],
    ['ho-so-zipcrypto.zip', 'dan-van', null],
    ['ho-so-aes256.zip', 'dan-van', null],
    ['ho-so-zipcrypto.zip', undefined, 'password_protected'],
    ['ho-so-aes256.zip', undefined, 'password_protected'],
    ['ho-so-zipcrypto.zip', 'Dan-van', 'password_protected'],
    ['ho-so-aes256.zip', 'Dan-van', 'password_protected'],
    ['ho-so-mat-khau.7z', 'mật khẩu', 'encryption_unsupported'],
    ['ho-so-an-ten.7z', 'mật khẩu', 'encryption_unsupported'],
  ]
  it.each(cases)('%s with password %s', async (file, password, failure) => {
    const text = await read(file, fixtureBytes(file), password)
    if (failure) expect(text).toBe(failure)
    else {
      expect(text).toContain(PLAN)
      expect(text).toContain(NOTE)
    }
  })

  it('in RAR is read like the others, whatever its file is called', async () => {
    const rar = storedRar({ 'Hồ sơ/ghi chú.txt': 'Thực hiện Kết luận số 43-KL/TW', '__proto__/x.txt': 'Hai' })
    const text = await read('hồ sơ.rar', rar)
    expect(text).toContain(NOTE)
    expect(text).toContain('Tệp: __proto__/x.txt\n\nHai')
    expect(({} as Record<string, unknown>)['x.txt']).toBeUndefined()
  })

  const damaged: readonly (readonly [what: string, name: string, bytes: () => Uint8Array])[] = [
    ['a 7z cut short', 'a.7z', () => fixtureBytes('ho-so.7z').subarray(0, 9000)],
    ['a 7z with a byte changed', 'a.7z', () => changed(fixtureBytes('ho-so.7z'), 5000)],
    ['a RAR of its first bytes', 'a.rar', () => storedRar({ 'a.txt': 'a' }).subarray(0, 20)],
    [
      'a RAR cut behind its first file',
      'a.rar',
      () => storedRar({ 'a.txt': 'a', 'b.txt': 'b'.repeat(50) }).subarray(0, -70),
    ],
    ['the first of several volumes of a RAR', 'a.rar', () => storedRar({ 'a.txt': 'a' }, true)],
    ['an encrypted ZIP with a byte changed', 'a.zip', () => changed(fixtureBytes('ho-so-aes256.zip'), 5000)],
    [
      'a ZIP with a byte changed',
      'a.zip',
      () => changed(zipSync({ 'a.txt': strToU8('Kế hoạch số 41-KH/BDVTU') }, { level: 0 }), 45),
    ],
  ]
  it.each(damaged)('%s is damaged', async (_, name, bytes) => {
    expect(await read(name, bytes(), 'dan-van')).toBe('file_damaged')
  })
})

const changed = (bytes: Uint8Array, at: number): Uint8Array =>
  Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 0xff : byte))

describe('names in a ZIP', () => {
  const VIETNAMESE = 'Hồ sơ/Kế hoạch dân vận.txt'
  const cases: readonly (readonly [what: string, name: Buffer, expected: string])[] = [
    ['in UTF-8 without its mark', Buffer.from(VIETNAMESE), VIETNAMESE],
    ['in UTF-8 with parted letters', Buffer.from(VIETNAMESE.normalize('NFD')), VIETNAMESE],
    // Windows has ô and ơ as letters, and the tones as marks behind them.
    [
      'of Vietnamese Windows',
      Buffer.from('48f4cc2073f52f6beaec20686f61f263682e747874', 'hex'),
      'Hồ sơ/kế hoạch.txt',
    ],
    ['of DOS', Buffer.from([0x72, 0x82, 0x73, 0x75, 0x6d, 0x82, 0x2e, 0x74, 0x78, 0x74]), 'résumé.txt'],
    ['with strokes of Windows', Buffer.from('a\\b.txt'), 'a/b.txt'],
  ]
  it.each(cases)('%s', async (_, name, expected) => {
    const unpacking = createUnpacking({ folder, path: 'x.zip', depth: 0, files: 10, bytes: 1000 })
    const read = await readFile('x.zip', rawZip(name), { keepMember: unpacking.keep })
    expect(read.ok || read.failure).toBe(true)
    expect(unpacking.members.map(({ path }) => path.slice(6))).toEqual([expected.normalize('NFC')])
  })

  it.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['C:\\Windows\\a.txt', 'C/Windows/a.txt'],
    ['/gốc/./b.txt', 'gốc/b.txt'],
    ['a\u0000b\u001f.txt', 'ab.txt'],
    ['..', ''],
  ])('%j is shown as %j', (name, expected) => {
    expect(memberPath(name)).toBe(expected)
  })

  it('stay apart', () => {
    const taken = new Set(['a/b.txt', 'a/b (2).txt', 'không đuôi'])
    expect(freeName('a/b.txt', taken)).toBe('a/b (3).txt')
    expect(freeName('không đuôi', taken)).toBe('không đuôi (2)')
    expect(freeName('c', taken)).toBe('c')
  })
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chi-do-unpack-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('unpacking', () => {
  const zip = zipSync({ 'một.txt': strToU8('một'), 'hai.txt': strToU8('hai hai') })
  const unpack = async (limits: { files: number; bytes: number }) => {
    const unpacking = createUnpacking({ folder, path: 'x.zip', depth: 0, ...limits })
    const read = await readFile('x.zip', zip, { keepMember: unpacking.keep })
    return { code: read.ok ? null : read.failure.code, members: unpacking.members }
  }

  it('writes each file under a name of its own making', async () => {
    const { code, members } = await unpack({ files: 2, bytes: 12 })
    expect(code).toBeNull()
    expect(members).toEqual([
      { path: 'x.zip/hai.txt', bytes: 7, failure: null },
      { path: 'x.zip/một.txt', bytes: 5, failure: null },
    ])
    expect(readFileSync(unpackedFile(folder, 'x.zip/một.txt'), 'utf8')).toBe('một')
  })

  it.each([
    ['files', { files: 1, bytes: 100 }],
    ['bytes', { files: 2, bytes: 11 }],
  ])('ends where too many %s come', async (_, limits) => {
    expect((await unpack(limits)).code).toBe('archive_bomb')
  })
})

describe('a file larger than a process may hold', () => {
  const extractor = createExtractor({ entry: extractionEntry, jobs: 1, limits: { fileBytes: 4000 } })
  afterAll(() => extractor.close())
  const cases: readonly (readonly [name: string, bytes: () => Uint8Array, expected: string])[] = [
    ['hồ sơ.zip', () => zipSync({ 'một.docx': fixtureBytes('chi-lang-2023.docx') }), '1 files'],
    ['kín.zip', () => fixtureBytes('ho-so-aes256.zip'), 'password_protected'],
    ['kế hoạch.docx', () => fixtureBytes('chi-lang-2023.docx'), 'file_too_large'],
    ['hồ sơ.7z', () => fixtureBytes('ho-so.7z'), 'file_too_large'],
  ]
  it.each(cases)('%s', async (name, bytes, expected) => {
    const path = join(folder, 'tệp')
    writeFileSync(path, bytes())
    const unpack = { folder: join(folder, 'ra'), path: name, depth: 0, files: 10, bytes: 1_000_000 }
    const read = await extractor.extract(path, { fileName: name, unpack })
    expect(read.ok ? `${read.value.members.length} files` : read.failure.code).toBe(expected)
  })
})

/** A stored ZIP whose only name is these very bytes, with no word on their encoding. */
function rawZip(name: Buffer): Uint8Array {
  const content = Buffer.from('x')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt32LE(crc32(content), 14)
  local.writeUInt32LE(content.length, 18)
  local.writeUInt32LE(content.length, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  local.copy(central, 6, 4, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + content.length, 16)
  return Buffer.concat([local, name, content, central, name, end])
}
