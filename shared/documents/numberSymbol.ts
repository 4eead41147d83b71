/** Text and the offset just after a number's digits come in; the symbol that follows, or null, goes out. */
import { isContractCode, readKindCode } from './kinds.ts'
import { type IssuerCode, readIssuerCode, systemOfIssuer } from './numberIssuers.ts'

/** A symbol read after a number; `end` is the offset after it. */
export interface SymbolReading {
  readonly system: 'party' | 'state'
  readonly symbol: string
  readonly year: number | null
  readonly kindCode: string | null
  readonly issuerCode: string
  readonly assemblyTerm: number | null
  readonly tail: string | null
  readonly isRepaired: boolean
  readonly hasSeparatorMismatch: boolean
  readonly end: number
}

/** First part of an issuer code: TW, BDVTU, TTg, T.Ư, NHNo.ĐT. A lost space may glue «ngày» to it. */
const BODY = '[A-Za-zĐđƯưƠÂÊÔĂ](?:[A-Za-zĐđƯưƠÂÊÔĂ0-9&]|\\.(?=[A-ZĐƯ])){0,18}(?:(?![\\p{L}\\p{M}])|(?=ngày))'
/** Further parts: -UBND, -VP, -TANDTC, «- NVTW». Capitals only, so that a dash before a sentence is not eaten. */
const UNITS =
  '(?:(?:-|-\\n| - )(?!(?:QUYẾT|NGHỊ|KẾ) )[A-ZĐƯƠÂÊÔĂ](?:[A-ZĐƯƠÂÊÔĂ0-9&]|\\.(?=[A-ZĐ])|(?<=T)[rg]){1,16}(?![\\p{L}\\p{M}])){0,6}'
const KIND = '([A-Za-zĐđ0]{1,7}(?:-(?:i|I|NS|KL)(?=\\s{0,3}/))?)'
const GAP = '\\s{0,3}'

/** «/2022/QH15», «/2025/UBTVQH15». */
const LAW = new RegExp(`${GAP}/${GAP}((?:19|20)\\d{2})${GAP}/${GAP}(QH|UBTVQH)\\s?(\\d{1,2})(?!\\d)`, 'uy')
/** «/2023/NĐ-CP», «/2007/PL-UBTVQH11», «/ 2015/ NĐ - CP», and with a full stop for the hyphen «/2001/QĐ.TTg». */
const LEGAL = new RegExp(
  `${GAP}/${GAP}((?:19|20)\\d{2})${GAP}/${GAP}${KIND}${GAP}(\\.(?=\\p{Lu})|[-/])${GAP}(${BODY}${UNITS})`,
  'uy',
)
/** «-KH/HU», « - QĐ/TWĐTN-VP», «/CT-TTg», and the mixed «-NQ-TW», «/NQ/TW». */
const TYPED = new RegExp(`${GAP}([-/])${GAP}${KIND}${GAP}([-/])${GAP}(${BODY}${UNITS})(/(?:nb|NB))?`, 'uy')
/** «/2001/NQLT»: a joint act whose symbol names no body. */
const JOINT = new RegExp(`${GAP}/${GAP}((?:19|20)\\d{2})${GAP}/${GAP}(NQLT|TTLT|KHLT)(?![\\p{L}/-])`, 'uy')
/** «-LCT/HĐNN8». */
const COUNCIL = new RegExp(`${GAP}-${GAP}LCT${GAP}/${GAP}HĐNN(\\d)`, 'uy')
/** «-HĐBT», «-CP», «-TTg». */
const OLD = /\s?-\s?(HĐBT|HĐCP|CP|TTg|CT)(?![\p{L}\p{N}/-])/uy
/** «/UBND-NV», «/VTLTNN - NVTW», «/UBND». */
const LETTER = new RegExp(`\\s?/\\s?(${BODY})(${UNITS})(?![\\p{L}/])`, 'uy')
/** A lost hyphen or slash: « NQ/TW», «-KHHU», «-KL TW». */
const LOST_HYPHEN = new RegExp(`\\s?${KIND}\\s?/\\s?(${BODY}${UNITS})`, 'uy')
const LOST_SLASH = /\s?-\s?([A-ZĐ][A-Za-zĐđ]{2,12})(?![\p{L}\p{N}])/uy

