/** The index stays in step with its documents through adding, replacing, removing, merging, rebuilding and crashing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import { compact } from '../../../electron/search/compaction.ts'
import type { IndexedDocument } from '../../../electron/search/fields.ts'
import { indexDocument, removeDocument } from '../../../electron/search/indexing.ts'
import { rebuild, rebuildInSteps } from '../../../electron/search/rebuild.ts'
import { createSearcher } from '../../../electron/search/searcher.ts'
import { flush, listSegments } from '../../../electron/search/segments.ts'
import { needsRebuild } from '../../../electron/search/state.ts'
import { indexStatistics, verifyIndex } from '../../../electron/search/verify.ts'
import { makeDocuments } from '../../golden/search/corpus.ts'
import { openIndex } from './database.ts'
import { documentOf } from './library.ts'

const NO_LIMIT = 1e9

function add(db: WriteHandle, documents: Iterable<IndexedDocument>): void {
  db.transaction(() => {
    for (const document of documents) indexDocument(db, document)
  })()
}

const find = (db: WriteHandle, query: string): number[] =>
  createSearcher(db)
    .search({ query, limit: 1000, offset: 0, completeLastWord: false })
    .hits.map(({ documentId }) => documentId)
    .sort((one, other) => one - other)

const small = (count: number, seed: number): IndexedDocument[] => [
  ...makeDocuments({ count, seed, shortest: 5, longest: 30 }),
]

describe('the index', () => {
  it('finds a document at once, and no more once it is replaced or removed', () => {
    const db = openIndex()
    const searcher = createSearcher(db)
    const count = (query: string): number => searcher.search({ query, limit: 10, offset: 0 }).total
    add(db, [documentOf(1, 'dân vận khéo'), documentOf(2, 'tôn giáo')])
    expect([count('khéo'), count('tôn')]).toEqual([1, 1])
    add(db, [documentOf(1, 'biên giới')])
    expect([count('khéo'), count('biên')]).toEqual([0, 1])
    removeDocument(db, 1)
    expect([count('biên'), count('tôn')]).toEqual([0, 1])
    removeDocument(db, 1)
    removeDocument(db, 77)
    expect(verifyIndex(db, [documentOf(2, 'tôn giáo')])).toEqual([])
  })

  it('keeps answers the same when waiting documents become a segment and segments are merged', () => {
    const db = openIndex()
    const documents = small(1300, 3)
    add(db, documents)
    const before = find(db, 'tôn giáo biên')
    expect(before.length).toBeGreaterThan(100)
    expect(listSegments(db).length).toBe(10)
    let calls = 1
    while (!compact(db, 0)) calls += 1
    expect(calls).toBeGreaterThan(3)
    flush(db)
    expect(listSegments(db).filter(({ state }) => state === 'live').length).toBeLessThan(5)
    expect(find(db, 'tôn giáo biên')).toEqual(before)
    expect(verifyIndex(db, documents)).toEqual([])
    expect(compact(db, 0)).toBe(true)
  })

  it('answers rightly between any two steps of a merge, with documents removed meanwhile', () => {
    const db = openIndex()
    const documents = small(2100, 4)
    add(db, documents)
    const held = new Map(documents.map((document) => [document.documentId, document]))
    let next = 5
    for (let isDone = false; !isDone; ) {
      isDone = compact(db, 0)
      removeDocument(db, next)
      held.delete(next)
      next += 31
      expect(find(db, '+dân').every((id) => held.has(id))).toBe(true)
    }
    expect(verifyIndex(db, held.values())).toEqual([])
  })

  it('sweeps removed documents out of segments', () => {
    const db = openIndex()
    const documents = small(600, 5)
    add(db, documents)
    flush(db)
    const before = indexStatistics(db).postingBytes
    for (const { documentId } of documents.slice(0, 500)) removeDocument(db, documentId)
    compact(db, NO_LIMIT)
    expect(indexStatistics(db).postingBytes).toBeLessThan(before / 3)
    expect(verifyIndex(db, documents.slice(500))).toEqual([])
  })

  it('is untouched by a change that is rolled back, terms first met in it included', () => {
    const db = openIndex()
    add(db, [documentOf(1, 'dân vận')])
    const searcher = createSearcher(db)
    const failing = db.transaction(() => {
      indexDocument(db, documentOf(2, 'hoàn toàn mới mẻ'))
      throw new Error('the disk is full')
    })
    expect(failing).toThrow('the disk is full')
    add(db, [documentOf(3, 'khác hẳn'), documentOf(4, 'hoàn toàn mới mẻ')])
    const ask = (query: string): number[] =>
      searcher.search({ query, limit: 9, offset: 0 }).hits.map(({ documentId }) => documentId)
    expect(ask('mới mẻ')).toEqual([4])
    expect(ask('khác hẳn')).toEqual([3])
    const held = [documentOf(1, 'dân vận'), documentOf(3, 'khác hẳn'), documentOf(4, 'hoàn toàn mới mẻ')]
    expect(verifyIndex(db, held)).toEqual([])
  })

  it('holds after any mixture of changes exactly what a fresh index would', () => {
    const pool = small(60, 6)
    const change = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), at: fc.nat(59), as: fc.integer({ min: 1, max: 40 }) }),
      fc.record({ kind: fc.constant('remove' as const), as: fc.integer({ min: 1, max: 40 }) }),
      fc.record({ kind: fc.constantFrom('flush' as const, 'compact' as const, 'rebuild' as const) }),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const db = openIndex()
        const held = new Map<number, IndexedDocument>()
        for (const step of changes) {
          if (step.kind === 'add') {
            const source = pool[step.at]
            if (!source) continue
            const document = { ...source, documentId: step.as }
            indexDocument(db, document)
            held.set(step.as, document)
          } else if (step.kind === 'remove') {
            removeDocument(db, step.as)
            held.delete(step.as)
          } else if (step.kind === 'flush') flush(db)
          else if (step.kind === 'compact') compact(db, 0)
          else rebuild(db, held.values(), () => undefined)
        }
        expect(verifyIndex(db, held.values())).toEqual([])
        const fresh = openIndex()
        add(
          fresh,
          [...held.values()].sort((one, other) => one.documentId - other.documentId),
        )
        const request = { query: 'công tác dân tộc năm', limit: 100, offset: 0, preferMarks: false }
        const scores = (index: WriteHandle): [number, string][] =>
          createSearcher(index)
            .search(request)
            .hits.map(({ documentId, score }): [number, string] => [documentId, score.toFixed(9)])
            .sort(([one], [other]) => one - other)
        expect(scores(db)).toEqual(scores(fresh))
        db.close()
        fresh.close()
      }),
      { numRuns: 40 },
    )
  })
})

describe('rebuilding', () => {
  it('replaces the index, tells its progress, and keeps reading and changing possible meanwhile', () => {
    const db = openIndex()
    const documents = small(700, 9)
    add(db, documents)
    const before = find(db, 'tôn giáo')
    const steps: number[] = []
    let isDisturbed = false
    for (const done of rebuildInSteps(db, documents)) {
      steps.push(done)
      if (isDisturbed) continue
      isDisturbed = true
      expect(find(db, 'tôn giáo')).toEqual(before)
      add(db, [documentOf(10, 'độc nhất vô nhị'), documentOf(9001, 'độc nhất vô nhị')])
      removeDocument(db, 11)
      removeDocument(db, 650)
    }
    expect(steps).toEqual([128, 256, 384, 512, 640, 700])
    expect(find(db, '"độc nhất"')).toEqual([10, 9001])
    const ids = find(db, '-không_đâu_có')
    expect(ids).not.toContain(11)
    expect(ids).toContain(9001)
    compact(db, NO_LIMIT)
    // 650 was removed before the rebuild read it, and the caller handed it over all the same: it is back.
    const held = documents.filter(({ documentId }) => ![10, 11].includes(documentId))
    expect(
      verifyIndex(db, [...held, documentOf(10, 'độc nhất vô nhị'), documentOf(9001, 'độc nhất vô nhị')]),
    ).toEqual([])
  })

  it('takes short steps through long documents, and what changes between them keeps its newer state', () => {
    const db = openIndex()
    const documents = [...makeDocuments({ count: 40, seed: 12, shortest: 2000, longest: 4000 })]
    const held = new Map(documents.map((document) => [document.documentId, document]))
    add(db, documents)
    const steps: number[] = []
    for (const done of rebuildInSteps(db, documents)) {
      steps.push(done)
      if (steps.length !== 2) continue
      // Read a moment ago, and not in any segment of the new index yet.
      removeDocument(db, 2)
      held.delete(2)
      for (const changed of [documentOf(3, 'độc nhất vô nhị'), documentOf(900, 'hoàn toàn mới')]) {
        add(db, [changed])
        held.set(changed.documentId, changed)
      }
    }
    expect(steps.length).toBeGreaterThan(4)
    expect(steps.at(-1)).toBe(40)
    expect(find(db, '"độc nhất"')).toEqual([3])
    expect(find(db, '"hoàn toàn mới"')).toEqual([900])
    expect(verifyIndex(db, held.values())).toEqual([])
    compact(db, NO_LIMIT)
    expect(verifyIndex(db, held.values())).toEqual([])
  })

  it('that never finished leaves the old index in force', () => {
    const db = openIndex()
    const documents = small(600, 10)
    add(db, documents)
    const abandoned = rebuildInSteps(db, documents)
    abandoned.next()
    abandoned.next()
    expect(verifyIndex(db, documents)).toEqual([])
    rebuild(db, documents, () => undefined)
    compact(db, NO_LIMIT)
    expect(verifyIndex(db, documents)).toEqual([])
    expect(listSegments(db).every(({ state }) => state === 'live')).toBe(true)
  })

  it('is asked for when the index has an older format', () => {
    const db = openIndex()
    expect(needsRebuild(db)).toBe(false)
    db.exec('UPDATE search_state SET format = 0')
    expect(needsRebuild(db)).toBe(true)
    expect(verifyIndex(db, [])).toEqual([{ code: 'index_format_old', documentId: null }])
    rebuild(db, [documentOf(1, 'dân vận')], () => undefined)
    expect(needsRebuild(db)).toBe(false)
  })
})

describe('verifying', () => {
  const documents = small(300, 11)
  const damaged = (sql: string): (string | number | null)[][] => {
    const db = openIndex()
    add(db, documents)
    db.exec(sql)
    return verifyIndex(db, documents).map(({ code, documentId }) => [code, documentId])
  }

  it.each([
    ['nothing wrong', '', []],
    [
      'a document the index lost',
      'DELETE FROM search_documents WHERE document_id = 7',
      [['index_document_missing', 7]],
    ],
    [
      'a changed text',
      "UPDATE search_documents SET digest = 'x' WHERE document_id = 9",
      [['index_document_stale', 9]],
    ],
    [
      'a lost waiting row',
      'DELETE FROM search_pending WHERE ordinal = 280',
      [['index_postings_damaged', 280]],
    ],
  ])('%s', (_, sql, expected) => {
    expect(damaged(sql)).toEqual(expected)
  })

  it('a document the library no longer has', () => {
    const db = openIndex()
    add(db, documents)
    expect(verifyIndex(db, documents.slice(1))).toEqual([{ code: 'index_document_extra', documentId: 1 }])
  })

  it('postings that went missing', () => {
    expect(damaged('DELETE FROM search_postings WHERE place & 4294967295 = 3').length).toBeGreaterThan(0)
  })
})
