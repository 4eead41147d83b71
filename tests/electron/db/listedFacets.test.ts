/** Counts beside a list are counted once for its pages, and anew when the list begins again after a change. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTemporaryLibrary, samplesFolder, type TemporaryLibrary } from '../library/temporaryLibrary.ts'

let library: TemporaryLibrary
beforeEach(async () => {
  library = await openTemporaryLibrary()
  await library.import(samplesFolder)
})
afterEach(() => library.dispose())

describe('counts beside a list', () => {
  it('follow the filter and every change, and stay while somebody scrolls', async () => {
    const kinds = async (offset: number, kind?: string) => {
      const filter = kind ? { kind: [kind] } : {}
      return (await library.call('documents.list', { filter, offset, limit: 1 })).facets.kind
    }
    const before = await kinds(0)
    const [first, second] = before
    if (!first || !second) throw new Error('the samples are of several kinds')
    expect(await kinds(0, second.value)).toEqual([second])
    expect(await kinds(1, first.value)).toEqual([first])
    expect(await kinds(0)).toEqual(before)

    const { documents } = await library.call('documents.list', { filter: { kind: [first.value] }, limit: 1 })
    await kinds(0)
    await library.call('documents.remove', { id: documents[0]?.id ?? 0 })
    expect(await kinds(1)).toEqual(before)
    const after = await kinds(0)
    expect(after.find(({ value }) => value === first.value)?.count ?? 0).toBe(first.count - 1)
    expect(await kinds(1)).toEqual(after)
  })
})
