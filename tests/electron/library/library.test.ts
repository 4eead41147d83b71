/** The sample library through its contract: import, lists, citations, traces, search, corrections, bad files. */
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTemporaryLibrary, samplesFolder, type TemporaryLibrary } from './temporaryLibrary.ts'

let library: TemporaryLibrary
beforeAll(async () => {
  library = await openTemporaryLibrary()
  const items = await library.import(samplesFolder)
  expect(items.filter(({ state }) => state !== 'imported')).toEqual([])
})
afterAll(() => library.dispose())

const findOne = async (number: string, date?: string) => {
  const found = await library.call('instruments.find', { number, ...(date && { date }) })
  expect(found).toHaveLength(1)
  const [instrument] = found
  if (!instrument) throw new Error(number)
  return instrument
}

describe('the sample library', () => {
  it('keeps every original byte for byte under its hash', async () => {
    const kept = readdirSync(join(library.folder, 'files'))
    expect(kept).toHaveLength(readdirSync(samplesFolder).length)
    for (const name of kept) {
      const bytes = readFileSync(join(library.folder, 'files', name))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(name)
    }
    expect(await library.call('library.verify', {})).toEqual({ ok: true, problems: [] })
  })

  it('lists documents with number, date, issuer and title, sorted and filtered', async () => {
    const { total, documents, facets } = await library.call('documents.list', {
      filter: { kind: ['Kế hoạch'] },
      sort: 'issuedOn',
      descending: false,
      limit: 50,
    })
    expect(total).toBe(documents.length)
    expect(documents.every(({ kind }) => kind === 'Kế hoạch')).toBe(true)
    expect(documents[0]).toMatchObject({ number: '41', symbol: 'KH/BDVTU', issuedOn: '2021-11-23' })
    expect(facets.kind).toEqual([{ value: 'Kế hoạch', count: total }])
  })

  it('ties a citation to the held document it names, with no further step', async () => {
    const plan = await findOne('72-KH/HU')
    expect(plan.heldDocumentId).not.toBeNull()
    const { total, documents } = await library.call('instruments.citedBy', { id: plan.id, limit: 50 })
    expect(total).toBeGreaterThan(0)
    expect(documents).toHaveLength(total)
    for (const { document, places, evidence } of documents) {
      expect(document.id).not.toBe(plan.heldDocumentId)
      expect(evidence).toHaveLength(Math.min(places, 3))
      for (const { documentId, start, end } of evidence) {
        const detail = await library.call('documents.get', { id: documentId })
        expect(detail.text.slice(start, end).replace(/\s/g, '')).toContain('72')
      }
    }
  })

  it('keeps a page for an instrument that is only cited', async () => {
    const resolution = await findOne('25-NQ/TW', '2013-06-03')
    expect(resolution).toMatchObject({ heldDocumentId: null, scope: 'TW', level: 'central' })
    expect(await library.call('instruments.get', { id: resolution.id })).toEqual(resolution)
    const whole = await library.call('instruments.citedBy', { id: resolution.id, limit: 50 })
    expect(whole.total).toBeGreaterThanOrEqual(2)
    const second = await library.call('instruments.citedBy', { id: resolution.id, limit: 1, offset: 1 })
    expect(second).toEqual({ total: whole.total, documents: whole.documents.slice(1, 2) })
    const { actedOnBy } = await library.call('tracing.instrument', { id: resolution.id })
    expect(
      actedOnBy.flatMap(({ relation, links }) =>
        links.map(({ instrument }) => [relation, instrument.number, instrument.symbol]),
      ),
    ).toContainEqual(['continues', '43', 'KL/TW'])
  })

  it('answers which documents implement 25-NQ/TW, with a quote behind every edge', async () => {
    const resolution = await findOne('25-NQ/TW', '2013-06-03')
    const graph = await library.call('graph.trace', {
      instrumentId: resolution.id,
      direction: 'implementers',
    })
    expect(graph.nodes.length).toBeGreaterThanOrEqual(4)
    const held = graph.nodes.filter(({ heldDocumentId }) => heldDocumentId !== null)
    expect(held.map(({ kind }) => kind)).toContain('Kế hoạch')
    for (const edge of graph.edges) {
      expect(edge.evidence.length).toBeGreaterThan(0)
      for (const { quote } of edge.evidence) expect(quote.length).toBeGreaterThan(10)
    }
  })

  it('traces back what a plan rests on', async () => {
    const { documents } = await library.call('documents.list', { limit: 100 })
    const plan = documents.find(({ title }) => title?.includes('năm 2023') && title.includes('Dân vận khéo'))
    if (!plan) throw new Error('sample plan missing')
    const sources = await library.call('graph.trace', {
      instrumentId: plan.instrumentId,
      direction: 'sources',
    })
    const numbers = sources.nodes.map(({ number, symbol }) => `${number}-${symbol}`)
    expect(numbers).toEqual(expect.arrayContaining(['41-KH/BDVTU', '72-KH/HU', '43-KL/TW', '25-NQ/TW']))
  })

  const queries: [string, string][] = [
    ['dân vận khéo', 'Dân vận khéo'],
    ['dan van kheo', 'Dân vận khéo'],
    ['"dan van kheo"', 'Dân vận khéo'],
    ['kind:KH dân vận', 'dân vận'],
  ]
  it.each(queries)('finds «%s»', async (query, words) => {
    const answer = await library.call('search.query', { query, limit: 10 })
    expect(answer.total).toBeGreaterThan(0)
    const [hit] = answer.hits
    if (!hit) throw new Error('no hit')
    expect(hit.snippet.toLowerCase()).toContain(words.toLowerCase().slice(0, 7))
    for (const [start, end] of hit.matches) expect(hit.snippet.slice(start, end).trim()).not.toBe('')
  })

  it('takes a number in any spelling straight to its instrument, held or only cited', async () => {
    for (const query of ['25-NQ/TW', '25 NQ/TW', '25nqtw', 'số 25-NQ/TW']) {
      const { instruments } = await library.call('search.query', { query, limit: 5 })
      expect(instruments.map(({ number, symbol }) => `${number}-${symbol}`)).toContain('25-NQ/TW')
    }
  })

  it('finds the documents that cite a number', async () => {
    const { total, hits } = await library.call('search.query', { query: 'cites:25-NQ/TW', limit: 50 })
    expect(total).toBe(hits.length)
    expect(total).toBeGreaterThanOrEqual(2)
  })

  it('answers strange queries with a value, never an exception', async () => {
    for (const query of [
      '',
      ':::',
      '+',
      '"',
      'a:b~^',
      '🙂',
      "'; DROP TABLE documents; --",
      '*'.repeat(10_000),
    ]) {
      expect(await library.ask('search.query', { query, limit: 5 })).toMatchObject({ ok: true })
    }
  })
})

