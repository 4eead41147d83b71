/** Holds a workbook to its rows, and its making to leaving the process free for others. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { drawRows, writeWorkbook } from '../../../electron/library/export/workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'chi-do-workbook-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const columns = [
  { heading: 'TT', width: 6, read: () => 'a function stays behind' },
  { heading: 'Ngày', width: 13, isDay: true },
  { heading: 'Trích yếu', width: 60 },
]
const partsOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([part, bytes]) => [part, strFromU8(bytes)]),
  )
const numbers = (to: number): number[] => Array.from({ length: to }, (_, at) => at)

describe('a workbook', () => {
  it('holds every row of every sheet, over many messages, in order', async () => {
    const path = join(folder, 'đủ.xlsx')
    const rows = drawRows(numbers(1234), (at, ordinal) => [ordinal, '2021-12-13', `Về việc ${at} “dân vận”`])
    const sheets = [
      { name: 'Một/hai', columns, rows },
      { name: 'Trống', columns, rows: [] },
      {
        name: 'Ba',
        columns,
        rows: [
          [7, 'không phải ngày', '=1+1\u0001'],
          [true, null, ''],
        ],
      },
    ]
    expect(await writeWorkbook(path, sheets)).toEqual({ ok: true, value: path })
    const parts = partsOf(path)
    const sheet = (at: number): string => parts[`xl/worksheets/sheet${at}.xml`] ?? ''
    const rowsOf = (at: number): string[] => sheet(at).match(/<row .*?<\/row>/gs) ?? []
    expect([1, 2, 3].map((at) => rowsOf(at).length)).toEqual([1235, 1, 3])
    const ordinals = rowsOf(1)
      .slice(1)
      .map((row) => Number(/<v>(\d+)<\/v>/.exec(row)?.[1]))
    expect(ordinals).toEqual(numbers(1234).map((at) => at + 1))
    // 13 December 2021 as Excel counts days.
    expect(sheet(1)).toContain('<v>44543</v>')
    const words = Object.values(parts).join('')
    for (const expected of ['Một hai', 'Về việc 1233 “dân vận”', 'không phải ngày', '=1+1 '])
      expect(words).toContain(expected)
    expect(words).not.toContain('<f>')
    expect(words).not.toContain('stays behind')
  })

  it('lets others work while rows are drawn and while it is built', async () => {
    const path = join(folder, 'lớn.xlsx')
    let others = 0
    const ticking = setInterval(() => {
      others += 1
    }, 1)
    try {
      let othersAtLastRow = 0
      const slow = drawRows(numbers(40), (at) => {
        // A row that is dear to draw, as a page of hits is.
        for (const until = performance.now() + 5; performance.now() < until; );
        othersAtLastRow = others
        return [at, null, 'chậm']
      })
      await writeWorkbook(path, [{ name: 'Lớn', columns, rows: slow }])
      expect(othersAtLastRow).toBeGreaterThan(0)
      expect(others).toBeGreaterThan(othersAtLastRow)
    } finally {
      clearInterval(ticking)
    }
  })

  it('fails as a value where it cannot write, and as a bug where rows cannot be drawn', async () => {
    const nowhere = join(folder, 'không', 'có.xlsx')
    expect(await writeWorkbook(nowhere, [{ name: 'A', columns, rows: [] }])).toMatchObject({
      failure: { code: 'target_unwritable' },
    })
    const broken = drawRows(numbers(1), (): never => {
      throw new Error('no such row')
    })
    const path = join(folder, 'hỏng.xlsx')
    await expect(writeWorkbook(path, [{ name: 'A', columns, rows: broken }])).rejects.toThrow('no such row')
    expect(readdirSync(folder).filter((name) => name.includes('hỏng') || name.endsWith('.part'))).toEqual([])
  })
})
