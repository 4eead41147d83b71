/** Holds the rules of tracing: force, trees over any graph, reviews that fall due, expected bodies, the basis line. */
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../../electron/library/vocabulary.ts'
import type { Instrument } from '../../../shared/contract/instrument.ts'
import { isReviewedKind, issueSpans, reviewsDue, yearsReviewed } from '../../../shared/graph/anniversaries.ts'
import { answersOf, isIssuedBy, placeBody, reportYear } from '../../../shared/graph/answers.ts'
import { basisLine, lacksOf } from '../../../shared/graph/basisLine.ts'
import { isAbove, readingOrder, type Step, spreadTree } from '../../../shared/graph/tree.ts'
import { type ForceFact, judgeForce, namesPart } from '../../../shared/graph/validity.ts'

const vocabulary = loadVocabulary(fileURLToPath(new URL('../../../resources', import.meta.url)))

const INSTRUMENT: Instrument = {
  id: 1,
  key: '25|NQ/TW|TW|2013-06-03',
  system: 'party',
  kind: 'Nghị quyết',
  number: '25',
  symbol: 'NQ/TW',
  year: null,
  issuedOn: '2013-06-03',
  term: 'XI',
  issuer: 'Ban Chấp hành Trung ương',
  scope: 'TW',
  level: 'central',
  title: 'về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới',
  heldDocumentId: null,
  validity: 'unknown',
}

const fact = (
  relation: ForceFact['relation'],
  actedOn: string | null,
  more: Partial<ForceFact> = {},
): ForceFact => ({
  relation,
  detail: null,
  actedOn,
  isPartial: false,
  ...more,
})

describe('force', () => {
  const cases: [string, ForceFact[], string | null, string, string | null][] = [
    ['nothing known without acts', [], null, 'unknown', null],
    ['repealed', [fact('amends', '2015-01-01'), fact('repeals', '2020-01-01')], null, 'repealed', '2020-01-01'],
    ['amended before the repeal', [fact('amends', '2015-01-01'), fact('repeals', '2020-01-01')], '2018-01-01', 'amended', '2015-01-01'],
    ['replaced since the first replacement', [fact('replaces', '2021-01-01'), fact('replaces', '2019-01-01')], null, 'replaced', '2019-01-01'],
    ['a partial repeal amends', [fact('repeals', '2020-01-01', { isPartial: true })], null, 'amended', '2020-01-01'],
    ['a correction changes nothing', [fact('amends', '2020-01-01', { detail: 'CORRECTS' })], null, 'unknown', null],
    ['an extension keeps it alive', [fact('amends', '2020-01-01', { detail: 'EXTENDS' })], null, 'in_force', '2020-01-01'],
    ['what is continued stands', [fact('continues', '2019-01-07')], null, 'in_force', '2019-01-07'],
    ['an undated act always counts', [fact('repeals', null)], '2000-01-01', 'repealed', null],
  ] // biome-ignore format: a table
  it.each(cases)('%s', (_, facts, asAt, validity, since) => {
    expect(judgeForce(facts, asAt)).toMatchObject({ validity, since })
  })

  it('tells when a later act continues what another ended', () => {
    expect(
      judgeForce([fact('repeals', '2018-01-01'), fact('continues', '2020-01-01')], null).hasConflict,
    ).toBe(true)
    expect(
      judgeForce([fact('repeals', '2020-01-01'), fact('continues', '2018-01-01')], null).hasConflict,
    ).toBe(false)
  })

  const parts: [string, boolean][] = [
    ['Bãi bỏ khoản 2 Điều 5 Quyết định số 23-QĐ/TW, ngày 30/7/2021', true],
    ['Thay thế Phụ lục I ban hành kèm theo Quyết định số 23-QĐ/TW', true],
    ['Bãi bỏ một phần Quyết định số 23-QĐ/TW', true],
    ['Quyết định này thay thế Quyết định số 23-QĐ/TW', false],
    ['Căn cứ Điều 5 Điều lệ Đảng, bãi bỏ Quyết định số 23-QĐ/TW', false],
    ['Bãi bỏ Quyết định số 23-QĐ/TW và khoản 2 Điều 3 Quyết định số 24-QĐ/TW', false],
  ]
  it.each(parts)('sees whether a part is meant: %s', (quote, isPart) => {
    expect(namesPart(quote, '23-QĐ/TW')).toBe(isPart)
  })
})

