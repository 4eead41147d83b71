/** A citation: the span of text that names an instrument, and what is read around it. */
import { z } from 'zod'
import { isoDate, span } from './document.ts'

/** What the document says of the instrument it cites. */
export const RELATIONS = [
  'basis',
  'implements',
  'reviews',
  'amends',
  'replaces',
  'repeals',
  'guides',
  'mentions',
] as const
/** @see RELATIONS */
export type Relation = (typeof RELATIONS)[number]

/** What one cited instrument says of another, read inside a nested citation; also the labels of graph edges. */
export const EDGE_RELATIONS = [...RELATIONS, 'continues', 'promulgates'] as const
/** @see EDGE_RELATIONS */
export type EdgeRelation = (typeof EDGE_RELATIONS)[number]

/**
 * One citation as read from the text. Offsets are UTF-16 code units of the stored text; `raw` is exactly
 * `text.slice(start, end)` and covers the number-symbol only. `governedBy` is the index, in the same list, of the
 * outer citation of a nested one.
 */
export const citation = span.extend({
  raw: z.string(),
  type: z.string().nullable(),
  number: z.string(),
  symbol: z.string(),
  year: z.number().int().nullable(),
  date: isoDate.nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
  relation: z.enum(RELATIONS),
  governedBy: z.number().int().nullable(),
  nestedRelation: z.enum(EDGE_RELATIONS).nullable(),
  /** The finer kind of `resources/vocabulary/relations.json` («REVIEWS_FINAL»), null where only the coarse one is known. */
  relationDetail: z.string().nullable(),
  /** «khóa XI» as a roman numeral «XI», null where the text does not say. */
  term: z.string().nullable(),
  /** The sentence (or list item) around the citation, the evidence shown for every edge. */
  sentence: span,
  /** True when the number was repaired (OCR, glyph damage) and waits for a person or a second citation. */
  unverified: z.boolean(),
})
/** @see citation */
export type Citation = z.infer<typeof citation>
