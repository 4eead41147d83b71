/** A place named after a body, and the context, come in; its level and territory key go out. */
import type { Level } from '../contract/instrument.ts'
import { canonicalProvince, provinceOn } from './provinces.ts'
import { type NamedPlace, PLACE_KINDS, type PlaceKind, placesIn } from './territories.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Where a body is named: what the citing document says of itself fills in what the name leaves out. */
export interface BodyContext {
  readonly province: string | null
  readonly district: string | null
  /** Commune with its kind, «xã Bằng Mạc». */
  readonly commune: string | null
  /** Day the body is spoken of (`YYYY-MM-DD`): districts end on 30/6/2025, boards have successors. */
  readonly date: string | null
}

/** A context that knows nothing. */
export const NO_CONTEXT: BodyContext = { province: null, district: null, commune: null, date: null }

const LEVELS_BY_PLACE: Readonly<Record<PlaceKind, Level>> = {
  tỉnh: 'province',
  'thành phố': 'province',
  huyện: 'district',
  quận: 'district',
  'thị xã': 'district',
  xã: 'commune',
  phường: 'commune',
  'thị trấn': 'commune',
  'đặc khu': 'commune',
}

/** True for a city directly under the centre on the context's day; no name stands for the context's own city. */
export function isMunicipality(name: string | null, context: BodyContext, vocabulary: Vocabulary): boolean {
  const asked = name ?? (context.district === null ? context.province : null)
  return asked !== null && provinceOn(asked, context.date, vocabulary.provinces)?.kind === 'thành phố'
}

/** The level of a kind of place; a city is a province or a district by its name. */
export function levelOfPlace(
  kind: PlaceKind,
  name: string | null,
  context: BodyContext,
  vocabulary: Vocabulary,
): Level {
  if (kind === 'thành phố' && !isMunicipality(name, context, vocabulary)) return 'district'
  return LEVELS_BY_PLACE[kind]
}

/** The kind of place a text begins with when no name follows: «tỉnh», «huyện (khóa XX)». */
export function bareKind(text: string): PlaceKind | null {
  const lower = text.toLowerCase()
  return (
    PLACE_KINDS.find((kind) => lower.startsWith(kind) && !/\p{L}/u.test(lower[kind.length] ?? '')) ?? null
  )
}

/** A territory. `title` is «huyện Tam Đường», `place` its name alone. */
export interface Located {
  readonly level: Level
  readonly scope: string | null
  readonly title: string | null
  readonly place: string | null
}

/** Reads the territory after a council's name: «tỉnh Lạng Sơn», «huyện», «xã Bản Giang, huyện Tam Đường». */
export function readTerritory(rest: string, context: BodyContext, vocabulary: Vocabulary): Located {
  const places = placesIn(rest)
  const own = places[0]
  const kind = own?.kind ?? bareKind(rest)
  if (kind === null) {
    const province = canonicalProvince(rest, vocabulary.provinces)
    if (province === null) {
      return { level: 'other', scope: null, title: rest === '' ? null : rest, place: null }
    }
    return { level: 'province', scope: province, title: `tỉnh ${province}`, place: province }
  }
  const level = levelOfPlace(kind, own?.name ?? null, context, vocabulary)
  const { scope, place } = locate(level, own ?? null, places.slice(1), context, vocabulary)
  return { level, scope, place, title: place === null ? kind : `${kind} ${place}` }
}

/** A place by name, its kind where it is written. */
export type PlaceName = Pick<NamedPlace, 'name'> & { readonly kind?: PlaceKind }

/**
 * Puts a territory key together from the place itself, the places named after it and the context: «Lạng Sơn»,
 * «Lạng Sơn/Chi Lăng», «Lạng Sơn/Chi Lăng/xã Bằng Mạc», and since districts ended «Lạng Sơn/xã Chi Lăng». A part
 * nothing names is «?»; null when none is known.
 */
export function locate(
  level: Level,
  own: PlaceName | null,
  further: readonly NamedPlace[],
  context: BodyContext,
  vocabulary: Vocabulary,
): { readonly scope: string | null; readonly place: string | null } {
  const named = (...kinds: readonly PlaceKind[]): string | null =>
    further.find((place) => kinds.includes(place.kind))?.name ?? null
  const outer = named('tỉnh') ?? named('thành phố')
  const province = (outer && canonicalProvince(outer, vocabulary.provinces)) ?? context.province
  const district = named('huyện', 'quận', 'thị xã') ?? context.district
  switch (level) {
    case 'central':
      return { scope: 'TW', place: null }
    case 'province': {
      const name = own?.name ?? context.province
      const canonical = name === null ? null : (canonicalProvince(name, vocabulary.provinces) ?? name)
      return { scope: canonical, place: canonical }
    }
    case 'district': {
      const name = own?.name ?? context.district
      return { scope: joinKey(province, name), place: name }
    }
    case 'commune': {
      const title = own ? (own.kind ? `${own.kind} ${own.name}` : own.name) : context.commune
      const { reform } = vocabulary.provinces
      const hasDistricts = context.date === null ? district !== null : context.date < reform.from
      const scope = hasDistricts ? joinKey(province, district, title) : joinKey(province, title)
      return { scope, place: own?.name ?? context.commune?.replace(COMMUNE_KIND, '') ?? null }
    }
    case 'other': {
      const title = own?.kind ? `${own.kind} ${own.name}` : (own?.name ?? null)
      // A body inside a provincial office («Đảng ủy UBND tỉnh …») does not stand in the citing district.
      const isOfProvince = outer !== null || /(?:^|\s)tỉnh(?:\s|$)/u.test(own?.name ?? '')
      const parts =
        isOfProvince && named('huyện', 'quận', 'thị xã') === null ? [province] : [province, district]
      return { scope: joinKey(...parts, title ?? context.commune), place: own?.name ?? null }
    }
  }
}

const COMMUNE_KIND = /^(?:xã|phường|thị trấn|đặc khu)\s+/u // xã Bằng Mạc

function joinKey(...parts: readonly (string | null)[]): string | null {
  return parts.every((part) => part === null) ? null : parts.map((part) => part ?? '?').join('/')
}
