/** The facts about one document: what the header, the signature block and the last page say. */
import { z } from 'zod'

/** A calendar day, `YYYY-MM-DD`. */
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** The metadata fields that carry a confidence of their own. */
export const METADATA_FIELDS = [
  'kind',
  'number',
  'symbol',
  'year',
  'issuedOn',
  'issuer',
  'organ',
  'place',
  'title',
  'signer',
  'signerTitle',
  'recipients',
  'secrecy',
  'urgency',
  'province',
] as const

/** One metadata field name. */
export type MetadataField = (typeof METADATA_FIELDS)[number]

/**
 * Metadata of a document. A field is null where the text does not say.
 * `kind` is the kind's name («Kế hoạch»); `number` and `symbol` split as in citations («41», «KH/BDVTU»; State
 * style «59», «NĐ-CP» with `year` 2023); `organ` is the organ that signs for the issuer when the text names one.
 */
export const metadata = z.object({
  kind: z.string().nullable(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  year: z.number().int().nullable(),
  issuedOn: isoDate.nullable(),
  issuer: z.string().nullable(),
  organ: z.string().nullable(),
  place: z.string().nullable(),
  title: z.string().nullable(),
  signer: z.string().nullable(),
  signerTitle: z.string().nullable(),
  recipients: z.array(z.string()),
  secrecy: z.string().nullable(),
  urgency: z.string().nullable(),
  province: z.string().nullable(),
  /** 0..1 a field; a field read by nobody is absent. A person's correction is 1. */
  confidence: z.partialRecord(z.enum(METADATA_FIELDS), z.number().min(0).max(1)),
})
/** @see metadata */
export type Metadata = z.infer<typeof metadata>

/** A stretch of the stored text: UTF-16 code units, `end` exclusive. */
export const span = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
/** @see span */
export type Span = z.infer<typeof span>

/** Something odd a person may want to see: `code` names the class, `suggestion` is replacement text if there is one. */
export const textWarning = span.extend({
  code: z.string(),
  message: z.string(),
  suggestion: z.string().nullable().optional(),
})
/** @see textWarning */
export type TextWarning = z.infer<typeof textWarning>
