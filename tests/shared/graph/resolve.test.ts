/** Tables of facts and the instruments they must resolve to, whatever their order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FamilyFact } from '../../../shared/graph/facts.ts'
import { resolveFamily } from '../../../shared/graph/resolve.ts'

/** Party terms as they matter here: XII and XIII at the centre, one term a five years elsewhere. */
const termOf = (fact: Pick<FamilyFact, 'level' | 'system'>, date: string): string =>
  fact.level === 'central'
    ? date < '2011-01-20'
      ? 'X'
      : date < '2016-01-29'
        ? 'XI'
        : 'XII'
    : date.slice(0, 3)

let made = 0
function cite(fields: Partial<FamilyFact>): FamilyFact {
  made++
  return {
    ref: `c${made}`,
    family: '25|NQ/TW',
    isHeld: false,
    sha256: `sha${made}`,
    ordinal: 0,
    scope: 'TW',
    level: 'central',
    system: 'party',
    number: '25',
    symbol: 'NQ/TW',
    kind: 'Nghị quyết',
    year: null,
    date: null,
    term: null,
    issuer: null,
    title: null,
    citingDate: '2023-01-01',
    expectedYear: null,
    parent: null,
    decidedKey: null,
    ...fields,
  }
}

const youth = cite({
  date: '2008-07-25',
  title: 'về tăng cường sự lãnh đạo của Đảng đối với công tác thanh niên',
})
const mobilisation = cite({ date: '2013-06-03', title: 'về công tác dân vận trong tình hình mới' })

const resolve = (...facts: FamilyFact[]) => resolveFamily(facts, termOf)
const assigned = (fact: FamilyFact, ...others: FamilyFact[]) =>
  resolve(fact, ...others).assignments.find(({ ref }) => ref === fact.ref)

