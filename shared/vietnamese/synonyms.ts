/** Groups of phrases that mean the same, nicknames of documents among them, come in; look-ups by search keys go out. */
import { z } from 'zod'
import { readWords } from './words.ts'

const synonymFile = z.object({ items: z.array(z.array(z.string().min(1)).min(2)) })

/** Look-ups by search key. */
export interface Synonyms {
  /** Keys of a phrase joined by spaces («khoan 10») → the other phrases of its groups, as written. */
  readonly byPhrase: ReadonlyMap<string, readonly string[]>
  /** Words of the longest phrase. */
  readonly longest: number
}

/** No synonyms. */
export const NO_SYNONYMS: Synonyms = { byPhrase: new Map(), longest: 0 }

/** Validates `resources/vocabulary/synonyms.json`; throws a ZodError on a damaged file. */
export const parseSynonyms = (raw: unknown): readonly (readonly string[])[] => synonymFile.parse(raw).items

/** Makes the look-ups of groups. A phrase may stand in several. */
export function collectSynonyms(groups: Iterable<readonly string[]>): Synonyms {
  const byPhrase = new Map<string, string[]>()
  let longest = 0
  for (const group of groups) {
    for (const phrase of group) {
      const keys = readWords(phrase).map(({ key }) => key)
      if (keys.length === 0) continue
      longest = Math.max(longest, keys.length)
      const joined = keys.join(' ')
      const others = group.filter((other) => other !== phrase)
      byPhrase.set(joined, [...(byPhrase.get(joined) ?? []), ...others])
    }
  }
  return { byPhrase, longest }
}
