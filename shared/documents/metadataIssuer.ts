/** Letterhead, signature and opening come in; issuer, signing organ, place and province go out as fields. */
import type { Span } from '../contract/document.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { type BodyDescription, describeBody, NO_CONTEXT } from './bodies.ts'
import { ordinaryCase } from './bodyNames.ts'
import type { PlaceAndDate } from './headerDate.ts'
import { type Letterhead, readLetterhead } from './headerIssuer.ts'
import type { OwnNumber } from './headerNumber.ts'
import type { TitleReading } from './headerTitle.ts'
import type { HeaderZone } from './headerZone.ts'
import type { LastPage } from './lastPage.ts'
import { inferIssuer } from './metadataInference.ts'
import { canonicalProvince, findProvince, findProvinces } from './provinces.ts'
import type { SourceText } from './sourceText.ts'
import type { Vocabulary } from './vocabulary.ts'

interface TextField {
  readonly value: string
  readonly span: Span | null
  readonly confidence: number
}

/** Who issued the document. `place` is filled only where no date line gives it. */
export interface IssuerReading {
  readonly issuer: TextField | null
  readonly organ: TextField | null
  readonly place: TextField | null
  readonly province: TextField | null
  readonly isJoint: boolean
}

/** What the other readings of the first and last page found. */
export interface IssuerEvidence {
  readonly source: SourceText
  readonly zone: HeaderZone
  readonly own: OwnNumber | null
  readonly day: PlaceAndDate | null
  readonly titled: TitleReading
  readonly last: LastPage
}

/** A name that breaks off before its place: «Tỉnh ủy», «Đảng ủy Ủy ban nhân dân tỉnh»; «Hà Tĩnh» is a place. */
const BARE_PLACE =
  /(?:(?:^|\s)(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ)|\s(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn))$/iu // Tỉnh ủy
/** The committee inside a board's name: «Ban Dân vận Tỉnh ủy Lạng Sơn». */
const COMMITTEE = /(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng)\s+ủy.*$/u // Tỉnh ủy Lạng Sơn
const READ = 0.97
const DERIVED = 0.85
const GUESSED = 0.4
/** Characters at the start in which the province is sought when the letterhead does not name it. */
const OPENING = 8000

/** Reads issuer, organ, place and province. */
export function readIssuer(evidence: IssuerEvidence, vocabulary: Vocabulary): IssuerReading {
  const { source, zone, own, last } = evidence
  const sample = source.text.slice(zone.after[0]?.start ?? 0, OPENING)
  const letterhead = readLetterhead(zone.pieces, own?.value ?? null, sample, vocabulary)
  const onBehalfOf = last.signatures[0]?.onBehalfOf ?? null
  if (letterhead) return fromLetterhead(letterhead, evidence, onBehalfOf, vocabulary)
  const guess = inferIssuer(source.text, onBehalfOf, last.recipients?.items ?? [], vocabulary)
  if (!guess) {
    const province = findProvince(source.text.slice(0, OPENING), vocabulary.provinces)
    return { issuer: null, organ: null, place: null, province: guessed(province, null), isJoint: false }
  }
  const span = guess.start === null || guess.end === null ? null : { start: guess.start, end: guess.end }
  const spoken = guess.body.organ
  return {
    issuer: guessed(guess.body.name, span),
    organ: guessed(spoken ?? organOf(onBehalfOf, guess.body, vocabulary), span),
    place: guessed(guess.place, null),
    province: guessed(guess.province, null),
    isJoint: false,
  }
}

function guessed(value: string | null, span: Span | null): TextField | null {
  return value === null ? null : { value, span, confidence: GUESSED }
}

