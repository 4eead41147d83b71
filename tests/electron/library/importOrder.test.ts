/** Imports the same papers in many orders: what is resolved must not depend on it. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { findDocumentBySha256 } from '../../../electron/db/documents.ts'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import { openForWriting } from '../../../electron/db/open.ts'
import { resolveAll } from '../../../electron/library/resolvePending.ts'
import { removeWhole, saveDocument } from '../../../electron/library/saveDocument.ts'
import { loadVocabulary } from '../../../electron/library/vocabulary.ts'
import { scanSource } from '../../../shared/documents/scan.ts'
import { resourcesFolder } from './temporaryLibrary.ts'

const vocabulary = loadVocabulary(resourcesFolder)
const root = mkdtempSync(join(tmpdir(), 'chi-do-order-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const partyHeader = (province: string, number: string, date: string): string =>
  `TỈNH ỦY ${province.toUpperCase()}\n*\nSố ${number}\nĐẢNG CỘNG SẢN VIỆT NAM\n${province}, ngày ${date}\n\n`

/** Papers of two provinces and four years that name the same numbers, with and without dates, khóa and titles. */
const PAPERS = [
  `${partyHeader('Lạng Sơn', '69-KL/TU', '09 tháng 4 năm 2021')}KẾT LUẬN\nvề công tác dân tộc\n\nThực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương (khóa XI) về công tác dân vận.`,
  `${partyHeader('Lai Châu', '69-KL/TU', '09 tháng 4 năm 2021')}KẾT LUẬN\nvề vùng biên giới\n\nThực hiện Nghị quyết số 25-NQ/TW, ngày 25/7/2008 của Ban Chấp hành Trung ương (khóa X) về công tác thanh niên.`,
  `${partyHeader('Lạng Sơn', '12-KH/TU', '05 tháng 01 năm 2022')}KẾ HOẠCH\nthực hiện Kết luận số 69-KL/TU\n\nThực hiện Kết luận số 69-KL/TU của Ban Thường vụ Tỉnh ủy; Nghị quyết số 25-NQ/TW về công tác dân vận.`,
  `${partyHeader('Lai Châu', '30-KH/TU', '18 tháng 02 năm 2022')}KẾ HOẠCH\nthực hiện Kết luận 69-KL/TU\n\nThực hiện Kết luận số 69-KL/TU, ngày 09/4/2021 của Ban Thường vụ Tỉnh ủy Lai Châu và Nghị quyết số 25-NQ/TW.`,
  `KẾ HOẠCH\ncông tác năm 2024\n\nTổng kết 10 năm thực hiện Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương. Tiếp tục thực hiện Kết luận số 43-KL/TW, ngày 07/01/2019 của Ban Bí thư về tiếp tục thực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013.`,
  `KẾ HOẠCH\ncông tác năm 2023\n\nThực hiện Kết luận số 43-KL/TW, ngày 07/01/2019 của Ban Bí thư về tiếp tục thực hiện Nghị quyết số 25-NQ/TW; Kế hoạch số 12-KH/TU, ngày 05/01/2022 của Tỉnh ủy Lạng Sơn.`,
  `BÁO CÁO\nkết quả\n\nThực hiện Nghị định số 59/2023/NĐ-CP của Chính phủ; Luật số 10/2022/QH15; Kết luận số 61-KL/TW.`,
]

let made = 0
function openLibrary(): WriteHandle {
  made++
  const opened = openForWriting(join(root, String(made)), true)
  if (!opened.ok) throw new Error(opened.failure.code)
  opened.value.function('folded', (text: unknown) => text)
  return opened.value
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function save(db: WriteHandle, text: string): void {
  const scan = scanSource(
    { text, pages: [{ start: 0, end: text.length }], blocks: [], warnings: [] },
    vocabulary,
  )
  saveDocument(db, vocabulary, {
    sha256: sha256(text),
    fileName: 'văn bản.txt',
    sourcePath: '/văn bản.txt',
    format: 'txt',
    byteSize: text.length,
    importedAt: '2024-01-01T00:00:00Z',
    blocks: [],
    scan,
  })
}

/** Everything resolving decides, by keys and places and never by ids. */
function picture(db: WriteHandle) {
  return {
    instruments: db
      .prepare(
        'SELECT key, issued_on, title, issuer, scope, term, cited_by, validity, held_document_id IS NULL AS missing FROM instruments ORDER BY key',
      )
      .all(),
    citations: db
      .prepare(
        `SELECT d.sha256, c.start_offset, c.resolution, c.resolution_reason, i.key FROM citations c
         JOIN documents d ON d.id = c.document_id LEFT JOIN instruments i ON i.id = c.instrument_id ORDER BY 1, 2`,
      )
      .all(),
    candidates: db
      .prepare(
        `SELECT d.sha256, c.start_offset, i.key FROM citation_candidates k JOIN citations c ON c.id = k.citation_id
         JOIN documents d ON d.id = c.document_id JOIN instruments i ON i.id = k.instrument_id ORDER BY 1, 2, 3`,
      )
      .all(),
    edges: db
      .prepare(
        `SELECT one.key AS acting, other.key AS acted, e.relation, e.is_impossible FROM edges e
         JOIN instruments one ON one.id = e.from_id JOIN instruments other ON other.id = e.to_id ORDER BY 1, 2, 3`,
      )
      .all(),
  }
}

function importInOrder(papers: readonly string[], resolveEvery: number) {
  const db = openLibrary()
  papers.forEach((paper, index) => {
    save(db, paper)
    if ((index + 1) % resolveEvery === 0) resolveAll(db, vocabulary)
  })
  resolveAll(db, vocabulary)
  const result = picture(db)
  db.close()
  return result
}

describe('the order of import', () => {
  const expected = importInOrder(PAPERS, 1)

  it('keeps the two 25-NQ/TW and the two 69-KL/TU apart', () => {
    const keys = expected.instruments.map((row) => (row as { key: string }).key)
    expect(keys.filter((key) => key.startsWith('25|NQ/TW'))).toEqual([
      '25|NQ/TW|TW|2008-07-25',
      '25|NQ/TW|TW|2013-06-03',
    ])
    expect(keys.filter((key) => key.startsWith('69|KL/TU'))).toEqual([
      '69|KL/TU|Lai Châu|2021-04-09',
      '69|KL/TU|Lạng Sơn|2021-04-09',
    ])
  })

  it('changes nothing in what is resolved', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(PAPERS, { minLength: PAPERS.length }),
        fc.integer({ min: 1, max: PAPERS.length }),
        (papers, resolveEvery) => {
          expect(importInOrder(papers, resolveEvery)).toEqual(expected)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('leaves no trace of a document that was imported and removed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: PAPERS.length - 1 }), (index) => {
        const db = openLibrary()
        for (const paper of PAPERS) save(db, paper)
        resolveAll(db, vocabulary)
        const row = findDocumentBySha256(db, sha256(PAPERS[index] ?? ''))
        if (!row) throw new Error('saved document missing')
        removeWhole(db, row)
        resolveAll(db, vocabulary)
        const without = picture(db)
        db.close()
        expect(without).toEqual(
          importInOrder(
            PAPERS.filter((_, other) => other !== index),
            1,
          ),
        )
      }),
      { numRuns: PAPERS.length },
    )
  })
})
