/** The name of a Party committee comes in; which committee it is, of what territory, goes out. */
import type { Level } from '../contract/instrument.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { type BodyContext, bareKind, isMunicipality, levelOfPlace, locate } from './bodyScopes.ts'
import { type PlaceKind, placesIn } from './territories.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A committee; the organ named for it («Ban Thường vụ Tỉnh ủy Lạng Sơn») shares its numbers. */
export interface CommitteeDescription {
  readonly name: string
  readonly organ: string | null
  readonly series: string
  readonly level: Level
  readonly scope: string | null
}

/** Organs of a committee, folded; they have no numbers of their own. */
const ORGAN =
  /^(ban thuong vu|thuong truc|thuong vu|ban chap hanh|bch|btv)\s+(?=(?:tinh|thanh|huyen|quan|thi|dang|chi)\s)/ // Ban Thường vụ Tỉnh ủy
const ORGAN_NAMES: Readonly<Record<string, string>> = {
  'ban thuong vu': 'Ban Thường vụ',
  btv: 'Ban Thường vụ',
  'thuong vu': 'Ban Thường vụ',
  'thuong truc': 'Thường trực',
  'ban chap hanh': 'Ban Chấp hành',
  bch: 'Ban Chấp hành',
}
const COMMITTEE =
  /^(tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|dang bo|chi bo|chi uy|ban can su dang|dang doan)(?!\p{L})/u // Huyện ủy Chi Lăng

interface CommitteeKind {
  readonly series: string
  readonly name: string
  readonly level: Level
}

const PROVINCE: CommitteeKind = { series: 'TU', name: 'Tỉnh ủy', level: 'province' }
const BASE: CommitteeKind = { series: 'ĐU', name: 'Đảng ủy', level: 'commune' }
const BY_WORD: Readonly<Record<string, CommitteeKind>> = {
  'tinh uy': PROVINCE,
  'huyen uy': { series: 'HU', name: 'Huyện ủy', level: 'district' },
  'quan uy': { series: 'QU', name: 'Quận ủy', level: 'district' },
  'thi uy': { series: 'ThU', name: 'Thị ủy', level: 'district' },
  'chi bo': { series: 'CB', name: 'Chi bộ', level: 'other' },
  'chi uy': { series: 'CB', name: 'Chi ủy', level: 'other' },
  'ban can su dang': { series: 'BCSĐ', name: 'Ban cán sự đảng', level: 'other' },
  'dang doan': { series: 'ĐĐ', name: 'Đảng đoàn', level: 'other' },
}

/** Describes a committee or one of its organs; null for other bodies. `bare` is `text` folded. */
export function describeCommittee(
  text: string,
  bare: string,
  context: BodyContext,
  vocabulary: Vocabulary,
): CommitteeDescription | null {
  const organ = ORGAN.exec(bare)
  const at = organ?.[0].length ?? 0
  const word = COMMITTEE.exec(bare.slice(at))?.[1]
  if (word === undefined) return null
  const rest = text
    .slice(at + word.length)
    .replace(/\s*\(.*$/, '')
    .trim()
  const places = placesIn(rest)
  const first = places[0]
  const own = first && rest.startsWith(first.written) ? first : null
  const placeKind = own?.kind ?? bareKind(rest)
  const bareName = /^\p{Lu}/u.test(rest) ? rest.replace(/[,;].*$/, '').trim() : null
  const kind = kindOf(word, placeKind, own?.name ?? bareName, context, vocabulary)
  if ((word === 'dang uy' || word === 'dang bo') && placeKind === null && rest !== '') {
    const inside = locate('other', { name: rest }, places, context, vocabulary)
    return withOrgan(organ, { ...BASE, name: `Đảng ủy ${rest}`, level: 'other', scope: inside.scope }, null)
  }
  if (kind.level === 'other') {
    const name = rest === '' ? kind.name : `${kind.name} ${rest}`
    const inside = locate('other', rest === '' ? null : { name: rest }, places, context, vocabulary)
    return withOrgan(organ, { ...kind, name, scope: inside.scope }, null)
  }
  const ownPlace = own ?? (bareName === null ? null : { name: bareName })
  const { scope, place } = locate(kind.level, ownPlace, own ? places.slice(1) : places, context, vocabulary)
  const placeTitle = place !== null && placeKind !== null ? `${placeKind} ${place}` : place
  const shown = kind.series === 'ĐU' ? (placeTitle ?? placeKind) : place
  const name = shown === null ? kind.name : `${kind.name} ${shown}`
  return withOrgan(organ, { ...kind, name, scope }, kindTitle(kind, placeKind, place))
}

function kindOf(
  word: string,
  placeKind: PlaceKind | null,
  placeName: string | null,
  context: BodyContext,
  vocabulary: Vocabulary,
): CommitteeKind {
  const plain = BY_WORD[word]
  if (plain) return plain
  const isCity = word === 'thanh uy' || placeKind === 'thành phố'
  if (isCity) {
    return isMunicipality(placeName, context, vocabulary)
      ? { ...PROVINCE, name: 'Thành ủy' }
      : { series: 'ThU', name: 'Thành ủy', level: 'district' }
  }
  if (placeKind === null) return BASE
  const level = levelOfPlace(placeKind, placeName, context, vocabulary)
  if (level === 'province') return PROVINCE
  if (level === 'commune') return BASE
  return BY_WORD[`${foldWord(placeKind).replace(/ xa$/, '')} uy`] ?? BASE
}

/** «tỉnh Lạng Sơn» for «Đảng bộ tỉnh Lạng Sơn», the whole whose committee it is. */
function kindTitle(kind: CommitteeKind, placeKind: PlaceKind | null, place: string | null): string | null {
  const titles: Readonly<Record<string, string>> = {
    'Tỉnh ủy': 'tỉnh',
    'Thành ủy': 'thành phố',
    'Huyện ủy': 'huyện',
    'Quận ủy': 'quận',
    'Thị ủy': 'thị xã',
  }
  const title = placeKind ?? titles[kind.name] ?? null
  if (title === null) return null
  return place === null ? title : `${title} ${place}`
}

function withOrgan(
  organ: RegExpExecArray | null,
  committee: Omit<CommitteeDescription, 'organ'>,
  territory: string | null,
): CommitteeDescription {
  const { name, series, level, scope } = committee
  const written = ORGAN_NAMES[organ?.[1] ?? '']
  if (written === undefined) return { name, series, level, scope, organ: null }
  const isWhole = written === 'Ban Chấp hành' && territory !== null
  return { name, series, level, scope, organ: `${written} ${isWhole ? `Đảng bộ ${territory}` : name}` }
}
