/** Holds tracing to a real library: pages, verdicts, trees with circles, gaps, the timeline, the work list, audits. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instrument } from '../../../shared/contract/instrument.ts'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

const papers = mkdtempSync(join(tmpdir(), 'chi-do-papers-'))

const paper = (body: string, number: string, place: string, date: string, rest: string): string =>
  `${body}\n*\nSố ${number}\nĐẢNG CỘNG SẢN VIỆT NAM\n${place}, ngày ${date}\n\n${rest}\n`

/** A resolution, a province's plan, two districts' plans (one with a report), and acts that change each other's force. */
const PAPERS: Readonly<Record<string, string>> = {
  'tinh.txt': paper(
    'TỈNH ỦY LẠNG SƠN',
    '12-KH/TU',
    'Lạng Sơn',
    '05 tháng 01 năm 2022',
    'KẾ HOẠCH\nthực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương\n\nThực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương (khóa XI) về công tác dân vận.\n\nCác huyện ủy báo cáo kết quả về Ban Dân vận Tỉnh ủy trước ngày 15/11 hằng năm.\n\nQuyết định số 7-QĐ/TU, ngày 01/3/2015 của Tỉnh ủy hết hiệu lực.',
  ),
  'chi-lang.txt': paper(
    'HUYỆN ỦY CHI LĂNG',
    '30-KH/HU',
    'Chi Lăng',
    '18 tháng 02 năm 2022',
    'KẾ HOẠCH\nthực hiện Kế hoạch số 12-KH/TU, ngày 05/01/2022 của Tỉnh ủy Lạng Sơn\n\nThực hiện Kế hoạch số 12-KH/TU, ngày 05/01/2022 của Tỉnh ủy Lạng Sơn về công tác dân vận. Kế hoạch số 30-KH/HU, ngày 18/02/2022 gửi các chi bộ.\n\nCác chi bộ đăng ký mô hình trước ngày 25/3/2022.',
  ),
  'bao-cao.txt': paper(
    'HUYỆN ỦY CHI LĂNG',
    '45-BC/HU',
    'Chi Lăng',
    '20 tháng 11 năm 2022',
    'BÁO CÁO\nkết quả thực hiện Kế hoạch số 12-KH/TU, ngày 05/01/2022 của Tỉnh ủy Lạng Sơn năm 2022\n\nThực hiện Kế hoạch số 12-KH/TU, ngày 05/01/2022 của Tỉnh ủy Lạng Sơn, Huyện ủy báo cáo kết quả.',
  ),
  'binh-gia.txt': paper(
    'HUYỆN ỦY BÌNH GIA',
    '18-KH/HU',
    'Bình Gia',
    '01 tháng 3 năm 2022',
    'KẾ HOẠCH\nthực hiện Kế hoạch số 12-KH/TU, ngày 05/01/2022 của Tỉnh ủy Lạng Sơn\n\nI. NHIỆM VỤ\n\n1. Tổ chức thực hiện Kế hoạch số 12-KH/TU, ngày 05/01/2022 của Tỉnh ủy Lạng Sơn về công tác dân vận.',
  ),
  'thay-the.txt': paper(
    'TỈNH ỦY LẠNG SƠN',
    '99-QĐ/TU',
    'Lạng Sơn',
    '10 tháng 6 năm 2023',
    'QUYẾT ĐỊNH\nban hành Quy chế công tác dân vận\n\nĐiều 2. Quyết định này thay thế Quyết định số 50-QĐ/TU, ngày 02/4/2018 của Ban Thường vụ Tỉnh ủy Lạng Sơn về Quy chế công tác dân vận.',
  ),
}

let library: TemporaryLibrary
beforeAll(async () => {
  for (const [name, text] of Object.entries(PAPERS)) writeFileSync(join(papers, name), text)
  library = await openTemporaryLibrary()
  const items = await library.import(papers)
  expect(items.map(({ state }) => state)).toEqual(items.map(() => 'imported'))
}, 120_000)
afterAll(async () => {
  await library.dispose()
  rmSync(papers, { recursive: true, force: true })
})

async function find(number: string, date?: string): Promise<Instrument> {
  const [instrument] = await library.call('instruments.find', { number, ...(date && { date }) })
  if (!instrument) throw new Error(`no ${number}`)
  return instrument
}