/** «/6/2013», «-2025», «/39»: figures, not the year of a symbol. */
const FIGURES = /\s{0,3}[-/]\s{0,3}(?:\d(?!\d{3}\s{0,3}\/)|\d{4}\s{0,3}\/\s{0,3}\d)/y

/** Runs a sticky pattern at an offset. */
function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset
  return pattern.exec(text)
}

/** In a tightly written symbol a spaced dash ends it: «12-KH/HU - BCĐ», against «31 - HD/BTCTW - VP». */
function withoutLooseUnits(whole: string, issuer: string): string {
  const isTight = !/\s/.test(whole.slice(0, whole.length - issuer.length).trim())
  const loose = issuer.search(/ - /)
  return isTight && loose > 0 ? issuer.slice(0, loose) : issuer
}

interface Issuer extends IssuerCode {
  readonly assemblyTerm: number | null
  /** The code as the symbol has it, with the term of an Assembly and the bodies that sign with it: «UBTVQH14-CP». */
  readonly inSymbol: string
  /** How many characters of the match belong to the code (a footnote digit glued to it does not). */
  readonly length: number
}

/** Reads «BDVTU-UBND», «UBTVQH11», «TW1» (a footnote mark glued to TW). Null for an ordinary word. */
function readIssuer(written: string, isTrusted: boolean): Issuer | null {
  const parts = written.split(/\s*-\s*/)
  const first = parts[0] ?? ''
  const term = /^(QH|UBTVQH|HĐNN)(\d{1,2})$/.exec(first) // UBTVQH11
  if (term !== null) {
    const [inSymbol, code = '', number] = term
    return {
      code,
      system: 'state',
      isRepaired: false,
      assemblyTerm: Number(number),
      inSymbol: [inSymbol, ...parts.slice(1)].join('-'),
      length: written.length,
    }
  }
  const marked = /^([^\d]+)\d{1,2}$/.exec(first) // TW1
  if (marked !== null && systemOfIssuer(first) === null) {
    const bare = readIssuerCode(marked[1] ?? '')
    if (bare.system !== null && parts.length === 1) {
      return { ...bare, assemblyTerm: null, inSymbol: bare.code, length: (marked[1] ?? '').length }
    }
  }
  const whole = parts.join('-')
  if (systemOfIssuer(whole) !== null) {
    const known = readIssuerCode(whole)
    return { ...known, assemblyTerm: null, inSymbol: known.code, length: written.length }
  }
  const head = readIssuerCode(first)
  const rest = parts.slice(1).map((part) => {
    const code = readIssuerCode(part)
    return code.system === null ? part : code.code
  })
  // An unknown code must look like one: capitals, or capitals around a small letter («NHNo.ĐT»), or «số» before it.
  const isCodeLike = /^[A-ZĐƯƠÂÊÔĂ][A-ZĐƯƠÂÊÔĂ0-9&.]+$/.test(first)
  const isMixed = /^[A-ZĐ]{2,}[a-zđ]{1,2}[A-ZĐ.]*$/.test(first)
  if (head.system === null && !isCodeLike && !(isMixed && isTrusted) && !(first === 'U' && isTrusted))
    return null
  const code = [head.code, ...rest].join('-')
  return { ...head, code, assemblyTerm: null, inSymbol: code, length: written.length }
}

/** «KH», «nq», «QD»; an unknown code of capitals is believed only where `isBelieved` says so. */
function readKind(written: string, isBelieved: () => boolean): { code: string; isRepaired: boolean } | null {
  const known = readKindCode(written)
  if (known !== null) return known
  if (/^[A-ZĐ][A-ZĐa-z]{1,5}$/.test(written) && /[A-ZĐ]{2}/.test(written) && isBelieved()) {
    return { code: written, isRepaired: false }
  }
  return null
}

/**
 * Reads the symbol at `offset`. `isTrusted` tells (lazily) whether «số» or a kind word stands before the number:
 * forms that look like other things are believed only then.
 */
