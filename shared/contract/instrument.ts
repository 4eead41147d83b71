/** An instrument (văn bản): the numbered act itself, held or only cited; the node of the graph. */
import { z } from 'zod'
import { EDGE_RELATIONS } from './citation.ts'
import { isoDate } from './document.ts'

/** Đảng or Nhà nước, by the order of separators in the number; null when neither can be told. */
export const SYSTEMS = ['party', 'state'] as const

/** Where the issuing body stands. */
export const LEVELS = ['central', 'province', 'district', 'commune', 'other'] as const
/** @see LEVELS */
export type Level = (typeof LEVELS)[number]

/** Whether an instrument is in force, as far as relations in the library tell. */
export const VALIDITIES = ['in_force', 'amended', 'replaced', 'repealed', 'unknown'] as const
/** @see VALIDITIES */
export type Validity = (typeof VALIDITIES)[number]

/**
 * `key` is number + symbol + issuing body in its scope + date or term, the identity of the act (architecture rule 3).
 * `scope` is the body's territory key («TW», «Lạng Sơn», «Lạng Sơn/Chi Lăng»), null when the text never says.
 */
export const instrument = z.object({
  id: z.number().int(),
  key: z.string(),
  system: z.enum(SYSTEMS).nullable(),
  kind: z.string().nullable(),
  /** Null for a held document that carries no number (its key is then the file's SHA-256). */
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  year: z.number().int().nullable(),
  issuedOn: isoDate.nullable(),
  term: z.string().nullable(),
  issuer: z.string().nullable(),
  scope: z.string().nullable(),
  level: z.enum(LEVELS),
  title: z.string().nullable(),
  heldDocumentId: z.number().int().nullable(),
  validity: z.enum(VALIDITIES),
})
/** @see instrument */
export type Instrument = z.infer<typeof instrument>

/**
 * One place in one document that shows a relation: `start` and `end` in the text, `quote` the sentence around it, and where
 * in the quote the place stands (`quoteStart`, `quoteEnd`; equal when that is not known).
 */
export const evidence = z.object({
  documentId: z.number().int(),
  citationId: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
  quoteStart: z.number().int(),
  quoteEnd: z.number().int(),
  page: z.number().int(),
})
/** @see evidence */
export type Evidence = z.infer<typeof evidence>

/** An edge points from the instrument that acts to the one acted on: 43-KL/TW ─continues→ 25-NQ/TW. */
export const edge = z.object({
  from: z.number().int(),
  to: z.number().int(),
  relation: z.enum(EDGE_RELATIONS),
  evidence: z.array(evidence),
  /** True when the dates make the direction impossible (the acting one is older). */
  isImpossible: z.boolean(),
})
/** @see edge */
export type Edge = z.infer<typeof edge>
