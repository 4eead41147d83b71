/** Two imports of the same folder at once: every file comes in once, and neither takes an original from the other. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTurns } from '../../../electron/library/turns.ts'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

const FILES = 24
let library: TemporaryLibrary
let folder: string

beforeAll(async () => {
  library = await openTemporaryLibrary()
  folder = join(library.folder, 'tệp')
  mkdirSync(folder)
  for (let index = 0; index < FILES; index++) {
    writeFileSync(
      join(folder, `${index}.txt`),
      `KẾ HOẠCH\nthực hiện Kết luận số ${index + 1}-KL/TW, ngày 07/4/2021 của Ban Bí thư về công tác dân vận\n`,
    )
  }
})
afterAll(() => library.dispose())

const isOver = async (jobId: number): Promise<boolean> => {
  const job = (await library.call('import.jobs', {})).find(({ id }) => id === jobId)
  return job?.state === 'finished' || job?.state === 'cancelled'
}
const start = async () => (await library.call('import.start', { paths: [folder] })).jobId
const outcomes = async (jobId: number) => (await library.call('import.items', { jobId, limit: 1000 })).items

describe('imports of the same folder at once', () => {
  it('bring every file in once', async () => {
    const jobs = await Promise.all([start(), start(), start()])
    // The first is stopped on its way: what it was reading must not be lost to the others.
    await expect
      .poll(
        async () =>
          (await outcomes(jobs[0])).some(({ state }) => state === 'imported' || state === 'duplicate'),
        { timeout: 50_000 },
      )
      .toBe(true)
    await library.call('import.cancel', { jobId: jobs[0] })
    for (const jobId of jobs) await expect.poll(() => isOver(jobId), { timeout: 50_000 }).toBe(true)

    const states = (await Promise.all(jobs.map(outcomes))).flat().map(({ state }) => state)
    expect(states.filter((state) => state === 'imported')).toHaveLength(FILES)
    expect(states).not.toContain('failed')
    expect((await library.call('documents.list', { limit: 1 })).total).toBe(FILES)
    expect(await library.call('library.verify', {})).toEqual({ ok: true, problems: [] })
  })
})

describe('turns', () => {
  it('keep the order within a key, leave others free, and go on after a failure', async () => {
    const turns = createTurns()
    const told: string[] = []
    const gate = Promise.withResolvers<void>()
    const first = turns('a', async () => {
      await gate.promise
      told.push('a1')
      throw new Error('broken')
    })
    const second = turns('a', async () => void told.push('a2'))
    await turns('b', async () => void told.push('b'))
    expect(told).toEqual(['b'])
    gate.resolve()
    await expect(first).rejects.toThrow('broken')
    await second
    expect(told).toEqual(['b', 'a1', 'a2'])
  })
})
