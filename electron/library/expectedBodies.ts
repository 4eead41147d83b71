/** A saved list or a level in, the bodies expected to answer out; the bodies a library has met, told apart. */
import type { Level } from '../../shared/contract/instrument.ts'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import type { ExpectedBodies, ExpectedBody } from '../../shared/contract/tracing.ts'
import { canonicalProvince } from '../../shared/documents/provinces.ts'
import type { Vocabulary } from '../../shared/documents/vocabulary.ts'
import { placeBody, seriesOf } from '../../shared/graph/answers.ts'
import { foldWord } from '../../shared/vietnamese/fold.ts'
import { findBodyList, readSeenIssuers } from '../db/bodyLists.ts'
import type { ReadHandle } from '../db/handles.ts'

/** What narrows the bodies met at a level. */
export interface SeenFilter {
  readonly level: Level
  readonly province?: string | undefined
  readonly series?: string | undefined
}

/** The bodies a gap question is about. */
export function expectedBodiesOf(
  db: ReadHandle,
  expected: ExpectedBodies,
  vocabulary: Vocabulary,
): Result<ExpectedBody[]> {
  if (!('listId' in expected)) return succeed(seenBodies(db, expected, vocabulary))
  const list = findBodyList(db, expected.listId)
  return list ? succeed(list.bodies) : fail('not_found', String(expected.listId))
}

/** Bodies met at a level: one a territory and series, under the name of the whole body where one was read. */
export function seenBodies(db: ReadHandle, filter: SeenFilter, vocabulary: Vocabulary): ExpectedBody[] {
  const province = filter.province
    ? (canonicalProvince(filter.province, vocabulary.provinces) ?? filter.province)
    : null
  const bodies = new Map<string, { body: ExpectedBody; times: number }>()
  for (const row of readSeenIssuers(db, filter.level)) {
    if (province !== null && row.scope !== province && !row.scope.startsWith(`${province}/`)) continue
    const series = seriesOf(row)?.split('-')[0] ?? null
    if (series === null || (filter.series !== undefined && series !== filter.series)) continue
    const key = `${row.scope}|${series}`
    const known = bodies.get(key)
    const name = bodyName(row.issuer, row.scope, series, vocabulary)
    const isBetter = !known || row.times > known.times
    if (isBetter)
      bodies.set(key, { body: { name, level: filter.level, scope: row.scope, series }, times: row.times })
  }
  return [...bodies.values()]
    .map(({ body }) => body)
    .sort(
      (one, other) =>
        compare(foldWord(one.scope ?? ''), foldWord(other.scope ?? '')) ||
        compare(one.series ?? '', other.series ?? ''),
    )
}

/** «Ban Thường vụ Huyện ủy Chi Lăng» speaks for «Huyện ủy Chi Lăng»: the list names the body, with its place. */
function bodyName(issuer: string | null, scope: string, series: string, vocabulary: Vocabulary): string {
  const place = scope.split('/').at(-1) ?? scope
  if (issuer === null) return `${series} ${place}`
  const whole = bareBody(issuer, vocabulary)
  return foldWord(whole).includes(foldWord(place.replace(/^(?:xã|phường|thị trấn|đặc khu)\s+/u, '')))
    ? whole
    : `${whole} ${place}`
}

/** The organs that speak for a committee, named before it. */
const ORGAN = /^(?:Ban Thường vụ|Ban Chấp hành(?: Đảng bộ)?|Thường trực|BTV|BCH)\s+(?=\p{Lu})/u // Ban Thường vụ Huyện ủy

const bareBody = (issuer: string, vocabulary: Vocabulary): string => {
  const bare = issuer.replace(ORGAN, '')
  return placeBody(bare, null, vocabulary).series === null ? issuer : bare
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
