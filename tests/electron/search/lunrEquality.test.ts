/** The stored index answers exactly as an ordinary lunr index in memory over the same terms: hits, order and scores. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import { compact } from '../../../electron/search/compaction.ts'
import { compileQuery } from '../../../electron/search/compile.ts'
import type { IndexedDocument } from '../../../electron/search/fields.ts'
import { indexDocument, removeDocument } from '../../../electron/search/indexing.ts'
import type { LunrResult } from '../../../electron/search/lunrParts.ts'
import { parseSearchQuery } from '../../../electron/search/queryLanguage.ts'
import { toLunrClause } from '../../../electron/search/ranking.ts'
import { IndexReader } from '../../../electron/search/reader.ts'
import { createSearcher } from '../../../electron/search/searcher.ts'
import { NO_ABBREVIATIONS } from '../../../shared/vietnamese/abbreviations.ts'
import { NO_SYNONYMS } from '../../../shared/vietnamese/synonyms.ts'
import { makeDocuments } from '../../golden/search/corpus.ts'
import { openIndex } from './database.ts'
import { buildWithLunr } from './plainLunr.ts'

const DOCUMENTS = 5800
const QUERIES = [
  'dân vận khéo',
  'dan van',
  'nghị quyết',
  '+tôn_giáo dân tộc',
  '+dân +vận -khéo',
  '-dân',
  '-dân_vận -huyện',
  'title:dân vận',
  'issuer:lạng issuer:sơn title:chuyển^5',
  'đất^10 rừng',
  'v*',
  'title:ng* dân',
  '*ương biên',
  '+th* +gi*ng',
  'van~1',
  'chuyễn~1 số~1',
  '+ngyên~2',
  '12-KH/HU',
  '7 BC UBND',
  'kind:CTr năm 2020',
  'signer:hùng -kind:KH',
  '"dân vận"',
  '+bắt_buộc +tuyên_truyền',
  'tunf tex nguwoif khoongf',
  'không_có_từ_này',
  '+khôngcótừnày dân',
  'dân vận dân vận dân',
] as const

/**
 * The same question in lunr's own language, read by lunr's own parser. Neighbours count ten times a syllable, a number
 * fifty thirds of one; lunr divides by the query's length, so only the proportion of weights matters.
 */
const IN_LUNRS_LANGUAGE = [
  ['dân', 'dan'],
  ['dân vận', 'dan van dan_van^10'],
  ['dân vận khéo', 'dan van kheo dan_van^10 van_kheo^10'],
  ['đảng, đoàn', 'dang doan'],
  ['+tôn', '+ton'],
  ['+tôn +giáo', '+ton +giao'],
  ['+dân +vận -khéo', '+dan +van -kheo'],
  ['+huyện -xã', '+huyen -xa'],
  ['-dân', '-dan'],
  ['title:vận', 'title:van'],
  ['title:dân title:vận', 'title:dan title:van'],
  ['issuer:lạng issuer:sơn', 'issuer:lang issuer:son'],
  ['signer:hùng -kind:KH', 'signer:hung -kind:kh'],
  ['+title:đất body:rừng', '+title:dat body:rung'],
  ['đất^10 rừng', 'dat^10 rung'],
  ['đất^5 rừng^5', 'dat^5 rung^5'],
  ['title:chuyển^7 số^2', 'title:chuyen^7 so^2'],
  ['v*', 'v*'],
  ['title:ng* -dân', 'title:ng* -dan'],
  ['*ương', '*uong'],
  ['+th* +gi*ng', '+th* +gi*ng'],
  ['vân~1', 'van~1'],
  ['+ngyên~2', '+ngyen~2'],
  ['chuyễn~1 -số~1', 'chuyen~1 -so~1'],
  ['12-KH/HU', '12^3 kh^3 hu^3 12khhu^50'],
  ['"dân vận"', '+dan_van'],
  ['+bắt_buộc -tuyên_truyền', '+bat_buoc -tuyen_truyen'],
] as const

