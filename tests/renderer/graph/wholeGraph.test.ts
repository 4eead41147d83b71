/** The whole graph gathered from a real library: parts that hang together and parts that do not, each edge once. */
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

describe('wholeGraph', () => {
  it('brings every edge of a library, also of parts no way leads to', async () => {
    generateLibrary(folder, { documents: 120, citationsEach: 3, citedOnly: 60 })
    // Documents 101–120 hang on one another alone, in pairs.
    const opened = openForWriting(folder, false)
    if (!opened.ok) throw new Error(opened.failure.code)
    opened.value.exec('DELETE FROM edges WHERE from_id > 100 OR to_id BETWEEN 101 AND 120')
    opened.value.exec(
      `INSERT INTO edges (citation_id, from_id, to_id, relation, is_impossible)
       SELECT min(id), document_id, document_id + 1, 'basis', 0 FROM citations
       WHERE document_id > 100 AND document_id % 2 = 1 GROUP BY document_id`,
    )
    opened.value.close()
    const stored = storedEdges()
    const ask = await openAndAsk()
    let facts = emptyFacts
    let stretches = 0
    for await (const stretch of wholeGraph(ask)) {
      facts = joinFacts(facts, stretch)
      stretches += 1
    }
    expect(stretches).toBe(2)
    expect(new Set(facts.edges.keys())).toEqual(stored)
    for (const id of [101, 102, 119, 120]) expect(facts.nodes.has(id)).toBe(true)
  })

  it('is nothing for an empty library', async () => {
    const opened = openForWriting(folder, true)
    if (!opened.ok) throw new Error(opened.failure.code)
    opened.value.close()
    const ask = await openAndAsk()
    for await (const stretch of wholeGraph(ask)) expect.unreachable(`${stretch.nodes.length} nodes`)
  })
})
