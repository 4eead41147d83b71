/** Searches remembered and written to files; what is offered when nothing is found; numbers that are no misspellings. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readXlsx } from '../../../electron/ingest/readers/xlsx.ts'
import { searchInside } from '../../../shared/search/conditions.ts'
import { openTemporaryLibrary, samplesFolder, type TemporaryLibrary } from './temporaryLibrary.ts'

let library: TemporaryLibrary
beforeAll(async () => {
  library = await openTemporaryLibrary()
  await library.import(samplesFolder)
})
afterAll(() => library.dispose())

const search = (query: string, filter = {}) => library.call('search.query', { query, filter, limit: 10 })

describe('remembered searches', () => {
  it('keeps searches by name, in Vietnamese order, the same name once', async () => {
    const save = (name: string, query: string) =>
      library.call('searches.save', { name, query, filter: { kind: ['Kế hoạch'] }, sort: 'issuedOn' })
    await save('Tôn giáo', 'tôn giáo')
    await save('Đất đai', 'đất đai')
    const { id } = await save('Đất đai', 'đất đai năm 2023')
    const { saved } = await library.call('searches.list', {})
    expect(saved.map(({ name, query }) => [name, query])).toEqual([
      ['Đất đai', 'đất đai năm 2023'],
      ['Tôn giáo', 'tôn giáo'],
    ])
    expect(saved[0]).toMatchObject({ id, filter: { kind: ['Kế hoạch'] }, sort: 'issuedOn' })
    await library.call('searches.remove', { id })
    expect((await library.call('searches.list', {})).saved).toHaveLength(1)
    expect(await library.ask('searches.remove', { id })).toMatchObject({ ok: false })
    expect(await library.ask('searches.save', { name: '  ', query: 'x' })).toMatchObject({
      failure: { code: 'bad_request' },
    })
  })

  it('remembers the last twenty queries, each once, newest first', async () => {
    for (let at = 1; at <= 22; at++) await library.call('searches.remember', { query: `lần ${at}` })
    await library.call('searches.remember', { query: 'lần 10' })
    const { recent } = await library.call('searches.list', {})
    expect(recent).toHaveLength(20)
    expect(recent[0]).toBe('lần 10')
    expect(recent).not.toContain('lần 1')
    await library.call('searches.forgetRecent', {})
    expect((await library.call('searches.list', {})).recent).toEqual([])
  })
})

describe('nothing found', () => {
  it.each([
    ['dân vận', { province: ['Cà Mau'] }, 'filters'],
    ['dân vận year:1975', {}, 'conditions'],
    ['"vận dân khéo khéo"', {}, 'phrases'],
    ['+dân +qwertyuiop', {}, 'requirements'],
  ])('offers «%s» with %j with less asked: %s', async (query, filter, dropped) => {
    const answer = await search(query, filter)
    expect(answer.total).toBe(0)
    const offered = answer.wider.find((wider) => wider.dropped === dropped)
    expect(offered?.total).toBeGreaterThan(0)
    if (!offered) return
    expect((await search(offered.query, offered.filter)).total).toBe(offered.total)
  })

  it('offers nothing where nothing helps, and nothing when something was found', async () => {
    expect((await search('qwxzqwxz')).wider).toEqual([])
    expect((await search('dân vận')).wider).toEqual([])
  })
})

describe('numbers and codes', () => {
  it.each(['25 NQ TW', '25-NQ/TW', '25nqtw', '72 KH HU'])('takes «%s» for no misspelling', async (query) => {
    const answer = await search(query)
    expect(answer.instruments.length).toBeGreaterThan(0)
    expect(answer).toMatchObject({ didYouMean: null, suggestions: [] })
  })

  it.each([
    ['nghị quyết 25', '25 NQ/TW 2013-06-03'],
    ['NQ25', '25 NQ/TW 2013-06-03'],
    ['nghi  quyet so 25', '25 NQ/TW 2013-06-03'],
    ['Nghị quyết số: 25', '25 NQ/TW 2013-06-03'],
    ['Nghị quyết số 25-NQ/TW, ngày 03/6/2013', '25 NQ/TW 2013-06-03'],
    ['nghị quyết 25 năm 2013', '25 NQ/TW 2013-06-03'],
    ['NĐ 59', '59 NĐ-CP 2023-08-14'],
    ['59/NĐ-CP', '59 NĐ-CP 2023-08-14'],
    ['nghị định 59/2023/nđ-cp', '59 NĐ-CP 2023-08-14'],
    ['Kế hoạch số 41-KH/BDVTU về dân vận khéo', '41 KH/BDVTU 2021-11-23'],
    ['"25-NQ/TW"', '25 NQ/TW 2013-06-03'],
    ['in:"dân vận" 25-NQ/TW', '25 NQ/TW 2013-06-03'],
  ])('«%s» goes straight to %s', async (query, expected) => {
    const { instruments } = await search(query)
    expect(instruments.map(({ number, symbol, issuedOn }) => `${number} ${symbol} ${issuedOn}`)).toEqual([
      expected,
    ])
  })

  it.each([
    'nghị quyết 25 năm 1999',
    'quyết định 25',
    'nghị quyết',
    'dân vận 2021',
    '25',
    'in:"25-NQ/TW" dân vận',
  ])('«%s» names no instrument', async (query) => expect((await search(query)).instruments).toEqual([]))

  it('still corrects the words beside a number', async () => {
    const { didYouMean } = await search('kế hoạch 72-KH/HU daan vaanj')
    expect(didYouMean).toBe('kế hoạch 72-KH/HU dân vận')
  })

  it.each([
    '"25-NQ/TW"',
    '"Nghị quyết số 25-NQ/TW, ngày 03/6/2013"',
    '"cấp ủy, chính quyền"',
    '"chính trị – xã hội"',
  ])('finds «%s» as the texts have it', async (query) => {
    const { hits } = await search(query)
    expect(hits.length).toBeGreaterThan(0)
    for (const { textMatches } of hits) expect(textMatches.length).toBeGreaterThan(0)
  })

  it.each([
    ['kind:KH', 'Kế hoạch'],
    ['dân +kind:KH', 'Kế hoạch'],
    ['kind:CV', 'Công văn'],
    ['kind:kh', 'Kế hoạch'],
  ])('finds «%s» by the code of the kind', async (query, kind) => {
    const { hits } = await search(query)
    expect(hits.length).toBeGreaterThan(0)
    for (const hit of hits) expect(hit.kind).toBe(kind)
  })

  it('finds by who signed', async () => {
    const { documents } = await library.call('documents.list', { limit: 50 })
    const signed = documents.find(({ signer }) => signer !== null)
    const { hits } = await search(`signer:"${signed?.signer}"`)
    expect(hits.map(({ documentId }) => documentId)).toContain(signed?.id)
  })
})

describe('inside the results of another search', () => {
  it.each([
    ['dân chủ', 'dân vận', 'dân chủ in:"dân vận"'],
    ['dân', 'kind:KH year:2021', 'in:"kind:KH year:2021" dân'],
    ['tôn giáo', '+dân_vận', 'tôn giáo in:+dân_vận'],
    ['kind:KH', 'year:2021..2024', 'kind:KH in:year:2021..2024'],
    ['year:2021..2024', 'kind:KH', 'year:2021..2024 in:kind:KH'],
    ['kế hoạch', '"dân vận khéo" +kind:KH', 'in:"""dân vận khéo"" +kind:KH" kế hoạch'],
    ['kế hoạch', '“dân vận khéo”', 'in:"“dân vận khéo”" kế hoạch'],
    ['kế hoạch', 'dân vận', 'in:“dân vận” kế hoạch'],
    ['năm', '"chính trị - xã hội"', 'in:"""chính trị - xã hội""" năm'],
  ])('«%s» in «%s» finds what both find', async (inner, outer, query) => {
    const ids = async (asked: string) => (await search(asked)).hits.map(({ documentId }) => documentId).sort()
    const around = await ids(outer)
    const expected = (await ids(inner)).filter((id) => around.includes(id))
    expect(expected.length).toBeGreaterThan(0)
    expect(await ids(query)).toEqual(expected)
  })

  it.each([
    'in:',
    'in:""',
    'in:"in:dân"',
    'in:in:in:dân',
    'in:"không đâu có" dân',
    `${'in:dân '.repeat(300)}vận`,
  ])('«%s» is answered whatever it says', async (query) => {
    expect((await search(query)).total).toBeGreaterThanOrEqual(0)
  })

  it('finds what was found before anything more is typed, however deep', async () => {
    const part = fc.constantFrom(
      'dân vận',
      '"quy chế dân chủ"',
      '-"tôn giáo"',
      '+kind:KH',
      'title:"dân vận"',
      'year:2021..2023',
      'cites:25-NQ/TW',
      'in:"dân ""chính trị - xã hội"""',
      'in:“kế hoạch”',
      'kế hoạch 2021',
      'tuyên tr',
      'daan vaanj',
      '"',
      '“',
      'in:',
    )
    const idsOf = async (query: string) => {
      const { hits } = await library.call('search.query', { query, sort: 'issuedOn', limit: 50 })
      return hits.map(({ documentId }) => documentId)
    }
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), async (parts) => {
        const query = parts.join(' ')
        const once = searchInside(query)
        if (once === null) return
        const found = await idsOf(query)
        expect(await idsOf(once)).toEqual(found)
        const twice = searchInside(`${once}dân`)
        expect(await idsOf(twice ?? '')).toEqual(await idsOf(`${once}dân`))
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['in:"dân:vận" dân vận', 'read_as_words'],
    ['in:"năm 2023" dân vận', null],
  ])('«%s» tells what happened to the search it is inside of', async (query, expected) => {
    expect((await search(query)).notice).toBe(expected)
  })

  it('offers the search without it when nothing is found', async () => {
    const { total, wider } = await search('dân vận in:qwxzqwxz')
    expect(total).toBe(0)
    expect(wider.find(({ dropped }) => dropped === 'conditions')?.query).toBe('dân vận')
  })
})

describe('any words at all', () => {
  it('name instruments or none, without throwing', async () => {
    const part = fc.constantFrom(
      'nghị quyết',
      'NQ',
      'số',
      ':',
      '25',
      '25-NQ/TW',
      '/',
      '-',
      'ngày 31/02/2021',
      ' ',
      '  ',
      'năm',
      '2013',
      '\u0000',
      '😀',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        expect((await search(parts.join(''))).instruments.length).toBeLessThanOrEqual(8)
      }),
      { numRuns: 100 },
    )
    expect((await search(`a${' '.repeat(50_000)}b`)).instruments).toEqual([])
    expect((await search('nghị quyết '.repeat(5000))).instruments).toEqual([])
  })
})

describe('results as a file', () => {
  it('writes every result, as Excel and as CSV', async () => {
    const { total, hits } = await search('dân vận')
    const xlsx = join(library.folder, 'kết quả.xlsx')
    const csv = join(library.folder, 'kết quả.csv')
    expect(await library.call('search.export', { query: 'dân vận', format: 'xlsx', out: xlsx })).toEqual({
      written: xlsx,
      rows: total,
    })
    await library.call('search.export', { query: 'dân vận', format: 'csv', out: csv })
    const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(total + 1)
    const sheet = await readXlsx(readFileSync(xlsx), {})
    for (const text of [sheet.ok ? sheet.value.text : '', lines.join('\n')])
      for (const { number } of hits) expect(text).toContain(number ?? '')
  })
})

describe('folders', () => {
  it('filters by the folder files came from, with counts', async () => {
    const all = await library.call('documents.list', { limit: 50 })
    expect(all.facets.folder).toEqual([{ value: samplesFolder, count: all.total }])
    const here = await library.call('documents.list', { filter: { folder: [samplesFolder] }, limit: 50 })
    const elsewhere = await library.call('documents.list', { filter: { folder: ['/khác'] }, limit: 50 })
    expect([here.total, elsewhere.total]).toEqual([all.total, 0])
  })
})
