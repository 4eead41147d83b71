/** The text of a document comes in; what its first and last page say of it goes out, each field with a confidence. */
import {
  METADATA_FIELDS,
  type Metadata,
  type MetadataField,
  type Span,
  type TextWarning,
} from '../contract/document.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { readPlaceAndDate } from './headerDate.ts'
import { kindOfCode } from './headerKinds.ts'
import { readSecrecy, readUrgency } from './headerMarks.ts'
import { type OwnNumber, readOwnNumber } from './headerNumber.ts'
import { ADDRESSEE } from './headerPatterns.ts'
import { readTitle, wordsAsWritten } from './headerTitle.ts'
import { type HeaderZone, readHeaderZone } from './headerZone.ts'
import { kindNamesOf } from './kinds.ts'
import { readLastPage } from './lastPage.ts'
import { readIssuer } from './metadataIssuer.ts'
import { composeSource } from './metadataText.ts'
import type { DocumentNumber } from './number.ts'
import type { SourceText } from './sourceText.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Metadata, where each field was read (offsets of the stored text), and what a person should look at. */
export interface MetadataReading {
  readonly metadata: Metadata
  readonly spans: Partial<Record<MetadataField, Span>>
  readonly warnings: readonly TextWarning[]
}

/** A value with its place and how sure the reading is (0..1). */
interface Field<T> {
  readonly value: T
  readonly span: Span | null
  readonly confidence: number
}

/** Confidence by where a value was found; below 0.6 a person is asked to look. */
const SURE = 0.98
const PROBABLE = 0.85
const DOUBTFUL = 0.6

/**
 * Reads a document's own metadata. Only the header zone gives number and day: a number elsewhere is a citation, an
 * incoming stamp or a copy line another office's (Hướng dẫn 36-HD/VPTW, Nghị định 30/2020/NĐ-CP).
 */
export function readMetadata(source: SourceText, vocabulary: Vocabulary): MetadataReading {
  const composed = composeSource(source)
  const reading = readComposed(composed.source, vocabulary)
  if (composed.source === source) return reading
  const place = <T extends Span>(span: T): T => ({
    ...span,
    start: composed.toSource(span.start),
    end: composed.toSource(span.end),
  })
  const spans: Partial<Record<MetadataField, Span>> = {}
  for (const field of METADATA_FIELDS) {
    const span = reading.spans[field]
    if (span) spans[field] = place(span)
  }
  return { metadata: reading.metadata, spans, warnings: reading.warnings.map(place) }
}

function readComposed(source: SourceText, vocabulary: Vocabulary): MetadataReading {
  const { text, blocks } = source
  const zone = readHeaderZone(text, vocabulary)
  const letterheadText = wordsOf(zone, 'letterhead')
  const own = readOwnNumber(zone.pieces, letterheadText)
  const day = readPlaceAndDate(zone.pieces)
  const titled = readTitle(zone, text, blocks)
  const subject = readSubject(zone, own, text)
  const last = readLastPage(text, zone.after[0]?.start ?? 0)
  const signature = last.signatures[0] ?? null
  const issuing = readIssuer({ source, zone, own, day, titled, last }, vocabulary)
  const kind = readKind(zone, own, subject, vocabulary)
  const title = titled.title ?? subject
  const number = own?.value ?? null
  const symbol = number ?? own?.blankSymbol ?? null
  const numberSpan = own === null ? null : { start: own.start, end: own.end }
  const numberSure = number?.isRepaired ? DOUBTFUL : SURE
  const secrecy = readSecrecy(zone.pieces)
  const urgency = readUrgency(zone.pieces)
  const isJoint = issuing.isJoint && last.signatures.length > 1
  const signers = isJoint ? last.signatures : last.signatures.slice(0, 1)

  const fields: { readonly [F in MetadataField]: Field<NonNullable<Metadata[F]>> | null } = {
    kind,
    number: number && { value: number.number, span: numberSpan, confidence: numberSure },
    symbol: symbol && {
      value: symbolOf(symbol),
      span: numberSpan,
      confidence: number ? numberSure : DOUBTFUL,
    },
    year:
      number && number.year !== null
        ? { value: number.year, span: numberSpan, confidence: numberSure }
        : null,
    issuedOn: day?.date ? { value: day.date, span: day, confidence: SURE } : null,
    issuer: issuing.issuer,
    organ: issuing.organ,
    place: day?.place ? { value: day.place, span: day, confidence: SURE } : issuing.place,
    title: title && {
      value: title.text,
      span: title,
      confidence: title.text.length > 400 || title.text.length < 8 ? DOUBTFUL : PROBABLE + 0.1,
    },
    signer: signature && {
      value: signers.map((each) => each.signer).join('; '),
      span: signature.nameSpan,
      confidence: PROBABLE + 0.1,
    },
    signerTitle: signature && {
      value: signers.map((each) => each.title).join('; '),
      span: { start: signature.start, end: signature.nameSpan.start },
      confidence: PROBABLE + 0.05,
    },
    recipients:
      last.recipients && last.recipients.items.length > 0
        ? { value: [...last.recipients.items], span: last.recipients, confidence: PROBABLE + 0.05 }
        : null,
    secrecy: secrecy && { value: secrecy.value, span: secrecy, confidence: SURE },
    urgency: urgency && { value: urgency.value, span: urgency, confidence: SURE },
    province: issuing.province,
  }
  const value = <F extends MetadataField>(field: F): NonNullable<Metadata[F]> | null =>
    fields[field]?.value ?? null
  const confidence: Metadata['confidence'] = {}
  const spans: Partial<Record<MetadataField, Span>> = {}
  for (const [field, read] of Object.entries(fields) as [MetadataField, Field<unknown> | null][]) {
    if (!read) continue
    confidence[field] = read.confidence
    if (read.span) spans[field] = { start: read.span.start, end: read.span.end }
  }
  const metadata: Metadata = {
    kind: value('kind'),
    number: value('number'),
    symbol: value('symbol'),
    year: value('year'),
    issuedOn: value('issuedOn'),
    issuer: value('issuer'),
    organ: value('organ'),
    place: value('place'),
    title: value('title'),
    signer: value('signer'),
    signerTitle: value('signerTitle'),
    recipients: value('recipients') ?? [],
    secrecy: value('secrecy'),
    urgency: value('urgency'),
    province: value('province'),
    confidence,
  }
  return { metadata, spans, warnings: warningsOf(own, kind, day) }
}

