/** Electron from the cache: only exact bytes are trusted, and it stays outside the checkout. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  cachedRepack,
  isRepackUsable,
  matchesIntegrity,
  REPACK,
  repackFolder,
} from '../../../electron/launch/repackedElectron.ts'

describe('the re-packed Electron', () => {
  // The digest of «abc» as FIPS 180-4 prints it, in npm's notation.
  const integrityOfAbc =
    'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=='

  it.each([
    ['the exact bytes', 'abc', integrityOfAbc, true],
    ['one byte more', 'abcd', integrityOfAbc, false],
    ['another archive', 'abc', REPACK.integrity, false],
  ])('accepts or refuses %s', (_what, text, integrity, expected) => {
    expect(matchesIntegrity(new TextEncoder().encode(text), integrity)).toBe(expected)
  })

  it('goes into the cache folder the person chose, else into their own', () => {
    expect(repackFolder({ XDG_CACHE_HOME: path.resolve('cache') })).toMatch(
      path.join('cache', 'chi-do', `electron-${REPACK.version}`),
    )
    const own = repackFolder({})
    expect(path.isAbsolute(own)).toBe(true)
    expect(path.relative(path.resolve('.'), own)).toMatch(/^\.\./)
  })

  it('runs on Linux x64 only', () => {
    expect(isRepackUsable('linux', 'x64')).toBe(true)
    expect(isRepackUsable('linux', 'arm64')).toBe(false)
    expect(isRepackUsable('win32', 'x64')).toBe(false)
    expect(isRepackUsable('darwin', 'x64')).toBe(false)
  })

  it('is found only when its program is there', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'chi-do-electron-'))
    try {
      expect(cachedRepack(folder)).toBeNull()
      writeFileSync(path.join(folder, 'electron'), '')
      expect(cachedRepack(folder)).toBe(path.join(folder, 'electron'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
