/** Raw JSON of resources/vocabulary comes in, a validated `Vocabulary` goes out. */
import { z } from 'zod'
import { EDGE_RELATIONS } from '../contract/citation.ts'
import { LEVELS } from '../contract/instrument.ts'
import { bodyVocabulary, provinceVocabulary, termVocabulary } from './vocabularyBodies.ts'

const certainty = z.enum(['A', 'B', 'C', 'U'])
const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/) // 2025-07-01, 1991-09, 1962

const kind = z.object({
  id: z.string(),
  name: z.string(),
  english: z.string(),
  system: z.enum(['party', 'state', 'law']),
  codes: z.array(z.string()),
  variants: z.array(z.string()),
  titleLine: z.string().nullable(),
  status: z.string(),
  certainty,
  note: z.string(),
})

const issuer = z.object({
  code: z.string(),
  name: z.string(),
  english: z.string(),
  system: z.enum(['party', 'state', 'organisation']),
  levels: z.array(z.enum([...LEVELS, 'any'])),
  validFrom: partialDate.nullable(),
  validTo: partialDate.nullable(),
  successor: z.string().nullable(),
  variants: z.array(z.string()),
  certainty,
  note: z.string(),
})

const relationPhrase = z.object({
  id: z.string(),
  /** The finer kind, «REVIEWS_FINAL». */
  relation: z.string(),
  /** Words in lower case; `#` stands for a number («tổng kết # năm thực hiện»). */
  phrases: z.array(z.string()),
  falseFriends: z.array(z.string()),
  /** «được thay thế bởi»: the body named after the words is the one that acts. */
  isPassive: z.boolean(),
  zone: z.string(),
  weight: z.enum(['strong', 'weak']),
  certainty,
  note: z.string(),
})
/** Words that state a relation. */
export type RelationPhrase = z.infer<typeof relationPhrase>

const vocabulary = z.object({
  kinds: z.object({ kinds: z.array(kind) }),
  issuers: z.object({ boards: z.array(z.string()), levels: z.array(z.string()), issuers: z.array(issuer) }),
  relations: z.object({
    details: z.array(z.object({ detail: z.string(), edge: z.enum(EDGE_RELATIONS) })),
    phrases: z.array(relationPhrase),
  }),
  provinces: provinceVocabulary,
  terms: termVocabulary,
  bodies: bodyVocabulary,
})

/** The tables of resources/vocabulary, each under its file name. */
export type Vocabulary = z.infer<typeof vocabulary>

/** The file names (without `.json`) that make up a vocabulary, in `resources/vocabulary/`. */
export const VOCABULARY_FILES = ['kinds', 'issuers', 'relations', 'provinces', 'terms', 'bodies'] as const

/**
 * Validates the parsed JSON files, given as `{ kinds, issuers, … }` by file name.
 * Throws with the path of the wrong field: a broken vocabulary is a broken installation, not an expected failure.
 */
export function parseVocabulary(raw: unknown): Vocabulary {
  const checked = vocabulary.safeParse(raw)
  if (!checked.success) throw new Error(`vocabulary: ${z.prettifyError(checked.error)}`)
  return checked.data
}
