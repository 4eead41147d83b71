/** A watched folder on a real disk: new, growing, nested and vanishing files, and a folder that comes and goes. */
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FolderWatch, type SeenFile, watchFolder } from '../../../electron/ingest/watch.ts'

let root: string
let watch: FolderWatch | null
let seen: SeenFile[]
let reachable: boolean[]

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chi-do-watch-'))
  seen = []
  reachable = []
  watch = null
})
afterEach(async () => {
  await watch?.close()
  rmSync(root, { recursive: true, force: true })
})

function start(folder: string): void {
  const known = new Set<string>()
  const name = ({ path, size, changedMs }: SeenFile): string => `${path}|${size}|${changedMs}`
  watch = watchFolder(folder, {
    settleMs: 300,
    rescanMs: 400,
    isKnown: (file) => known.has(name(file)),
    onReachable: (is) => reachable.push(is),
    onFiles: (files) => {
      for (const file of files) known.add(name(file))
      seen.push(...files)
    },
  })
}

async function until(test: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !test(); tries++) await pause(50)
  expect(test()).toBe(true)
}

const names = (): string[] => seen.map(({ path }) => path.slice(root.length + 1)).sort()

describe('watchFolder', () => {
  it('gives what is there already and what comes later, in sub-folders too, each once', async () => {
    writeFileSync(join(root, 'có sẵn.txt'), 'một')
    start(root)
    await until(() => seen.length === 1)
    mkdirSync(join(root, 'quý 1'))
    writeFileSync(join(root, 'quý 1', 'mới.txt'), 'hai')
    writeFileSync(join(root, '~$mới.docx'), 'khóa của Word')
    await until(() => seen.length === 2)
    await pause(1000)
    expect(names()).toEqual(['có sẵn.txt', 'quý 1/mới.txt'])
  })

  it('waits until a file has stopped growing', async () => {
    start(root)
    const path = join(root, 'đang quét.pdf')
    for (let page = 0; page < 6; page++) {
      appendFileSync(path, `trang ${page}\n`)
      await pause(150)
      expect(seen.filter(({ size }) => size < 40)).toEqual([])
    }
    await until(() => seen.length === 1)
    expect(seen[0]?.size).toBe(48)
  })

  it('tells when the folder is away, and takes what is new when it is back', async () => {
    const share = join(root, 'ổ mạng')
    mkdirSync(share)
    start(share)
    await until(() => reachable.at(-1) === true)
    renameSync(share, join(root, 'ngắt'))
    await until(() => reachable.at(-1) === false)
    writeFileSync(join(root, 'ngắt', 'trong lúc ngắt.txt'), 'ba')
    renameSync(join(root, 'ngắt'), share)
    await until(() => seen.length === 1)
    await until(() => reachable.at(-1) === true)
  })
})
