/** Facets counted in memory are those the table itself would count, after every change. */
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FacetCounter } from '../../../electron/db/facetCounts.ts'
import type { ReadHandle } from '../../../electron/db/handles.ts'

const value = fc.constantFrom(null, 'KH', 'BC', 'NQ', 'Ủy ban')

function openTable(): ReadHandle {
  const db = new Database(':memory:')
  db.exec(
    "CREATE TABLE documents (id INTEGER PRIMARY KEY, kind, issuer, level, issued_on, province, format, folder TEXT DEFAULT '')",
  )
  return db as ReadHandle
}

describe('counting facets', () => {
  it('agrees with SQL for any documents and any choice of them', () => {
    const row = fc.record({
      kind: value,
      issuer: value,
      issuedOn: fc.constantFrom(null, '2021-05-01', '2023-01-31'),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.nat(5), (rows, step) => {
        const db = openTable()
        const counter = new FacetCounter(db)
        const insert = db.prepare('INSERT INTO documents (kind, issuer, issued_on) VALUES (?, ?, ?)')
        const ids: number[] = []
        for (const { kind, issuer, issuedOn } of rows) {
          const id = Number(insert.run(kind, issuer, issuedOn).lastInsertRowid)
          if (id % (step + 1) === 0) ids.push(id)
        }
        const counted = counter.count(Uint32Array.from(ids))
        const bySql = (expression: string): unknown[] =>
          db
            .prepare(
              `SELECT ${expression} AS value, count(*) AS count FROM documents
               WHERE id IN (SELECT value FROM json_each(?)) AND ${expression} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
            )
            .all(JSON.stringify(ids))
        expect(counted.kind).toEqual(bySql('kind'))
        expect(counted.issuer).toEqual(bySql('issuer'))
        expect(counted.year).toEqual(bySql('substr(issued_on, 1, 4)'))
        expect(counted.folder).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('sees a changed value at the next count', () => {
    const db = openTable()
    const counter = new FacetCounter(db)
    db.exec("INSERT INTO documents (id, kind) VALUES (1, 'KH')")
    expect(counter.count(Uint32Array.of(1)).kind).toEqual([{ value: 'KH', count: 1 }])
    db.exec("UPDATE documents SET kind = 'BC'")
    expect(counter.count(Uint32Array.of(1)).kind).toEqual([{ value: 'BC', count: 1 }])
  })
})