function fromLetterhead(
  letterhead: Letterhead,
  evidence: IssuerEvidence,
  onBehalfOf: string | null,
  vocabulary: Vocabulary,
): IssuerReading {
  const place = evidence.day?.place ?? null
  const issuer = councilOf(letterhead, evidence, vocabulary) ?? withOwnPlace(letterhead, place, vocabulary)
  const context = {
    ...NO_CONTEXT,
    province: letterhead.province,
    district: place,
    date: evidence.day?.date ?? null,
  }
  const body = describeBody(issuer.split(' - ')[0] ?? issuer, context, vocabulary)
  const titleOrgan =
    evidence.titled.organ?.replace(/^C[ỦU]A\s+|^HỘI NGHỊ\s.*?(?=BAN CHẤP HÀNH)/iu, '') ?? null
  const organ =
    body === null || letterhead.isJoint
      ? standingOrganOf(letterhead.isJoint ? null : onBehalfOf, issuer, vocabulary)
      : (organOf(onBehalfOf, body, vocabulary) ??
        organOf(titleOrgan, body, vocabulary) ??
        centralOrgan(body, evidence))
  const span = { start: letterhead.start, end: letterhead.end }
  const signature = evidence.last.signatures[0]
  return {
    issuer: { value: issuer, span, confidence: body === null ? DERIVED : READ },
    organ: organ === null ? null : { value: organ, span: signature ?? null, confidence: DERIVED },
    place: null,
    province: provinceField(letterhead, body, place, evidence, vocabulary),
    isJoint: letterhead.isJoint,
  }
}

/** «Ban Bí thư ban hành Quy chế …»: one letterhead serves three organs; without a signature the opening tells which. */
const CENTRAL_SPEAKER =
  /^(Bộ Chính trị|Ban Bí thư)\s+(?:\([^)]{1,20}\)\s+)?(?:ban hành|quy định|quyết định|kết luận|yêu cầu|chỉ thị|hướng dẫn)(?!\p{L})/mu

function centralOrgan(body: BodyDescription, evidence: IssuerEvidence): string | null {
  if (body.name !== 'Ban Chấp hành Trung ương') return null
  const from = evidence.zone.after[0]?.start ?? 0
  return CENTRAL_SPEAKER.exec(evidence.source.text.slice(from, from + OPENING))?.[1] ?? null
}

/** «ỦY BAN NHÂN DÂN» alone; its place was on a line that is lost. */
const BARE_COUNCIL = /^(?:Ủy ban nhân dân|Hội đồng nhân dân)$/u // Ủy ban nhân dân
const ACTING_LINES = 8

/** A council printed without its territory takes it from the line that says who acts, or from «UBND tỉnh» in the text. */
function councilOf(letterhead: Letterhead, evidence: IssuerEvidence, vocabulary: Vocabulary): string | null {
  if (!BARE_COUNCIL.test(letterhead.issuer)) return null
  const acting = new RegExp(`^(?:CHỦ TỊCH )?${letterhead.issuer.toUpperCase()} (?=\\p{L})(.+)$`, 'u')
  for (const piece of evidence.zone.after.slice(0, ACTING_LINES)) {
    const territory = acting.exec(piece.text.replace(/^UỶ/u, 'ỦY'))?.[1]
    if (territory !== undefined)
      return ordinaryCase(`${letterhead.issuer.toUpperCase()} ${territory}`, vocabulary)
  }
  const province = canonicalProvince(evidence.day?.place ?? '', vocabulary.provinces)
  const isProvincial = /(?:UBND|HĐND|[UỦ][ỷy] ban nhân dân|Hội đồng nhân dân)\s+tỉnh(?!\p{L})/u.test(
    evidence.source.text.slice(0, OPENING),
  )
  return province !== null && isProvincial ? `${letterhead.issuer} tỉnh ${province}` : null
}

/** A committee printed without its place («TỈNH ỦY») takes it from the date line. */
function withOwnPlace(letterhead: Letterhead, place: string | null, vocabulary: Vocabulary): string {
  const { issuer } = letterhead
  if (place === null || letterhead.isJoint) return issuer
  if (!BARE_PLACE.test(issuer)) return issuer
  const isOfProvince = /tỉnh(?: ủy| uỷ)?$/iu.test(issuer)
  const named = (isOfProvince ? letterhead.province : null) ?? place.replace(/^TP\.?\s*/u, '')
  return `${issuer} ${canonicalProvince(named, vocabulary.provinces) ?? named}`
}

/**
 * The organ that signs for the issuer: «T/M BAN THƯỜNG VỤ» of «Huyện ủy Chi Lăng» is «Ban Thường vụ Huyện ủy Chi
 * Lăng». Null when the words name the issuer itself.
 */
