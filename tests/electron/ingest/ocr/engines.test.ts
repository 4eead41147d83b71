/** Engines are lent one a page, never more at once than allowed, also when that changes meanwhile. */
import { afterEach, describe, expect, it } from 'vitest'
import { createEngines, type Engines } from '../../../../electron/ingest/ocr/engines.ts'

let engines: Engines | null = null
afterEach(() => engines?.close())

/** Pages that are under way until they are told to end. */
function startPages(lender: Engines, count: number) {
  const underWay: (() => void)[] = []
  const used = new Set<unknown>()
  const pages = Array.from({ length: count }, () =>
    lender.lend(async (engine) => {
      used.add(engine)
      await new Promise<void>((resolve) => underWay.push(resolve))
    }),
  )
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  return {
    used,
    all: Promise.all(pages),
    running: async () => {
      await settle()
      return underWay.length
    },
    end: async () => {
      underWay.shift()?.()
      await settle()
    },
  }
}

describe('createEngines', () => {
  it.each([
    [1, 1],
    [3, 3],
    [0, 1],
  ])('allowed %i, runs %i at once, and uses no more engines than that', async (allowed, expected) => {
    engines = createEngines('no model is loaded', allowed)
    const pages = startPages(engines, 5)
    for (let left = 5; left > 0; left -= 1) {
      expect(await pages.running()).toBe(Math.min(left, expected))
      await pages.end()
    }
    await pages.all
    expect(pages.used.size).toBe(expected)
  })

  it('starts waiting pages when more are allowed, and none when fewer', async () => {
    engines = createEngines('no model is loaded', 1)
    const pages = startPages(engines, 6)
    expect(await pages.running()).toBe(1)
    engines.allow(3)
    expect(await pages.running()).toBe(3)
    engines.allow(1)
    await pages.end()
    await pages.end()
    expect(await pages.running()).toBe(1)
    await pages.end()
    expect(await pages.running()).toBe(1)
    await pages.end()
    await pages.end()
    await pages.end()
    await pages.all
    expect(pages.used.size).toBe(3)
  })

  it('gives an engine back when a page fails', async () => {
    engines = createEngines('no model is loaded', 1)
    await expect(engines.lend(() => Promise.reject(new Error('a page')))).rejects.toThrow('a page')
    expect(await engines.lend(async () => 'next')).toBe('next')
  })
})
