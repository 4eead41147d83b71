/** Facets counted in memory are those the table itself would count, after every change. */
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FacetCounter } from '../../../electron/db/facetCounts.ts'
import type { ReadHandle } from '../../../electron/db/handles.ts'

const value = fc.constantFrom(null, 'KH', 'BC', 'NQ', 'Ủy ban')

function openTable(): ReadHandle {
  const db = new Database(':memory:')
  db.exec(`
    CREATE TABLE documents (id INTEGER PRIMARY KEY, kind, issuer, level, issued_on, province, format,
      folder TEXT DEFAULT '', sha256 TEXT AS ('file ' || id));
    CREATE TABLE dossiers (id INTEGER PRIMARY KEY, name, removed_at);
    CREATE TABLE dossier_files (dossier_id, sha256)`)
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

  it('counts a document once in each dossier it lies in, and in those above', () => {
    const names = ['A', 'A/B', 'A/C', 'A b', 'gone']
    const member = fc.record({
      document: fc.integer({ min: 1, max: 12 }),
      dossier: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(member, { maxLength: 30, selector: JSON.stringify }),
        fc.nat(3),
        (members, step) => {
          const db = openTable()
          const documents = Array.from({ length: 12 }, (_, at) => at + 1)
          for (const id of documents) db.prepare('INSERT INTO documents (id) VALUES (?)').run(id)
          names.forEach((name, at) => {
            const removed = name === 'gone' ? '2024-01-01' : null
            db.prepare('INSERT INTO dossiers VALUES (?, ?, ?)').run(at + 1, name, removed)
          })
          for (const { document, dossier } of members)
            db.prepare('INSERT INTO dossier_files VALUES (?, ?)').run(dossier, `file ${document}`)
          const asked = documents.filter((id) => id % (step + 1) === 0)
          const expected = names.slice(0, 4).flatMap((value) => {
            const within = members.filter(({ document, dossier }) => {
              const name = names[dossier - 1] ?? ''
              return asked.includes(document) && (name === value || name.startsWith(`${value}/`))
            })
            const count = new Set(within.map(({ document }) => document)).size
            return count === 0 ? [] : [{ value, count }]
          })
          const counted = new FacetCounter(db).count(Uint32Array.from(asked)).dossier
          expect([...counted].sort((one, other) => (one.value < other.value ? -1 : 1))).toEqual(
            expected.sort((one, other) => (one.value < other.value ? -1 : 1)),
          )
          expect(counted.map(({ count }) => count)).toEqual(
            counted.map(({ count }) => count).sort((one, other) => other - one),
          )
        },
      ),
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

  it('reads a large table a step at a time, and counts it all', () => {
    const db = openTable()
    const insert = db.prepare('INSERT INTO documents (id, kind) VALUES (?, ?)')
    db.transaction(() => {
      for (let id = 1; id <= 5000; id += 1) insert.run(id * 3, id % 5 === 0 ? null : `K${id % 5}`)
    })()
    const counter = new FacetCounter(db)
    expect(counter.isBehind).toBe(true)
    expect([...counter.refreshInSteps()]).toHaveLength(3)
    expect(counter.isBehind).toBe(false)
    const all = Uint32Array.from({ length: 5000 }, (_, at) => (at + 1) * 3)
    expect(counter.count(all).kind.map(({ value, count }) => [value, count])).toEqual(
      ['K1', 'K2', 'K3', 'K4'].map((kind) => [kind, 1000]),
    )
  })
})
