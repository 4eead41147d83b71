/** A library that is closed while something is still being written says so, and leaves no half file. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openTemporaryLibrary, samplesFolder, type TemporaryLibrary } from './temporaryLibrary.ts'

/** When armed, whoever lets others have their turn next waits for `release`. */
const turns = vi.hoisted(() => {
  const state = { isArmed: false, isWaiting: false, release: (): void => undefined }
  return {
    state,
    held: (): Promise<void> | null => {
      if (!state.isArmed) return null
      state.isArmed = false
      state.isWaiting = true
      return new Promise((resolve) => {
        state.release = resolve
      })
    },
  }
})
vi.mock('node:timers/promises', async (original) => {
  const real = await original<typeof import('node:timers/promises')>()
  return { ...real, setImmediate: () => turns.held() ?? real.setImmediate() }
})

let library: TemporaryLibrary
let folder: string
beforeAll(async () => {
  library = await openTemporaryLibrary()
  await library.import(samplesFolder)
  folder = mkdtempSync(join(tmpdir(), 'chi-do-closing-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  turns.state.release()
})
afterAll(async () => {
  await library.dispose()
  rmSync(folder, { recursive: true, force: true })
})

/** Every turn is over at once, so that the first row written gives way. */
function shortenTurns(): void {
  let now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 1000
    return now
  })
}

describe('closing the library', () => {
  it.each(['xlsx', 'csv'] as const)('while results are written as %s', async (format) => {
    await library.call('library.open', { folder: library.folder })
    shortenTurns()
    turns.state.isArmed = true
    turns.state.isWaiting = false
    const out = join(folder, `kết quả.${format}`)
    const writing = library.ask('search.export', { query: 'dân vận', format, out })
    await vi.waitFor(() => expect(turns.state.isWaiting).toBe(true))
    await library.call('library.close', {})
    turns.state.release()
    expect(await writing).toMatchObject({
      ok: false,
      failure: { code: 'library_closed', subject: library.folder },
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('does not blame closing for what went wrong before', async () => {
    await library.call('library.open', { folder: library.folder })
    const out = join(folder, 'không có', 'kết quả.csv')
    expect(await library.ask('search.export', { query: 'dân vận', format: 'csv', out })).toMatchObject({
      failure: { code: 'target_unwritable' },
    })
  })
})