describe('resolveFamily', () => {
  it('keeps one number of two terms apart', () => {
    const { instruments } = resolve(youth, mobilisation)
    expect(instruments.map(({ issuedOn }) => issuedOn)).toEqual(['2008-07-25', '2013-06-03'])
  })

  it('keeps one number of two provinces apart even on one day', () => {
    const lai = cite({ family: '69|KL/TU', scope: 'Lai Châu', level: 'province', date: '2021-04-09' })
    const lang = cite({ family: '69|KL/TU', scope: 'Lạng Sơn', level: 'province', date: '2021-04-09' })
    expect(resolve(lai, lang).instruments).toHaveLength(2)
  })

  it('joins dates that are slips of one another inside a term, and remembers the other date', () => {
    const slip = cite({ date: '2013-06-05' })
    const { instruments } = resolve(mobilisation, slip, cite({ date: '2013-06-03' }))
    expect(instruments).toHaveLength(1)
    expect(instruments[0]).toMatchObject({ issuedOn: '2013-06-03', otherDates: ['2013-06-05'] })
  })

  it('does not join near dates of two terms, nor near dates under unlike titles', () => {
    const before = cite({ date: '2016-01-27' })
    const after = cite({ date: '2016-01-30' })
    expect(resolve(before, after).instruments).toHaveLength(2)
    const one = cite({ date: '2013-06-03', title: 'về công tác dân vận' })
    const two = cite({ date: '2013-06-04', title: 'thành lập hội đồng tuyển dụng viên chức' })
    expect(resolve(one, two).instruments).toHaveLength(2)
  })

  it('leaves an undated citation ambiguous when two acts fit, with both as candidates', () => {
    const undated = cite({})
    expect(assigned(undated, youth, mobilisation)).toMatchObject({ key: null, resolution: 'ambiguous' })
    expect(assigned(undated, youth, mobilisation)?.candidates).toHaveLength(2)
  })

  const undatedCases: [string, Partial<FamilyFact>, string][] = [
    ['a dated citation in the same document', { sha256: mobilisation.sha256 }, 'same_document'],
    ['khóa words', { term: 'XI' }, 'term'],
    ['title words', { title: 'về công tác dân vận' }, 'title'],
    ['the years of a review', { expectedYear: 2013 }, 'review_years'],
  ]
  it.each(undatedCases)('ties an undated citation by %s', (_, fields, reason) => {
    expect(assigned(cite(fields), youth, mobilisation)).toMatchObject({
      key: '25|NQ/TW|TW|2013-06-03',
      resolution: 'resolved',
      reason,
    })
  })

  it('ties an undated citation to the only act that existed when it was written', () => {
    expect(assigned(cite({ citingDate: '2010-05-01' }), youth, mobilisation)).toMatchObject({
      key: '25|NQ/TW|TW|2008-07-25',
      reason: 'only_candidate',
    })
  })

  it('ties an undated nested citation by the date given under the same governing citation elsewhere', () => {
    const elsewhere = cite({ date: '2013-06-03', parent: '43|KL/TW|2019-01-07' })
    expect(assigned(cite({ parent: '43|KL/TW|2019-01-07' }), youth, elsewhere)).toMatchObject({
      reason: 'same_parent',
    })
  })

  it('gives undated citations a node of their own when nothing dates them', () => {
    const { instruments, assignments } = resolve(cite({}), cite({}))
    expect(instruments.map(({ key }) => key)).toEqual(['25|NQ/TW|TW|?'])
    expect(assignments.every(({ resolution }) => resolution === 'undated')).toBe(true)
  })

  it('adopts a citation of unknown territory on the same day when only one act fits', () => {
    const lang = cite({ family: '69|KL/TU', scope: 'Lạng Sơn', level: 'province', date: '2021-04-09' })
    const unknown = cite({ family: '69|KL/TU', scope: null, level: 'province', date: '2021-04-09' })
    expect(resolve(lang, unknown).instruments).toHaveLength(1)
    const lai = cite({ family: '69|KL/TU', scope: 'Lai Châu', level: 'province', date: '2021-04-09' })
    expect(assigned(unknown, lang, lai)).toMatchObject({ key: null, resolution: 'ambiguous' })
  })

  it('lets a held document speak for its instrument', () => {
    const held = cite({ ref: 'd7', isHeld: true, date: '2013-06-03', title: 'Nghị quyết giữ trong kho' })
    const { instruments } = resolve(mobilisation, held)
    expect(instruments).toMatchObject([{ heldRef: 'd7', title: 'Nghị quyết giữ trong kho' }])
  })

  it('takes number and year as one act of the State whatever date is cited, but a law is not a resolution', () => {
    const fields = {
      family: '59|2023|NĐ-CP',
      symbol: 'NĐ-CP',
      number: '59',
      year: 2023,
      system: 'state',
    } as const
    expect(
      resolve(cite({ ...fields, date: '2023-08-14' }), cite({ ...fields, date: '2023-08-11' }), cite(fields))
        .instruments,
    ).toHaveLength(1)
    const assembly = {
      family: '10|2022|QH15',
      symbol: 'QH15',
      number: '10',
      year: 2022,
      system: 'state',
    } as const
    expect(
      resolve(cite({ ...assembly, kind: 'Luật' }), cite({ ...assembly, kind: 'Nghị quyết' })).instruments,
    ).toHaveLength(2)
  })

  it('lets a person choose, even under a date the act is no longer known by', () => {
    const chosen = cite({ decidedKey: '25|NQ/TW|TW|2013-06-05' })
    const slip = cite({ date: '2013-06-05' })
    const result = assigned(chosen, youth, mobilisation, slip, cite({ date: '2013-06-03' }))
    expect(result).toMatchObject({ key: '25|NQ/TW|TW|2013-06-03', resolution: 'decided' })
  })

  it('gives the same answer for every order of the facts', () => {
    const option = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values)
    const fact = fc
      .record({
        sha256: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        ordinal: fc.nat(3),
        scope: option('TW', 'Lạng Sơn', 'Lai Châu', '?/Chi Lăng', 'Lạng Sơn/Chi Lăng'),
        date: option('2008-07-25', '2013-06-03', '2013-06-04', '2013-03-06', '2023-06-03'),
        term: option('X', 'XI'),
        title: option('về công tác dân vận', 'về công tác thanh niên'),
        parent: option('43|KL/TW|2019-01-07'),
        citingDate: option('2010-01-01', '2024-01-01'),
        expectedYear: option(2013),
      })
      .map((fields) => cite(fields))
    const shuffled = fc
      .array(fact, { maxLength: 12 })
      .chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })))
    fc.assert(
      fc.property(shuffled, ([facts, mixed]) => {
        expect(resolveFamily(mixed, termOf)).toEqual(resolveFamily(facts, termOf))
      }),
      { numRuns: 500 },
    )
  })
})
