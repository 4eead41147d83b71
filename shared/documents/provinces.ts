/** A text or a province's name and a day come in; the province meant, as it was on that day, goes out. */
import type { Span } from '../contract/document.ts'
import { foldWord } from '../vietnamese/fold.ts'
import type { ProvinceVocabulary } from './vocabularyBodies.ts'

/** A province named in a text; `isTitled` when the words before it say so («tỉnh», «Tỉnh ủy», «UBND tỉnh»). */
export interface ProvinceMention extends Span {
  readonly name: string
  readonly isTitled: boolean
}

/** A province on a day. `current` are the units that hold its land today: the name to search under now. */
export interface Province {
  readonly name: string
  readonly kind: 'tỉnh' | 'thành phố'
  /** Which map it belongs to: a name kept after a merger is a different territory (Nghị quyết 202/2025/QH15). */
  readonly era: 'former' | 'before2025' | 'since2025'
  readonly current: readonly string[]
}

interface NameIndex {
  readonly canonical: ReadonlyMap<string, string>
  readonly pattern: RegExp
}

const indexes = new WeakMap<ProvinceVocabulary, NameIndex>()

/** Words that make the name after them a province: «Tỉnh ủy Lạng Sơn», «TỈNH LẠNG SƠN», «UBND tỉnh Lai Châu». */
const TITLE_BEFORE = /(?:tỉnh|tỉnh\s+[uủ][ỷy]|thành\s+[uủ][ỷy]|thành\s+phố|tp\.?)\s+$/iu

function indexOf(provinces: ProvinceVocabulary): NameIndex {
  const known = indexes.get(provinces)
  if (known) return known
  const canonical = new Map<string, string>()
  const spellings: string[] = []
  const add = (spelling: string, name: string): void => {
    if (canonical.has(foldWord(spelling))) return
    canonical.set(foldWord(spelling), name)
    spellings.push(spelling, spelling.toUpperCase())
  }
  for (const { name } of [...provinces.before2025, ...provinces.since2025]) add(name, name)
  for (const { name } of provinces.formerUnits) add(name, name)
  for (const [name, aliases] of Object.entries(provinces.aliases)) {
    for (const alias of aliases) add(alias, name)
    // Two spellings with the same bare letters («Hoà Bình»): the map holds one, the pattern needs both.
    for (const alias of aliases) spellings.push(alias, alias.toUpperCase())
  }
  const longestFirst = [...new Set(spellings)].sort((one, other) => other.length - one.length)
  const escaped = longestFirst.map((spelling) =>
    spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'),
  )
  const index = { canonical, pattern: new RegExp(`(?<![\\p{L}])(?:${escaped.join('|')})(?![\\p{L}])`, 'gu') }
  indexes.set(provinces, index)
  return index
}

/** The name in its one spelling («Hoà Bình» → «Hòa Bình», «TPHCM» → «Hồ Chí Minh»), null for no province. */
export function canonicalProvince(name: string, provinces: ProvinceVocabulary): string | null {
  const bare = foldWord(name.replace(/\s+/g, ' ').trim())
  const { canonical } = indexOf(provinces)
  return canonical.get(bare) ?? canonical.get(bare.replace(/^(?:tinh|thanh pho|tp\.?)\s+/, '')) ?? null
}

/** Every province named in the text, in order; capitals or ordinary case, never lower case («hòa bình»). */
export function findProvinces(text: string, provinces: ProvinceVocabulary): readonly ProvinceMention[] {
  const { canonical, pattern } = indexOf(provinces)
  const mentions: ProvinceMention[] = []
  for (const match of text.matchAll(pattern)) {
    const name = canonical.get(foldWord(match[0].replace(/\s+/g, ' ')))
    if (name === undefined) continue
    const before = text.slice(Math.max(0, match.index - 16), match.index)
    mentions.push({
      name,
      start: match.index,
      end: match.index + match[0].length,
      isTitled: TITLE_BEFORE.test(before),
    })
  }
  return mentions
}

/**
 * The province a text is about: the one named most often with its title («tỉnh Lạng Sơn»), else the one named most
 * often; the earlier wins a tie. Null when none is named.
 */
export function findProvince(text: string, provinces: ProvinceVocabulary): string | null {
  const mentions = findProvinces(text, provinces)
  const titled = mentions.filter((mention) => mention.isTitled)
  return mostFrequent((titled.length > 0 ? titled : mentions).map((mention) => mention.name))
}

function mostFrequent(names: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  let best: string | null = null
  for (const [name, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = name
  return best
}

/**
 * The province of that name on a day (`YYYY-MM-DD`; null = today's map, then the older ones). Null when no province
 * bore the name that day.
 */
export function provinceOn(
  name: string,
  date: string | null,
  provinces: ProvinceVocabulary,
): Province | null {
  const canonical = canonicalProvince(name, provinces)
  if (canonical === null) return null
  const now = provinces.since2025.find((province) => province.name === canonical)
  const before = provinces.before2025.find((province) => province.name === canonical)
  const former = provinces.formerUnits.find((unit) => unit.name === canonical)
  if (now && (date === null || date >= provinces.reform.from)) {
    const earlier = date === null ? undefined : now.kindBefore.find((phase) => date <= phase.until)
    return { name: canonical, kind: earlier?.kind ?? now.kind, era: 'since2025', current: [canonical] }
  }
  const wasFormer = former && (!before || (date !== null && former.to !== null && date <= former.to))
  if (wasFormer) {
    const covered = former.covers.map((unit) => intoOf(unit, provinces) ?? unit)
    return { name: canonical, kind: 'tỉnh', era: 'former', current: [...new Set(covered)] }
  }
  if (before && (date === null || date < provinces.reform.from)) {
    return { name: canonical, kind: before.kind, era: 'before2025', current: [before.into] }
  }
  return null
}

/**
 * True when both names, each on its day, are one territory with one run of committees. An enlarged province is not
 * the smaller one whose name it kept; with a day unknown, equal names are enough.
 */
export function sameTerritory(
  first: { readonly name: string; readonly date: string | null },
  second: { readonly name: string; readonly date: string | null },
  provinces: ProvinceVocabulary,
): boolean {
  const name = canonicalProvince(first.name, provinces) ?? first.name
  if (name !== (canonicalProvince(second.name, provinces) ?? second.name)) return false
  if (first.date === null || second.date === null) return true
  const eras = [first, second].map((place) => provinceOn(name, place.date, provinces)?.era ?? null)
  if (eras[0] === eras[1]) return true
  if (eras.includes('former')) return false
  const now = provinces.since2025.find((province) => province.name === name)
  return now === undefined || now.from.length === 1
}

function intoOf(name: string, provinces: ProvinceVocabulary): string | null {
  return provinces.before2025.find((province) => province.name === name)?.into ?? null
}