function organOf(words: string | null, issuer: BodyDescription, vocabulary: Vocabulary): string | null {
  if (words === null) return null
  const organ = ordinaryCase(words, vocabulary).replace(/\s+\(?kh[óo][aá]\s.*$/u, '')
  const bare = foldWord(organ)
  const issuerBare = foldWord(issuer.name)
  if (bare === '' || issuerBare.startsWith(bare) || bare.startsWith(issuerBare)) return null
  if (issuer.level === 'central' && /^(?:bo chinh tri|ban bi thu)/.test(bare)) {
    return bare.startsWith('bo') ? 'Bộ Chính trị' : 'Ban Bí thư'
  }
  const standing = /^(ban thuong vu|thuong truc)\b/.exec(bare)
  if (standing && issuer.system === 'party') {
    const committee = COMMITTEE.exec(issuer.name)?.[0] ?? issuer.name
    return `${standing[1] === 'thuong truc' ? 'Thường trực' : 'Ban Thường vụ'} ${committee}`
  }
  if (/^ban chap hanh(?: dang bo.*)?$/.test(bare) && issuer.system === 'party') {
    return describeBody(`Ban Chấp hành ${issuer.name}`, NO_CONTEXT, vocabulary)?.organ ?? null
  }
  const standingOrgan = standingOrganOf(words, issuer.name, vocabulary)
  if (standingOrgan !== null) return standingOrgan
  // «THƯỜNG TRỰC HĐND»: the standing organ with the issuer's short name.
  const [, of, shortName] = /^(THƯỜNG TRỰC|BAN THƯỜNG TRỰC)\s+(.+)$/u.exec(words.trim()) ?? []
  if (of !== undefined && sameBody(ordinaryCase(shortName ?? '', vocabulary), issuer, vocabulary))
    return standingOrganOf(of, issuer.name, vocabulary)
  if (/^(?:hoi nghi|dai hoi|ket luan cua|nghi quyet)\b/.test(bare)) return null
  const isSame = issuerBare.includes(bare) || sameBody(organ, issuer, vocabulary)
  return isSame ? null : organ
}

/** «Ban Thường vụ», «Đoàn Chủ tịch» alone: the standing organ of whatever body the letterhead names. */
function standingOrganOf(words: string | null, issuer: string, vocabulary: Vocabulary): string | null {
  if (words === null) return null
  const organ = ordinaryCase(words, vocabulary)
  const isStanding = /^(?:ban thuong truc|doan chu tich|ban thuong vu|ban chap hanh|thuong truc)$/
  return isStanding.test(foldWord(organ)) ? `${organ} ${issuer.replace(/^Ban Chấp hành /u, '')}` : null
}

/** «TM. UBND» of «Ủy ban nhân dân huyện Tam Đường», «T/M BAN CHỈ ĐẠO» of a longer named one. */
function sameBody(organ: string, issuer: BodyDescription, vocabulary: Vocabulary): boolean {
  const other = describeBody(organ, NO_CONTEXT, vocabulary)
  return (
    other !== null &&
    other.organ === null &&
    (other.series === issuer.series || issuer.series.startsWith(other.series))
  )
}

function provinceField(
  letterhead: Letterhead,
  body: BodyDescription | null,
  place: string | null,
  evidence: IssuerEvidence,
  vocabulary: Vocabulary,
): TextField | null {
  if (body?.level === 'central') return null
  const span = { start: letterhead.start, end: letterhead.end }
  const named =
    body?.level === 'province' && body.scope !== null
      ? canonicalProvince(body.scope, vocabulary.provinces)
      : letterhead.province
  if (named) return { value: named, span, confidence: READ }
  const anywhere = findProvinces(letterhead.lines.join('\n'), vocabulary.provinces)[0]?.name
  const isLower = body?.level === 'district' || body?.level === 'commune'
  if (anywhere !== undefined && !isLower) return { value: anywhere, span, confidence: DERIVED }
  const { text } = evidence.source
  const ends = `${text.slice(0, OPENING)}\n${text.slice(Math.max(OPENING, text.length - OPENING))}`
  const mentioned = findProvinces(ends, vocabulary.provinces).filter((each) => each.isTitled)
  const counts = new Map<string, number>()
  for (const { name } of mentioned) counts.set(name, (counts.get(name) ?? 0) + 1)
  const best = [...counts].sort((one, other) => other[1] - one[1])[0]?.[0]
  if (best !== undefined) return { value: best, span: null, confidence: 0.6 }
  const fromPlace = place === null ? null : canonicalProvince(place, vocabulary.provinces)
  return fromPlace === null ? null : { value: fromPlace, span: null, confidence: 0.6 }
}
