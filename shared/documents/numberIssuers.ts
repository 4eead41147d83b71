/** The code after the slash of a symbol comes in; its canonical spelling and the system it belongs to go out. */

/** Boards, offices and committees that carry a level after them (issuers.json `composition`). */
const PARTY_BOARDS =
  'BCH|BTV|VP|BTCKT|BTC|BTGDV|BTG|BDV|BNC|UBKT|BCĐ|BKT|BĐN|BXD|BCSCL|HĐLL|TTCT|TBTG|ĐĐ|BCSĐ|BBVCSSK|BBVSK|TCT|TBNV|TBVK'
const PARTY_LEVELS = 'TW|TU|HU|QU|ThU|TXU|TPU|TĐU|ĐUK|ĐU'
/** BDVTU, VPTW, HU, ĐUK, QUTW, BCĐTU: a Party committee, alone or with the board that writes for it. */
const PARTY_BODY = new RegExp(`^(?:${PARTY_BOARDS})?(?:${PARTY_LEVELS})(?:CCQ|DN|CQ&DN|CA|QS|X|P|TT)?$`)
/** Party bodies whose code has no level. */
const PARTY_SINGLE = new Set([
  'QUTW', 'ĐUCA', 'ĐUCATW', 'BCSĐ', 'BCS', 'ĐĐ', 'BXDĐ', 'BXĐĐ', 'CB', 'ĐBBP', 'ĐB', 'TC-NV', 'KT-TTr',
  'BTGDV', 'BDV', 'BTG', 'BTC', 'UBKT', 'BTCTW', 'ĐH', 'TTCT', 'TTBDCT', 'ĐBTW',
]) // biome-ignore format: a table
/** State bodies met without «số» before their letters. */
const STATE_BODY =
  /^(?:QH\d{0,2}|UBTVQH\d{0,2}|HĐNN\d|CTN|CP|TTg|HĐBT|HĐCP|VPCP|VPQH|UBND|HĐND|TTHĐND|VPUBND|VP|UBDT|TTCP|NHNN|KTNN|TANDTC|VKSNDTC|TAND|VKSND|HĐTP|HĐTĐKT|S[A-ZĐ&]{1,7}|B(?:NV|TP|CA|QP|NG|CT|XD|YT|GDĐT|KHCN|NNMT|NNPTNT|DTTG|VHTTDL|LĐTBXH|TNMT|TTTT|KHĐT|GTVT|TC)|CA[A-ZĐ]{1,4}|PNV|P[A-ZĐ]{2,6}|BQL[A-ZĐ]{0,6})$/
/** Front and mass organisations: both orders of separators are met (issuers.json, «MTTQ»). */
const ORGANISATION =
  /^(?:MTT[QW][A-ZĐ]{0,4}|UBMT[A-ZĐ]{0,6}|MT|TWĐTN|[A-ZĐ]{0,3}ĐTN[A-ZĐ]{0,2}|ĐTNCS|TLĐ|CĐ[A-ZĐ]{0,4}|LĐLĐ|HND[A-ZĐ]{0,2}|H?LHPN|HPN|HLHPN|ĐCT|BTV|H?CCB[A-ZĐ]{0,2}|HCTĐ|HNCT|HKH|BTT|BCĐ[A-ZĐ0-9]{0,10}|BCH[A-ZĐ]{0,5}|HĐ[A-ZĐ]{2,6})$/

/** «TƯ» is a way to write TW; where a province signs («13-NQ/TƯ của Tỉnh ủy») it was TU with a hook too many. */
export const asProvincial = (code: string): string => code.replace(/TW$/, 'TU')

/** Habitual spellings of one code. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['TƯ', 'TW'],
  ['T.Ư', 'TW'],
  ['T.W', 'TW'],
  ['TTG', 'TTg'],
  ['VPTƯ', 'VPTW'],
  ['TX.U', 'TXU'],
])
/** Damage: a lost bar or a wrong letter. */
const DAMAGED: ReadonlyMap<string, string> = new Map([
  ['DU', 'ĐU'],
  ['BU', 'ĐU'],
  ['EU', 'ĐU'],
  ['OU', 'ĐU'],
  ['TVV', 'TW'],
  ['IW', 'TW'],
  ['UBNO', 'UBND'],
  ['HDND', 'HĐND'],
  ['BCD', 'BCĐ'],
  ['HDBT', 'HĐBT'],
])

/** An issuer code in its canonical spelling. */
export interface IssuerCode {
  readonly code: string
  readonly system: 'party' | 'state' | 'organisation' | null
  readonly isRepaired: boolean
}

/** The system of a canonical code; null for one that no table knows («XYZ»). */
export function systemOfIssuer(code: string): IssuerCode['system'] {
  if (PARTY_BODY.test(code) || PARTY_SINGLE.has(code)) return 'party'
  if (ORGANISATION.test(code)) return 'organisation'
  if (STATE_BODY.test(code)) return 'state'
  return null
}

/** Reads an issuer code in any case or usual damage: «tw» → TW, «TƯ» → TW, «DU» → ĐU (repaired). */
export function readIssuerCode(written: string): IssuerCode {
  const direct = systemOfIssuer(written)
  if (direct !== null) return { code: written, system: direct, isRepaired: false }
  const upper = written.toLocaleUpperCase('vi')
  const spelled = SPELLINGS.get(upper) ?? upper.replace(/TƯ$/, 'TW')
  const system = systemOfIssuer(spelled)
  if (system !== null) return { code: spelled, system, isRepaired: false }
  const repaired = DAMAGED.get(upper) ?? upper.replace(/DU$/, 'ĐU')
  const repairedSystem = systemOfIssuer(repaired)
  if (repairedSystem !== null) return { code: repaired, system: repairedSystem, isRepaired: true }
  return { code: written, system: null, isRepaired: false }
}

/** Where a code stands by its level letters: TW, TU, HU …; null when the code does not say (UBND, BCĐ). */
export function levelOfIssuer(code: string): 'central' | 'province' | 'district' | 'commune' | null {
  if (/TW$|^(?:QH|UBTVQH|CP|TTg|CTN|VPCP|VPQH)/.test(code)) return 'central' // BDVTW
  if (/^(?:ThU|TXU)$|HU$|^QU$/.test(code)) return 'district' // BDVHU
  if (/TU$/.test(code)) return 'province' // BDVTU
  if (/ĐU$/.test(code)) return 'commune' // VPĐU
  return null
}
