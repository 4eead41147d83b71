/** What people type finds what they mean: marks, numbers, phrases, abbreviations, typing errors, unfinished words. */
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { ReadHandle } from '../../../electron/db/handles.ts'
import { indexDocument } from '../../../electron/search/indexing.ts'
import { IndexReader } from '../../../electron/search/reader.ts'
import { createSearcher } from '../../../electron/search/searcher.ts'
import { openIndex } from './database.ts'
import { documentOf, libraryOf, shippedAbbreviations } from './library.ts'

const library = libraryOf([
  documentOf(1, 'Phong trào thi đua “Dân vận khéo” trên địa bàn huyện Chi Lăng.', {
    number: '25-NQ/TW',
    title: 'Tăng cường công tác dân vận',
    kind: 'Nghị quyết NQ',
    issuer: 'Ban Chấp hành Trung ương',
  }),
  documentOf(2, 'Quy chế dân chủ ở cơ sở được thực hiện tốt; khéo léo khi vận động dân.', {
    number: '41-KH/BDVTU',
    kind: 'Kế hoạch KH',
    signer: 'Nguyễn Văn Hùng',
  }),
  documentOf(3, 'Ủy ban Mặt trận Tổ quốc Việt Nam giám sát việc quản lý đất đai.', {
    number: '30/2020/NĐ-CP',
    kind: 'Nghị định NĐ',
    issuer: 'Chính phủ',
  }),
  documentOf(4, 'MTTQ phối hợp với UBND xã Hoà Bình tổ chức đối thoại, theo Kết luận số 05-KL/TU.', {
    kind: 'Báo cáo BC',
  }),
  documentOf(5, 'Đang họp bàn việc đăng ký; đáng chú ý là tờ trình.', { kind: 'Tờ trình TTr' }),
  documentOf(6, 'Dâng hương tại đền. Đảng bộ xã có ba chi bộ.', { kind: 'Thông báo TB' }),
  documentOf(7, 'Quy chế làm việc. Dân chủ là mục tiêu. Quý II năm 2023.', { kind: 'Quyết định QĐ' }),
  documentOf(8, 'CHUYEN DOI SO TAI HUYEN (ban khong dau)', { kind: 'Công văn CV' }),
  documentOf(9, 'Kinh tế - xã hội vùng cao; chuyển đổi số toàn diện.', { kind: 'Chương trình CTr' }),
])

/** Texts that differ in their marks only, and what is quoted from them. */
const punctuated = libraryOf([
  documentOf(1, 'Các tổ chức chính trị - xã hội tham gia phòng, chống tham nhũng.'),
  documentOf(2, 'Đời sống chính trị. Xã hội yên bình; phòng chống tham nhũng; chống, phòng.'),
  documentOf(3, 'Nghị quyết số 25–NQ/TW, ngày 03/6/2013 cho giai đoạn 2021 - 2025 (lần thứ hai).'),
  documentOf(4, 'Ngày 25, NQ và TW; số 25-NQ/TU; năm 2021 rồi 2025.'),
  documentOf(5, 'Phong trào thi đua “Dân vận khéo”\ngiai đoạn 2021-2025.'),
])

