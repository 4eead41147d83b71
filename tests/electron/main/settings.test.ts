/** The settings file: survives damage field by field, is written whole, remembers libraries in order. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, openSettings } from '../../../electron/main/settings.ts'

describe('openSettings', () => {
  let folder = ''
  const file = () => path.join(folder, 'settings.json')
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chi-do-settings-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('keeps what was changed for the next start', () => {
    openSettings(file()).change({ theme: 'dark', zoomPercent: 125 })
    expect(openSettings(file()).read()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', zoomPercent: 125 })
    expect(existsSync(`${file()}.new`)).toBe(false)
  })

  it('puts the library used last first, once, and keeps eight', () => {
    const store = openSettings(file())
    for (let library = 1; library <= 10; library += 1) store.rememberLibrary(`Kho ${library}`)
    store.rememberLibrary('Kho 5')
    expect(store.read().lastLibrary).toBe('Kho 5')
    expect(store.read().recentLibraries).toHaveLength(8)
    expect(store.read().recentLibraries.slice(0, 3)).toEqual(['Kho 5', 'Kho 10', 'Kho 9'])
    expect(store.read().recentLibraries.filter((library) => library === 'Kho 5')).toHaveLength(1)
  })

  it.each([
    ['missing', null],
    ['empty', ''],
    ['cut short', '{"theme": "da'],
    ['another shape', '[1, 2]'],
    ['null', 'null'],
  ])('starts with the defaults when the file is %s', (_what, content) => {
    if (content !== null) writeFileSync(file(), content)
    expect(openSettings(file()).read()).toEqual(DEFAULT_SETTINGS)
  })

  it('loses only the field that is damaged', () => {
    writeFileSync(
      file(),
      JSON.stringify({ theme: 'purple', zoomPercent: 150, lastLibrary: 'Kho', window: 3 }),
    )
    expect(openSettings(file()).read()).toEqual({ ...DEFAULT_SETTINGS, zoomPercent: 150, lastLibrary: 'Kho' })
  })

  it('goes on without the file when it cannot be written', () => {
    const store = openSettings(path.join(folder, 'no such folder', 'settings.json'))
    store.change({ language: 'en' })
    expect(store.read().language).toBe('en')
  })
})
