/** The two interface languages every wording table speaks: a language code comes in, the right text goes out. */

/** Interface languages; Vietnamese is the one everything is written for, English the second. */
export type Language = 'vi' | 'en'

/** A text in both languages. */
export type Wording = Readonly<Record<Language, string>>

/** The entry of `table` for `code` in `language`; an unknown code gives null so that callers choose a fallback. */
export function lookUp(
  table: Readonly<Record<string, Wording>>,
  code: string,
  language: Language,
): string | null {
  return Object.hasOwn(table, code) ? (table[code]?.[language] ?? null) : null
}
