/** Folders are walked whole: nested, looped, unreadable, with names in either Unicode form. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discover } from '../../../electron/ingest/discover.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chido-discover-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const put = async (...names: readonly string[]): Promise<void> => {
  for (const name of names) {
    const path = join(folder, name)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, 'x')
  }
}

async function found(paths: readonly string[] = [folder], signal?: AbortSignal): Promise<readonly string[]> {
  const names: string[] = []
  for await (const one of discover(paths, signal)) {
    names.push(
      one.ok
        ? relative(folder, one.value)
        : `${one.failure.code} ${relative(folder, one.failure.subject ?? '')}`,
    )
  }
  return names
}

describe('discover', () => {
  it('walks folders in folders, files first, in order of names', async () => {
    await put('b.txt', 'a.txt', '2023/kế hoạch/c.docx', '2022/d.pdf')
    expect(await found()).toEqual(['a.txt', 'b.txt', '2022/d.pdf', '2023/kế hoạch/c.docx'])
  })

  it('leaves out what systems and Word leave behind', async () => {
    await put('~$a.docx', '.DS_Store', 'Thumbs.db', 'desktop.ini', '.git/config', 'a.docx')
    expect(await found()).toEqual(['a.docx'])
  })

  it('passes names on as the disk has them, NFC or NFD', async () => {
    const composed = 'Nghị quyết.docx'.normalize('NFC')
    const decomposed = 'Chỉ thị.docx'.normalize('NFD')
    await put(composed, decomposed)
    expect(new Set(await found())).toEqual(new Set([composed, decomposed]))
  })

  it('takes a name of 250 bytes', async () => {
    const name = `${'a'.repeat(246)}.txt`
    await put(name)
    expect(await found()).toEqual([name])
  })

  it('comes out of a loop of links, and reports links to nowhere', async () => {
    await put('a/b/c.txt')
    await symlink(folder, join(folder, 'a/b/loop'))
    await symlink(join(folder, 'missing'), join(folder, 'a/broken'))
    await symlink(join(folder, 'a/self'), join(folder, 'a/self'))
    expect(await found()).toEqual(['file_missing a/broken', 'file_unreadable a/self', 'a/b/c.txt'])
  })

  it('follows a link to a file or a folder elsewhere', async () => {
    await put('real/x.txt', 'view/y.txt')
    await symlink(join(folder, 'real'), join(folder, 'view/linked'))
    expect(await found([join(folder, 'view')])).toEqual(['view/y.txt', 'view/linked/x.txt'])
  })

  it('reports a path that is not there and goes on', async () => {
    await put('a.txt')
    expect(await found([join(folder, 'none'), join(folder, 'a.txt')])).toEqual(['file_missing none', 'a.txt'])
  })

  it('gives a file named twice once', async () => {
    await put('a.txt')
    const path = join(folder, 'a.txt')
    expect(await found([path, path])).toEqual(['a.txt'])
  })

  it('stops when told', async () => {
    await put('a.txt', 'b.txt', 'c.txt')
    const controller = new AbortController()
    const seen: string[] = []
    for await (const one of discover([folder], controller.signal)) {
      if (one.ok) seen.push(one.value)
      controller.abort()
    }
    expect(seen).toHaveLength(1)
  })

  it('lets others run while it lists a large folder', async () => {
    await Promise.all(Array.from({ length: 3000 }, (_, index) => writeFile(join(folder, `${index}.txt`), '')))
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
    }, 0)
    const names = await found()
    clearInterval(timer)
    expect(names).toHaveLength(3000)
    expect(ticks).toBeGreaterThan(2)
  })
})