describe('changing the library', () => {
  it('takes a correction, keeps it above the reading, and gives it back on undo', async () => {
    const plan = await findOne('72-KH/HU')
    const id = plan.heldDocumentId ?? 0
    const before = await library.call('documents.get', { id })
    const after = await library.call('documents.correct', { id, changes: { title: 'Tên sửa tay' } })
    expect(after.metadata).toMatchObject({ title: 'Tên sửa tay', confidence: { title: 1 } })
    expect(after.corrected).toEqual(['title'])
    expect((await library.call('search.query', { query: '"ten sua tay"', limit: 5 })).total).toBe(1)
    const undone = await library.call('documents.undoCorrection', { id, fields: ['title'] })
    expect(undone.metadata).toEqual(before.metadata)
    expect((await library.call('search.query', { query: '"ten sua tay"', limit: 5 })).total).toBe(0)
  })

  it('turns a removed document back into one that is only cited, and links it again on re-import', async () => {
    const before = await findOne('72-KH/HU')
    await library.call('documents.remove', { id: before.heldDocumentId ?? 0 })
    expect(await findOne('72-KH/HU')).toMatchObject({ id: before.id, heldDocumentId: null })
    expect(await library.call('library.verify', {})).toMatchObject({ ok: true })
    const [file] = readdirSync(samplesFolder).filter((name) => name.startsWith('72-KH-HU'))
    await library.import(join(samplesFolder, file ?? ''))
    expect((await findOne('72-KH/HU')).heldDocumentId).not.toBeNull()
  })

  it('keeps a person’s choice for a citation, across removal and re-import', async () => {
    const { documents } = await library.call('documents.list', { limit: 100 })
    const plan = documents.find(({ fileName }) => fileName.startsWith('ke-hoach-dan-van-lang-son'))
    if (!plan) throw new Error('sample plan missing')
    const citationOf = async (documentId: number) => {
      const detail = await library.call('documents.get', { id: documentId })
      const citation = detail.citations.find(({ number, symbol }) => number === '18' && symbol === 'CT/TW')
      if (!citation) throw new Error('citation missing')
      return citation
    }
    const citation = await citationOf(plan.id)
    // Another act of the same family, from another paper, gives the person something to choose.
    const other = join(library.folder, 'khac.txt')
    writeFileSync(
      other,
      'Thực hiện Chỉ thị số 18-CT/TW, ngày 04/9/2012 của Ban Bí thư về trật tự an toàn giao thông.',
    )
    await library.import(other)
    const traffic = await findOne('18-CT/TW', '2012-09-04')
    await library.call('review.decideCitation', { citationId: citation.id, instrumentId: traffic.id })
    expect(await citationOf(plan.id)).toMatchObject({ instrumentId: traffic.id, resolution: 'decided' })
    await library.call('documents.remove', { id: plan.id })
    const [again] = await library.import(join(samplesFolder, plan.fileName))
    expect(await citationOf(again?.documentId ?? 0)).toMatchObject({
      instrumentId: traffic.id,
      resolution: 'decided',
    })
  })
})

