/** Starting from a checkout: whether there is a display, whether the build is fresh, how programs end. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasDisplay } from '../../../electron/launch/display.ts'
import { resolveElectron } from '../../../electron/launch/electronBinary.ts'
import { BUILT_FILES, isBuildFresh } from '../../../electron/launch/freshBuild.ts'
import { runProgram } from '../../../electron/launch/runProgram.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chi-do-launch-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('hasDisplay', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['win32', {}, true],
    ['darwin', {}, true],
  ] as const)('%s %o: %s', (platform, environment, expected) => {
    expect(hasDisplay(environment, platform)).toBe(expected)
  })
})

describe('isBuildFresh', () => {
  const write = (file: string, secondsAgo: number): void => {
    const full = path.join(folder, file)
    mkdirSync(path.dirname(full), { recursive: true })
    writeFileSync(full, '')
    const at = Date.now() / 1000 - secondsAgo
    utimesSync(full, at, at)
    // Folders carry times too: make them as old as the oldest file here.
    for (let up = path.dirname(full); up !== folder; up = path.dirname(up))
      utimesSync(up, at - 1000, at - 1000)
  }

  it('is true only when every built file is newer than every source', async () => {
    write('electron/main/index.ts', 100)
    expect(await isBuildFresh(folder)).toBe(false)
    for (const file of BUILT_FILES) write(file, 50)
    expect(await isBuildFresh(folder)).toBe(true)
    write('shared/contract/methods.ts', 10)
    expect(await isBuildFresh(folder)).toBe(false)
  })

  it('is false when one of the three builds is missing', async () => {
    for (const file of BUILT_FILES.slice(1)) write(file, 50)
    expect(await isBuildFresh(folder)).toBe(false)
  })
})

describe('resolveElectron', () => {
  it('takes the folder the person names, and says so', async () => {
    const name = process.platform === 'win32' ? 'electron.exe' : 'electron'
    writeFileSync(path.join(folder, name), '')
    const found = await resolveElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: folder }, () => undefined)
    expect(found).toMatchObject({ program: path.join(folder, name), origin: 'override' })
    expect(found.description).toContain('ELECTRON_OVERRIDE_DIST_PATH')
  })

  it('refuses a named folder without Electron', async () => {
    const asked = resolveElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: folder }, () => undefined)
    await expect(asked).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH')
  })

  it('prefers the official program when it is installed', async () => {
    const installed = path.join(folder, 'node_modules', 'electron')
    mkdirSync(path.join(installed, 'dist'), { recursive: true })
    writeFileSync(path.join(installed, 'path.txt'), 'electron')
    writeFileSync(path.join(installed, 'dist', 'electron'), '')
    writeFileSync(path.join(installed, 'dist', 'version'), '45.4.1')
    const found = await resolveElectron(folder, {}, () => undefined)
    expect(found).toMatchObject({ origin: 'official', program: path.join(installed, 'dist', 'electron') })
    expect(found.description).toContain('45.4.1')
  })
})

describe('runProgram', () => {
  const run = (script: string, timeoutMs = 60_000) =>
    runProgram(process.execPath, ['-e', script], { folder, timeoutMs })

  it('gives code and output', async () => {
    expect(await run('console.log("ra"); console.error("lỗi"); process.exit(3)')).toEqual({
      code: 3,
      stdout: 'ra\n',
      stderr: 'lỗi\n',
      isTimedOut: false,
    })
  })
  it('ends a program that takes too long', async () => {
    expect(await run('setInterval(() => 0, 1000)', 50)).toMatchObject({ code: null, isTimedOut: true })
  })
  it('tells when there is no such program', async () => {
    const outcome = await runProgram(path.join(folder, 'none'), [], { folder, timeoutMs: 60_000 })
    expect(outcome).toMatchObject({ code: null, isTimedOut: false })
    expect(outcome.stderr).toContain('ENOENT')
  })
})
