/** Pages of instruments and edges from a real library: nothing lost, nothing twice, also while the library changes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEdgePage, readNodePage } from '../../../electron/db/graphPages.ts'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import { openForWriting } from '../../../electron/db/open.ts'
import type { EdgeCursor, GraphEdge } from '../../../shared/contract/graphMethods.ts'
import { generateLibrary } from '../../bench/libraryGenerator.ts'

let folder = ''
let db: WriteHandle

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chi-do-pages-'))
  generateLibrary(folder, { documents: 60, citationsEach: 4, citedOnly: 40 })
  const opened = openForWriting(folder, false)
  if (!opened.ok) throw new Error(opened.failure.code)
  db = opened.value
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

/** All pages; `between` runs after each but the last. */
function allNodes(limit: number, between: (page: number) => void = () => undefined): number[] {
  const ids: number[] = []
  let after: number | null = 0
  for (let page = 1; after !== null; page += 1) {
    const answer: ReturnType<typeof readNodePage> = readNodePage(db, after, limit)
    ids.push(...answer.nodes.map(({ id }) => id))
    after = answer.next
    if (after !== null) between(page)
  }
  return ids
}

function allEdges(limit: number, between: (page: number) => void = () => undefined): string[] {
  const edges: GraphEdge[] = []
  let after: EdgeCursor | null = null
  for (let page = 1; ; page += 1) {
    const answer: ReturnType<typeof readEdgePage> = readEdgePage(db, after, limit)
    expect(answer.edges.length).toBeLessThanOrEqual(limit)
    edges.push(...answer.edges)
    after = answer.next
    if (after === null) return edges.map(([from, to, relation]) => `${from} ${relation} ${to}`)
    between(page)
  }
}

const storedEdges = (): string[] =>
  db
    .prepare<[], string>(
      `SELECT DISTINCT from_id || ' ' || relation || ' ' || to_id FROM edges WHERE from_id <> to_id AND status <> 'rejected'`,
    )
    .pluck()
    .all()

describe('readNodePage', () => {
  it.each([1, 7, 99, 100, 101])('brings every instrument once, %i at a time', (limit) => {
    expect(allNodes(limit)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1))
  })

  it('counts them, cuts long titles, and is empty beyond the last', () => {
    db.prepare('UPDATE instruments SET title = ? WHERE id = 1').run('ă'.repeat(500))
    const { total, nodes, next } = readNodePage(db, 0, 1)
    expect([total, next, nodes[0]?.title]).toEqual([100, 1, 'ă'.repeat(160)])
    expect(readNodePage(db, 100, 10)).toEqual({ total: 100, nodes: [], next: null })
  })

  it('loses and repeats nothing that stays while others come and go', () => {
    db.pragma('foreign_keys = OFF')
    const ids = allNodes(10, (page) => {
      // One already delivered and one yet to come go; one is added at the end.
      db.prepare('DELETE FROM instruments WHERE id IN (?, ?)').run(page * 10 - 3, 101 - page)
      db.prepare(`INSERT INTO instruments (key, family, level) VALUES ('new ' || ?, 'new', 'other')`).run(
        page,
      )
    })
    expect(new Set(ids).size).toBe(ids.length)
    const kept = db.prepare<[], number>('SELECT id FROM instruments WHERE id <= 100').pluck().all()
    expect(kept.length).toBeLessThan(90)
    expect(kept.filter((id) => !ids.includes(id))).toEqual([])
  })
})

describe('readEdgePage', () => {
  it.each([1, 7, 1000])('brings every edge once, %i at a time', (limit) => {
    const edges = allEdges(limit)
    expect(new Set(edges).size).toBe(edges.length)
    expect(edges.toSorted()).toEqual(storedEdges().toSorted())
    expect(edges.length).toBeGreaterThan(100)
  })

  it('says what is thought of each, and leaves out rejected ones and circles on oneself', () => {
    db.exec('DELETE FROM edges')
    const add = db.prepare(
      'INSERT INTO edges (citation_id, from_id, to_id, relation, is_impossible, status) VALUES (?, ?, ?, ?, ?, ?)',
    )
    for (const row of [
      [1, 5, 6, 'basis', 0, 'proposed'],
      [2, 5, 6, 'basis', 0, 'confirmed'],
      [3, 5, 6, 'amends', 1, 'proposed'],
      [4, 5, 6, 'repeals', 1, 'confirmed'],
      [5, 5, 6, 'guides', 0, 'rejected'],
      [6, 5, 6, 'reviews', 0, 'rejected'],
      [7, 5, 6, 'reviews', 0, 'proposed'],
      [8, 5, 5, 'basis', 0, 'proposed'],
    ])
      add.run(...row)
    expect(readEdgePage(db, null, 10)).toEqual({
      edges: [
        [5, 6, 'amends', 'impossible'],
        [5, 6, 'basis', 'confirmed'],
        [5, 6, 'repeals', 'confirmed'],
        [5, 6, 'reviews', 'proposed'],
      ],
      next: null,
    })
  })

  it('loses and repeats nothing that stays while others come and go', () => {
    const before = new Set(storedEdges())
    const edges = allEdges(15, (page) => {
      db.prepare('DELETE FROM edges WHERE from_id IN (?, ?)').run(page, 61 - page)
      db.prepare(
        "INSERT OR IGNORE INTO edges (citation_id, from_id, to_id, relation, is_impossible) VALUES (1, ?, 100, 'amends', 0)",
      ).run(60 + page)
    })
    expect(new Set(edges).size).toBe(edges.length)
    const kept = storedEdges().filter((edge) => before.has(edge))
    expect(kept.length).toBeGreaterThan(20)
    expect(kept.length).toBeLessThan(before.size)
    expect(kept.filter((edge) => !edges.includes(edge))).toEqual([])
  })
})