describe('the page of an instrument', () => {
  it('groups what acts on it by relation and level, with the sentence', async () => {
    const plan = await find('12-KH/TU')
    const page = await library.call('tracing.instrument', { id: plan.id })
    const carried = page.actedOnBy.filter(({ level }) => level === 'district')
    expect(carried.reduce((sum, { total }) => sum + total, 0)).toBeGreaterThanOrEqual(3)
    for (const group of page.actedOnBy)
      for (const { evidence, status } of group.links) {
        expect(status).toBe('proposed')
        const [{ quote, quoteStart, quoteEnd } = { quote: '', quoteStart: 0, quoteEnd: 0 }] = evidence
        expect(quote.slice(quoteStart, quoteEnd)).toBe('12-KH/TU')
      }
    expect(page.actsOn.flatMap(({ links }) => links.map(({ instrument }) => instrument.symbol))).toContain(
      'NQ/TW',
    )
  })

  it('gives a group window by window', async () => {
    const plan = await find('12-KH/TU')
    const page = await library.call('tracing.instrument', { id: plan.id, perGroup: 1 })
    for (const { relation, level, total, links } of page.actedOnBy) {
      expect(links).toHaveLength(1)
      const group = { id: plan.id, side: 'actedOnBy' as const, relation, level }
      const whole = await library.call('tracing.links', { ...group, limit: 100 })
      expect(whole.total).toBe(total)
      expect(whole.links).toHaveLength(total)
      const second = await library.call('tracing.links', { ...group, limit: 100, offset: 1 })
      expect(second.links).toEqual(whole.links.slice(1))
    }
  })

  it('derives force from relations, as at a day', async () => {
    const replaced = await find('50-QĐ/TU')
    const now = await library.call('tracing.instrument', { id: replaced.id })
    expect(now.validity).toMatchObject({ validity: 'replaced', since: '2023-06-10' })
    expect(now.validity.reasons[0]?.instrument.number).toBe('99')
    expect(now.instrument.validity).toBe('replaced')
    const before = await library.call('tracing.instrument', { id: replaced.id, asAt: '2022-01-01' })
    expect(before.validity.validity).toBe('unknown')
  })

  it('is not found for an id nobody has', async () => {
    expect(await library.ask('tracing.instrument', { id: 999_999 })).toMatchObject({
      failure: { code: 'not_found' },
    })
  })
})

describe('verdicts on edges', () => {
  it('keep a rejected edge out of traces, through removal and re-import, until taken back', async () => {
    const root = await find('12-KH/TU')
    const district = await find('18-KH/HU')
    const edge = { from: district.id, to: root.id, relation: 'implements' as const }
    const inTree = async (): Promise<boolean> => {
      const tree = await library.call('tracing.tree', { instrumentId: (await find('12-KH/TU')).id })
      const trace = await library.call('graph.trace', { instrumentId: (await find('12-KH/TU')).id })
      const isListed = tree.lines.some(({ instrument }) => instrument.number === '18')
      expect(trace.nodes.some(({ number }) => number === '18')).toBe(isListed)
      return isListed
    }
    expect(await inTree()).toBe(true)
    const { places } = await library.call('tracing.decideEdge', { ...edge, status: 'rejected', by: 'Lan' })
    expect(places).toBeGreaterThan(0)
    expect(await inTree()).toBe(false)

    const page = await library.call('tracing.instrument', { id: root.id, withRejected: true })
    const links = page.actedOnBy.flatMap((group) => group.links)
    expect(links.find(({ instrument }) => instrument.number === '18')).toMatchObject({
      status: 'rejected',
      decidedBy: 'Lan',
    })
    expect(page.rejected).toBe(1)

    await library.call('documents.remove', { id: district.heldDocumentId ?? 0 })
    await library.import(join(papers, 'binh-gia.txt'))
    expect(await inTree()).toBe(false)

    const again = await find('18-KH/HU')
    await library.call('tracing.decideEdge', { ...edge, from: again.id, status: 'proposed' })
    expect(await inTree()).toBe(true)
    await library.call('tracing.decideEdge', { ...edge, from: again.id, status: 'confirmed', by: 'Minh' })
    const evidence = await library.call('tracing.evidence', { ...edge, from: again.id, limit: 10 })
    expect(evidence.places).toContainEqual(
      expect.objectContaining({ status: 'confirmed', decidedBy: 'Minh' }),
    )
  })

  it('refuses an edge that is not there', async () => {
    const root = await find('12-KH/TU')
    expect(
      await library.ask('tracing.decideEdge', {
        from: root.id,
        to: root.id,
        relation: 'repeals',
        status: 'rejected',
      }),
    ).toMatchObject({ failure: { code: 'not_found' } })
  })
})

