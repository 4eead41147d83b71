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
let batches: number

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chi-do-watch-'))
  seen = []
  reachable = []
  batches = 0
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
    probeMs: 100,
    isKnown: (file) => known.has(name(file)),
    onReachable: (is) => reachable.push(is),
    onFiles: (files) => {
      for (const file of files) known.add(name(file))
      seen.push(...files)
      batches += 1
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

  it('hands a thousand files over in a few batches, each once', async () => {
    start(root)
    await until(() => reachable.at(-1) === true)
    const folder = join(root, 'quét', 'lô 1')
    mkdirSync(folder, { recursive: true })
    for (let index = 0; index < 1000; index++) writeFileSync(join(folder, `${index}.txt`), `${index}`)
    await until(() => seen.length >= 1000)
    expect(new Set(seen.map(({ path }) => path)).size).toBe(1000)
    expect(seen).toHaveLength(1000)
    expect(batches).toBeLessThan(50)
  })

  it('gives a file that is written again, and none that is removed', async () => {
    const path = join(root, 'quét dần.pdf')
    writeFileSync(path, 'trang 1')
    start(root)
    await until(() => seen.length === 1)
    writeFileSync(path, 'trang 1, trang 2')
    await until(() => seen.length === 2)
    rmSync(path)
    writeFileSync(join(root, 'khác.txt'), 'khác')
    await until(() => seen.length === 3)
    expect(seen.map(({ path: one, size }) => [one.slice(root.length + 1), size])).toEqual([
      ['quét dần.pdf', 7],
      ['quét dần.pdf', 16],
      ['khác.txt', 5],
    ])
  })

  it('starts on a folder that is not there yet, and hears of files when it has come', async () => {
    const share = join(root, 'ổ mạng')
    start(share)
    await until(() => reachable.at(-1) === false)
    mkdirSync(join(share, 'văn phòng'), { recursive: true })
    await until(() => reachable.at(-1) === true)
    writeFileSync(join(share, 'văn phòng', 'một.txt'), 'một')
    await until(() => seen.length === 1)
    expect(reachable).toEqual([false, true])
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
