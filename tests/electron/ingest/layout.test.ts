/** Placed runs, in any order, become lines, columns, paragraphs and pages as a reader would take them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOut } from '../../../electron/ingest/layout/document.ts'
import type { PlacedPage, PlacedRun } from '../../../electron/ingest/layout/page.ts'
import { joinsTight } from '../../../electron/ingest/layout/paragraphs.ts'

/** A run of 14-point type whose letters are 7 points wide. */
const run = (text: string, left: number, baseline: number, size = 14): PlacedRun => ({
  text,
  left,
  right: left + text.length * size * 0.5,
  baseline,
  size,
  order: 0,
})

const page = (...runs: readonly PlacedRun[]): PlacedPage => ({
  width: 595,
  height: 842,
  rules: null,
  runs: runs.map((one, order) => ({ ...one, order })),
})

/** Lines of body text from a height on, 20 points apart; a leading «>» indents. */
const body = (lines: readonly string[], top: number): readonly PlacedRun[] =>
  lines.map((line, index) =>
    line.startsWith('>') ? run(line.slice(1), 113, top + index * 20) : run(line, 85, top + index * 20),
  )

// 66 letters: a full line between the margins 85 and 547.
const FULL = 'Thực hiện kế hoạch công tác dân vận của cấp ủy, tổ chức đảng các c'
const INDENTED = `>${FULL.slice(0, 62)}`

describe('paragraphs', () => {
  it('rejoins wrapped lines and parts at indents', () => {
    const { text } = layOut([page(...body([INDENTED, FULL, 'ấp hết.', INDENTED, 'hai hết.'], 100))])
    expect(text).toBe(`${INDENTED.slice(1)} ${FULL} ấp hết.\n\n${INDENTED.slice(1)} hai hết.`)
  })

  it('goes on over a page end, the page beginning inside the paragraph', () => {
    const { text, pages } = layOut([page(...body([INDENTED, FULL], 100)), page(...body([FULL, 'hết.'], 100))])
    expect(text.split('\n\n')).toHaveLength(1)
    expect(text.slice(pages[1]?.start)).toBe(`${FULL} hết.`)
  })

  it('keeps the numbers of empty pages', () => {
    const { text, pages } = layOut([
      page(),
      page(run('Một', 85, 100)),
      page(),
      page(run('Hai', 85, 100)),
      page(),
    ])
    expect(pages.map((one) => text.slice(one.start, one.end).trim())).toEqual(['', 'Một', '', 'Hai', ''])
  })

  const ends: readonly (readonly [upper: string, lower: string, isTight: boolean])[] = [
    ['số 217-', 'QĐ/TW', true],
    ['số 59/2023/', 'NĐ-CP', true],
    ['số 25', '-NQ/TW', true],
    ['giai đoạn 2021-', '2025', true],
    ['giai đoạn 2021 -', '2025', false],
    ['ngày 25', '- Tiếp tục', false],
    ['năm 2023', 'và', false],
  ]
  it.each(ends)('«%s» + «%s»', (upper, lower, isTight) => {
    expect(joinsTight(upper, lower)).toBe(isTight)
  })
})

describe('furniture', () => {
  it('drops headers that come back, footers and page numbers, and nothing else', () => {
    const sheet = (number: number): PlacedPage =>
      page(
        run('TÀI LIỆU HỌP', 250, 40),
        ...body([INDENTED, `${FULL.slice(0, 30)} ${number}.`], 100),
        run(`Trang ${number}`, 290, 800),
      )
    const { text } = layOut([sheet(1), sheet(2), sheet(3)])
    expect(text).not.toMatch(/TÀI LIỆU HỌP|Trang/)
    expect(text).toContain(`${FULL.slice(0, 30)} 3.`)
  })

  it('leaves a number in the middle of the page alone', () => {
    expect(layOut([page(run('12', 290, 400))]).text).toBe('12')
  })
})

describe('columns', () => {
  it('reads a letterhead left column first, its lines on heights of their own', () => {
    const { text } = layOut([
      page(
        run('ĐẢNG CỘNG SẢN VIỆT NAM', 340, 100),
        run('TỈNH ỦY LẠNG SƠN', 100, 100),
        run('Lạng Sơn, ngày 02 tháng 3 năm 2023', 320, 124),
        run('BAN DÂN VẬN', 115, 120),
        run('Số 41-KH/BDVTU', 100, 140),
        run('KẾ HOẠCH', 288, 180),
        ...body([INDENTED, FULL, 'hết.'], 220),
      ),
    ])
    expect(
      text.startsWith(
        'TỈNH ỦY LẠNG SƠN\nBAN DÂN VẬN\nSố 41-KH/BDVTU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nLạng Sơn, ngày 02 tháng 3 năm 2023\n\nKẾ HOẠCH\n\n',
      ),
    ).toBe(true)
  })
})