describe('the tree', () => {
  it('goes down from the resolution and up from the plan', async () => {
    const down = await library.call('tracing.tree', { instrumentId: (await find('25-NQ/TW')).id })
    expect(down.lines.map(({ instrument, depth }) => [instrument.number, depth])).toEqual([
      ['25', 0],
      ['12', 1],
      ['18', 2],
      ['30', 2],
      ['45', 2],
    ])
    expect(down.lines.every(({ evidence, depth }) => depth === 0 || evidence !== null)).toBe(true)
    const up = await library.call('tracing.tree', {
      instrumentId: (await find('18-KH/HU')).id,
      direction: 'sources',
    })
    expect(up.lines.map(({ instrument }) => instrument.number)).toEqual(['18', '12', '25'])
  })

  it('shows who has not answered, and whose report of the year is missing', async () => {
    const changes = (): number => library.events.filter(({ name }) => name === 'library.changed').length
    const before = changes()
    const list = await library.call('tracing.saveBodyList', {
      name: 'Các huyện',
      province: 'Lạng Sơn',
      bodies: ['Huyện ủy Chi Lăng', 'Huyện ủy Bình Gia', 'Huyện ủy Văn Lãng'],
    })
    expect(list.bodies.map(({ scope }) => scope)).toEqual([
      'Lạng Sơn/Chi Lăng',
      'Lạng Sơn/Bình Gia',
      'Lạng Sơn/Văn Lãng',
    ])
    expect(changes()).toBe(before + 1)
    const { id } = await find('25-NQ/TW')
    const gaps = async (year: number) =>
      (await library.call('tracing.gaps', { instrumentId: id, expected: { listId: list.id }, year })).map(
        ({ state }) => state,
      )
    expect(await gaps(2022)).toEqual(['complete', 'plan_without_report', 'none'])
    expect(await gaps(2023)).toEqual(['plan_without_report', 'plan_without_report', 'none'])
    const seen = await library.call('tracing.seenBodies', { level: 'district', province: 'Lạng Sơn' })
    expect(seen.map(({ name, series }) => [name, series])).toEqual([
      ['Huyện ủy Bình Gia', 'HU'],
      ['Huyện ủy Chi Lăng', 'HU'],
    ])
    expect(
      await library.ask('tracing.saveBodyList', { name: 'Các huyện', bodies: ['Huyện ủy Văn Quan'] }),
    ).toMatchObject({ failure: { code: 'bad_request' } })
    // What was refused changed nothing, and says nothing.
    expect(changes()).toBe(before + 1)
    await library.call('tracing.removeBodyList', { id: list.id })
    expect(changes()).toBe(before + 2)
    expect(await library.call('tracing.bodyLists', {})).toEqual([])
  })
})

describe('the timeline', () => {
  it('marks what was issued and reviewed, and what falls due', async () => {
    const { id } = await find('25-NQ/TW')
    const { marks, isCut } = await library.call('tracing.timeline', {
      instrumentId: id,
      from: '2013-01-01',
      to: '2024-12-31',
    })
    const said = marks.map(({ kind, on }) => `${kind} ${on}`)
    expect(isCut).toBe(false)
    expect(said).toEqual(
      [...said].sort((one, other) =>
        one.slice(-10) < other.slice(-10) ? -1 : one.slice(-10) > other.slice(-10) ? 1 : 0,
      ),
    )
    expect(said).toContain('issued 2022-01-05')
    expect(said).toContain('review 2022-11-20')
    expect(said).toContain('review_due 2023-06-03')
    expect(said).toContain('deadline 2022-03-25')
    expect(said.filter((mark) => mark.startsWith('deadline') && mark.endsWith('11-15'))).toHaveLength(3)
    for (const { evidence } of marks.filter(({ kind }) => kind === 'deadline'))
      expect(evidence?.quote.slice(evidence.quoteStart, evidence.quoteEnd)).toMatch(/^trước ngày /)
    const review = marks.find(({ kind }) => kind === 'review')?.evidence
    expect(review?.quote.slice(review.quoteStart, review.quoteEnd)).toBe('12-KH/TU')
    const near = await library.call('tracing.timeline', {
      instrumentId: id,
      limit: 2,
      from: '2013-01-01',
      to: '2024-12-31',
    })
    expect(near.isCut).toBe(true)
    expect(new Set(near.marks.map(({ instrument }) => instrument.id)).size).toBeLessThanOrEqual(3)
    const due = await library.call('tracing.due', { from: '2022-01-01', to: '2022-12-31', citedAtLeast: 1 })
    expect(due.map(({ kind, on }) => `${kind} ${on}`)).toContain('deadline 2022-03-25')
  })
})