describe('the tree', () => {
  const step = (near: number, far: number, isImpossible = false): Step => ({
    near,
    far,
    relation: 'implements',
    isImpossible,
  })
  const spread = (steps: readonly Step[], depth = 20, limit = 1000) =>
    spreadTree(0, depth, (ids) => steps.filter(({ near }) => ids.includes(near)), limit)

  it('meets a circle and a self-citation once', () => {
    const { branches } = spread([step(0, 0), step(0, 1), step(1, 2), step(2, 0), step(2, 1)])
    expect([...branches.keys()]).toEqual([0, 1, 2])
    expect(branches.get(0)?.others).toEqual([step(2, 0)])
    expect(isAbove(branches, 0, 2)).toBe(true)
    expect(isAbove(branches, 2, 0)).toBe(false)
  })

  it('hangs what only an impossible edge reaches and grows nothing below it', () => {
    const { branches } = spread([step(0, 1, true), step(1, 2), step(0, 3, true), step(0, 4), step(4, 3)])
    expect(branches.has(2)).toBe(false)
    expect(branches.get(1)?.step?.isImpossible).toBe(true)
    expect(branches.get(3)?.step).toEqual(step(4, 3))
  })

  it('says when it was cut', () => {
    expect(spread([step(0, 1), step(0, 2), step(0, 3)], 6, 3)).toMatchObject({ isCut: true })
    expect(spread([step(0, 1)], 6, 3)).toMatchObject({ isCut: false })
  })

  it('holds every reachable instrument once, parents first, in any graph', () => {
    const edges = fc.array(
      fc.record({
        near: fc.nat(12),
        far: fc.nat(12),
        relation: fc.constant('basis' as const),
        isImpossible: fc.boolean(),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(edges, (steps) => {
        const { branches } = spread(steps)
        const { order } = readingOrder(branches, 0, (one, other) => one - other)
        expect([...order].sort((one, other) => one - other)).toEqual(
          [...branches.keys()].sort((one, other) => one - other),
        )
        const place = new Map(order.map((id, index) => [id, index]))
        for (const { id, step: way } of branches.values())
          if (way) expect(place.get(way.near)).toBeLessThan(place.get(id) ?? -1)
      }),
    )
  })
})

describe('reviews that fall due', () => {
  it('come every five years inside the window', () => {
    expect(reviewsDue('2013-06-03', '2018-01-01', '2023-12-31', [])).toEqual([
      { years: 5, on: '2018-06-03', doneBy: null },
      { years: 10, on: '2023-06-03', doneBy: null },
    ])
    expect(reviewsDue('2016-02-29', '2021-01-01', '2021-12-31', [])[0]?.on).toBe('2021-02-28')
  })
  it('finds by the date of issue exactly what falls due', () => {
    const day = fc
      .date({ min: new Date('1930-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.oneof(day, fc.constant('2016-02-29')), day, day, (issuedOn, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const isDue = reviewsDue(issuedOn, from, to, []).length > 0
        const isInSpan = issueSpans(from, to).some((span) => issuedOn >= span.from && issuedOn <= span.to)
        // A span may reach a day too far (29 February), never fall short.
        expect(isInSpan || !isDue).toBe(true)
        if (!issuedOn.endsWith('02-29')) expect(isInSpan).toBe(isDue)
      }),
    )
  })

  it('are done by a review that names the years, or one near the day', () => {
    const made = [
      { instrumentId: 7, on: '2024-03-01', years: 10 },
      { instrumentId: 8, on: '2018-05-20', years: null },
    ]
    expect(reviewsDue('2013-06-03', '2018-01-01', '2033-12-31', made).map(({ doneBy }) => doneBy)).toEqual([
      8,
      7,
      null,
      null,
    ])
  })

  it.each([
    ['tổng kết 10 năm thực hiện Nghị quyết số 25-NQ/TW', 10],
    ['báo cáo 10 năm thực hiện Kết luận số 43-KL/TW và 05 năm thực hiện Nghị quyết số 25-NQ/TW', 5],
    ['báo cáo 10 năm thực hiện Nghị quyết số 25-NQ/TW và 05 năm thực hiện Kết luận số 43-KL/TW', 10],
    ['tổng kết công tác năm 2023 theo Nghị quyết số 25-NQ/TW', null],
  ])('reads the years of «%s»', (quote, years) => {
    expect(yearsReviewed(quote, '25-NQ/TW')).toBe(years)
  })

  it.each([
    ['Nghị quyết', 'NQ/TW', true],
    [null, 'CT/TU', true],
    ['Kế hoạch', 'KH/HU', false],
    [null, 'BC/HU', false],
    ['Quyết định', 'QĐ/TW', false],
  ])('asks them of a %s (%s): %s', (kind, symbol, expected) => {
    expect(isReviewedKind(kind, symbol)).toBe(expected)
  })
})

describe('expected bodies', () => {
  const plan: Instrument = {
    ...INSTRUMENT,
    id: 2,
    kind: 'Kế hoạch',
    number: '72',
    symbol: 'KH/HU',
    issuedOn: '2021-12-13',
    issuer: 'Ban Thường vụ Huyện ủy Chi Lăng',
    scope: 'Lạng Sơn/Chi Lăng',
    level: 'district',
    title: 'thực hiện phong trào năm 2022',
  }
  const report: Instrument = {
    ...plan,
    id: 3,
    kind: 'Báo cáo',
    symbol: 'BC/HU',
    title: 'kết quả năm 2022',
    issuedOn: '2023-01-10',
  }

  it.each([
    ['Huyện ủy Chi Lăng', true],
    ['huyện Chi Lăng', true],
    ['UBND huyện Chi Lăng', false],
    ['Ban Dân vận Huyện ủy Chi Lăng', false],
    ['Huyện ủy Bình Gia', false],
  ])('%s issued 72-KH/HU of Chi Lăng: %s', (name, expected) => {
    expect(isIssuedBy(plan, placeBody(name, 'Lạng Sơn', vocabulary))).toBe(expected)
  })

  it('answers by plan and by report of the year asked for', () => {
    const bodies = [
      placeBody('Huyện ủy Chi Lăng', 'Lạng Sơn', vocabulary),
      placeBody('Huyện ủy Bình Gia', 'Lạng Sơn', vocabulary),
    ]
    expect(reportYear(report)).toBe(2022)
    expect(answersOf(bodies, [plan, report], 2022).map(({ state }) => state)).toEqual(['complete', 'none'])
    expect(answersOf(bodies, [plan, report], 2023).map(({ state }) => state)).toEqual([
      'plan_without_report',
      'none',
    ])
    expect(answersOf(bodies, [report], null).map(({ state }) => state)).toEqual([
      'report_without_plan',
      'none',
    ])
  })
})

describe('the basis line', () => {
  const cases: [Partial<Instrument>, string, string][] = [
    [
      { kind: 'Quyết định', number: '23', symbol: 'QĐ/TW', issuedOn: '2021-07-30', issuer: 'Bộ Chính trị', title: 'Về việc ban hành Quy chế công tác dân vận' },
      'Căn cứ Quyết định số 23-QĐ/TW, ngày 30/7/2021 của Bộ Chính trị về việc ban hành Quy chế công tác dân vận;',
      'Căn cứ Quyết định số 23-QĐ/TW ngày 30 tháng 7 năm 2021 của Bộ Chính trị về việc ban hành Quy chế công tác dân vận;',
    ],
    [
      { kind: 'Nghị định', number: '59', symbol: 'NĐ-CP', year: 2023, issuedOn: '2023-08-14', issuer: 'Chính phủ', title: 'Quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở' },
      'Căn cứ Nghị định số 59/2023/NĐ-CP, ngày 14/8/2023 của Chính phủ quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở;',
      'Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở;',
    ],
    [
      { kind: 'Luật', number: '10', symbol: 'QH15', year: 2022, issuedOn: '2022-11-10', issuer: 'Quốc hội', title: 'Thực hiện dân chủ ở cơ sở' },
      'Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15, ngày 10/11/2022;',
      'Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;',
    ],
    [
      { kind: 'Kết luận', number: '69', symbol: 'KL/TU', issuedOn: '2021-02-09', issuer: null, title: null },
      'Căn cứ Kết luận số 69-KL/TU, ngày 09/02/2021;',
      'Căn cứ Kết luận số 69-KL/TU ngày 09 tháng 02 năm 2021;',
    ],
  ] // biome-ignore format: a table
  it.each(cases)('cites %o in both styles', (facts, party, state) => {
    const instrument = { ...INSTRUMENT, ...facts }
    expect(basisLine(instrument, 'party')).toBe(party)
    expect(basisLine(instrument, 'state')).toBe(state)
  })

  it('tells what it lacks', () => {
    expect(lacksOf(INSTRUMENT)).toEqual([])
    expect(lacksOf({ ...INSTRUMENT, issuedOn: null, issuer: null, title: null })).toEqual([
      'date',
      'issuer',
      'title',
    ])
  })
})
