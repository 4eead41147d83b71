/** The table of abbreviations comes in; look-ups both ways («MTTQ» ↔ «Mặt trận Tổ quốc») by search keys go out. */
import { z } from 'zod'
import { readWords } from './words.ts'

const abbreviationFile = z.object({
  items: z.array(
    z.object({
      short: z.string().min(1),
      expansions: z.array(z.string().min(1)).min(1),
      isAmbiguous: z.boolean(),
    }),
  ),
})

/** One abbreviation. `key` is the search key of its letters, separators left out: «CB-CC-VC» → «cbccvc». */
export interface Abbreviation {
  readonly short: string
  readonly key: string
  readonly expansions: readonly string[]
  readonly isAmbiguous: boolean
}

/** Look-ups by search key. */
export interface Abbreviations {
  readonly byKey: ReadonlyMap<string, Abbreviation>
  /** Keys of the full words joined by spaces («mat tran to quoc») → the abbreviations that stand for them. */
  readonly byExpansion: ReadonlyMap<string, readonly Abbreviation[]>
  /** Words of the longest expansion. */
  readonly longest: number
}

/** No abbreviations. */
export const NO_ABBREVIATIONS: Abbreviations = { byKey: new Map(), byExpansion: new Map(), longest: 0 }

const keysOf = (text: string): string[] => readWords(text).map(({ key }) => key)

/** Validates `resources/vocabulary/abbreviations.json`; throws a ZodError on a damaged file. */
export function parseAbbreviations(raw: unknown): Abbreviations {
  const byKey = new Map<string, Abbreviation>()
  const byExpansion = new Map<string, Abbreviation[]>()
  let longest = 0
  for (const { short, expansions, isAmbiguous } of abbreviationFile.parse(raw).items) {
    const abbreviation: Abbreviation = { short, key: keysOf(short).join(''), expansions, isAmbiguous }
    byKey.set(abbreviation.key, abbreviation)
    for (const expansion of expansions) {
      const keys = keysOf(expansion)
      longest = Math.max(longest, keys.length)
      const joined = keys.join(' ')
      byExpansion.set(joined, [...(byExpansion.get(joined) ?? []), abbreviation])
    }
  }
  return { byKey, byExpansion, longest }
}