describe('the work list of what is missing', () => {
  it('gives the list page by page, and all of it to be marked or written', async () => {
    const whole = await library.call('missing.list', { limit: 5000 })
    expect(whole.total).toBeGreaterThan(2)
    const pages = await Promise.all(
      whole.items.map((_, offset) => library.call('missing.list', { limit: 1, offset })),
    )
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.items)
    expect(await library.call('missing.ids', {})).toEqual(whole.items.map(({ id }) => id))
    const central = await library.call('missing.ids', { level: ['central'] })
    expect(central).toEqual(whole.items.filter(({ level }) => level === 'central').map(({ id }) => id))
    expect(central.length).toBeLessThan(whole.total)
    expect(await library.call('missing.ids', { issuer: ['không ai'] })).toEqual([])
    const out = join(papers, 'thiếu.xlsx')
    const rows = async (filter: object) =>
      (await library.call('export.missing', { format: 'xlsx', out, ...filter })).rows
    expect(await rows({})).toBe(whole.total)
    expect(await rows({ level: ['central'] })).toBe(central.length)
  })

  it('keeps state and note, and finds them again after the citing papers came back', async () => {
    const missing = await find('25-NQ/TW')
    await library.call('missing.mark', {
      instrumentIds: [missing.id],
      state: 'requested',
      note: 'gửi công văn 5/3',
      by: 'Lan',
    })
    const requested = async () =>
      (await library.call('missing.list', { state: ['requested'], limit: 50 })).items.map(
        ({ number, note, changedBy }) => [number, note, changedBy],
      )
    expect(await requested()).toEqual([['25', 'gửi công văn 5/3', 'Lan']])
    const citing = await find('12-KH/TU')
    await library.call('documents.remove', { id: citing.heldDocumentId ?? 0 })
    expect(await requested()).toEqual([])
    await library.import(join(papers, 'tinh.txt'))
    expect(await requested()).toEqual([['25', 'gửi công văn 5/3', 'Lan']])
    const all = await library.call('missing.list', { limit: 50 })
    expect(all.issuers.length).toBeGreaterThan(0)
    expect(await library.ask('missing.mark', { instrumentIds: [citing.id, 999_999] })).toMatchObject({
      ok: false,
    })
  })

  it('checks a pasted list line by line', async () => {
    const text = '12-KH/TU ngày 05/01/2022\n25-NQ/TW, 88-KL/TW\n\n30kh/hu\nkhông có gì ở đây'
    const checked = await library.call('missing.check', { text })
    expect(checked.map(({ line, raw, state }) => [line, raw, state])).toEqual([
      [1, '12-KH/TU', 'held'],
      [2, '25-NQ/TW', 'missing'],
      [2, '88-KL/TW', 'missing'],
      [4, '30kh/hu', 'held'],
      [5, 'không có gì ở đây', 'unreadable'],
    ])
  })
})

describe('the audit of a draft', () => {
  it('tells what is held, missing, replaced, misdated and unknown, and stores nothing', async () => {
    const folder = join(papers, 'du-thao')
    mkdirSync(folder)
    const path = join(folder, 'du-thao.txt')
    writeFileSync(
      path,
      paper(
        'TỈNH ỦY LẠNG SƠN',
        '150-KH/TU',
        'Lạng Sơn',
        '12 tháng 9 năm 2023',
        'KẾ HOẠCH\ncông tác dân vận\n\nCăn cứ Kế hoạch số 12-KH/TU, ngày 06/01/2022 của Tỉnh ủy Lạng Sơn;\n\nCăn cứ Quyết định số 50-QĐ/TU, ngày 02/4/2018 của Ban Thường vụ Tỉnh ủy Lạng Sơn;\n\nCăn cứ Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Bộ Chính trị;\n\nCăn cứ Kết luận số 61-KL/TW, ngày 08/12/2009 của Ban Bí thư;',
      ),
    )
    const documents = (await library.call('library.status', {})).documents
    const audit = await library.call('audit.file', { path })
    const found = Object.fromEntries(
      audit.items.map(({ citation, state, problems }) => [citation.raw, { state, problems }]),
    )
    expect(found).toEqual({
      '12-KH/TU': { state: 'held', problems: ['date_mismatch'] },
      '50-QĐ/TU': { state: 'missing', problems: ['superseded'] },
      '25-NQ/TW': { state: 'missing', problems: ['issuer_mismatch'] },
      '61-KL/TW': { state: 'unknown', problems: [] },
    })
    expect(audit.asAt).toBe('2023-09-12')
    expect(audit.items[0]?.suggestion).toContain('Kế hoạch số 12-KH/TU, ngày 05/01/2022 của')
    expect(audit.items[1]?.changedBy[0]?.instrument.number).toBe('99')
    expect((await library.call('library.status', {})).documents).toBe(documents)
    const earlier = await library.call('audit.file', { path, asAt: '2023-01-01' })
    expect(earlier.items[1]?.problems).toEqual([])
    expect(await library.ask('audit.file', { path: join(folder, 'không có.txt') })).toMatchObject({
      ok: false,
    })
  })

  it('offers the basis line in both styles', async () => {
    const { id } = await find('25-NQ/TW')
    const line = await library.call('audit.basisLine', { instrumentId: id })
    expect(line.party).toMatch(
      /^Căn cứ Nghị quyết số 25-NQ\/TW, ngày 03\/6\/2013 của Ban Chấp hành Trung ương/,
    )
    expect(line.state).toMatch(/^Căn cứ Nghị quyết số 25-NQ\/TW ngày 03 tháng 6 năm 2013 của/)
  })
})
