/** Holds what is written out to the programs that read it: graphology, a calendar parser, a CSV reader, Word's and Excel's XML. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { DirectedGraph, MultiDirectedGraph } from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarText, foldLine, writeCalendar } from '../../../electron/library/export/calendar.ts'
import { csvLine } from '../../../electron/library/export/csv.ts'
import { xmlText } from '../../../electron/library/export/xmlText.ts'
import type { Edge } from '../../../shared/contract/instrument.ts'
import { openTemporaryLibrary, samplesFolder, type TemporaryLibrary } from './temporaryLibrary.ts'

let library: TemporaryLibrary
let root: number
let known: { nodes: number; edges: Edge[] }
const folder = mkdtempSync(join(tmpdir(), 'chi-do-exports-'))
const target = (name: string): string => join(folder, name)
const read = (name: string): string => readFileSync(target(name), 'utf8')

beforeAll(async () => {
  library = await openTemporaryLibrary()
  await library.import(samplesFolder)
  const [instrument] = await library.call('instruments.find', { number: '25-NQ/TW', date: '2013-06-03' })
  if (!instrument) throw new Error('no 25-NQ/TW in the samples')
  root = instrument.id
  const whole = await library.call('graph.neighbourhood', { instrumentId: root, depth: 3, limit: 20_000 })
  known = { nodes: whole.nodes.length, edges: whole.edges }
}, 120_000)
afterAll(async () => {
  await library.dispose()
  rmSync(folder, { recursive: true, force: true })
})

/** Ends and relations, in one order. */
const named = (edges: Iterable<readonly [string, string, string]>): string[] =>
  [...edges].map((edge) => edge.join(' ')).sort()