export function readSymbol(text: string, offset: number, isTrusted: () => boolean): SymbolReading | null {
  // Most numbers are dates, fractions and ranges: told by one look.
  if (at(FIGURES, text, offset) !== null) return null
  return (
    readLaw(text, offset) ??
    readLegal(text, offset) ??
    readJoint(text, offset) ??
    readCouncil(text, offset) ??
    readTyped(text, offset, isTrusted) ??
    readOld(text, offset, isTrusted) ??
    readLetter(text, offset, isTrusted) ??
    readLost(text, offset, isTrusted)
  )
}

const STATE_DEFAULTS = {
  system: 'state',
  year: null,
  kindCode: null,
  assemblyTerm: null,
  tail: null,
  isRepaired: false,
  hasSeparatorMismatch: false,
} as const

function readLaw(text: string, offset: number): SymbolReading | null {
  const match = at(LAW, text, offset)
  if (match === null) return null
  const [whole, year, body = '', term = ''] = match
  return {
    ...STATE_DEFAULTS,
    symbol: body + term,
    year: Number(year),
    issuerCode: body,
    assemblyTerm: Number(term),
    end: offset + whole.length,
  }
}

function readLegal(text: string, offset: number): SymbolReading | null {
  const match = at(LEGAL, text, offset)
  if (match === null) return null
  const [whole, year, writtenKind = '', separator = '-', writtenIssuer = ''] = match
  const kind = readKind(writtenKind, () => /^[A-ZĐ]/.test(writtenKind))
  const issuer = readIssuer(withoutLooseUnits(whole, writtenIssuer), true)
  if (kind === null || issuer === null || isContractCode(kind.code)) return null
  const isDotted = separator === '.'
  if (isDotted && (issuer.system === null || readKindCode(writtenKind) === null)) return null
  return {
    ...STATE_DEFAULTS,
    symbol: `${kind.code}${isDotted ? '-' : separator}${issuer.inSymbol}`,
    year: Number(year),
    kindCode: kind.code,
    issuerCode: issuer.code,
    assemblyTerm: issuer.assemblyTerm,
    isRepaired: isDotted || kind.isRepaired || issuer.isRepaired,
    hasSeparatorMismatch: separator === '/',
    end: offset + whole.length - writtenIssuer.length + issuer.length,
  }
}

function readJoint(text: string, offset: number): SymbolReading | null {
  const match = at(JOINT, text, offset)
  if (match === null) return null
  const [whole, year, kind = ''] = match
  return {
    ...STATE_DEFAULTS,
    symbol: kind,
    year: Number(year),
    kindCode: kind,
    issuerCode: '',
    end: offset + whole.length,
  }
}

function readCouncil(text: string, offset: number): SymbolReading | null {
  const match = at(COUNCIL, text, offset)
  if (match === null) return null
  return {
    ...STATE_DEFAULTS,
    symbol: `LCT/HĐNN${match[1]}`,
    kindCode: 'LCT',
    issuerCode: 'HĐNN',
    assemblyTerm: Number(match[1]),
    end: offset + match[0].length,
  }
}