describe('letterheads', () => {
  const LEFT = 'TỔNG LIÊN ĐOÀN LAO ĐỘNG'
  const MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
  const width = (text: string): number => text.length * 7
  /** Words of a line drawn one by one, as a recogniser gives them. */
  const wordByWord = (text: string, left: number, baseline: number): readonly PlacedRun[] => {
    let at = left
    return text.split(' ').map((word) => {
      const one = run(word, at, baseline)
      at += width(`${word} `)
      return one
    })
  }

  it('parts the motto from an issuer that comes close to it', () => {
    const motto = 72 + width(LEFT) + 16
    const { text } = layOut([
      page(
        ...wordByWord(LEFT, 72, 100),
        ...wordByWord(MOTTO, motto, 100),
        run('BAN CHẤP HÀNH', 90, 120),
        run('Độc lập - Tự do', motto + 66, 120),
        ...body([INDENTED, FULL], 220),
      ),
    ])
    expect(text.startsWith(`${LEFT}\nBAN CHẤP HÀNH\n\n${MOTTO}\nĐộc lập - Tự do\n`)).toBe(true)
  })

  it('leaves the same words in a title whole', () => {
    const title = 'ĐIỀU LỆ ĐẢNG CỘNG SẢN VIỆT NAM'
    const { text } = layOut([page(...wordByWord(title, 200, 100), ...body([INDENTED, FULL], 160))])
    expect(text.startsWith(`${title}\n`)).toBe(true)
  })

  const head = [run('HUYỆN ỦY CHI LĂNG', 92, 100), run('ĐẢNG CỘNG SẢN VIỆT NAM', 319, 100)]
  const under = [run('Số 118-BC/HU', 92, 148), run('Chi Lăng, ngày 25 tháng 01 năm 2023', 319, 148)]

  it('takes a drawn dash under the motto for no title', () => {
    const { text } = layOut([page(...head, run('-----', 312, 124), ...under, ...body([INDENTED, FULL], 220))])
    expect(text.startsWith('HUYỆN ỦY CHI LĂNG\nSố 118-BC/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n')).toBe(true)
  })

  it('takes a title set a little off the middle for no line of the right column', () => {
    const { text } = layOut([
      page(...head, ...under, run('TỜ TRÌNH', 260, 196), ...body([INDENTED, FULL], 240)),
    ])
    expect(text).toContain('HUYỆN ỦY CHI LĂNG\nSố 118-BC/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n')
    expect(text).toContain('\n\nTỜ TRÌNH\n\n')
  })
})

describe('notes', () => {
  const marked = (size: number): PlacedPage =>
    page(
      ...body([INDENTED, FULL], 100),
      run('số 25-NQ/TW', 85, 140),
      run('1', 163, 135, 7),
      run(', ngày 03/6/2013.', 167, 140),
      run('1', 85, 760, 6),
      run('Khóa XI.', 90, 764, size),
    )

  it('hangs a note of smaller type on the raised mark', () => {
    const { text, blocks } = layOut([marked(10)])
    expect(text.endsWith('số 25-NQ/TW, ngày 03/6/2013.\n\n[1] Khóa XI.')).toBe(true)
    const note = blocks.find((block) => block.kind === 'note')
    expect(text.slice(0, note?.noteFor).endsWith('25-NQ/TW')).toBe(true)
  })

  it('puts a raised figure back where no note answers it', () => {
    const { text } = layOut([
      page(
        ...body([INDENTED], 100),
        run('rộng 25 m', 85, 120),
        run('2', 148, 115, 7),
        run(' đất.', 153, 120),
      ),
    ])
    expect(text.endsWith('rộng 25 m2 đất.')).toBe(true)
  })
})

describe('laws', () => {
  const pages = fc.array(
    fc.array(
      fc.tuple(
        fc.stringMatching(/^[\p{L}\d ]{1,40}$/u),
        fc.nat(500),
        fc.nat(800),
        fc.constantFrom(8, 12, 14),
      ),
      { maxLength: 25 },
    ),
    { minLength: 1, maxLength: 4 },
  )

  it('pages cover the text in order, one a page, whatever stands on them', () => {
    fc.assert(
      fc.property(pages, (sheets) => {
        const source = layOut(
          sheets.map((runs) => page(...runs.map(([text, left, top, size]) => run(text, left, top, size)))),
        )
        expect(source.pages).toHaveLength(sheets.length)
        let reached = 0
        for (const one of source.pages) {
          expect(one.start).toBe(reached)
          reached = one.end
        }
        expect(reached).toBe(source.text.length)
      }),
      { numRuns: 200 },
    )
  })
})