describe('searching', () => {
  it.each([
    ['dân vận khéo', 1],
    ['dan van kheo', 1],
    ['DÂN VẬN KHÉO', 1],
    ['dân vận khéo'.normalize('NFD'), 1],
    ['quản lí đất đai', 3],
    ['hòa bình', 4],
    ['hoà bình', 4],
    ['quí II', 7],
    ['25-NQ/TW', 1],
    ['25 NQ TW', 1],
    ['25nqtw', 1],
    ['25 – NQ / TW', 1],
    ['25 -NQ/TW', 1],
    ['nghị quyết 25-nq/tw', 1],
    ['Số: 41-KH/BDVTU', 2],
    ['30/2020/NĐ-CP', 3],
    ['30/NĐ-CP', 3],
    ['30 2020 nd cp', 3],
    ['5-KL/TU', 4],
    ['signer:hùng', 2],
    ['kind:KH', 2],
    ['kind:CTr', 9],
    ['title:"công tác dân vận"', 1],
    ['kinh tế - xã hội', 9],
    ['quy chế dân ch', 2],
    ['chuyển đổi s', 9],
    ['đối th', 4],
  ])('«%s» finds document %i first', (query, documentId) => {
    expect(library.find(query)[0]).toBe(documentId)
  })

  it.each([
    ['"quy chế dân chủ"', [2]],
    ['"dân vận khéo"', [1]],
    ['"khéo vận"', []],
    ['"đổi số toàn"', [9]],
    ['"chế làm việc dân"', []],
    ['+dân -vận', [7]],
    ['+thi_đua', [1]],
    ['-"quy chế dân chủ" +quy_chế', [7]],
    ['-quy -dân -đảng -mặt -ubnd -đang', [8, 9]],
    ['không_có_đâu', []],
  ])('«%s» finds exactly %j', (query, expected) => {
    const found = library.find(query, { completeLastWord: false })
    expect([...found].sort()).toEqual(expected)
  })

  it.each([
    ['"chính trị - xã hội"', [1]],
    ['"chính trị – xã hội"', [1]],
    ['"chính trị. xã hội"', [2]],
    ['"chính trị xã hội"', []],
    ['"phòng, chống"', [1]],
    ['"phòng chống"', [2]],
    ['"phòng, chống tham nhũng"', [1]],
    ['"chống tham nhũng"', [1, 2]],
    ['-"phòng, chống" tham nhũng', [2]],
    ['"25-NQ/TW"', [3]],
    ['"25/NQ-TW"', [3]],
    ['"NQ/TW"', [3]],
    ['+NQ/TW', [3]],
    ['"nghị quyết số 25-NQ/TW, ngày 3/6/2013"', [3]],
    ['"2021-2025 (lần thứ"', [3]],
    ['"2021-2025"', [3, 5]],
    ['"2021 2025"', []],
    ['"phong trào thi đua “dân vận khéo” giai đoạn"', [5]],
    ['“dân vận khéo giai đoạn 2021”', [5]],
    ['"khéo, giai đoạn"', []],
    ['"(.*)+$ [a-z]{9}"', []],
  ])('«%s» keeps to the marks of the text: %j', (query, expected) => {
    const found = punctuated.find(query, { completeLastWord: false })
    expect([...found].sort()).toEqual(expected)
  })

  it('gives up where text after text does not hold a phrase, says so, and can still tell of each', () => {
    const others = Array.from({ length: 40 }, (_, at) => documentOf(at + 1, 'Dân vận. Công tác vận khéo.'))
    const { search } = libraryOf([...others, documentOf(41, `Dân vận khéo. ${'Công tác khác. '.repeat(50)}`)])
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 50
      return now
    })
    const outcome = search('"dân vận khéo"')
    vi.restoreAllMocks()
    expect(outcome.notice).toBe('phrase_not_checked')
    expect([...outcome.matchedIds].filter((id) => outcome.holdsPhrases?.(id))).toEqual([41])
    expect(search('"dân vận khéo"').holdsPhrases).toBeNull()
  })

  it('reads a text for a phrase once, until the library changes', () => {
    const body = 'Dân vận khéo.'
    const { db } = libraryOf([documentOf(1, body), documentOf(2, 'Dân vận. Vận khéo.')])
    const read: number[] = []
    const searcher = createSearcher(db, {
      fieldTexts: (documentId) => {
        read.push(documentId)
        return documentOf(documentId, documentId === 1 ? body : 'Dân vận. Vận khéo.').fields
      },
    })
    const find = (query: string) => searcher.search({ query, limit: 10, offset: 0 }).matchedIds
    expect([...find('"dân vận khéo"')]).toEqual([1])
    expect([...find('"dân vận khéo" dân')]).toEqual([1])
    expect(read.sort()).toEqual([1, 2])
    db.transaction(() => indexDocument(db, documentOf(3, body)))()
    read.length = 0
    expect([...find('"dân vận khéo"')].length).toBeGreaterThan(0)
    expect(read).toContain(1)
  })

  it.each([
    ['TITLE:"công tác dân vận"', [1]],
    ['+Signer:hùng', [2]],
    ['+kind:KH', [2]],
    ['+kind:kh -kind:QĐ', [2]],
    ['-kind:NQ -kind:KH -kind:BC +dân', [7]],
  ])(
    '«%s» finds exactly %j by the name of the field in any case and the code of the kind',
    (query, expected) => {
      expect([...library.find(query)].sort()).toEqual(expected)
    },
  )

  it.each([
    ['Mặt trận Tổ quốc', 4],
    ['MTTQ', 3],
    ['Ủy ban nhân dân', 4],
    ['mttq', 3],
  ])('«%s» finds document %i by its abbreviation or full name', (query, documentId) => {
    expect(library.find(query)).toContain(documentId)
  })

  it('offers the readings of an ambiguous abbreviation instead of choosing', () => {
    const { suggestions } = library.search('BTV')
    expect(suggestions.map(({ query }) => query)).toEqual(['Ban Thường vụ', 'biên tập viên'])
  })

  it('offers them with the rest of the query as it was', () => {
    const { suggestions } = library.search('in:"năm ""2023""" họp BTV -dân year:2023')
    expect(suggestions[0]?.query).toBe('in:"năm ""2023""" họp Ban Thường vụ -dân year:2023')
  })

  it('reads no part of a number as an abbreviation', () => {
    expect(library.search('Kế hoạch số 41-KH/BDVTU').suggestions).toEqual([])
    expect(library.search('KH phối hợp').suggestions).not.toEqual([])
  })

  it.each([
    ['đảng', [6, 5]],
    ['đang', [5, 6]],
    ['dâng', [6, 5]],
    ['đăng', [5, 6]],
  ])('«%s» ranks the same marks first: %j', (query, expected) => {
    expect(library.find(query)).toEqual(expected)
  })

  it('shows texts without marks below those with the marks typed', () => {
    expect(library.find('chuyển đổi số').slice(0, 2)).toEqual([9, 8])
    expect(library.find('chuyen doi so').slice(0, 2).sort()).toEqual([8, 9])
  })

  it.each([
    ['daan vaanj', 'dân vận'],
    ['da6n va65n', 'dân vận'],
    ['dna vận', 'dân vận'],
    ['phong trao thi dxa', 'phong trao thi đua'],
    ['tuyenn', null],
    ['dân vận', null],
    ['dân v', null],
    ['daan vaanj year:2023', 'dân vận year:2023'],
    ['in:"daan vaanj" daan vaanj', 'in:"daan vaanj" dân vận'],
    ['"quy chế" daan vaanj -dâng', '"quy chế" dân vận -dâng'],
    ['họp bàn: daan vaanj year:2023', 'họp bàn: dân vận year:2023'],
    ['họp:bàn daan vaanj year:2023', 'họp:bàn dân vận year:2023'],
  ])('«%s» asks «did you mean %s»', (query, expected) => {
    expect(library.search(query).didYouMean).toBe(expected)
  })

  it('completes a beginning with what a library says most, however many words come before it in the alphabet', () => {
    const rare = Array.from({ length: 300 }, (_, at) =>
      documentOf(10 + at, `Thôn dân ca${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}.`),
    )
    const { search } = libraryOf([
      documentOf(1, 'Phát huy dân chủ.'),
      ...rare,
      documentOf(900, 'Dân chủ ở cơ sở.'),
    ])
    expect(search('dân c').interpretedTerms.pairs).toContain('dan_chu')
    expect(
      search('dân ch')
        .hits.slice(0, 2)
        .map(({ documentId }) => documentId)
        .sort(),
    ).toEqual([1, 900])
  })

  it('finds what was meant although it was mistyped', () => {
    expect(library.find('daan vaanj')[0]).toBe(1)
    expect(library.find('mặt trân tổ quóc')[0]).toBe(3)
  })

  it('counts every match, not only the page, and pages agree with the whole', () => {
    const whole = library.search('dân')
    const second = library.search('dân', { limit: 2, offset: 2 })
    expect(whole.total).toBe(whole.matchedIds.length)
    expect(second.total).toBe(whole.total)
    expect(second.hits).toEqual(whole.hits.slice(2, 4))
  })

  it('keeps to the documents allowed and leaves scores alone', () => {
    const whole = library.search('dân')
    const some = library.search('dân', { allowedDocumentIds: new Set([2, 7, 99]) })
    expect(new Set(some.matchedIds)).toEqual(new Set([2, 7]))
    for (const hit of some.hits) expect(whole.hits).toContainEqual(hit)
  })

  it.each([
    ['gửi:dân vận', 'read_as_words'],
    ['Kính gửi: dân vận', null],
    ['dân vận title:', null],
    ['dân vận +~', 'read_as_words'],
    ['… !!! ???', 'no_words'],
    ['😀', 'no_words'],
    ['dân vận', null],
  ])('«%s» tells %s', (query, notice) => {
    expect(library.search(query).notice).toBe(notice)
  })

  it('still finds words in a text it cannot read as a query', () => {
    expect(library.find('Kính gửi: dân vận khéo')[0]).toBe(1)
  })

  it('answers on an empty library', () => {
    const { search } = createSearcher(openIndex())
    expect(search({ query: 'dân vận', limit: 10, offset: 0 }).total).toBe(0)
    expect(search({ query: 'v* ~', limit: 10, offset: 0 }).total).toBe(0)
    expect(search({ query: '', limit: 10, offset: 0 }).total).toBe(0)
  })
})