describe('files that cannot be read', () => {
  it('gives each one code and stops nothing', async () => {
    const folder = join(library.folder, 'xấu')
    mkdirSync(folder)
    writeFileSync(join(folder, 'rỗng.txt'), '')
    writeFileSync(join(folder, 'giả.docx'), 'đây chỉ là chữ thường, không phải tệp Word')
    writeFileSync(join(folder, 'hỏng.pdf'), '%PDF-1.7\n1 0 obj\n<<')
    writeFileSync(join(folder, 'tốt.txt'), 'Căn cứ Quyết định số 23-QĐ/TW, ngày 30/7/2021 của Bộ Chính trị.')
    const items = await library.import(folder, join(folder, 'không có.txt'))
    const byName = new Map(items.map((item) => [item.path.split('/').at(-1), item]))
    expect(byName.get('rỗng.txt')).toMatchObject({ state: 'failed', failure: { code: 'file_empty' } })
    expect(byName.get('hỏng.pdf')).toMatchObject({ state: 'failed', failure: { code: 'file_damaged' } })
    expect(byName.get('không có.txt')).toMatchObject({ state: 'failed', failure: { code: 'file_missing' } })
    expect(byName.get('tốt.txt')).toMatchObject({ state: 'imported' })
    expect(await library.call('library.verify', {})).toMatchObject({ ok: true })
  })

  it('takes the same bytes once, whatever their name', async () => {
    const [name] = readdirSync(samplesFolder)
    const copy = join(library.folder, 'bản sao.bin')
    copyFileSync(join(samplesFolder, name ?? ''), copy)
    const [item] = await library.import(copy)
    expect(item).toMatchObject({ state: 'duplicate' })
    rmSync(copy)
  })
})

describe('the door', () => {
  it.each([
    ['no.such.method', {}],
    ['documents.get', { id: 'một' }],
    ['import.start', { paths: [] }],
  ])('refuses %s with %j as a bad request', async (method, params) => {
    expect(await library.ask(method, params)).toMatchObject({ ok: false, failure: { code: 'bad_request' } })
  })

  it('refuses a second writer, and tells when nothing is open', async () => {
    const second = await openTemporaryLibrary(library.folder).catch((error: Error) => error.message)
    expect(second).toContain('library_locked')
  })
})