describe('the stored index and lunr in memory', () => {
  const held = new Map<number, IndexedDocument>()
  let db: WriteHandle
  let reference: ReturnType<typeof buildWithLunr>

  beforeAll(() => {
    db = openIndex()
    const add = db.transaction((document: IndexedDocument) => {
      indexDocument(db, document)
      held.set(document.documentId, document)
    })
    for (const document of makeDocuments({ count: DOCUMENTS, seed: 7, shortest: 8, longest: 60 }))
      add(document)
    compact(db, 20)
    // Removed, replaced and added again, in merged segments and among waiting documents.
    for (let documentId = 3; documentId <= DOCUMENTS; documentId += 17) {
      removeDocument(db, documentId)
      held.delete(documentId)
    }
    for (const document of makeDocuments({ count: 400, seed: 8, shortest: 8, longest: 40 })) add(document)
    const sorted = [...held.values()].sort((one, other) => one.documentId - other.documentId)
    reference = buildWithLunr(sorted)
  }, 120_000)

  const expected = (query: string): LunrResult[] => {
    const reader = new IndexReader(db)
    reader.refresh()
    const options = {
      abbreviations: NO_ABBREVIATIONS,
      synonyms: NO_SYNONYMS,
      completeLastWord: false,
    }
    const { clauses } = compileQuery(parseSearchQuery(query), reader, options)
    return reference.query((build) => {
      for (const clause of clauses) build.clause(toLunrClause(clause))
    })
  }

  const compare = (query: string, limit: number, results = expected(query)): void => {
    const outcome = createSearcher(db).search({
      query,
      limit,
      offset: 0,
      completeLastWord: false,
      preferMarks: false,
    })
    expect(outcome.total).toBe(results.length)
    expect(outcome.hits.length).toBe(Math.min(limit, results.length))
    // Sums of equal weights in another order differ in the last bit: a document may stand wherever its score does.
    const scores = new Map(results.map(({ ref, score }) => [Number(ref), score]))
    const misplaced = outcome.hits.filter(({ documentId, score }, at) => {
      const wanted = results[at]?.score ?? Number.NaN
      const inMemory = scores.get(documentId) ?? Number.NaN
      return !(Math.abs(inMemory - wanted) < 1e-9 && Math.abs(score - wanted) < 1e-9)
    })
    expect(misplaced).toEqual([])
    expect(new Set(outcome.hits.map(({ documentId }) => documentId)).size).toBe(outcome.hits.length)
    const ids = results.map(({ ref }) => Number(ref)).sort((one, other) => one - other)
    expect([...outcome.matchedIds]).toEqual(ids)
  }

  it.each(QUERIES)('%s: the first 100', (query) => {
    compare(query, 100)
  })

  it.each(QUERIES)('%s: all of them, waiting documents and merges included', (query) => {
    compact(db, 50)
    compare(query, DOCUMENTS)
  })

  it.each(IN_LUNRS_LANGUAGE)("%s is lunr's own «%s», pruned and whole", (query, inLunrsLanguage) => {
    const results = reference.search(inLunrsLanguage)
    for (const limit of [1, 10, 100, DOCUMENTS]) compare(query, limit, results)
  })

  it("finds something for nearly all questions in lunr's own language", () => {
    const empty = IN_LUNRS_LANGUAGE.filter(([, asked]) => reference.search(asked).length === 0)
    expect(empty.length).toBeLessThan(3)
  })

  it('finds something for most of these queries, so the comparison means something', () => {
    expect(QUERIES.filter((query) => expected(query).length > 0).length).toBeGreaterThan(QUERIES.length - 6)
  })

  it('still answers the same after more adds, replacements and deletes, merged to the end', () => {
    db.transaction(() => {
      for (let documentId = 5; documentId <= DOCUMENTS; documentId += 11) {
        removeDocument(db, documentId)
        held.delete(documentId)
      }
      const added = makeDocuments({ count: 700, seed: 9, shortest: 8, longest: 60 })
      for (const { documentId, fields } of added) {
        const document = { documentId: documentId * 9, fields }
        indexDocument(db, document)
        held.set(document.documentId, document)
      }
    })()
    compact(db, Number.POSITIVE_INFINITY)
    expect(held.size).toBeGreaterThan(5000)
    reference = buildWithLunr([...held.values()].sort((one, other) => one.documentId - other.documentId))
    for (const [query, inLunrsLanguage] of IN_LUNRS_LANGUAGE) {
      const results = reference.search(inLunrsLanguage)
      for (const limit of [10, DOCUMENTS]) compare(query, limit, results)
    }
  }, 60_000)
})