describe('any string at all', () => {
  const fragment = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      '+',
      '-',
      '~',
      '^',
      '*',
      ':',
      '"',
      '“',
      '\\',
      '(',
      ')',
      '~99',
      '^1e9',
      'title:',
      'year:',
      'year:..',
      'cites:',
      "'; DROP TABLE documents; --",
      '(a+)+$',
      '.*',
      '[',
      '😀',
      '\u0000',
      'đ',
      'dân',
      ' vận ',
      '25-NQ/TW',
      '_',
      '__proto__',
      'constructor',
      'toString',
      '*a*b*c*d*e*f*g*h*i*j',
      'year:2023..',
      'in:',
      'in:"',
      'in:“',
      '""',
      '"dân - vận, khéo/25"',
      '"dân vận khéo',
      '\n\n',
    ),
  )

  it('gives an answer, within its page, without throwing', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), fc.boolean(), (fragments, isSpaced) => {
        const outcome = library.search(fragments.join(isSpaced ? ' ' : ''), { limit: 3 })
        expect(outcome.hits.length).toBeLessThanOrEqual(3)
        expect(outcome.total).toBeGreaterThanOrEqual(outcome.hits.length)
        for (const { score } of outcome.hits) expect(Number.isFinite(score)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')
  const known = ['dân', 'vận', 'khéo', 'quy', 'chế', 'đất', 'đai', 'huyện', 'xã', 'đảng']
  const WORST = [
    ['10,000 letters', 'a'.repeat(10_000)],
    ['10,000 words', 'dân vận '.repeat(10_000)],
    ['10,000 stars', '*'.repeat(10_000)],
    ['10,000 quotes', '"'.repeat(10_000)],
    ['10,000 signs', '+-~^:'.repeat(2000)],
    ['10,000 emoji', '😀👨‍👩‍👧'.repeat(1000)],
    ['10,000 control characters', controls.repeat(320)],
    ['control characters between words', [...controls].map((control) => `dân${control}vận`).join(' ')],
    ['SQL', "'; DROP TABLE search_terms; SELECT * FROM search_terms WHERE term LIKE '%".repeat(130)],
    ['a regular expression that runs away', `${'(a+)+'.repeat(2000)}$`],
    ['nested brackets', `${'(['.repeat(5000)}dân`],
    ['nested signs', `${'-'.repeat(5000)}dân`],
    ['many wildcards', 'a* '.repeat(600)],
    ['different wildcards', Array.from({ length: 600 }, (_, at) => `${at}*n*`).join(' ')],
    ['many fuzzy words', 'dân~2 '.repeat(300)],
    ['different fuzzy words', Array.from({ length: 300 }, (_, at) => `da${at}~2`).join(' ')],
    ['unknown words', Array.from({ length: 2000 }, (_, at) => `qx${at.toString(26)}`).join(' ')],
    ['unknown words in many fields', Array.from({ length: 300 }, (_, at) => `title:qx${at}`).join(' ')],
    [
      'misspelt words',
      known
        .map((word) => `${word}x`)
        .join(' ')
        .repeat(40),
    ],
    ['words grown together', known.join('').repeat(400)],
    ['words torn to letters', known.join('').split('').join(' ').repeat(40)],
    ['a phrase of marks', `"dân${'-,/.'.repeat(400)}vận"`],
    ['a phrase of words and marks', `"${'dân, vận - '.repeat(170)}"`],
    ['conditions in conditions', 'in:"'.repeat(2500)],
    ['many conditions', 'in:"dân ""vận""" '.repeat(600)],
    ['many phrases', '"dân vận khéo" '.repeat(700)],
    ['many numbers', '25-NQ/TW 30/2020/NĐ-CP '.repeat(450)],
  ] as const

  // Counted, not timed: rows asked of the database, and looks at the whole vocabulary.
  it.each(WORST)('%s: little is read, and a page is answered', (_, query) => {
    let statements = 0
    const counted = new Database(library.db.serialize(), {
      readonly: true,
      verbose: () => {
        statements += 1
      },
    }) as ReadHandle
    const looks = vi.spyOn(IndexReader.prototype, 'vocabulary')
    const searches = vi.spyOn(IndexReader.prototype, 'letterWords')
    const { hits } = createSearcher(counted, { abbreviations: shippedAbbreviations }).search({
      query,
      limit: 5,
      offset: 0,
    })
    expect(hits.length).toBeLessThanOrEqual(5)
    expect(statements).toBeLessThan(2000)
    expect(looks.mock.calls.length).toBeLessThanOrEqual(16)
    expect(searches.mock.calls.length).toBeLessThanOrEqual(300)
    vi.restoreAllMocks()
    counted.close()
  })

  it('says when it left some of very many patterns out', () => {
    const patterns = Array.from({ length: 40 }, (_, at) => `d${at}*`).join(' ')
    expect(library.search(`dân ${patterns}`).notice).toBe('shortened')
    expect(library.search('dân v* qu* vận~1').notice).toBeNull()
  })
})
