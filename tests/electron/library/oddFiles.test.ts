/** Files of odd size, name and state in a real import: each ends with a document or a coded reason, and nothing is left over. */
import { appendFileSync, chmodSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifyFile, keepOriginal } from '../../../electron/library/originals.ts'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

let library: TemporaryLibrary
let source: string

beforeAll(async () => {
  library = await openTemporaryLibrary()
  source = join(library.folder, 'nguồn')
  mkdirSync(source)
})
afterAll(() => library.dispose())

let written = 0
const text = (): string => `Kế hoạch số ${++written}-KH/TU ngày 03/6/2013 của Tỉnh ủy Lạng Sơn`

const kept = (): readonly string[] => {
  try {
    return readdirSync(join(library.folder, 'files'))
  } catch (error) {
    // Nothing was ever kept.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

describe('files of odd size and state', () => {
  it('refuses two gigabytes before reading or copying any of it', async () => {
    const path = join(source, 'rất lớn.pdf')
    writeFileSync(path, '%PDF-1.4')
    truncateSync(path, 2 * 1024 ** 3)
    const before = kept()
    const [item] = await library.import(path)
    expect(item).toMatchObject({ state: 'failed', failure: { code: 'file_too_large', subject: path } })
    expect(kept()).toEqual(before)
  })

  it('keeps nothing of a file that grew between hashing and copying', async () => {
    const path = join(source, 'đang ghi.txt')
    writeFileSync(path, text())
    const identity = await identifyFile(path)
    if (!identity.ok) throw new Error(identity.failure.code)
    const before = kept()
    appendFileSync(path, ' và trang sau')
    expect(await keepOriginal(library.folder, path, identity.value)).toMatchObject({
      ok: false,
      failure: { code: 'file_changed_while_reading' },
    })
    expect(kept()).toEqual(before)
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'names the files and folders it may not read, and reads the others',
    async () => {
      const folder = join(source, 'quyền')
      mkdirSync(join(folder, 'khóa'), { recursive: true })
      for (const name of ['a.txt', 'b.txt', 'khóa/c.txt']) writeFileSync(join(folder, name), text())
      chmodSync(join(folder, 'a.txt'), 0)
      chmodSync(join(folder, 'khóa'), 0)
      try {
        const items = await library.import(folder)
        expect(items.map(({ state, failure }) => failure?.code ?? state).sort()).toEqual([
          'file_unreadable',
          'file_unreadable',
          'imported',
        ])
      } finally {
        chmodSync(join(folder, 'khóa'), 0o700)
      }
    },
  )
})

describe('files of odd name', () => {
  it('takes emoji, quotes, spaces at the ends and paths beyond 260 characters', async () => {
    const deep = join(
      source,
      ...Array.from({ length: 6 }, (_, level) => `${level} ${'thư mục rất dài '.repeat(4)}x`),
    )
    mkdirSync(deep, { recursive: true })
    const paths = [
      join(deep, 'văn bản.txt'),
      join(source, '📄 kế hoạch “mới” & cũ.txt'),
      join(source, ' khoảng trắng .txt'),
      join(source, '%2e%2e #1.txt'),
    ]
    expect(paths[0]?.length).toBeGreaterThan(260)
    for (const path of paths) writeFileSync(path, text())
    for (const path of paths) {
      const [item] = await library.import(path)
      expect(item, path).toMatchObject({ state: 'imported', path })
    }
  })

  it.skipIf(process.platform === 'win32')(
    'takes a name with a line break and one with control characters',
    async () => {
      const folder = join(source, 'tên lạ')
      mkdirSync(folder)
      const names = ['hai\ndòng.txt', 'chuông\u0007.txt']
      for (const name of names) writeFileSync(join(folder, name), text())
      const items = await library.import(folder)
      expect(items.map(({ state, path }) => [state, path]).sort()).toEqual(
        names.map((name) => ['imported', join(folder, name)]).sort(),
      )
      const [item] = items
      const document = await library.call('documents.get', { id: item?.documentId ?? 0 })
      expect(names).toContain(document.file.name)
    },
  )

  it.skipIf(process.platform !== 'linux')(
    'tells of a name that is not Unicode, and reads the others',
    async () => {
      const folder = join(source, 'tên cũ')
      mkdirSync(folder)
      writeFileSync(join(folder, 'tốt.txt'), text())
      // «Nghị» in TCVN3: 0xde begins no UTF-8 sequence that «.» could end.
      writeFileSync(
        Buffer.concat([Buffer.from(`${folder}/ngh`), Buffer.from([0xde]), Buffer.from('.txt')]),
        text(),
      )
      const items = await library.import(folder)
      expect(items.map(({ state, failure }) => failure?.code ?? state).sort()).toEqual([
        'imported',
        'name_not_unicode',
      ])
    },
  )
})
