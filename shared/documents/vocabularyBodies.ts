/** JSON of provinces, congress terms and issuing bodies comes in; checked, readonly vocabularies go out. */
import { z } from 'zod'
import { isoDate } from '../contract/document.ts'
import { LEVELS } from '../contract/instrument.ts'

const provinceKind = z.enum(['tỉnh', 'thành phố'])

/**
 * `resources/vocabulary/provinces.json`: the 63 units before 1/7/2025, the 34 since (Nghị quyết 202/2025/QH15), names
 * seen in other spellings, and units of the archives (Cao Lạng, Hà Bắc…).
 */
export const provinceVocabulary = z
  .object({
    reform: z.object({ from: isoDate, source: z.string() }),
    before2025: z.array(
      z.object({ name: z.string(), code: z.string(), kind: provinceKind, into: z.string() }).readonly(),
    ),
    since2025: z.array(
      z
        .object({
          name: z.string(),
          code: z.string(),
          kind: provinceKind,
          kindBefore: z.array(z.object({ kind: provinceKind, until: isoDate })),
          from: z.array(z.string()),
        })
        .readonly(),
    ),
    aliases: z.record(z.string(), z.array(z.string())),
    formerUnits: z.array(
      z
        .object({
          name: z.string(),
          covers: z.array(z.string()),
          from: isoDate.nullable(),
          to: isoDate.nullable(),
        })
        .readonly(),
    ),
  })
  .readonly()
/** @see provinceVocabulary */
export type ProvinceVocabulary = z.infer<typeof provinceVocabulary>

const congress = z.tuple([isoDate, isoDate])

/**
 * `resources/vocabulary/terms.json`: congress terms, the spans through which Party numbers run (Hướng dẫn
 * 36-HD/VPTW). `ambiguous` is the window in which the first day of a series is not known for certain.
 */
export const termVocabulary = z
  .object({
    central: z.array(
      z.object({
        term: z.string(),
        from: isoDate,
        to: isoDate.nullable(),
        ambiguous: congress,
        congress,
      }),
    ),
    province: z.array(z.object({ term: z.string(), congress })),
    provinceNamed: z.array(
      z.object({
        province: z.string(),
        term: z.string(),
        name: z.string(),
        congress,
        from: isoDate.optional(),
      }),
    ),
    district: z.array(z.object({ term: z.string(), congress, to: isoDate.optional() })),
    commune: z.array(
      z.object({ term: z.string(), congress, from: isoDate.optional(), to: isoDate.optional() }),
    ),
  })
  .readonly()
/** @see termVocabulary */
export type TermVocabulary = z.infer<typeof termVocabulary>

const dated = { from: isoDate.optional(), to: isoDate.optional(), successor: z.string().optional() }

/**
 * `resources/vocabulary/bodies.json`: how bodies are named. `central` are bodies of the whole country; `boards` are
 * Party offices named with their committee («Ban Dân vận» + «Tỉnh ủy»); `committees` are Party committees by level;
 * `councils` State and mass bodies named with their territory; `phrases` are words whose capitals a heading in
 * capitals hides («Quy chế dân chủ»).
 */
export const bodyVocabulary = z
  .object({
    central: z.array(
      z.object({
        name: z.string(),
        series: z.string(),
        system: z.enum(['party', 'state']).nullable(),
        aliases: z.array(z.string()).default([]),
        ...dated,
      }),
    ),
    boards: z.array(
      z.object({ code: z.string(), name: z.string(), aliases: z.array(z.string()).default([]), ...dated }),
    ),
    committees: z.array(z.object({ code: z.string(), name: z.string(), level: z.enum(LEVELS), ...dated })),
    councils: z.array(
      z.object({
        series: z.string(),
        name: z.string(),
        system: z.enum(['party', 'state']).nullable(),
        aliases: z.array(z.string()).default([]),
      }),
    ),
    phrases: z.array(z.string()),
  })
  .readonly()