function readTyped(text: string, offset: number, isTrusted: () => boolean): SymbolReading | null {
  const match = at(TYPED, text, offset)
  if (match === null) return null
  const [whole, before = '-', writtenKind = '', after = '/', writtenIssuer = '', tail = ''] = match
  const isPartyOrder = before === '-' && after === '/'
  const isStateOrder = before === '/' && after === '-'
  // State letters have the same shape («103/UBND-NV»): an unknown kind is believed in Party order only.
  const kind = readKind(writtenKind, () => isPartyOrder && isTrusted())
  if (kind === null) return null
  const issuer = readIssuer(withoutLooseUnits(whole, writtenIssuer), isTrusted())
  if (issuer === null || (kind.code === 'L' && issuer.code !== 'CTN')) return null
  let kindCode = kind.code
  let isRepaired = kind.isRepaired || issuer.isRepaired
  if (isContractCode(kindCode)) {
    // «11-HĐ/TW» is Hướng dẫn with a bar too many; «123/HĐ-XD» is a contract.
    if (!isPartyOrder || issuer.system !== 'party') return null
    kindCode = 'HD'
    isRepaired = true
  }
  // Both separators alike («25-NQ-TW»), or a repaired code in unusual order: only with known letters on both sides.
  if (!isPartyOrder && !isStateOrder && (issuer.system === null || readKindCode(writtenKind) === null))
    return null
  if (kind.isRepaired && issuer.system === null && !isTrusted()) return null
  const system = isPartyOrder
    ? issuer.system === 'state'
      ? 'state'
      : 'party'
    : issuer.system === 'party' && !issuer.code.includes('-')
      ? 'party'
      : 'state'
  const isRightOrder = system === 'party' ? isPartyOrder : isStateOrder
  return {
    system,
    symbol: `${kindCode}${after}${issuer.inSymbol}`,
    year: null,
    kindCode,
    issuerCode: issuer.code,
    assemblyTerm: issuer.assemblyTerm,
    tail: tail === '' ? null : tail.slice(1),
    isRepaired,
    hasSeparatorMismatch: !isRightOrder,
    end:
      offset +
      whole.length -
      (issuer.length < writtenIssuer.length ? writtenIssuer.length - issuer.length + tail.length : 0),
  }
}

function readOld(text: string, offset: number, isTrusted: () => boolean): SymbolReading | null {
  const match = at(OLD, text, offset)
  if (match === null || !isTrusted()) return null
  const code = match[1] ?? ''
  return { ...STATE_DEFAULTS, symbol: code, issuerCode: code, end: offset + match[0].length }
}

function readLetter(text: string, offset: number, isTrusted: () => boolean): SymbolReading | null {
  const match = at(LETTER, text, offset)
  if (match === null) return null
  const [whole, body = '', units = ''] = match
  const head = readIssuerCode(body)
  if (isContractCode(body) || body.length < 2 || !/^[A-ZĐ]{2}/.test(body)) return null
  if (readKindCode(body) !== null && head.system === null) return null
  // Long capitals on both sides of a dash look like nothing else: «425/VTLTNN - NVTW».
  const isPlain = units !== '' && (head.system === 'state' || /^[A-ZĐ]{5,}/.test(body))
  const isBelieved = isPlain || isTrusted()
  if (!isBelieved || (units === '' && head.system === null && body.length < 4)) return null
  const symbol = head.code + units.replace(/\s*-\s*/g, '-')
  return {
    ...STATE_DEFAULTS,
    symbol,
    issuerCode: head.code,
    isRepaired: head.isRepaired,
    end: offset + whole.length,
  }
}

function readLost(text: string, offset: number, isTrusted: () => boolean): SymbolReading | null {
  const hyphen = at(LOST_HYPHEN, text, offset)
  if (hyphen !== null) {
    const [whole, writtenKind = '', writtenIssuer = ''] = hyphen
    const kind = readKindCode(writtenKind)
    const issuer = readIssuer(writtenIssuer, false)
    if (
      kind === null ||
      issuer === null ||
      issuer.system === null ||
      issuer.system === 'state' ||
      !isTrusted()
    )
      return null
    return partyOf(kind.code, issuer.code, offset + whole.length - writtenIssuer.length + issuer.length)
  }
  const slash = at(LOST_SLASH, text, offset)
  if (slash === null || !isTrusted()) return null
  const glued = slash[1] ?? ''
  for (let cut = 2; cut <= 3 && cut < glued.length; cut++) {
    const kind = readKindCode(glued.slice(0, cut))
    const rest = glued.slice(cut)
    if (kind !== null && !kind.isRepaired && systemOfIssuer(rest) === 'party') {
      return partyOf(kind.code, rest, offset + slash[0].length)
    }
  }
  return null
}

/** A Party symbol put together again after a separator was lost. */
function partyOf(kindCode: string, issuerCode: string, end: number): SymbolReading {
  return {
    ...STATE_DEFAULTS,
    system: 'party',
    symbol: `${kindCode}/${issuerCode}`,
    kindCode,
    issuerCode,
    isRepaired: true,
    end,
  }
}
