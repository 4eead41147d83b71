/** The name of a State or mass body comes in; its level and territory go out. */
import type { Level } from '../contract/instrument.ts'
import { foldWord } from '../vietnamese/fold.ts'
import type { BodyDescription } from './bodies.ts'
import { describeCommittee } from './bodyCommittees.ts'
import { type BodyContext, locate, readTerritory } from './bodyScopes.ts'
import { longestName } from './bodyWords.ts'
import { placesIn } from './territories.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Who signs for a council, folded. */
const CHAIR = /^(chu tich|pho chu tich|thuong truc|ban thuong truc|doan chu tich)\s+/ // Chủ tịch UBND tỉnh

/** Describes a council, front or union with its territory; null for other bodies. `bare` is `text` folded. */
export function describeCouncil(
  text: string,
  bare: string,
  context: BodyContext,
  vocabulary: Vocabulary,
): BodyDescription | null {
  const chair = CHAIR.exec(bare)
  const at = chair?.[0].length ?? 0
  const found = longestName(vocabulary.bodies.councils, bare.slice(at))
  if (!found) return null
  const rest = text.slice(at + found.bare.length).trim()
  const { level, scope, title } = readTerritory(rest, context, vocabulary)
  const { series, system } = found.body
  const name = title === null ? found.body.name : `${found.body.name} ${title}`
  const organ = chair ? `${text.slice(0, chair[1]?.length ?? 0)} ${name}` : null
  return { name, organ, series, level, scope, system, successor: null }
}

/** Sở, phòng, bộ, cục and whatever else is named by its work, folded. */
const OFFICE =
  /^(so|phong|bo|cuc|tong cuc|chi cuc|ban chi dao|ban|hoi|hoi dong|truong|trung tam|thanh tra|benh vien|tong cong ty|cong ty|hoc vien|vien|to|tieu ban)\s/ // Sở Nội vụ
/** A committee inside a longer name: «Ban Chỉ đạo 35 Tỉnh ủy». */
const COMMITTEE_INSIDE = /(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng)\s+ủy.*$/u // Tỉnh ủy Lạng Sơn

/** Describes an office named by its work: «Sở Nội vụ tỉnh Lạng Sơn», «Ban Chỉ đạo 35 Tỉnh ủy». */
export function describeOffice(
  text: string,
  bare: string,
  context: BodyContext,
  vocabulary: Vocabulary,
): BodyDescription | null {
  const office = OFFICE.exec(bare)?.[1]
  if (office === undefined || !/^\p{Lu}/u.test(text)) return null
  const [own] = placesIn(text)
  const inside = COMMITTEE_INSIDE.exec(text)
  const words = text.slice(0, Math.min(own?.start ?? text.length, inside?.index ?? text.length)).trim()
  const series = office === 'ban chi dao' ? 'BCĐ' : initials(words)
  const isParty = inside !== null || /trung uong$/.test(bare)
  const system = isParty ? 'party' : /^(?:ban chi dao|hoi|tieu ban)$/.test(office) ? null : 'state'
  const base = { name: text, organ: null, series, system, successor: null } as const
  if (inside) {
    const parent = describeCommittee(inside[0], foldWord(inside[0]), context, vocabulary)
    if (parent) return { ...base, level: parent.level, scope: parent.scope }
  }
  if (own) {
    const { level, scope } = readTerritory(text.slice(own.start), context, vocabulary)
    return { ...base, level, scope }
  }
  const isCentral = office === 'bo' || office === 'cuc' || office === 'tong cuc' || /trung uong$/.test(bare)
  if (isCentral) return { ...base, level: 'central', scope: 'TW' }
  const level: Level = office === 'so' ? 'province' : office === 'phong' ? 'district' : 'other'
  return { ...base, level, scope: locate(level, null, [], context, vocabulary).scope }
}

/** First letters of a name's words, as codes are made: «Sở Nội vụ» → «SNV». */
function initials(words: string): string {
  return words
    .split(/[\s,-]+/)
    .filter((word) => /^\p{L}/u.test(word) && !/^(?:và|các|về|ở)$/u.test(word))
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}
