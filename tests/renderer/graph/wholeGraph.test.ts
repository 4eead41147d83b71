/** The whole graph gathered from a real library: every instrument and each edge once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openForWriting } from '../../../electron/db/open.ts'
import { createLibraryHost, type LibraryHost } from '../../../electron/library/host.ts'
import { emptyFacts, joinFacts } from '../../../renderer/features/graph/graphFacts.ts'
import { type Ask, wholeGraph } from '../../../renderer/features/graph/wholeGraph.ts'
import type { MethodResult } from '../../../shared/contract/methods.ts'
import { generateLibrary } from '../../bench/libraryGenerator.ts'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
let folder = ''
let host: LibraryHost | null = null

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chi-do-whole-'))
})
afterEach(async () => {
  await host?.close()
  host = null
  rmSync(folder, { recursive: true, force: true })
})

async function openAndAsk(): Promise<Ask> {
  const opened = createLibraryHost({
    resourcesFolder: path.join(root, 'resources'),
    extractionEntry: path.join(root, 'electron', 'ingest', 'extractionProcess.ts'),
    emit: () => undefined,
    access: 'read',
  })
  host = opened
  expect(await opened.dispatch('library.open', { folder })).toMatchObject({ ok: true })
  return async (method, params) => {
    const answer = await opened.dispatch(method, params)
    if (!answer.ok) throw new Error(answer.failure.code)
    return answer.value as MethodResult<typeof method>
  }
}

/** Edges as the database holds them, each relation of two instruments once. */
function storedEdges(): ReadonlySet<string> {
  const opened = openForWriting(folder, false)
  if (!opened.ok) throw new Error(opened.failure.code)
  const rows = opened.value
    .prepare<[], string>(
      `SELECT DISTINCT from_id || ' ' || relation || ' ' || to_id FROM edges WHERE from_id <> to_id AND status <> 'rejected'`,
    )
    .pluck()
    .all()
  opened.value.close()
  return new Set(rows)
}

/** Gathers everything and counts the stretches it came in. */
async function gather(ask: Ask) {
  let facts = emptyFacts
  let pieces = 0
  for await (const piece of wholeGraph(ask)) {
    facts = joinFacts(facts, piece)
    pieces += 1
  }
  return { facts, pieces }
}

describe('wholeGraph', () => {
  it('brings every instrument, alone ones too, and every edge', async () => {
    generateLibrary(folder, { documents: 120, citationsEach: 3, citedOnly: 60 })
    const stored = storedEdges()
    const { facts, pieces } = await gather(await openAndAsk())
    expect(pieces).toBe(1)
    expect(facts.nodes.size).toBe(180)
    expect(facts.degrees.size).toBeLessThan(180)
    expect(new Set(facts.edges.keys())).toEqual(stored)
  })

  it('brings a large library in pages, all instruments before the first edge, without a quote', async () => {
    generateLibrary(folder, { documents: 4000, citationsEach: 3, citedOnly: 2000 })
    const stored = storedEdges()
    const ask = await openAndAsk()
    const asked: string[] = []
    const { facts, pieces } = await gather(async (method, params) => {
      const answer = await ask(method, params)
      asked.push(method)
      expect(JSON.stringify(answer)).not.toContain('Tiếp tục thực hiện')
      return answer
    })
    expect(pieces).toBe(2)
    expect(asked).toEqual(['graph.nodes', 'graph.nodes', 'graph.edges', 'graph.edges'])
    expect(facts.nodes.size).toBe(6000)
    expect(new Set(facts.edges.keys())).toEqual(stored)
  })

  it('is nothing for an empty library', async () => {
    const opened = openForWriting(folder, true)
    if (!opened.ok) throw new Error(opened.failure.code)
    opened.value.close()
    expect((await gather(await openAndAsk())).facts.nodes.size).toBe(0)
  })
})