describe('the graph', () => {
  const readers: [string, (text: string) => MultiDirectedGraph | DirectedGraph][] = [
    ['graphml', (text) => graphml.parse(MultiDirectedGraph, text) as MultiDirectedGraph],
    ['gexf', (text) => gexf.parse(MultiDirectedGraph, text) as MultiDirectedGraph],
    ['json', (text) => MultiDirectedGraph.from(JSON.parse(text)) as MultiDirectedGraph],
  ]
  it.each(readers)('comes back whole from %s', async (format, parse) => {
    const out = target(`graph.${format}`)
    const written = await library.call('export.graph', { format: format as 'graphml' | 'gexf' | 'json', out })
    const graph = parse(read(`graph.${format}`))
    const status = await library.call('library.statistics', {})
    expect(graph.order).toBe(status.instruments)
    expect(written).toEqual({ written: out, rows: graph.order + graph.size, also: [] })
    const node = graph.getNodeAttributes(String(root))
    expect(node).toMatchObject({
      label: '25-NQ/TW',
      number: '25',
      issuedOn: '2013-06-03',
      level: 'central',
      isHeld: false,
    })
    const edges = named(
      graph.mapEdges((_, { relation }, from, to): [string, string, string] => [from, to, String(relation)]),
    )
    const touching = known.edges.map(({ from, to, relation }): [string, string, string] => [
      String(from),
      String(to),
      relation,
    ])
    for (const edge of named(touching)) expect(edges).toContain(edge)
    expect(graph.someEdge((_, { quote }) => String(quote).includes('“Dân vận khéo”'))).toBe(true)
  })

  it('takes a selection, with the edges inside it only', async () => {
    const trace = await library.call('graph.trace', { instrumentId: root, depth: 2 })
    await library.call('export.graph', {
      format: 'json',
      out: target('thread.json'),
      selection: { instrumentId: root, depth: 2 },
    })
    const graph = MultiDirectedGraph.from(JSON.parse(read('thread.json')))
    expect(graph.nodes().sort()).toEqual(trace.nodes.map(({ id }) => String(id)).sort())
    await library.call('export.graph', {
      format: 'json',
      out: target('one.json'),
      selection: { instrumentIds: [root] },
    })
    expect(JSON.parse(read('one.json'))).toMatchObject({ nodes: [{ key: String(root) }], edges: [] })
  })

  it('writes two tables for Gephi as CSV', async () => {
    const out = target('graph.csv')
    const written = await library.call('export.graph', { format: 'csv', out })
    expect(written.also).toEqual([target('graph.nodes.csv')])
    const lines = read('graph.csv').split('\r\n').length + read('graph.nodes.csv').split('\r\n').length
    // Sentences hold no line breaks; two headings and two ends.
    expect(lines).toBe(written.rows + 4)
    expect(read('graph.csv').startsWith('\uFEFFSource,Target,Type,')).toBe(true)
    expect(read('graph.nodes.csv').startsWith('\uFEFFId,Label,')).toBe(true)
  })

  it('writes DOT with every name quoted', async () => {
    await library.call('export.graph', { format: 'dot', out: target('graph.dot') })
    const dot = read('graph.dot')
    expect(dot).toMatch(/^digraph "Chỉ Đỏ" \{/)
    for (const line of dot.split('\n').filter((each) => each.includes('[label')))
      expect(line).toMatch(/^ {2}\d+(?: -> \d+)? \[label="(?:[^"\\]|\\.)*"(?:, style=dashed)?\];$/)
  })

  it('leaves nothing behind where it cannot write', async () => {
    mkdirSync(target('taken.json'))
    expect(await library.ask('export.graph', { format: 'json', out: target('taken.json') })).toMatchObject({
      failure: { code: 'target_unwritable' },
    })
    expect(
      await library.ask('export.graph', { format: 'json', out: target('không/có/graph.json') }),
    ).toMatchObject({
      failure: { code: 'target_unwritable' },
    })
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

/** The parts of a Word or Excel file. */
const partsOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(target(name)))).map(([part, bytes]) => [part, strFromU8(bytes)]),
  )

describe('Word and Excel', () => {
  it('writes the tree with its quotes and the gaps', async () => {
    const expected = { level: 'district' as const }
    const tree = await library.call('tracing.tree', { instrumentId: root })
    for (const format of ['docx', 'xlsx'] as const) {
      const out = target(`tree.${format}`)
      const written = await library.call('export.tree', {
        instrumentId: root,
        format,
        out,
        expected,
        year: 2023,
      })
      expect(written.rows).toBe(tree.lines.length)
    }
    const body = partsOf('tree.docx')['word/document.xml'] ?? ''
    const table = Object.entries(partsOf('tree.xlsx'))
      .map(([, text]) => text)
      .join('')
    for (const { instrument } of tree.lines.slice(1)) {
      expect(body).toContain(instrument.symbol ?? '')
      expect(table).toContain(instrument.symbol ?? '')
    }
    const quoted = tree.lines.flatMap(({ evidence }) => evidence ?? [])
    expect(quoted.length).toBeGreaterThan(0)
    for (const { quote, quoteStart, quoteEnd } of quoted) {
      const marked = quote.slice(quoteStart, quoteEnd).replace(/[.()]/g, '\\$&')
      expect(body).toMatch(new RegExp(`<w:b/>(?:(?!</w:r>).)*>${marked}</w:t>`))
    }
    const [first, second] = tree.lines
    const shown = [second, first].map((line) => line?.instrument.id ?? 0)
    const narrowed = await library.call('export.tree', {
      instrumentId: root,
      format: 'xlsx',
      out: target('narrowed.xlsx'),
      shown: [...shown, 999_999],
    })
    expect(narrowed.rows).toBe(2)
    expect(body).toContain('được thực hiện bởi')
    expect(table).toContain('Khoảng trống')
  })

  it('writes the missing list as a table and as a letter', async () => {
    const { total } = await library.call('missing.list', { limit: 1 })
    expect((await library.call('export.missing', { format: 'xlsx', out: target('missing.xlsx') })).rows).toBe(
      total,
    )
    const written = await library.call('export.missing', {
      format: 'docx',
      out: target('letter.docx'),
      instrumentIds: [root],
      letter: {
        sender: 'Ban Dân vận Tỉnh ủy Lạng Sơn',
        recipient: 'Văn phòng Trung ương Đảng',
        style: 'party',
      },
    })
    expect(written.rows).toBe(1)
    const letter = partsOf('letter.docx')['word/document.xml'] ?? ''
    for (const words of [
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Kính gửi: Văn phòng Trung ương Đảng',
      '25-NQ/TW',
      '03/06/2013',
    ])
      expect(letter).toContain(words)
  })

  it('writes the register as Excel and as CSV', async () => {
    const { documents } = await library.call('library.statistics', {})
    for (const format of ['xlsx', 'csv'] as const)
      expect(
        (await library.call('export.register', { format, out: target(`register.${format}`) })).rows,
      ).toBe(documents)
    expect(read('register.csv')).toContain('72-KH/HU,13/12/2021')
    expect(Object.values(partsOf('register.xlsx')).join('')).toContain('72-KH/HU')
  })

  it('writes the audit of a draft', async () => {
    const path = join(samplesFolder, '72-KH-HU-dan-van-kheo-chi-lang-2021.pdf')
    const written = await library.call('export.audit', { path, out: target('audit.docx') })
    expect(written.rows).toBeGreaterThan(0)
    expect(partsOf('audit.docx')['word/document.xml']).toContain('41-KH/BDVTU')
  })
})

describe('the calendar', () => {
  it('holds what falls due, one event each, and reads back', async () => {
    const window = { from: '2021-01-01', to: '2024-12-31' }
    const written = await library.call('export.calendar', {
      out: target('due.ics'),
      citedAtLeast: 1,
      ...window,
    })
    const calendar = new ICAL.Component(ICAL.parse(read('due.ics')))
    const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
    expect(events).toHaveLength(written.rows)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    const deadline = events.find(({ startDate }) => startDate.toString() === '2023-02-25')
    expect(deadline?.summary).toMatch(/^Hạn trong văn bản: /)
    expect(deadline?.description).toContain('gửi về Ban Dân vận Huyện ủy trước ngày 25/02/2023')
    expect(deadline?.endDate.toString()).toBe('2023-02-26')
    expect(existsSync(target('due.ics.part'))).toBe(false)
  })

  it('folds at 75 octets, never inside a letter, and escapes so that any text reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const folded = foldLine(`SUMMARY:${calendarText(text)}`)
        for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${calendarText(text)}`)
      }),
    )
    const summary =
      'Hạn; một, hai \\ ba\ndòng hai: «Đẩy mạnh phong trào thi đua “Dân vận khéo” ở các chi bộ, đảng bộ»'
    const text = [
      ...writeCalendar(
        [{ identity: 'a', on: '2024-02-29', summary, description: '' }],
        'Lịch',
        '2024-01-01T00:00:00.000Z',
      ),
    ].join('')
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') ?? undefined,
    )
    expect(event.summary).toBe(summary)
    expect(event.endDate.toString()).toBe('2024-03-01')
  })
})

describe('text made safe', () => {
  const cells: [string, string][] = [
    ['=1+1', "'=1+1\r\n"],
    ['+84912', "'+84912\r\n"],
    ['- Tổng kết', "'- Tổng kết\r\n"],
    ['@SUM(A1)', "'@SUM(A1)\r\n"],
    ['\t=1', "'\t=1\r\n"],
    ['Kế hoạch, về', '"Kế hoạch, về"\r\n'],
    ['“a” "b"', '"“a” ""b"""\r\n'],
    ['41-KH/BDVTU', '41-KH/BDVTU\r\n'],
  ]
  it.each(cells)('writes %j into CSV', (cell, line) => {
    expect(csvLine([cell])).toBe(line)
  })

  it('writes any text into XML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const graph = new DirectedGraph()
        graph.addNode('1')
        const parsed = graphml.parse(
          DirectedGraph,
          `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="t" for="node" attr.name="t" attr.type="string"/><graph edgedefault="directed"><node id="1"><data key="t">x${xmlText(text)}</data></node></graph></graphml>`,
        )
        const writable = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
        expect(parsed.getNodeAttribute('1', 't').trim()).toBe(`x${writable}`.trim())
      }),
    )
  })
})