function wordsOf(zone: HeaderZone, role: HeaderZone['pieces'][number]['role']): string {
  return zone.pieces
    .filter((each) => each.role === role)
    .map((each) => each.piece.text)
    .join('\n')
}

/** Symbol with its tail: «CV/VPTW/nb». */
function symbolOf(number: { readonly symbol: string; readonly tail: string | null }): string {
  return number.tail === null ? number.symbol : `${number.symbol}/${number.tail}`
}

function readSubject(
  zone: HeaderZone,
  own: OwnNumber | null,
  text: string,
): (Span & { readonly text: string }) | null {
  const pieces: Span[] = zone.pieces.filter((each) => each.role === 'subject').map((each) => each.piece)
  if (own?.subject) pieces.unshift(own.subject)
  if (pieces.length === 0) pieces.push(...plainSubject(zone))
  const [first] = pieces
  const last = pieces.at(-1)
  if (!first || !last) return null
  return { text: wordsAsWritten(text, pieces), start: first.start, end: last.end }
}

/** «Gửi Đề cương tuyên truyền …» between the number of a letter and «Kính gửi»: a subject without «V/v». */
function plainSubject(zone: HeaderZone): readonly Span[] {
  const isLetter = zone.title === null && ADDRESSEE.test(foldWord(zone.after[0]?.text ?? ''))
  const number = zone.pieces.findIndex((each) => each.role === 'number')
  if (!isLetter || number < 0) return []
  return zone.pieces.slice(number + 1).flatMap(({ piece, role }) => (role === 'other' ? [piece] : []))
}

function readKind(
  zone: HeaderZone,
  own: OwnNumber | null,
  subject: Span | null,
  vocabulary: Vocabulary,
): Field<string> | null {
  if (zone.title) {
    const { piece, line } = zone.title
    return { value: line.kind, span: piece, confidence: SURE }
  }
  const number = own?.value ?? own?.blankSymbol ?? null
  if (number === null) return subject && { value: 'Công văn', span: subject, confidence: PROBABLE }
  const span = own === null ? null : { start: own.start, end: own.end }
  if (number.kindCode === null) {
    const isLetter = number.assemblyTerm === null
    return isLetter ? { value: 'Công văn', span, confidence: subject ? SURE : PROBABLE } : null
  }
  if (subject && isOfficeCode(number, zone)) return { value: 'Công văn', span, confidence: PROBABLE }
  const kind = kindOfCode(number.kindCode, number.system, vocabulary)
  return kind === null
    ? null
    : { value: kind, span, confidence: subject || kind === 'Công văn' ? SURE : PROBABLE }
}

/** «940/CT-TTHT» of «CỤC THUẾ»: the first code is the office's own initials and the second a division, so no kind. */
function isOfficeCode({ kindCode, issuerCode }: DocumentNumber, zone: HeaderZone): boolean {
  const initials = zone.pieces
    .filter((each) => each.role === 'letterhead')
    .map((each) => Array.from(each.piece.text.matchAll(/(?<!\p{L})\p{Lu}/gu), ([letter]) => letter).join(''))
  const isOf = (code: string) => initials.some((each) => each.startsWith(code))
  return kindCode !== null && isOf(kindCode) && !isOf(issuerCode)
}

/** «chương trình hành động» and «chương trình» are one kind under one code. */
function agree(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}

function warningsOf(
  own: OwnNumber | null,
  kind: Field<string> | null,
  day: ReturnType<typeof readPlaceAndDate>,
): readonly TextWarning[] {
  const warnings: TextWarning[] = []
  if (own && own.value === null) {
    warnings.push({ start: own.start, end: own.end, code: 'number_blank', message: 'Văn bản chưa ghi số' })
  }
  if (own?.value?.isRepaired) {
    warnings.push({
      start: own.start,
      end: own.end,
      code: 'own_number_repaired',
      message: 'Số, ký hiệu của văn bản được sửa khi đọc, cần kiểm tra lại',
    })
  }
  const code = own?.value?.kindCode ?? null
  const names = code === null ? [] : kindNamesOf(code)
  const written = kind?.value.toLowerCase() ?? null
  if (own && written !== null && names.length > 0 && !names.some((name) => agree(name, written))) {
    warnings.push({
      start: own.start,
      end: own.end,
      code: 'own_kind_code_mismatch',
      message: `Ký hiệu ghi «${code}» nhưng tên loại là «${kind?.value}»`,
    })
  }
  if (day?.isBlank) {
    warnings.push({
      start: day.start,
      end: day.end,
      code: 'date_blank',
      message: 'Văn bản chưa ghi đủ ngày, tháng, năm',
    })
  } else if (day && day.date === null) {
    warnings.push({
      start: day.start,
      end: day.end,
      code: 'own_date_unreadable',
      message: 'Không đọc được ngày ban hành',
    })
  }
  return warnings
}
